import NIOCore

/// First in the pipeline: sees bytes before anything has parsed them, and closes what takes too long or says too much
/// before it says what it wants.
final class ConnectionGuard: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private enum Phase {
        /// Nothing of a request is here.
        case idle
        /// Within the request line and header fields; so many bytes came since it began.
        case head(bytes: Int)
        case body
        /// The whole request is here; only the daemon makes the client wait.
        case answering
        /// The reply is on its way out.
        case replying
        /// The last word is said; what still comes is thrown away until the client hangs up.
        case draining
    }

    /// Time for a refused client to read the refusal. Closing at once, with its bytes unread, would make its next
    /// write fail before it looks at the reply.
    private static let farewell: Duration = .seconds(1)

    private let limits: TransportLimits
    private let onHeaderOverflow: () -> Void
    private var context: ChannelHandlerContext?
    private var phase = Phase.idle
    private var hasBytesWaiting = false
    private var deadline: NIODeadline?
    private var timer: (scheduled: Scheduled<Void>, at: NIODeadline)?

    init(limits: TransportLimits, onHeaderOverflow: @escaping () -> Void) {
        self.limits = limits
        self.onHeaderOverflow = onHeaderOverflow
    }

    // MARK: What the request handler reports

    func headArrived() {
        phase = .body
    }

    func requestArrived() {
        phase = .answering
        deadline = nil
    }

    func replyStarted() {
        phase = .replying
        setDeadline(limits.reply)
    }

    func replyTaken() {
        guard case .replying = phase else { return }
        if hasBytesWaiting {
            // The next request began while this one was answered; its time counts from now at the latest.
            hasBytesWaiting = false
            phase = .head(bytes: 0)
            setDeadline(limits.request)
        } else {
            phase = .idle
            setDeadline(limits.idle)
        }
    }

    func drain() {
        phase = .draining
        setDeadline(min(Self.farewell, limits.request))
    }

    // MARK: Bytes

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let count = Self.unwrapInboundIn(data).readableBytes
        switch phase {
        case .idle:
            phase = .head(bytes: count)
            setDeadline(limits.request)
        case .head(let before):
            phase = .head(bytes: before + count)
        case .body:
            break
        case .answering, .replying:
            hasBytesWaiting = true
        case .draining:
            return
        }
        context.fireChannelRead(data)
        // The decoder has worked by now: still no head means that all these bytes belong to one.
        if case .head(let bytes) = phase, bytes > limits.header {
            onHeaderOverflow()
        }
    }

    // MARK: Life

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.scheduled.cancel()
        timer = nil
        deadline = nil
        self.context = nil
    }

    func channelActive(context: ChannelHandlerContext) {
        setDeadline(limits.idle)
        context.fireChannelActive()
    }

    /// One timer a connection, not one a request: it looks at the deadline when it fires and sleeps again.
    private func setDeadline(_ duration: Duration) {
        let time = NIODeadline.now() + TimeAmount(duration)
        deadline = time
        if let timer {
            guard timer.at > time else { return }
            timer.scheduled.cancel()
        }
        schedule(at: time)
    }

    private func schedule(at time: NIODeadline) {
        guard let context else { return }
        let scheduled = context.eventLoop.assumeIsolated().scheduleTask(deadline: time) { self.timerFired() }
        timer = (scheduled, time)
    }

    private func timerFired() {
        timer = nil
        guard let deadline else { return }
        if deadline <= .now() {
            context?.close(promise: nil)
        } else {
            schedule(at: deadline)
        }
    }
}
