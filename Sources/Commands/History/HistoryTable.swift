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
                PageColumn("actor") { .text($0.actor) },
                PageColumn("verb") { .text($0.verb) },
                PageColumn("changed", shrinkable: true) { .list($0.changed.map(change)) },
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

    private static func change(_ field: ChangedField) -> String {
        "\(field.field): \(field.from?.text ?? "–") → \(field.to?.text ?? "–")"
    }
}
