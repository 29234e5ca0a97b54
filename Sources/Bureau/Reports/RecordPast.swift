import Identifiers
import Promotion
import WorkCalendar

/// One version of a record, with the moment from which the log had it; no record once its addition was taken back.
struct RecordVersion<Record: PromotionRecord> {
    var record: Record?
    var at: Instant
}

extension Reading {
    /// Every version of a record that the log has, the newest first.
    func changes<Record: PromotionRecord>(
        of id: Identifier<Record.Kind>, _ type: Record.Type
    ) throws -> [RecordVersion<Record>] {
        try events(subject: id.description, limit: Int.max).compactMap { event in
            let change = try? FactCoding.decode(RecordChanged<Record>.self, from: event.payload)
            return change.map { RecordVersion(record: $0.after, at: event.instant) }
        }
    }

    /// A record as the log had it at the end of a day, for what of it carries no business date; nil when nothing of it was
    /// known by then.
    func record<Record: PromotionRecord>(
        _ id: Identifier<Record.Kind>, of type: Record.Type, knownOn day: CivilDate
    ) throws -> Record? {
        try changes(of: id, type).first { $0.at.date <= day }?.record
    }
}
