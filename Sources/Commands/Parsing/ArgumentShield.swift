import ArgumentParser

/// Makes a command line readable for the argument parser without changing what was meant.
///
/// Global options may stand before the noun or the verb, where the parser knows none: they move behind the words.
/// Words that begin with a dash but cannot be an option (`-1`, `-3.2亿`, `- text`) get a mark that is taken off again
/// after parsing; the mark is a private-use character, which no keyboard makes.
enum ArgumentShield {
    private static let mark: Character = "\u{E000}"

    static func prepared(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var moved: [String] = []
        var words: [String] = []
        var command: any ParsableCommand.Type = Zs.self
        while true {
            while let first = rest.first, let length = GlobalOptions.length(of: first), length <= rest.count {
                moved += rest.prefix(length)
                rest = rest.dropFirst(length)
            }
            if words.isEmpty, let first = rest.first, ["next", "接下来"].contains(first) {
                // A daily word for `task next`.
                rest = ["task", "next"] + rest.dropFirst()
            }
            guard let word = rest.first, let child = CommandPath.child(word, of: command) else { break }
            words.append(word)
            command = child
            rest = rest.dropFirst()
        }
        let configuration = command.configuration
        if configuration.defaultSubcommand == nil, !CommandPath.children(of: command).isEmpty {
            // A noun alone is a question for help, which knows no global options.
            moved = []
        }
        words += rest
        let end = words.firstIndex(of: "--") ?? words.endIndex
        var shielded = words[..<end].map(shield)
        shielded += moved
        return shielded + words[end...]
    }

    /// The word as it was typed.
    static func restored(_ word: String) -> String {
        word.contains(mark) ? String(word.filter { $0 != mark }) : word
    }

    private static func shield(_ word: String) -> String {
        isWord(word) ? String(mark) + word : word
    }

    private static func isWord(_ word: String) -> Bool {
        guard word.hasPrefix("-") else { return false }
        let body = word.drop { $0 == "-" }
        guard let first = body.first else { return word.count > 2 }
        return !(first.isASCII && first.isLetter) || body.prefix { $0 != "=" }.contains(where: \.isWhitespace)
    }
}
