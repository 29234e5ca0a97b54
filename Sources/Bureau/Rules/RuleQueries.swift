public import Cadence
import Identifiers
import Labels
import Promotion
public import WorkCalendar

extension Bureau {
    static func rule(_ text: String, in rules: [Rule]) throws -> Rule {
        if let id = RuleID(text), let rule = rules.first(where: { $0.id == id }) { return rule }
        if let rule = rules.first(where: { $0.code == text.lowercased() }) { return rule }
        throw ZhaoshangError(
            .notFound, zh: "没有这条规则：\(text)", en: "no such rule: \(text)",
            hint: Phrase(zh: "查看：zs rule list", en: "see: zs rule list"), details: ["id": .text(text)])
    }

    /// Rules whose scope is the unit, below it or above it; all for an administrator without a unit.
    public func listRules(_ words: CommandWords, caller: Caller) async throws -> [Rule] {
        try await read(caller) { context in
            let rules = try context.store.rules()
            if caller.principal == nil, caller.unit == nil {
                try context.authorise("rule.list", .none)
                return rules
            }
            let unit = try context.scope("rule.list")
            return rules.filter {
                context.tree.contains($0.scope, below: unit) || context.tree.contains(unit, below: $0.scope)
            }
        }
    }

    public func showRule(_ text: String, caller: Caller) async throws -> RuleView {
        try await read(caller) { context in
            try context.authorise("rule.show", .none)
            let rule = try Self.rule(text, in: context.store.rules())
            return RuleView(
                rule: rule, watermark: try context.store.watermarks()[rule.id],
                reasons: try context.store.texts((rule.pauses ?? []).map(\.reason.id)))
        }
    }
}

/// A rule with what is known of its course.
public struct RuleView: Sendable {
    public var rule: Rule
    /// The newest period that has tasks.
    public var watermark: Period?
    /// Of its pauses, by the text's number.
    public var reasons: [Int64: String]
}

extension Bureau {
    /// `zs task explain R-2 2026-W09`: when the rule's work of a period is due, and why.
    public func explainRule(_ text: String, in period: String, caller: Caller) async throws -> DueExplanation {
        try await read(caller) { context in
            try context.authorise("task.explain", .none)
            let rule = try Self.rule(text, in: context.store.rules())
            let period = try DateReading.period(period, today: context.today, kind: rule.level)
            guard let revision = rule.revision(in: period) else {
                throw ZhaoshangError(
                    .notFound, zh: "\(rule.id) 在 \(period.key) 不生效", en: "\(rule.id) does not hold in \(period.key)",
                    hint: Phrase(zh: "查看：zs rule show \(rule.id)", en: "see: zs rule show \(rule.id)"))
            }
            if let pause = rule.pause(in: period), pause.asksNothing {
                throw ZhaoshangError(
                    .notFound, zh: "\(period.key) 无任务到期：\(rule.code) 已暂停（\(pause.wording)，waived:pause）",
                    en: "nothing is due in \(period.key): \(rule.code) is paused (\(pause.wording), waived:pause)",
                    hint: Phrase(zh: "查看：zs rule show \(rule.code)", en: "see: zs rule show \(rule.code)"))
            }
            guard case .due(let at, let provisional) = revision.due.due(in: period, calendar: context.calendar) else {
                throw ZhaoshangError(
                    .notFound, zh: "\(period.key) 没有工作日，无任务到期（waived:calendar）",
                    en: "nothing is due in \(period.key): it has no working day (waived:calendar)",
                    hint: Phrase(
                        zh: "查看：zs calendar show \(period.key)", en: "see: zs calendar show \(period.key)"))
            }
            return DueExplanation(
                rule: rule, revision: revision, period: period,
                calendarRevision: try context.store.calendarRevision(), at: at, provisional: provisional)
        }
    }
}
