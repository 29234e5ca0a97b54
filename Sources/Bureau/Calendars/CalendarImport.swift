import Cadence
import Identifiers
import Labels
import Promotion
public import WorkCalendar

public struct ImportedCalendar: Sendable {
    public var result: CommandResult
    public var year: Int
    public var changedDays: Int
    public var warning: Phrase?
}

extension Bureau {
    /// `zs calendar import FILE`: the file's text comes in the option `content`. Open tasks whose due time rests on the
    /// changed days move, with their history; past and closed ones never do.
    public func importCalendar(_ words: CommandWords, caller: Caller) async throws -> ImportedCalendar {
        guard let content = words.option("content") else {
            throw ZhaoshangError(
                .usage, zh: "请给出日历文件", en: "name a calendar file",
                hint: Phrase(zh: "例如：zs calendar import cn-2027.json", en: "for example: zs calendar import cn-2027.json"))
        }
        let notice = try library.parseNotice(content)
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
            let days = Set(before?.days ?? []).symmetricDifference(notice.days).count
            return Outcome(
                id: String(notice.year),
                changed: [Change("days", to: String(days)), Change("published", to: String(notice.published))]
                    + moves.map { Change($0.task.description, from: $0.from.iso8601, to: $0.to.iso8601) },
                undoable: false)
        }
        clock.interrupt()
        return try await read(caller) { context in
            let warning = context.calendar.integrityWarning(year: notice.year).map {
                Phrase(
                    zh: "工作日 \($0.workingDays) 天，按法定假日推算为 \($0.expected) 天，请核对",
                    en: "\($0.workingDays) working days, but days − weekend days − statutory days give \($0.expected): "
                        + "please check")
            }
            return ImportedCalendar(
                result: result, year: notice.year, changedDays: notice.days.count, warning: warning)
        }
    }

    /// On the first start the shipped calendars become events; afterwards only `calendar import` changes them.
    public func importShippedCalendars() async throws {
        let library = self.library
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

extension WriteContext {
    /// Open tasks not yet due whose rule gives another time under `calendar`.
    fileprivate func moves(under calendar: WorkingDayCalendar) throws -> [TaskDuesMoved.Move] {
        let rules = Dictionary(uniqueKeysWithValues: try store.rules().map { ($0.id.description, $0) })
        let open = try store.tasks(TaskFilter(states: [.open, .returned], dueFrom: now))
        return open.compactMap { task in
            guard let revision = rules[task.source]?.revisions.first(where: { $0.number == task.ruleRevision }),
                case .due(let at, let provisional) = revision.due.due(in: task.period, calendar: calendar)
            else { return nil }
            // A day that becomes a day off keeps its task: it was announced, and a person may waive it.
            guard at != task.dueAt || provisional != task.provisional, at >= now else { return nil }
            return TaskDuesMoved.Move(task: task.id, from: task.dueAt, to: at, provisional: provisional)
        }
    }
}
