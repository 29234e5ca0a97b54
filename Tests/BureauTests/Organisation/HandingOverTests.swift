import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

@testable import Bureau

/// Whoever leaves leaves no work behind without an owner.
struct HandingOverTests {
    private let fixture: BureauFixture

    /// Li has a lead that was assigned, one in screening and one in cultivation, a claim, a project, a directive, a
    /// milestone and an enterprise.
    init() async throws {
        fixture = try await BureauFixture(rules: false)
        let bureau = fixture.bureau
        for number in 1...3 {
            _ = try await bureau.addLead(
                CommandWords(["某项目\(number)", "source:referral", "引荐人:张某", "@甲\(number)"]),
                caller: fixture.caller(BureauFixture.li))
            _ = try await bureau.assignLead(
                CommandWords(["L-\(number)", "li"]), caller: fixture.caller(BureauFixture.nehead))
        }
        _ = try await bureau.screenLead(CommandWords(["L-2"]), caller: fixture.caller(BureauFixture.nehead))
        _ = try await bureau.screenLead(
            CommandWords(["L-3", "scores:3,3,3,3,3,3,3", "verdict:cultivate", "reason:待定"]),
            caller: fixture.caller(BureauFixture.nehead))
        _ = try await bureau.fileClaim(
            CommandWords(["@乙集团", "amount:12亿", "evidence:纪要"]), caller: fixture.caller(BureauFixture.li))
        _ = try await fixture.store.write(Command(id: "work", actor: "uid:0", verb: "setup", digest: [7])) { writing in
            let project = Project(
                id: try writing.nextID(Project.self), name: try writing.keep(text: "电芯"), unit: UnitID(2),
                kind: .new, people: ProjectPeople(manager: OfficerID(2), agent: OfficerID(6)))
            try writing.append("project.add", before: nil, after: project)
            let milestone = Milestone(
                id: try writing.nextID(Milestone.self), project: project.id, text: try writing.keep(text: "供地"),
                dueOn: writing.now.date + 30, unit: UnitID(2), owner: OfficerID(2))
            try writing.append("milestone.add", before: nil, after: milestone)
            let enterprise = Enterprise(
                id: try writing.nextID(Enterprise.self), name: "丙公司", owner: OfficerID(2), unit: UnitID(2),
                addedOn: writing.now.date)
            try writing.append("enterprise.added", before: nil, after: enterprise)
            return Outcome()
        }
        _ = try await bureau.addOfficer(
            CommandWords(["督办", "code:chief", "unit:bn", "role:supervisor", "uid:1009"]), caller: fixture.admin)
        _ = try await bureau.issueDirective(
            CommandWords(["L-1", "yellow", "尽快联系", "due:2026-03-20"]), caller: fixture.caller(1009))
    }

    private func deactivate(_ words: String..., reason: String? = nil) async throws -> [Change] {
        try await fixture.bureau.deactivateOfficer(
            CommandWords(words, options: reason.map { ["reason": [$0]] } ?? [:]), caller: fixture.admin
        ).outcome.changed
    }

    private func clocks(of officer: Int64) async throws -> [String] {
        try await fixture.store.read { reading in
            try reading.tasks(
                TaskFilter(subjects: [.officer(OfficerID(officer))], states: [.open], product: .clock, byDue: false)
            ).map { "\($0.source) \($0.clock ?? "-")" }.sorted()
        }
    }

    @Test func withoutAReasonTheWorkIsListed() async throws {
        let refused = await refused { _ = try await deactivate("li") }
        #expect(refused?.code == .incomplete)
        #expect(refused?.details["leads"] == .list(["L-1", "L-2", "L-3"]))
        #expect(refused?.details["claims"] == .list(["C-1"]))
        #expect(refused?.details["projects"] == .list(["P-1"]))
        #expect(refused?.details["directives"] == .list(["D-1"]))
        #expect(refused?.details["milestones"] == .list(["B-1"]))
        #expect(refused?.details["enterprises"] == .list(["E-1"]))
    }

    @Test(arguments: [nil, "zhao"])
    func everythingGoesToSomebodyElse(successor: String?) async throws {
        let owned = try await clocks(of: 2)
        #expect(owned.count >= 7)
        _ = try await deactivate(["li"] + (successor.map { ["to:\($0)"] } ?? []), reason: "调离")
        // Zhao is the only officer left below the task force; everything else is its head's.
        let head = successor == nil ? OfficerID(5) : OfficerID(6)
        try await fixture.store.read { reading in
            let leads = try reading.records(Lead.self, RecordFilter()).map(\.record)
            #expect(leads.map(\.owner) == [OfficerID(6), OfficerID(6), OfficerID(6)])
            #expect(leads.map(\.state) == [.assigned, .screening, .cultivated])
            #expect(try reading.record(FirstTalkClaim.self, ClaimID(1))?.officer == head)
            let people = try reading.record(Project.self, ProjectID(1))?.people
            #expect(people?.manager == head && people?.agent == OfficerID(6))
            #expect(try reading.record(Directive.self, DirectiveID(1))?.addressee == head)
            #expect(try reading.record(Milestone.self, MilestoneID(1))?.owner == head)
            #expect(try reading.record(Enterprise.self, EnterpriseID(1))?.owner == head)
        }
        #expect(try await clocks(of: 2).isEmpty)
        let taken = try await (clocks(of: 5) + (clocks(of: 6))).sorted()
        #expect(taken == owned, "the same clocks in other hands")
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    private func deactivate(_ words: [String], reason: String) async throws -> [Change] {
        try await fixture.bureau.deactivateOfficer(
            CommandWords(words, options: ["reason": [reason]]), caller: fixture.admin
        ).outcome.changed
    }

    private func everything() async throws -> [String] {
        let others = try await fixture.store.read { reading in
            var lines = try reading.records(Directive.self, RecordFilter()).map { "\($0.record)" }
            lines += try reading.records(Milestone.self, RecordFilter()).map { "\($0.record)" }
            lines += try reading.records(Enterprise.self, RecordFilter()).map { "\($0.record)" }
            lines += try reading.officers().map { "\($0)" }
            return lines + (try reading.tasks(TaskFilter(byDue: false)).map { "\($0)" })
        }
        return try await fixture.pipeline() + others
    }

    @Test func undoGivesAllOfItBack() async throws {
        let before = try await everything()
        _ = try await deactivate("li", reason: "调离")
        let after = try await everything()
        #expect(before != after)
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.admin)
        #expect(try await everything() == before)
        _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.admin)
        #expect(try await everything() == after)
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }

    /// The clock of a lead runs while its owner is away: what somebody owes an investor is not waived by a holiday.
    @Test func leaveWaivesNoClock() async throws {
        let before = try await clocks(of: 2)
        _ = try await fixture.bureau.recordLeave(
            CommandWords(["li", "2026-03-02", "2026-03-06"]), caller: fixture.admin)
        #expect(try await clocks(of: 2) == before)
    }
}
