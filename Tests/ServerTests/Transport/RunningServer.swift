import Glibc
import Logging
import Server
import ServiceLifecycle
import Testing

/// A socket server in a temporary directory, for the length of a closure.
struct RunningServer: Sendable {
    let socketPath: String
    let group: ServiceGroup
    let log: RecordedLog

    /// Starts it, waits until it answers, runs the closure, stops it, and waits until it has stopped.
    static func with<Result: Sendable>(
        _ endpoints: [Endpoint], limits: TransportLimits = TransportLimits(),
        _ body: @Sendable (RunningServer) async throws -> Result,
        afterTheEnd: (String) -> Void = { _ in }
    ) async throws -> Result {
        let directory = try TemporaryDirectory()
        defer { directory.remove() }
        let path = directory.path + "/zsd.sock"
        let log = RecordedLog()
        let logger = Logger(label: "test") { _ in log }
        let (ready, signal) = AsyncStream.makeStream(of: Void.self)
        let server = SocketServer(
            endpoints: endpoints, limits: limits, socketPath: path, logger: logger,
            onReady: { signal.finish() })
        let group = ServiceGroup(services: [server], logger: Logger(label: "group") { _ in SwiftLogNoOpLogHandler() })
        return try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await group.run() }
            for await _ in ready {}
            let result = try await body(RunningServer(socketPath: path, group: group, log: log))
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
            afterTheEnd(path)
            return result
        }
    }
}

/// A directory of its own under the system's place for temporary files.
struct TemporaryDirectory {
    let path: String

    init() throws {
        var template = Array((P_tmpdir + "/zhaoshang-test-XXXXXX").utf8CString)
        let made = try #require(mkdtemp(&template), "no temporary directory")
        path = String(cString: made)
    }

    func remove() {
        for name in ["zsd.sock", "zsd.sock.lock"] { unlink("\(path)/\(name)") }
        rmdir(path)
    }
}
