/// One verb of the system as it stands on the wire. The verb's name is the same in the client, the daemon, the
/// authorisation table and the log.
public struct Route: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
    }

    /// What the transport may assume before anybody asked who calls.
    public enum Access: String, Hashable, Sendable, CaseIterable {
        /// Answered to everybody who can open the socket: health, version.
        case open
        case read
        case write
    }

    /// What the body of a POST is.
    public enum Body: String, Hashable, Sendable, CaseIterable {
        /// A `CommandRequest`.
        case words
        /// The bytes of a file as they are (`application/octet-stream`); words and options stand in the query.
        case bytes
    }

    /// The most bytes that a route of ``Body/bytes`` takes: 64 MiB.
    public static let longestBytes = 64 * 1024 * 1024

    public let method: Method
    /// Template with named segments: `/v1/entries/{id}`.
    public let path: String
    /// `noun.verb`: `entry.show`.
    public let verb: String
    public let access: Access
    public let body: Body

    public init(_ method: Method, _ path: String, verb: String, access: Access, body: Body = .words) {
        self.method = method
        self.path = path
        self.verb = verb
        self.access = access
        self.body = body
    }

    /// The names between braces, in the order of the path.
    public var parameterNames: [String] {
        path.split(separator: "/").compactMap(Self.parameterName)
    }

    /// The path with its parameters filled in and percent-encoded, or nil when one is missing or empty: an empty
    /// segment would reach another route.
    public func filled(_ parameters: [String: String]) -> String? {
        var result = ""
        for segment in path.split(separator: "/") {
            result += "/"
            guard let name = Self.parameterName(segment) else {
                result += segment
                continue
            }
            guard let value = parameters[name], !value.isEmpty else { return nil }
            result += PercentCoding.encode(value)
        }
        return result.isEmpty ? "/" : result
    }

    /// `{id}` → `id`, a literal segment → nil.
    public static func parameterName(_ segment: Substring) -> String? {
        segment.hasPrefix("{") && segment.hasSuffix("}") ? String(segment.dropFirst().dropLast()) : nil
    }
}
