public import Identifiers
public import Labels
public import WorkCalendar

/// The numbers that decide about claims, as the bureau's settings have them on a day.
public struct ClaimPolicy: Hashable, Sendable {
    /// Calendar days a claim holds without recorded activity.
    public var holdDays = 90
    /// Working days in which a conflict is to be arbitrated.
    public var arbitrationDays = 5
    public var threshold = Money(yuan: 1_000_000_000)
    /// Whole US dollars.
    public var foreignThreshold: Int64 = 10_000_000

    public init() {}

    /// Which threshold an investment passes; nil when it is too small to be claimed. An amount in US dollars is measured by
    /// the foreign one, every other by its yuan.
    public func thresholdClass(investment: Money?, foreign: ForeignAmount?) -> FirstTalkClaim.ThresholdClass? {
        if let foreign, foreign.currency == "USD", foreign.amount >= foreignThreshold { return .foreign }
        if let investment, investment >= threshold { return .domestic }
        return nil
    }
}

/// The course of a claim (domain.md §5): pending or active → extended; lapsed, released or arbitrated at its end. When one
/// that held ends, the pending one filed first holds.
public enum ClaimMachine {
    /// A claim as it is filed: it waits behind any that holds or was filed before.
    public static func filed(_ claim: FirstTalkClaim, conflicts: [ClaimConflict], policy: ClaimPolicy) -> FirstTalkClaim
    {
        var claim = claim
        claim.conflicts = conflicts
        guard conflicts.isEmpty else {
            claim.state = .pending
            claim.expiresOn = nil
            return claim
        }
        return holding(claim, from: claim.filedAt.date, policy)
    }

    /// A pending claim whose way is free.
    public static func activated(_ claim: FirstTalkClaim, on date: CivilDate, policy: ClaimPolicy) -> FirstTalkClaim {
        var after = holding(claim, from: date, policy)
        // Nobody has to decide any more.
        after.arbitrationDueAt = nil
        return after
    }

    private static func holding(
        _ claim: FirstTalkClaim, from date: CivilDate, _ policy: ClaimPolicy
    ) -> FirstTalkClaim {
        var after = claim
        after.state = .active
        after.heldFrom = max(claim.lastActivityOn, date)
        after.extendedUntil = nil
        after.lastActivityOn = max(claim.lastActivityOn, date)
        after.expiresOn = after.lastActivityOn + policy.holdDays
        return after
    }

    /// A claim that holds, with the day of its last recorded activity: the days count from then, or from the day it came to
    /// hold where that is later; somebody's extension goes on beside them.
    ///
    /// - Parameter date: the latest of all its activities; nil without any.
    public static func kept(
        _ claim: FirstTalkClaim, lastActivity date: CivilDate?, policy: ClaimPolicy
    ) -> FirstTalkClaim {
        guard claim.state.holds else { return claim }
        let since = claim.heldFrom ?? claim.filedAt.date
        let last = max(since, date ?? since)
        guard last != claim.lastActivityOn else { return claim }
        var after = claim
        after.lastActivityOn = last
        after.expiresOn = [claim.extendedUntil, last + policy.holdDays].compactMap(\.self).max()
        return after
    }

    public static func extended(
        _ claim: FirstTalkClaim, until date: CivilDate?, reason: TextStub, on today: CivilDate, policy: ClaimPolicy
    ) throws(ZhaoshangError) -> FirstTalkClaim {
        guard claim.state.holds else { throw state(claim, Phrase(zh: "延期", en: "extended")) }
        let end = date ?? today + policy.holdDays
        guard end > (claim.expiresOn ?? today), end <= today + policy.holdDays else {
            throw ZhaoshangError(
                .badDate, zh: "延期须晚于 \(claim.expiresOn ?? today)，且不超过 \(today + policy.holdDays)",
                en: "an extension ends after \(claim.expiresOn ?? today) and by \(today + policy.holdDays)",
                hint: Phrase(
                    zh: "例如：zs claim extend \(claim.id) until:\(today + policy.holdDays) reason:…",
                    en: "for example: zs claim extend \(claim.id) until:\(today + policy.holdDays) reason:…"),
                details: ["until": .text(end.description)])
        }
        var after = claim
        after.state = .extended
        after.expiresOn = end
        after.extendedUntil = end
        after.reason = reason
        return after
    }

    public static func released(
        _ claim: FirstTalkClaim, reason: TextStub?, at now: Instant, by officer: OfficerID?
    ) throws(ZhaoshangError) -> FirstTalkClaim {
        guard claim.state.isLive else { throw state(claim, Phrase(zh: "放弃", en: "released")) }
        var after = claim
        after.state = .released
        after.arbitrationDueAt = nil
        after.reason = reason ?? claim.reason
        after.decidedAt = now
        after.decidedBy = officer
        return after
    }

    /// 90 days without recorded activity have gone by.
    public static func lapsed(_ claim: FirstTalkClaim, at now: Instant) -> FirstTalkClaim {
        var after = claim
        after.state = .lapsed
        after.decidedAt = now
        return after
    }

    /// A supervisor's decision among claims that stand against each other: `winner` holds, the others end. The shares say
    /// how a project counts for the units.
    public static func arbitrated(
        _ claims: [FirstTalkClaim], winner: ClaimID, credit: [CreditShare], reason: TextStub, at now: Instant,
        by officer: OfficerID, policy: ClaimPolicy
    ) -> [FirstTalkClaim] {
        claims.map { claim in
            var after = claim.id == winner ? holding(claim, from: now.date, policy) : claim
            if claim.id != winner { after.state = .arbitrated }
            after.credit = credit
            after.reason = reason
            after.decidedAt = now
            after.decidedBy = officer
            return after
        }
    }

    /// Which pending claim holds next: no conflict of it lives on, and it was filed first.
    public static func next(among pending: [FirstTalkClaim], live: Set<ClaimID>) -> FirstTalkClaim? {
        pending.filter { claim in
            claim.state == .pending && !claim.conflicts.contains { live.contains($0.claim) }
        }.min { ($0.filedAt, $0.id) < ($1.filedAt, $1.id) }
    }

    private static func state(_ claim: FirstTalkClaim, _ wanted: Phrase) -> ZhaoshangError {
        ZhaoshangError(
            .refused, zh: "\(claim.id) 的状态为 \(claim.state.rawValue)，不能\(wanted.zh)",
            en: "\(claim.id) is \(claim.state.rawValue) and cannot be \(wanted.en)",
            hint: Phrase(zh: "查看：zs claim show \(claim.id)", en: "see: zs claim show \(claim.id)"),
            details: ["state": .text(claim.state.rawValue)])
    }
}
