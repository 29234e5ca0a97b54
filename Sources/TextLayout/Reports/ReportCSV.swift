public import Labels
public import ReportModel

/// A report as one CSV file: its particulars, every table under its section and caption, and all figures at the end.
/// Blocks are separated by an empty line. Figures are numbers here (yuan, decimals of 1), not their texts.
public struct ReportCSV {
    private let wording: ReportWording

    public init(_ report: Report, language: Language) {
        wording = ReportWording(report: report, language: language)
    }

    public func rendered() -> String {
        let head = CSVTable(
            titles: [], rows: [[.text(wording.string(wording.report.title))], [.text(wording.particulars)]])
        let parts = [head] + wording.report.sections.flatMap(tables) + [figures()]
        return "\u{FEFF}" + parts.map { $0.lines() }.joined(separator: "\r\n")
    }

    private func tables(of section: Section) -> [CSVTable] {
        let heading = wording.string(section.heading)
        return section.blocks.map { block in
            switch block {
            case .paragraph(let text), .note(let text):
                CSVTable(titles: [], rows: [[.text(heading), .text(wording.string(text))]])
            case .list(let items):
                CSVTable(titles: [], rows: items.map { [.text(heading), .text(wording.string($0))] })
            case .cards(let cards):
                CSVTable(
                    titles: [heading, wording.word("数值", "Value")],
                    rows: cards.map { [.text(wording.string($0.label)), cell(.figure($0.figure))] })
            case .table(let table): self.table(table, heading: heading)
            case .chart(let chart): self.chart(chart, heading: heading)
            }
        }
    }

    private func table(_ table: Table, heading: String) -> CSVTable {
        let caption =
            table.caption.map { [CSVTable.Cell.text(heading), .text(wording.string($0))] } ?? [.text(heading)]
        let titles = table.columns.map { CSVTable.Cell.text(wording.string($0.title)) }
        let footnote = table.footnote.map { [[CSVTable.Cell.text(wording.string($0))]] } ?? []
        return CSVTable(titles: [], rows: [caption, titles] + table.rows.map { $0.map(cell) } + footnote)
    }

    private func chart(_ chart: Chart, heading: String) -> CSVTable {
        let titles: [CSVTable.Cell] = [.empty] + chart.series.map { .text(wording.string($0.name)) }
        let rows = chart.categories.indices.map { index in
            [CSVTable.Cell.text(wording.string(chart.categories[index]))]
                + chart.series.map { number(index < $0.values.count ? $0.values[index] : nil) }
        }
        return CSVTable(
            titles: [], rows: [[.text(heading), .text(wording.string(chart.title))], titles] + rows)
    }

    private func figures() -> CSVTable {
        let rows = wording.report.figures.sorted { $0.key < $1.key }.map { key, figure -> [CSVTable.Cell] in
            [
                .text(key), number(figure.value), .text(figure.unit.rawValue), .text(figure.text[wording.language]),
                number(figure.previous), number(figure.samePeriodLastYear), number(figure.target),
            ]
        }
        return CSVTable(
            titles: ["figure", "value", "unit", "text", "previous", "same_period_last_year", "target"], rows: rows)
    }

    private func cell(_ text: Text) -> CSVTable.Cell {
        switch text {
        case .number(let value): .integer(value)
        case .figure(let key): number(wording.report.figures[key]?.value)
        case .phrase, .reference, .sequence: .text(wording.string(text))
        }
    }

    private func number(_ value: Double?) -> CSVTable.Cell {
        value.map { .decimal($0) } ?? .empty
    }
}
