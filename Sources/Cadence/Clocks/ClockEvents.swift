public import Identifiers

/// A clock started: somebody must act within its limit. It ends, moves and changes hands like every task.
public struct ClockStarted: Hashable, Sendable, Codable {
    public var task: Obligation

    public init(task: Obligation) { self.task = task }
}

/// A task went to somebody else; its due time stays.
public struct TaskOwnerChanged: Hashable, Sendable, Codable {
    public var task: TaskID
    public var before: Subject
    public var after: Subject
    public var unitBefore: UnitID
    public var unitAfter: UnitID

    public init(task: TaskID, before: Subject, after: Subject, unitBefore: UnitID, unitAfter: UnitID) {
        self.task = task
        self.before = before
        self.after = after
        self.unitBefore = unitBefore
        self.unitAfter = unitAfter
    }

    public var reversed: TaskOwnerChanged {
        TaskOwnerChanged(task: task, before: after, after: before, unitBefore: unitAfter, unitAfter: unitBefore)
    }
}
