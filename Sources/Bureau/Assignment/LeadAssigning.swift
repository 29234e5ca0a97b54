public import Identifiers
import Labels
import Logging
public import Promotion
import Synchronization
import WorkCalendar

/// Assignments that a command made, or would make.
public struct MadeAssignments: Sendable {
    public var result: CommandResult
    public var assignments: [Assignment]
    /// Cost of the next best officer, by lead; of a batch.
    public var next: [LeadID: NextBest]
}

public struct NextBest: Hashable, Sendable {
    public var officer: OfficerID
    public var cost: Int64
}

/// Carries assignments out of their transaction: a dry run leaves nothing behind to read.
final class KeptAssignments: Sendable {
    private let held = Mutex<[Assignment]>([])

    func keep(_ assignments: [Assignment]) { held.withLock { $0 = assignments } }
    var all: [Assignment] { held.withLock { $0 } }
}

extension Bureau {
    /// `zs lead assign L-7 [OFFICER] [--reason WHY]`: by the ladder, or to whom the caller names.
    public func assignLead(_ words: CommandWords, caller: Caller) async throws -> MadeAssignments {
        let kept = KeptAssignments()
        let codes = shipped.codes
        let result = try await execute("lead.assign", caller, work: caller.principal != nil) { context in
            let request = try AssignRequest(words, context)
            let desk = context.desk(codes)
            var made: [Assignment] = []
            var outcome = Outcome()
            for id in request.leads {
                let lead = try LeadNaming.lead(id.description, context.store)
                try context.authoriseAssigning(lead, isNamed: request.officer != nil)
                // Loads change with each lead of the command.
                let ladder = try desk.ladder(for: lead, desk.loads())
                let decision = try request.officer.map { try ladder.naming($0) } ?? ladder.decide()
                let assignment = try context.assign(lead, decision, reason: request.reason)
                made.append(assignment.made)
                outcome.changed += assignment.changes
                outcome.id = outcome.id ?? lead.id.description
                outcome.related["assignment.\(lead.id)"] = assignment.made.id.description
            }
            kept.keep(made)
            return outcome
        }
        await rouse(caller)
        return try await answer(result, kept)
    }

    func answer(_ result: CommandResult, _ kept: KeptAssignments) async throws -> MadeAssignments {
        guard result.replayed else {
            warn(of: kept.all, dryRun: result.events.isEmpty)
            return MadeAssignments(result: result, assignments: kept.all, next: [:])
        }
        let ids = result.outcome.related.filter { $0.key.hasPrefix("assignment.") }.values
            .compactMap { AssignmentID($0) }.sorted()
        let again = try await store.read { reading in
            try ids.compactMap { try reading.record(Assignment.self, $0) }
        }
        return MadeAssignments(result: result, assignments: again, next: [:])
    }

    /// The alarm that reaches whoever watches the daemon; the record carries it for everybody else.
    private func warn(of assignments: [Assignment], dryRun: Bool) {
        guard !dryRun else { return }
        for assignment in assignments where assignment.alarm {
            logger.warning(
                "nobody was free for a lead",
                metadata: ["lead": "\(assignment.lead)", "officer": "\(assignment.officer)"])
        }
    }
}

/// Words of `zs lead assign`.
private struct AssignRequest {
    var leads: [LeadID]
    var officer: OfficerID?
    var reason: TextStub?

    init(_ words: CommandWords, _ context: WriteContext) throws {
        let keyed = try KeyedWords(
            words, keys: ["to": "to", "officer": "to", "人员": "to", "给": "to", "reason": "reason", "事由": "reason"])
        var plain = keyed.plain
        var named = keyed.value("to")
        if named == nil, plain.count > 1, let last = plain.last, LeadID(last) == nil {
            named = last
            plain.removeLast()
        }
        guard !plain.isEmpty else {
            throw ZhaoshangError(
                .incomplete, zh: "缺少：线索编号", en: "missing: the lead",
                hint: Phrase(zh: "例如：zs lead assign L-7", en: "for example: zs lead assign L-7"),
                details: ["missing": .list(["lead"])])
        }
        leads = try plain.map { text in
            guard let id = LeadID(text) else {
                throw ZhaoshangError(
                    .notFound, zh: "没有这条线索：\(text)", en: "no such lead: \(text)",
                    hint: Phrase(zh: "查看：zs lead list", en: "see: zs lead list"))
            }
            return id
        }
        officer = try named.map { try Bureau.officer(named: $0, in: context.store.officers()).id }
        reason = try keyed.value("reason").map { try context.store.keep(text: $0) }
    }
}

extension AssignmentLadder {
    /// The officer whom somebody chose: load, leave and skills are theirs to weigh, a conflict is not.
    func naming(_ officer: OfficerID) throws -> Decision {
        guard let load = officers.first(where: { $0.id == officer }) else {
            throw ZhaoshangError(.notFound, zh: "没有这个人员：\(officer)", en: "no such officer: \(officer)")
        }
        return try naming(load)
    }
}

extension WriteContext {
    /// Anybody of the unit may have the ladder decide; to choose, or to take a lead from somebody, is a leader's.
    func authoriseAssigning(_ lead: Lead, isNamed: Bool) throws {
        try authorise("lead.assign", .unit(lead.unitID))
        if isNamed || lead.owner != nil { try authorise("lead.reassign", .unit(lead.unitID)) }
    }

    /// Records an assignment and hands the lead over; with `keepsState` it stays in screening or cultivation.
    func assign(
        _ lead: Lead, _ decision: AssignmentLadder.Decision, terms: [AssignmentTerm] = [], keepsState: Bool = false,
        reason: TextStub?
    ) throws -> (made: Assignment, changes: [Change]) {
        guard lead.owner == nil || reason != nil else { throw Self.noReason(for: lead) }
        let after =
            try keepsState
            ? LeadMachine.handedOver(lead, to: decision.officer, unit: decision.unit, at: now)
            : LeadMachine.assigned(
                lead, to: decision.officer, unit: decision.unit, reason: reason != nil, at: now)
        let made = Assignment(
            id: try store.nextID(Assignment.self), lead: lead.id, officer: decision.officer, unit: decision.unit,
            previous: lead.owner, step: decision.step, rule: decision.rule, candidates: decision.candidates,
            terms: terms, alarm: decision.alarm, reason: reason, at: now, by: caller.principal?.id)
        try store.append("assignment.made", before: nil, after: made)
        try record("lead.assigned", lead, after)
        var changes = Lead.changes(from: lead, to: after).map {
            Change("\(lead.id).\($0.field)", from: $0.from, to: $0.to)
        }
        if decision.alarm { changes.append(Change("\(lead.id).alarm", to: "true")) }
        return (made, changes)
    }

    private static func noReason(for lead: Lead) -> ZhaoshangError {
        let owner = lead.owner?.description ?? "-"
        return ZhaoshangError(
            .incomplete, zh: "缺少：事由（\(lead.id) 现由 \(owner) 负责）",
            en: "missing: a reason (\(lead.id) is with \(owner))",
            hint: Phrase(zh: "加上：--reason …", en: "add: --reason …"), details: ["missing": ["reason"]])
    }
}
