public import Identifiers
public import WorkCalendar

/// One line of a project's history. A step that a correction took back stays in it.
public struct StageStep: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// `cosignDeclined`: a second person would not sign it; such a step never took effect.
        case entered, advanced, returned, corrected, cosignDeclined, suspended, resumed, terminated
    }

    public var kind: Kind
    /// Absent for the first step.
    public var from: Stage?
    public var to: Stage
    /// The business date on which it took effect.
    public var date: CivilDate
    public var recordedAt: Instant
    /// As the log names the one who typed it: `O-3`, `uid:0`.
    public var by: String
    /// The one in whose name it was typed, where that is somebody else.
    public var onBehalf: String?
    /// The second person of a signing.
    public var cosignedBy: ActingPerson?
    /// For whom the step counts.
    public var unit: UnitID
    public var officer: OfficerID?
    /// Words for what was shown: `agreement:A-3`, `construction-permit`.
    public var evidence: [String]
    public var reason: TextStub?
    /// A later correction took it back.
    public var withdrawn: Bool

    public init(
        kind: Kind, from: Stage?, to: Stage, date: CivilDate, recordedAt: Instant, by: String,
        onBehalf: String? = nil, cosignedBy: ActingPerson? = nil, unit: UnitID, officer: OfficerID? = nil,
        evidence: [String] = [], reason: TextStub? = nil, withdrawn: Bool = false
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.date = date
        self.recordedAt = recordedAt
        self.by = by
        self.onBehalf = onBehalf
        self.cosignedBy = cosignedBy
        self.unit = unit
        self.officer = officer
        self.evidence = evidence
        self.reason = reason
        self.withdrawn = withdrawn
    }

    /// It brings the project to its stage, unlike a suspension.
    public var reaches: Bool {
        switch kind {
        case .entered, .advanced, .corrected: !withdrawn
        case .returned, .cosignDeclined, .suspended, .resumed, .terminated: false
        }
    }
}
