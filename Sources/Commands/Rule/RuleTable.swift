import Labels
import TextLayout
import WireAPI

/// Rules on a page.
enum RuleTable {
    static func of(_ rules: [RuleRecord], in language: Language) -> PageTable {
        PageTable(
            rules,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("code") { .text($0.code) },
                PageColumn("name", shrinkable: true) { .text(language == .zh ? $0.nameZh : $0.nameEn) },
                PageColumn("level") { .code($0.level) },
                PageColumn("scope") { .text($0.scope) },
                PageColumn("due", shrinkable: true) { .text($0.due) },
                PageColumn("wait") { .code($0.wait) },
                PageColumn("from", usual: false) { .text($0.from) },
                PageColumn("until", usual: false) { .text($0.until) },
                PageColumn("product", usual: false) { .code($0.product) },
                PageColumn("subjects", usual: false) { .text($0.subjects) },
                PageColumn("gathers", usual: false) { .code($0.gathers) },
                PageColumn("revision", .end, usual: false) { .integer($0.revision) },
            ])
    }

    static func of(_ revisions: [RuleRevisionRecord]) -> PageTable {
        PageTable(
            revisions,
            [
                PageColumn("number", .end) { .integer($0.number) },
                PageColumn("from") { .text($0.from) },
                PageColumn("due", shrinkable: true) { .text($0.due) },
                PageColumn("draft", shrinkable: true) { .text($0.draft) },
                PageColumn("comments", shrinkable: true) { .text($0.comments) },
                PageColumn("freeze", shrinkable: true) { .text($0.freeze) },
                PageColumn("wait") { .code($0.wait) },
                PageColumn("agenda_minutes_before", .end, usual: false) { .integer($0.agendaMinutesBefore) },
                PageColumn("catch_up", usual: false) { .code($0.catchUp) },
                PageColumn("ladder", usual: false) { .list($0.ladder) },
            ])
    }

    static func of(_ pauses: [RulePauseRecord]) -> PageTable {
        PageTable(
            pauses,
            [
                PageColumn("paused_from") { .text($0.from) }, PageColumn("until") { .text($0.until) },
                PageColumn("policy") { .text($0.policy) }, PageColumn("reason", shrinkable: true) { .text($0.reason) },
            ])
    }

    static func fields(of rule: RuleRecord) -> [PageField] {
        [
            PageField("id", .text(rule.id)), PageField("code", .text(rule.code)),
            PageField("name_zh", .text(rule.nameZh)), PageField("name_en", .text(rule.nameEn)),
            PageField("level", .code(rule.level)), PageField("product", .code(rule.product)),
            PageField("scope", .text(rule.scope)), PageField("subjects", .text(rule.subjects)),
            PageField("gathers", .code(rule.gathers)), PageField("due", .text(rule.due)),
            PageField("wait", .code(rule.wait)), PageField("from", .text(rule.from)),
            PageField("until", .text(rule.until)), PageField("revision", .integer(rule.revision)),
        ]
    }
}
