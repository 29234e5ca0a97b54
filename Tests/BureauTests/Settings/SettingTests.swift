import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Settings hold from a date on, for everybody or for one unit and what is below it.
struct SettingTests {
    private let key = "task.grace_working_days"

    @Test func aSettingHoldsFromItsDateOn() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.setSetting(
            CommandWords([key, "5"], options: ["from": ["2026-03-10"]]), caller: fixture.admin)
        #expect(try await fixture.bureau.showSetting(key, caller: fixture.admin).value == "10")
        try await fixture.move(to: "2026-03-10T00:00")
        let view = try await fixture.bureau.showSetting(key, caller: fixture.admin)
        #expect(view.value == "5")
        #expect(view.history.map(\.value) == ["5"])
    }

    @Test func theSchedulerUsesWhatHoldsOnTheDay() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.setSetting(CommandWords([key, "2"]), caller: fixture.admin)
        try await fixture.move(to: "2026-03-04T17:29")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "open")
        try await fixture.move(to: "2026-03-04T17:30")
        let state = try await fixture.state("R-1", "O-2", "2026-03-02")
        #expect(state == "missed")
        try await fixture.move(to: "2026-03-05T00:00")
        #expect(try await fixture.state("R-1", "O-2", "2026-03-02") == "missed")
    }

    @Test func aUnitsOwnSettingDoesNotChangeTheOthers() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.setSetting(
            CommandWords([key, "5"]), caller: fixture.caller(0, unit: "bn-ne"))
        let (all, unit) = try await fixture.store.read { reading in
            let made = try reading.settings("task.grace_working_days")
            return (made.filter { $0.unit == nil }, made.filter { $0.unit == UnitID(2) })
        }
        #expect(all.isEmpty)
        #expect(unit.map(\.value) == ["5"])
        #expect(try await fixture.bureau.showSetting(key, caller: fixture.admin).value == "10")
    }

    @Test func theSameValueAgainChangesNothing() async throws {
        let fixture = try await BureauFixture(rules: false)
        _ = try await fixture.bureau.setSetting(CommandWords([key, "5"]), caller: fixture.admin)
        let seq = try await fixture.headSeq()
        _ = try await fixture.bureau.setSetting(CommandWords([key, "5"]), caller: fixture.admin)
        #expect(try await fixture.headSeq() == seq)
    }

    @Test(
        arguments: [
            (["task.grace_working_days", "0"], ErrorCode.badSetting),
            (["task.grace_working_days", "many"], .badSetting),
            (["colour", "red"], .badSetting), (["task.grace_working_days"], .usage), ([], .usage),
        ])
    func aWrongSettingIsRefused(words: [String], code: ErrorCode) async throws {
        let fixture = try await BureauFixture(rules: false)
        #expect(
            await refusal { _ = try await fixture.bureau.setSetting(CommandWords(words), caller: fixture.admin) }
                == code)
    }
}
