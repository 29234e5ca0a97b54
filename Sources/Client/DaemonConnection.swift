import Glibc
public import Labels
public import WireAPI

/// Asks the daemon, one connection a call.
///
/// The calls block, on plain sockets: a command-line client has nothing else to do, and an event loop with its threads
/// would cost more than the whole round trip.
public struct DaemonConnection: Sendable {
    /// What travels beside the request itself.
    public struct Options: Sendable {
        public var language: Language = .en
        public var actingAs: String?
        public var unit: String?
        /// At most 64 printable ASCII characters. With it, a write may be sent again after a lost answer.
        public var commandID: String?
        public var isDryRun = false
        /// How long the daemon may be silent, in seconds.
        public var patience = 120

        public init() {}
    }

    public let socketPath: String

    /// - Parameter socketPath: as `SocketLocation.client` found it, at most 107 bytes.
    public init(socketPath: String) {
        self.socketPath = socketPath
    }

    /// Sends one request and returns the daemon's 2xx answer.
    ///
    /// - Parameter bytes: the body of a route that takes a file, at most `Route.longestBytes`.
    /// - Throws: what the daemon refused, or why it could not be asked: `unreachable`, `try_again` (the answer was lost
    ///   or the daemon is full), `protocol_mismatch`, `io_failure`.
    public func ask(
        _ route: Route, parameters: [String: String] = [:], request: CommandRequest = CommandRequest(),
        bytes: [UInt8] = [], options: Options = Options()
    ) throws(ZhaoshangError) -> Answer {
        let outgoing = try OutgoingRequest(
            route, parameters: parameters, request: request, bytes: bytes, options: options)
        let socket = try ClientSocket(path: socketPath, patience: options.patience)
        var isDelivered = true
        for piece in outgoing.pieces where isDelivered {
            isDelivered = try socket.send(piece)
        }
        let message = try socket.receive(
            lost: ConnectionFailure.lost(route: route, commandID: options.commandID, isDelivered: isDelivered))
        return try Answer(message, socketPath: socketPath)
    }

    /// Follows a stream: `take` gets the data of each event, until the daemon ends it.
    ///
    /// - Throws: as ``ask(_:parameters:request:bytes:options:)``, and what `take` throws.
    public func follow(
        _ route: Route, parameters: [String: String] = [:], options: Options = Options(),
        _ take: ([UInt8]) throws(ZhaoshangError) -> Void
    ) throws(ZhaoshangError) {
        let outgoing = try OutgoingRequest(
            route, parameters: parameters, request: CommandRequest(), bytes: [], options: options)
        let socket = try ClientSocket(path: socketPath, patience: options.patience)
        for piece in outgoing.pieces { _ = try socket.send(piece) }
        let lost = ConnectionFailure.lost(route: route, commandID: nil, isDelivered: true)
        // A refusal is thrown by reading it.
        if let message = try socket.follow(lost: lost, take) { _ = try Answer(message, socketPath: socketPath) }
    }

    /// ``ask(_:parameters:request:bytes:options:)`` for asynchronous callers. It blocks its thread all the same.
    public func call(
        _ route: Route, parameters: [String: String] = [:], request: CommandRequest = CommandRequest(),
        bytes: [UInt8] = [], options: Options = Options()
    ) async throws(ZhaoshangError) -> Answer {
        try ask(route, parameters: parameters, request: request, bytes: bytes, options: options)
    }
}
