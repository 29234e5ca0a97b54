import Bureau
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing

/// Every verb of projects and of what belongs to them, of enterprises and contacts: taken back, the records are what they
/// were, byte by byte; done again, what the verb had made of them; and the history tells of all three.
struct ProjectUndoTests {
    typealias UseCase = ProjectAcceptanceTests.UseCase

    private struct Step {
        /// The record whose history is looked at.
        var id: String
        var words: String
        var uid: UInt32
        var use: UseCase

        init(_ id: String, _ words: String, _ uid: UInt32, _ use: @escaping UseCase) {
            (self.id, self.words, self.uid, self.use) = (id, words, uid, use)
        }
    }

    private static let li = BureauFixture.li
    private static let supervisor = ProjectAcceptanceTests.supervisor
    private static let screener = ProjectAcceptanceTests.screener

    private static func talks() -> [Step] {
        [
            Step(
                "P-1", "电池 reason:推介 investor:某集团 amount:8000万 land:10 energy:5 environment:登记表 output:1亿", li,
                { $0.addProject }),
            Step("P-1", "P-1 tier:B jobs:30", li, { $0.editProject }),
            Step("G-1", "推介会 from:2026-09-28 unit:bn-ne budget:50万", li, { $0.planCampaign }),
            Step("V-1", "P-1 preliminary passed", screener, { $0.reviewProject }),
            Step("P-1", "P-1 reviewing", li, { $0.advanceProject }),
            Step("H-1", "P-1 land 供地120亩 due:2026-12-31", li, { $0.addCommitment }),
            Step("H-1", "P-1 fairCompetition passed", screener, { $0.reviewProject }),
            Step("P-1", "P-1 joint returned conditions:补充环评", screener, { $0.reviewProject }),
            Step("P-1", "P-1 reviewing", li, { $0.advanceProject }),
            Step("V-4", "P-1 joint passed", screener, { $0.reviewProject }),
            Step("P-1", "P-1 approved", screener, { $0.advanceProject }),
        ]
    }

    private static func signing() -> [Step] {
        [
            Step("A-1", "P-1 framework amount:100亿", li, { $0.addAgreement }),
            Step("P-1", "P-1 signed amount:8000万 event:G-1", li, { $0.advanceProject }),
            Step("P-1", "P-1 reason:主体不符", supervisor, { $0.declineProject }),
            Step("P-1", "P-1 signed", li, { $0.advanceProject }),
            Step("P-1", "P-1 signed", supervisor, { $0.advanceProject }),
            Step("A-3", "P-1 supplement amount:2000万", li, { $0.addAgreement }),
            Step("H-2", "P-1 rent 免租一年 due:2026-12-01 agreement:A-3", li, { $0.addCommitment }),
            Step("A-3", "A-3 reason:未生效", supervisor, { $0.voidAgreement }),
            Step("F-1", "P-1 5万 voucher:记-20260001", li, { $0.addFunds }),
            Step("F-1", "F-1", supervisor, { $0.verifyFunds }),
            Step("F-2", "P-1 6万 voucher:记-20260002", li, { $0.addFunds }),
            Step("F-2", "F-2 reason:凭证不符", supervisor, { $0.rejectFunds }),
            Step("F-3", "P-1 6万 voucher:记-20260002", li, { $0.addFunds }),
            Step("F-4", "P-1 1万 reverses:F-1", li, { $0.addFunds }),
            Step("H-1", "H-1 note:已供地", li, { $0.fulfilCommitment }),
            Step("B-1", "P-1 取证 due:2026-12-31 weight:2", li, { $0.addMilestone }),
            Step("B-1", "B-1", li, { $0.finishMilestone }),
            Step("D-1", "P-1 yellow 一周内开工 due:2026-11-30", supervisor, { $0.issueDirective }),
            Step("D-1", "D-1 已进场", li, { $0.replyDirective }),
            Step("D-1", "D-1 已核实", supervisor, { $0.closeDirective }),
            Step("G-1", "G-1 outcome:签约1个 spent:42万", li, { $0.closeCampaign }),
        ]
    }

    private static func course() -> [Step] {
        [
            Step("P-1", "P-1 landed deed:地1", li, { $0.advanceProject }),
            Step("P-1", "P-1 started permit:证1", li, { $0.advanceProject }),
            Step("P-1", "P-1 completed acceptance:验1", li, { $0.advanceProject }),
            Step("P-1", "P-1 producing", li, { $0.advanceProject }),
            Step("P-1", "P-1 atCapacity output:9000万", li, { $0.advanceProject }),
            Step("P-1", "P-1 started reason:误报", supervisor, { $0.correctProject }),
            Step("P-1", "P-1 review:2026-12-01 reason:等地", supervisor, { $0.suspendProject }),
            Step("P-1", "P-1 reason:已供地", supervisor, { $0.resumeProject }),
            Step("P-1", "P-1 competitor to:合肥", supervisor, { $0.terminateProject }),
        ]
    }

    private static func enterprises() -> [Step] {
        [
            Step("E-1", "渝新能源科技有限公司 uscc:91350100M000100Y43", li, { $0.addEnterprise }),
            Step("E-1", "E-1 name:渝新能源集团有限公司 tags:上市", li, { $0.editEnterprise }),
            Step("E-2", "明月湖智能装备有限公司", li, { $0.addEnterprise }),
            Step("E-2", "E-2 into:E-1 reason:同一家", supervisor, { $0.mergeEnterprise }),
            Step("E-2", "E-2", supervisor, { $0.unmergeEnterprise }),
            Step("X-1", "E-1 name:王小明 mobile:13800131234 title:副总经理", li, { $0.addContact }),
            Step("X-1", "X-1 phone:023-66221234 title:-", li, { $0.editContact }),
        ]
    }

    private func play(_ steps: [Step], _ fixture: BureauFixture) async throws {
        for step in steps {
            let before = try await fixture.bytes()
            let done = try await ProjectAcceptanceTests.run(fixture, step.words, by: step.uid, step.use)
            let after = try await fixture.bytes()
            #expect(before != after, "\(step.words): the verb does something")
            let undone = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(step.uid))
            let back = try await fixture.bytes()
            #expect(back == before, "undo of \(step.words): \(Self.difference(back, before))")
            let redone = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(step.uid))
            let again = try await fixture.bytes()
            #expect(again == after, "redo of \(step.words): \(Self.difference(again, after))")
            let told = Set(
                try await fixture.bureau.history(step.id, caller: fixture.caller(0)).map(\.event.command))
            #expect(told.isSuperset(of: [done.command, undone.command, redone.command]), "\(step.words)")
        }
    }

    private static func difference(_ found: [String], _ wanted: [String]) -> [String] {
        found.filter { !wanted.contains($0) }.map { "+ " + $0 }
            + wanted.filter { !found.contains($0) }.map { "- " + $0 }
    }

    @Test func everyVerbOfAProjectsCourseLeadsBackAndForward() async throws {
        let fixture = try await ProjectAcceptanceTests.fixture()
        try await play(Self.talks() + Self.signing() + Self.course(), fixture)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func everyVerbOfEnterprisesAndContactsLeadsBackAndForward() async throws {
        let fixture = try await ProjectAcceptanceTests.fixture()
        try await play(Self.enterprises(), fixture)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    /// What was seen was seen, and what is erased is gone.
    @Test func aRevealAndAnErasureStand() async throws {
        let fixture = try await ProjectAcceptanceTests.fixture()
        for step in Self.enterprises().prefix(1) + Self.enterprises().suffix(2) {
            try await ProjectAcceptanceTests.run(fixture, step.words, by: step.uid, step.use)
        }
        _ = try await fixture.bureau.revealContact(
            CommandWords(["X-1"], options: ["purpose": ["约访"]]), caller: fixture.caller(Self.li))
        let seen = await refusal {
            _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(Self.li))
        }
        #expect(seen == .notUndoable)
        _ = try await fixture.bureau.eraseContact(CommandWords(["X-1"]), caller: fixture.caller(0))
        let erased = await refused {
            _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(0))
        }
        #expect(erased?.code == .notUndoable)
        #expect(erased?.hint?.zh.contains("删除") == true)
    }
}
