import Glibc

/// A stream of the process, written without a buffer: what was written is out.
struct OutputStream: Sendable {
    let descriptor: Int32

    func write(_ text: String) {
        write(Array(text.utf8))
    }

    /// Gives up silently; use ``deliver(_:)`` where the bytes are the result.
    func write(_ bytes: [UInt8]) {
        _ = deliver(bytes)
    }

    /// - Returns: nil, or the `errno` that stopped it.
    func deliver(_ bytes: [UInt8]) -> Int32? {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = rest.dropFirst(count)
        }
        return nil
    }
}
