import Labels

/// A whole HTTP/1.1 reply, as far as the daemon's replies go: a status, fields, and a body of known length or up to
/// the end of the connection.
struct IncomingMessage {
    let status: Int
    /// Names in lower case; of several the last.
    let headers: [String: String]
    let body: [UInt8]

    /// Collects bytes until a message is whole.
    struct Parser {
        /// Four times what the daemon itself takes: a reply has fewer fields.
        private static let longestHead = 64 * 1024

        private var bytes: [UInt8] = []
        /// Set once the empty line was seen.
        private var head: (status: Int, headers: [String: String], end: Int)?

        /// - Returns: the message when these bytes complete it.
        mutating func take(_ more: ArraySlice<UInt8>, path: String) throws(ZhaoshangError) -> IncomingMessage? {
            // The empty line may begin in what came before.
            let start = max(0, bytes.count - 3)
            bytes += more
            if head == nil {
                guard let end = Self.endOfHead(bytes[start...]) else {
                    guard bytes.count <= Self.longestHead else { throw ConnectionFailure.notTheDaemon(path) }
                    return nil
                }
                guard let (status, headers) = Self.parseHead(bytes[..<end]) else {
                    throw ConnectionFailure.notTheDaemon(path)
                }
                head = (status, headers, end)
            }
            guard let head, let length = head.headers["content-length"] else { return nil }
            guard let length = Int(length), length >= 0 else { throw ConnectionFailure.notTheDaemon(path) }
            guard bytes.count - head.end >= length else { return nil }
            return IncomingMessage(
                status: head.status, headers: head.headers, body: Array(bytes[head.end..<head.end + length]))
        }

        /// The connection ended: whole only if nothing had promised a length.
        func end() -> IncomingMessage? {
            guard let head, head.headers["content-length"] == nil, head.headers["transfer-encoding"] == nil else {
                return nil
            }
            return IncomingMessage(status: head.status, headers: head.headers, body: Array(bytes[head.end...]))
        }

        /// The index behind the first empty line.
        private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> Int? {
            var matched = 0
            let pattern: [UInt8] = [13, 10, 13, 10]
            for index in bytes.indices {
                matched = bytes[index] == pattern[matched] ? matched + 1 : (bytes[index] == 13 ? 1 : 0)
                if matched == 4 { return index + 1 }
            }
            return nil
        }

        private static func parseHead(_ bytes: ArraySlice<UInt8>) -> (Int, [String: String])? {
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
            guard let first = lines.first, first.hasPrefix("HTTP/1.") else { return nil }
            guard let status = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
            var headers: [String: String] = [:]
            for line in lines.dropFirst() {
                let parts = line.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else { continue }
                headers[parts[0].lowercased()] = String(parts[1].drop { $0 == " " })
            }
            return (status, headers)
        }
    }
}
