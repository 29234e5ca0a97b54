public import Labels
public import WireAPI

/// One connection to the daemon.
public struct DaemonConnection: Sendable {
    /// What the daemon answered, before anybody reads the body.
    public struct Answer: Sendable {
        public let status: Int
        /// Names in lower case.
        public let headers: [String: String]
        /// A JSON document.
        public let body: [UInt8]
    }

    /// What travels beside the request itself.
    public struct Options: Sendable {
        public var language: Language = .en
        public var actingAs: String?
        public var unit: String?
        public var commandID: String?
        public var isDryRun = false

        public init() {}
    }

    public let socketPath: String

    public init(socketPath: String) {
        self.socketPath = socketPath
    }

    /// Sends one request and waits for the whole answer.
    ///
    /// - Throws: `ZhaoshangError`: what the daemon said, or why it could not be asked.
    public func call(
        _ route: Route, parameters: [String: String] = [:], request: CommandRequest = CommandRequest(),
        options: Options = Options()
    ) async throws(ZhaoshangError) -> Answer {
        throw ZhaoshangError(.unreachable, Phrase(socketPath))
    }
}
