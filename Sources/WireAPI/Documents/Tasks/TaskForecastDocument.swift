/// A task that will come if nothing changes.
public struct TaskForecast: Hashable, Sendable, Codable {
    public var rule: String
    public var ruleName: String?
    public var level: String?
    public var product: String?
    public var subject: String
    public var subjectName: String?
    public var period: String
    /// Instant.
    public var dueAt: String
    public var provisional: Bool
    /// Why then, in the language of the request.
    public var explain: String
    /// Why no work will be asked for: `calendar`, `leave`.
    public var waived: String?

    public init(
        rule: String, ruleName: String? = nil, level: String? = nil, product: String? = nil, subject: String,
        subjectName: String? = nil, period: String, dueAt: String, provisional: Bool, explain: String,
        waived: String? = nil
    ) {
        self.rule = rule
        self.ruleName = ruleName
        self.level = level
        self.product = product
        self.subject = subject
        self.subjectName = subjectName
        self.period = period
        self.dueAt = dueAt
        self.provisional = provisional
        self.explain = explain
        self.waived = waived
    }

    enum CodingKeys: String, CodingKey {
        case rule, level, product, subject, period, provisional, explain, waived
        case ruleName = "rule_name"
        case subjectName = "subject_name"
        case dueAt = "due_at"
    }
}

/// What the scheduler will make next, in the order in which it is due.
public struct TaskForecastDocument: WireDocument {
    public static let schema = "zhaoshang/task-next.v1"

    public var schema: String = Self.schema
    public var tasks: [TaskForecast]

    public init(tasks: [TaskForecast]) {
        self.tasks = tasks
    }
}
