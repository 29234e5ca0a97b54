import ArgumentParser

/// The command that the first words of a line name.
struct CommandPath {
    /// Canonical words: `task list` for `任务 列表`.
    let words: [String]
    let command: any ParsableCommand.Type
    /// What follows.
    let rest: [String]

    init(_ arguments: [String]) {
        var command: any ParsableCommand.Type = Zs.self
        var words: [String] = []
        var rest = arguments[...]
        while let word = rest.first, let child = Self.child(word, of: command) {
            command = child
            words.append(child.configuration.commandName ?? word)
            rest = rest.dropFirst()
        }
        self.command = command
        self.words = words
        self.rest = Array(rest)
    }

    private static func child(
        _ word: String, of command: any ParsableCommand.Type
    ) -> (any ParsableCommand.Type)? {
        let configuration = command.configuration
        let children = configuration.groupedSubcommands.flatMap(\.subcommands) + configuration.ungroupedSubcommands
        return children.first {
            $0.configuration.commandName == word || $0.configuration.aliases.contains(word)
        }
    }
}
