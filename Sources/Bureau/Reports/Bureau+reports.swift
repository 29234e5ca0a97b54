public import Identifiers
public import Labels
public import ReportModel
public import WorkCalendar

/// What `report verify` answers.
public struct ReportVerification: Hashable, Sendable {
    /// The stored hash fits the stored model, it continues the hash of the issue before, and, when `recomputed`, the
    /// same model was derived again from the log.
    public var ok: Bool
    public var hash: String
    public var recomputed: Bool
    /// Why not ok, or why not recomputed.
    public var finding: Phrase?

    public init(ok: Bool, hash: String, recomputed: Bool, finding: Phrase? = nil) {
        self.ok = ok
        self.hash = hash
        self.recomputed = recomputed
        self.finding = finding
    }
}

/// What `report explain` answers: the rows that add up to a figure.
public struct FigureExplanation: Hashable, Sendable {
    public struct Row: Hashable, Sendable {
        public var id: String
        /// `entry`, `task`, `officer`, `figure`.
        public var kind: String
        public var amount: Int64?
        public var effectiveOn: CivilDate
        public var seq: Int64

        public init(id: String, kind: String, amount: Int64?, effectiveOn: CivilDate, seq: Int64) {
            self.id = id
            self.kind = kind
            self.amount = amount
            self.effectiveOn = effectiveOn
            self.seq = seq
        }
    }

    public var key: String
    public var figure: Figure
    public var rows: [Row]

    public init(key: String, figure: Figure, rows: [Row]) {
        self.key = key
        self.figure = figure
        self.rows = rows
    }
}

/// One line of `report list`.
public struct ReportListing: Hashable, Sendable {
    public var kind: PeriodKind
    public var unit: UnitID
    public var period: Period
    public var version: Int
    public var asOfSeq: Int64
    public var frozenAt: Instant
    public var frozenBy: String
    public var hash: String

    public init(
        kind: PeriodKind, unit: UnitID, period: Period, version: Int, asOfSeq: Int64, frozenAt: Instant,
        frozenBy: String, hash: String
    ) {
        self.kind = kind
        self.unit = unit
        self.period = period
        self.version = version
        self.asOfSeq = asOfSeq
        self.frozenAt = frozenAt
        self.frozenBy = frozenBy
        self.hash = hash
    }
}

/// One figure of two reports.
public struct FigureDifference: Hashable, Sendable {
    public var key: String
    public var first: Figure?
    public var second: Figure?

    public init(key: String, first: Figure?, second: Figure?) {
        self.key = key
        self.first = first
        self.second = second
    }

    /// Second minus first, where both exist.
    public var change: Double? {
        guard let first = first?.value, let second = second?.value else { return nil }
        return second - first
    }
}

extension Bureau {
    /// The report of a period: the frozen one where there is one, else what it would say now. `kind` is a word (`month`,
    /// 月), `period` words as typed (`2026-09`, 上月; absent: the current one). The unit is that of `--unit`, else the
    /// caller's. Texts that people typed are resolved, erased ones say so.
    public func showReport(kind: String, period: String? = nil, caller: Caller) async throws -> Report {
        throw ReportProblem.unknownKind(kind)
    }

    /// What the next issue would say now, also where one is frozen.
    public func previewReport(kind: String, period: String? = nil, caller: Caller) async throws -> Report {
        throw ReportProblem.unknownKind(kind)
    }

    public func freezeReport(kind: String, period: String, reason: String? = nil, caller: Caller) async throws
        -> CommandResult
    {
        throw ReportProblem.unknownKind(kind)
    }

    public func reissueReport(kind: String, period: String, reason: String, caller: Caller) async throws
        -> CommandResult
    {
        throw ReportProblem.unknownKind(kind)
    }

    public func verifyReport(kind: String, period: String, caller: Caller) async throws -> ReportVerification {
        throw ReportProblem.unknownKind(kind)
    }

    public func explainFigure(kind: String, period: String, key: String, caller: Caller) async throws
        -> FigureExplanation
    {
        throw ReportProblem.unknownKind(kind)
    }

    /// Frozen reports of the unit and below, by kind, unit, period.
    public func listReports(kind: String? = nil, limit: Int? = nil, caller: Caller) async throws -> [ReportListing] {
        throw ReportProblem.unknownKind(kind ?? "")
    }

    /// Every figure of two periods side by side, by key.
    public func diffReports(kind: String, _ first: String, _ second: String, caller: Caller) async throws
        -> [FigureDifference]
    {
        throw ReportProblem.unknownKind(kind)
    }
}
