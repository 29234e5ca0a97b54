import Identifiers
import Labels
import Promotion
import WorkCalendar

/// A batch: its assignments, and what it does to the spread of loads.
public struct BatchAnswer: Sendable {
    public var made: MadeAssignments
    public var fairness: FairnessView
}

extension Bureau {
    /// `zs assign run [unit:U] [--dry-run]`: every lead without an owner at once. It is planned on a reader, off the writer,
    /// and recorded only when nothing it rests on has changed since.
    public func runAssignment(_ words: CommandWords, caller: Caller) async throws -> BatchAnswer {
        let basis = try await read(caller) { context in
            let unit = try Self.batchUnit(words, context)
            try context.authorise("assign.run", .unit(unit))
            return try context.desk(self).basis(unit)
        }
        let results = try await LongCalculation.run { try basis.plan.decided() }
        let kept = KeptAssignments()
        let codes = shipped.codes
        let result = try await execute("assign.run", caller, work: caller.principal != nil) { context in
            try context.authorise("assign.run", .unit(basis.unit))
            let desk = context.desk(codes)
            guard try desk.basis(basis.unit) == basis else {
                throw ZhaoshangError(
                    .tryAgain, zh: "计算期间数据已变化", en: "what the plan rests on has changed meanwhile",
                    hint: Phrase(zh: "再试一次：zs assign run", en: "try again: zs assign run"))
            }
            var made: [Assignment] = []
            var outcome = Outcome()
            for result in results {
                let assignment = try context.assign(
                    LeadNaming.lead(result.lead.description, context.store), result.decision, terms: result.terms,
                    reason: nil)
                made.append(assignment.made)
                outcome.changed += assignment.changes
                outcome.related["assignment.\(result.lead)"] = assignment.made.id.description
            }
            kept.keep(made)
            return outcome
        }
        await rouse(caller)
        var answer = try await answer(result, kept)
        for result in results {
            answer.next[result.lead] = result.next.map { NextBest(officer: $0.officer, cost: $0.cost) }
        }
        return BatchAnswer(made: answer, fairness: try await fairness(after: answer, basis, caller))
    }

    private static func batchUnit(_ words: CommandWords, _ context: ReadContext) throws -> UnitID {
        let keyed = try KeyedWords(words, keys: ["unit": "unit", "机构": "unit"], allowPlain: false)
        guard let named = keyed.value("unit") else { return try context.contextUnit() }
        return try unit(named: named, in: context.tree).id
    }

    /// Of a dry run, as it would be.
    private func fairness(after answer: MadeAssignments, _ basis: BatchBasis, _ caller: Caller) async throws
        -> FairnessView
    {
        let made = answer.result.events.isEmpty ? answer.assignments : []
        return try await read(caller) { context in
            let dates = (context.today - 29)...context.today
            let fairness = try context.desk(self).fairness(of: basis.unit, dates)
            let shares = fairness.shares.map { share in
                var share = share
                let more = made.filter { $0.officer == share.officer }.count
                share.load += more
                share.assigned += more
                return share
            }
            return FairnessView(
                unit: basis.unit, dates: dates, fairness: LoadFairness(shares),
                officers: try Self.officersByID(context.store))
        }
    }
}

/// Everything a batch rests on; equal bases give equal plans.
struct BatchBasis: Equatable, Sendable {
    var unit: UnitID
    var entries: [AssignmentPlan.Entry]
    var units: [UnitID: Promotion.Unit]
    var weights: AssignmentWeights

    var plan: AssignmentPlan { AssignmentPlan(entries: entries, units: units, weights: weights) }

    static func == (left: BatchBasis, right: BatchBasis) -> Bool {
        left.unit == right.unit && left.units == right.units && left.weights == right.weights
            && left.entries.count == right.entries.count
            && zip(left.entries, right.entries).allSatisfy { $0.ladder.restsOnTheSame(as: $1.ladder) }
    }
}

extension AssignmentDesk {
    /// Leads of the unit and below that nobody has, by number.
    func basis(_ unit: UnitID) throws -> BatchBasis {
        let leads = try store.records(
            Lead.self,
            RecordFilter([
                .anyOf("unit", tree.subtree(of: unit)), .equals("state", LeadState.registered.rawValue),
                .isAbsent("owner"),
            ])
        ).map(\.record)
        let loads = leads.isEmpty ? [] : try loads()
        return BatchBasis(
            unit: unit, entries: try leads.map { .init(ladder: try ladder(for: $0, loads)) }, units: tree.byID,
            weights: try weights(for: unit))
    }
}
