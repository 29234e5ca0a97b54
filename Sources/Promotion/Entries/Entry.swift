public import Identifiers
public import WorkCalendar

/// 日志: one line of a day's inventory.
public struct Entry: Hashable, Sendable, Codable {
    /// How the line came to be.
    public enum Source: Hashable, Sendable, Codable {
        /// Somebody wrote it.
        case typed
        /// 零报告: somebody said that there is nothing to report.
        case zero
        /// Another accepted verb of the officer: its verb and subject.
        case automatic(verb: String, subject: String)
    }

    public var id: EntryID
    public var date: CivilDate
    public var officer: OfficerID
    /// The officer's unit on `date`.
    public var unit: UnitID
    public var source: Source
    public var text: TextStub?
    public var links: [EntryLink]
    /// Enterprises of the leads and projects that the line tells of, as they were known when it was written; nil where
    /// there are none.
    public var enterprises: [EnterpriseID]?
    public var tags: [String]
    public var kind: ActivityKind?
    public var amount: Money?
    /// Further known attributes as typed, by canonical key: `chain`, `industry`, `region`.
    public var attributes: [String: String]
    public var withdrawn: Bool

    public init(
        id: EntryID, date: CivilDate, officer: OfficerID, unit: UnitID, source: Source, text: TextStub? = nil,
        links: [EntryLink] = [], enterprises: [EnterpriseID]? = nil, tags: [String] = [], kind: ActivityKind? = nil,
        amount: Money? = nil, attributes: [String: String] = [:], withdrawn: Bool = false
    ) {
        self.id = id
        self.date = date
        self.officer = officer
        self.unit = unit
        self.source = source
        self.text = text
        self.links = links
        self.enterprises = enterprises
        self.tags = tags
        self.kind = kind
        self.amount = amount
        self.attributes = attributes
        self.withdrawn = withdrawn
    }
}

public enum EntryLink: Hashable, Sendable, Codable {
    case unit(UnitID)
    case officer(OfficerID)
    /// A record of the pipeline by its id: `L-7`, `P-3`.
    case record(String)
    /// A name that no record answers to yet. It may be a person's, so it is kept as an erasable text.
    case name(TextStub)
}

extension Entry {
    /// Ids of the records that the line tells of.
    public var linkedRecords: [String] {
        links.compactMap { if case .record(let id) = $0 { id } else { nil } }
    }

    /// Whom a visit was to: the enterprises that the line names or whose leads and projects it names. A lead or project
    /// without a known enterprise stands for itself, and so does a line that names nobody.
    public var visited: [String] {
        let named = linkedRecords.filter { EnterpriseID($0) != nil } + (enterprises ?? []).map(\.description)
        if !named.isEmpty { return Set(named).sorted() }
        let investors = linkedRecords.filter { LeadID($0) != nil || ProjectID($0) != nil }
        return [investors.min() ?? id.description]
    }
}

/// 跟进: what kind of work the line tells of. Tags and words of the line say it (`+走访`, `kind:call`).
public enum ActivityKind: String, Hashable, Sendable, Codable, CaseIterable {
    case visitOut, visitIn, call, meeting, site, negotiation, note
    /// 招商活动: a campaign or event that was held.
    case activity
    /// 活动计划: an activity planned for the quarter.
    case plan
    case publicity
}

/// An entry was logged (`before` absent), edited, withdrawn or restored.
public struct EntryChanged: Hashable, Sendable, Codable {
    public var before: Entry?
    public var after: Entry

    public init(before: Entry?, after: Entry) {
        self.before = before
        self.after = after
    }
}
