public import Labels
public import ReportModel

/// A report laid out for a terminal.
public struct ReportText {
    /// Columns of the terminal; prose stays within 100 of them, where lines are still easy to read.
    public let width: Int
    private let wording: ReportWording

    public init(_ report: Report, language: Language, width: Int = 80) {
        wording = ReportWording(report: report, language: language)
        self.width = max(40, width)
    }

    private var proseWidth: Int { min(width, 100) }

    public func rendered() -> String {
        var parts = [header()]
        for section in wording.report.sections {
            let heading = CellText.singleLine(wording.string(section.heading))
            let rule = String(repeating: "─", count: min(width, DisplayWidth.of(heading)))
            var body =
                heading.isEmpty ? "" : CellText.wrapped(heading, to: width).map { $0 + "\n" }.joined() + rule + "\n"
            body += section.blocks.map(block).filter { !$0.isEmpty }.joined(separator: "\n")
            parts.append(body)
        }
        if let hash = wording.report.hash {
            parts.append(wording.word("校验值", "hash") + " \(hash)\n")
        }
        return parts.joined(separator: "\n")
    }

    private func header() -> String {
        let title = CellText.singleLine(wording.string(wording.report.title))
        let lines = CellText.wrapped(title, to: width) + CellText.wrapped(wording.particulars, to: width)
        let longest = lines.map { DisplayWidth.of($0) }.max() ?? 0
        return lines.map { $0 + "\n" }.joined() + String(repeating: "═", count: min(width, longest)) + "\n"
    }

    private func block(_ block: Block) -> String {
        switch block {
        case .paragraph(let text): prose(wording.string(text))
        case .note(let text): prose(wording.word("注：", "Note: ") + wording.string(text))
        case .list(let items): items.map { prose(wording.string($0), bullet: "• ") }.joined()
        case .cards(let cards): self.cards(cards)
        case .table(let table): self.table(table)
        case .chart(let chart): self.chart(chart)
        }
    }

    /// Wrapped lines; those after the first stand under the text behind the bullet.
    private func prose(_ text: String, bullet: String = "") -> String {
        let indent = DisplayWidth.of(bullet)
        var output = ""
        for paragraph in text.split(separator: "\n") {
            for line in CellText.wrapped(CellText.singleLine(String(paragraph)), to: proseWidth - indent) {
                output += (output.isEmpty ? bullet : String(repeating: " ", count: indent)) + line + "\n"
            }
        }
        return output
    }

    private func cards(_ cards: [Card]) -> String {
        let (titles, rows) = wording.cardTable(cards)
        let hasTrend = cards.contains { $0.trend.count > 1 }
        let columns = titles.indices.map { index in
            let isText = index == 0 || hasTrend && index == titles.count - 1
            return TextTable.Column(titles[index], alignment: isText ? .start : .end)
        }
        let table = TextTable(columns: columns, rows: rows)
        if table.naturalWidth <= width { return table.rendered(width: width) }
        // Too narrow for one line each: the comparisons follow on a line of their own.
        return rows.map { row in
            let comparisons = zip(titles, row).dropFirst(2).filter { !$0.1.isEmpty && $0.1 != ReportWording.absent }
            return prose("\(row[0])  \(row[1])")
                + prose(comparisons.map { "\($0.0) \($0.1)" }.joined(separator: " · "), bullet: "  ")
        }.joined()
    }

    private func table(_ table: Table) -> String {
        let columns = table.columns.map { column in
            TextTable.Column(
                wording.string(column.title), alignment: column.alignment == .end ? .end : .start,
                shrinkable: column.alignment == .start)
        }
        let (caption, rows) = wording.cells(of: table)
        var output = caption.map { prose($0) } ?? ""
        output += TextTable(columns: columns, rows: rows).rendered(width: width)
        if rows.isEmpty { output += wording.word("（无）", "(none)") + "\n" }
        if let footnote = table.footnote { output += prose(wording.string(footnote)) }
        return output
    }

    private func chart(_ chart: Chart) -> String {
        ChartText(chart, wording: wording, width: width).rendered()
    }
}
