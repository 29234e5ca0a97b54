import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Builds the pipeline of one accepted connection: credentials and admission first, then guard, HTTP, requests.
///
/// Hummingbird's own HTTP channel starts its limits behind the parser and gives each part an asynchronous hop; the
/// promises of this socket are about bytes, and its requests are small and whole.
struct ConnectionChannel: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        let channel: any Channel
    }

    let responder: Responder
    let limits: TransportLimits
    let registry: ConnectionRegistry

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        Self.credentials(of: channel).flatMap { peer in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                guard let peer, registry.admit(channel, uid: peer.uid) else {
                    // Failing here instead would reach the listening channel as an error and end it.
                    try pipeline.addHandler(CloseAtOnce())
                    return Value(channel: channel)
                }
                channel.closeFuture.whenComplete { _ in registry.leave(channel, uid: peer.uid) }
                let requests = RequestHandler(responder: responder, limits: limits, registry: registry, peer: peer)
                let guardian = ConnectionGuard(limits: limits) { [unowned requests] in requests.headerOverflow() }
                requests.report(to: guardian)
                var decoding = NIOHTTPDecoderLimitConfiguration()
                decoding.maxHeaderListSize = limits.header
                decoding.maxHeaderFieldSize = limits.header
                try pipeline.addHandler(guardian)
                try pipeline.addHandler(HTTPResponseEncoder())
                try pipeline.addHandler(
                    ByteToMessageHandler(
                        HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoding)))
                try pipeline.addHandler(requests)
                return Value(channel: channel)
            }
        }
    }

    func handle(value: Value, logger: Logger) async {
        // The handlers do the work on the event loop; the server only needs to know when the connection is over.
        _ = try? await value.channel.closeFuture.get()
    }

    /// nil unless this is a Unix-domain socket: on TCP the kernel answers too, with uid 4294967295.
    private static func credentials(of channel: any Channel) -> EventLoopFuture<PeerCredentials?> {
        guard let options = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeSucceededFuture(nil)
        }
        let domain: EventLoopFuture<CInt> = options.unsafeGetSocketOption(level: .socket, name: .domain)
        return domain.flatMap { domain in
            guard domain == unixDomain else { return channel.eventLoop.makeSucceededFuture(nil) }
            let peer: EventLoopFuture<KernelCredentials> =
                options.unsafeGetSocketOption(level: .socket, name: .peerCredentials)
            return peer.map { PeerCredentials(pid: $0.pid, uid: $0.uid, gid: $0.gid) }
        }
    }
}

/// `struct ucred` of unix(7): twelve bytes.
private struct KernelCredentials: Sendable {
    let pid: Int32
    let uid: UInt32
    let gid: UInt32
}

/// Closes a connection that is one too many as soon as it exists.
private final class CloseAtOnce: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    func channelActive(context: ChannelHandlerContext) {
        context.close(promise: nil)
    }
}
