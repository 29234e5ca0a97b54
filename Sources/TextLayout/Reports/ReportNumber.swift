import Labels
import ReportModel

/// The number behind a cell of a report, for spreadsheets: whole yuan, decimals of 1, points with one decimal.
struct ReportNumber {
    let cell: CSVTable.Cell
    let unit: Figure.Unit

    /// Nothing where the cell is words, or a figure without a value.
    init?(_ text: Text, _ wording: ReportWording) {
        if let amount = ReportWording.Amount(text) {
            (cell, unit) = (.integer(amount.yuan), .yuan)
            return
        }
        switch text {
        case .number(let value): (cell, unit) = (.integer(value), .count)
        case .figure(let key):
            guard let figure = wording.report.figures[key], figure.value != nil else { return nil }
            (cell, unit) = (Self.cell(figure.value, figure.unit), figure.unit)
        case .sequence(let parts):
            // A change with its plus sign.
            guard parts.count == 2, parts[0] == .plain("+"), case .number(let value) = parts[1] else { return nil }
            (cell, unit) = (.integer(value), .count)
        case .phrase(let phrase):
            // A share that is printed and nowhere else: as exact as it is printed.
            let words = phrase[wording.language]
            guard words.hasSuffix("%"), let value = Double(words.dropLast()) else { return nil }
            (cell, unit) = (Self.cell(value / 100, .ratio), .ratio)
        case .reference: return nil
        }
    }

    static func cell(_ value: Double?, _ unit: Figure.Unit) -> CSVTable.Cell {
        guard let value, value.isFinite else { return .empty }
        switch unit {
        case .ratio: return .decimal((value * 1e6).rounded() / 1e6)
        case .points: return .decimal((value * 10).rounded() / 10)
        case .count, .yuan, .days, .score: return .decimal(value)
        }
    }
}
