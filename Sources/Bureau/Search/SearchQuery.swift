public import Identifiers
public import Promotion
public import WorkCalendar

/// Records in which every word occurs, each as a part of one of the record's names or texts.
public struct SearchQuery: Sendable {
    public var words: [FoldedText]
    public var kinds: [SearchKind]
    /// nil: of every unit.
    public var units: [UnitID]?
    /// Records of no unit, which everybody may see, are found as well.
    public var includesShared: Bool
    public var dates: ClosedRange<CivilDate>?
    /// Of each kind.
    public var limit: Int

    public init(
        words: [FoldedText], kinds: [SearchKind] = SearchKind.allCases, units: [UnitID]? = nil,
        includesShared: Bool = true, dates: ClosedRange<CivilDate>? = nil, limit: Int = 20
    ) {
        self.words = words
        self.kinds = kinds
        self.units = units
        self.includesShared = includesShared
        self.dates = dates
        self.limit = limit
    }
}

public struct SearchHit: Sendable {
    public var kind: SearchKind
    public var number: Int64
    public var unit: UnitID?
    /// Business date of an entry; the day any other record was added.
    public var date: CivilDate
    /// Names and texts of the record, one a line; what was erased is not there.
    public var content: String

    public init(kind: SearchKind, number: Int64, unit: UnitID?, date: CivilDate, content: String) {
        self.kind = kind
        self.number = number
        self.unit = unit
        self.date = date
        self.content = content
    }

    public var id: String { "\(kind.prefix)-\(number)" }
}

public protocol SearchReading {
    /// By kind as the query lists them, then the record added last first. Withdrawn entries are left out.
    func search(_ query: SearchQuery) throws -> [SearchHit]
}
