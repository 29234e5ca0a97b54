/// Something somebody has to do by a time.
public struct TaskRecord: Hashable, Sendable, Codable {
    public var id: String
    /// What asks for it: `R-4`.
    public var source: String
    /// In the language of the request.
    public var ruleName: String?
    public var level: String?
    public var product: String
    /// Whose task: `U-3` or `O-17`.
    public var subject: String
    public var subjectName: String?
    public var unit: String?
    public var period: String?
    /// Instant.
    public var dueAt: String
    /// True while it rests on a year that is not published.
    public var provisional: Bool?
    public var state: String
    /// Steps of the ladder passed after the limit; 0 while nothing is late.
    public var overdueLevel: Int
    public var submittedAt: String?
    public var onTime: Bool?
    /// True when it was made after its due time.
    public var detectedLate: Bool?
    /// Why it was waived or returned.
    public var reason: String?
    /// Of a clock: its name, with its turn from the second on: `respond`, `progress.2`. It has no level and no period.
    public var clock: String?
    /// Of a clock at whose end something lapses: calendar days of the last warning, 14 or 3.
    public var warning: Int?

    public init(
        id: String, source: String, level: String? = nil, product: String, subject: String,
        subjectName: String? = nil, unit: String? = nil, period: String? = nil, dueAt: String,
        provisional: Bool? = nil, state: String, overdueLevel: Int, submittedAt: String? = nil, onTime: Bool? = nil,
        detectedLate: Bool? = nil, reason: String? = nil, ruleName: String? = nil
    ) {
        self.id = id
        self.source = source
        self.level = level
        self.product = product
        self.subject = subject
        self.subjectName = subjectName
        self.unit = unit
        self.period = period
        self.dueAt = dueAt
        self.provisional = provisional
        self.state = state
        self.overdueLevel = overdueLevel
        self.submittedAt = submittedAt
        self.onTime = onTime
        self.detectedLate = detectedLate
        self.reason = reason
        self.ruleName = ruleName
    }

    enum CodingKeys: String, CodingKey {
        case id, source, level, product, subject, unit, period, provisional, state, reason, clock, warning
        case ruleName = "rule_name"
        case subjectName = "subject_name"
        case dueAt = "due_at"
        case overdueLevel = "overdue_level"
        case submittedAt = "submitted_at"
        case onTime = "on_time"
        case detectedLate = "detected_late"
    }
}

/// Tasks, earliest due first.
public struct TasksDocument: WireDocument {
    public static let schema = "zhaoshang/tasks.v1"

    public var schema: String = Self.schema
    public var tasks: [TaskRecord]
    /// Pass as `after:` for the next page.
    public var next: String?

    public init(tasks: [TaskRecord], next: String? = nil) {
        self.tasks = tasks
        self.next = next
    }
}
