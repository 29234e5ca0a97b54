public import Labels
import WireAPI

/// What goes back: a JSON document and its HTTP status. The transport adds version, protocol number and request id.
public struct Reply: Sendable {
    public let status: Int
    /// A complete JSON document.
    public let body: [UInt8]
    /// Further header fields.
    public let headers: [(name: String, value: String)]
    /// Goes on instead of a body.
    public let stream: EventStream?

    public init(status: Int = 200, body: [UInt8], headers: [(name: String, value: String)] = []) {
        self.status = status
        self.body = body
        self.headers = headers
        stream = nil
    }

    public init(stream: EventStream) {
        status = 200
        body = []
        headers = []
        self.stream = stream
    }

    public static func json(_ value: some Encodable, status: Int = 200) throws -> Reply {
        Reply(status: status, body: try WireJSON.encode(value))
    }

    public static func error(_ error: ZhaoshangError, language: Language) -> Reply {
        let status = httpStatus(for: error.code)
        guard let body = try? WireJSON.encode(ErrorEnvelope(error, language: language)) else {
            // Strings, integers and lists of strings always encode; should the encoder ever disagree, the code counts.
            return Reply(status: status, body: Array("{\"error\":{\"code\":\"\(error.code.rawValue)\"}}".utf8))
        }
        return Reply(status: status, body: body)
    }
}
