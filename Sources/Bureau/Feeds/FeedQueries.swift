import Cadence
import Identifiers
import Labels
public import Notification
import Promotion
public import WorkCalendar

extension Bureau {
    /// Days back for which closed tasks stay in a feed, so that a subscriber sees how they ended.
    private static let daysBack = 31
    private static let longest = 2_000

    /// `zs calendar feed [--officer O|--unit U]`: what is to be done by when, for calendars to subscribe to. Without words
    /// the caller's own, or the unit's where the caller is nobody.
    public func calendarFeed(
        _ words: CommandWords, caller: Caller
    ) async throws -> (feed: CalendarFeed, now: Instant) {
        try await read(caller) { context in
            let views = try TaskViews(context)
            var filter = TaskFilter(dueFrom: context.now + -Int64(Self.daysBack) * Instant.day, limit: Self.longest)
            let name: Phrase
            if let officer = try Self.feedOfficer(words, context) {
                let unit = try officer.unit(on: context.today) ?? officer.latestUnit ?? context.contextUnit()
                try context.authorise("calendar.feed", .officer(officer.id, in: unit))
                filter.subjects = [.officer(officer.id)]
                name = views.name(of: .officer(officer.id))
            } else {
                let unit = try context.scope("calendar.feed")
                filter.units = context.tree.subtree(of: unit)
                name = views.name(of: .unit(unit))
            }
            let language = caller.language
            var entries = try context.store.tasks(filter).map { task in
                try Self.entry(views.view(task), context, language)
            }
            entries += try Self.foretold(Self.longest - entries.count, filter, context).map {
                Self.entry($0, views, language)
            }
            let title = Phrase(zh: "招商 · \(name.zh)", en: "Zhaoshang · \(name.en)")
            return (CalendarFeed(name: title[language], entries: entries), context.now)
        }
    }

    /// What rules will ask of those whose tasks the filter takes, and no task is there for yet.
    private static func foretold(
        _ count: Int, _ filter: TaskFilter, _ context: ReadContext
    ) throws -> [ForecastTask] {
        let days = try context.store.number("calendar.feed_days", on: context.today)
        guard count > 0, days > 0 else { return [] }
        let subjects = filter.subjects.map { Set($0) }
        let units = filter.units.map { Set($0) }
        let forecast = Forecast(
            roster: try context.store.roster(), calendar: context.calendar,
            calendarRevision: try context.store.calendarRevision()
        ) { _, _, subject, unit in
            subjects?.contains(subject) ?? true && units?.contains(unit) ?? true
        }
        let last = context.now + Int64(days) * Instant.day
        return try forecast.next(count, rules: context.store.rules(), now: context.now, through: last).filter { task in
            try context.store.task(
                source: task.rule.id.description, subject: task.subject, occurrence: task.period.key) == nil
        }
    }

    private static func feedOfficer(_ words: CommandWords, _ context: ReadContext) throws -> Officer? {
        if let named = words.option("officer") { return try officer(named: named, in: context.store.officers()) }
        return context.caller.unit == nil ? context.caller.principal : nil
    }

    private static func entry(
        _ view: TaskView, _ context: ReadContext, _ language: Language
    ) throws -> CalendarFeed.Entry {
        let task = view.task
        let what = view.ruleName ?? Phrase("\(task.source) \(task.occurrence)")
        let closed = task.status.state == .waived || task.status.state == .void
        let title = "\(what[language]) \(task.period.key) · \(view.subjectName[language])"
        return CalendarFeed.Entry(
            identity: "\(task.source).\(task.subject).\(task.occurrence)", title: title,
            details: "\(task.id)\n"
                + Phrase(zh: "查看：zs task explain \(task.id)", en: "see: zs task explain \(task.id)")[language],
            dueAt: task.dueAt, revision: 1 + (try context.store.dueHistory(task.id).count),
            status: closed ? .cancelled : task.provisional ? .tentative : .confirmed,
            provisional: task.provisional && !closed, alarms: task.status.isPending)
    }

    /// The identity is that of the task that will come of it.
    private static func entry(
        _ task: ForecastTask, _ views: TaskViews, _ language: Language
    ) -> CalendarFeed.Entry {
        CalendarFeed.Entry(
            identity: "\(task.rule.id).\(task.subject).\(task.period.key)",
            title: "\(task.rule.name[language]) \(task.period.key) · \(views.name(of: task.subject)[language])",
            details: Phrase(zh: "预告，任务尚未生成", en: "foretold: the task is not there yet")[language],
            dueAt: task.dueAt, revision: 0, status: .tentative, provisional: task.provisional, alarms: false)
    }
}
