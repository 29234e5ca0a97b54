/// Makes a command line readable for the argument parser without changing what was meant.
///
/// Global options may stand before the noun, where the parser knows none: they move behind everything else. Words that
/// begin with a dash but cannot be an option (`-1`, `-3.2亿`, `- text`) get a mark that is taken off again after
/// parsing; the mark is a private-use character, which no keyboard makes.
enum ArgumentShield {
    private static let mark: Character = "\u{E000}"

    static func prepared(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        var leading: [String] = []
        while let first = rest.first, let length = GlobalOptions.length(of: first), length <= rest.count {
            leading += rest.prefix(length)
            rest = rest.dropFirst(length)
        }
        guard let noun = rest.first, !noun.hasPrefix("-") else { return Array(rest) }
        var words = Array(rest)
        if ["next", "接下来"].contains(noun) {
            // A daily word for `task next`.
            words.replaceSubrange(0...0, with: ["task", "next"])
        }
        let end = words.firstIndex(of: "--") ?? words.endIndex
        var shielded = words[..<end].map(shield)
        shielded += leading
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
