import Bureau
import Identifiers
import Labels
import Notification
import WireAPI
import WorkCalendar

extension EndpointMaker {
    var calendar: [Endpoint] {
        [
            endpoint(Routes.calendarDue) { call, caller in
                let answer = try await bureau.calendarDue(call.words, caller: caller)
                return CalendarDueDocument(
                    from: answer.from.description, workingDays: answer.workingDays, due: answer.due.description,
                    provisional: answer.provisional)
            },
            endpoint(Routes.calendarFeed) { call, caller in
                let (feed, now) = try await bureau.calendarFeed(call.words, caller: caller)
                return CalendarFeedDocument(
                    name: feed.name, entries: feed.entries.count,
                    text: feed.text(now: now, version: BuildVersion.current))
            },
            endpoint(Routes.calendarCount) { call, caller in
                let answer = try await bureau.calendarCount(call.words, caller: caller)
                return CalendarCountDocument(
                    from: answer.from.description, to: answer.to.description, workingDays: answer.workingDays,
                    provisional: answer.provisional)
            },
            endpoint(Routes.calendarShow) { call, caller in
                let words = CommandWords(call.period().map { [$0] } ?? [])
                return CalendarPeriodDocument(
                    try await bureau.calendarShow(words, caller: caller), call.language)
            },
            endpoint(Routes.calendarRoll) { call, caller in
                let answer = try await bureau.calendarRoll(call.words, caller: caller)
                return CalendarRollDocument(date: answer.date.description, provisional: answer.provisional)
            },
            endpoint(Routes.calendarNth) { call, caller in
                let answer = try await bureau.calendarNth(call.words, caller: caller)
                return CalendarNthDocument(date: answer.date?.description, provisional: answer.provisional)
            },
            endpoint(Routes.calendarYears) { call, caller in
                CalendarYearsDocument(
                    years: try await bureau.calendarYears(caller: caller).map { CalendarYear($0) })
            },
            endpoint(Routes.calendarImport) { call, caller in
                try await imported(bureau.importCalendar(call.words, caller: caller), call)
            },
        ]
    }

    private func imported(_ answer: ImportedCalendar, _ call: Call) async throws -> CalendarImportReply {
        let moves = answer.moves.map {
            DueMove(
                task: $0.task.description, subject: $0.subject.description, from: $0.from.iso8601, to: $0.to.iso8601)
        }
        return CalendarImportReply(
            try await WriteReply(answer.result, schema: CalendarImportDetail.schema, call, bureau),
            CalendarImportDetail(
                year: answer.notice.year, status: answer.notice.published ? "published" : "unpublished",
                notice: answer.notice.number, warnings: answer.warning.map { [$0[call.language]] } ?? [],
                days: answer.changedDays.map {
                    CalendarDayChange(
                        date: $0.date.description, working: $0.working,
                        name: call.language == .zh ? $0.nameZh : $0.nameEn)
                }, moves: moves))
    }
}

extension CalendarPeriodDocument {
    init(_ answer: PeriodAnswer, _ language: Language) {
        self.init(
            period: answer.period.key, firstDay: answer.period.firstDay.description,
            lastDay: answer.period.lastDay.description, workingDays: answer.workingDays,
            lastWorkingDay: answer.lastWorkingDay?.description, ownerMonth: answer.ownerMonth?.key,
            provisional: answer.provisional,
            days: answer.days.map {
                CalendarDay(date: $0.date.description, working: $0.working, name: $0.name?[language])
            })
    }
}

extension CalendarYear {
    init(_ answer: YearAnswer) {
        self.init(
            year: answer.year, status: answer.published ? "published" : "provisional",
            workingDays: answer.workingDays, notice: answer.number ?? answer.title, url: answer.url,
            revision: answer.revision)
    }
}
