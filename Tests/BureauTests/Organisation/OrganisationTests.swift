import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Units and people, and what their coming and going does to the work.
struct OrganisationTests {
    @Test func unitsAreAddedEditedAndFoundByCodeAndName() async throws {
        let fixture = try await BureauFixture(rules: false)
        let admin = try await fixture.admin
        let added = try await fixture.bureau.addUnit(
            CommandWords(["bn-park", "name:园区", "name_en:Park", "kind:park", "parent:bn-ne"]), caller: admin)
        #expect(added.outcome.id == "U-5")
        for name in ["bn-park", "U-5", "u5", "园区", "park"] {
            #expect(try await fixture.bureau.showUnit(name, caller: admin).id == UnitID(5), "\(name)")
        }
        _ = try await fixture.bureau.editUnit(CommandWords(["bn-park", "parent:bn"]), caller: fixture.admin)
        #expect(try await fixture.bureau.showUnit("bn-park", caller: admin).parent == UnitID(1))
    }

    @Test(
        arguments: [
            (["bn-ne", "name:又一个", "kind:park"], ErrorCode.conflict), (["x"], .incomplete), (["name:x"], .incomplete),
            (["u9", "name:x", "kind:park"], .badCode), (["有空", "name:x", "kind:park"], .badCode),
            (["x", "name:x", "kind:castle"], .badText), (["x", "name:x", "kind:park", "parent:nowhere"], .notFound),
            (["x", "name:x", "kind:park", "colour:red"], .usage),
        ])
    func aWrongUnitIsRefused(words: [String], code: ErrorCode) async throws {
        let fixture = try await BureauFixture(rules: false)
        let found = await refusal { _ = try await fixture.bureau.addUnit(CommandWords(words), caller: fixture.admin) }
        #expect(found == code)
    }

    @Test func editingAnOfficerKeepsWhyATaskWasReturned() async throws {
        let fixture = try await BureauFixture()
        try await fixture.zero()
        let task = try #require(try await fixture.task("R-1", "O-2", "2026-03-02"))
        _ = try await fixture.bureau.returnTasks(
            CommandWords([task.id.description], options: ["reason": ["太简略"]]),
            caller: fixture.caller(BureauFixture.head))
        let before = try await fixture.task("R-1", "O-2", "2026-03-02")?.status
        #expect(before?.reason != nil)
        _ = try await fixture.bureau.editOfficer(CommandWords(["O-2", "pinyin:lina"]), caller: fixture.admin)
        #expect(try await fixture.task("R-1", "O-2", "2026-03-02")?.status == before)
    }

    @Test func aUnitCannotStandBelowItself() async throws {
        let fixture = try await BureauFixture(rules: false)
        for parent in ["bn-ne-a", "bn-ne"] {
            let code = await refusal {
                _ = try await fixture.bureau.editUnit(
                    CommandWords(["bn-ne", "parent:" + parent]), caller: fixture.admin)
            }
            #expect(code == .refused, "\(parent)")
        }
    }

    @Test func aLoginBelongsToOneOfficer() async throws {
        let fixture = try await BureauFixture(rules: false)
        let error = await refused {
            _ = try await fixture.bureau.editOfficer(CommandWords(["wang", "uid:1002"]), caller: fixture.admin)
        }
        #expect(error?.code == .conflict)
        _ = try await fixture.bureau.editOfficer(CommandWords(["wang", "uid:1050"]), caller: fixture.admin)
        #expect(try await fixture.caller(1050).officer?.id == OfficerID(7))
        #expect(await refusal { _ = try await fixture.caller(BureauFixture.wang) } == .unknownCaller)
    }

    @Test func aJoinerIsExpectedFromTheJoiningDay() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-04T10:00")
        _ = try await fixture.bureau.addOfficer(
            CommandWords(["新人", "unit:bn-ne", "role:officer", "uid:1020"]), caller: fixture.admin)
        #expect(try await fixture.state("R-1", "O-9", "2026-03-03") == "-")
        #expect(try await fixture.state("R-1", "O-9", "2026-03-04") == "open")
        try await fixture.move(to: "2026-03-05T00:00")
        #expect(try await fixture.state("R-1", "O-9", "2026-03-05") == "open")
    }

    @Test func whoComesAfterTheDaysLimitBeginsTomorrow() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-04T18:00")
        _ = try await fixture.bureau.addOfficer(
            CommandWords(["新人", "unit:bn-ne", "role:officer"]), caller: fixture.admin)
        #expect(try await fixture.state("R-1", "O-9", "2026-03-04") == "-")
        try await fixture.move(to: "2026-03-05T00:00")
        #expect(try await fixture.state("R-1", "O-9", "2026-03-05") == "open")
    }

    @Test func leaveWaivesOpenDaysAndThoseToCome() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-04T09:00")
        try await fixture.zero(on: "2026-03-02")
        _ = try await fixture.bureau.recordLeave(
            CommandWords(["li", "2026-03-02", "2026-03-05"]), caller: fixture.caller(BureauFixture.nehead))
        try await fixture.move(to: "2026-03-06T09:00")
        let states = try await fixture.days(of: "O-2", 2...6)
        #expect(states == ["accepted", "waived:leave", "waived:leave", "waived:leave", "open"])
        #expect(try await fixture.state("R-1", "O-6", "2026-03-03") == "open")
    }

    @Test func leaveIsRecordedByTheHeadOfTheUnitOrTheAdministrator() async throws {
        let fixture = try await BureauFixture()
        for (uid, allowed) in [
            (BureauFixture.nehead, true), (BureauFixture.head, true), (0, true), (BureauFixture.li, false),
            (BureauFixture.clerk, false),
        ] {
            let code = await refusal {
                _ = try await fixture.bureau.recordLeave(
                    CommandWords(["li", "2026-04-0\(uid % 10 + 1)"]), caller: fixture.caller(uid))
            }
            #expect(code == (allowed ? nil : .forbidden), "\(uid)")
        }
        let foreign = await refusal {
            _ = try await fixture.bureau.recordLeave(
                CommandWords(["wang", "2026-04-01"]), caller: fixture.caller(BureauFixture.nehead))
        }
        #expect(foreign == .forbidden)
    }

    @Test func aLeaverOwesWhatWasDueAndNothingAfterwards() async throws {
        let fixture = try await BureauFixture()
        try await fixture.move(to: "2026-03-04T10:00")
        _ = try await fixture.bureau.deactivateOfficer(CommandWords(["li"]), caller: fixture.admin)
        try await fixture.move(to: "2026-03-06T10:00")
        #expect(try await fixture.days(of: "O-2", 2...6) == ["open", "open", "void:left", "-", "-"])
        #expect(await refusal { _ = try await fixture.caller(BureauFixture.li) } == .unknownCaller)
    }

    @Test func aMoveBeginsANewMembershipAndKeepsTheOld() async throws {
        let fixture = try await BureauFixture()
        _ = try await fixture.bureau.editOfficer(
            CommandWords(["li", "unit:bn-bio", "from:2026-03-04"]), caller: fixture.admin)
        try await fixture.move(to: "2026-03-05T09:00")
        let units = try await [3, 4].asyncMap { try await fixture.task("R-1", "O-2", "2026-03-0\($0)")?.unit }
        #expect(units == [UnitID(2), UnitID(3)])
        let logged = try await fixture.log("补记", on: "2026-03-03")
        #expect(logged.entry?.entry.unit == UnitID(2))
        #expect(try await fixture.log("新单位").entry?.entry.unit == UnitID(3))
    }
}

extension BureauFixture {
    /// States of an officer's days of March 2026.
    func days(of officer: String, _ days: ClosedRange<Int>) async throws -> [String] {
        try await days.asyncMap { try await state("R-1", officer, "2026-03-\($0 < 10 ? "0" : "")\($0)") }
    }
}

extension Sequence {
    func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
