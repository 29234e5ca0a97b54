/// A table for a terminal, or for a pipe.
public struct TextTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public var title: String
        public var alignment: CellText.Alignment
        /// Columns of the terminal below which a shrinkable column does not go.
        public var minWidth: Int
        /// Whether the column may become narrower than its longest cell.
        public var shrinkable: Bool

        public init(
            _ title: String, alignment: CellText.Alignment = .start, minWidth: Int = 8, shrinkable: Bool = false
        ) {
            self.title = title
            self.alignment = alignment
            self.minWidth = minWidth
            self.shrinkable = shrinkable
        }
    }

    /// What happens to a text that its column is too narrow for.
    public enum Overflow: Hashable, Sendable {
        case wrap, truncate
    }

    public var columns: [Column]
    public var rows: [[String]]

    /// Rows shorter than `columns` are filled with empty cells, longer ones are cut.
    public init(columns: [Column], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// Lines for a terminal of `width` columns: titles, a rule, the rows. Shrinkable columns give way first, widest
    /// first, then other columns of text, then titles of number columns; words and numbers are kept whole as long as
    /// possible. When even that does not fit, every row becomes a block of `title  cell` lines.
    public func rendered(width: Int, overflow: Overflow = .wrap) -> String {
        guard !columns.isEmpty else { return "" }
        let cells = singleLineCells
        let titles = columns.map { CellText.singleLine($0.title) }
        guard let widths = fittedWidths(titles: titles, cells: cells, available: width) else {
            return records(titles: titles, cells: cells, width: width)
        }
        var output = ""
        append(titles, to: &output, widths: widths, overflow: .wrap)
        output += widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap) + "\n"
        for row in cells { append(row, to: &output, widths: widths, overflow: overflow) }
        return output
    }

    /// Columns of the terminal that the table takes when nothing is wrapped or cut.
    public var naturalWidth: Int {
        naturalWidths(titles: columns.map { CellText.singleLine($0.title) }, cells: singleLineCells).reduce(0, +)
            + gaps
    }

    /// Tab-separated lines without decoration and with nothing cut: tabs and line breaks inside cells become spaces.
    public func plain(withTitles: Bool = true) -> String {
        var lines = withTitles ? [columns.map(\.title)] : []
        lines += rows.map { row in columns.indices.map { $0 < row.count ? row[$0] : "" } }
        return lines.map { $0.map(CellText.singleLine).joined(separator: "\t") + "\n" }.joined()
    }

    private static let gap = "  "

    private func append(_ row: [String], to output: inout String, widths: [Int], overflow: Overflow) {
        let wrapped = zip(row, widths).map { cell, width in
            overflow == .wrap ? CellText.wrapped(cell, to: width) : [CellText.truncated(cell, to: width)]
        }
        for line in 0..<(wrapped.map(\.count).max() ?? 0) {
            var text = ""
            for (index, lines) in wrapped.enumerated() {
                if index > 0 { text += Self.gap }
                let cell = line < lines.count ? lines[line] : ""
                text += CellText.padded(cell, to: widths[index], alignment: columns[index].alignment)
            }
            output += CellText.trimmedEnd(text) + "\n"
        }
    }

    private var singleLineCells: [[String]] {
        rows.map { row in columns.indices.map { $0 < row.count ? CellText.singleLine(row[$0]) : "" } }
    }

    private var gaps: Int { Self.gap.count * max(0, columns.count - 1) }

    private func naturalWidths(titles: [String], cells: [[String]]) -> [Int] {
        var widths = titles.map { max(2, DisplayWidth.of($0)) }
        for row in cells {
            for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
        }
        return widths
    }

    /// Nothing when the columns cannot fit.
    private func fittedWidths(titles: [String], cells: [[String]], available: Int) -> [Int]? {
        var widths = naturalWidths(titles: titles, cells: cells)
        var excess = widths.reduce(0, +) + gaps - available
        guard excess > 0 else { return widths }
        // A word longer than this may be cut anyway.
        let longestWords = columns.indices.map { index in
            min(20, ([titles[index]] + cells.map { $0[index] }).map(CellText.longestPiece).max() ?? 0)
        }
        let texts = columns.indices.filter { columns[$0].alignment == .start }
        let shrinkable = texts.filter { columns[$0].shrinkable }
        shrink(shrinkable, of: &widths, by: &excess) { max(columns[$0].minWidth, longestWords[$0]) }
        shrink(texts, of: &widths, by: &excess) {
            max(columns[$0].shrinkable ? columns[$0].minWidth : 6, longestWords[$0])
        }
        let numbers = columns.indices.filter { columns[$0].alignment == .end }
        shrink(numbers, of: &widths, by: &excess) { index in
            max(CellText.longestPiece(titles[index]), cells.map { DisplayWidth.of($0[index]) }.max() ?? 0)
        }
        shrink(shrinkable, of: &widths, by: &excess) { columns[$0].minWidth }
        return excess > 0 ? nil : widths
    }

    private func records(titles: [String], cells: [[String]], width: Int) -> String {
        let titleWidth = min(titles.map { DisplayWidth.of($0) }.max() ?? 0, width / 3)
        return cells.map { row in
            zip(titles, row).map { title, cell in
                let head = CellText.padded(CellText.truncated(title, to: titleWidth), to: titleWidth) + Self.gap
                let lines = CellText.wrapped(cell, to: width - DisplayWidth.of(head))
                let indent = String(repeating: " ", count: DisplayWidth.of(head))
                return lines.enumerated().map { index, line in
                    CellText.trimmedEnd((index == 0 ? head : indent) + line) + "\n"
                }.joined()
            }.joined()
        }.joined(separator: "\n")
    }

    /// Takes columns of the terminal from the widest of `candidates`, one at a time, so that they become equal first.
    private func shrink(
        _ candidates: [Int], of widths: inout [Int], by excess: inout Int, downTo minimum: (Int) -> Int
    ) {
        let minima = Dictionary(candidates.map { ($0, max(2, minimum($0))) }) { first, _ in first }
        while excess > 0 {
            let shrinkable = candidates.filter { widths[$0] > minima[$0, default: 2] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return }
            widths[widest] -= 1
            excess -= 1
        }
    }
}
