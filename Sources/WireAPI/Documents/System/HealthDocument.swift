/// Whether the daemon can serve.
public struct HealthDocument: WireDocument {
    public static let schema = "zhaoshang/health.v1"

    public var schema: String = Self.schema
    public var ok: Bool
    /// Why not.
    public var reason: String?

    public init(ok: Bool, reason: String? = nil) {
        self.ok = ok
        self.reason = reason
    }
}
