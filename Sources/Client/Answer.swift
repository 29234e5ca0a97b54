public import Labels
import WireAPI

/// What the daemon answered to a request that it accepted.
public struct Answer: Sendable {
    public let status: Int
    /// Names in lower case.
    public let headers: [String: String]
    /// A JSON document.
    public let body: [UInt8]
    /// Set when the daemon is of another build that speaks the same protocol: one line for standard error.
    public let warning: Phrase?

    public func decode<Value: Decodable>(_ type: Value.Type) throws(ZhaoshangError) -> Value {
        do {
            return try WireJSON.decode(type, from: body)
        } catch {
            throw ZhaoshangError(
                .internalError, zh: "看不懂服务的回答", en: "the daemon's answer makes no sense to this client",
                hint: Phrase(zh: "请安装同一版本的 zs 与 zsd", en: "install zs and zsd of one version"),
                details: ["reason": .text(String(describing: error))])
        }
    }

    /// - Throws: the error in the envelope, unless the status says success.
    init(_ message: IncomingMessage, socketPath: String) throws(ZhaoshangError) {
        guard let number = message.headers[WireHeader.protocolNumber.lowercased()] else {
            throw ConnectionFailure.notTheDaemon(socketPath)
        }
        let version = message.headers[WireHeader.version.lowercased()] ?? "?"
        guard Int(number) == ProtocolVersion.current else {
            throw ConnectionFailure.protocolMismatch(daemon: number, version: version)
        }
        guard (200..<300).contains(message.status) else {
            guard let envelope = try? WireJSON.decode(ErrorEnvelope.self, from: message.body) else {
                throw ConnectionFailure.notTheDaemon(socketPath)
            }
            throw envelope.asError
        }
        status = message.status
        headers = message.headers
        body = message.body
        warning =
            version == BuildVersion.current
            ? nil
            : Phrase(
                zh: "服务版本为 \(version)，本客户端为 \(BuildVersion.current)",
                en: "the daemon is version \(version), this client is \(BuildVersion.current)")
    }
}
