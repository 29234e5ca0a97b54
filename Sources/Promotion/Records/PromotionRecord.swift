public import Identifiers
public import WorkCalendar

/// A record of the pipeline: an enterprise, a lead, a project, a funds record.
///
/// A command changes it by one event that holds the record before and after (`RecordChanged`). From that alone follow the
/// table that lists are read from, the postings, the history and the way back, so a noun says only what it is made of.
public protocol PromotionRecord: Hashable, Sendable, Codable {
    associatedtype Kind: IdentifierKind

    /// The noun of the field: name of the table, of the payload's family and of the verbs (`lead`, `lead.add`).
    static var noun: String { get }
    /// By what lists of the noun are filtered and ordered; each is a column of its table, in this order.
    static var facets: [Facet<Self>] { get }

    var id: Identifier<Kind> { get }
    /// In whose scope the record is; nil for what everybody may see.
    var unit: UnitID? { get }
    /// What the record counts for as it stands. The difference between two states is posted.
    var postings: [Posting] { get }
    /// What people see of it in a history: names of fields as in its document, values as text, `text#12` for a text.
    var fields: [RecordField] { get }
    /// What people typed into it. These are erasable, and can be searched.
    var texts: [TextStub] { get }
    /// Names in the clear by which the record is searched: of enterprises, codes, numbers of documents.
    var names: [String] { get }
}

extension PromotionRecord {
    /// `L` of `L-7`.
    public static var prefix: String { Kind.prefix }

    public var postings: [Posting] { [] }
    public var texts: [TextStub] { [] }
    public var names: [String] { [] }
}

/// A record was added (`before` absent), changed, or its addition was taken back (`after` absent).
public struct RecordChanged<Record: PromotionRecord>: Hashable, Sendable, Codable {
    public var before: Record?
    public var after: Record?

    public init(before: Record?, after: Record?) {
        self.before = before
        self.after = after
    }

    /// The difference to post.
    public var postings: [Posting] {
        Posting.differences(from: before?.postings ?? [], to: after?.postings ?? [])
    }
}

/// A value of a record by which a list is filtered or ordered.
public struct Facet<Record>: Sendable {
    /// Column of the record's table.
    public let name: String
    public let value: @Sendable (Record) -> FacetValue

    public init(_ name: String, _ value: @escaping @Sendable (Record) -> FacetValue) {
        self.name = name
        self.value = value
    }

    public static func text(_ name: String, _ value: @escaping @Sendable (Record) -> String?) -> Facet {
        Facet(name) { record in value(record).map(FacetValue.text) ?? .none }
    }

    public static func number(_ name: String, _ value: @escaping @Sendable (Record) -> Int64?) -> Facet {
        Facet(name) { record in value(record).map(FacetValue.number) ?? .none }
    }

    public static func id<Kind>(_ name: String, _ value: @escaping @Sendable (Record) -> Identifier<Kind>?) -> Facet {
        number(name) { value($0)?.number }
    }

    public static func date(_ name: String, _ value: @escaping @Sendable (Record) -> CivilDate?) -> Facet {
        text(name) { value($0)?.description }
    }

    /// Milliseconds UTC.
    public static func instant(_ name: String, _ value: @escaping @Sendable (Record) -> Instant?) -> Facet {
        number(name) { value($0)?.milliseconds }
    }

    public static func flag(_ name: String, _ value: @escaping @Sendable (Record) -> Bool) -> Facet {
        number(name) { value($0) ? 1 : 0 }
    }
}

public enum FacetValue: Hashable, Sendable {
    case text(String)
    case number(Int64)
    case none
}

/// One field of a record as a history shows it.
public struct RecordField: Hashable, Sendable {
    public var name: String
    public var value: String?

    public init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    public init(_ name: String, _ value: (some CustomStringConvertible)?) {
        self.init(name, value.map { $0.description })
    }

    public init(_ name: String, _ stub: TextStub?) {
        self.init(name, stub.map { "text#\($0.id)" })
    }
}
