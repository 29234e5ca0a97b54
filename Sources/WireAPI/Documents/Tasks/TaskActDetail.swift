/// What submitting, accepting, returning or waiving adds to a write's answer.
public struct TaskActDetail: WriteDetail {
    public static let schema = "zhaoshang/task-act.v1"

    public var tasks: [TaskState]
    /// Expected parts that the submission goes without.
    public var missing: [TaskChild]?

    public init(tasks: [TaskState], missing: [TaskChild]? = nil) {
        self.tasks = tasks
        self.missing = missing
    }
}
