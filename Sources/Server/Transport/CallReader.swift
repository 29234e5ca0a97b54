import Labels
import NIOCore
import NIOHTTP1
import WireAPI

/// Reads a whole request into a ``Call``, or says what is wrong with its form.
struct CallReader: Sendable {
    let table: RouteTable
    let limits: TransportLimits

    func read(
        _ head: HTTPRequestHead, body: ByteBuffer?, peer: PeerCredentials, requestID: String
    ) throws(ZhaoshangError) -> (Call, Endpoint) {
        let (endpoint, parameters) = try endpoint(for: head)
        let route = endpoint.route
        let number = head.headers.first(name: WireHeader.protocolNumber)
        // Health and version answer every client: they are how one finds out that the protocols differ.
        if route.access != .open, let number, Int(number) != ProtocolVersion.current {
            throw Self.protocolMismatch(client: number, version: head.headers.first(name: WireHeader.version))
        }
        let call = Call(
            route: route, parameters: parameters, request: try request(route, head: head, body: body),
            bytes: route.body == .bytes ? body.map { Array($0.readableBytesView) } ?? [] : [], peer: peer,
            language: Self.language(of: head.headers),
            actingAs: try text(head.headers, WireHeader.actingAs),
            unit: try text(head.headers, WireHeader.unit), commandID: try commandID(head.headers),
            isDryRun: try isDryRun(head.headers), clientVersion: head.headers.first(name: WireHeader.version),
            clientProtocol: number.flatMap { Int($0) }, requestID: requestID)
        return (call, endpoint)
    }

    /// The largest body the request's route takes; an unknown route gets the common limit and its answer at the end.
    func bodyLimit(for head: HTTPRequestHead) -> Int {
        guard case .found(let endpoint, _) = table.match(method: head.method.rawValue, path: Self.path(head)) else {
            return limits.body
        }
        return endpoint.bodyLimit ?? (endpoint.route.body == .bytes ? limits.file : limits.body)
    }

    /// The first of zh and en that `Accept-Language` names; English when it names neither.
    static func language(of headers: HTTPHeaders) -> Language {
        for value in headers[WireHeader.language] {
            for range in value.split(separator: ",") {
                let tag = range.drop { $0 == " " }.prefix { $0.isLetter }.lowercased()
                if let language = Language(rawValue: tag) { return language }
            }
        }
        return .en
    }

    private func endpoint(for head: HTTPRequestHead) throws(ZhaoshangError) -> (Endpoint, [String: String]) {
        let path = Self.path(head)
        switch table.match(method: head.method.rawValue, path: path) {
        case .found(let endpoint, let parameters):
            return (endpoint, parameters)
        case .otherMethods(let methods):
            let allowed = methods.map(\.rawValue).sorted()
            throw ZhaoshangError(
                .unknownRoute,
                zh: "\(path) 不接受 \(head.method.rawValue)，只接受 \(allowed.joined(separator: "、"))",
                en: "\(path) does not take \(head.method.rawValue), only \(allowed.joined(separator: ", "))",
                details: ["methods": .list(allowed)])
        case .unknown:
            throw ZhaoshangError(
                .unknownRoute, zh: "没有这个接口：\(head.method.rawValue) \(path)",
                en: "no such route: \(head.method.rawValue) \(path)",
                hint: Phrase(
                    zh: "客户端与服务版本可能不同：zs version",
                    en: "client and daemon may be of different versions: zs version"))
        }
    }

    private func request(
        _ route: Route, head: HTTPRequestHead, body: ByteBuffer?
    ) throws(ZhaoshangError) -> CommandRequest {
        let query = head.uri.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        switch (route.method, route.body) {
        case (.get, _), (.post, .bytes):
            guard let request = CommandRequest(query: query) else {
                throw ZhaoshangError(
                    .badRequest, zh: "查询串的百分号编码有误", en: "the query has a wrong percent-escape")
            }
            return request
        case (.post, .words):
            guard query.isEmpty else {
                throw ZhaoshangError(
                    .badRequest, zh: "POST 的内容写在正文里，不写查询串",
                    en: "a POST says what it wants in its body, not in a query")
            }
            guard let body, body.readableBytes > 0 else { return CommandRequest() }
            return try decode(body)
        }
    }

    private func decode(_ body: ByteBuffer) throws(ZhaoshangError) -> CommandRequest {
        let bytes = body.readableBytesView
        let depth = WireJSON.depth(of: bytes)
        guard depth <= limits.jsonDepth else {
            throw ZhaoshangError(
                .jsonTooDeep, zh: "JSON 嵌套 \(depth) 层，最多 \(limits.jsonDepth) 层",
                en: "the JSON is \(depth) levels deep, at most \(limits.jsonDepth) are read",
                details: ["limit": .number(Int64(limits.jsonDepth))])
        }
        do {
            return try WireJSON.decode(CommandRequest.self, from: bytes)
        } catch {
            throw ZhaoshangError(
                .badRequest, zh: "正文不是合用的 JSON",
                en: "the body is not the JSON this route reads",
                hint: Phrase("{\"words\":[\"…\"],\"options\":{\"name\":[\"value\"]}}"),
                details: ["reason": .text(Self.reason(error))])
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context),
            DecodingError.valueNotFound(_, let context), DecodingError.keyNotFound(_, let context):
            let place = context.codingPath.map(\.stringValue).joined(separator: ".")
            return place.isEmpty ? context.debugDescription : "\(place): \(context.debugDescription)"
        default:
            return String(describing: error)
        }
    }

    /// Header fields carry ASCII only; names of people and units arrive percent-encoded.
    private func text(_ headers: HTTPHeaders, _ name: String) throws(ZhaoshangError) -> String? {
        guard let raw = headers.first(name: name), !raw.isEmpty else { return nil }
        guard let value = PercentCoding.decode(raw[...]) else {
            throw ZhaoshangError(
                .badRequest, zh: "\(name) 的百分号编码有误", en: "\(name) has a wrong percent-escape")
        }
        return value
    }

    private func commandID(_ headers: HTTPHeaders) throws(ZhaoshangError) -> String? {
        guard let id = headers.first(name: WireHeader.command) else { return nil }
        guard (1...64).contains(id.utf8.count), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw ZhaoshangError(
                .badRequest, zh: "\(WireHeader.command) 须为 1 至 64 个可见 ASCII 字符",
                en: "\(WireHeader.command) takes 1 to 64 printable ASCII characters")
        }
        return id
    }

    private func isDryRun(_ headers: HTTPHeaders) throws(ZhaoshangError) -> Bool {
        switch headers.first(name: WireHeader.dryRun)?.lowercased() {
        case nil, "0", "false": return false
        case "1", "true": return true
        default:
            // Guessing "no" here would write what somebody only wanted to look at.
            throw ZhaoshangError(
                .badRequest, zh: "\(WireHeader.dryRun) 只接受 1 或 0", en: "\(WireHeader.dryRun) takes 1 or 0")
        }
    }

    private static func path(_ head: HTTPRequestHead) -> Substring {
        head.uri.prefix { $0 != "?" }
    }

    private static func protocolMismatch(client: String, version: String?) -> ZhaoshangError {
        let current = ProtocolVersion.current
        let build = version.map { " \($0)" } ?? ""
        return ZhaoshangError(
            .protocolMismatch,
            zh: "客户端\(build)使用协议 \(client)，服务 \(BuildVersion.current) 使用协议 \(current)",
            en: "the client\(build) speaks protocol \(client), the daemon \(BuildVersion.current) speaks \(current)",
            hint: Phrase(zh: "请安装同一版本的 zs 与 zsd", en: "install zs and zsd of one version"),
            details: ["client": .text(client), "daemon": .number(Int64(current))])
    }
}
