import Cadence
import Identifiers
import Labels
import Promotion
import WorkCalendar

/// The clocks of a claim: its own end, and what a conflict asks of the people behind it.
enum ClaimClock: String {
    /// Its end lapses the claim.
    case hold
    /// Both sides are told of a conflict, and bring their evidence.
    case conflict
    /// A supervisor decides between the sides.
    case arbitration
}

extension WriteContext {
    /// Appends what became of a claim and makes its clocks agree with it.
    func record(_ verb: String, _ before: FirstTalkClaim?, _ after: FirstTalkClaim) throws {
        try store.append(verb, before: before, after: after)
        try settleClocks(of: after)
    }

    func settleClocks(of claim: FirstTalkClaim) throws {
        let hold = claim.state.holds ? claim.expiresOn.map { ClockLimit.date($0, at: .endOfDay) } : nil
        let policy = try store.claimPolicy(on: today)
        let contested = arbitrationLimit(policy)
        let isContested = try claim.state == .pending || (claim.state.holds && !rivals(of: claim).isEmpty)
        try settle(.hold, of: claim, for: .officer(claim.officer), limit: hold)
        try settle(.conflict, of: claim, for: .officer(claim.officer), limit: isContested ? contested : nil)
        try settle(
            .arbitration, of: claim, for: arbiter(), limit: claim.state == .pending ? contested : nil)
    }

    /// From the day a claim meets another.
    func arbitrationLimit(_ policy: ClaimPolicy) -> ClockLimit {
        .workingDays(policy.arbitrationDays, from: today, at: Self.clockEnd)
    }

    /// A clock of a conflict keeps the limit it started with.
    private func settle(
        _ clock: ClaimClock, of claim: FirstTalkClaim, for subject: Subject, limit: ClockLimit?
    ) throws {
        let source = claim.id.description
        let current = try pendingClocks(of: source).first { $0.clock == clock.rawValue }
        guard let limit else {
            if current != nil { try endClock(clock.rawValue, of: source, void: claim.state.rawValue) }
            return
        }
        if let current {
            if clock != .hold || current.limit == limit {
                return try handOn(current, to: subject, unit: claim.unitID)
            }
            try endClock(clock.rawValue, of: source, void: "limit")
        }
        try startClock(clock.rawValue, of: source, for: subject, unit: claim.unitID, limit: limit)
    }

    /// Who decides between claims: the supervisor with the lowest number, else the bureau itself.
    private func arbiter() throws -> Subject {
        if let officer = try store.officers().first(where: { $0.active && $0.roles.contains(.supervisor) }) {
            return .officer(officer.id)
        }
        if let root = tree.roots.first { return .unit(root.id) }
        return .unit(try contextUnit())
    }

    func liveClaims() throws -> [FirstTalkClaim] {
        let live = FirstTalkClaim.State.allCases.filter(\.isLive).map(\.rawValue)
        return try store.records(FirstTalkClaim.self, RecordFilter([.anyOf("state", live)])).map(\.record)
    }

    /// Live claims that stand against this one, either way round.
    func rivals(of claim: FirstTalkClaim) throws -> [FirstTalkClaim] {
        let named = Set(claim.conflicts.map(\.claim))
        return try liveClaims().filter { other in
            other.id != claim.id
                && (named.contains(other.id) || other.conflicts.contains { $0.claim == claim.id })
        }
    }

    /// After claims ended: the pending ones whose way is free hold, and who was told of a conflict is told no more.
    func advanceQueue(behind ended: [FirstTalkClaim]) throws {
        let policy = try store.claimPolicy(on: today)
        var live = try liveClaims()
        while let next = ClaimMachine.next(among: live, live: Set(live.map(\.id))) {
            let after = ClaimMachine.activated(next, on: today, policy: policy)
            try record("claim.activated", next, after)
            live = live.map { $0.id == after.id ? after : $0 }
        }
        let touched = Set(ended.flatMap { $0.conflicts.map(\.claim) })
        for claim in live where claim.state.holds && touched.contains(claim.id) { try settleClocks(of: claim) }
    }

    /// A line of the log that tells of a claim, its lead or its enterprise keeps the claim of the writer's unit; one that is
    /// edited or withdrawn keeps it as far as the lines that stand do.
    func keepClaims(_ before: Entry?, _ after: Entry) throws {
        let names = try claimable(before).union(claimable(after))
        guard !names.isEmpty else { return }
        let policy = try store.claimPolicy(on: today)
        for claim in try liveClaims() where claim.state.holds && !names.isDisjoint(with: self.names(of: claim)) {
            let units = [before, after].compactMap { $0?.unit }
            guard units.contains(where: { tree.contains($0, below: claim.unitID) }) else { continue }
            // A new line can only move the end on; for any other change the log is asked.
            let last = try before == nil ? max(claim.lastActivityOn, after.date) : lastActivity(of: claim)
            let kept = ClaimMachine.kept(claim, lastActivity: last, policy: policy)
            if kept != claim { try record("claim.kept", claim, kept) }
        }
    }

    private func names(of claim: FirstTalkClaim) -> [String] {
        [claim.id.description, claim.lead?.description, claim.enterprise?.description].compactMap(\.self)
    }

    /// The records that a line tells of, and the enterprises of its leads.
    private func claimable(_ entry: Entry?) throws -> Set<String> {
        guard let entry else { return [] }
        var names = Set(entry.linkedRecords)
        for name in entry.linkedRecords where name.hasPrefix(LeadKey.prefix) {
            guard let id = LeadID(name), let lead = try store.record(Lead.self, id) else { continue }
            if let enterprise = lead.enterprise { names.insert(enterprise.description) }
        }
        return names
    }

    /// The latest day of a line that stands, by the claim's unit or one below it.
    private func lastActivity(of claim: FirstTalkClaim) throws -> CivilDate? {
        var about = Set(names(of: claim))
        if let enterprise = claim.enterprise {
            let leads = try store.records(Lead.self, RecordFilter([.equals("enterprise", enterprise)]))
            about.formUnion(leads.map(\.record.id.description))
        }
        let since = claim.heldFrom ?? claim.filedAt.date
        guard since <= today else { return nil }
        return try about.flatMap { name in
            try store.entries(
                EntryFilter(
                    units: tree.subtree(of: claim.unitID), dates: since...today, record: name, includeAutomatic: false))
        }.map(\.entry.date).max()
    }
}

extension Writing {
    /// The scheduler ends a claim whose time is over.
    func lapseClaim(behind task: Obligation, _ calendar: WorkingDayCalendar, _ codes: CodeTables) throws {
        let service = Caller(
            uid: 0, isAdministrator: true, officer: nil, actingAs: nil, unit: nil, language: .en, commandID: "",
            digest: [], dryRun: false)
        let context = WriteContext(
            store: self, caller: service, calendar: calendar, tree: UnitTree(try units()), codes: codes)
        guard let id = ClaimID(task.source), let claim = try record(FirstTalkClaim.self, id), claim.state.holds else {
            // A clock without a claim that holds says nothing any more.
            return try context.endClock(Obligation.lapsingClock, of: task.source, void: "lapsed")
        }
        let after = ClaimMachine.lapsed(claim, at: now)
        try context.record("claim.lapsed", claim, after)
        try context.advanceQueue(behind: [after])
    }
}
