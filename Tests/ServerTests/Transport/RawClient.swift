import Glibc
import Testing

/// A client that says exactly the bytes a test wants, and notices how the connection ends.
///
/// Every call blocks a thread of its own: the concurrency pool and Dispatch have two on a small machine, and the
/// server needs them.
final class RawClient: Sendable {
    enum Ending: Equatable, Sendable {
        case endOfFile
        case reset
    }

    struct Received: Sendable {
        let text: String
        let ending: Ending

        var status: Int? { text.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
    }

    private let descriptor: Int32

    init(_ path: String) async throws {
        descriptor = try await Self.blocking {
            let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            let result = withUnsafePointer(to: address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            try #require(result == 0, "connect: errno \(errno)")
            return descriptor
        }
    }

    deinit {
        close(descriptor)
    }

    /// - Returns: false when the server has hung up.
    @discardableResult
    func send(_ text: String) async throws -> Bool {
        let descriptor = descriptor
        return try await Self.blocking {
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    /// Everything until the server closes.
    func receiveToEnd() async throws -> Received {
        let descriptor = descriptor
        return try await Self.blocking {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 64 * 1024)
            while true {
                let count = recv(descriptor, &buffer, buffer.count, 0)
                guard count > 0 else {
                    return Received(
                        text: String(decoding: bytes, as: UTF8.self), ending: count == 0 ? .endOfFile : .reset)
                }
                bytes += buffer[..<count]
            }
        }
    }

    /// One reply with a `Content-Length`, on a connection that stays open; fails when the server hangs up instead.
    func receiveReply() async throws -> String {
        let text = try await receiveToEndOrReply()
        try #require(!text.isEmpty, "the server hung up")
        return text
    }

    /// One reply, or nothing when the server hangs up before its head is whole.
    func receiveToEndOrReply() async throws -> String {
        let head = try await receiveHead()
        guard !head.isEmpty else { return "" }
        let line = head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length: ") }
        let length = try #require(line.flatMap { Int($0.dropFirst(16)) })
        let descriptor = descriptor
        return try await Self.blocking {
            var body = [UInt8](repeating: 0, count: length)
            try #require(length == 0 || recv(descriptor, &body, length, Int32(MSG_WAITALL)) == length)
            return head + String(decoding: body, as: UTF8.self)
        }
    }

    /// Up to and with the empty line; empty when the server hangs up first.
    func receiveHead() async throws -> String {
        let descriptor = descriptor
        return try await Self.blocking {
            var bytes: [UInt8] = []
            var byte: UInt8 = 0
            while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
                guard recv(descriptor, &byte, 1, 0) == 1 else { return "" }
                bytes.append(byte)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Ends the connection as a killed process does: nothing more is read or written.
    func hangUp() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    static func exchange(_ path: String, _ text: String) async throws -> Received {
        let client = try await RawClient(path)
        try await client.send(text)
        return try await client.receiveToEnd()
    }

    private static func blocking<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = Unmanaged.passRetained(Job { continuation.resume(with: Result(catching: work)) })
            var thread = pthread_t()
            let result = pthread_create(
                &thread, nil,
                { argument in
                    if let argument { Unmanaged<Job>.fromOpaque(argument).takeRetainedValue().run() }
                    return nil
                }, job.toOpaque())
            guard result == 0 else {
                job.release()
                return continuation.resume(throwing: NoThread(errno: result))
            }
            pthread_detach(thread)
        }
    }

    private struct NoThread: Error {
        let errno: Int32
    }

    private final class Job: Sendable {
        let run: @Sendable () -> Void
        init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
}
