/// What `zs log` adds to a write's answer.
public struct EntryLogDetail: WriteDetail {
    public static let schema = "zhaoshang/entry-log.v1"

    public var entry: EntryRecord
    /// The day's inventory that the line submitted.
    public var task: TaskState?

    public init(entry: EntryRecord, task: TaskState? = nil) {
        self.entry = entry
        self.task = task
    }
}

/// A task and where it stands.
public struct TaskState: Hashable, Sendable, Codable {
    public var id: String
    public var state: String

    public init(id: String, state: String) {
        self.id = id
        self.state = state
    }
}
