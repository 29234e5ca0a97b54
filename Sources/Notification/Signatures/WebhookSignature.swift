import Crypto
import FoundationEssentials

/// How each receiver is shown that a message comes from somebody who knows the secret. The three schemes swap key and
/// message against one another; `Tests/Vectors/webhook-signatures.csv` holds worked values.
public enum WebhookSignature {
    /// DingTalk, security setting 加签: HMAC-SHA256 under the secret over `timestamp + "\n" + secret`, base64.
    ///
    /// - Parameter milliseconds: since 1970; refused by the receiver when an hour off.
    public static func dingtalk(secret: String, milliseconds: Int64) -> String {
        base64(HMAC<SHA256>.authenticationCode(for: bytes("\(milliseconds)\n\(secret)"), using: key(bytes(secret))))
    }

    /// Feishu, 签名校验: HMAC-SHA256 under `timestamp + "\n" + secret` over nothing, base64.
    ///
    /// - Parameter seconds: since 1970.
    public static func feishu(secret: String, seconds: Int64) -> String {
        base64(HMAC<SHA256>.authenticationCode(for: Data(), using: key(bytes("\(seconds)\n\(secret)"))))
    }

    /// Standard Webhooks 1.0: `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`, under the bytes that the base64
    /// behind `whsec_` stands for.
    ///
    /// - Parameter body: the bytes that are sent, never JSON written anew.
    /// - Returns: nil when the secret is not `whsec_` and base64 of 24 to 64 bytes.
    public static func standard(secret: String, id: String, seconds: Int64, body: [UInt8]) -> String? {
        guard secret.hasPrefix("whsec_"), let raw = Data(base64Encoded: String(secret.dropFirst(6))),
            (24...64).contains(raw.count)
        else { return nil }
        return "v1," + base64(HMAC<SHA256>.authenticationCode(for: bytes("\(id).\(seconds).") + body, using: key(raw)))
    }

    /// The value of `webhook-signature`: one signature for each secret, so that a secret can be replaced while both are
    /// in use.
    public static func standard(secrets: [String], id: String, seconds: Int64, body: [UInt8]) -> String? {
        let all = secrets.map { standard(secret: $0, id: id, seconds: seconds, body: body) }
        guard !all.isEmpty, !all.contains(nil) else { return nil }
        return all.compactMap(\.self).joined(separator: " ")
    }

    private static func bytes(_ text: String) -> Data { Data(text.utf8) }
    private static func key(_ bytes: Data) -> SymmetricKey { SymmetricKey(data: bytes) }
    private static func base64(_ code: HMAC<SHA256>.MAC) -> String { Data(code).base64EncodedString() }
}
