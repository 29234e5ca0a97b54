/// What every write answers.
public struct WriteReply: Hashable, Sendable, Codable {
    /// `zhaoshang/write.v1`, or the detail's own.
    public var schema: String
    /// The record that was written, where it is one.
    public var id: String?
    /// Seqs of the events, in order; empty in a dry run.
    public var events: [Int64]
    public var changed: [ChangedField]
    /// The command that takes it back; absent when nothing can.
    public var undo: String?
    /// True when nothing was written.
    public var dryRun: Bool?

    public init(
        schema: String = "zhaoshang/write.v1", id: String? = nil, events: [Int64], changed: [ChangedField],
        undo: String? = nil,
        dryRun: Bool? = nil
    ) {
        self.schema = schema
        self.id = id
        self.events = events
        self.changed = changed
        self.undo = undo
        self.dryRun = dryRun
    }

    enum CodingKeys: String, CodingKey {
        case schema, id, events, changed, undo
        case dryRun = "dry_run"
    }
}

/// One value that a write changed.
public struct ChangedField: Hashable, Sendable, Codable {
    /// Name as in the record's document; `T-12.state` where another record changed along.
    public var field: String
    public var from: WireValue?
    public var to: WireValue?

    public init(field: String, from: WireValue? = nil, to: WireValue? = nil) {
        self.field = field
        self.from = from
        self.to = to
    }
}
