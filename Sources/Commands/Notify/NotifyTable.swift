import WireAPI

/// Channels and deliveries on a page.
enum NotifyTable {
    static func of(_ channels: [ChannelRecord]) -> PageTable {
        PageTable(
            channels,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("code") { .text($0.code) },
                PageColumn("kind") { .code($0.kind) },
                PageColumn("active") { .flag($0.active) },
                PageColumn("units") { .text($0.units?.joined(separator: " ")) },
                PageColumn("officers") { .text($0.officers?.joined(separator: " ")) },
                PageColumn("kinds") { .text($0.kinds?.joined(separator: " ")) },
                PageColumn("pending") { .integer(Int64($0.pending)) },
                PageColumn("dead") { .integer(Int64($0.dead)) },
                PageColumn("reason", shrinkable: true) { .text($0.reason) },
            ])
    }

    static func of(_ deliveries: [DeliveryRecord]) -> PageTable {
        PageTable(
            deliveries,
            [
                PageColumn("number") { .integer($0.number) },
                PageColumn("at") { .instant($0.at) },
                PageColumn("channel") { .text($0.channel) },
                PageColumn("recipient") { .text($0.recipient) },
                PageColumn("kind") { .code($0.kind) },
                PageColumn("tasks", shrinkable: true) { .text($0.tasks.joined(separator: " ")) },
                PageColumn("state") { .code($0.state) },
                PageColumn("attempts") { .integer(Int64($0.attempts)) },
                PageColumn("code") { .text($0.code) },
                PageColumn("reason", shrinkable: true) { .text($0.reason) },
            ])
    }
}
