import Labels
import TextLayout
import WireAPI

/// Tasks on a page.
enum TaskTable {
    static func of(_ tasks: [TaskRecord]) -> PageTable {
        PageTable(
            tasks,
            [
                PageColumn("id") { .text($0.id) },
                PageColumn("product", shrinkable: true) { product($0) },
                PageColumn("subject", shrinkable: true) { .named($0.subject, $0.subjectName) },
                PageColumn("period") { .text($0.period ?? $0.clock) },
                PageColumn("due_at") { due($0) },
                PageColumn("state") { .code($0.state) },
                PageColumn("overdue_level", .end) { .integer($0.overdueLevel) },
                PageColumn("submitted_at") { .instant($0.submittedAt) },
                PageColumn("on_time") { onTime($0.onTime) },
                PageColumn("reason", shrinkable: true) { .code($0.reason) },
                PageColumn("source", usual: false) { .text($0.source) },
                PageColumn("warning", .end, usual: false) { .integer($0.warning) },
                PageColumn("level", usual: false) { .code($0.level) },
                PageColumn("unit", usual: false) { .text($0.unit) },
                PageColumn("detected_late", usual: false) { .flag($0.detectedLate) },
                PageColumn("provisional", usual: false) { .flag($0.provisional) },
                PageColumn("rule_name", usual: false) { .text($0.ruleName) },
            ])
    }

    static func of(_ forecasts: [TaskForecast]) -> PageTable {
        PageTable(
            forecasts,
            [
                PageColumn("due_at") { .instant($0.dueAt, isProvisional: $0.provisional) },
                PageColumn("period") { .text($0.period) },
                PageColumn("rule", shrinkable: true) { .named($0.rule, $0.ruleName) },
                PageColumn("subject", shrinkable: true) { .named($0.subject, $0.subjectName) },
                PageColumn("waived") { .code($0.waived) },
                PageColumn("level", usual: false) { .code($0.level) },
                PageColumn("product", usual: false) { .code($0.product) },
                PageColumn("provisional", usual: false) { .flag($0.provisional) },
                PageColumn("explain", usual: false) { .text($0.explain) },
            ])
    }

    static func parts(of document: TaskDocument) -> [Page.Part] {
        let task = document.task
        var parts: [Page.Part] = [
            .fields([
                PageField("id", .text(task.id)), PageField("product", product(task)),
                PageField("subject", .named(task.subject, task.subjectName)),
                PageField("period", .text(task.period)),
                PageField("clock", .text(task.clock)),
                PageField("due_at", due(task)),
                PageField("state", .code(task.state)), PageField("reason", .code(task.reason)),
                PageField("overdue_level", .integer(task.overdueLevel)),
                PageField("warning", .integer(task.warning)),
                PageField("submitted_at", .instant(task.submittedAt)), PageField("on_time", onTime(task.onTime)),
                PageField("detected_late", .flag(task.detectedLate)), PageField("source", .text(task.source)),
                PageField("unit", .text(task.unit)), PageField("level", .code(task.level)),
                PageField("summary", .text(document.narrative?.summary)),
                PageField("blockers", .text(document.narrative?.blockers)),
                PageField("next_steps", .text(document.narrative?.nextSteps)),
                PageField("help", .text(document.narrative?.help)),
            ])
        ]
        if !document.children.isEmpty { parts.append(.table(of(document.children))) }
        if !document.history.isEmpty { parts.append(.table(HistoryTable.of(document.history))) }
        return parts
    }

    static func parts(of reply: TaskActReply, in language: Language) -> [Page.Part] {
        var parts: [Page.Part] = [
            .table(
                PageTable(
                    reply.detail.tasks,
                    [PageColumn("id") { .text($0.id) }, PageColumn("state") { .code($0.state) }]))
        ]
        if let missing = reply.detail.missing, !missing.isEmpty {
            parts.append(.aside(language == .zh ? "缺少：" : "missing:"))
            parts.append(.table(of(missing)))
        }
        return parts + .asides(of: reply.write, in: language)
    }

    private static func of(_ children: [TaskChild]) -> PageTable {
        PageTable(
            children,
            [
                PageColumn("period") { .text($0.period) },
                PageColumn("subject", shrinkable: true) { .named($0.subject, $0.subjectName) },
                PageColumn("state") { .code($0.state) },
                PageColumn("id") { .text($0.id) },
            ])
    }

    /// The rule's name tells more than the kind of product; programs get the kind.
    private static func product(_ task: TaskRecord) -> PageCell {
        task.ruleName.map { .labelled(plain: task.product, shown: Phrase($0)) } ?? .code(task.product)
    }

    /// Nobody waits for a waived task.
    private static func due(_ task: TaskRecord) -> PageCell {
        if task.state == "waived" { return .labelled(plain: task.dueAt, shown: Phrase("—")) }
        return .instant(task.dueAt, isProvisional: task.provisional ?? false)
    }

    private static func onTime(_ isOnTime: Bool?) -> PageCell {
        switch isOnTime {
        case true?: .labelled(plain: "true", shown: Phrase(zh: "按时", en: "on time"))
        case false?: .labelled(plain: "false", shown: Phrase(zh: "迟报", en: "late"))
        case nil: .nothing
        }
    }
}
