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

    public let method: Method
    /// Template with named segments: `/v1/entries/{id}`.
    public let path: String
    /// `noun.verb`: `entry.show`.
    public let verb: String
    public let access: Access

    public init(_ method: Method, _ path: String, verb: String, access: Access) {
        self.method = method
        self.path = path
        self.verb = verb
        self.access = access
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
