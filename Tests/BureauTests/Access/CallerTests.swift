import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Who a login is, and in whose name it may act.
struct CallerTests {
    @Test func anUnknownLoginIsToldWhatTheAdministratorMustRun() async throws {
        let fixture = try await BureauFixture(rules: false)
        let error = await refused { _ = try await fixture.caller(4242) }
        #expect(error?.code == .unknownCaller)
        #expect(error?.hint?.en.contains("zs officer edit O-… uid:4242") == true)
        #expect(error?.hint?.zh.contains("zs officer edit O-… uid:4242") == true)
    }

    @Test func theAdministratorNeedsNoOfficer() async throws {
        let fixture = try await BureauFixture(rules: false)
        let admin = try await fixture.admin
        #expect(admin.officer == nil)
        #expect(admin.actor == "uid:0")
        #expect(admin.roles == [.admin])
    }

    @Test func theAdministratorActsForAnybodyWithThatPersonsRightsOnly() async throws {
        let fixture = try await BureauFixture()
        let acting = try await fixture.caller(0, as: "wang")
        #expect(acting.roles == [.officer])
        let logged = try await fixture.bureau.logEntry(CommandWords(["走访"]), caller: acting)
        #expect(logged.entry?.entry.officer.description == "O-7")
        let event = try await fixture.store.read { try $0.events(subject: "J-1", limit: 1).first }
        #expect(event?.actor == "uid:0")
        #expect(event?.onBehalf == "O-7")
        let rule = await refusal {
            _ = try await fixture.bureau.endRule(CommandWords(["R-1"]), caller: fixture.caller(0, as: "wang"))
        }
        #expect(rule == .forbidden)
    }

    @Test(
        arguments: [
            (BureauFixture.clerk, "li", true), (BureauFixture.clerk, "O-2", true), (BureauFixture.clerk, "zhao", true),
            (BureauFixture.clerk, "wang", false), (BureauFixture.clerk, "head", false),
            (BureauFixture.li, "zhao", false),
            (BureauFixture.head, "li", false), (BureauFixture.li, "li", true), (0, "li", true), (0, "head", true),
        ])
    func onlyAdministratorsAndClerksOfTheUnitActForOthers(uid: UInt32, target: String, allowed: Bool) async throws {
        let fixture = try await BureauFixture(rules: false)
        let code = await refusal { _ = try await fixture.caller(uid, as: target) }
        #expect(code == (allowed ? nil : .forbidden))
    }

    @Test(arguments: [0, BureauFixture.clerk])
    func nobodyActsForSomebodyWhoLeft(uid: UInt32) async throws {
        let fixture = try await BureauFixture(rules: false)
        let error = await refused { _ = try await fixture.caller(uid, as: "gone") }
        #expect(error?.code == .refused)
        #expect(error?.hint?.en.contains("zs officer show O-4") == true)
    }

    /// Callers are remembered; what changes of a person or with the day holds from the next request on.
    @Test func aChangeOfThePersonOrOfTheDayIsSeenAtOnce() async throws {
        let fixture = try await BureauFixture(rules: false)
        let first = try await fixture.caller(BureauFixture.li)
        let again = try await fixture.caller(BureauFixture.li)
        #expect(first.officer == again.officer)
        #expect(first.commandID != again.commandID)
        _ = try await fixture.bureau.editOfficer(CommandWords(["li", "role:leader"]), caller: fixture.admin)
        #expect(try await fixture.caller(BureauFixture.li).roles == [.leader])
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.admin)
        #expect(try await fixture.caller(BureauFixture.li).roles == [.officer])
        // From Wednesday on li works for another unit, and the clerk of the old one may act for her no more.
        _ = try await fixture.bureau.editOfficer(
            CommandWords(["li", "unit:bn-bio", "from:2026-03-04"]), caller: fixture.admin)
        #expect(await refusal { _ = try await fixture.caller(BureauFixture.clerk, as: "li") } == nil)
        try await fixture.move(to: "2026-03-04T08:00")
        #expect(await refusal { _ = try await fixture.caller(BureauFixture.clerk, as: "li") } == .forbidden)
    }

    @Test func anUnknownTargetIsNotFound() async throws {
        let fixture = try await BureauFixture(rules: false)
        #expect(await refusal { _ = try await fixture.caller(0, as: "nobody") } == .notFound)
        #expect(await refusal { _ = try await fixture.caller(0, unit: "nowhere") } == .notFound)
    }

    @Test func anAdministratorHasNoDayOfHisOwn() async throws {
        let fixture = try await BureauFixture()
        let error = await refused {
            _ = try await fixture.bureau.logEntry(CommandWords(["走访"]), caller: fixture.admin)
        }
        #expect(error?.code == .forbidden)
        #expect(error?.hint?.en.contains("--as") == true)
    }

    @Test func theOtherRoleAndTheForeignUnitAreRefusedWithAWayOut() async throws {
        let fixture = try await BureauFixture()
        let role = await refused {
            _ = try await fixture.bureau.acceptTasks(CommandWords(["T-1"]), caller: fixture.caller(BureauFixture.li))
        }
        #expect(role?.code == .forbidden)
        #expect(role?.hint?.en.contains("zs officer edit O-2 role:officer,leader") == true)
        let logged = try await fixture.log("走访", by: BureauFixture.wang)
        let foreign = await refused {
            _ = try await fixture.bureau.showEntry(
                logged.result.outcome.id ?? "", caller: fixture.caller(BureauFixture.li))
        }
        #expect(foreign?.code == .forbidden)
        #expect(foreign?.hint != nil)
    }

    @Test func aClerkWritesForTheUnitOnlyInSomebodysName() async throws {
        let fixture = try await BureauFixture()
        let logged = try await fixture.bureau.logEntry(
            CommandWords(["代记"]), caller: fixture.caller(BureauFixture.clerk, as: "li"))
        #expect(logged.entry?.entry.officer.description == "O-2")
        let event = try await fixture.store.read { try $0.events(subject: "J-1", limit: 1).first }
        #expect(event?.actor == "O-3")
        #expect(event?.onBehalf == "O-2")
    }
}
