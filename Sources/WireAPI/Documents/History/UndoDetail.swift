/// What undo and redo add to a write's answer.
public struct UndoDetail: WriteDetail {
    public static let schema = "zhaoshang/undo.v1"

    /// In the order in which they were taken back, or done again.
    public var commands: [UndoneCommand]

    public init(commands: [UndoneCommand]) {
        self.commands = commands
    }
}

/// One command that was taken back or done again.
public struct UndoneCommand: Hashable, Sendable, Codable {
    public var command: String
    public var verb: String
    public var id: String?
    /// Those of the command itself.
    public var events: [Int64]

    public init(command: String, verb: String, id: String? = nil, events: [Int64]) {
        self.command = command
        self.verb = verb
        self.id = id
        self.events = events
    }
}
