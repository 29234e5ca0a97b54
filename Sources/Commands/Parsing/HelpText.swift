import TextLayout

/// Help as the argument parser lays it out, corrected for Chinese: it pads by characters, a terminal shows columns.
enum HelpText {
    /// Where the parser puts the second column, in characters.
    private static let second = 26

    static func aligned(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(line).joined(separator: "\n")
    }

    private static func line(_ line: Substring) -> String {
        guard line.hasPrefix("  "), line.count > second else { return String(line) }
        let title = line.prefix(second)
        guard title.hasSuffix("  ") else { return String(line) }
        var words = String(title)
        while words.last == " " { words.removeLast() }
        let gap = max(1, second - DisplayWidth.of(words))
        return words + String(repeating: " ", count: gap) + line.dropFirst(second)
    }
}
