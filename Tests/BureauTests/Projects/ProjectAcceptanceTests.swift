import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

@testable import Bureau

/// The course of projects through the use cases, each person with a login of their own.
struct ProjectAcceptanceTests {
    static let supervisor: UInt32 = 1009
    static let screener: UInt32 = 1010
    static let second: UInt32 = 1011

    static func fixture() async throws -> BureauFixture {
        let fixture = try await BureauFixture(at: "2026-09-28T09:00")
        for (code, role, uid) in [
            ("sup", "supervisor", supervisor), ("scr", "screener", screener), ("sup2", "supervisor", second),
        ] {
            _ = try await fixture.bureau.addOfficer(
                CommandWords(["code:\(code)", "name:\(code)", "unit:bn", "role:\(role)", "uid:\(uid)"]),
                caller: fixture.admin)
        }
        return fixture
    }

    typealias UseCase = (Bureau) -> (CommandWords, Caller) async throws -> CommandResult

    @discardableResult
    static func run(
        _ fixture: BureauFixture, _ words: String, by uid: UInt32 = BureauFixture.li, _ use: UseCase
    ) async throws -> CommandResult {
        let split = words.split(separator: " ").map(String.init)
        return try await use(fixture.bureau)(CommandWords(split), try await fixture.caller(uid))
    }

    static func add(_ fixture: BureauFixture, _ name: String = "电池") async throws {
        try await run(
            fixture, "\(name) reason:推介 investor:某集团 amount:8000万 land:10 energy:5 environment:登记表"
        ) {
            $0.addProject
        }
    }

    static func toApproved(_ fixture: BureauFixture) async throws {
        try await run(fixture, "P-1 preliminary passed", by: screener) { $0.reviewProject }
        try await run(fixture, "P-1 reviewing") { $0.advanceProject }
        try await run(fixture, "P-1 joint passed", by: screener) { $0.reviewProject }
        try await run(fixture, "P-1 approved", by: screener) { $0.advanceProject }
    }

    static func project(_ fixture: BureauFixture) async throws -> ProjectView {
        try await fixture.bureau.showProject("P-1", caller: fixture.caller(BureauFixture.li))
    }

    static func sum(_ fixture: BureauFixture, _ indicator: String) async throws -> Int64 {
        let days = CivilDate(ordinal: 18_000)...CivilDate(ordinal: 24_000)
        return try await fixture.store.read { reading in
            try reading.sums(units: reading.units().map(\.id), dates: days)[indicator] ?? 0
        }
    }

    @Test func theContractIsTheFormalAgreementAndItsSupplementsCountedOnce() async throws {
        let fixture = try await Self.fixture()
        try await Self.add(fixture)
        try await Self.run(fixture, "P-1 framework amount:100亿") { $0.addAgreement }
        try await Self.run(fixture, "P-1 framework amount:100亿") { $0.addAgreement }
        try await Self.run(fixture, "P-1 formal amount:8亿 event:甲会") { $0.addAgreement }
        #expect(try await Self.project(fixture).project.contractValue.yuan == 800_000_000)
        try await Self.run(fixture, "P-1 supplement amount:2亿") { $0.addAgreement }
        try await Self.run(fixture, "P-1 formal amount:8亿 event:乙会") { $0.addAgreement }
        #expect(try await Self.project(fixture).project.contractValue.yuan == 1_000_000_000)
        #expect(try await Self.sum(fixture, "K6.count") == 1)
        #expect(try await Self.sum(fixture, "K6.amount") == 1_000_000_000)
        #expect(try await Self.project(fixture).flags.map(\.kind) == [.contractAtTwoEvents])
        let code = await refusal { try await Self.run(fixture, "P-1 formal amount:8亿") { $0.addAgreement } }
        #expect(code == .conflict)
    }

    @Test func fundsCountOnceSomebodyElseVerifiesThem() async throws {
        let fixture = try await Self.fixture()
        try await Self.add(fixture)
        try await Self.run(fixture, "丙项目 reason:推介") { $0.addProject }
        try await Self.run(fixture, "P-1 formal amount:1亿") { $0.addAgreement }
        let added = try await Self.run(fixture, "P-1 1.2亿 voucher:记-0012") { $0.addFunds }
        #expect(added.outcome.changed.contains { $0.field == "flags" && $0.to == "fundsAboveContract" })
        #expect(try await Self.sum(fixture, "K13.amount") == 0)
        let again = await refusal { try await Self.run(fixture, "P-2 5万 voucher:记００１２") { $0.addFunds } }
        #expect(again == .conflict)
        let own = await refusal { try await Self.run(fixture, "F-1") { $0.verifyFunds } }
        #expect(own == .forbidden)
        try await Self.run(fixture, "F-1", by: Self.supervisor) { $0.verifyFunds }
        #expect(try await Self.sum(fixture, "K13.amount") == 120_000_000)
    }

    @Test func aSigningNeedsASecondPerson() async throws {
        let fixture = try await Self.fixture()
        try await Self.add(fixture)
        try await Self.toApproved(fixture)
        try await Self.run(fixture, "P-1 signed amount:8000万") { $0.advanceProject }
        #expect(try await Self.project(fixture).project.stage == .approved)
        try await Self.run(fixture, "P-1 signed", by: Self.supervisor) { $0.advanceProject }
        let project = try await Self.project(fixture).project
        #expect(project.stage == .signed)
        #expect(project.steps.last?.cosignedBy?.by == "O-9")
        let early = await refusal {
            try await Self.run(fixture, "P-1 landed date:2026-09-27 deed:地1") { $0.advanceProject }
        }
        #expect(early == .refused)
    }

    @Test func aWrongStartIsCorrectedOnItsOwnDay() async throws {
        let fixture = try await Self.fixture()
        try await Self.add(fixture)
        try await Self.toApproved(fixture)
        try await Self.run(fixture, "P-1 signed amount:8000万") { $0.advanceProject }
        try await Self.run(fixture, "P-1 signed", by: Self.supervisor) { $0.advanceProject }
        try await Self.run(fixture, "P-1 landed deed:地1") { $0.advanceProject }
        try await Self.run(fixture, "P-1 started permit:证1") { $0.advanceProject }
        #expect(try await Self.sum(fixture, "K9.count") == 1)
        let forbidden = await refusal { try await Self.run(fixture, "P-1 landed reason:误报") { $0.correctProject } }
        #expect(forbidden == .forbidden)
        try await Self.run(fixture, "P-1 landed reason:误报", by: Self.supervisor) { $0.correctProject }
        #expect(try await Self.sum(fixture, "K9.count") == 0)
        let steps = try await Self.project(fixture).project.steps
        #expect(steps.contains { $0.to == .started && $0.withdrawn })
    }

    /// Each verb is one line of the day and is taken back whole.
    @Test func everyVerbIsALineOfTheDayAndCanBeTakenBack() async throws {
        let fixture = try await Self.fixture()
        try await Self.add(fixture)
        let verbs: [(String, UInt32, UseCase)] = [
            ("P-1 tier:A", BureauFixture.li, { $0.editProject }),
            ("P-1 intent amount:1亿", BureauFixture.li, { $0.addAgreement }),
            ("P-1 5万 voucher:X1", BureauFixture.li, { $0.addFunds }),
            ("P-1 land 供地 due:2026-12-31", BureauFixture.li, { $0.addCommitment }),
            ("P-1 取证 due:2026-12-31", BureauFixture.li, { $0.addMilestone }),
            ("推介会 from:2026-10-20 unit:bn-ne", BureauFixture.li, { $0.planCampaign }),
            ("P-1 preliminary passed", Self.screener, { $0.reviewProject }),
            ("P-1 yellow 一周内开工", Self.supervisor, { $0.issueDirective }),
            ("P-1 review:2026-12-01 reason:等地", Self.supervisor, { $0.suspendProject }),
            ("P-1 withdrew", Self.supervisor, { $0.terminateProject }),
        ]
        for (words, uid, use) in verbs {
            let before = try await Self.project(fixture).project
            let lines = try await Self.sum(fixture, "entries.automatic")
            try await Self.run(fixture, words, by: uid, use)
            #expect(try await Self.sum(fixture, "entries.automatic") == lines + 1, "\(words)")
            _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(uid))
            #expect(try await Self.project(fixture).project == before, "\(words)")
            _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(uid))
            _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(uid))
        }
    }
}
