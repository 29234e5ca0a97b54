import Promotion
import Testing
import WorkCalendar

/// Today is Monday, 23 November 2026 (2026-W48); expected days were read off a calendar.
@Suite struct DateWordTests {
    private func today(_ text: String = "2026-11-23") throws -> CivilDate { try #require(CivilDate(text)) }

    @Test(arguments: [
        ("今天", "2026-11-23"), ("昨天", "2026-11-22"), ("前天", "2026-11-21"), ("明天", "2026-11-24"), ("后天", "2026-11-25"),
        ("周五", "2026-11-27"), ("星期天", "2026-11-29"), ("礼拜一", "2026-11-23"), ("上周五", "2026-11-20"),
        ("下周一", "2026-11-30"), ("本周三", "2026-11-25"), ("上个星期二", "2026-11-17"), ("月底", "2026-11-30"),
        ("季末", "2026-12-31"), ("年底", "2026-12-31"), ("today", "2026-11-23"), ("Yesterday", "2026-11-22"),
        ("tomorrow", "2026-11-24"), ("fri", "2026-11-27"), ("last-friday", "2026-11-20"), ("11-23", "2026-11-23"),
        ("2026-11-23", "2026-11-23"), ("2026/1/5", "2026-01-05"), ("11月23日", "2026-11-23"),
        ("2026年11月23日", "2026-11-23"),
        ("23日", "2026-11-23"), ("１１月３号", "2026-11-03"), (" 1/2 ", "2026-01-02"), ("2024-02-29", "2024-02-29"),
    ])
    func daysAreReadAsWritten(text: String, date: String) throws {
        #expect(try DateWord.parse(text, today: today())?.description == date)
    }

    @Test(arguments: [
        "", "上月", "本周", "2026-11", "31日", "2-29", "13-1", "2026-11-31", "0-1", "周八", "上周", "11月", "月", "日", "23", "-",
        "1-2-3",
        "2026年", "11月23日24", "３２号", "99999-1-1", "2026--1", "fr", "last-", "next-week", "10:30", "1.5", "-1-1",
    ])
    func othersAreNoDates(text: String) throws {
        #expect(try DateWord.parse(text, today: today()) == nil)
    }

    @Test func monthAndQuarterEndsOfOtherDays() throws {
        #expect(try DateWord.parse("月底", today: today("2024-02-10"))?.description == "2024-02-29")
        #expect(try DateWord.parse("季末", today: today("2026-04-01"))?.description == "2026-06-30")
        #expect(try DateWord.parse("周日", today: today("2026-11-29"))?.description == "2026-11-29")
    }
}

@Suite struct PeriodWordTests {
    private func today() throws -> CivilDate { try #require(CivilDate("2026-11-23")) }

    @Test(arguments: [
        ("本周", "2026-W48"), ("上周", "2026-W47"), ("下周", "2026-W49"), ("本月", "2026-11"), ("上月", "2026-10"),
        ("上个月", "2026-10"), ("下月", "2026-12"), ("本季", "2026-Q4"), ("上季度", "2026-Q3"), ("下季", "2027-Q1"),
        ("今年", "2026"), ("去年", "2025"), ("明年", "2027"), ("今天", "2026-11-23"), ("昨天", "2026-11-22"),
        ("this-week", "2026-W48"), ("last-week", "2026-W47"), ("last month", "2026-10"), ("next-quarter", "2027-Q1"),
        ("last-year", "2025"), ("2026-W48", "2026-W48"), ("2026-w48", "2026-W48"), ("2026-09", "2026-09"),
        ("2026-Q3", "2026-Q3"), ("2026", "2026"), ("w01", "2026-W01"), ("Q2", "2026-Q2"),
        ("9月", "2026-09"),
        ("2025年9月", "2025-09"), ("2025年", "2025"), ("三季度", "2026-Q3"), ("2025年第4季度", "2025-Q4"), ("周五", "2026-11-27"),
    ])
    func periodsAreReadAsWritten(text: String, key: String) throws {
        #expect(try PeriodWord.parse(text, today: today())?.key == key)
    }

    @Test(arguments: ["W1", "五季度", "13月", "上期", "", "2026-W54", "2026-Q5", "年", "季度"])
    func othersAreNoPeriods(text: String) throws {
        #expect(try PeriodWord.parse(text, today: today()) == nil)
    }

    @Test(arguments: [
        ("上期", PeriodKind.month, "2026-10"), ("last", .week, "2026-W47"), ("this", .year, "2026"),
        ("next", .day, "2026-11-24"), ("昨天", .week, "2026-W47"), ("2026-09-15", .month, "2026-09"),
        ("2026-09", .month, "2026-09"),
    ])
    func theKindIsKept(text: String, kind: PeriodKind, key: String) throws {
        #expect(try PeriodWord.parse(text, today: today(), kind: kind)?.key == key)
    }

    @Test(arguments: [("2026-09", PeriodKind.week), ("上周", .month), ("2026", .quarter)])
    func anotherKindIsNoAnswer(text: String, kind: PeriodKind) throws {
        #expect(try PeriodWord.parse(text, today: today(), kind: kind) == nil)
    }
}
