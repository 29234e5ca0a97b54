public import WireAPI

/// One route and the code that answers it: decode, one use case, encode.
public struct Endpoint: Sendable {
    public typealias Handler = @Sendable (Call) async throws -> Reply

    public let route: Route
    /// Largest body of this route in bytes, or nil for the transport's own limit.
    public let bodyLimit: Int?
    /// Throws a `ZhaoshangError` to refuse; any other error is a fault of ours, logged whole and shown as
    /// `internal_error`. It is not cancelled when the client goes away: an accepted write finishes.
    public let handle: Handler

    public init(_ route: Route, bodyLimit: Int? = nil, handle: @escaping Handler) {
        self.route = route
        self.bodyLimit = bodyLimit
        self.handle = handle
    }
}
