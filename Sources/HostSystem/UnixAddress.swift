import Glibc

/// A `sockaddr_un` for a path, or for an abstract name when the text begins with `@` and the caller says so.
struct UnixAddress {
    private var address = sockaddr_un()
    private let length: socklen_t

    /// Cuts off what does not fit; ``SocketLocation`` refuses longer paths before.
    init(path: String, allowsAbstract: Bool = false) {
        var bytes = Array(path.utf8.prefix(SocketLocation.longestPath))
        let isAbstract = allowsAbstract && bytes.first == UInt8(ascii: "@")
        if isAbstract { bytes[0] = 0 }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        // An abstract name ends where the length says, a path at its NUL.
        length = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count + (isAbstract ? 0 : 1))
    }

    func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
