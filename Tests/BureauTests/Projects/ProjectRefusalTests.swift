import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing

@testable import Bureau

/// A second person who does not sign, and agreements that stand no longer.
struct ProjectRefusalTests {
    private static let li = BureauFixture.li
    private static let supervisor = ProjectAcceptanceTests.supervisor
    private static let second = ProjectAcceptanceTests.second

    private static func run(
        _ fixture: BureauFixture, _ words: String, by uid: UInt32 = li, _ use: ProjectAcceptanceTests.UseCase
    ) async throws {
        try await ProjectAcceptanceTests.run(fixture, words, by: uid, use)
    }

    /// A project whose signing of 80 M waits for a supervisor.
    private static func waiting() async throws -> BureauFixture {
        let fixture = try await ProjectAcceptanceTests.fixture()
        try await ProjectAcceptanceTests.add(fixture)
        try await ProjectAcceptanceTests.toApproved(fixture)
        try await run(fixture, "P-1 signed amount:8000万") { $0.advanceProject }
        return fixture
    }

    @Test func aDeclinedSigningCountsForNothingAndStaysInTheHistoryWithBothPeople() async throws {
        let fixture = try await Self.waiting()
        try await Self.run(fixture, "P-1 signed reason:主体不符", by: Self.supervisor) { $0.declineProject }
        let view = try await ProjectAcceptanceTests.project(fixture)
        #expect(view.project.stage == .approved)
        #expect(view.project.pending == nil)
        let step = try #require(view.project.steps.last)
        #expect(step.kind == .cosignDeclined && step.to == .signed && step.withdrawn && !step.reaches)
        #expect([step.by, step.cosignedBy?.by] == ["O-2", "O-9"])
        #expect(step.reason.flatMap { view.texts[$0.id] } == "主体不符")
        #expect(view.project.reached(.signed) == nil)
        // It may be entered and signed again, by the one who declined it.
        try await Self.run(fixture, "P-1 signed") { $0.advanceProject }
        try await Self.run(fixture, "P-1 signed", by: Self.supervisor) { $0.advanceProject }
        #expect(try await ProjectAcceptanceTests.project(fixture).project.stage == .signed)
    }

    @Test func decliningTakesAReasonASupervisorAndSomethingThatWaits() async throws {
        let fixture = try await Self.waiting()
        let bare = await refused { try await Self.run(fixture, "P-1", by: Self.supervisor) { $0.declineProject } }
        #expect(bare?.details["missing"] == .list(["reason"]))
        #expect(await refusal { try await Self.run(fixture, "P-1 reason:错") { $0.declineProject } } == .forbidden)
        let other = await refusal {
            try await Self.run(fixture, "P-1 started reason:错", by: Self.supervisor) { $0.declineProject }
        }
        #expect(other == .refused)
        try await Self.run(fixture, "P-1 reason:错", by: Self.supervisor) { $0.declineProject }
        let twice = await refusal {
            try await Self.run(fixture, "P-1 reason:错", by: Self.supervisor) { $0.declineProject }
        }
        #expect(twice == .refused)
    }

    /// An administrator who typed the signing for an officer is no second person, in whatever name.
    @Test func whoeverEnteredItCannotDeclineIt() async throws {
        let fixture = try await ProjectAcceptanceTests.fixture()
        try await ProjectAcceptanceTests.add(fixture)
        try await ProjectAcceptanceTests.toApproved(fixture)
        _ = try await fixture.bureau.advanceProject(
            CommandWords(["P-1", "signed", "amount:8000万"]), caller: fixture.caller(0, as: "li"))
        let same = await refused {
            _ = try await fixture.bureau.declineProject(
                CommandWords(["P-1", "reason:错"]), caller: fixture.caller(0, as: "sup"))
        }
        #expect(same?.details["person"] == .text("uid:0"))
    }

    @Test func aVoidedSupplementIsTakenBackOnItsOwnDayWithWhatWasPromisedInIt() async throws {
        let fixture = try await Self.waiting()
        try await Self.run(fixture, "P-1 signed", by: Self.supervisor) { $0.advanceProject }
        try await Self.run(fixture, "P-1 supplement amount:2000万 doc:补1") { $0.addAgreement }
        try await Self.run(fixture, "P-1 rent 免租 due:2026-12-01 agreement:A-2") { $0.addCommitment }
        try await Self.run(fixture, "P-1 talent 公寓 due:2026-12-01 agreement:A-1") { $0.addCommitment }
        #expect(try await ProjectAcceptanceTests.sum(fixture, "K6.amount") == 100_000_000)
        try await Self.run(fixture, "A-2 reason:未生效", by: Self.supervisor) { $0.voidAgreement }
        #expect(try await ProjectAcceptanceTests.sum(fixture, "K6.amount") == 80_000_000)
        #expect(try await ProjectAcceptanceTests.sum(fixture, "K6.count") == 1)
        let view = try await ProjectAcceptanceTests.project(fixture)
        #expect(view.project.contractValue.yuan == 80_000_000)
        #expect(view.agreements.map { $0["state"] } == [nil, .text("voided")])
        #expect(view.dossier.commitments.map(\.state) == [.voided, .pending])
        let clocks = try await fixture.store.read { try $0.tasks(TaskFilter(source: "H-1", byDue: false)) }
        #expect(clocks.map(\.status.state) == [.void])
        let listed = try await fixture.bureau.listAgreements(
            CommandWords(["P-1", "state:voided"]), caller: fixture.caller(Self.li))
        #expect(listed.map(\.id) == ["A-2"])
        let again = await refusal {
            try await Self.run(fixture, "A-2 reason:错", by: Self.supervisor) { $0.voidAgreement }
        }
        #expect(again == .conflict)
    }

    /// A refusal names everything that rests on it, with the commands that clear the way.
    @Test func whatOthersRestOnIsVoidedLast() async throws {
        let fixture = try await Self.waiting()
        try await Self.run(fixture, "P-1 signed", by: Self.supervisor) { $0.advanceProject }
        try await Self.run(fixture, "P-1 supplement amount:2000万") { $0.addAgreement }
        try await Self.run(fixture, "P-1 formal amount:8000万 event:乙会") { $0.addAgreement }
        let early = await refused {
            try await Self.run(fixture, "A-1 reason:错", by: Self.supervisor) { $0.voidAgreement }
        }
        #expect(early?.details["missing"] == .list(["void.A-2", "void.A-3", "stage"]))
        for agreement in ["A-3", "A-2"] {
            try await Self.run(fixture, "\(agreement) reason:错", by: Self.supervisor) { $0.voidAgreement }
        }
        try await Self.run(fixture, "P-1 approved reason:错", by: Self.supervisor) { $0.correctProject }
        try await Self.run(fixture, "A-1 reason:错", by: Self.supervisor) { $0.voidAgreement }
        #expect(try await ProjectAcceptanceTests.sum(fixture, "K6.amount") == 0)
        #expect(try await ProjectAcceptanceTests.sum(fixture, "K6.count") == 0)
        // The next formal agreement is the first.
        try await Self.run(fixture, "P-1 formal amount:9000万") { $0.addAgreement }
        #expect(try await ProjectAcceptanceTests.sum(fixture, "K6.count") == 1)
        #expect(try await ProjectAcceptanceTests.project(fixture).project.contractValue.yuan == 90_000_000)
    }

    @Test func voidingTakesAReasonAndSomebodyElse() async throws {
        let fixture = try await Self.waiting()
        let bare = await refused { try await Self.run(fixture, "A-1", by: Self.supervisor) { $0.voidAgreement } }
        #expect(bare?.details["missing"] == .list(["reason"]))
        #expect(await refusal { try await Self.run(fixture, "A-1 reason:错") { $0.voidAgreement } } == .forbidden)
        _ = try await fixture.bureau.addAgreement(
            CommandWords(["P-1", "intent", "amount:1亿"]), caller: fixture.caller(0, as: "li"))
        let same = await refused {
            _ = try await fixture.bureau.voidAgreement(
                CommandWords(["A-2", "reason:错"]), caller: fixture.caller(0, as: "sup"))
        }
        #expect(same?.details["person"] == .text("uid:0"))
        try await Self.run(fixture, "A-2 reason:错", by: Self.second) { $0.voidAgreement }
    }
}
