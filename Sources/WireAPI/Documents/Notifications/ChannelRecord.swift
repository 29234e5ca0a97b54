/// A way out for messages. It shows the name of its secret's file and nothing of the secret.
public struct ChannelRecord: Hashable, Sendable, Codable {
    public var id: String
    public var code: String
    public var kind: String
    public var url: String?
    public var secret: String?
    /// Program and arguments.
    public var run: [String]?
    public var from: String?
    public var to: [String]?
    public var officers: [String]?
    public var units: [String]?
    /// Absent: all.
    public var kinds: [String]?
    /// Absent: as the setting has it.
    public var lang: String?
    public var active: Bool
    public var pending: Int
    public var dead: Int
    /// Why the newest message did not arrive.
    public var reason: String?

    public init(
        id: String, code: String, kind: String, url: String? = nil, secret: String? = nil, run: [String]? = nil,
        from: String? = nil, to: [String]? = nil, officers: [String]? = nil, units: [String]? = nil,
        kinds: [String]? = nil, lang: String? = nil, active: Bool, pending: Int, dead: Int, reason: String? = nil
    ) {
        self.id = id
        self.code = code
        self.kind = kind
        self.url = url
        self.secret = secret
        self.run = run
        self.from = from
        self.to = to
        self.officers = officers
        self.units = units
        self.kinds = kinds
        self.lang = lang
        self.active = active
        self.pending = pending
        self.dead = dead
        self.reason = reason
    }
}

/// Channels by id.
public struct ChannelsDocument: WireDocument {
    public static let schema = "zhaoshang/channels.v1"

    public var schema: String = Self.schema
    public var channels: [ChannelRecord]

    public init(channels: [ChannelRecord]) {
        self.channels = channels
    }
}

/// What a channel said to a test message.
public struct ChannelTestDocument: WireDocument {
    public static let schema = "zhaoshang/channel-test.v1"

    public var schema: String = Self.schema
    public var channel: String
    public var ok: Bool
    /// `delivered`, `throttled`, `failed`, `refused` or `gone`.
    public var outcome: String
    /// The channel's own number.
    public var code: String?
    /// The channel's own words.
    public var reason: String?

    public init(channel: String, ok: Bool, outcome: String, code: String? = nil, reason: String? = nil) {
        self.channel = channel
        self.ok = ok
        self.outcome = outcome
        self.code = code
        self.reason = reason
    }
}
