import FoundationEssentials
import Testing
import WorkCalendar

/// Every day of 2007 to 2026 against chinesecalendar, numpy, dateutil and CPython.
@Suite(.enabled(if: OracleProgram.python != nil || OracleProgram.isRequired, "ZS_ORACLE_PYTHON is not set"))
struct PythonOracleTests {
    private func rows(_ table: String) throws -> [[String]] {
        let script = Vectors.root.appending(path: "Tests/Oracles/workcalendar_oracle.py").path
        return Vectors.table(try OracleProgram.output(of: OracleProgram.python, [script, table]))
    }

    @Test func workingDaysEqualChinesecalendar() throws {
        let calendar = try StatutoryCalendar.load()
        let rows = try rows("days")
        #expect(rows.count == 7_305)
        let differing = rows.filter { row in
            CivilDate(row[0]).map { calendar.isWorkingDay($0) ? "1" : "0" } != row[1]
        }
        #expect(differing == [])
    }

    @Test func weeksEqualThoseOfPython() throws {
        let rows = try rows("weeks")
        #expect(rows.count == 7_305)
        #expect(rows.filter { row in CivilDate(row[0]).map { Period(.week, containing: $0).key } != row[1] } == [])
    }

    @Test func rollsEqualNumpy() throws {
        let calendar = try StatutoryCalendar.load()
        let rolls: [Roll] = [.following, .preceding, .modifiedFollowing, .modifiedPreceding]
        let rows = try rows("rolls")
        #expect(rows.count == 7_305)
        let differing = try rows.filter { row in
            let day = try date(row[0])
            return rolls.map { calendar.roll(day, $0)?.description ?? "" } != Array(row.dropFirst())
        }
        #expect(differing == [])
    }

    @Test func countsOfWorkingDaysEqualNumpy() throws {
        let calendar = try StatutoryCalendar.load()
        let rows = try rows("offsets")
        #expect(rows.count > 95_000)
        let differing = try rows.filter { row in
            let count = try #require(Int(row[1]))
            return try calendar.adding(workingDays: count, to: date(row[0]))?.description != row[2]
        }
        #expect(differing == [])
    }

    @Test func monthEndsEqualDateutil() throws {
        let rows = try rows("months")
        #expect(rows.count == 240)
        #expect(rows.filter { Period($0[0])?.lastDay.description != $0[1] } == [])
    }
}
