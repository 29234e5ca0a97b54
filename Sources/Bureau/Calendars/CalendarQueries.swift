public import Labels
import Promotion
public import WorkCalendar

public struct DueAnswer: Sendable {
    public var from: CivilDate
    public var workingDays: Int
    public var due: CivilDate
    public var provisional: Bool
}

public struct CountAnswer: Sendable {
    public var from: CivilDate
    public var to: CivilDate
    public var workingDays: Int
    public var provisional: Bool
}

public struct PeriodAnswer: Sendable {
    public struct Day: Sendable {
        public var date: CivilDate
        public var working: Bool
        public var name: Phrase?
        public var provisional: Bool
    }

    public var period: Period
    public var workingDays: Int
    public var lastWorkingDay: CivilDate?
    public var ownerMonth: Period?
    public var provisional: Bool
    public var days: [Day]
}

public struct YearAnswer: Sendable {
    public var year: Int
    public var published: Bool
    public var title: String?
    public var number: String?
    public var url: String?
    /// How many times the year's notice was imported.
    public var revision: Int
    public var workingDays: Int
    public var makeUpDays: [CivilDate]
    /// Set when the count is not days − weekend days − statutory days.
    public var warning: Phrase?
}

extension Bureau {
    /// `zs calendar due FROM +Nwd`: counting starts the day after.
    public func calendarDue(_ words: CommandWords, caller: Caller) async throws -> DueAnswer {
        try await read(caller) { context in
            try context.authorise("calendar.due", .none)
            let (fromText, countText) = try Self.two(words, "zs calendar due 2026-02-13 +3wd")
            let from = try Self.calendarDate(fromText, context)
            let count = try Self.workingDayCount(countText)
            guard let due = context.calendar.adding(workingDays: count, to: from) else { throw Self.beyond(from) }
            let span = min(from, due)...max(from, due)
            return DueAnswer(
                from: from, workingDays: count, due: due, provisional: context.calendar.isProvisional(span))
        }
    }

    /// `zs calendar count FROM TO`, both ends included.
    public func calendarCount(_ words: CommandWords, caller: Caller) async throws -> CountAnswer {
        try await read(caller) { context in
            try context.authorise("calendar.count", .none)
            let (fromText, toText) = try Self.two(words, "zs calendar count 2026-02-01 2026-02-28")
            let from = try Self.calendarDate(fromText, context)
            let to = try Self.calendarDate(toText, context)
            guard from <= to else {
                throw ZhaoshangError(
                    .badPeriod, zh: "\(from) 晚于 \(to)", en: "\(from) is after \(to)",
                    hint: Phrase(zh: "交换两个日期", en: "swap the dates"))
            }
            return CountAnswer(
                from: from, to: to, workingDays: context.calendar.workingDays(in: from...to),
                provisional: context.calendar.isProvisional(from...to))
        }
    }

    /// `zs calendar show PERIOD`.
    public func calendarShow(_ words: CommandWords, caller: Caller) async throws -> PeriodAnswer {
        try await read(caller) { context in
            try context.authorise("calendar.show", .none)
            let text = words.words.first ?? context.today.description
            let period = try DateReading.period(text, today: context.today)
            _ = try Self.calendarDate(period.firstDay.description, context)
            let calendar = context.calendar
            return PeriodAnswer(
                period: period, workingDays: calendar.workingDays(in: period),
                lastWorkingDay: calendar.lastWorkingDay(in: period),
                ownerMonth: period.ownerMonth, provisional: calendar.isProvisional(period.days),
                days: period.days.map { date in
                    PeriodAnswer.Day(
                        date: date, working: calendar.isWorkingDay(date),
                        name: calendar.name(of: date).map { Phrase(zh: $0.zh, en: $0.en) },
                        provisional: calendar.isProvisional(date))
                })
        }
    }

    /// `zs calendar roll DATE ROLL [--period P]`.
    public func calendarRoll(_ words: CommandWords, caller: Caller) async throws -> (date: CivilDate, provisional: Bool)
    {
        try await read(caller) { context in
            try context.authorise("calendar.roll", .none)
            let (dateText, rollText) = try Self.two(words, "zs calendar roll 2026-10-03 modified-following")
            let date = try Self.calendarDate(dateText, context)
            guard let roll = Roll(rawValue: rollText.lowercased()) else {
                let known = Roll.allCases.map(\.rawValue).joined(separator: " ")
                throw ZhaoshangError(
                    .usage, zh: "未知的顺延方式：\(rollText)", en: "unknown roll: \(rollText)",
                    hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"))
            }
            let period = try words.option("period").map { try DateReading.period($0, today: context.today) }
            guard let rolled = context.calendar.roll(date, roll, within: period) else { throw Self.beyond(date) }
            let span = min(date, rolled)...max(date, rolled)
            return (rolled, context.calendar.isProvisional(span))
        }
    }

    /// `zs calendar nth PERIOD N`: no date when the period has fewer working days.
    public func calendarNth(
        _ words: CommandWords, caller: Caller
    ) async throws -> (date: CivilDate?, provisional: Bool) {
        try await read(caller) { context in
            try context.authorise("calendar.nth", .none)
            let (periodText, numberText) = try Self.two(words, "zs calendar nth 2026-10 3")
            let period = try DateReading.period(periodText, today: context.today)
            guard let number = Int(numberText), number != 0 else {
                throw ZhaoshangError(
                    .usage, zh: "序号为非零整数：\(numberText)", en: "N is a whole number other than 0: \(numberText)",
                    hint: Phrase(zh: "从 1 起数，或从 -1 倒数", en: "count from 1, or from -1 at the end"))
            }
            let date = context.calendar.nthWorkingDay(number, in: period)
            // Counted from the front the days after it play no part, and the other way round.
            let span: ClosedRange<CivilDate>
            switch date {
            case .some(let date) where number > 0: span = period.firstDay...date
            case .some(let date): span = date...period.lastDay
            case .none: span = period.days
            }
            return (date, context.calendar.isProvisional(span))
        }
    }

    public func calendarYears(caller: Caller) async throws -> [YearAnswer] {
        try await read(caller) { context in
            try context.authorise("calendar.years", .none)
            return try context.calendar.notices.values.sorted { $0.year < $1.year }.map { notice in
                let warning = context.calendar.integrityWarning(year: notice.year).map {
                    Phrase(
                        zh: "工作日 \($0.workingDays) 天，按法定假日推算为 \($0.expected) 天",
                        en: "\($0.workingDays) working days; days − weekend days − statutory days give \($0.expected)")
                }
                let period = Period(kind: .year, ordinal: notice.year)
                return YearAnswer(
                    year: notice.year, published: notice.published, title: notice.title, number: notice.number,
                    url: notice.url,
                    revision: try context.store.events(subject: "calendar/\(notice.year)", limit: 1000).count,
                    workingDays: context.calendar.workingDays(in: period),
                    makeUpDays: notice.days.filter(\.working).map(\.date), warning: warning)
            }
        }
    }

    static func two(_ words: CommandWords, _ example: String) throws -> (String, String) {
        guard words.words.count == 2 else {
            throw ZhaoshangError(
                .usage, zh: "需要两个参数", en: "two words are needed",
                hint: Phrase(zh: "例如：\(example)", en: "for example: \(example)"))
        }
        return (words.words[0], words.words[1])
    }

    private static func calendarDate(_ text: String, _ context: ReadContext) throws -> CivilDate {
        let date = try DateReading.date(text, today: context.today)
        guard WorkingDayCalendar.range.contains(date) else { throw beyond(date) }
        return date
    }

    private static func beyond(_ date: CivilDate) -> ZhaoshangError {
        let range = WorkingDayCalendar.range
        return ZhaoshangError(
            .badDate, zh: "\(date) 附近超出日历范围", en: "\(date) leads out of the calendar's range",
            hint: Phrase(
                zh: "\(range.lowerBound) 至 \(range.upperBound)", en: "\(range.lowerBound) to \(range.upperBound)"))
    }

    /// Reads `+3wd`, `-2wd`, `+3`, `3个工作日`.
    private static func workingDayCount(_ text: String) throws -> Int {
        var rest = text.lowercased()
        for suffix in ["wd", "个工作日", "工作日"] where rest.hasSuffix(suffix) {
            rest = String(rest.dropLast(suffix.count))
            break
        }
        if let count = Int(rest), abs(count) <= 40_000 { return count }
        throw ZhaoshangError(
            .usage, zh: "看不懂的工作日数：\(text)", en: "not a number of working days: \(text)",
            hint: Phrase(zh: "例如：+3wd", en: "for example: +3wd"))
    }
}
