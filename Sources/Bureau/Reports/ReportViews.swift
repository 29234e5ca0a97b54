public import Identifiers
public import Labels
public import ReportModel
public import WorkCalendar

/// What `report verify` answers.
public struct ReportVerification: Hashable, Sendable {
    /// The stored hash fits the stored model, it continues the hash of the issue before, and, when `recomputed`, the
    /// same bytes were derived again from the log.
    public var ok: Bool
    public var kind: PeriodKind
    public var unit: UnitID
    public var period: Period
    public var version: Int
    /// As stored.
    public var hash: String
    /// False when another engine froze it: then only the stored model was checked.
    public var recomputed: Bool
    /// Present when it differs.
    public var computedHash: String?
    /// What is wrong, or why it was not derived again.
    public var finding: Phrase?
}

/// What `report explain` answers: the rows that add up to a figure.
public struct FigureExplanation: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var id: String
        /// The noun of a posting's record: `entry`, `agreement`. `task`, `officer`, `count`: counted once each.
        /// `numerator`, `denominator`: what stands on each side of a ratio; the rows of a side add up to it. `value`: one
        /// of the numbers a median is taken of.
        public var kind: String
        public var amount: Int64?
        public var effectiveOn: CivilDate
        public var seq: Int64
    }

    public var key: String
    public var figure: Figure
    public var rows: [Row]
}

/// One line of `report list`: an issue, or the draft that a unit's task asks for.
public struct ReportListing: Hashable, Sendable {
    public var kind: PeriodKind
    public var unit: UnitID
    public var unitName: Phrase
    public var period: Period
    public var state: ReportState
    /// 0 for drafts.
    public var version: Int
    public var asOfSeq: Int64?
    public var hash: String?
    public var frozenAt: Instant?
    /// `O-3`, or `zsd` for the scheduler.
    public var frozenBy: String?
    public var task: TaskID?
    public var reason: String?
}

/// One figure of two reports.
public struct FigureDifference: Hashable, Sendable {
    public var key: String
    public var first: Figure?
    public var second: Figure?

    /// Second minus first, where both exist.
    public var change: Double? {
        guard let first = first?.value, let second = second?.value else { return nil }
        return second - first
    }
}
