/// Everything a due time rests on, in the order in which it was applied.
public struct TaskExplanationDocument: WireDocument {
    public static let schema = "zhaoshang/task-explanation.v1"

    public var schema: String = Self.schema
    public var task: String?
    public var rule: String
    public var subject: String?
    /// Of the rule.
    public var revision: Int
    public var calendarRevision: Int
    public var period: String
    /// The due rule as written.
    public var wording: String
    /// Instant.
    public var dueAt: String
    public var provisional: Bool
    /// The same as one sentence.
    public var explain: String
    public var steps: [ExplanationStep]

    public init(
        task: String? = nil, rule: String, subject: String? = nil, revision: Int, calendarRevision: Int,
        period: String, wording: String, dueAt: String, provisional: Bool, explain: String, steps: [ExplanationStep]
    ) {
        self.task = task
        self.rule = rule
        self.subject = subject
        self.revision = revision
        self.calendarRevision = calendarRevision
        self.period = period
        self.wording = wording
        self.dueAt = dueAt
        self.provisional = provisional
        self.explain = explain
        self.steps = steps
    }

    enum CodingKeys: String, CodingKey {
        case schema, task, rule, subject, revision, period, wording, provisional, explain, steps
        case calendarRevision = "calendar_revision"
        case dueAt = "due_at"
    }
}

/// One step of an explanation.
public struct ExplanationStep: Hashable, Sendable, Codable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
