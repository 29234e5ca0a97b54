public import Identifiers

/// 通知渠道 `W`: a way out of the house, to a group chat, a mailbox, another program, and whose messages take it.
///
/// It holds no secret: those are in the file that ``secret`` names, which only the daemon reads.
public struct Channel: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// 企业微信群机器人
        case wecom
        /// 钉钉群机器人
        case dingtalk
        /// 飞书群机器人
        case feishu
        /// Standard Webhooks 1.0
        case webhook
        case smtp
        /// A program of this machine, with the message on its standard input.
        case command
    }

    /// In which words messages are written.
    public enum Wording: String, Hashable, Sendable, Codable, CaseIterable {
        case zh, en, both
    }

    public var id: ChannelID
    /// Short key that people use: `ne-group`. Unique, lower case.
    public var code: String
    public var kind: Kind
    /// Absent where the kind has an address of its own. Without user, password or query: those are secrets.
    public var url: String?
    /// The name of a file in the daemon's directory of secrets.
    public var secret: String?
    /// Program and arguments of a command.
    public var argv: [String]
    /// Mailboxes of an SMTP channel, its sender first.
    public var mailboxes: [String]
    /// Officers whose messages it takes; with none named, those of its units.
    public var officers: [OfficerID]
    /// Units, and all below them. With neither units nor officers: everybody.
    public var units: [UnitID]
    /// Kinds of messages it takes; empty for all.
    public var kinds: [String]
    /// Absent: as the setting `notify.language` has it.
    public var wording: Wording?
    public var active: Bool

    public init(
        id: ChannelID, code: String, kind: Kind, url: String? = nil, secret: String? = nil, argv: [String] = [],
        mailboxes: [String] = [], officers: [OfficerID] = [], units: [UnitID] = [], kinds: [String] = [],
        wording: Wording? = nil, active: Bool = true
    ) {
        self.id = id
        self.code = code
        self.kind = kind
        self.url = url
        self.secret = secret
        self.argv = argv
        self.mailboxes = mailboxes
        self.officers = officers
        self.units = units
        self.kinds = kinds
        self.wording = wording
        self.active = active
    }

    public func takes(_ messageKind: String) -> Bool {
        active && (kinds.isEmpty || kinds.contains(messageKind))
    }
}

/// A channel was added (`before` absent), changed, or its addition was taken back (`after` absent).
public struct ChannelChanged: Hashable, Sendable, Codable {
    public var before: Channel?
    public var after: Channel?

    public init(before: Channel?, after: Channel?) {
        self.before = before
        self.after = after
    }
}

extension Channel.Kind {
    /// Where the kind's own service is.
    public var defaultURL: String? {
        switch self {
        case .wecom: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send"
        case .dingtalk: "https://oapi.dingtalk.com/robot/send"
        case .feishu: "https://open.feishu.cn/open-apis/bot/v2/hook"
        case .webhook, .smtp, .command: nil
        }
    }

    /// Bytes of a message's text: https://developer.work.weixin.qq.com/document/path/91770 (2,048), DingTalk and Feishu
    /// 20 KB of the whole request, of which the rest takes little. Mail and programs take what there is.
    public var textLimit: Int {
        switch self {
        case .wecom: 2_048
        case .dingtalk, .feishu: 18_000
        case .webhook, .smtp, .command: 1_000_000
        }
    }

    /// People read them: several messages that wait go out as one.
    public var gathers: Bool {
        switch self {
        case .wecom, .dingtalk, .feishu, .smtp: true
        case .webhook, .command: false
        }
    }

    /// What the service takes: 20 a minute for WeCom and DingTalk robots, 100 a minute and 5 a second for Feishu's. The
    /// others have no published number; a receiver should still not be flooded.
    public var rates: [RatePlan.Limit] {
        switch self {
        case .wecom, .dingtalk: [RatePlan.Limit(count: 20, milliseconds: 60_000)]
        case .feishu:
            [RatePlan.Limit(count: 5, milliseconds: 1_000), RatePlan.Limit(count: 100, milliseconds: 60_000)]
        case .webhook: [RatePlan.Limit(count: 10, milliseconds: 1_000)]
        case .smtp, .command: [RatePlan.Limit(count: 60, milliseconds: 60_000)]
        }
    }

    /// Milliseconds for which the service refuses after too much: DingTalk says ten minutes, the windows of the others are
    /// a minute.
    public var throttle: Int64 { self == .dingtalk ? 600_000 : 60_000 }
}
