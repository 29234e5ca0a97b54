import Testing
import WorkCalendar

struct DueRuleTests {
    /// `2026-11-30T16:00`, with `~` when provisional, or the word for no due time.
    static func outcome(_ rule: String, _ key: String, _ calendar: WorkingDayCalendar) throws -> String {
        let rule = try #require(DueRule(rule), "\(rule)")
        switch try rule.due(in: period(key), calendar: calendar) {
        case .due(let instant, let provisional):
            return "\(instant.date)T\(instant.timeOfDay)" + (provisional ? "~" : "")
        case .omitted: return "omitted"
        case .waived: return "waived"
        }
    }

    static func expect(
        _ rule: String, _ key: String, _ expected: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let result = try outcome(rule, key, StatutoryCalendar.load())
        #expect(result == expected, "\(rule) in \(key)", sourceLocation: sourceLocation)
    }

    // MARK: From the vectors

    @Test func monthlyRulesFallOnTheVectorsDays() throws {
        var before: String?
        for row in try Vectors.rows("month-workdays") {
            let month = try #require(row["month"])
            let (first, third, last) = (row["first_working_day"], row["third_working_day"], row["last_working_day"])
            // December rests on the last week's days, provisional until the next notice.
            let mark = month == "2026-12" ? "~" : ""
            try Self.expect("workday 1 at 09:00", month, "\(first ?? "")T09:00")
            try Self.expect("workday 3 at 09:00", month, "\(third ?? "")T09:00")
            for rule in ["workday -1", "last roll preceding", "last roll modified-following"] {
                try Self.expect("\(rule) at 17:30", month, "\(last ?? "")T17:30\(mark)")
            }
            if let before { try Self.expect("after-end workday 3 at 17:30", before, "\(third ?? "")T17:30") }
            before = month
        }
    }

    @Test func weeklyRulesFallOnTheVectorsDaysAndEmptyWeeksAreWaived() throws {
        for row in try Vectors.rows("periods") where row["working_days_in_iso_week"] != "" {
            let week = try #require(row["iso_week"])
            let last = row["last_working_day_of_week"] ?? ""
            // From 25 December the notice of the next year may still change the days.
            let mark = last == "2026-12-25" ? "~" : ""
            let expected = last.isEmpty ? "waived" : "\(last)T16:00\(mark)"
            try Self.expect("workday -1 at 16:00", week, expected)
            try Self.expect("weekday Sun roll modified-following at 16:00", week, expected)
        }
    }

    // MARK: Calendar days

    /// The month ends of a leap year, and what each skip policy makes of them.
    @Test(arguments: [
        ("2024-01", "2024-01-31", "2024-01-31", "2024-01-31"), ("2024-02", "omitted", "2024-02-29", "2024-03-01"),
        ("2024-03", "2024-03-31", "2024-03-31", "2024-03-31"), ("2024-04", "omitted", "2024-04-30", "2024-05-01"),
        ("2024-06", "omitted", "2024-06-30", "2024-07-01"), ("2024-11", "omitted", "2024-11-30", "2024-12-01"),
        ("2024-12", "2024-12-31", "2024-12-31", "2024-12-31"), ("2023-02", "omitted", "2023-02-28", "2023-03-01"),
    ])
    func thirtyFirstInShorterMonths(month: String, omit: String, backward: String, forward: String) throws {
        let at = { (day: String) in day == "omitted" ? day : "\(day)T17:30" }
        try Self.expect("day 31 skip omit at 17:30", month, at(omit))
        try Self.expect("day 31 skip backward at 17:30", month, at(backward))
        try Self.expect("day 31 at 17:30", month, at(backward))
        try Self.expect("day 31 skip forward at 17:30", month, at(forward))
    }

    /// Days off around 2025 and 2026 as in the notices: 1–8 October 2025, 31 October 2026 a Saturday.
    @Test(arguments: [
        ("day 1 roll following at 09:00", "2025-10", "2025-10-09T09:00"),
        ("day 1 roll preceding at 09:00", "2025-10", "2025-09-30T09:00"),
        ("day 1 roll modified-preceding at 09:00", "2025-10", "2025-10-09T09:00"),
        ("last roll following at 09:00", "2026-10", "2026-11-02T09:00"),
        ("last roll modified-following at 09:00", "2026-10", "2026-10-30T09:00"),
        ("last offset -2 roll preceding at 12:00", "2026-10", "2026-10-29T12:00"),
        ("last offset 3 roll modified-following at 12:00", "2026-10", "2026-10-30T12:00"),
        ("last offset 3 at 24:00", "2026-10", "2026-11-04T00:00"),
        ("day 31 skip forward roll modified-following at 17:30", "2026-09", "2026-09-30T17:30"),
        // What lies after the end stays in the period it lies in.
        ("after-end workday 1 offset 5 roll modified-following at 09:00", "2026-10", "2026-11-09T09:00"),
        ("after-end workday 20 offset 1 roll modified-following at 09:00", "2026-10", "2026-11-30T09:00"),
        // Quarters and years count their own days.
        ("last roll preceding at 17:30", "2026-Q1", "2026-03-31T17:30"),
        ("last roll preceding at 17:30", "2026-Q2", "2026-06-30T17:30"),
        ("workday -1 at 17:30", "2023-Q3", "2023-09-28T17:30"),
        ("day 45 at 09:00", "2026-Q1", "2026-02-14T09:00"),
        ("workday 10 at 17:30", "2026", "2026-01-15T17:30"),
        ("day 366 skip omit at 17:30", "2026", "omitted"), ("day 366 skip omit at 17:30", "2024", "2024-12-31T17:30"),
        // Weekdays.
        ("weekday Fri roll following at 09:00", "2026-W40", "2026-10-08T09:00"),
        ("weekday 周一 roll following at 09:00", "2026-W21", "2026-05-18T09:00"),
        ("weekday Mon at 09:00", "2026-11", "2026-11-02T09:00"),
        ("weekday Sun at 09:00", "2026-11", "2026-11-01T09:00"),
    ])
    func daysAreRolledAsTheNoticesSay(rule: String, key: String, expected: String) throws {
        try Self.expect(rule, key, expected)
    }

    // MARK: Working days

    @Test(arguments: [
        // 2025-W40 is 29 September to 5 October with two working days; 2026-W07 has six with Saturday 14 February.
        ("workday 4 at 09:00", "2025-W40", "2025-09-30T09:00"), ("workday -4 at 09:00", "2025-W40", "2025-09-29T09:00"),
        ("workday 6 at 09:00", "2026-W07", "2026-02-14T09:00"), ("workday -6 at 09:00", "2026-W07", "2026-02-09T09:00"),
    ])
    func shortPeriodsGiveTheirLastOrFirstWorkingDay(rule: String, key: String, expected: String) throws {
        try Self.expect(rule, key, expected)
    }

    @Test(arguments: [
        ("2026-11-23", "2026-11-23T17:30"), ("2026-11-22", "omitted"), ("2026-02-14", "2026-02-14T17:30"),
        ("2026-02-28", "2026-02-28T17:30"), ("2026-09-20", "2026-09-20T17:30"), ("2026-02-17", "omitted"),
        ("2026-12-31", "2026-12-31T17:30~"), ("2027-10-01", "omitted"),
    ])
    func dailyRulesHaveTasksOnWorkingDaysOnly(key: String, expected: String) throws {
        try Self.expect("workday 1 at 17:30", key, expected)
        try Self.expect("last at 17:30", key, expected)
        try Self.expect("workday 1 at 17:30 empty keep", key, expected)
    }

    @Test func watchOnDaysOffIsKeptWhenTheRuleSaysSo() throws {
        try Self.expect("last at 20:00 empty keep", "2026-02-17", "2026-02-17T20:00")
        try Self.expect("last at 20:00 empty roll-next", "2026-02-17", "2026-02-24T20:00")
    }

    // MARK: Periods without a working day

    /// 2026-W08 is 16 to 22 February, Spring Festival; 24 February is the first working day after it.
    @Test(arguments: [
        ("workday -1", "waived", "2026-02-24", "2026-02-22"), ("workday 1", "waived", "2026-02-24", "2026-02-22"),
        ("weekday Fri roll following", "waived", "2026-02-24", "2026-02-20"),
        ("last offset -2 roll preceding", "waived", "2026-02-24", "2026-02-20"),
        ("weekday Mon roll modified-following", "waived", "2026-02-24", "2026-02-16"),
        ("after-end workday 2", "waived", "2026-02-25", "2026-02-25"),
    ])
    func weekWithoutWorkingDayFollowsItsPolicy(rule: String, waive: String, next: String, keep: String) throws {
        try Self.expect("\(rule) at 16:00", "2026-W08", waive)
        try Self.expect("\(rule) at 16:00 empty waive", "2026-W08", waive)
        try Self.expect("\(rule) at 16:00 empty roll-next", "2026-W08", "\(next)T16:00")
        try Self.expect("\(rule) at 16:00 empty keep", "2026-W08", "\(keep)T16:00")
    }

    // MARK: Provisional results

    @Test(arguments: [
        ("workday 3 at 09:00", "2026-12", "2026-12-03T09:00"), ("workday -1 at 09:00", "2026-12", "2026-12-31T09:00~"),
        ("after-end workday 1 at 09:00", "2026-12", "2027-01-04T09:00~"),
        ("after-end workday 1 at 09:00", "2026-11", "2026-12-01T09:00"),
        ("workday 30 at 09:00", "2026-12", "2026-12-31T09:00~"),
        ("day 26 roll following at 09:00", "2026-12", "2026-12-28T09:00~"),
        ("day 26 roll modified-preceding at 09:00", "2026-12", "2026-12-25T09:00~"),
        ("workday 1 at 09:00", "2027-Q3", "2027-07-01T09:00~"),
        ("workday 1 at 09:00", "2151-03", "2151-03-31T09:00~"),
        ("after-end workday 2 at 09:00", "2150", "2151-01-02T09:00~"),
    ])
    func dueTimesThatRestOnUnpublishedDaysAreMarked(rule: String, key: String, expected: String) throws {
        try Self.expect(rule, key, expected)
    }

    /// While the notice for 2023 is missing, Sunday 25 December 2022 may become a working day, and then the result of
    /// its week would be another.
    @Test(arguments: [
        ("workday -1 at 09:00", "2022-12-23T09:00~"), ("workday 5 at 09:00", "2022-12-23T09:00"),
        ("weekday Sat roll modified-following at 09:00", "2022-12-23T09:00~"),
        ("weekday Sat roll preceding at 09:00", "2022-12-23T09:00"),
    ])
    func resultsReachAsFarAsTheDaysLookedAt(rule: String, expected: String) throws {
        let notices = try StatutoryCalendar.loadNotices().filter { $0.year <= 2022 }
        let calendar = try WorkingDayCalendar(notices: notices)
        #expect(try Self.outcome(rule, "2022-W51", calendar) == expected)
    }

    /// I5 and I6 of the cadence: rolled days are working days, modified ones inside their period.
    @Test func rolledDaysAreWorkingDaysAndModifiedOnesStay() throws {
        let calendar = try StatutoryCalendar.load()
        var random = SplitMix(seed: 56)
        let time = try #require(TimeOfDay("17:30"))
        for _ in 0..<5_000 {
            let kind = PeriodKind.allCases.randomElement(using: &random) ?? .month
            let period = Period(kind, containing: CivilDate(ordinal: .random(in: 13_514...20_800, using: &random)))
            let days: [DayRule] = [
                .day(.random(in: 1...31, using: &random), skip: .backward), .last,
                .weekday(Weekday.allCases.randomElement(using: &random) ?? .friday),
                .workday(.random(in: -9 ... -1, using: &random)), .workday(.random(in: 1...9, using: &random)),
            ]
            let roll = Roll.allCases.dropFirst().randomElement(using: &random) ?? .following
            let offset = Int.random(in: -5...5, using: &random)
            let rule = DueRule(
                day: days.randomElement(using: &random) ?? .last, offset: offset, roll: roll, time: time)
            guard case .due(let instant, _) = rule.due(in: period, calendar: calendar) else { continue }
            #expect(calendar.isWorkingDay(instant.date), "\(rule) in \(period)")
            if roll == .modifiedFollowing || roll == .modifiedPreceding {
                #expect(period.contains(instant.date), "\(rule) in \(period): \(instant)")
            }
        }
    }
}
