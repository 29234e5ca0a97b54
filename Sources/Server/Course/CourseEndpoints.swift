import Bureau
import Labels
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var course: [Endpoint] {
        [
            endpoint(Routes.history) { call, caller in
                let id = call.parameter("id")
                return HistoryDocument(id: id, events: try await bureau.historyRecords(id, caller))
            },
            endpoint(Routes.undo) { call, caller in
                try await reversed(bureau.undo(call.words, caller: caller), call)
            },
            endpoint(Routes.redo) { call, caller in
                try await reversed(bureau.redo(call.words, caller: caller), call)
            },
            endpoint(Routes.auditShow) { call, caller in
                let events = try await bureau.showAudit(call.words, caller: caller)
                return AuditDocument(
                    events: events.map { AuditEvent($0) }, next: events.last.map { String($0.seq) })
            },
            endpoint(Routes.auditVerify) { call, caller in
                let report = try await bureau.verifyAudit(caller: caller)
                return AuditVerificationDocument(
                    ok: report.firstBadSeq == nil, events: report.events, headHash: report.headHash,
                    firstBadSeq: report.firstBadSeq)
            },
        ]
    }

    private func reversed(_ result: CommandResult, _ call: Call) async throws -> UndoReply {
        var write = try await WriteReply(result, schema: UndoDetail.schema, call, bureau)
        // The commands stand in the detail.
        write.changed = []
        // An undo is taken back by redo, and a redo by undo.
        if write.undo != nil, call.route.verb == "undo" {
            write.undo = call.actingAs.map { "zs redo --as \($0)" } ?? "zs redo"
        }
        return UndoReply(
            write,
            UndoDetail(
                commands: result.outcome.changed.map {
                    UndoneCommand(command: result.command, verb: $0.from ?? "", id: $0.to, events: result.events)
                }))
    }
}

extension AuditEvent {
    init(_ event: Event) {
        self.init(
            seq: event.seq, at: event.instant.iso8601, actor: event.actor, onBehalf: event.onBehalf,
            command: event.command, verb: event.verb, subject: event.subject,
            payload: String(decoding: event.payload, as: UTF8.self), hash: Self.hexadecimal(event.hash))
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
