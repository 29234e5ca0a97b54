public import Identifiers
import Labels
public import WorkCalendar

/// Somebody wants a project to come to a stage.
public struct StageAdvance: Hashable, Sendable {
    public enum Capacity: String, Hashable, Sendable, Codable, CaseIterable {
        /// Whoever works on the project: its manager, its agent, the unit's clerk.
        case officer
        case screener
        case supervisor
    }

    public var to: Stage
    public var date: CivilDate
    public var now: Instant
    public var by: ActingPerson
    /// In what capacity the caller may act.
    public var capacities: Set<Capacity>
    /// The officer whose work it is; a supervisor who signs alone names them.
    public var officer: OfficerID?
    /// A supervisor names the officer: both people of a signing in one command.
    public var namesOfficer: Bool
    public var evidence: StageEvidence
    public var reason: TextStub?

    public init(
        to: Stage, date: CivilDate, now: Instant, by: ActingPerson, capacities: Set<Capacity>,
        officer: OfficerID? = nil, namesOfficer: Bool = false, evidence: StageEvidence = StageEvidence(),
        reason: TextStub? = nil
    ) {
        self.to = to
        self.date = date
        self.now = now
        self.by = by
        self.capacities = capacities
        self.officer = officer
        self.namesOfficer = namesOfficer
        self.evidence = evidence
        self.reason = reason
    }
}

/// What was shown for a step, beside the records: numbers of documents, and yearly figures.
public struct StageEvidence: Hashable, Sendable {
    /// Land deed or lease.
    public var deed: String?
    /// Construction permit.
    public var permit: String?
    /// Where the photographs of the site are kept.
    public var photos: String?
    public var acceptance: String?
    /// Of the last twelve months.
    public var output: Money?
    public var tax: Money?

    public init(
        deed: String? = nil, permit: String? = nil, photos: String? = nil, acceptance: String? = nil,
        output: Money? = nil, tax: Money? = nil
    ) {
        self.deed = deed
        self.permit = permit
        self.photos = photos
        self.acceptance = acceptance
        self.output = output
        self.tax = tax
    }

    /// As the history keeps it.
    public var words: [String] {
        [
            deed.map { "deed:\($0)" }, permit.map { "permit:\($0)" }, photos.map { "photos:\($0)" },
            acceptance.map { "acceptance:\($0)" }, output.map { "output:\($0.yuan)" }, tax.map { "tax:\($0.yuan)" },
        ].compactMap(\.self)
    }
}
