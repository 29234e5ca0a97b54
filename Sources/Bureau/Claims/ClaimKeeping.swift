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
        let contested = ClockLimit.workingDays(policy.arbitrationDays, from: today, at: Self.clockEnd)
        let isContested = try claim.state == .pending || (claim.state.holds && !rivals(of: claim).isEmpty)
        try settle(.hold, of: claim, for: .officer(claim.officer), limit: hold)
        try settle(.conflict, of: claim, for: .officer(claim.officer), limit: isContested ? contested : nil)
        try settle(
            .arbitration, of: claim, for: arbiter(), limit: claim.state == .pending ? contested : nil)
    }

    /// A clock of a conflict keeps the limit it started with.
    private func settle(
        _ clock: ClaimClock, of claim: FirstTalkClaim, for subject: Subject, limit: ClockLimit?
    ) throws {
        let source = claim.id.description
        let current = try pendingClocks(of: source).first {
            $0.occurrence.split(separator: ".").first.map(String.init) == clock.rawValue
        }
        guard let limit else {
            if current != nil { try endClock(clock.rawValue, of: source, void: claim.state.rawValue) }
            return
        }
        if let current {
            if clock != .hold || current.limit == limit { return }
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

    /// A line of the log that tells of a claim, its lead or its enterprise keeps the claim of the writer's unit.
    func keepClaims(behind entry: Entry) throws {
        var names = Set(entry.linkedRecords)
        for name in entry.linkedRecords where name.hasPrefix(LeadKey.prefix) {
            guard let id = LeadID(name), let lead = try store.record(Lead.self, id) else { continue }
            if let enterprise = lead.enterprise { names.insert(enterprise.description) }
        }
        let policy = try store.claimPolicy(on: today)
        for claim in try liveClaims() where tree.contains(entry.unit, below: claim.unitID) {
            let about = [claim.id.description, claim.lead?.description, claim.enterprise?.description]
            guard about.compactMap(\.self).contains(where: names.contains) else { continue }
            let after = ClaimMachine.active(claim, on: entry.date, policy: policy)
            if after != claim { try record("claim.kept", claim, after) }
        }
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
            return try context.endClock(task.occurrence, of: task.source, void: "lapsed")
        }
        let after = ClaimMachine.lapsed(claim, at: now)
        try context.record("claim.lapsed", claim, after)
        try context.advanceQueue(behind: [after])
    }
}
