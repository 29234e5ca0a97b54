import Labels
import WireAPI

/// The bytes of one request.
struct OutgoingRequest {
    /// In the order in which they are sent: small requests are one piece, because a second one costs a call of the
    /// system; a file is not copied behind its head.
    let pieces: [[UInt8]]

    /// - Parameter bytes: the body of a route that takes bytes.
    init(
        _ route: Route, parameters: [String: String], request: CommandRequest, bytes: [UInt8],
        options: DaemonConnection.Options
    ) throws(ZhaoshangError) {
        guard var target = route.filled(parameters) else {
            throw ZhaoshangError(
                .usage, zh: "\(route.verb) 缺少编号", en: "\(route.verb) needs an id", details: ["path": .text(route.path)])
        }
        let body: [UInt8]
        switch (route.method, route.body) {
        case (.get, _), (.post, .bytes):
            let query = request.query
            if !query.isEmpty { target += "?\(query)" }
            body = bytes
        case (.post, .words):
            body = try Self.encode(request)
        }
        var head = "\(route.method.rawValue) \(target) HTTP/1.1\r\nHost: zhaoshang\r\nConnection: close\r\n"
        head += "\(WireHeader.version): \(BuildVersion.current)\r\n"
        head += "\(WireHeader.protocolNumber): \(ProtocolVersion.current)\r\n"
        head += "\(WireHeader.language): \(options.language.rawValue)\r\n"
        if let officer = options.actingAs { head += "\(WireHeader.actingAs): \(PercentCoding.encode(officer))\r\n" }
        if let unit = options.unit { head += "\(WireHeader.unit): \(PercentCoding.encode(unit))\r\n" }
        if let id = options.commandID { head += "\(WireHeader.command): \(try Self.checked(id))\r\n" }
        if options.isDryRun { head += "\(WireHeader.dryRun): 1\r\n" }
        if route.method == .post {
            let type = route.body == .bytes ? "application/octet-stream" : "application/json"
            head += "Content-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
        }
        let fields = Array(head.utf8) + [0x0D, 0x0A]
        pieces = body.count <= Self.smallBody ? [fields + body] : [fields, body]
    }

    private static let smallBody = 64 * 1024

    private static func encode(_ request: CommandRequest) throws(ZhaoshangError) -> [UInt8] {
        do {
            return try WireJSON.encode(request)
        } catch {
            throw ZhaoshangError(
                .usage, zh: "请求无法写成 JSON", en: "the request cannot be written as JSON",
                details: ["reason": .text(String(describing: error))])
        }
    }

    /// A line break in an id would begin another header field.
    private static func checked(_ id: String) throws(ZhaoshangError) -> String {
        guard (1...64).contains(id.utf8.count), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw ZhaoshangError(
                .usage, zh: "命令编号须为 1 至 64 个可见 ASCII 字符",
                en: "a command id has 1 to 64 printable ASCII characters",
                hint: Phrase("--command-id UUID"))
        }
        return id
    }
}
