import Cadence
import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    private enum Part: CaseIterable {
        case summary, blockers, nextSteps, help

        var label: Phrase {
            switch self {
            case .summary: Phrase(zh: "综述", en: "Summary")
            case .blockers: Phrase(zh: "存在问题", en: "Blockers")
            case .nextSteps: Phrase(zh: "下步打算", en: "Next steps")
            case .help: Phrase(zh: "需要支持", en: "Help needed")
            }
        }

        func text(_ narrative: Narrative) -> TextStub? {
            switch self {
            case .summary: narrative.summary
            case .blockers: narrative.blockers
            case .nextSteps: narrative.nextSteps
            case .help: narrative.help
            }
        }
    }

    /// What heads added to the drafts of one level: by unit, then period. Where a period asks one unit for several
    /// things, each says which it is.
    func narrativeBlocks(_ level: PeriodKind) -> [Block] {
        let tasks = unitTasks(level).filter { $0.status.narrative != nil }
        var order: [Subject] = []
        var bySubject: [Subject: [Text]] = [:]
        let severalProducts = Set(tasks.map(product)).count > 1
        for task in tasks {
            let parts = narrativeParts(task)
            guard !parts.isEmpty else { continue }
            var heads: [Phrase] = []
            if level == facts.kind {
                heads.append(name(task.subject))
            } else {
                heads.append(PeriodLabel.name(task.period.key))
            }
            if severalProducts { heads.append(product(task)) }
            let head = Phrase(
                zh: heads.map(\.zh).joined(separator: "·") + "　", en: heads.map(\.en).joined(separator: ", ") + " — ")
            if bySubject[task.subject] == nil { order.append(task.subject) }
            bySubject[task.subject, default: []].append(.sequence([.phrase(head)] + parts))
        }
        order.sort()
        if level == facts.kind { return order.isEmpty ? [] : [.list(order.flatMap { bySubject[$0] ?? [] })] }
        return order.flatMap { [Block.paragraph(.phrase(name($0))), .list(bySubject[$0] ?? [])] }
    }

    private func narrativeParts(_ task: Obligation) -> [Text] {
        guard let narrative = task.status.narrative else { return [] }
        var parts: [Text] = []
        for part in Part.allCases {
            guard let stub = part.text(narrative) else { continue }
            if !parts.isEmpty { parts.append(.phrase(zh: "；", en: "; ")) }
            parts += [.phrase(zh: "\(part.label.zh)：", en: "\(part.label.en): "), reference(stub)]
        }
        return parts
    }

    func narrativeOrNothing(_ level: PeriodKind) -> [Block] {
        let blocks = narrativeBlocks(level)
        return blocks.isEmpty ? [.paragraph(.phrase(zh: "无。", en: "None."))] : blocks
    }

    /// Work that is due: overdue first, then by due time. Tasks of the same rule, period and due time stand together.
    var agendaBlocks: [Block] {
        struct Key: Hashable {
            var source: String
            var period: Period
            var dueAt: Instant
        }
        var groups: [Key: [Obligation]] = [:]
        for task in facts.tasks.pending {
            groups[Key(source: task.source, period: task.period, dueAt: task.dueAt), default: []].append(task)
        }
        let overdueFirst = groups.sorted { left, right in
            (left.key.dueAt, left.key.period, left.key.source) < (right.key.dueAt, right.key.period, right.key.source)
        }
        // What was due after a period that is over was not overdue in it.
        let judgedAt = min(facts.asOf, Instant(facts.days.upperBound + 1, .midnight))
        var rows: [[Text]] = overdueFirst.compactMap { key, tasks in
            tasks.first.map { agendaRow($0, tasks, overdue: key.dueAt <= judgedAt) }
        }
        let coming = facts.agenda.sorted { ($0.dueAt, $0.rule.id, $0.period) < ($1.dueAt, $1.rule.id, $1.period) }
        rows += coming.map { task in
            [
                .plain((task.provisional ? "~" : "") + moment(task.dueAt)), .phrase(task.rule.name),
                .plain(task.period.key), .phrase(nameInScope(task.rule.scope)),
                .phrase(zh: "将到期", en: "coming"),
            ]
        }
        guard !rows.isEmpty else { return [.paragraph(.phrase(zh: "无待办任务。", en: "Nothing is due."))] }
        return [
            .table(
                Table(
                    columns: [
                        .start("时限", "Due"), .start("任务", "Task"), .start("期间", "Period"), .start("责任方", "Who"),
                        .start("状态", "State"),
                    ], rows: rows))
        ]
    }

    private func agendaRow(_ first: Obligation, _ tasks: [Obligation], overdue: Bool) -> [Text] {
        let names = tasks.sorted { ($0.subject, $0.id) < ($1.subject, $1.id) }.map { name($0.subject) }
        let state =
            overdue ? Phrase(zh: "逾期", en: "overdue") : ReportLabel.taskState(first.status.state.rawValue)
        return [
            due(first), .phrase(product(first)), .plain(first.period.key),
            .phrase(zh: names.map(\.zh).joined(separator: "、"), en: names.map(\.en).joined(separator: ", ")),
            .phrase(state),
        ]
    }
}
