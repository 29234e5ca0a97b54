import Testing
import WorkCalendar

struct WorkingDayCalendarTests {
    // MARK: Against a loop over days

    /// One walk over 161 years, told by notices and weekdays alone, compares rank, selection, counts and rolls.
    @Test func rankAndSelectionEqualAWalkOverEveryDay() throws {
        let calendar = try StatutoryCalendar.load()
        let named = Dictionary(
            uniqueKeysWithValues: try StatutoryCalendar.loadNotices().flatMap { $0.days.map { ($0.date, $0.working) } })
        let fixed: Set = ["01-01", "05-01", "10-01", "10-02", "10-03"]
        var count = 0
        var offSince: [CivilDate] = []
        var last: CivilDate?
        // 1990-01-01 was a Monday.
        for (index, day) in try dates("1990-01-01", "2150-12-31").enumerated() {
            let text = day.description
            let isFixed = fixed.contains(String(text.suffix(5))) || text >= "2025" && text.hasSuffix("05-02")
            let isKnown = text >= "2007" && text < "2027"
            let working = named[day] ?? (index % 7 < 5 && (isKnown || !isFixed))
            count += working ? 1 : 0
            guard calendar.isWorkingDay(day) == working, calendar.rank(day) == count,
                calendar.roll(day, .preceding) == (working ? day : last)
            else {
                Issue.record("\(day): working \(working), rank \(count)")
                return
            }
            offSince.append(day)
            guard working else { continue }
            #expect(calendar.select(count) == day)
            #expect(last.map { calendar.adding(workingDays: 1, to: $0) == day } ?? true)
            #expect(last.map { calendar.adding(workingDays: -1, to: day) == $0 } ?? true)
            #expect(offSince.allSatisfy { calendar.roll($0, .following) == day })
            offSince = []
            last = day
        }
        #expect(calendar.select(0) == nil)
        #expect(calendar.select(count + 1) == nil)
    }

    @Test func randomCountsEqualALoop() throws {
        let calendar = try StatutoryCalendar.load()
        var random = SplitMix(seed: 14)
        for _ in 0..<300 {
            let start = CivilDate(ordinal: Int.random(in: 7_305...65_000, using: &random))
            let length = Int.random(in: 0...120, using: &random)
            let count = Int.random(in: -40...40, using: &random)
            var slow = start
            var left = abs(count)
            while left > 0 {
                slow = slow + count.signum()
                if calendar.isWorkingDay(slow) { left -= 1 }
            }
            let inRange = WorkingDayCalendar.range.contains(slow)
            #expect(calendar.adding(workingDays: count, to: start) == (inRange ? slow : nil), "\(start) \(count)")
            let span = start...(start + length)
            #expect(calendar.workingDays(in: span) == span.count(where: calendar.isWorkingDay), "\(span)")
            #expect(calendar.isProvisional(span) == span.contains(where: { calendar.isProvisional($0) }), "\(span)")
        }
    }

    // MARK: Edges

    @Test func countingZeroDaysStaysAndHugeCountsHaveNoAnswer() throws {
        let calendar = try StatutoryCalendar.load()
        let sunday = try date("2026-11-22")
        #expect(calendar.adding(workingDays: 0, to: sunday) == sunday)
        #expect(calendar.adding(workingDays: .max, to: sunday) == nil)
        #expect(calendar.adding(workingDays: .min, to: sunday) == nil)
        #expect(try calendar.nthWorkingDay(.min, in: period("2026")) == nil)
        #expect(try calendar.nthWorkingDay(0, in: period("2026")) == nil)
    }

    @Test func outsideItsRangeItKnowsNothing() throws {
        let calendar = try StatutoryCalendar.load()
        let (before, after) = try (date("1989-12-29"), date("2151-01-04"))
        for day in [before, after] {
            #expect(!calendar.isWorkingDay(day) && calendar.isProvisional(day))
            #expect(calendar.adding(workingDays: 1, to: day) == nil)
            #expect(Roll.allCases.allSatisfy { calendar.roll(day, $0) == nil })
        }
        #expect(calendar.rank(before) == 0)
        #expect(try calendar.rank(after) == calendar.rank(date("2150-12-31")))
        #expect(try calendar.firstWorkingDay(in: period("2150-W53")) == nil)
        #expect(try calendar.isProvisional(dates("1989-12-29", "2026-03-01")))
    }

    @Test func modifiedRollsStayInTheOwningPeriod() throws {
        let calendar = try StatutoryCalendar.load()
        // Saturday 31 January 2026, a day off; Sunday 1 February too.
        let saturday = try date("2026-01-31")
        #expect(try calendar.roll(saturday, .modifiedFollowing, within: period("2026-Q1")) == date("2026-02-02"))
        #expect(try calendar.roll(saturday, .modifiedFollowing, within: period("2026-W05")) == date("2026-01-30"))
        let sunday = try date("2026-02-01")
        #expect(try calendar.roll(sunday, .modifiedPreceding, within: period("2026-02")) == date("2026-02-02"))
        // Outside the period: its nearest working day.
        #expect(
            try calendar.roll(date("2026-03-09"), .modifiedFollowing, within: period("2026-02")) == date("2026-02-28"))
        #expect(
            try calendar.roll(date("2026-01-05"), .modifiedPreceding, within: period("2026-02")) == date("2026-02-02"))
        // The week of Spring Festival has no working day.
        #expect(try calendar.roll(date("2026-02-18"), .modifiedFollowing, within: period("2026-W08")) == nil)
    }

    // MARK: Provisional days

    @Test func lastWeekOfDecemberWaitsForTheNextNotice() throws {
        let calendar = try StatutoryCalendar.load()
        #expect(calendar.isPublished(year: 2026) && !calendar.isPublished(year: 2027))
        #expect(try !calendar.isProvisional(date("2026-12-24")) && calendar.isProvisional(date("2026-12-25")))
        #expect(try !calendar.isProvisional(date("2025-12-31")))
        #expect(try !calendar.isProvisional(dates("2007-01-01", "2026-12-24")))
        #expect(try calendar.isProvisional(dates("2026-12-24", "2026-12-25")))
        #expect(try calendar.isProvisional(dates("2006-12-31", "2007-01-01")))
    }

    @Test(arguments: [
        ("2024-05-02", true), ("2025-05-02", false), ("2025-01-01", false), ("2025-05-01", false),
        ("2025-10-01", false), ("2025-10-02", false), ("2025-10-03", false), ("2025-10-06", true),
        ("2025-01-28", true), ("2025-02-08", false),
    ])
    func yearWithoutNoticeHasFixedHolidaysAndNoMakeUpDays(text: String, working: Bool) throws {
        let calendar = try WorkingDayCalendar(notices: [])
        #expect(try calendar.isWorkingDay(date(text)) == working)
        #expect(try calendar.isProvisional(date(text)))
    }

    @Test func daysAreNamed() throws {
        let calendar = try StatutoryCalendar.load()
        #expect(try calendar.name(of: date("2026-02-17"))?.zh == "春节")
        #expect(try calendar.name(of: date("2026-02-14"))?.en == "Make-up working day (Spring Festival)")
        #expect(try calendar.name(of: date("2027-10-03"))?.zh == "国庆节")
        #expect(try calendar.name(of: date("2026-11-23")) == nil)
    }

    /// Column "difference" of the table in the README of the calendars.
    @Test func fourYearsDifferFromTheStatutoryCount() throws {
        let calendar = try StatutoryCalendar.load()
        let differences = (2007...2027).compactMap { year in
            calendar.integrityWarning(year: year).map { [year, $0.workingDays, $0.expected] }
        }
        #expect(differences == [[2007, 249, 251], [2011, 250, 249], [2012, 249, 250], [2020, 249, 251]])
    }

    // MARK: Refused notices

    private static func notice(_ year: Int, _ days: (String, Bool)..., published: Bool = true) throws -> YearNotice {
        let days = try days.map { text, working in
            NoticeDay(date: try date(text), working: working, nameZh: "春节", nameEn: "Spring Festival")
        }
        return YearNotice(year: year, published: published, days: days)
    }

    private static func problem(_ notices: [YearNotice]) -> CalendarProblem? {
        do {
            _ = try WorkingDayCalendar(notices: notices)
            return nil
        } catch {
            return error
        }
    }

    @Test func makeUpDayOnAWeekdayIsRefused() throws {
        let problem = try Self.problem([Self.notice(2027, ("2027-02-08", true))])
        #expect(problem?.code == "weekday-make-up")
        #expect(try problem?.date == date("2027-02-08"))
    }

    @Test func dayListedTwiceIsRefused() throws {
        let twice = try Self.problem([Self.notice(2027, ("2027-02-08", false), ("2027-02-08", false))])
        #expect(twice?.code == "listed-twice")
        let both = try Self.problem([
            Self.notice(2028, ("2027-12-31", false)), Self.notice(2027, ("2027-12-31", false)),
        ])
        #expect(both?.code == "listed-twice")
        #expect(both?.message == "2027-12-31 stands in the notices for 2027 and 2028")
    }

    @Test func dayOfAnotherYearIsRefusedExceptTheDecemberBefore() throws {
        #expect(try Self.problem([Self.notice(2027, ("2026-11-30", false))])?.code == "outside-year")
        #expect(try Self.problem([Self.notice(2027, ("2028-01-03", false))])?.code == "outside-year")
        #expect(try Self.problem([Self.notice(2027, ("2026-12-31", false))]) == nil)
    }

    @Test func contradictingNoticesAreRefused() throws {
        #expect(try Self.problem([Self.notice(2027), Self.notice(2027)])?.code == "year-twice")
        #expect(
            try Self.problem([Self.notice(2027, ("2027-01-01", false), published: false)])?.code == "unpublished-days")
        #expect(Self.problem([YearNotice(year: 2151, published: true)])?.code == "outside-range")
    }
}
