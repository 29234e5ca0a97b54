import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

/// The clocks of a lead. What is owed follows from the lead alone, so every command that changes one settles them the same
/// way.
enum LeadClock: String, CaseIterable {
    /// First contact.
    case respond
    case verdict
    /// An answer to the introducer.
    case feedback
    case progress

    func isOwed(by lead: Lead) -> Bool {
        switch self {
        case .respond: lead.state.isOpen && lead.course.firstContactAt == nil
        case .verdict: lead.state.isOpen
        case .feedback: lead.course.verdictAt != nil && lead.introducer != nil && lead.course.feedbackAt == nil
        case .progress: lead.owner != nil && [.assigned, .screening, .cultivated].contains(lead.state)
        }
    }

    /// Was done, rather than no longer being owed.
    func isDone(by lead: Lead) -> Bool {
        switch self {
        case .respond: lead.course.firstContactAt != nil
        case .verdict: lead.course.verdictAt != nil
        case .feedback: lead.course.feedbackAt != nil
        case .progress: lead.state == .followed
        }
    }

    /// What the limit is counted from and how far; equal limits are one clock.
    func limit(of lead: Lead, _ policy: LeadPolicy) -> ClockLimit {
        let (from, days): (CivilDate, Int) =
            switch self {
            case .respond: (lead.receivedOn, policy.respondDays)
            case .verdict:
                // A lead that is screened again starts anew; one returned for facts does not.
                (lead.course.reopenedAt?.date ?? lead.receivedOn, policy.verdictDays(for: lead))
            case .feedback: (lead.course.verdictAt?.date ?? lead.receivedOn, policy.feedbackDays)
            case .progress:
                (
                    max(lead.course.progressAt ?? lead.receivedAt, lead.course.assignedAt ?? lead.receivedAt).date,
                    policy.progressDays
                )
            }
        return .workingDays(days, from: from, at: WriteContext.clockEnd)
    }

    /// Ran out before a ledger brought the lead in: history, of which nobody is reminded. It starts anew when something
    /// moves its limit: progress, another owner, a screening that is reopened.
    func isHistory(of lead: Lead, _ policy: LeadPolicy, _ calendar: WorkingDayCalendar) -> Bool {
        guard let imported = lead.course.importedAt, let due = limit(of: lead, policy).due(calendar) else {
            return false
        }
        return due.at <= imported
    }

    /// What is still owed of an imported lead although its time was up before, each with the day on which it was.
    static func lapsed(
        before lead: Lead, _ policy: LeadPolicy, _ calendar: WorkingDayCalendar
    ) -> [(clock: LeadClock, due: CivilDate)] {
        allCases.compactMap { clock in
            guard clock.isOwed(by: lead), clock.isHistory(of: lead, policy, calendar),
                let due = clock.limit(of: lead, policy).due(calendar)
            else { return nil }
            return (clock, due.at.date)
        }
    }

    var name: Phrase {
        switch self {
        case .respond: Phrase(zh: "首次联系", en: "first contact")
        case .verdict: Phrase(zh: "研判结论", en: "verdict")
        case .feedback: Phrase(zh: "反馈", en: "feedback")
        case .progress: Phrase(zh: "进展", en: "progress")
        }
    }
}

extension WriteContext {
    /// Appends what became of a lead and makes its clocks agree with it.
    func record(_ verb: String, _ before: Lead?, _ after: Lead) throws {
        try store.append(verb, before: before, after: after)
        try settleClocks(of: after)
    }

    private func settleClocks(of lead: Lead) throws {
        let policy = try store.leadPolicy(on: today)
        let running = try pendingClocks(of: lead.id.description)
        let subject = lead.owner.map(Subject.officer) ?? .unit(lead.unitID)
        for clock in LeadClock.allCases {
            let current = running.first { $0.occurrence.split(separator: ".").first.map(String.init) == clock.rawValue }
            let limit = clock.limit(of: lead, policy)
            guard clock.isOwed(by: lead) else {
                if current != nil {
                    try endClock(
                        clock.rawValue, of: lead.id.description,
                        void: clock.isDone(by: lead) ? nil : lead.state.rawValue)
                }
                continue
            }
            if let current, current.limit == limit {
                try handOn(current, to: subject, unit: lead.unitID)
            } else {
                // Progress was made, or the verdict has another limit now.
                if current != nil {
                    try endClock(clock.rawValue, of: lead.id.description, void: clock == .progress ? nil : "limit")
                }
                guard !clock.isHistory(of: lead, policy, calendar) else { continue }
                try startClock(
                    clock.rawValue, of: lead.id.description, for: subject, unit: lead.unitID, limit: limit)
            }
        }
    }

    /// The same clock in other hands.
    func handOn(_ task: Obligation, to subject: Subject, unit: UnitID) throws {
        guard task.subject != subject || task.unit != unit else { return }
        try store.append(
            NewEvent(
                "clock.handed_on", task.id,
                TaskOwnerChanged(
                    task: task.id, before: task.subject, after: subject, unitBefore: task.unit, unitAfter: unit)))
    }
}
