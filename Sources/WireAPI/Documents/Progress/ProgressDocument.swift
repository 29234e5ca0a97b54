/// An event of `GET /v1/progress/{command}`: how far a command is.
public struct ProgressDocument: WireDocument {
    public static let schema = "zhaoshang/progress.v1"

    public var schema: String = Self.schema
    public var command: String
    /// reading, checking, recording.
    public var stage: String
    /// Rows that are done, of all; absent while nobody knows.
    public var done: Int?
    public var total: Int?

    public init(command: String, stage: String, done: Int? = nil, total: Int? = nil) {
        self.command = command
        self.stage = stage
        self.done = done
        self.total = total
    }
}
