/// One task with what was expected of it and what was written.
public struct TaskDocument: WireDocument {
    public static let schema = "zhaoshang/task.v1"

    public var schema: String = Self.schema
    public var task: TaskRecord
    public var narrative: NarrativeRecord?
    /// What it gathers; empty when it stands alone.
    public var children: [TaskChild]
    public var history: [HistoryRecord]

    public init(
        task: TaskRecord, narrative: NarrativeRecord? = nil, children: [TaskChild], history: [HistoryRecord]
    ) {
        self.task = task
        self.narrative = narrative
        self.children = children
        self.history = history
    }
}

/// What a person added to the derived draft.
public struct NarrativeRecord: Hashable, Sendable, Codable {
    public var summary: String?
    public var blockers: String?
    public var nextSteps: String?
    public var help: String?

    public init(summary: String? = nil, blockers: String? = nil, nextSteps: String? = nil, help: String? = nil) {
        self.summary = summary
        self.blockers = blockers
        self.nextSteps = nextSteps
        self.help = help
    }

    enum CodingKeys: String, CodingKey {
        case summary, blockers, help
        case nextSteps = "next_steps"
    }
}

/// One expected part of a task that gathers others.
public struct TaskChild: Hashable, Sendable, Codable {
    public var id: String?
    public var subject: String
    public var subjectName: String?
    public var period: String
    /// `absent` while no task exists for it.
    public var state: String

    public init(id: String? = nil, subject: String, subjectName: String? = nil, period: String, state: String) {
        self.id = id
        self.subject = subject
        self.subjectName = subjectName
        self.period = period
        self.state = state
    }

    enum CodingKeys: String, CodingKey {
        case id, subject, period, state
        case subjectName = "subject_name"
    }
}
