import Labels
import TextLayout
import WireAPI

/// Entries on a page.
enum EntryTable {
    static func of(_ entries: [EntryRecord]) -> PageTable {
        PageTable(
            entries,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("date") { .text($0.date) },
                PageColumn("officer") { .named($0.officer, $0.officerName) },
                PageColumn("text", shrinkable: true) { .text($0.text) },
                PageColumn("links", shrinkable: true) { .list($0.links.map(\.name)) },
                PageColumn("tags", shrinkable: true) { .list($0.tags) },
                PageColumn("amount", .end) { .yuan($0.amount) },
                PageColumn("unit", usual: false) { .named($0.unit, $0.unitName) },
                PageColumn("kind", usual: false) { .code($0.kind) },
                PageColumn("source", usual: false) { .code($0.source) },
                PageColumn("withdrawn", usual: false) { .flag($0.withdrawn) },
            ])
    }

    static func fields(of entry: EntryRecord) -> [PageField] {
        [
            PageField("id", .text(entry.id)), PageField("date", .text(entry.date)),
            PageField("officer", .named(entry.officer, entry.officerName)),
            PageField("unit", .named(entry.unit, entry.unitName)),
            PageField("text", .text(entry.text)),
            PageField("links", .list(entry.links.map { [$0.id, $0.name].compactMap(\.self).joined(separator: " ") })),
            PageField("tags", .list(entry.tags)), PageField("kind", .code(entry.kind)),
            PageField("amount", .yuan(entry.amount)),
            PageField(
                "attributes",
                .list((entry.attributes ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })),
            PageField("source", .code(entry.source)), PageField("withdrawn", .flag(entry.withdrawn)),
        ]
    }
}
