/// What a search found, by kind, then the newest first.
public struct SearchDocument: WireDocument {
    public static let schema = "zhaoshang/search.v1"

    public var schema: String = Self.schema
    public var found: [SearchRecord]
    /// Some kind has more than the limit.
    public var hasMore: Bool?

    public init(found: [SearchRecord], hasMore: Bool? = nil) {
        self.found = found
        self.hasMore = hasMore
    }

    enum CodingKeys: String, CodingKey {
        case schema, found
        case hasMore = "has_more"
    }
}

public struct SearchRecord: Hashable, Sendable, Codable {
    public var id: String
    /// `enterprise`, `lead`, `project` or `entry`.
    public var kind: String
    /// Business date of an entry; the day any other record was added.
    public var date: String
    public var unit: String?
    public var unitName: String?
    /// The text around the first word, at most some sixty columns.
    public var snippet: String

    public init(
        id: String, kind: String, date: String, unit: String? = nil, unitName: String? = nil, snippet: String
    ) {
        self.id = id
        self.kind = kind
        self.date = date
        self.unit = unit
        self.unitName = unitName
        self.snippet = snippet
    }

    enum CodingKeys: String, CodingKey {
        case id, kind, date, unit, snippet
        case unitName = "unit_name"
    }
}
