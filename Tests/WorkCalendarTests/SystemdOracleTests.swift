import Testing
import WorkCalendar

/// Due rules without working days against the calendar expressions of systemd.time(7), in Asia/Shanghai.
@Suite(
    .enabled(if: OracleProgram.systemdAnalyze != nil || OracleProgram.isRequired, "systemd-analyze is not installed"))
struct SystemdOracleTests {
    @Test(arguments: [
        (PeriodKind.week, "weekday Fri at 16:00", "Fri *-*-* 16:00"), (.week, "last at 23:59", "Sun *-*-* 23:59"),
        (.month, "last at 17:30", "*-*~01 17:30"), (.month, "last offset -2 at 17:30", "*-*~03 17:30"),
        (.month, "day 31 skip omit at 17:30", "*-*-31 17:30"), (.month, "day 29 skip omit at 09:00", "*-*-29 09:00"),
        (.month, "day 31 at 17:30", "*-*~01 17:30"), (.month, "weekday Mon at 09:00", "Mon *-*-01..07 09:00"),
        (.quarter, "last at 17:30", "*-03,06,09,12~01 17:30"), (.quarter, "day 1 at 00:00", "*-01,04,07,10-01 00:00"),
        (.year, "last at 12:00", "*-12-31 12:00"), (.year, "day 60 at 08:00", "*-02-29 08:00"),
    ])
    func dueTimesEqualSystemd(kind: PeriodKind, rule: String, expression: String) throws {
        let calendar = try StatutoryCalendar.load()
        let isLeapDay = expression.contains("02-29")
        let count = [PeriodKind.week: 1_000, .month: 200, .quarter: 80, .year: isLeapDay ? 5 : 20][kind] ?? 0
        let expected = try elapses(of: expression, count: count)
        #expect(expected.count == count)

        // A week of Spring Festival keeps its day: systemd knows no holidays.
        var rule = try #require(DueRule(rule))
        rule.whenEmpty = .keep
        var results: [Instant] = []
        var period = Period(kind, containing: try date("2007-01-01"))
        while results.count < count {
            if case .due(let instant, _) = rule.due(in: period, calendar: calendar) {
                if !isLeapDay || instant.date.month == 2 { results.append(instant) }
            }
            period = period.next
        }
        #expect(results == expected)
    }

    /// The next `count` times after the end of 2006.
    private func elapses(of expression: String, count: Int) throws -> [Instant] {
        let output = try OracleProgram.output(
            of: OracleProgram.systemdAnalyze,
            ["calendar", "--iterations=\(count)", "--base-time=2006-12-31 23:59:59", expression],
            environment: ["TZ": "Asia/Shanghai", "LC_ALL": "C"])
        // Local times carry a zone's name; the line "(in UTC): Fri 2007-01-05 08:00:00 UTC" stands after each.
        return try output.split(separator: "\n").filter { $0.contains("(in UTC):") }.map { line in
            let words = line.split(separator: " ").suffix(3)
            let (day, time) = (words[words.startIndex], words[words.startIndex + 1])
            return try #require(Instant(iso8601: "\(day)T\(time)Z"), "\(line)")
        }
    }
}
