import Labels
import WireAPI

extension Page.Part {
    /// What a write changed.
    static func changes(_ changed: [ChangedField]) -> Page.Part {
        .table(
            PageTable(
                changed,
                [
                    PageColumn("field") { $0.fieldCell },
                    PageColumn("from", shrinkable: true) { $0.cell($0.from) },
                    PageColumn("to", shrinkable: true) { $0.cell($0.to) },
                ]))
    }
}

extension Array where Element == Page.Part {
    /// The record, its changes, and how to take them back.
    static func written(_ reply: WriteReply, in language: Language) -> [Page.Part] {
        var parts: [Page.Part] = []
        if let id = reply.id {
            parts.append(.fields([PageField("id", .text(id))]))
        }
        parts.append(.changes(reply.changed))
        return parts + asides(of: reply, in: language)
    }

    /// How to take a write back, or that nothing was written.
    static func asides(of reply: WriteReply, in language: Language) -> [Page.Part] {
        if reply.dryRun == true {
            return [.aside(language == .zh ? "试运行：什么也没有写入" : "dry run: nothing was written")]
        }
        if reply.events.isEmpty, reply.changed.isEmpty {
            return [.aside(language == .zh ? "没有变化" : "nothing changed")]
        }
        return reply.undo.map { [.aside((language == .zh ? "撤销：" : "undo: ") + $0)] } ?? []
    }

    /// How to see the rest of a list.
    static func more(_ next: String?, in language: Language) -> [Page.Part] {
        next.map { [.aside((language == .zh ? "还有更多：加上 after:" : "there is more: add after:") + $0)] } ?? []
    }
}
