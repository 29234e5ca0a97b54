import FoundationEssentials
import Testing
import WorkCalendar

/// Each date of each rule of the shipped profiles in each period of 2007 to 2026, against chinesecalendar and numpy with the
/// days off of holidays, both in `duedates_oracle.py`.
@Suite(.enabled(if: OracleProgram.python != nil || OracleProgram.isRequired, "ZS_ORACLE_PYTHON is not set"))
struct DueDateTableTests {
    @Test func noDueDateOfTwentyYearsIsWrong() throws {
        let lines = try DueDateTable.lines(StatutoryCalendar.load())
        let table = DueDateTable.text(lines)
        print(table)
        #expect(lines.map(\.name) == DueDateTable.names)
        #expect(lines.filter { !$0.wrong.isEmpty }.map { "\($0.name): \($0.wrong.prefix(5))" } == [])
        // The page shows what this test finds.
        let page = try String(contentsOf: Vectors.root.appending(path: "Docs/calendar.md"), encoding: .utf8)
        #expect(page.contains(table))
    }

    /// What the comparison is worth: with one make-up day forgotten it is not silent.
    @Test func aForgottenMakeUpDayIsFound() throws {
        let forgotten = try date("2026-02-28")
        let notices = try StatutoryCalendar.loadNotices().map { notice in
            var notice = notice
            notice.days.removeAll { $0.date == forgotten }
            return notice
        }
        let lines = try DueDateTable.lines(WorkingDayCalendar(notices: notices))
        let wrong = Dictionary(uniqueKeysWithValues: lines.map { ($0.name, $0.wrong) })
        #expect(wrong["banan bn.inventory due"] == ["2026-02-28"])
        // The week of 23 February ends with that Saturday; no other rule counts it.
        #expect(wrong["banan bn.consolidation due"] == ["2026-W09"])
        #expect(wrong["banan bn.report due"] == [])
    }

    /// A date that rests on the notice of 2027 is marked, and no other of the years before.
    @Test func whatIsNotKnownYetIsProvisional() throws {
        let calendar = try StatutoryCalendar.load()
        for text in ["after-end workday 3 at 17:30", "workday -1 at 16:00", "workday 10 at 17:30"] {
            let rule = try #require(DueRule(text))
            for month in 0..<240 {
                let period = Period(kind: .month, ordinal: 12 * 2007 + month)
                guard case .due(let at, let provisional) = rule.due(in: period, calendar: calendar) else { continue }
                if at.date.year == 2027 { #expect(provisional, "\(text) \(period.key)") }
                if at.date.description < "2026-12-25" { #expect(!provisional, "\(text) \(period.key)") }
            }
        }
    }

    @Test func thePackagesAgreeWithEachOtherAndWithTheNotices() throws {
        #expect(try DueDateTable.rows(["differences"]) == [])
    }

    @Test(.enabled(if: taskwarrior != nil || OracleProgram.isRequired, "taskwarrior is missing"))
    func recurrencesOfTheTableAreThoseOfTaskwarrior() throws {
        let rows = try DueDateTable.rows(["taskwarrior", #require(Self.taskwarrior)])
        #expect(rows.map(\.[0]) == ["weekdays", "weekly", "monthly", "quarterly"])
        for row in rows {
            #expect(row[2].split(separator: " ").count >= 79, "\(row[0])")
            #expect(row[2] == row[3], "\(row[0])")
        }
    }

    private static let taskwarrior = ["/usr/bin/task", "/usr/local/bin/task"]
        .first(where: FileManager.default.isExecutableFile)
}

/// The comparison of one calendar with the oracle.
private enum DueDateTable {
    struct Line {
        var name: String
        var text: String
        var periods = 0
        /// Periods for which the product has another date than the oracle.
        var wrong: [String] = []
        var wrongMondayToFriday = 0
        var wrongTaskwarrior = 0
    }

    static let names = [
        "banan bn.inventory due", "banan bn.consolidation due", "banan bn.consolidation freeze", "banan bn.report due",
        "banan bn.report draft", "banan bn.report comments", "banan bn.report freeze", "banan bn.activity-plan due",
        "banan bn.activity due", "banan bn.deployment due", "banan bn.appraisal due", "jiulongpo jlp.inventory due",
        "jiulongpo jlp.dispatch due", "jiulongpo jlp.dispatch freeze", "jiulongpo jlp.deployment due",
        "jiulongpo jlp.deployment freeze", "(example) month-end due",
    ]

    static func rows(_ arguments: [String]) throws -> [[String]] {
        let script = Vectors.root.appending(path: "Tests/Oracles/duedates_oracle.py").path
        return Vectors.table(try OracleProgram.output(of: OracleProgram.python, [script] + arguments))
    }

    static func lines(_ calendar: WorkingDayCalendar) throws -> [Line] {
        let profiles = ["banan", "jiulongpo"].map { Vectors.root.appending(path: "Config/profiles/\($0).yaml").path }
        var lines: [Line] = []
        for row in try rows(["dues"] + profiles) {
            let name = row[0...2].joined(separator: " ")
            if lines.last?.name != name { lines.append(Line(name: name, text: row[4])) }
            let index = lines.count - 1
            lines[index].periods += 1
            let found = try date(of: row[4], in: period(row[5]), calendar)
            if found != row[6] { lines[index].wrong.append(row[5]) }
            if row[7] != row[6] { lines[index].wrongMondayToFriday += 1 }
            if row[8] != row[6] { lines[index].wrongTaskwarrior += 1 }
        }
        return lines
    }

    private static func date(of text: String, in period: Period, _ calendar: WorkingDayCalendar) throws -> String {
        guard case .due(let at, _) = try DueRule(parsing: text).due(in: period, calendar: calendar) else { return "" }
        return at.date.description
    }

    /// A Markdown table, with the sums at its end.
    static func text(_ lines: [Line]) -> String {
        var text = """
            | Rule | Wording | Periods | Zhaoshang | Monday to Friday | taskwarrior |
            |---|---|--:|--:|--:|--:|

            """
        func row(_ cells: String...) { text += "| " + cells.joined(separator: " | ") + " |\n" }
        for line in lines {
            row(
                line.name, "`\(line.text)`", "\(line.periods)", "\(line.wrong.count)", "\(line.wrongMondayToFriday)",
                "\(line.wrongTaskwarrior)")
        }
        let sums = [
            lines.map(\.periods), lines.map(\.wrong.count), lines.map(\.wrongMondayToFriday),
            lines.map(\.wrongTaskwarrior),
        ].map { "\($0.reduce(0, +))" }
        row("all", "", sums[0], sums[1], sums[2], sums[3])
        return text
    }
}
