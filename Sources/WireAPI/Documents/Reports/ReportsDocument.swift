/// One issue, or the draft of one.
public struct ReportRecord: Hashable, Sendable, Codable {
    public var kind: String
    public var unit: String
    public var unitName: String?
    public var period: String
    /// `draft`, `submitted` or `frozen`.
    public var state: String
    /// Grows with each reissue, from 1.
    public var version: Int
    public var asOfSeq: Int64?
    public var hash: String?
    /// Instant.
    public var frozenAt: String?
    /// The task that asks for it.
    public var task: String?
    /// Why it was issued again.
    public var reason: String?

    public init(
        kind: String, unit: String, unitName: String? = nil, period: String, state: String, version: Int,
        asOfSeq: Int64? = nil, hash: String? = nil, frozenAt: String? = nil, task: String? = nil,
        reason: String? = nil
    ) {
        self.kind = kind
        self.unit = unit
        self.unitName = unitName
        self.period = period
        self.state = state
        self.version = version
        self.asOfSeq = asOfSeq
        self.hash = hash
        self.frozenAt = frozenAt
        self.task = task
        self.reason = reason
    }

    enum CodingKeys: String, CodingKey {
        case kind, unit, period, state, version, hash, task, reason
        case unitName = "unit_name"
        case asOfSeq = "as_of_seq"
        case frozenAt = "frozen_at"
    }
}

/// Reports, newest period first.
public struct ReportsDocument: WireDocument {
    public static let schema = "zhaoshang/reports.v1"

    public var schema: String = Self.schema
    public var reports: [ReportRecord]
    /// Pass as `after:` for the next page.
    public var next: String?

    public init(reports: [ReportRecord], next: String? = nil) {
        self.reports = reports
        self.next = next
    }
}
