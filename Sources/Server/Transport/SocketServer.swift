import Glibc
import HostSystem
import HummingbirdCore
import Labels
public import Logging
public import NIOCore
public import NIOPosix
public import ServiceLifecycle

/// HTTP/1.1 over a Unix-domain socket.
///
/// On graceful shutdown it stops accepting, answers the requests it has wholly read, and removes the socket; what is
/// not answered within ``TransportLimits/shutdown`` is cut off. Handlers are never cancelled. NIO unlinks the socket as it
/// closes the listener: the caller keeps the lock until ``run()`` has returned.
public struct SocketServer: Service {
    /// Whoever may enter the directory may connect.
    private static let socketMode: mode_t = 0o660

    private let endpoints: [Endpoint]
    private let limits: TransportLimits
    private let socketPath: String
    private let logger: Logger
    private let eventLoopGroup: any EventLoopGroup
    private let onReady: @Sendable () async -> Void

    /// - Parameters:
    ///   - socketPath: nothing may lie there; the caller holds the socket's lock and has removed a stale one.
    ///   - onReady: called once the socket answers and has its mode.
    public init(
        endpoints: [Endpoint], limits: TransportLimits = TransportLimits(), socketPath: String, logger: Logger,
        eventLoopGroup: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
        onReady: @escaping @Sendable () async -> Void = {}
    ) {
        self.endpoints = endpoints
        self.limits = limits
        self.socketPath = socketPath
        self.logger = logger
        self.eventLoopGroup = eventLoopGroup
        self.onReady = onReady
    }

    /// - Throws: `ZhaoshangError` when the path is taken or cannot be bound.
    public func run() async throws {
        // Hummingbird lets NIO unlink whatever socket lies at the path. Under the lock nothing does; this check is for
        // the caller that forgot it.
        guard !HostDirectory.exists(socketPath) else { throw Self.taken(socketPath) }
        let registry = ConnectionRegistry(limits: limits)
        let reader = CallReader(table: RouteTable(endpoints), limits: limits)
        let channel = ConnectionChannel(
            responder: Responder(reader: reader, logger: logger), limits: limits, registry: registry)
        let path = socketPath
        let binding = try BindingName(path)
        let server = channel.server(
            // A full backlog makes clients fail with EAGAIN; the limit on connections is ours, not the kernel's.
            configuration: ServerConfiguration(address: .unixDomainSocket(path: binding.path), backlog: 1024),
            onServerRunning: { [onReady, logger] _ in
                let failure = binding.publish(mode: Self.socketMode)
                if failure != 0 {
                    logger.error("socket not published", metadata: ["path": "\(path)", "errno": "\(failure)"])
                }
                await onReady()
            },
            eventLoopGroup: eventLoopGroup, logger: quiet(logger))
        try await withGracefulShutdownHandler {
            try await server.run()
            await registry.allHandlersEnded()
        } onGracefulShutdown: { [limits, eventLoopGroup] in
            eventLoopGroup.next().scheduleTask(in: TimeAmount(limits.shutdown)) { registry.giveUpWaiting() }
        }
        binding.withdraw()
    }

    /// Hummingbird tells its start and each broken connection; the daemon says what matters itself.
    private func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }

    private static func taken(_ path: String) -> ZhaoshangError {
        ZhaoshangError(
            .alreadyRunning, zh: "套接字 \(path) 已存在", en: "the socket \(path) exists already",
            hint: Phrase(zh: "可能已有 zsd 在运行", en: "another zsd may be running"))
    }
}
