import Labels
import TextLayout
import WireAPI

/// Events on a page.
enum HistoryTable {
    static func of(_ events: [HistoryRecord]) -> PageTable {
        PageTable(
            events,
            [
                PageColumn("seq", .end) { .integer($0.seq) },
                PageColumn("at") { .instant($0.at) },
                PageColumn("actor") { actor($0) },
                PageColumn("verb") { .verb($0.verb) },
                PageColumn("changed", shrinkable: true) { changes($0.changed) },
                PageColumn("on_behalf", usual: false) { .text($0.onBehalf) },
                PageColumn("subject", usual: false) { .text($0.subject) },
                PageColumn("effective_on", usual: false) { .text($0.effectiveOn) },
                PageColumn("compensates", usual: false) { .list(($0.compensates ?? []).map(String.init)) },
            ])
    }

    static func of(_ events: [AuditEvent]) -> PageTable {
        PageTable(
            events,
            [
                PageColumn("seq", .end) { .integer($0.seq) },
                PageColumn("at") { .instant($0.at) },
                PageColumn("actor") { .text($0.actor) },
                PageColumn("verb") { .text($0.verb) },
                PageColumn("subject", shrinkable: true) { .text($0.subject) },
                PageColumn("on_behalf") { .text($0.onBehalf) },
                PageColumn("command", usual: false) { .text($0.command) },
                PageColumn("payload", usual: false) { .text($0.payload) },
                PageColumn("hash", usual: false) { .text($0.hash) },
            ])
    }

    /// Whose act it was, and by which login where that is another's.
    private static func actor(_ event: HistoryRecord) -> PageCell {
        guard let person = event.onBehalf, person != event.actor else { return .text(event.actor) }
        return .labelled(
            plain: event.actor, shown: Phrase(zh: "\(person)（\(event.actor)）", en: "\(person) (\(event.actor))"))
    }

    private static func changes(_ fields: [ChangedField]) -> PageCell {
        let lines = fields.map(\.line)
        guard !lines.isEmpty else { return .nothing }
        func joined(_ texts: [String]) -> String { texts.joined(separator: ", ") }
        return .labelled(
            plain: joined(lines.map(\.plain)),
            shown: Phrase(zh: joined(lines.map { $0.shown(in: .zh) }), en: joined(lines.map { $0.shown(in: .en) })))
    }
}
