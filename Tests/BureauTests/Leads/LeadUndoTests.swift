import Bureau
import Cadence
import Identifiers
import Labels
import Promotion
import SQLiteStore
import Testing
import WorkCalendar

/// Every verb of leads, screening, assignment and claims taken back and done again: the records, and the clocks that run.
struct LeadUndoTests {
    enum Verb: String, CaseIterable, CustomTestStringConvertible {
        case add, edit, note, feedback, take, judge, follow, secondOpinion, sendBack, transfer, moveUnit, moveRegistered
        case merge, mergeAssigned, unmerge, reopen, reopenDeclined
        case assign, assignNamed, reassign, assignRun
        case file, fileFirst, fileFromLead, extend, release, releasePending, arbitrate, arbitrateOther

        var testDescription: String { rawValue }
    }

    private let fixture: BureauFixture

    init() async throws {
        fixture = try await BureauFixture(rules: false)
        _ = try await fixture.store.write(Command(id: "people", actor: "uid:0", verb: "setup", digest: [9])) {
            writing in
            for (number, code, role) in [(Int64(9), "chief", Role.supervisor), (10, "judge", .screener)] {
                let officer = Officer(
                    id: OfficerID(number), code: code, name: code, uids: [UInt32(1000 + number)], roles: [role],
                    memberships: [Membership(unit: UnitID(1), from: CivilDate(ordinal: 18_000))], active: true)
                try writing.append(NewEvent("officer.added", officer.id, OfficerChanged(before: nil, after: officer)))
                _ = try writing.nextNumber("O")
            }
            return Outcome()
        }
    }

    private static let (supervisor, screener): (UInt32, UInt32) = (1009, 1010)

    private func run(
        _ uid: UInt32, _ verb: (Bureau) -> (CommandWords, Caller) async throws -> CommandResult,
        _ words: String..., options: [String: [String]] = [:]
    ) async throws {
        _ = try await verb(fixture.bureau)(CommandWords(words, options: options), fixture.caller(uid))
    }

    private func add(_ title: String = "某电芯项目") async throws {
        try await run(
            BureauFixture.li, { bureau in { try await bureau.addLead($0, caller: $1) } }, title, "source:referral",
            "引荐人:张某", "amount:12亿", "chain:新能源", "region:浙江", "@某集团")
    }

    /// As assignment does.
    private func assign() async throws {
        try await fixture.change("assign") { lead, now in
            try LeadMachine.assigned(lead, to: OfficerID(2), unit: UnitID(2), reason: false, at: now)
        }
    }

    private func screen(_ words: [String], back: Bool = false) async throws {
        _ = try await fixture.bureau.screenLead(
            CommandWords(["L-1"] + words, options: back ? ["return": ["true"]] : [:]),
            caller: fixture.caller(Self.screener))
    }

    private func judge(_ verdict: String) async throws {
        try await screen(["scores:4,3,5,5,4,3,4", "verdict:\(verdict)", "reason:理由"])
    }

    private func file(_ name: String, by uid: UInt32) async throws {
        try await run(
            uid, { bureau in { try await bureau.fileClaim($0, caller: $1) } }, "@\(name)", "amount:12亿", "evidence:纪要")
    }

    private func prepare(_ verb: Verb) async throws {
        switch verb {
        case .add: break
        case .edit, .note, .assign, .assignNamed, .fileFromLead, .moveRegistered: try await add()
        case .take, .judge, .follow, .moveUnit, .reassign:
            try await add()
            try await assign()
        case .feedback, .secondOpinion:
            try await prepare(.take)
            try await judge("cultivate")
            if verb == .secondOpinion { try await reopen() }
        case .assignRun:
            for number in 1...3 { try await add("某项目\(number)") }
        case .mergeAssigned:
            try await prepare(.merge)
            try await assign()
        case .reopenDeclined:
            try await prepare(.take)
            try await judge("decline")
        case .fileFirst: break
        case .sendBack, .transfer:
            try await add()
            try await assign()
            try await screen([])
        case .merge:
            try await add()
            try await add("同一个项目")
        case .unmerge:
            try await prepare(.merge)
            _ = try await perform(.merge)
        case .reopen:
            try await prepare(.take)
            try await judge("cultivate")
        case .file: try await file("某集团", by: BureauFixture.wang)
        case .extend: try await file("某集团", by: BureauFixture.li)
        case .release, .releasePending, .arbitrate, .arbitrateOther:
            try await file("某集团", by: BureauFixture.wang)
            try await file("某集团", by: BureauFixture.li)
        }
    }

    private func reopen() async throws {
        try await run(Self.supervisor, { bureau in { try await bureau.reopenLead($0, caller: $1) } }, "L-1")
    }

    private func assignLead(_ words: String..., reason: String? = nil) async throws {
        _ = try await fixture.bureau.assignLead(
            CommandWords(words, options: reason.map { ["reason": [$0]] } ?? [:]),
            caller: fixture.caller(BureauFixture.nehead))
    }

    /// Verbs that another one of the same kind stands for in the table of who may do what.
    private func performMore(_ verb: Verb) async throws -> UInt32 {
        let li = BureauFixture.li
        switch verb {
        case .feedback:
            try await run(
                li, { bureau in { try await bureau.noteLead($0, caller: $1) } }, "L-1", "已答复引荐人",
                options: ["feedback": ["true"]])
            return li
        case .secondOpinion:
            try await judge("decline")
            return Self.screener
        case .moveRegistered:
            try await run(
                Self.supervisor, { bureau in { try await bureau.transferLead($0, caller: $1) } }, "L-1", "unit:bn-bio",
                "reason:专业对口")
            return Self.supervisor
        case .mergeAssigned:
            try await run(
                Self.supervisor, { bureau in { try await bureau.mergeLead($0, caller: $1) } }, "L-1", "into:L-2")
            return Self.supervisor
        case .reopenDeclined:
            try await reopen()
            return Self.supervisor
        case .assign: try await assignLead("L-1")
        case .assignNamed: try await assignLead("L-1", "zhao")
        case .reassign: try await assignLead("L-1", "zhao", reason: "专业对口")
        case .assignRun:
            _ = try await fixture.bureau.runAssignment(
                CommandWords(), caller: fixture.caller(BureauFixture.nehead))
        case .fileFirst:
            try await file("某集团", by: li)
            return li
        case .fileFromLead:
            try await run(li, { bureau in { try await bureau.fileClaim($0, caller: $1) } }, "lead:L-1", "evidence:纪要")
            return li
        case .releasePending:
            try await run(li, { bureau in { try await bureau.releaseClaim($0, caller: $1) } }, "C-2", "reason:外地")
            return li
        case .arbitrateOther:
            try await run(
                Self.supervisor, { bureau in { try await bureau.arbitrateClaim($0, caller: $1) } }, "C-2", "for:C-1",
                "reason:首报在先")
            return Self.supervisor
        default: Issue.record("nothing is done for \(verb)")
        }
        return BureauFixture.nehead
    }

    /// Does the verb; says whose it was.
    private func perform(_ verb: Verb) async throws -> UInt32 {
        let li = BureauFixture.li
        switch verb {
        case .add: try await add()
        case .edit:
            try await run(
                li, { bureau in { try await bureau.editLead($0, caller: $1) } }, "L-1", "tier:A", "amount:5亿")
        case .note:
            try await run(
                li, { bureau in { try await bureau.noteLead($0, caller: $1) } }, "L-1", "董事长来访", "+来访")
        case .take: try await screen([])
        case .judge: try await judge("decline")
        case .follow: try await judge("follow")
        case .sendBack: try await screen([], back: true)
        case .transfer:
            try await run(
                Self.supervisor, { bureau in { try await bureau.transferLead($0, caller: $1) } }, "L-1", "to:永川区",
                "reason:沿江用地", "credit:bn-ne=60,bn-bio=40")
            return Self.supervisor
        case .moveUnit:
            // Its head takes it.
            try await run(
                Self.supervisor, { bureau in { try await bureau.transferLead($0, caller: $1) } }, "L-1", "unit:bn",
                "reason:重大")
            return Self.supervisor
        case .merge: try await run(li, { bureau in { try await bureau.mergeLead($0, caller: $1) } }, "L-2", "into:L-1")
        case .unmerge: try await run(li, { bureau in { try await bureau.unmergeLead($0, caller: $1) } }, "L-2")
        case .reopen:
            try await run(Self.supervisor, { bureau in { try await bureau.reopenLead($0, caller: $1) } }, "L-1")
            return Self.supervisor
        case .file: try await file("某集团", by: li)
        case .extend:
            try await fixture.move(to: "2026-03-05T09:00")
            try await run(li, { bureau in { try await bureau.extendClaim($0, caller: $1) } }, "C-1", "reason:董事会")
        case .release:
            try await run(
                BureauFixture.wang, { bureau in { try await bureau.releaseClaim($0, caller: $1) } }, "C-1", "reason:外地")
            return BureauFixture.wang
        case .arbitrate:
            try await run(
                Self.supervisor, { bureau in { try await bureau.arbitrateClaim($0, caller: $1) } }, "C-2", "for:C-2",
                "reason:先有纪要", "credit:bn-ne=60,bn-bio=40")
            return Self.supervisor
        default: return try await performMore(verb)
        }
        switch verb {
        case .take, .judge, .follow, .sendBack: return Self.screener
        default: return li
        }
    }

    private static func difference(_ found: [String], _ wanted: [String]) -> [String] {
        found.filter { !wanted.contains($0) }.map { "+ " + $0 }
            + wanted.filter { !found.contains($0) }.map { "- " + $0 }
    }

    @Test(arguments: Verb.allCases)
    func undoLeadsBackAndRedoForward(verb: Verb) async throws {
        try await prepare(verb)
        let before = try await fixture.pipeline()
        let uid = try await perform(verb)
        let after = try await fixture.pipeline()
        #expect(before != after, "the verb does something")
        _ = try await fixture.bureau.undo(CommandWords(), caller: fixture.caller(uid))
        let undone = try await fixture.pipeline()
        #expect(undone == before, "\(Self.difference(undone, before))")
        _ = try await fixture.bureau.redo(CommandWords(), caller: fixture.caller(uid))
        let redone = try await fixture.pipeline()
        #expect(redone == after, "\(Self.difference(redone, after))")
        #expect(try await fixture.store.rebuild().firstDifference == nil)
    }
}

extension BureauFixture {
    /// Leads, screenings, claims and projects, and the clocks that run, without their numbers.
    func pipeline() async throws -> [String] {
        try await store.read { reading in
            var lines = try reading.records(Lead.self, RecordFilter()).map { "\($0.record)" }
            lines += try reading.records(Screening.self, RecordFilter()).map { stored in
                // Dictionaries have no order of their own.
                let card = stored.record.card
                var screening = stored.record
                screening.card = Scorecard(scores: [:], weights: [:])
                return "\(screening) \(card.scores.sorted { $0.key < $1.key }) "
                    + "\(card.weights.sorted { $0.key < $1.key })"
            }
            lines += try reading.records(FirstTalkClaim.self, RecordFilter()).map { "\($0.record)" }
            lines += try reading.records(Assignment.self, RecordFilter()).map { "\($0.record)" }
            lines += try reading.records(Project.self, RecordFilter()).map {
                "\($0.record.id) \($0.record.lead?.description ?? "-") \($0.record.fields)"
            }
            let clocks = try reading.tasks(TaskFilter(states: [.open, .returned], product: .clock, byDue: false))
            lines += clocks.map {
                "\($0.source) \($0.occurrence.prefix { $0 != "." }) \($0.subject) \($0.unit) \($0.dueAt.iso8601)"
            }.sorted()
            return lines
        }
    }

    /// Changes L-1 as a use case of another noun does.
    func change(_ id: String, _ body: @escaping @Sendable (Lead, Instant) throws -> Lead) async throws {
        _ = try await store.write(Command(id: id, actor: "uid:0", verb: "setup", digest: [8])) { writing in
            let before = try #require(try writing.record(Lead.self, LeadID(1)))
            let after = try body(before, writing.now)
            try writing.append(NewEvent("lead.assigned", before.id, RecordChanged<Lead>(before: before, after: after)))
            return Outcome()
        }
    }
}
