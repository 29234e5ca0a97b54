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
        return section.blocks.compactMap { block in
            switch block {
            case .paragraph(let text), .note(let text):
                CSVTable(titles: [], rows: [[.text(heading), .text(wording.string(text))]])
            case .list(let items):
                CSVTable(titles: [], rows: items.map { [.text(heading), .text(wording.string($0))] })
            case .cards(let cards):
                CSVTable(
                    titles: [heading, wording.word("数值", "Value"), wording.word("单位", "Unit")],
                    rows: cards.map { card in
                        let number = ReportNumber(.figure(card.figure), wording)
                        return [
                            .text(wording.string(card.label)), number?.cell ?? .empty,
                            .text(number.map { name($0.unit) } ?? ""),
                        ]
                    })
            case .table(let table): self.table(table, heading: heading)
            case .chart(let chart): chart.isBesideTable == true ? nil : self.chart(chart, heading: heading)
            }
        }
    }

    /// The unit of a column stands in its title; where rows differ, in a column of its own at the end.
    private func table(_ table: Table, heading: String) -> CSVTable {
        let caption =
            table.caption.map { [CSVTable.Cell.text(heading), .text(wording.string($0))] } ?? [.text(heading)]
        let numbers = table.rows.map { row in
            zip(table.columns, row).map { column, text in
                column.alignment == .end ? ReportNumber(text, wording) : nil
            }
        }
        let units = table.columns.indices.map { index in
            Set(numbers.compactMap { index < $0.count ? $0[index]?.unit : nil })
        }
        let mixed = table.columns.indices.filter { units[$0].count > 1 }
        var titles = zip(table.columns, units).map { column, units in
            CSVTable.Cell.text(wording.string(column.title) + (units.count == 1 ? suffix(units.first) : ""))
        }
        if !mixed.isEmpty { titles.append(.text(wording.word("单位", "Unit"))) }
        let rows = zip(table.rows, numbers).map { row, numbers in
            var cells = row.indices.map { index in
                index < numbers.count && table.columns[index].alignment == .end
                    ? numbers[index]?.cell ?? word(row[index]) : .text(wording.string(row[index]))
            }
            if !mixed.isEmpty {
                cells.append(.text(mixed.lazy.compactMap { numbers[$0]?.unit }.first.map(name) ?? ""))
            }
            return cells
        }
        let footnote = table.footnote.map { [[CSVTable.Cell.text(wording.string($0))]] } ?? []
        return CSVTable(titles: [], rows: [caption, titles] + rows + footnote)
    }

    /// A number that does not exist stays empty.
    private func word(_ text: Text) -> CSVTable.Cell {
        let words = wording.string(text)
        return words == ReportWording.absent || words.isEmpty ? .empty : .text(words)
    }

    private func name(_ unit: Figure.Unit) -> String {
        switch unit {
        case .count: wording.word("个", "count")
        case .yuan: wording.word("元", "yuan")
        case .ratio: wording.word("比率", "ratio")
        case .days: wording.word("工作日", "working days")
        case .points: wording.word("百分点", "points")
        case .score: wording.word("分", "score")
        }
    }

    private func suffix(_ unit: Figure.Unit?) -> String {
        guard let unit, unit != .count else { return "" }
        return wording.word("（\(name(unit))）", " (\(name(unit)))")
    }

    private func chart(_ chart: Chart, heading: String) -> CSVTable {
        let titles: [CSVTable.Cell] =
            [.empty] + chart.series.map { .text(wording.string($0.name) + suffix(chart.unit)) }
        let rows = chart.categories.indices.map { index in
            [CSVTable.Cell.text(wording.string(chart.categories[index]))]
                + chart.series.map { ReportNumber.cell(index < $0.values.count ? $0.values[index] : nil, chart.unit) }
        }
        return CSVTable(
            titles: [], rows: [[.text(heading), .text(wording.string(chart.title))], titles] + rows)
    }

    private func figures() -> CSVTable {
        let rows = wording.report.figures.sorted { $0.key < $1.key }.map { key, figure -> [CSVTable.Cell] in
            [
                .text(key), ReportNumber.cell(figure.value, figure.unit), .text(figure.unit.rawValue),
                .text(figure.text[wording.language]),
                ReportNumber.cell(figure.previous, figure.unit),
                ReportNumber.cell(figure.samePeriodLastYear, figure.unit),
                ReportNumber.cell(figure.target, figure.unit),
            ]
        }
        return CSVTable(
            titles: ["figure", "value", "unit", "text", "previous", "same_period_last_year", "target"], rows: rows)
    }
}
