import Bureau
import Labels
import WireAPI
import WorkCalendar

extension WriteReply {
    /// The answer of a command, with texts resolved and the words that take it back.
    init(_ result: CommandResult, schema: String = "zhaoshang/write.v1", _ call: Call, _ bureau: Bureau) async throws {
        let changed = try await bureau.resolved(result.outcome.changed)
        let acting = call.actingAs.map { "zs undo --as \($0)" } ?? "zs undo"
        self.init(
            schema: schema, id: result.outcome.id, events: result.events,
            changed: changed.map { ChangedField($0) },
            undo: result.outcome.undoable && !result.events.isEmpty ? acting : nil,
            dryRun: call.isDryRun ? true : nil)
    }
}

extension ChangedField {
    init(_ change: Change) {
        self.init(field: change.field, from: change.from.map(WireValue.text), to: change.to.map(WireValue.text))
    }
}

extension HistoryRecord {
    init(_ description: EventDescription, _ bureau: Bureau) async throws {
        let event = description.event
        self.init(
            seq: event.seq, at: event.instant.iso8601, actor: event.actor, onBehalf: event.onBehalf,
            verb: event.verb, subject: event.subject, effectiveOn: description.effectiveOn?.description,
            changed: try await bureau.resolved(description.changed).map { ChangedField($0) })
    }
}

extension Bureau {
    /// What happened to a record, newest first, as the wire shows it; empty where nothing is recorded.
    func historyRecords(_ id: String, _ caller: Caller) async throws -> [HistoryRecord] {
        var records: [HistoryRecord] = []
        for description in try await history(id, caller: caller) {
            records.append(try await HistoryRecord(description, self))
        }
        return records
    }
}
