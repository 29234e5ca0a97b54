public import Identifiers
public import Labels
public import WorkCalendar

/// What an import would do, or did: what a person reads before it is applied.
public struct ImportReport: Hashable, Sendable, Codable {
    public struct Row: Hashable, Sendable, Codable {
        public var line: Int
        public var action: String
        public var subject: String?
        public var label: String
        public var changes: [Change]
    }

    public var kind: String
    public var file: String
    public var encoding: String?
    public var sheet: String?
    /// Rows below the titles.
    public var rows: Int
    /// Rows by what they come to: create, change, unchanged, duplicate, refused.
    public var counts: [String: Int]
    public var columns: [ImportedColumn]
    /// The first of them; `problemCount` is their number.
    public var problems: [ImportProblem<Phrase>]
    public var problemCount: Int
    /// What a person should know of rows that are recorded all the same; the first of them, and their number. Absent in
    /// plans of before there were any.
    public var notices: [ImportProblem<Phrase>]?
    public var noticeCount: Int?
    /// The first rows that create, change or repeat something.
    public var samples: [Row]

    /// How many problems and samples a report keeps.
    static let kept = 1000
}

/// A stored plan. Its file goes once it is applied or too old.
public struct ImportPlan: Sendable {
    public enum State: String, Sendable {
        case planned, applied, expired
    }

    public var id: ImportPlanID
    public var at: Instant
    /// `O-3`, `uid:0`.
    public var actor: String
    public var kind: String
    /// Options that the plan was made with: those of `ImportOptions`, and `unit` for which.
    public var options: [String: [String]]
    /// The last event that it knows of.
    public var seq: Int64
    /// SHA-256 of everything that it promises.
    public var fingerprint: [UInt8]
    public var report: ImportReport
    public var state: State
    /// The command that applied it.
    public var command: String?

    public init(
        id: ImportPlanID, at: Instant, actor: String, kind: String, options: [String: [String]], seq: Int64,
        fingerprint: [UInt8], report: ImportReport, state: State = .planned, command: String? = nil
    ) {
        self.id = id
        self.at = at
        self.actor = actor
        self.kind = kind
        self.options = options
        self.seq = seq
        self.fingerprint = fingerprint
        self.report = report
        self.state = state
        self.command = command
    }

    /// A plan is executed within a week, or made again.
    public static let lifetime: Int64 = 7 * 86_400_000

    public var expiresAt: Instant { Instant(milliseconds: at.milliseconds + Self.lifetime) }
}

public protocol ImportReading {
    func importPlan(_ id: ImportPlanID) throws -> ImportPlan?
    /// Newest first.
    func importPlans(limit: Int) throws -> [ImportPlan]
    /// The file of a plan that is neither applied nor too old.
    func importFile(_ id: ImportPlanID) throws -> [UInt8]?
}

public protocol ImportWriting {
    /// Beside the log: a file is what people typed, and goes again.
    func keep(_ plan: ImportPlan, file: [UInt8]) throws
    func nextImportPlan() throws -> ImportPlanID
    /// The plan is done; its file is no longer needed.
    func settle(_ plan: ImportPlanID, command: String) throws
    /// Files of plans that were made before `moment` go; of all of them when nil.
    func dropImportFiles(before moment: Instant?) throws
}
