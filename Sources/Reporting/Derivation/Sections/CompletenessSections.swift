import Cadence
import Identifiers
import Labels
import Promotion
import ReportModel
import WorkCalendar

extension ReportPage {
    /// Expected and reported days of each officer, with the rates.
    var completenessBlocks: [Block] {
        guard !book.completeness.officers.isEmpty else {
            return [.paragraph(.phrase(zh: "本期没有日盘点任务。", en: "No daily inventories were due in this period."))]
        }
        return [
            .paragraph(
                .sequence([
                    .phrase(zh: "应报 ", en: "Expected: "), .figure("days.expected"),
                    .phrase(zh: " 人日（", en: " officer-days of "), .figure("officers.expected"),
                    .phrase(zh: " 人），已报 ", en: " officers; reported: "), .figure("days.reported"),
                    .phrase(zh: " 人日，零报告率 ", en: "; zero-report rate "), .figure("K32.zero"),
                    .phrase(zh: "，漏报率 ", en: "; missing rate "), .figure("K32.missing"),
                    .phrase(zh: "；请假 ", en: "; on leave: "), .figure("days.leave"),
                    .phrase(zh: " 人日不计。", en: " officer-days, not counted."),
                ])),
            .table(
                Table(
                    columns: [
                        .start("人员", "Officer"), .end("应报", "Expected"), .end("已报", "Reported"),
                        .end("零报告", "Zero"), .end("漏报", "Missing"), .end("请假", "Leave"),
                        .start("漏报日期", "Days missing"),
                    ],
                    rows: book.completeness.officers.map { officer, count in
                        [
                            .phrase(name(officer)), .number(Int64(count.expected)), .number(Int64(count.reported)),
                            .number(Int64(count.zero)), .number(Int64(count.missing)), .number(Int64(count.leave)),
                            .plain(count.missingDays.map(\.description).joined(separator: ", ")),
                        ]
                    })),
        ]
    }

    /// Day: who has not logged; those on leave apart.
    var notLoggedBlocks: [Block] {
        var waiting: [Phrase] = []
        var leave: [Phrase] = []
        var zero: [Phrase] = []
        for task in facts.tasks.daily.sorted(by: { ($0.subject, $0.id) < ($1.subject, $1.id) }) {
            switch task.status.state {
            case .open, .returned, .missed: waiting.append(name(task.subject))
            case .waived where task.status.reason == "leave": leave.append(name(task.subject))
            case .submitted, .accepted: if task.status.zero { zero.append(name(task.subject)) }
            case .waived, .void: break
            }
        }
        let groups: [(Phrase, [Phrase])] = [
            (Phrase(zh: "未报", en: "Has not logged"), waiting), (Phrase(zh: "零报告", en: "Zero report"), zero),
            (Phrase(zh: "请假", en: "On leave"), leave),
        ]
        let items = groups.filter { !$0.1.isEmpty }.map { title, names in
            Text.phrase(
                zh: "\(title.zh)：\(names.map(\.zh).joined(separator: "、"))",
                en: "\(title.en): \(names.map(\.en).joined(separator: ", "))")
        }
        return items.isEmpty ? [] : [.list(items)]
    }

    /// Submissions of units on one level: the unit's own and those below it.
    func submissions(_ level: PeriodKind, caption: Phrase? = nil) -> Block? {
        let tasks = unitTasks(level)
        guard !tasks.isEmpty else { return nil }
        return .table(
            Table(
                caption: caption,
                columns: [
                    .start("期间", "Period"), .start("机构", "Unit"), .start("任务", "Task"), .start("状态", "State"),
                    .start("时限", "Due"), .start("提交时间", "Submitted"),
                ],
                rows: tasks.map { task in
                    [
                        .plain(task.period.key), .phrase(name(task.subject)),
                        .phrase(product(task)), .phrase(state(task)), due(task),
                        .plain(task.status.submittedAt.map(moment) ?? ""),
                    ]
                }))
    }

    /// In time, then by unit.
    func unitTasks(_ level: PeriodKind) -> [Obligation] {
        facts.tasks.unitTasks.filter { $0.period.kind == level && $0.status.state != .void }
            .sorted { ($0.period, $0.subject, $0.id) < ($1.period, $1.subject, $1.id) }
    }

    private func state(_ task: Obligation) -> Phrase {
        let state = ReportLabel.taskState(task.status.state.rawValue, reason: task.status.reason)
        if task.status.isPending, task.dueAt <= facts.asOf {
            return Phrase(zh: "逾期", en: "overdue")
        }
        guard let submitted = task.status.submittedAt, submitted > task.dueAt else { return state }
        return Phrase(zh: "\(state.zh)（迟交）", en: "\(state.en) (late)")
    }
}
