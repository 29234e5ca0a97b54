import Identifiers
public import Promotion

extension RecordChanged: EventFact {
    public static var family: String { Record.noun }
}

extension Writing {
    /// The next free id of a noun.
    func nextID<Record: PromotionRecord>(_ type: Record.Type) throws -> Identifier<Record.Kind> {
        Identifier(try nextNumber(Record.Kind.prefix))
    }

    /// Appends what became of a record; nothing when it stayed as it was.
    @discardableResult
    func append<Record: PromotionRecord>(_ verb: String, before: Record?, after: Record?) throws -> Event? {
        guard before != after, let id = (after ?? before)?.id else { return nil }
        return try append(NewEvent(verb, id, RecordChanged(before: before, after: after)))
    }
}

extension PromotionRecord {
    /// The fields in which two states differ, by the names of the later one.
    static func changes(from before: Self?, to after: Self?) -> [Change] {
        let old = before?.fields ?? []
        let new = after?.fields ?? []
        var names: [String] = []
        for field in new + old where !names.contains(field.name) { names.append(field.name) }
        return names.compactMap { name in
            let (from, to) = (value(name, in: old), value(name, in: new))
            return from == to ? nil : Change(name, from: from, to: to)
        }
    }

    private static func value(_ name: String, in fields: [RecordField]) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// The compensating event of one of the noun.
    static func compensation(of event: Event) throws -> NewEvent {
        let fact = try FactCoding.decode(RecordChanged<Self>.self, from: event.payload)
        return try NewEvent(
            "\(noun).reversed", event.subject, RecordChanged<Self>(before: fact.after, after: fact.before))
    }

    static func changes(in event: Event) throws -> [Change] {
        let fact = try FactCoding.decode(RecordChanged<Self>.self, from: event.payload)
        return changes(from: fact.before, to: fact.after)
    }
}
