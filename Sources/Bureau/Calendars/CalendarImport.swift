import Cadence
public import Identifiers
public import Labels
import Promotion
import Synchronization
public import WorkCalendar

public struct ImportedCalendar: Sendable {
    /// A due time that moved, or would move.
    public struct Move: Sendable {
        public var task: TaskID
        public var subject: Subject
        public var from: Instant
        public var to: Instant
    }

    public var result: CommandResult
    public var notice: YearNotice
    /// Days that the file adds or changes.
    public var changedDays: [NoticeDay]
    public var moves: [Move]
    public var warning: Phrase?
}

extension Bureau {
    /// `zs calendar import FILE`: the file's text comes in the option `content`. Open tasks whose due time rests on the
    /// changed days move, with their history; past and closed ones never do.
    public func importCalendar(_ words: CommandWords, caller: Caller) async throws -> ImportedCalendar {
        guard let content = words.option("content") else {
            throw ZhaoshangError(
                .usage, zh: "请给出日历文件", en: "name a calendar file",
                hint: Phrase(
                    zh: "例如：zs calendar import cn-2027.json", en: "for example: zs calendar import cn-2027.json"))
        }
        let notice = try shipped.parseNotice(content)
        let planned = PlannedImport()
        let result = try await execute("calendar.import", caller) { context in
            try context.authorise("calendar.import", .none)
            let notices = try context.store.notices()
            let before = notices.first { $0.year == notice.year }
            guard before != notice else { return Outcome(id: String(notice.year), undoable: false) }
            let calendar = try CalendarCache.build(notices.filter { $0.year != notice.year } + [notice])
            let revision = try context.store.calendarRevision() + 1
            try context.store.append(
                NewEvent(
                    "calendar.imported", "calendar/\(notice.year)", CalendarChanged(before: before, after: notice)))
            let moves = try context.moves(under: calendar)
            if !moves.isEmpty {
                try context.store.append(
                    NewEvent(
                        "task.moved", "calendar/\(notice.year)/dues",
                        TaskDuesMoved(moves: moves, cause: "calendar \(notice.year)", calendarRevision: revision)))
            }
            let known = Set(before?.days ?? [])
            let subjects = try Dictionary(
                uniqueKeysWithValues: context.store.tasks(TaskFilter(ids: moves.map(\.task))).map {
                    ($0.id, $0.subject)
                })
            let plan = CalendarPlan(
                days: notice.days.filter { !known.contains($0) },
                moves: moves.compactMap { move in
                    subjects[move.task].map {
                        ImportedCalendar.Move(task: move.task, subject: $0, from: move.from, to: move.to)
                    }
                },
                warning: calendar.integrityWarning(year: notice.year).map {
                    Phrase(
                        zh: "工作日 \($0.workingDays) 天，按法定假日推算为 \($0.expected) 天，请核对",
                        en: "\($0.workingDays) working days, but days − weekend days − statutory days give "
                            + "\($0.expected): please check")
                })
            planned.plan.withLock { $0 = plan }
            return Outcome(
                id: String(notice.year),
                changed: [
                    Change("days", to: String(plan.days.count)), Change("published", to: String(notice.published)),
                    Change("moved", to: String(moves.count)),
                ], undoable: false)
        }
        await rouse(caller)
        let plan = planned.plan.withLock { $0 }
        return ImportedCalendar(
            result: result, notice: notice, changedDays: plan.days, moves: plan.moves, warning: plan.warning)
    }

    /// On the first start the shipped calendars become events; afterwards only `calendar import` changes them.
    public func importShippedCalendars() async throws {
        let library = self.shipped
        let known = try await store.read { try $0.notices() }
        guard known.isEmpty else { return }
        let notices = try library.notices()
        _ = try CalendarCache.build(notices)
        let command = Command(id: "first-start-calendars", actor: "zsd", verb: "calendar.import", digest: [])
        _ = try await store.write(command) { writing in
            for notice in notices {
                try writing.append(
                    NewEvent(
                        "calendar.imported", "calendar/\(notice.year)", CalendarChanged(before: nil, after: notice)))
            }
            return Outcome(changed: [Change("years", to: String(notices.count))], undoable: false)
        }
    }
}

private struct CalendarPlan: Sendable {
    var days: [NoticeDay] = []
    var moves: [ImportedCalendar.Move] = []
    var warning: Phrase?
}

/// Carries the plan out of the transaction, which a dry run rolls back.
private final class PlannedImport: Sendable {
    let plan = Mutex(CalendarPlan())
}

extension WriteContext {
    /// Open tasks not yet due whose rule gives another time under `calendar`.
    fileprivate func moves(under calendar: WorkingDayCalendar) throws -> [TaskDuesMoved.Move] {
        let rules = Dictionary(uniqueKeysWithValues: try store.rules().map { ($0.id.description, $0) })
        var open = try store.tasks(TaskFilter(states: [.open, .returned], dueFrom: now))
        // A clock whose limit was never certain gets its certain one, even if the guess has passed.
        open += try store.tasks(TaskFilter(states: [.open, .returned], product: .clock, dueBefore: now))
            .filter(\.provisional)
        return open.compactMap { task in
            guard let (at, provisional) = due(of: task, rules, calendar) else { return nil }
            // What a person moved from where the rule had it stays there.
            if task.limit == nil, let before = due(of: task, rules, self.calendar), before.at != task.dueAt {
                return nil
            }
            // A day that becomes a day off keeps its task: it was announced, and a person may waive it.
            guard at != task.dueAt || provisional != task.provisional, at >= now || task.dueAt < now else { return nil }
            return TaskDuesMoved.Move(task: task.id, from: task.dueAt, to: at, provisional: provisional)
        }
    }

    private func due(
        of task: Obligation, _ rules: [String: Rule], _ calendar: WorkingDayCalendar
    ) -> (at: Instant, provisional: Bool)? {
        if let limit = task.limit {
            guard let due = limit.due(calendar) else { return nil }
            // Nobody can keep a limit that was not known: one that turns out to be over leaves a working day.
            guard task.provisional, !due.provisional, due.at < now,
                let next = calendar.adding(workingDays: 1, to: today)
            else { return due }
            return (Instant(next, Self.clockEnd), false)
        }
        guard let revision = rules[task.source]?.revisions.first(where: { $0.number == task.ruleRevision }),
            case .due(let at, let provisional) = revision.due.due(in: task.period, calendar: calendar)
        else { return nil }
        return (at, provisional)
    }
}
