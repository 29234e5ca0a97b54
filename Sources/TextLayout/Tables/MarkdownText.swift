/// Markdown (CommonMark with tables), from text that may hold anything.
public enum MarkdownText {
    /// `text` so that it reads as itself on one line of Markdown.
    public static func escaped(_ text: String) -> String {
        escapedStart(escapedInside(text))
    }

    private static func escapedInside(_ text: String) -> String {
        var output = ""
        for character in CellText.singleLine(text) {
            if "\\`*_[]<>|~$".contains(character) { output.append("\\") }
            output.append(character)
        }
        return output
    }

    /// `level` 1…6.
    public static func heading(_ text: String, level: Int) -> String {
        String(repeating: "#", count: min(6, max(1, level))) + " " + escaped(text) + "\n"
    }

    public static func item(_ text: String) -> String {
        "* " + escaped(text) + "\n"
    }

    /// A table; titles and cells are escaped here.
    public static func table(titles: [String], alignments: [CellText.Alignment], rows: [[String]]) -> String {
        var lines = [line(titles)]
        lines.append("|" + alignments.map { $0 == .end ? " ---: |" : " --- |" }.joined())
        for row in rows { lines.append(line(titles.indices.map { $0 < row.count ? row[$0] : "" })) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func line(_ cells: [String]) -> String {
        "|" + cells.map { " \(escapedInside($0)) |" }.joined()
    }

    /// A line must not begin as a heading, a list or a numbered item.
    private static func escapedStart(_ text: String) -> String {
        guard let first = text.first else { return text }
        if "#+-=".contains(first) { return "\\" + text }
        let digits = text.prefix { ("0"..."9").contains($0) }
        let after = text.dropFirst(digits.count)
        if !digits.isEmpty, after.hasPrefix(". ") || after.hasPrefix(") ") { return digits + "\\" + after }
        return text
    }
}
