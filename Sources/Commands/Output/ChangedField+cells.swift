import Labels
import WireAPI

extension ChangedField {
    /// `J-95.withdrawn` is the record and a field of it, in words; the keys of settings stay as they are.
    var fieldCell: PageCell {
        let (record, key) = parts
        let label = key.map(FieldLabel.of)
        return .labelled(
            plain: field,
            shown: Phrase(
                zh: [record, label?.zh].compactMap(\.self).joined(separator: " "),
                en: [record, label?.en].compactMap(\.self).joined(separator: " ")))
    }

    /// A value as the field is read: money as money, flags and codes as words, instants to the minute.
    func cell(_ value: WireValue?) -> PageCell {
        let key = parts.key
        switch value {
        case .text("true") where key != "text": return .flag(true)
        case .text("false") where key != "text": return .flag(false)
        case .text(let text) where key.map(Self.money.contains) ?? false:
            return Int64(text).map { .yuan($0) } ?? .text(text)
        case .integer(let yuan) where key.map(Self.money.contains) ?? false: return .yuan(yuan)
        case .text(let text) where Self.isInstant(text): return .instant(text)
        case .text(let text) where key.map(Self.codes.contains) ?? true: return .code(text)
        default: return .value(value)
        }
    }

    /// Fields in whole yuan.
    private static let money: Set = [
        "amount", "budget", "contract_value", "counted", "estimated_investment", "investment", "output",
        "planned_fixed", "planned_total", "spent", "tax",
    ]

    /// Fields whose values are words of the product.
    private static let codes: Set = [
        "category", "colour", "component", "fair_competition", "kind", "level", "note", "path_stage", "pending_stage",
        "result", "review", "source", "stage", "standing", "state", "step", "threshold", "verdict", "wait",
    ]

    /// `amount: 2.6亿元 → 7000万元`
    var line: PageCell {
        let (from, to) = (cell(self.from), cell(self.to))
        func text(_ language: Language) -> String {
            let sides = [from, to].map { $0.plain.isEmpty ? "–" : $0.shown(in: language) }
            return "\(fieldCell.shown(in: language)): \(sides[0]) → \(sides[1])"
        }
        return .labelled(
            plain: "\(field): \(self.from?.text ?? "–") → \(self.to?.text ?? "–")",
            shown: Phrase(zh: text(.zh), en: text(.en)))
    }

    /// The record that changed along, and the field; only the record where it changed as a whole.
    private var parts: (record: String?, key: String?) {
        let halves = field.split(separator: ".", maxSplits: 1).map(String.init)
        guard let first = halves.first, Self.isRecord(first) else { return (nil, field) }
        return (first, halves.count > 1 ? halves[1] : nil)
    }

    private static func isRecord(_ text: String) -> Bool {
        let halves = text.split(separator: "-", omittingEmptySubsequences: false)
        return halves.count == 2 && halves[0].count == 1 && Int(halves[1]) != nil
    }

    private static func isInstant(_ text: String) -> Bool {
        text.count == 25 && text.dropFirst(10).first == "T" && text.hasSuffix("+08:00")
    }
}
