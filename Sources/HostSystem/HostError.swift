import Glibc

/// What the machine refused. The texts are for people; programs look at the case.
public enum HostError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A Unix socket address holds at most ``SocketLocation/longestPath`` bytes.
    case socketPathTooLong(path: String, bytes: Int)
    /// No option, no variable and no home says where the socket or the state lives.
    case noSocketLocation
    case noStateLocation
    /// Another process holds the lock; `holder` is what it wrote into the file: its pid and since when.
    case lockHeld(path: String, holder: String)
    /// Somebody answers on the socket although nobody holds its lock.
    case socketInUse(path: String)
    /// Something that is no socket lies where the socket belongs.
    case notASocket(path: String)
    case systemCall(String, path: String, errno: Int32)

    public var description: String {
        switch self {
        case .socketPathTooLong(let path, let bytes):
            "socket path has \(bytes) bytes, the system allows \(SocketLocation.longestPath): \(path)"
        case .noSocketLocation:
            "nothing says where the socket belongs: give --socket or set ZS_SOCKET or XDG_RUNTIME_DIR"
        case .noStateLocation:
            "nothing says where the state belongs: give --state or set ZS_STATE or HOME"
        case .lockHeld(let path, let holder):
            "\(path) is held by \(holder)"
        case .socketInUse(let path):
            "a process answers on \(path) without holding its lock"
        case .notASocket(let path):
            "\(path) exists and is not a socket"
        case .systemCall(let call, let path, let number):
            "\(call) \(path): \(Self.text(of: number))"
        }
    }

    /// The system's words for an `errno` value.
    public static func text(of number: Int32) -> String {
        // The plain strerror is not safe between threads.
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
