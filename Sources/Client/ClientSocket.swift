import Glibc
import Labels

/// A connected blocking Unix-domain stream socket, closed when the value goes away.
struct ClientSocket: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// - Parameter patience: seconds without progress after which a call gives up.
    init(path: String, patience: Int) throws(ZhaoshangError) {
        // 107: sun_path has 108 bytes, the last of them NUL.
        guard path.utf8.count <= 107 else { throw ConnectionFailure.pathTooLong(path) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw ConnectionFailure.system("socket", path: path, errno: errno) }
        var time = timeval(tv_sec: patience, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, size)
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, size)
        let number = Self.connect(descriptor, to: path)
        guard number == 0 else {
            close(descriptor)
            throw ConnectionFailure.connecting(to: path, errno: number)
        }
        self.path = path
        self.descriptor = descriptor
    }

    deinit {
        close(descriptor)
    }

    /// - Returns: false when the daemon hung up first; it may have said why, so the answer is still worth reading.
    func send(_ bytes: [UInt8]) throws(ZhaoshangError) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { area in
                Glibc.send(descriptor, area.baseAddress.map { $0 + sent }, area.count - sent, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                sent += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EPIPE, ECONNRESET: return false
            case EAGAIN: throw ConnectionFailure.silent(path)
            default: throw ConnectionFailure.system("write", path: path, errno: errno)
            }
        }
        return true
    }

    /// Reads one whole message.
    ///
    /// - Parameter lost: thrown when the connection ends before the message does.
    func receive(lost: ZhaoshangError) throws(ZhaoshangError) -> IncomingMessage {
        var parser = IncomingMessage.Parser()
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count > 0 {
                if let message = try parser.take(buffer[..<count], path: path) { return message }
                continue
            }
            if count == 0 || errno == ECONNRESET {
                guard let message = parser.end() else { throw lost }
                return message
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: throw ConnectionFailure.silent(path)
            default: throw ConnectionFailure.system("read", path: path, errno: errno)
            }
        }
    }

    /// Reads events until `take` has seen enough or the daemon ends the stream.
    ///
    /// - Returns: the whole message where the answer is not a stream: a refusal.
    /// - Throws: `lost` when the connection breaks.
    func follow(
        lost: ZhaoshangError, _ take: ([UInt8]) throws(ZhaoshangError) -> Void
    ) throws(ZhaoshangError) -> IncomingMessage? {
        var parser = IncomingMessage.Parser()
        var reader: EventReader?
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                if reader == nil, let message = parser.end() { return message }
                throw count < 0 && errno == EAGAIN ? ConnectionFailure.silent(path) : lost
            }
            var events: [[UInt8]] = []
            if reader == nil {
                head += buffer[..<count]
                guard let end = Self.endOfHead(head) else { continue }
                guard String(decoding: head[..<end], as: UTF8.self).lowercased().contains("text/event-stream") else {
                    if let message = try parser.take(head[...], path: path) { return message }
                    head = []
                    continue
                }
                reader = EventReader()
                events = reader?.take(head[end...]) ?? []
            } else {
                events = reader?.take(buffer[..<count]) ?? []
            }
            for event in events { try take(event) }
            if reader?.isOver == true { return nil }
        }
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast(3).first { bytes[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }.map { $0 + 4 }
    }

    /// - Returns: 0 or the errno.
    private static func connect(_ descriptor: Int32, to path: String) -> Int32 {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0 ? 0 : errno
            }
        }
    }
}
