import Foundation

/// A client of its own, so that what the daemon does on the wire is not seen through the product's client.
final class HTTPConnection {
    struct Reply {
        let status: Int
        /// Names in lower case.
        let headers: [String: String]
        let body: String

        var json: JSON { get throws { try JSON(body) } }
    }

    private let socket: UnixSocket
    private var pending: [UInt8] = []

    init(_ path: String, seconds: Int = 30) throws {
        socket = try UnixSocket(path: path, seconds: seconds)
    }

    func get(_ path: String, headers: [String: String] = [:]) throws -> Reply {
        try send(Self.head("GET", path, headers, bytes: nil))
        return try reply()
    }

    func post(_ path: String, headers: [String: String] = [:], body: [UInt8]) throws -> Reply {
        try send(Self.head("POST", path, headers, bytes: body.count) + body)
        return try reply()
    }

    func send(_ bytes: [UInt8]) throws { try socket.send(bytes) }

    static func head(_ method: String, _ path: String, _ headers: [String: String], bytes: Int?) -> [UInt8] {
        var text = "\(method) \(path) HTTP/1.1\r\nHost: zhaoshang\r\n"
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
        if let bytes { text += "Content-Type: application/json\r\nContent-Length: \(bytes)\r\n" }
        return Array((text + "\r\n").utf8)
    }

    /// The next reply; every reply of the daemon says its length.
    func reply() throws -> Reply {
        var end: Int?
        while end == nil {
            end = pending.indices.dropLast(3).first { pending[$0..<$0 + 4].elementsEqual([13, 10, 13, 10]) }
            if end == nil { try readMore() }
        }
        let headEnd = end ?? 0
        let lines = String(decoding: pending[..<headEnd], as: UTF8.self).components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.last.map { $0.trimmingCharacters(in: .whitespaces) }
        }
        let length = Int(headers["content-length"] ?? "0") ?? 0
        while pending.count < headEnd + 4 + length { try readMore() }
        let body = String(decoding: pending[(headEnd + 4)..<(headEnd + 4 + length)], as: UTF8.self)
        pending.removeFirst(headEnd + 4 + length)
        return Reply(status: Int(lines[0].split(separator: " ")[1]) ?? 0, headers: headers, body: body)
    }

    /// True when the daemon closes without another byte.
    func isClosedByTheOtherSide() throws -> Bool {
        try pending.isEmpty && socket.receive().isEmpty
    }

    private func readMore() throws {
        let bytes = try socket.receive()
        guard !bytes.isEmpty else { throw UnixSocket.Failure.closed }
        pending += bytes
    }
}
