import FoundationEssentials
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

@testable import Bureau

/// Leads that find their officers, through the store and back.
struct AssignmentTests {
    /// Leads of the new-energy task force, as an earlier command would have left them.
    private func leads(
        _ count: Int, _ fixture: BureauFixture, unit: Int64 = 2,
        _ change: @escaping @Sendable (inout Lead) -> Void = { _ in }
    ) async throws {
        _ = try await fixture.store.write(
            Command(id: UUID().uuidString, actor: "uid:0", verb: "lead.add", digest: [2])
        ) { writing in
            for _ in 0..<count {
                let id = try writing.nextID(Lead.self)
                var lead = Lead(
                    id: id, title: try writing.keep(text: "线索"), source: .hotline, unit: UnitID(unit),
                    receivedAt: writing.now)
                change(&lead)
                try writing.append("lead.added", before: nil, after: lead)
            }
            return Outcome()
        }
    }

    private func edit(_ words: String..., in fixture: BureauFixture) async throws {
        _ = try await fixture.bureau.editOfficer(CommandWords(words), caller: fixture.admin)
    }

    private func assign(
        _ words: String..., in fixture: BureauFixture, by uid: UInt32 = BureauFixture.nehead, reason: String? = nil,
        dryRun: Bool = false
    ) async throws -> [Assignment] {
        try await fixture.bureau.assignLead(
            CommandWords(words, options: reason.map { ["reason": [$0]] } ?? [:]),
            caller: fixture.caller(uid, dryRun: dryRun)
        ).assignments
    }

    @Test func ladderIsSimulatedRecordedAndExplained() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await edit("li", "capacity:2", in: fixture)
        try await edit("zhao", "capacity:4", in: fixture)
        // Monday 2 March; the response is due on the 3rd.
        _ = try await fixture.bureau.recordLeave(
            CommandWords(["zhao", "2026-03-03", "2026-03-06"]), caller: fixture.admin)
        try await leads(1, fixture)
        let before = try await fixture.store.read { try $0.headSeq() }
        let simulated = try await fixture.bureau.simulateAssignment("L-1", caller: fixture.caller(BureauFixture.li))
        #expect(try await fixture.store.read { try $0.headSeq() } == before)
        #expect(simulated.officer == OfficerID(2))
        let made = try #require(try await assign("L-1", in: fixture, by: BureauFixture.li).first)
        #expect(made.officer == OfficerID(2))
        #expect(made.candidates == simulated.candidates)
        let explained = try await fixture.bureau.explainAssignment("l1", caller: fixture.caller(BureauFixture.li))
        #expect(explained.assignment == made)
        let away = try #require(explained.candidates.first { $0.officer == OfficerID(6) })
        #expect(away.reason == .onLeave)
        #expect(away.detail == "2026-03-03…2026-03-06")
        let lead = try await fixture.store.read { try $0.record(Lead.self, LeadID(1)) }
        #expect(lead?.state == .assigned)
        #expect(lead?.owner == OfficerID(2))
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func tieGoesToWhoWaitedAndFifteenEachOverThirty() async throws {
        let fixture = try await BureauFixture(rules: false)
        for officer in ["li", "zhao"] { try await edit(officer, "capacity:40", in: fixture) }
        try await leads(30, fixture)
        var counts: [OfficerID: Int] = [:]
        for number in 1...30 {
            _ = fixture.clock.set(fixture.clock.now() + 1000)
            let made = try await assign("L-\(number)", in: fixture)
            counts[try #require(made.first).officer, default: 0] += 1
        }
        #expect(counts == [OfficerID(2): 15, OfficerID(6): 15])
        let view = try await fixture.bureau.assignmentFairness(
            CommandWords(["unit:bn-ne"]), caller: fixture.caller(BureauFixture.nehead))
        #expect(view.fairness.gini == Ratio(numerator: 0, denominator: 60))
        #expect(view.fairness.mean == 0.375)
    }

    @Test func tenBatchesOfThreeGiveFifteenEach() async throws {
        let fixture = try await BureauFixture(rules: false)
        for officer in ["li", "zhao"] { try await edit(officer, "capacity:40", in: fixture) }
        for _ in 0..<10 {
            try await leads(3, fixture)
            let answer = try await fixture.bureau.runAssignment(
                CommandWords(), caller: fixture.caller(BureauFixture.nehead))
            #expect(answer.made.assignments.count == 3)
            #expect(answer.made.next.count == 3)
        }
        let loads = try await fixture.store.read { reading in
            try reading.records(Lead.self, RecordFilter()).compactMap(\.record.owner)
        }
        #expect(loads.filter { $0 == OfficerID(2) }.count == 15)
        #expect(loads.filter { $0 == OfficerID(6) }.count == 15)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    @Test func dryRunOfABatchShowsAllAndWritesNothing() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await leads(2, fixture)
        let before = try await fixture.store.read { try $0.headSeq() }
        let answer = try await fixture.bureau.runAssignment(
            CommandWords(), caller: fixture.caller(BureauFixture.nehead, dryRun: true))
        #expect(answer.made.assignments.map(\.officer) == [OfficerID(2), OfficerID(6)])
        #expect(answer.fairness.fairness.shares.map(\.load) == [1, 1])
        #expect(try await fixture.store.read { try $0.headSeq() } == before)
    }

    @Test func allAtCapacityIsTheOfficerOnDutyAndAnAlarm() async throws {
        let fixture = try await BureauFixture(rules: false)
        for officer in ["li", "zhao"] { try await edit(officer, "capacity:0", in: fixture) }
        _ = try await fixture.bureau.recordRoster(CommandWords(["wang", "2026-03-02"]), caller: fixture.admin)
        try await leads(2, fixture)
        let made = try #require(try await assign("L-1", in: fixture).first)
        #expect(made.officer == OfficerID(7))
        #expect(made.step == .duty)
        #expect(made.alarm)
        #expect(made.candidates.filter { !$0.kept }.map(\.reason) == [.atCapacity, .atCapacity])
        let batch = try await fixture.bureau.runAssignment(
            CommandWords(), caller: fixture.caller(BureauFixture.nehead))
        #expect(batch.made.assignments.map(\.alarm) == [true])
    }

    @Test func rulesSendLeadsToTheirUnit() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await leads(2, fixture) { $0.facts.chain = "生物医药" }
        let set = { (value: String) in
            _ = try await fixture.bureau.setSetting(
                CommandWords(["assignment.rules", value]), caller: fixture.admin)
        }
        let wrong = await refused { try await set("10 chain:生物医药 -> nowhere") }
        #expect(wrong?.code == .badSetting)
        #expect(wrong?.details["rule"] == .text("10 chain:生物医药 -> nowhere"))
        try await set("10 chain:生物医药 -> bn-bio")
        let made = try #require(try await assign("L-1", in: fixture).first)
        #expect(made.officer == OfficerID(7))
        #expect(made.rule == "10 chain:生物医药 -> bn-bio")
        #expect(made.unitID == UnitID(3))
        // Without a table the units' own chains speak.
        try await set("auto")
        _ = try await fixture.bureau.editUnit(CommandWords(["bn-bio", "chains:生物医药"]), caller: fixture.admin)
        let again = try #require(try await assign("L-2", in: fixture).first)
        #expect(again.rule == "chain:生物医药 -> bn-bio")
    }

    @Test func ownerOfTheEnterpriseAndItsClaimComeFirst() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await leads(1, fixture, unit: 3) {
            $0.enterprise = EnterpriseID(5)
            $0.owner = OfficerID(7)
            $0.state = .followed
        }
        try await leads(1, fixture) { $0.enterprise = EnterpriseID(5) }
        let made = try #require(try await assign("L-2", in: fixture).first)
        #expect(made.step == .owner)
        #expect(made.officer == OfficerID(7))
        _ = try await fixture.store.write(Command(id: "claim", actor: "uid:0", verb: "claim.file", digest: [3])) {
            writing in
            let claim = FirstTalkClaim(
                id: try writing.nextID(FirstTalkClaim.self), enterprise: EnterpriseID(6), chain: nil, lead: nil,
                unit: UnitID(3), officer: OfficerID(7), filedAt: writing.now, threshold: .domestic,
                investment: Money(yuan: 2_000_000_000), evidence: nil, state: .active, expiresOn: nil, conflicts: [])
            try writing.append("claim.filed", before: nil, after: claim)
            return Outcome()
        }
        try await leads(1, fixture) { $0.enterprise = EnterpriseID(6) }
        let claimed = try #require(try await assign("L-3", in: fixture).first)
        #expect(claimed.step == .claim)
        #expect(claimed.officer == OfficerID(7))
        #expect(claimed.rule == "C-1")
        // An enterprise of the same group: whoever works with the other one.
        _ = try await fixture.store.write(Command(id: "group", actor: "uid:0", verb: "enterprise.add", digest: [4])) {
            writing in
            for (number, group) in [(Int64(5), Int64(8)), (7, 8), (8, nil)] as [(Int64, Int64?)] {
                let enterprise = Enterprise(
                    id: EnterpriseID(number), name: "企业\(number)", group: group.map { EnterpriseID($0) },
                    unit: UnitID(1), addedOn: writing.now.date)
                try writing.append("enterprise.added", before: nil, after: enterprise)
            }
            return Outcome()
        }
        try await leads(1, fixture) { $0.enterprise = EnterpriseID(7) }
        let grouped = try #require(try await assign("L-4", in: fixture).first)
        #expect(grouped.officer == OfficerID(7))
        #expect(grouped.candidates.map(\.reason) == [.groupOwner])
        // A conflict of interest keeps the owner out.
        try await leads(1, fixture) { $0.enterprise = EnterpriseID(5) }
        _ = try await fixture.bureau.setSetting(
            CommandWords(["assignment.conflicts", "O-7:E-5"]), caller: fixture.admin)
        let kept = try #require(try await assign("L-5", in: fixture).first)
        #expect(kept.candidates.first { $0.officer == OfficerID(7) }?.reason == .conflicted)
        #expect(kept.officer == OfficerID(2))
    }

    @Test func choosingAndTakingAwayAreALeadersAndNeedAReason() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await leads(1, fixture)
        #expect(await refusal { _ = try await assign("L-1", "zhao", in: fixture, by: BureauFixture.li) } == .forbidden)
        #expect(await refusal { _ = try await assign("L-1", in: fixture, by: BureauFixture.wang) } == .forbidden)
        #expect(try await assign("L-1", "zhao", in: fixture).map(\.step) == [.named])
        let without = await refused { _ = try await assign("L-1", "li", in: fixture) }
        #expect(without?.code == .incomplete)
        #expect(without?.details["missing"] == .list(["reason"]))
        let moved = try #require(try await assign("L-1", "li", in: fixture, reason: "专业对口").first)
        #expect(moved.previous == OfficerID(6))
        let view = try await fixture.bureau.explainAssignment("L-1", caller: fixture.caller(BureauFixture.li))
        #expect(view.reason == "专业对口")
        #expect(await refusal { _ = try await assign("L-1", "gone", in: fixture, reason: "x") } == .refused)
        #expect(await refusal { _ = try await assign("L-9", in: fixture) } == .notFound)
    }

    @Test func undoGivesTheLeadBack() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await leads(1, fixture)
        _ = try await assign("L-1", in: fixture)
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(BureauFixture.nehead))
        let lead = try await fixture.store.read { try $0.record(Lead.self, LeadID(1)) }
        #expect(lead?.state == .registered)
        #expect(lead?.owner == nil)
        #expect(
            await refusal {
                _ = try await fixture.bureau.explainAssignment(
                    "L-1", caller: fixture.caller(BureauFixture.nehead))
            } == .notFound)
    }

    @Test func whoLeavesHandsOverEveryLeadForOneReason() async throws {
        let fixture = try await BureauFixture(rules: false)
        try await leads(3, fixture)
        for number in 1...3 { _ = try await assign("L-\(number)", "li", in: fixture) }
        let without = await refused {
            _ = try await fixture.bureau.deactivateOfficer(CommandWords(["li"]), caller: fixture.admin)
        }
        #expect(without?.details["leads"] == .list(["L-1", "L-2", "L-3"]))
        #expect(try await fixture.store.read { try $0.officer(OfficerID(2))?.active } == true)
        let result = try await fixture.bureau.deactivateOfficer(
            CommandWords(["li"], options: ["reason": ["调离"]]), caller: fixture.admin)
        #expect(result.outcome.changed.filter { $0.field.hasSuffix(".owner") }.map(\.to) == ["O-6", "O-6", "O-6"])
        let reasons = try await fixture.store.read { reading in
            Set(
                try reading.records(Assignment.self, RecordFilter([.equals("officer", OfficerID(6))]))
                    .map(\.record.reason))
        }
        #expect(reasons.count == 1)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }
}
