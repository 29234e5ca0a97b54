public import Identifiers
public import Promotion
public import WorkCalendar

/// A record with when it was learnt.
public struct Recorded<Record: PromotionRecord>: Sendable {
    public var record: Record
    /// The event that added it.
    public var seq: Int64
    public var recordedAt: Instant
    /// The event that last changed it.
    public var lastSeq: Int64

    public init(record: Record, seq: Int64, recordedAt: Instant, lastSeq: Int64) {
        self.record = record
        self.seq = seq
        self.recordedAt = recordedAt
        self.lastSeq = lastSeq
    }
}

/// Which records of a noun. Conditions name facets of the noun and hold all together.
public struct RecordFilter: Sendable {
    public indirect enum Condition: Sendable {
        case equals(String, FacetValue)
        /// One of the values; an empty list matches nothing.
        case anyOf(String, [FacetValue])
        /// Bounds included; an absent one is open. Records without the value do not match.
        case between(String, FacetValue?, FacetValue?)
        case isAbsent(String)
        case isPresent(String)
        /// Narrows what the other conditions find, and is no way to find it: a store would else go by the unit, which
        /// has more records each year, where a day has few.
        case beside(Condition)
    }

    public var conditions: [Condition]
    /// Facet by which the list is ordered, then by number; nil: by number.
    public var order: String?
    public var descending: Bool
    /// Only records with a number above it (below it when descending); goes with the order by number.
    public var after: Int64?
    public var limit: Int?

    public init(
        _ conditions: [Condition] = [], order: String? = nil, descending: Bool = false, after: Int64? = nil,
        limit: Int? = nil
    ) {
        self.conditions = conditions
        self.order = order
        self.descending = descending
        self.after = after
        self.limit = limit
    }
}

extension RecordFilter.Condition {
    public static func equals(_ facet: String, _ text: String) -> Self { .equals(facet, .text(text)) }

    public static func equals<Kind>(_ facet: String, _ id: Identifier<Kind>) -> Self {
        .equals(facet, .number(id.number))
    }

    public static func anyOf(_ facet: String, _ texts: [String]) -> Self { .anyOf(facet, texts.map(FacetValue.text)) }

    public static func anyOf<Kind>(_ facet: String, _ ids: [Identifier<Kind>]) -> Self {
        .anyOf(facet, ids.map { .number($0.number) })
    }

    public static func dates(_ facet: String, _ dates: ClosedRange<CivilDate>) -> Self {
        .between(facet, .text(dates.lowerBound.description), .text(dates.upperBound.description))
    }
}

public protocol RecordReading {
    func record<Record: PromotionRecord>(_ id: Identifier<Record.Kind>, of type: Record.Type) throws
        -> Recorded<Record>?
    func records<Record: PromotionRecord>(_ type: Record.Type, _ filter: RecordFilter) throws -> [Recorded<Record>]
    func recordCount<Record: PromotionRecord>(_ type: Record.Type, _ filter: RecordFilter) throws -> Int
}

extension RecordReading {
    public func record<Record: PromotionRecord>(_ type: Record.Type, _ id: Identifier<Record.Kind>) throws -> Record? {
        try record(id, of: type)?.record
    }
}
