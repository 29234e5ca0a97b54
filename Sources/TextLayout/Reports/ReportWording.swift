import Labels
import ReportModel

/// The words of a report in one language.
struct ReportWording {
    let report: Report
    let language: Language

    /// What stands where a figure does not exist.
    static let absent = "—"

    func string(_ phrase: Phrase) -> String { phrase[language] }

    func string(_ text: Text) -> String {
        switch text {
        case .phrase(let phrase): phrase[language]
        case .figure(let key): figure(key)
        case .number(let value): String(value)
        case .reference(let reference): reference.resolved ?? TextReference.erased[language]
        case .sequence(let parts):
            Amount(text).map { $0.sign + number(Double($0.yuan), unit: .yuan) } ?? parts.map(string).joined()
        }
    }

    /// An exact amount in a table cell: perhaps a plus sign, the number, then the word for yuan.
    struct Amount {
        let yuan: Int64
        let sign: String

        init?(_ text: Text) {
            guard case .sequence(let parts) = text, parts.last == .phrase(ReportLabel.yuan),
                case .number(let yuan) = parts.dropLast().last, parts.count <= 3
            else { return nil }
            self.yuan = yuan
            sign = parts.count == 3 ? "+" : ""
        }
    }

    func figure(_ key: String) -> String {
        guard let figure = report.figures[key] else { return Self.absent }
        let text = figure.text[language]
        return text.isEmpty ? Self.absent : text
    }

    func number(_ value: Double?, unit: Figure.Unit) -> String {
        FigureNumber.text(value, unit: unit, in: language) ?? Self.absent
    }

    func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

    /// Unit, period, state and the place in the log that the report was derived from, as one line.
    var particulars: String {
        let period = string(periodName)
        let state =
            switch report.state {
            case .draft: word("草稿", "draft")
            case .submitted: word("已提交", "submitted")
            case .frozen: word("已冻结", "frozen")
            }
        let version = report.version > 1 ? [word("第 \(report.version) 版", "version \(report.version)")] : []
        let parts =
            [string(report.unitName), period, state] + version
            + [
                word("截至 ", "as of ") + PeriodLabel.moment(report.asOf),
                word("序号 \(report.asOfSeq)", "seq \(report.asOfSeq)"),
            ]
        return parts.joined(separator: " · ")
    }

    private var periodName: Phrase {
        let own = PeriodLabel.name(report.period)
        guard let from = report.coversFrom.map(PeriodLabel.name) else { return own }
        return Phrase(zh: "\(from.zh)至\(own.zh)", en: "\(from.en) to \(own.en)")
    }

    /// A table in words. Where every number of a wide table is an amount, their unit stands in the caption (亿元 or 万元,
    /// RMB million) and the cells hold bare numbers, so that twelve months fit side by side.
    func cells(of table: Table) -> (caption: String?, rows: [[String]]) {
        let numbers = table.columns.indices.filter { table.columns[$0].alignment == .end }
        let amounts = table.rows.flatMap { row in numbers.map { Amount(row[$0]) } }
        guard numbers.count > 8, let caption = table.caption, !amounts.isEmpty, amounts.allSatisfy({ $0 != nil }) else {
            return (table.caption.map(string), table.rows.map { $0.map(string) })
        }
        let greatest = amounts.compactMap { $0?.yuan.magnitude }.max() ?? 0
        let (divisor, unit): (Double, String) =
            language == .en
            ? (1e6, " (RMB million)") : greatest >= 100_000_000 ? (1e8, "（亿元）") : (1e4, "（万元）")
        let rows = table.rows.map { row in
            row.map { text in
                guard let amount = Amount(text) else { return string(text) }
                // Millions with one decimal are as exact as 亿 with two, and leave room for twelve of them.
                return amount.sign + number(Double(amount.yuan) / divisor, unit: language == .en ? .days : .count)
            }
        }
        return (string(caption) + unit, rows)
    }

    /// The cards as a table: label, value, and those comparisons that at least one card has.
    func cardTable(_ cards: [Card]) -> (titles: [String], rows: [[String]]) {
        let figures = cards.map { report.figures[$0.figure] }
        let comparisons: [(title: String, value: (Figure) -> Double?)] = [
            (word("上期", "Previous"), { $0.previous }),
            (word("上年同期", "Year before"), { $0.samePeriodLastYear }),
            (word("目标", "Target"), { $0.target }),
        ]
        let shown = comparisons.filter { comparison in
            figures.contains { figure in figure.flatMap(comparison.value) != nil }
        }
        let hasTrend = cards.contains { $0.trend.count > 1 }
        let titles =
            [word("指标", "Indicator"), word("数值", "Value")] + shown.map(\.title)
            + (hasTrend ? [word("近十二个月", "Last 12 months")] : [])
        let rows = zip(cards, figures).map { card, figure in
            [string(card.label), self.figure(card.figure)]
                + shown.map { number(figure.flatMap($0.value), unit: figure?.unit ?? .count) }
                + (hasTrend ? [card.trend.count > 1 ? BarText.sparkline(card.trend) : ""] : [])
        }
        return (titles, rows)
    }

    /// A chart as a table: one row a category, one column a series.
    func chartTable(_ chart: Chart) -> (titles: [String], rows: [[String]]) {
        let titles = [""] + chart.series.map { string($0.name) }
        let rows = chart.categories.indices.map { index in
            [string(chart.categories[index])]
                + chart.series.map { series in
                    number(index < series.values.count ? series.values[index] : nil, unit: chart.unit)
                }
        }
        return (titles, rows)
    }
}
