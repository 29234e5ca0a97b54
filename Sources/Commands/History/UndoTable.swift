import Labels
import WireAPI

/// Commands that were taken back or done again, on a page.
enum UndoTable {
    static func parts(of reply: UndoReply, in language: Language) -> [Page.Part] {
        [
            .table(
                PageTable(
                    reply.detail.commands,
                    [
                        PageColumn("verb") { .verb($0.verb) },
                        PageColumn("id") { .text($0.id) },
                        PageColumn("events") { .list($0.events.map(String.init)) },
                        PageColumn("command", usual: false) { .text($0.command) },
                    ])),
            .changes(reply.write.changed),
        ] + .asides(of: reply.write, in: language)
    }
}
