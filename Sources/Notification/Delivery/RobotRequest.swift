import FoundationEssentials
public import Labels

/// The HTTP request of one post: address, fields and the very bytes of the body.
public struct RobotRequest: Sendable {
    public var url: String
    public var headers: [(name: String, value: String)]
    public var body: [UInt8]

    /// - Parameter milliseconds: now, since 1970; signatures hold it.
    /// - Throws: what is missing in the file of secrets, or wrong about the address.
    public init(
        _ post: Post, over channel: Channel, _ sheet: SecretSheet, milliseconds: Int64
    ) throws(ZhaoshangError) {
        guard let base = sheet.url ?? channel.url ?? channel.kind.defaultURL else {
            throw Self.missing("url", channel)
        }
        headers = [("Content-Type", "application/json; charset=utf-8")]
        switch channel.kind {
        case .wecom:
            url = try Self.address(base, sheet, parameter: "key", channel)
            body = Self.json(TextMessage(msgtype: "text", text: TextMessage.Content(content: post.text)))
        case .dingtalk:
            url = try Self.address(base, sheet, parameter: "access_token", channel)
            if let secret = sheet.secrets.last {
                let signature = WebhookSignature.dingtalk(secret: secret, milliseconds: milliseconds)
                url += "&timestamp=\(milliseconds)&sign=\(Self.encoded(signature))"
            }
            body = Self.json(TextMessage(msgtype: "text", text: TextMessage.Content(content: post.text)))
        case .feishu:
            url = try Self.hook(base, sheet, channel)
            let seconds = milliseconds / 1_000
            body = Self.json(
                FeishuMessage(
                    timestamp: sheet.secrets.isEmpty ? nil : String(seconds),
                    sign: sheet.secrets.last.map { WebhookSignature.feishu(secret: $0, seconds: seconds) },
                    kind: "text", content: FeishuMessage.Content(text: post.text)))
        case .webhook:
            url = base
            body = post.document
            let seconds = milliseconds / 1_000
            guard
                let signature = WebhookSignature.standard(
                    secrets: sheet.secrets, id: post.key, seconds: seconds, body: post.document)
            else { throw Self.missing("secret", channel) }
            headers += [
                ("webhook-id", post.key), ("webhook-timestamp", String(seconds)), ("webhook-signature", signature),
            ]
        case .smtp, .command:
            preconditionFailure("a \(channel.kind.rawValue) channel makes no HTTP request")
        }
    }

    private struct TextMessage: Encodable {
        struct Content: Encodable { var content: String }
        var msgtype: String
        var text: Content
    }

    private struct FeishuMessage: Encodable {
        struct Content: Encodable { var text: String }
        var timestamp: String?
        var sign: String?
        var kind: String
        var content: Content

        enum CodingKeys: String, CodingKey {
            case timestamp, sign, content
            case kind = "msg_type"
        }
    }

    private static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts always encode.
        return (try? encoder.encode(value)).map { [UInt8]($0) } ?? []
    }

    /// The address with its token; one that is a secret as a whole has it already.
    private static func address(
        _ base: String, _ sheet: SecretSheet, parameter: String, _ channel: Channel
    ) throws(ZhaoshangError) -> String {
        if sheet.url != nil, base.contains("\(parameter)=") { return base }
        guard let token = sheet.token else { throw missing("token", channel) }
        return "\(base)?\(parameter)=\(encoded(token))"
    }

    private static func hook(
        _ base: String, _ sheet: SecretSheet, _ channel: Channel
    ) throws(ZhaoshangError) -> String {
        if sheet.url != nil, sheet.token == nil { return base }
        guard let token = sheet.token else { throw missing("token", channel) }
        return base.hasSuffix("/") ? base + encoded(token) : "\(base)/\(encoded(token))"
    }

    /// Everything but the unreserved characters of RFC 3986 is escaped: a `+` in base64 would read as a space.
    static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF")
        return text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                String(UnicodeScalar(byte))
            default: "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
            }
        }.joined()
    }

    private static func missing(_ name: String, _ channel: Channel) -> ZhaoshangError {
        ZhaoshangError(
            .configuration, zh: "渠道 \(channel.code) 的密钥文件缺少 \(name) 或其格式不对",
            en: "the secret file of channel \(channel.code) has no \(name), or not in its form",
            hint: Phrase(
                zh: "写入一行 \(name) = …；见 Docs/notifications.md",
                en: "write a line \(name) = …; see Docs/notifications.md"))
    }
}
