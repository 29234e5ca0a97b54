public import Labels
public import ReportModel

/// A report as Markdown. Charts are shown as the tables of their values.
public struct ReportMarkdown {
    private let wording: ReportWording

    public init(_ report: Report, language: Language) {
        wording = ReportWording(report: report, language: language)
    }

    public func rendered() -> String {
        var parts = [
            MarkdownText.heading(wording.string(wording.report.title), level: 1),
            MarkdownText.escaped(wording.particulars) + "\n",
        ]
        for section in wording.report.sections {
            let heading = wording.string(section.heading)
            if !heading.isEmpty { parts.append(MarkdownText.heading(heading, level: 2)) }
            parts += section.blocks.map(block).filter { !$0.isEmpty }
        }
        if let hash = wording.report.hash { parts.append("`\(hash)`\n") }
        return parts.joined(separator: "\n")
    }

    private func block(_ block: Block) -> String {
        switch block {
        case .paragraph(let text): return paragraphs(wording.string(text))
        case .note(let text): return "> " + MarkdownText.escaped(wording.string(text)) + "\n"
        case .list(let items): return items.map { MarkdownText.item(wording.string($0)) }.joined()
        case .cards(let cards):
            let (titles, rows) = wording.cardTable(cards)
            let last = cards.contains { $0.trend.count > 1 } ? titles.count - 1 : titles.count
            let alignments = titles.indices.map { $0 == 0 || $0 == last ? CellText.Alignment.start : .end }
            return MarkdownText.table(titles: titles, alignments: alignments, rows: rows)
        case .table(let table): return self.table(table)
        case .chart(let chart) where chart.isBesideTable == true: return ""
        case .chart(let chart):
            let (titles, rows) = wording.chartTable(chart)
            let alignments = titles.indices.map { $0 == 0 ? CellText.Alignment.start : .end }
            return MarkdownText.heading(wording.string(chart.title), level: 3) + "\n"
                + MarkdownText.table(titles: titles, alignments: alignments, rows: rows)
        }
    }

    private func paragraphs(_ text: String) -> String {
        text.split(separator: "\n").map { MarkdownText.escaped(String($0)) + "\n" }.joined(separator: "\n")
    }

    private func table(_ table: Table) -> String {
        var parts: [String] = []
        let (caption, rows) = wording.cells(of: table)
        if let caption { parts.append(MarkdownText.heading(caption, level: 3)) }
        parts.append(
            MarkdownText.table(
                titles: table.columns.map { wording.string($0.title) },
                alignments: table.columns.map { $0.alignment == .end ? .end : .start },
                rows: rows))
        if let footnote = table.footnote { parts.append(MarkdownText.escaped(wording.string(footnote)) + "\n") }
        return parts.joined(separator: "\n")
    }
}
