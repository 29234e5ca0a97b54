import Testing
import WorkCalendar

@testable import Promotion

struct WrittenDateTests {
    @Test(arguments: [
        "2026-11-23", "2026/11/23", "2026.11.23", "2026年11月23日", "2026年11月23号", "2026 年 11 月 23 日", "20261123",
        "23-Nov-2026", "23/November/2026", "２０２６－１１－２３", " 2026/11/23 ", "2026-11-23 14:30:00", "2026-11-23T14:30",
        "2026年11月23日 9:05",
        // datetime.date(2026, 11, 23) − datetime.date(1899, 12, 30) in Python.
        "46349",
    ])
    func everyFormOfADayIsRead(text: String) throws {
        #expect(try WrittenDate.parse(text) == CivilDate(year: 2026, month: 11, day: 23))
    }

    @Test(arguments: [
        ("11/23/2026", WrittenDate.Problem.yearLast), ("03/04/2026", .yearLast), ("23.11.2026", .yearLast),
        ("26-11-23", .noYear), ("11-23", .noYear), ("11月23日", .noYear), ("2026-02-30", .noSuchDay),
        ("20261323", .noSuchDay), ("2026年2月29日", .noSuchDay), ("1026-01-01", .noSuchDay), ("昨天", .unreadable),
        ("", .unreadable), ("12345", .unreadable), ("2026-11", .noYear), ("a-b-c", .unreadable), ("14:30", .unreadable),
    ])
    func whatIsNoDayOrCouldBeTwoIsRefused(text: String, problem: WrittenDate.Problem) {
        #expect(throws: problem) { try WrittenDate.parse(text) }
    }
}
