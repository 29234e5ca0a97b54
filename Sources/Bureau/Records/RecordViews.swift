import Identifiers
import Labels
import Promotion
import WorkCalendar

/// A record as people see it: its id and its fields, texts resolved, erased ones absent.
public struct RecordView: Sendable {
    public enum Value: Sendable, Hashable {
        case text(String)
        case number(Int64)
    }

    public var id: String
    public var fields: [(name: String, value: Value)]
    public subscript(name: String) -> Value? { fields.first { $0.name == name }?.value }
}

extension ReadContext {
    func views<Record: PromotionRecord>(
        _ records: [Record], extra: (Record) -> [(String, RecordView.Value)] = { _ in [] }
    ) throws -> [RecordView] {
        let ids = records.flatMap { $0.texts.map(\.id) }
        let texts = ids.isEmpty ? [:] : try store.texts(ids)
        return records.map { record in
            var fields: [(name: String, value: RecordView.Value)] = []
            for field in record.fields {
                guard let value = field.value, let shown = Self.shown(value, field.name, texts) else { continue }
                fields.append((field.name, shown))
            }
            for (name, value) in extra(record) {
                fields.removeAll { $0.name == name }
                fields.append((name, value))
            }
            return RecordView(id: record.id.description, fields: fields)
        }
    }

    private static func shown(_ value: String, _ name: String, _ texts: [Int64: String]) -> RecordView.Value? {
        if value.hasPrefix("text#"), !value.contains(" ") {
            let parts = value.dropFirst(5).split(separator: "=", maxSplits: 1)
            guard let id = parts.first.flatMap({ Int64($0) }) else { return .text(value) }
            return texts[id].map { .text($0 + (parts.count > 1 ? "=" + parts[1] : "")) }
        }
        if numbers.contains(name), let number = Int64(value) { return .number(number) }
        return .text(value)
    }

    private static let numbers: Set<String> = [
        "amount", "counted", "budget", "spent", "weight", "planned_total", "planned_fixed", "energy", "output", "tax",
        "jobs", "contract_value",
    ]
}
