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
        try settleClocks(of: after, since: before)
    }

    private func settleClocks(of lead: Lead, since before: Lead?) throws {
        let policy = try store.leadPolicy(on: today)
        let clocks = try clocks(of: lead.id.description)
        let subject = lead.owner.map(Subject.officer) ?? .unit(lead.unitID)
        for clock in LeadClock.allCases {
            let current = clocks.first { $0.clock == clock.rawValue && $0.status.isPending }
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
                // Somebody was let off this very limit.
                if clocks.contains(where: {
                    $0.clock == clock.rawValue && $0.limit == limit && $0.status.state == .waived
                }) {
                    continue
                }
                // Progress was made; or the limit is counted anew.
                let isDone = clock == .progress && lead.progressed(since: before)
                if current != nil {
                    try endClock(clock.rawValue, of: lead.id.description, void: isDone ? nil : "limit")
                }
                guard !clock.isHistory(of: lead, policy, calendar) else { continue }
                try startClock(
                    clock.rawValue, of: lead.id.description, for: subject, unit: lead.unitID, limit: limit)
            }
        }
        try settleAlarm(of: lead, since: before, clocks, policy)
    }

    /// Somebody has the lead because nobody was free for it: the head of the unit and the supervisors hear of it at once,
    /// and it stays among their tasks until the lead was answered, went to somebody who is free, or was judged.
    private func settleAlarm(
        of lead: Lead, since before: Lead?, _ clocks: [Obligation], _ policy: LeadPolicy
    ) throws {
        let source = lead.id.description
        let rung = clocks.filter { $0.clock == Obligation.alarmClock }
        guard let alarm = try alarm(of: lead) else {
            if rung.contains(where: \.status.isPending) {
                try endClock(
                    Obligation.alarmClock, of: source, void: lead.course.firstContactAt == nil ? "assigned" : nil)
            }
            return
        }
        let end = ClockLimit.workingDays(policy.respondDays, from: alarm.at.date, at: Self.clockEnd).due(calendar)?.at
        let limit = ClockLimit.natural(milliseconds: (end ?? alarm.at) - alarm.at, from: alarm.at)
        // Of one assignment people are told once, whatever they did about it.
        guard !rung.contains(where: { $0.limit == limit && $0.status.reason != "undone" }) else { return }
        if rung.contains(where: \.status.isPending) {
            try endClock(Obligation.alarmClock, of: source, void: "assigned")
        }
        let roster = try store.roster()
        // The unit in which nobody was free, and the one of the officer on duty.
        let units = Set([before?.unitID, lead.unitID].compactMap(\.self))
        let told =
            units.flatMap { roster.holders(of: Role.leader.rawValue, responsibleFor: $0, on: today) }
            + roster.holders(of: Role.supervisor.rawValue, on: today)
        for subject in Set(told).sorted() {
            // In their own unit's scope: whoever is told may also let themselves off it.
            guard case .officer(let officer) = subject else { continue }
            let home = try store.officer(officer)?.unit(on: today) ?? lead.unitID
            try startClock(Obligation.alarmClock, of: source, for: subject, unit: home, limit: limit)
        }
    }

    /// The assignment that the lead is with its owner by, when it was made because nobody was free and the lead waits for
    /// its first contact.
    private func alarm(of lead: Lead) throws -> Assignment? {
        guard lead.state.isOpen, lead.course.firstContactAt == nil, let owner = lead.owner else { return nil }
        let newest = try store.records(
            Assignment.self, RecordFilter([.equals("lead", lead.id)], descending: true, limit: 1)
        ).first?.record
        return newest.flatMap { $0.alarm && $0.officer == owner ? $0 : nil }
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

extension Lead {
    /// Something counted as progress that `before` did not have.
    fileprivate func progressed(since before: Lead?) -> Bool {
        guard let at = course.progressAt else { return false }
        return before?.course.progressAt.map { $0 < at } ?? true
    }
}
