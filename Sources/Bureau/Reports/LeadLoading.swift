import Cadence
import Identifiers
import Promotion
import Reporting
import WorkCalendar

extension PipelineLoading {
    /// Leads, verdicts and the limits that ran out in the report's own days.
    func loadLeads(into facts: inout PipelineFacts, asOf: Instant) throws {
        let received = try store.records(Lead.self, PipelineQuery.leads("received_on", own, scope))
        facts.received = try received.map {
            JudgedFact(
                id: $0.record.id.description, seq: $0.lastSeq, date: $0.record.receivedOn,
                counts: try wasValid($0.record, asOf))
        }
        facts.verdicts = try verdicts()
        facts.limits = try leadLimits(asOf)
        facts.limits[.arbitration] = try arbitrationLimits(asOf)
    }

    /// A stretch before the period in which a count of working days that ends in it can have begun.
    private func before(_ days: Int) -> ClosedRange<CivilDate> { (own.lowerBound - (40 + 2 * days))...own.upperBound }

    /// Limits of conflicts that ran out in the report's own days: met when the claim that had to wait waited no more.
    private func arbitrationLimits(_ asOf: Instant) throws -> [JudgedFact] {
        let days = try store.claimPolicy(on: own.upperBound).arbitrationDays
        let found = try store.records(FirstTalkClaim.self, PipelineQuery.claims(before(days), scope))
        return try found.filter { $0.record.metAnEarlierOne }.compactMap { found in
            let claim = found.record
            let limit = ClockLimit.workingDays(days, from: claim.filedAt.date, at: WriteContext.clockEnd)
            guard let due = limit.due(calendar)?.at, own.contains(due.date), due <= asOf else { return nil }
            let settled = try store.changes(of: claim.id, FirstTalkClaim.self).last { $0.record?.state != .pending }
            return JudgedFact(
                id: claim.id.description, seq: found.lastSeq, date: due.date,
                counts: settled.map { $0.at <= due } ?? false)
        }
    }

    /// Limits of first contacts and verdicts that ran out in the report's own days.
    private func leadLimits(_ asOf: Instant) throws -> [LimitKind: [JudgedFact]] {
        let policy = try store.leadPolicy(on: own.upperBound)
        let longest = max(policy.respondDays, policy.verdictDays, policy.majorVerdictDays)
        let leads = try store.records(Lead.self, PipelineQuery.leads("received_on", before(longest), scope))
        let verdicts = try verdictTimes(leads.map(\.record.id))
        var limits: [LimitKind: [JudgedFact]] = [:]
        for found in leads where !wasDuplicate(found.record) {
            let lead = found.record
            func add(_ kind: LimitKind, _ clock: LeadClock, _ lead: Lead, done: Instant?) {
                guard let due = clock.limit(of: lead, policy).due(calendar)?.at, own.contains(due.date), due <= asOf,
                    // A ledger that does not say when it was done does not say that it was late.
                    done != nil || !clock.isHistory(of: lead, policy, calendar)
                else { return }
                limits[kind, default: []].append(
                    JudgedFact(
                        id: lead.id.description, seq: found.lastSeq, date: due.date,
                        counts: done.map { $0 <= due } ?? false))
            }
            add(.response, .respond, lead, done: lead.course.firstContactAt)
            // A lead that was opened again has two limits; the second opinion does not belong to the first one.
            var first = lead
            first.course.reopenedAt = nil
            let times = verdicts[lead.id] ?? []
            // The verdict of a ledger has no scorecard.
            let told = lead.course.importedAt == nil ? nil : lead.course.verdictAt
            add(.verdict, .verdict, first, done: times.first ?? told)
            if let since = lead.course.reopenedAt {
                add(.verdict, .verdict, lead, done: times.first { $0 > since })
            }
        }
        return limits
    }

    /// The last opinion of the period on each lead. It stands for the period even where the lead was opened again since.
    private func verdicts() throws -> [JudgedFact] {
        let all = try store.units().map(\.id)
        var last: [LeadID: (screening: Screening, seq: Int64)] = [:]
        for found in try store.records(Screening.self, PipelineQuery.screenings(own, all)) {
            if let known = last[found.record.lead], known.screening.at >= found.record.at { continue }
            last[found.record.lead] = (found.record, found.lastSeq)
        }
        guard !last.isEmpty else { return [] }
        let leads = try store.records(
            Lead.self, RecordFilter([.anyOf("id", last.keys.sorted()), .beside(.anyOf("source_unit", scope))]))
        return leads.compactMap { lead in
            guard let (screening, seq) = last[lead.record.id] else { return nil }
            return JudgedFact(
                id: lead.record.id.description, seq: seq, date: screening.at.date, counts: screening.verdict == .follow,
                workingDays: workingDays(from: lead.record.receivedOn, to: screening.at.date))
        }
    }

    /// When there was an opinion on each lead, the first one first.
    private func verdictTimes(_ leads: [LeadID]) throws -> [LeadID: [Instant]] {
        guard !leads.isEmpty else { return [:] }
        let found = try store.records(Screening.self, PipelineQuery.screenings(of: leads)).map(\.record)
        return Dictionary(grouping: found, by: \.lead).mapValues { $0.map(\.at).sorted() }
    }

    private func wasDuplicate(_ lead: Lead) -> Bool {
        lead.state == .duplicate && lead.course.duplicateOn.map { $0 <= own.upperBound } ?? true
    }

    /// Complete at the end of the period and no duplicate by then. What was completed since does not count for a period that
    /// is over; a lead that was recorded after it is judged as it is.
    private func wasValid(_ lead: Lead, _ asOf: Instant) throws -> Bool {
        guard !wasDuplicate(lead) else { return false }
        guard asOf.date > own.upperBound,
            let past = try store.record(lead.id, of: Lead.self, knownOn: own.upperBound)
        else { return lead.missingFacts.isEmpty }
        return past.missingFacts.isEmpty
    }

    /// By the count of domain.md §4: from the day after.
    private func workingDays(from: CivilDate, to: CivilDate) -> Int {
        from < to ? calendar.workingDays(in: (from + 1)...to) : 0
    }
}
