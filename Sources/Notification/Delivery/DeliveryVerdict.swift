/// What became of one attempt, judged by what the receiver means and not by the status of its transport alone.
public struct DeliveryVerdict: Hashable, Sendable {
    public enum Outcome: String, Hashable, Sendable {
        case delivered
        /// The receiver gets too much; it is asked again after a while.
        case throttled
        /// It may work later.
        case failed
        /// It will not work as it is: a wrong secret, a wrong address.
        case refused
        /// The receiver is gone for good: the channel is switched off.
        case gone
    }

    public var outcome: Outcome
    /// The channel's own number: `errcode`, `code`, an HTTP status, an exit status.
    public var code: String?
    /// The channel's own words, or why it was not reached.
    public var reason: String
    /// Milliseconds that the receiver asks to wait.
    public var retryAfter: Int64?
    /// The message was handed over and nothing was said to it: it may have arrived all the same.
    public var unsure: Bool

    public init(
        _ outcome: Outcome, code: String? = nil, reason: String = "", retryAfter: Int64? = nil, unsure: Bool = false
    ) {
        self.outcome = outcome
        self.unsure = unsure
        self.code = code
        self.reason = reason
        self.retryAfter = retryAfter
    }

    /// Foreign words on one line, of bounded length.
    public static func shown(_ text: String) -> String {
        let line = text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : String($0) }.joined()
        let trimmed = String(line.drop { $0 == " " })
        return trimmed.count <= 300 ? trimmed : String(trimmed.prefix(300)) + "…"
    }
}

/// What the daemon sends through; the adapter that reaches the network stands outside.
public protocol Courier: Sendable {
    /// One attempt. Every failure is a verdict.
    func send(_ post: Post, over channel: Channel) async -> DeliveryVerdict
}

/// One thing to send: a text for people, or a document for programs.
public struct Post: Hashable, Sendable {
    /// By which a receiver tells that it had it already.
    public var key: String
    public var subject: String
    public var text: String
    public var document: [UInt8]

    public init(key: String, subject: String, text: String, document: [UInt8]) {
        self.key = key
        self.subject = subject
        self.text = text
        self.document = document
    }

    /// Bytes of a text that are left for ``markedAsRepeat(_:)``.
    private static let markRoom = 64

    /// What a channel sends for messages that go out together: texts that fit for people, one document for programs.
    ///
    /// - Parameter texts: the parts as an earlier attempt made them; empty for none.
    public static func of(
        _ messages: [Message], key: String, over channel: Channel, _ wording: Channel.Wording, texts: [String] = []
    ) -> [Post] {
        let subject = MessageText.subject(messages, wording)
        let document = messages.first?.document ?? []
        let made = MessageText.parts(messages, wording, limit: channel.kind.textLimit - markRoom)
        let parts = texts.isEmpty ? made : texts
        if parts.count == 1 { return [Post(key: key, subject: subject, text: parts[0], document: document)] }
        return parts.enumerated().map { index, text in
            Post(key: "\(key)/\(index + 1)", subject: subject, text: text, document: document)
        }
    }

    /// For people, who cannot tell by the key that they had it already. The document stays: programs can.
    public func markedAsRepeat(_ wording: Channel.Wording) -> Post {
        let zh = "（上次结果不明，可能重复）"
        let en = "(possibly a repeat)"
        let mark = wording == .zh ? zh : wording == .en ? en : "\(zh) \(en)"
        return Post(key: key, subject: "\(subject) \(mark)", text: "\(mark)\n\(text)", document: document)
    }
}
