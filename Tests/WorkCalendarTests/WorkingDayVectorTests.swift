import Testing
import WorkCalendar

/// Expected values of `Tests/Vectors`; its README says how each was computed and checked.
struct WorkingDayVectorTests {
    @Test func workdaysCountFromTheDayAfter() throws {
        let calendar = try StatutoryCalendar.load()
        let rows = try Vectors.rows("workdays")
        #expect(rows.count == 66)
        for row in rows {
            let count = try #require(Int(row["working_days"] ?? ""))
            let due = try calendar.adding(workingDays: count, to: date(row["from_date"] ?? ""))
            #expect(due?.description == row["due_date"], "\(row)")
        }
    }

    @Test func monthsHaveTheirWorkingDays() throws {
        let calendar = try StatutoryCalendar.load()
        let rows = try Vectors.rows("month-workdays")
        #expect(rows.count == 240)
        for row in rows {
            let month = try period(row["month"] ?? "")
            #expect(String(month.dayCount) == row["calendar_days"], "\(month)")
            #expect(String(calendar.workingDays(in: month)) == row["working_days"], "\(month)")
            #expect(calendar.firstWorkingDay(in: month)?.description == row["first_working_day"], "\(month)")
            #expect(calendar.nthWorkingDay(3, in: month)?.description == row["third_working_day"], "\(month)")
            #expect(calendar.lastWorkingDay(in: month)?.description == row["last_working_day"], "\(month)")
        }
    }

    @Test func nthWorkingDaysOfPeriods() throws {
        let calendar = try StatutoryCalendar.load()
        let rows = try Vectors.rows("nth-workdays")
        #expect(rows.count == 32)
        for row in rows {
            let number = try #require(Int(row["n"] ?? ""))
            let day = try calendar.nthWorkingDay(number, in: period(row["period"] ?? ""))
            #expect(day?.description ?? "" == row["date"], "\(row)")
        }
    }

    @Test func rollsStayInTheMonthWhenModified() throws {
        let calendar = try StatutoryCalendar.load()
        let rows = try Vectors.rows("rolls")
        #expect(rows.count == 27)
        for row in rows {
            let roll = try #require(Roll(rawValue: row["roll"] ?? ""))
            let result = try calendar.roll(date(row["date"] ?? ""), roll)
            #expect(result?.description == row["result"], "\(row)")
        }
    }

    @Test func weeksHaveTheirWorkingDays() throws {
        let calendar = try StatutoryCalendar.load()
        for row in try Vectors.rows("periods") where row["working_days_in_iso_week"] != "" {
            let week = try period(row["iso_week"] ?? "")
            #expect(String(calendar.workingDays(in: week)) == row["working_days_in_iso_week"], "\(week)")
            #expect(calendar.lastWorkingDay(in: week)?.description ?? "" == row["last_working_day_of_week"], "\(week)")
        }
    }

    /// The counts stated in the README of the vectors.
    @Test func weeksOfTwentyYearsHaveTheStatedShapes() throws {
        let calendar = try StatutoryCalendar.load()
        let first = Period(.week, containing: try date("2007-01-01")).ordinal
        let last = Period(.week, containing: try date("2026-12-27")).ordinal
        let weeks = (first...last).map { Period(kind: .week, ordinal: $0) }
        #expect(weeks.count == 1_043)
        let counts = weeks.map { calendar.workingDays(in: $0) }
        #expect(counts.count(where: { $0 == 6 }) == 45)
        #expect(counts.count(where: { $0 == 7 }) == 10)
        #expect(
            weeks.filter { calendar.workingDays(in: $0) == 0 }.map(\.key) == [
                "2007-W40", "2008-W40", "2012-W40", "2017-W40", "2018-W40", "2019-W06", "2020-W05", "2022-W05",
                "2026-W08",
            ])
        let ends = weeks.compactMap { week in calendar.lastWorkingDay(in: week).map { (week, $0) } }
        #expect(ends.count(where: { $0.1.weekday.isWeekend }) == 110)
        #expect(ends.count(where: { $0.0.ownerMonth != Period(.month, containing: $0.1) }) == 40)
        #expect(weeks.count(where: { $0.firstDay.month != $0.lastDay.month }) == 206)
        let wrong = try (date("2007-01-01")...date("2026-12-31")).count {
            calendar.isWorkingDay($0) == $0.weekday.isWeekend
        }
        #expect(wrong == 488)
    }
}
