public import Logging
public import ServiceLifecycle

/// HTTP/1.1 over a Unix-domain socket.
public struct SocketServer: Service {
    private let endpoints: [Endpoint]
    private let limits: TransportLimits
    private let socketPath: String
    private let logger: Logger
    private let onReady: @Sendable () async -> Void

    /// - Parameters:
    ///   - socketPath: nothing may lie there; the caller holds the socket's lock and has removed a stale one.
    ///   - onReady: called once the socket answers and has its mode.
    public init(
        endpoints: [Endpoint], limits: TransportLimits = TransportLimits(), socketPath: String, logger: Logger,
        onReady: @escaping @Sendable () async -> Void = {}
    ) {
        self.endpoints = endpoints
        self.limits = limits
        self.socketPath = socketPath
        self.logger = logger
        self.onReady = onReady
    }

    public func run() async throws {}
}
