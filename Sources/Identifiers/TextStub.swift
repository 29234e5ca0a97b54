/// Stands for a text that a person typed: the row of the erasable text store and the digest of the text, keyed by a key
/// in that row. Events, stored results and frozen reports hold stubs only.
public struct TextStub: Hashable, Sendable, Codable {
    public let id: Int64
    /// Lower-case hexadecimal HMAC-SHA256.
    public let digest: String

    public init(id: Int64, digest: String) {
        self.id = id
        self.digest = digest
    }
}
