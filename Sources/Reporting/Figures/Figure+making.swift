import Labels
import Promotion
import ReportModel

extension Phrase {
    /// What stands where a figure does not exist.
    static let absent = Phrase("—")
}

extension Figure {
    /// A whole number of things or of yuan, by what the key counts.
    static func whole(_ value: Int64, key: String) -> Figure {
        let amount = FigureValues.isAmount(key)
        return Figure(
            value: Double(value), unit: amount ? .yuan : .count,
            text: amount ? Money(yuan: value).phrase : Phrase(String(value)), indicator: indicator(of: key))
    }

    /// A share, one decimal; absent over zero.
    static func share(_ ratio: Ratio?, key: String) -> Figure {
        Figure(
            value: ratio?.decimalValue, unit: .ratio,
            text: ratio?.percentText(decimals: 1).map { Phrase($0) } ?? .absent, indicator: indicator(of: key))
    }

    /// A difference of two shares in percentage points, one decimal, with its sign; the value is in points.
    static func points(_ ratio: Ratio?, key: String) -> Figure {
        var text = Phrase.absent
        if let number = ratio?.percentNumber(decimals: 1), let ratio {
            let ahead = (ratio.numerator > 0) == (ratio.denominator > 0) && ratio.numerator != 0 && number != "0.0"
            let sign = ahead ? "+" : ""
            text = Phrase(zh: "\(sign)\(number)个百分点", en: "\(sign)\(number) points")
        }
        return Figure(
            value: ratio?.decimalValue.map { $0 * 100 }, unit: .points, text: text, indicator: indicator(of: key))
    }

    /// The indicator of domain.md that a key names: `K13` in `late.K13.amount`.
    private static func indicator(of key: String) -> String? {
        for part in key.split(separator: "." as Character) {
            let number = part.dropFirst()
            if part.first == "K", !number.isEmpty, number.allSatisfy(\.isNumber) { return String(part) }
        }
        return nil
    }
}
