/// One line of an officer's day.
public struct EntryRecord: Hashable, Sendable, Codable {
    public var id: String
    public var date: String
    public var officer: String
    public var officerName: String?
    public var unit: String?
    public var unitName: String?
    /// Empty for a zero report; says so when it was erased.
    public var text: String
    public var links: [EntryLinkRecord]
    public var tags: [String]
    public var kind: String?
    /// Whole yuan.
    public var amount: Int64?
    public var attributes: [String: String]?
    /// `typed`, `zero` or the verb that wrote the line: `task.submit`.
    public var source: String?
    /// True once it was withdrawn.
    public var withdrawn: Bool?

    public init(
        id: String, date: String, officer: String, officerName: String? = nil, unit: String? = nil, text: String,
        links: [EntryLinkRecord], tags: [String], kind: String? = nil, amount: Int64? = nil,
        attributes: [String: String]? = nil, source: String? = nil, withdrawn: Bool? = nil, unitName: String? = nil
    ) {
        self.id = id
        self.date = date
        self.officer = officer
        self.officerName = officerName
        self.unit = unit
        self.text = text
        self.links = links
        self.tags = tags
        self.kind = kind
        self.amount = amount
        self.attributes = attributes
        self.source = source
        self.withdrawn = withdrawn
        self.unitName = unitName
    }

    enum CodingKeys: String, CodingKey {
        case id, date, officer, unit, text, links, tags, kind, amount, attributes, source, withdrawn
        case officerName = "officer_name"
        case unitName = "unit_name"
    }
}

/// What `@name` of a line stands for.
public struct EntryLinkRecord: Hashable, Sendable, Codable {
    /// Absent for a name that no record answers to.
    public var id: String?
    public var name: String

    public init(id: String? = nil, name: String) {
        self.id = id
        self.name = name
    }
}

/// One entry with its course.
public struct EntryDocument: WireDocument {
    public static let schema = "zhaoshang/entry.v1"

    public var schema: String = Self.schema
    public var entry: EntryRecord
    public var history: [HistoryRecord]

    public init(entry: EntryRecord, history: [HistoryRecord]) {
        self.entry = entry
        self.history = history
    }
}

/// Entries, oldest first.
public struct EntriesDocument: WireDocument {
    public static let schema = "zhaoshang/entries.v1"

    public var schema: String = Self.schema
    public var entries: [EntryRecord]
    /// Pass as `after:` for the next page.
    public var next: String?

    public init(entries: [EntryRecord], next: String? = nil) {
        self.entries = entries
        self.next = next
    }
}
