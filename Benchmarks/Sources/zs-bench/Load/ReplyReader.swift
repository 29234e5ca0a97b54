import Glibc

/// Takes replies of known length off a connection, looking at no more than it must.
struct ReplyReader {
    private var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    private var filled = 0

    /// - Returns: the status once a whole reply is here, nil when more must come.
    mutating func read(from descriptor: Int32) throws -> Int? {
        if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
        let start = filled
        let count = buffer.withUnsafeMutableBytes { all in
            let free = UnsafeMutableRawBufferPointer(rebasing: all[start...])
            return recv(descriptor, free.baseAddress, free.count, 0)
        }
        guard count > 0 else { throw count == 0 ? Failure("the server hung up") : Failure.call("recv") }
        filled += count
        return buffer.withUnsafeBytes { Self.status(UnsafeRawBufferPointer(rebasing: $0[..<filled])) }.map { status in
            filled = 0
            return status
        }
    }

    private static func status(_ bytes: UnsafeRawBufferPointer) -> Int? {
        guard let end = endOfHead(bytes) else { return nil }
        let head = UnsafeRawBufferPointer(rebasing: bytes[..<end])
        guard let length = length(head), bytes.count >= head.count + 4 + length, bytes.count > 12 else { return nil }
        return (9..<12).reduce(0) { $0 * 10 + Int(bytes[$1]) - 48 }
    }

    /// The index of the empty line.
    private static func endOfHead(_ bytes: UnsafeRawBufferPointer) -> Int? {
        var index = 0
        while index + 3 < bytes.count {
            if bytes[index..<index + 4].elementsEqual([13, 10, 13, 10]) { return index }
            index += 1
        }
        return nil
    }

    private static func length(_ head: UnsafeRawBufferPointer) -> Int? {
        let name = Array("content-length:".utf8)
        var start = 0
        while start + name.count < head.count {
            if name.indices.allSatisfy({ head[start + $0] | 0x20 == name[$0] | 0x20 }) {
                return head[(start + name.count)...].drop { $0 == 32 }.prefix { $0 >= 48 && $0 < 58 }
                    .reduce(0) { $0 * 10 + Int($1) - 48 }
            }
            guard let line = head[start...].firstIndex(of: 10) else { return nil }
            start = line + 1
        }
        return nil
    }
}
