/// The part of a text around what was found, short enough for a line.
public enum SearchSnippet {
    /// Columns of a terminal that a snippet takes at most, the dots at its ends included.
    public static let usualWidth = 60

    /// `content` holds the fields of a record, one a line; the line in which a word stands first is shown, the first one
    /// when none does. Wide characters take two columns.
    public static func of(_ content: String, around words: [FoldedText], width: Int = usualWidth) -> String {
        let lines = content.split(separator: "\n").map(String.init)
        for line in lines {
            if let place = place(of: words, in: line) { return cut(Array(line), at: place, width) }
        }
        return cut(Array(lines.first ?? ""), at: 0, width)
    }

    /// The character of `line` where the first of the words begins.
    private static func place(of words: [FoldedText], in line: String) -> Int? {
        let whole = FoldedText(line)
        guard words.contains(where: whole.contains) else { return nil }
        var scalars: [UInt32] = []
        var owners: [Int] = []
        for (index, character) in line.enumerated() {
            let folded = FoldedText(String(character)).scalars
            scalars += folded
            owners += Array(repeating: index, count: folded.count)
        }
        let apart = FoldedText(scalars: scalars)
        return words.compactMap { apart.firstIndex(of: $0) }.min().map { $0 < owners.count ? owners[$0] : 0 } ?? 0
    }

    private static func cut(_ line: [Character], at place: Int, _ width: Int) -> String {
        guard !line.isEmpty else { return "" }
        let total = line.reduce(0) { $0 + columns($1) }
        if total <= width { return String(line) }
        // A third of the room stands before the word.
        var start = min(place, line.count - 1)
        var room = width / 3
        while start > 0, columns(line[start - 1]) <= room {
            room -= columns(line[start - 1])
            start -= 1
        }
        var left = width - (start > 0 ? 1 : 0) - 1
        var end = start
        while end < line.count, columns(line[end]) <= left {
            left -= columns(line[end])
            end += 1
        }
        return (start > 0 ? "…" : "") + String(line[start..<end]) + (end < line.count ? "…" : "")
    }

    private static func columns(_ character: Character) -> Int {
        character.unicodeScalars.contains { $0.value >= 0x1100 && !(0x2000...0x2E7F).contains($0.value) } ? 2 : 1
    }
}
