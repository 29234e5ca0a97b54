public import Labels

/// A plan: what importing a file would do, or did.
public struct ImportRecord: Hashable, Sendable, Codable {
    /// Absent in a dry run, which keeps no plan.
    public var id: String?
    public var kind: String
    public var file: String
    /// planned, applied, expired.
    public var state: String
    public var actor: String
    public var at: String
    /// Until when it can be applied.
    public var expiresAt: String?
    public var encoding: String?
    public var sheet: String?
    /// Rows below the titles.
    public var rows: Int
    public var counts: ImportCounts
    /// The last event that the plan knows of.
    public var seq: Int64
    /// Absent in lists, like what follows.
    public var columns: [ImportedColumn]?
    /// The first thousand.
    public var problems: [ImportProblem<String>]?
    public var problemCount: Int
    /// What a person should know of rows that are recorded all the same: the first thousand, and their number.
    public var notices: [ImportProblem<String>]?
    public var noticeCount: Int?
    /// The first thousand rows that create, change or repeat something.
    public var samples: [ImportRowRecord]?

    public init(
        id: String?, kind: String, file: String, state: String, actor: String, at: String, expiresAt: String? = nil,
        encoding: String? = nil, sheet: String? = nil, rows: Int, counts: ImportCounts, seq: Int64,
        columns: [ImportedColumn]? = nil, problems: [ImportProblem<String>]? = nil, problemCount: Int,
        notices: [ImportProblem<String>]? = nil, noticeCount: Int? = nil, samples: [ImportRowRecord]? = nil
    ) {
        self.id = id
        self.kind = kind
        self.file = file
        self.state = state
        self.actor = actor
        self.at = at
        self.expiresAt = expiresAt
        self.encoding = encoding
        self.sheet = sheet
        self.rows = rows
        self.counts = counts
        self.seq = seq
        self.columns = columns
        self.problems = problems
        self.problemCount = problemCount
        self.notices = notices
        self.noticeCount = noticeCount
        self.samples = samples
    }

    enum CodingKeys: String, CodingKey {
        case id, kind, file, state, actor, at, encoding, sheet, rows, counts, seq, columns, problems, notices, samples
        case expiresAt = "expires_at"
        case problemCount = "problem_count"
        case noticeCount = "notice_count"
    }
}

/// Rows by what they come to.
public struct ImportCounts: Hashable, Sendable, Codable {
    public var create: Int
    public var change: Int
    public var unchanged: Int
    public var duplicate: Int
    public var refused: Int

    public init(create: Int, change: Int, unchanged: Int, duplicate: Int, refused: Int) {
        self.create = create
        self.change = change
        self.unchanged = unchanged
        self.duplicate = duplicate
        self.refused = refused
    }
}

public struct ImportRowRecord: Hashable, Sendable, Codable {
    public var line: Int
    /// create, change, duplicate.
    public var action: String
    /// The record that changes, or the line that is repeated.
    public var subject: String?
    public var label: String
    public var changed: [ChangedField]

    public init(line: Int, action: String, subject: String? = nil, label: String, changed: [ChangedField] = []) {
        self.line = line
        self.action = action
        self.subject = subject
        self.label = label
        self.changed = changed
    }
}
