import WireAPI

/// How much of the daemon one caller may hold. Times are durations of the monotonic clock.
public struct TransportLimits: Hashable, Sendable {
    /// Bytes of a request body.
    public var body = 1024 * 1024
    /// Bytes of the body of a route that takes a file.
    public var file = Route.longestBytes
    /// Files that may be on their way or in memory at one time, and how many of them one user's: each may take its
    /// whole size.
    public var files = 4
    public var filesPerUser = 2
    /// Bytes of the request line and the header fields together.
    public var header = 16 * 1024
    /// Nesting of a JSON body.
    public var jsonDepth = 64
    /// A connection without a request is closed after this.
    public var idle: Duration = .seconds(30)
    /// From the first byte of a request to its last. It does not start again with each byte: a trickle holds nothing.
    public var request: Duration = .seconds(35)
    /// From the end of a reply until the client has taken it.
    public var reply: Duration = .seconds(35)
    /// Requests in flight may finish within this after the order to stop.
    public var shutdown: Duration = .seconds(10)
    public var connections = 512
    public var connectionsPerUser = 128

    public init() {}
}
