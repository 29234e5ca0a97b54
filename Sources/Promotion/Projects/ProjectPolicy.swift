/// The numbers that decide about projects, as the bureau's settings have them on a day.
public struct ProjectPolicy: Hashable, Sendable {
    public var majorAmount = Money(yuan: 1_000_000_000)
    /// From these planned totals on, the body has to pass a project too.
    public var leadingGroupAmount = Money(yuan: 100_000_000)
    public var governmentExecutiveAmount = Money(yuan: 500_000_000)
    public var partyCommitteeAmount = Money(yuan: 1_000_000_000)
    /// Of the planned yearly output or tax, from which a project is at capacity.
    public var capacityPercent = 80
    public var suspensionMonths = 6
    /// Months without progress.
    public var yellowMonths = 2
    public var redMonths = 3
    public var removalMonths = 6
    /// Months by which the planned start is missed until the light is red.
    public var lateStartMonths = 3
    /// Points behind schedule from which the light is yellow, and above which it is red.
    public var behindYellow = 10
    public var behindRed = 30

    public init() {}

    public func isMajor(_ facts: ProjectFacts) -> Bool {
        facts.tier == "A" || (facts.plannedTotal.map { $0 >= majorAmount } ?? false)
    }

    /// The bodies that have to pass a project of this size, in the order in which they meet.
    public func bodies(for total: Money) -> [Review.Body] {
        var bodies: [Review.Body] = [.joint]
        if total >= leadingGroupAmount { bodies.append(.leadingGroup) }
        if total >= governmentExecutiveAmount { bodies.append(.governmentExecutive) }
        if total >= partyCommitteeAmount { bodies.append(.partyCommittee) }
        return bodies
    }
}
