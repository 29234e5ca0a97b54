import Labels
import Logging
import NIOCore
import NIOHTTP1
import WireAPI

/// Turns one whole request into one reply. Never throws: every failure has its envelope.
struct Responder: Sendable {
    let reader: CallReader
    let logger: Logger

    func reply(
        to head: HTTPRequestHead, body: ByteBuffer?, peer: PeerCredentials, requestID: String
    ) async -> Reply {
        let language = CallReader.language(of: head.headers)
        do {
            let (call, endpoint) = try reader.read(head, body: body, peer: peer, requestID: requestID)
            return try await endpoint.handle(call)
        } catch let error as ZhaoshangError {
            return refusal(error, head: head, language: language)
        } catch {
            return fault(error, head: head, peer: peer, language: language, requestID: requestID)
        }
    }

    private func refusal(_ error: ZhaoshangError, head: HTTPRequestHead, language: Language) -> Reply {
        let reply = Reply.error(error, language: language)
        guard error.code == .unknownRoute, case .list(let methods) = error.details["methods"] else { return reply }
        // RFC 9110 15.5.6: 405 names the methods there are.
        return Reply(status: 405, body: reply.body, headers: [("Allow", methods.joined(separator: ", "))])
    }

    /// The one place where an error nobody foresaw is logged; the caller gets the id and none of the inside.
    private func fault(
        _ error: any Error, head: HTTPRequestHead, peer: PeerCredentials, language: Language, requestID: String
    ) -> Reply {
        logger.error(
            "request failed",
            metadata: [
                "request": "\(requestID)", "method": "\(head.method.rawValue)", "uri": "\(head.uri)",
                "uid": "\(peer.uid)", "error": "\(String(reflecting: error))",
            ])
        let answer = ZhaoshangError(
            .internalError, zh: "内部错误（请求号 \(requestID)）", en: "internal error (request \(requestID))",
            hint: Phrase(
                zh: "日志中有此请求号的详情", en: "the daemon's log has the details under this request id"),
            details: ["request": .text(requestID)])
        return Reply.error(answer, language: language)
    }
}
