import Glibc

/// Addresses and connections of Unix-domain sockets.
enum UnixSocket {
    /// nil while nothing listens there.
    static func connect(_ path: String) throws -> Int32? {
        let descriptor = try make()
        let result = try withAddress(path) { Glibc.connect(descriptor, $0, $1) }
        if result == 0 { return descriptor }
        let reason = errno
        close(descriptor)
        guard reason == ENOENT || reason == ECONNREFUSED else {
            throw Failure("connect: \(String(cString: strerror(reason)))")
        }
        return nil
    }

    static func listen(_ path: String) throws -> Int32 {
        let descriptor = try make()
        unlink(path)
        guard try withAddress(path, { bind(descriptor, $0, $1) }) == 0, Glibc.listen(descriptor, 256) == 0 else {
            throw Failure.call("listen")
        }
        return descriptor
    }

    private static func make() throws -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw Failure.call("socket") }
        return descriptor
    }

    private static func withAddress<Value>(
        _ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value
    ) throws -> Value {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8) + [0]
        guard bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else {
            throw Failure("the path of a socket has at most 107 bytes: \(path)")
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
        }
    }

    static func send(_ bytes: [UInt8], on descriptor: Int32) throws {
        let sent = bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        // Requests and replies here fit into a socket's buffer many times over.
        guard sent == bytes.count else { throw Failure.call("send") }
    }
}
