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

    /// What a formula gave, as its indicator is printed; absent where a denominator is zero.
    static func of(_ value: Fraction?, key: String) -> Figure {
        let definition = IndicatorList.definition(key.hasSuffix(".cumulative") ? String(key.dropLast(11)) : key)
        guard let definition else { preconditionFailure("\(key) is no indicator") }
        let unit = Unit(rawValue: definition.unit.rawValue) ?? .count
        guard let value, let text = definition.text(value, decimals: definition.decimals) else {
            return Figure(value: nil, unit: unit, text: .absent, indicator: definition.code)
        }
        return Figure(value: definition.number(value), unit: unit, text: text, indicator: definition.code)
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
