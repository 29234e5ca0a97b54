import ArgumentParser
import Labels

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

    /// A usage error, with the help that fits.
    func usageError(_ message: String) -> ZhaoshangError {
        let help = words.isEmpty ? "zs help" : "zs help \(words.joined(separator: " "))"
        return ZhaoshangError(
            .usage, Phrase(message), hint: Phrase(zh: "查看用法：\(help)", en: "see: \(help)"))
    }

    /// What is wrong when the next word should be a noun or a verb and is none. The parser would blame what comes
    /// after it.
    var unknownWord: ZhaoshangError? {
        let names = Self.children(of: command).flatMap { $0.configuration.allNames }
        // A command with a verb of its own takes other words than verbs.
        guard command.configuration.defaultSubcommand == nil, !names.isEmpty, let word = rest.first,
            !word.hasPrefix("-")
        else { return nil }
        let path = (["zs"] + words).joined(separator: " ")
        let near = names.filter { EditDistance.between($0, word) <= (word.count < 4 ? 1 : 2) }
        let list = near.isEmpty ? "zs help \(words.joined(separator: " "))" : "\(path) \(near[0])"
        return ZhaoshangError(
            .usage, zh: "\(path) 没有“\(word)”", en: "\(path) knows no '\(word)'",
            hint: near.isEmpty
                ? Phrase(zh: "查看：\(list)", en: "see: \(list)")
                : Phrase(zh: "是否想用：\(list)", en: "did you mean: \(list)"))
    }

    static func children(of command: any ParsableCommand.Type) -> [any ParsableCommand.Type] {
        command.configuration.groupedSubcommands.flatMap(\.subcommands) + command.configuration.ungroupedSubcommands
    }

    static func child(
        _ word: String, of command: any ParsableCommand.Type
    ) -> (any ParsableCommand.Type)? {
        children(of: command).first { $0.configuration.allNames.contains(word) }
    }
}

extension CommandConfiguration {
    /// The word of a command and its Chinese words.
    var allNames: [String] { (commandName.map { [$0] } ?? []) + aliases }
}
