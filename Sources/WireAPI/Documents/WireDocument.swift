/// An answer as it stands on the wire. Absent values are absent keys, money is whole yuan, ratios are decimals of 1,
/// instants are ISO-8601 with `+08:00`, dates `YYYY-MM-DD`. Fields may be added to a document, never removed.
public protocol WireDocument: Hashable, Sendable, Codable {
    /// `zhaoshang/<thing>.v1`.
    static var schema: String { get }
    var schema: String { get }
}

/// What one verb adds to the answer that every write has.
public protocol WriteDetail: Hashable, Sendable, Codable {
    /// Of the whole answer.
    static var schema: String { get }
}
