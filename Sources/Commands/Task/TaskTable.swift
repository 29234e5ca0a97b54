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
                PageColumn("product") { .code($0.product) },
                PageColumn("subject", shrinkable: true) { .text(named($0.subject, $0.subjectName)) },
                PageColumn("period") { .text($0.period) },
                PageColumn("due_at") { .instant($0.dueAt, isProvisional: $0.provisional ?? false) },
                PageColumn("state") { .code($0.state) },
                PageColumn("overdue_level", .end) { .integer($0.overdueLevel) },
                PageColumn("source", usual: false) { .text($0.source) },
                PageColumn("level", usual: false) { .code($0.level) },
                PageColumn("unit", usual: false) { .text($0.unit) },
                PageColumn("submitted_at", usual: false) { .instant($0.submittedAt) },
                PageColumn("on_time", usual: false) { .flag($0.onTime) },
                PageColumn("detected_late", usual: false) { .flag($0.detectedLate) },
                PageColumn("provisional", usual: false) { .flag($0.provisional) },
                PageColumn("reason", usual: false) { .code($0.reason) },
            ])
    }

    static func of(_ forecasts: [TaskForecast]) -> PageTable {
        PageTable(
            forecasts,
            [
                PageColumn("due_at") { .instant($0.dueAt, isProvisional: $0.provisional) },
                PageColumn("period") { .text($0.period) },
                PageColumn("rule", shrinkable: true) { .text(named($0.rule, $0.ruleName)) },
                PageColumn("subject", shrinkable: true) { .text(named($0.subject, $0.subjectName)) },
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
                PageField("id", .text(task.id)), PageField("product", .code(task.product)),
                PageField("subject", .text(named(task.subject, task.subjectName))),
                PageField("period", .text(task.period)),
                PageField("due_at", .instant(task.dueAt, isProvisional: task.provisional ?? false)),
                PageField("state", .code(task.state)), PageField("reason", .code(task.reason)),
                PageField("overdue_level", .integer(task.overdueLevel)),
                PageField("submitted_at", .instant(task.submittedAt)), PageField("on_time", .flag(task.onTime)),
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
                PageColumn("subject", shrinkable: true) { .text(named($0.subject, $0.subjectName)) },
                PageColumn("state") { .code($0.state) },
                PageColumn("id") { .text($0.id) },
            ])
    }

    private static func named(_ id: String, _ name: String?) -> String {
        [id, name].compactMap(\.self).joined(separator: " ")
    }
}
