/// A project with everything that belongs to it: what its decisions look at.
public struct ProjectDossier: Hashable, Sendable {
    public var project: Project
    public var reviews: [Review]
    public var agreements: [Agreement]
    public var funds: [Funds]
    public var commitments: [Commitment]
    public var milestones: [Milestone]

    public init(
        project: Project, reviews: [Review] = [], agreements: [Agreement] = [], funds: [Funds] = [],
        commitments: [Commitment] = [], milestones: [Milestone] = []
    ) {
        self.project = project
        self.reviews = reviews
        self.agreements = agreements
        self.funds = funds
        self.commitments = commitments
        self.milestones = milestones
    }

    /// The latest word of a body: by date, then by number.
    public func result(of body: Review.Body) -> Review.Result? {
        reviews.filter { $0.body == body }.max { ($0.date, $0.id) < ($1.date, $1.id) }?.result
    }

    /// Those that were not voided.
    public var standingAgreements: [Agreement] { agreements.filter { $0.voiding == nil } }

    public var formalAgreements: [Agreement] { standingAgreements.filter { $0.form == .formal } }

    /// Verified funds, reversals taken off.
    public var verifiedFunds: Money { total { $0.state == .verified } }

    /// Reported or verified ones.
    public var statedFunds: Money { total { $0.state != .rejected } }

    private func total(_ counts: (Funds) -> Bool) -> Money {
        Money(yuan: funds.filter(counts).reduce(0) { $0 + $1.signedAmount.yuan })
    }
}
