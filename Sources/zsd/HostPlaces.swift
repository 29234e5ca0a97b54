import HostSystem
import Labels

/// Where this daemon keeps its things, and the locks on them.
struct HostPlaces {
    let state: StateLocation
    let socket: SocketLocation

    var storePath: String { state.directory + "/zhaoshang.sqlite" }

    init(_ options: ZsdOptions) throws {
        state = try Self.translating {
            try StateLocation.find(
                option: options.state
                    ?? (options.environment["ZS_STATE"] == nil ? options.configuration.paths.state : nil),
                environment: options.environment)
        }
        socket = try Self.translating {
            try SocketLocation.daemon(
                option: options.socket
                    ?? (options.environment["ZS_SOCKET"] == nil ? options.configuration.paths.socket : nil),
                environment: options.environment)
        }
    }

    /// One daemon a state directory: the second is told which is the first.
    func lockState() throws -> FileLock {
        try Self.translating {
            _ = try HostDirectory.make(state.directory, mode: StateLocation.directoryMode)
            return try FileLock(path: state.lockPath, note: "socket \(socket.path)")
        }
    }

    func lockSocket() throws -> FileLock {
        try Self.translating {
            _ = try HostDirectory.make(socket.directory, mode: socket.directoryMode)
            return try FileLock(path: socket.lockPath, note: "state \(state.directory)")
        }
    }

    func removeStaleSocket(_ lock: FileLock) throws {
        _ = try Self.translating { try StaleSocket.unlink(socket, holding: lock) }
    }

    private static func translating<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as HostError {
            throw ZhaoshangError(
                code(error), zh: error.description, en: error.description, hint: hint(error), details: [:])
        }
    }

    private static func code(_ error: HostError) -> ErrorCode {
        switch error {
        case .lockHeld, .socketInUse: .alreadyRunning
        case .socketPathTooLong, .noSocketLocation, .noStateLocation, .notASocket: .configuration
        case .systemCall: .ioFailure
        }
    }

    private static func hint(_ error: HostError) -> Phrase? {
        switch error {
        case .lockHeld:
            Phrase(
                zh: "已有一个 zsd 在用这个目录；停止它，或换 --state 和 --socket",
                en: "another zsd uses this directory; stop it, or use another --state and --socket")
        case .socketInUse:
            Phrase(zh: "另有程序在这个套接字上应答；换 --socket", en: "something answers on this socket; use another --socket")
        case .socketPathTooLong, .noSocketLocation:
            Phrase(zh: "用 --socket 指明较短的路径", en: "name a short path with --socket")
        case .noStateLocation: Phrase(zh: "用 --state 指明目录", en: "name a directory with --state")
        case .notASocket, .systemCall: nil
        }
    }
}
