import Testing
import WorkCalendar

struct CivilDateTests {
    /// Counts every day of 300 years with nothing but month lengths and a turning wheel of weekdays.
    @Test func everyDayFollowsTheOneBefore() throws {
        // 1900-01-01 was a Monday, 25,567 days before 1970-01-01.
        var ordinal = -25_567
        var weekday = 1
        for year in 1900...2199 {
            let isLeap = year % 4 == 0 && year % 100 != 0 || year % 400 == 0
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            var dayOfYear = 0
            for (index, length) in lengths.enumerated() {
                #expect(CivilDate(year: year, month: index + 1, day: length + 1) == nil)
                for day in 1...length {
                    dayOfYear += 1
                    let date = CivilDate(ordinal: ordinal)
                    let parts = date.components
                    guard parts == (year, index + 1, day), date.dayOfYear == dayOfYear,
                        date.weekday.rawValue == weekday,
                        CivilDate(year: year, month: index + 1, day: day) == date,
                        CivilDate(date.description) == date
                    else {
                        Issue.record("day \(ordinal) should be \(year)-\(index + 1)-\(day), is \(date)")
                        return
                    }
                    ordinal += 1
                    weekday = weekday % 7 + 1
                }
            }
        }
    }

    @Test(arguments: [("1970-01-01", 0), ("2000-03-01", 11_017), ("2026-11-23", 20_780), ("1969-12-31", -1)])
    func ordinalsAreUnixDays(text: String, ordinal: Int) throws {
        #expect(try date(text).ordinal == ordinal)
        #expect(CivilDate(ordinal: ordinal).description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-1-01", "2026-01-1", "2026-13-01", "2026-00-10", "2026-01-00", "2026-02-29", "2100-02-29",
        "2026-04-31", "1899-12-31", "2200-01-01", "2026-01-01 ", " 2026-01-01", "2026/01/01", "20260101",
        "２０２６-01-01", "2026-01-01T00:00", "+2026-01-01", "-026-01-01",
    ])
    func otherTextsAreRefused(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [
        (Weekday.monday, ["Mon", "monday", "MON", "周一", "星期一", "礼拜一", "1"]),
        (Weekday.friday, ["Fri", "friday", "周五", "星期五", "5"]),
        (Weekday.sunday, ["Sun", "Sunday", "周日", "周天", "星期日", "星期天", "7"]),
    ])
    func weekdaysAreReadInBothLanguages(weekday: Weekday, texts: [String]) {
        for text in texts {
            #expect(Weekday(text) == weekday, "\(text)")
        }
    }

    @Test(arguments: ["", "0", "8", "Mond", "周八", "一", "周"])
    func otherWeekdaysAreRefused(text: String) {
        #expect(Weekday(text) == nil)
    }

    @Test(arguments: [("00:00", 0), ("9:05", 545), ("17:30", 1050), ("23:59", 1439), ("24:00", 1440)])
    func timesOfDayAreMinutes(text: String, minutes: Int) throws {
        #expect(try #require(TimeOfDay(text)).minutes == minutes)
    }

    @Test(arguments: ["", "24:01", "25:00", "12:60", "12", "12:5", "12:00:00", "-1:00", "1２:00", "012:00"])
    func otherTimesAreRefused(text: String) {
        #expect(TimeOfDay(text) == nil)
    }
}
