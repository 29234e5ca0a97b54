import Cadence
import Identifiers
import Promotion
import Reporting
import WorkCalendar

extension PipelineLoading {
    /// Leads, verdicts and the limits that ran out in the report's own days.
    func loadLeads(into facts: inout PipelineFacts, asOf: Instant) throws {
        let received = try store.records(Lead.self, PipelineQuery.leads("received_on", own, scope))
        facts.received = received.map {
            LeadFact(
                id: $0.record.id, seq: $0.lastSeq, receivedOn: $0.record.receivedOn, valid: $0.record.isValid)
        }
        facts.verdicts = try store.records(Lead.self, PipelineQuery.verdicts(own, scope)).compactMap { found in
            guard let verdict = found.record.course.verdict, let at = found.record.course.verdictAt else { return nil }
            let day = at.date
            return VerdictFact(
                lead: found.record.id, seq: found.lastSeq, on: day, follows: verdict == .follow,
                workingDays: workingDays(from: found.record.receivedOn, to: day))
        }
        // Holidays and a verdict's five working days fit into forty days before.
        let earlier = (own.lowerBound - 40)...own.upperBound
        let policy = try store.leadPolicy(on: own.upperBound)
        for found in try store.records(Lead.self, PipelineQuery.leads("received_on", earlier, scope)) {
            let lead = found.record
            for (kind, clock, done) in [
                (LimitFact.Kind.response, LeadClock.respond, lead.course.firstContactAt),
                (.verdict, .verdict, lead.course.verdictAt),
            ] {
                guard let due = clock.limit(of: lead, policy).due(calendar)?.at, own.contains(due.date),
                    due <= asOf, lead.state != .duplicate,
                    // A ledger that does not say when it was done does not say that it was late.
                    done != nil || !clock.isHistory(of: lead, policy, calendar)
                else { continue }
                facts.limits.append(
                    LimitFact(
                        id: lead.id.description, kind: kind, seq: found.lastSeq, dueOn: due.date,
                        met: done.map { $0 <= due } ?? false))
            }
        }
        for found in try store.records(FirstTalkClaim.self, PipelineQuery.arbitrations(own, scope)) {
            guard let due = found.record.arbitrationDueAt, due <= asOf else { continue }
            facts.limits.append(
                LimitFact(
                    id: found.record.id.description, kind: .arbitration, seq: found.lastSeq, dueOn: due.date,
                    met: found.record.decidedAt.map { $0 <= due } ?? false))
        }
    }

    /// By the count of domain.md §4: from the day after.
    private func workingDays(from: CivilDate, to: CivilDate) -> Int {
        from < to ? calendar.workingDays(in: (from + 1)...to) : 0
    }
}
