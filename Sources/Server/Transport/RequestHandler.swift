import Labels
import NIOCore
import NIOHTTP1
import WireAPI

/// Last in the pipeline: gathers one request, has it answered, writes the reply, then takes the next.
final class RequestHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundIn = Never
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        case idle
        case receiving(HTTPRequestHead, body: ByteBuffer?, limit: Int)
        case answering(isLast: Bool, withoutBody: Bool)
        /// Refused; nothing more is read.
        case done
    }

    private let responder: Responder
    private let limits: TransportLimits
    private let registry: ConnectionRegistry
    private let peer: PeerCredentials
    private(set) weak var connectionGuard: ConnectionGuard?
    private var state = State.idle
    /// Parts of further requests that arrived with this one; at most one read's worth, because reading stops.
    private var pending = CircularBuffer<HTTPServerRequestPart>()
    private var isReadHeld = false
    private var isStopping = false
    /// Whether the request at hand has a file's room, which is given back with its reply or its connection.
    private var holdsFile = false
    private var context: ChannelHandlerContext?
    /// The stream under way; cancelled with its connection.
    private var streaming: Task<Void, Never>?

    init(
        responder: Responder, limits: TransportLimits, registry: ConnectionRegistry, peer: PeerCredentials
    ) {
        self.responder = responder
        self.limits = limits
        self.registry = registry
        self.peer = peer
    }

    func report(to connectionGuard: ConnectionGuard) {
        self.connectionGuard = connectionGuard
    }

    // MARK: Receiving

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = Self.unwrapInboundIn(data)
        if case .answering = state {
            pending.append(part)
        } else {
            receive(part)
        }
    }

    func read(context: ChannelHandlerContext) {
        if case .answering = state {
            isReadHeld = true
        } else {
            context.read()
        }
    }

    private func receive(_ part: HTTPServerRequestPart) {
        switch (part, state) {
        case (.head(let head), .idle):
            begin(head)
        case (.body(var bytes), .receiving(let head, var body, let limit)):
            guard (body?.readableBytes ?? 0) + bytes.readableBytes <= limit else {
                return refuse(Self.bodyTooLarge(limit))
            }
            // Let go of the buffer first: with two owners each part would copy all earlier ones.
            state = .idle
            if body == nil {
                body = bytes
            } else {
                body?.writeBuffer(&bytes)
            }
            state = .receiving(head, body: body, limit: limit)
        case (.end, .receiving(let head, let body, _)):
            answer(head, body: body)
        default:
            break
        }
    }

    private func begin(_ head: HTTPRequestHead) {
        connectionGuard?.headArrived()
        let limit = responder.reader.bodyLimit(for: head)
        state = .receiving(head, body: nil, limit: limit)
        if head.headers.contains(name: "Origin") || head.headers.contains(name: "Referer") {
            return refuse(
                ZhaoshangError(
                    .forbidden, zh: "套接字不接受网页发来的请求",
                    en: "the socket takes no requests that a web page sends"))
        }
        if let length = head.headers.first(name: "Content-Length").flatMap({ Int($0) }), length > limit {
            return refuse(Self.bodyTooLarge(limit))
        }
        if limit > limits.body, !holdsFile {
            guard registry.takeFile(uid: peer.uid) else { return refuse(Self.tooManyFiles) }
            holdsFile = true
        }
        if head.headers.first(name: "Expect")?.lowercased() == "100-continue" {
            let go = HTTPResponseHead(version: head.version, status: .continue)
            context?.writeAndFlush(Self.wrapOutboundOut(.head(go)), promise: nil)
        }
    }

    func headerOverflow() {
        refuse(
            ZhaoshangError(
                .headerTooLarge, zh: "请求头超过 \(limits.header) 字节",
                en: "the header is longer than \(limits.header) bytes",
                details: ["limit": .number(Int64(limits.header))]))
    }

    // MARK: Answering

    private func answer(_ head: HTTPRequestHead, body: ByteBuffer?) {
        guard let context else { return }
        connectionGuard?.requestArrived()
        state = .answering(isLast: !head.isKeepAlive || isStopping, withoutBody: head.method == .HEAD)
        let requestID = String(UInt64.random(in: .min ... .max), radix: 16)
        let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
        let eventLoop = context.eventLoop
        registry.handlerStarted()
        // From here on the room belongs to the handler: it may outlive the connection.
        let isFile = holdsFile
        holdsFile = false
        // A task of its own, not a child of the connection: an accepted write finishes when the client has gone.
        Task { [responder, peer, registry] in
            let reply = await responder.reply(to: head, body: body, peer: peer, requestID: requestID)
            if isFile { registry.fileLeft(uid: peer.uid) }
            registry.handlerEnded()
            eventLoop.execute { connection.value.send(reply, requestID: requestID) }
        }
    }

    private func send(_ reply: Reply, requestID: String) {
        guard let context, context.channel.isActive, case .answering(let wantsClose, let withoutBody) = state
        else { return }
        if let stream = reply.stream { return begin(stream, requestID: requestID) }
        connectionGuard?.replyStarted()
        let isLast = wantsClose || isStopping
        let eventLoop = context.eventLoop
        let connection = NIOLoopBound(self, eventLoop: eventLoop)
        write(reply, requestID: requestID, isLast: isLast, withoutBody: withoutBody).whenComplete { _ in
            connection.value.replyTaken(isLast: isLast)
        }
    }

    private func replyTaken(isLast: Bool) {
        guard let context else { return }
        guard !isLast else { return context.close(promise: nil) }
        state = .idle
        connectionGuard?.replyTaken()
        while let part = pending.popFirst() {
            receive(part)
            if case .answering = state { return }
        }
        if isStopping, case .idle = state { return context.close(promise: nil) }
        if isReadHeld {
            isReadHeld = false
            context.read()
        }
    }

    /// Says why, and ends the connection: the rest of the request is not read.
    private func refuse(_ error: ZhaoshangError) {
        guard let context, context.channel.isActive else { return }
        switch state {
        case .answering:
            // The reply under way is the last; what follows it is not a request.
            isStopping = true
            pending.removeAll()
            return
        case .done:
            return
        case .idle, .receiving:
            break
        }
        var language = Language.en
        if case .receiving(let head, _, _) = state { language = CallReader.language(of: head.headers) }
        state = .done
        dropFile()
        connectionGuard?.drain()
        let eventLoop = context.eventLoop
        let connection = NIOLoopBound(self, eventLoop: eventLoop)
        let requestID = String(UInt64.random(in: .min ... .max), radix: 16)
        write(Reply.error(error, language: language), requestID: requestID, isLast: true, withoutBody: false)
            .whenComplete { _ in connection.value.context?.close(mode: .output, promise: nil) }
        if isReadHeld {
            isReadHeld = false
            context.read()
        }
    }

    private func write(
        _ reply: Reply, requestID: String, isLast: Bool, withoutBody: Bool
    ) -> EventLoopFuture<Void> {
        guard let context else { preconditionFailure("only a connected handler writes") }
        var headers = HTTPHeaders()
        headers.reserveCapacity(6 + reply.headers.count)
        headers.add(name: "Content-Type", value: "application/json; charset=utf-8")
        headers.add(name: "Content-Length", value: String(reply.body.count))
        headers.add(name: WireHeader.version, value: BuildVersion.current)
        headers.add(name: WireHeader.protocolNumber, value: String(ProtocolVersion.current))
        headers.add(name: WireHeader.requestID, value: requestID)
        for (name, value) in reply.headers { headers.add(name: name, value: value) }
        if isLast { headers.add(name: "Connection", value: "close") }
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: reply.status), headers: headers)
        context.write(Self.wrapOutboundOut(.head(head)), promise: nil)
        if !withoutBody {
            let body = context.channel.allocator.buffer(bytes: reply.body)
            context.write(Self.wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        }
        let taken = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: taken)
        return taken.futureResult
    }

    // MARK: Streams

    private func begin(_ stream: EventStream, requestID: String) {
        guard let context else { return }
        guard !isStopping else { return context.close(promise: nil) }
        var headers = HTTPHeaders()
        headers.add(name: "Content-Type", value: "text/event-stream; charset=utf-8")
        headers.add(name: "Cache-Control", value: "no-store")
        headers.add(name: WireHeader.version, value: BuildVersion.current)
        headers.add(name: WireHeader.protocolNumber, value: String(ProtocolVersion.current))
        headers.add(name: WireHeader.requestID, value: requestID)
        headers.add(name: "Connection", value: "close")
        let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
        context.writeAndFlush(Self.wrapOutboundOut(.head(head)), promise: nil)
        let eventLoop = context.eventLoop
        let connection = NIOLoopBound(self, eventLoop: eventLoop)
        streaming = Task {
            await stream.run { bytes in
                (try? await eventLoop.submit { connection.value.push(bytes) }.get()) ?? false
            }
            eventLoop.execute { connection.value.endStream() }
        }
    }

    /// A reader that has not taken what came before is dropped: nothing is kept for it.
    private func push(_ bytes: [UInt8]) -> Bool {
        guard let context, context.channel.isActive, streaming != nil else { return false }
        guard context.channel.isWritable else {
            context.close(promise: nil)
            return false
        }
        let body = context.channel.allocator.buffer(bytes: bytes)
        context.writeAndFlush(Self.wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
        return true
    }

    private func endStream() {
        guard let task = streaming else { return }
        streaming = nil
        task.cancel()
        guard let context, context.channel.isActive else { return }
        guard context.channel.isWritable else { return context.close(promise: nil) }
        let eventLoop = context.eventLoop
        let connection = NIOLoopBound(self, eventLoop: eventLoop)
        let taken = eventLoop.makePromise(of: Void.self)
        taken.futureResult.whenComplete { _ in connection.value.context?.close(promise: nil) }
        context.writeAndFlush(Self.wrapOutboundOut(.end(nil)), promise: taken)
        // Whoever does not take the end of it is closed all the same.
        connectionGuard?.drain()
    }

    // MARK: Events

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        streaming?.cancel()
        streaming = nil
        dropFile()
    }

    private func dropFile() {
        guard holdsFile else { return }
        holdsFile = false
        registry.fileLeft(uid: peer.uid)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            isStopping = true
            switch state {
            case .idle:
                context.close(promise: nil)
            case .receiving:
                refuse(
                    ZhaoshangError(
                        .shuttingDown, zh: "服务正在停止", en: "the daemon is stopping",
                        hint: Phrase(zh: "稍后重试", en: "try again in a moment")))
            case .answering, .done:
                endStream()
            }
        case ChannelEvent.inputClosed:
            // The client has said everything. Somebody who waits for an answer gets it.
            isStopping = true
            if case .answering = state, streaming == nil { break }
            context.close(promise: nil)
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case HTTPParserError.headerOverflow:
            headerOverflow()
        case is HTTPParserError:
            refuse(
                ZhaoshangError(
                    .badRequest, zh: "不是有效的 HTTP 请求", en: "this is not a valid HTTP request",
                    details: ["reason": .text(String(describing: error))]))
        default:
            context.close(promise: nil)
        }
    }

    private static let tooManyFiles = ZhaoshangError(
        .tryAgain, zh: "正在接收的文件太多", en: "too many files are on their way already",
        hint: Phrase(zh: "稍后重试", en: "try again in a moment"))

    private static func bodyTooLarge(_ limit: Int) -> ZhaoshangError {
        ZhaoshangError(
            .bodyTooLarge, zh: "请求正文超过 \(limit) 字节", en: "the body is longer than \(limit) bytes",
            details: ["limit": .number(Int64(limit))])
    }
}
