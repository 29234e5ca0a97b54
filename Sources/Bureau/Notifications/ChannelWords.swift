import Cadence
import Identifiers
import Labels
import Notification
import Promotion

/// The words of a channel: `zs notify add ne-group kind:wecom secret:ne-group unit:bn-ne`.
enum ChannelWords {
    static let keys: [String: String] = [
        "code": "code", "代码": "code", "kind": "kind", "类型": "kind", "url": "url", "地址": "url", "secret": "secret",
        "密钥": "secret", "run": "run", "程序": "run", "from": "from", "发件人": "from", "to": "to", "收件人": "to",
        "officer": "officers", "officers": "officers", "人员": "officers", "unit": "units", "units": "units",
        "机构": "units", "kinds": "kinds", "消息": "kinds", "lang": "lang", "language": "lang", "语言": "lang",
        "active": "active", "启用": "active",
    ]

    static func code(_ keyed: KeyedWords) throws -> String {
        let code = (keyed.value("code") ?? keyed.plain.first ?? "").lowercased()
        let legal =
            code.count <= 40 && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0)) }
        guard !code.isEmpty, legal, ChannelID(code) == nil else {
            throw ZhaoshangError(
                .incomplete, zh: "渠道代码须为小写字母、数字和 -._，且不像编号",
                en: "a channel's code has letters, digits and -._, and does not look like an id",
                hint: Phrase("zs notify add ne-group kind:wecom secret:ne-group unit:bn-ne"),
                details: ["missing": .list(["code"])])
        }
        return code
    }

    static func apply(
        _ keyed: KeyedWords, to channel: Channel, officers: [Officer], _ tree: UnitTree
    ) throws -> Channel {
        var after = channel
        if let kind = keyed.value("kind") { after.kind = try word(kind, Channel.Kind.self, "kind") }
        if let url = keyed.value("url") { after.url = url.isEmpty ? nil : url }
        if let secret = keyed.value("secret") { after.secret = secret.isEmpty ? nil : secret }
        if let run = keyed.values["run"] { after.argv = run.filter { !$0.isEmpty } }
        if let from = keyed.value("from") { after.mailboxes = [from] + after.mailboxes.dropFirst() }
        if let to = keyed.list("to") { after.mailboxes = [after.mailboxes.first ?? ""] + to }
        if let named = keyed.list("officers") {
            after.officers = try named.map { try Bureau.officer(named: $0, in: officers).id }
        }
        if let named = keyed.list("units") { after.units = try named.map { try Bureau.unit(named: $0, in: tree).id } }
        if let kinds = keyed.list("kinds") {
            after.kinds = try kinds.filter { $0 != "all" }.map { try word($0, Reminder.Kind.self, "kinds").rawValue }
        }
        if let lang = keyed.value("lang") {
            after.wording = lang.isEmpty ? nil : try word(lang, Channel.Wording.self, "lang")
        }
        if let active = keyed.value("active") {
            after.active = !["no", "false", "0", "否"].contains(active.lowercased())
        }
        try check(after)
        return after
    }

    private static func word<Value: RawRepresentable & CaseIterable>(
        _ text: String, _ type: Value.Type, _ key: String
    ) throws -> Value where Value.RawValue == String {
        if let value = Value(rawValue: text) ?? Value(rawValue: text.lowercased()) { return value }
        let known = Value.allCases.map(\.rawValue).joined(separator: " ")
        throw ZhaoshangError(
            .usage, zh: "\(key) 不接受 \(text)", en: "\(key) does not take \(text)",
            hint: Phrase(zh: "可用：\(known)", en: "one of: \(known)"), details: ["key": .text(key)])
    }

    /// Everything that is missing or wrong for the kind, at once.
    private static func check(_ channel: Channel) throws {
        var missing: [String] = []
        switch channel.kind {
        case .wecom, .dingtalk, .feishu: if channel.secret == nil { missing.append("secret") }
        case .webhook: if channel.secret == nil { missing.append("secret") }
        case .smtp:
            if channel.url == nil, channel.secret == nil { missing.append("url") }
            if channel.mailboxes.first?.contains("@") != true { missing.append("from") }
            if channel.mailboxes.dropFirst().isEmpty { missing.append("to") }
        case .command: if channel.argv.first?.hasPrefix("/") != true { missing.append("run") }
        }
        guard missing.isEmpty else {
            throw ZhaoshangError(
                .incomplete, zh: "\(channel.kind.rawValue) 渠道缺少：\(missing.joined(separator: "、"))",
                en: "a \(channel.kind.rawValue) channel needs: \(missing.joined(separator: ", "))",
                hint: Phrase(
                    zh: "密钥写在 zsd 的密钥目录里，secret: 只写文件名；见 Docs/notifications.md",
                    en:
                        "secrets lie in the daemon's directory of secrets, secret: names the file; see Docs/notifications.md"
                ),
                details: ["missing": .list(missing)])
        }
        try checkMailboxes(channel)
        if let url = channel.url { try ChannelAddress.check(url, channel.kind) }
    }

    /// A mailbox that breaks a line would write header fields of its own.
    private static func checkMailboxes(_ channel: Channel) throws {
        let wrong = channel.mailboxes.first { box in
            let parts = box.split(separator: "@", omittingEmptySubsequences: false)
            let legal = box.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value != 0x7F && !"<>\",;\\()".contains(Character($0))
            }
            return !legal || parts.count != 2 || parts.contains("")
        }
        guard let wrong else { return }
        throw ZhaoshangError(
            .usage, zh: "不是邮箱地址：\(wrong)", en: "not a mailbox: \(wrong)",
            hint: Phrase("from:zsd@example.cn to:a@example.cn"))
    }

    static func differences(_ before: Channel, _ after: Channel) -> [Change] {
        let fields: [(String, String?, String?)] = [
            ("kind", before.kind.rawValue, after.kind.rawValue), ("url", before.url, after.url),
            ("secret", before.secret, after.secret),
            ("run", before.argv.joined(separator: " "), after.argv.joined(separator: " ")),
            ("mailboxes", before.mailboxes.joined(separator: ","), after.mailboxes.joined(separator: ",")),
            ("officers", list(before.officers), list(after.officers)), ("units", list(before.units), list(after.units)),
            ("kinds", before.kinds.joined(separator: ","), after.kinds.joined(separator: ",")),
            ("lang", before.wording?.rawValue, after.wording?.rawValue),
            ("active", String(before.active), String(after.active)),
        ]
        return fields.filter { $0.1 != $0.2 }.map { Change($0.0, from: $0.1, to: $0.2) }
    }

    private static func list(_ ids: [some CustomStringConvertible]) -> String {
        ids.map(\.description).joined(separator: ",")
    }
}

/// What a channel's address may be: encrypted, without anything secret in it.
enum ChannelAddress {
    static func check(_ url: String, _ kind: Channel.Kind) throws {
        let parts = url.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let authority = parts[1].split(separator: "/", maxSplits: 1).first, !authority.isEmpty,
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { throw problem(url, zh: "不是地址", en: "is not an address") }
        // The address is shown to everybody who may list channels, and stands in the log for ever.
        guard !authority.contains("@"), !url.contains("?"), !url.contains("#") else {
            throw problem(
                "…", zh: "地址中不能有用户、密码或查询串：把令牌写进密钥文件",
                en: "has a user, a password or a query in it: put the token into the secret file")
        }
        let known = kind == .smtp ? ["smtp", "smtps"] : ["https", "http"]
        guard known.contains(parts[0]) else {
            throw problem(url, zh: "应以 \(known[0]):// 开头", en: "begins with \(known[0])://")
        }
        if parts[0] == "http", !LocalAddress.isMeant(by: url) {
            throw problem(url, zh: "不加密的 http 只用于本机", en: "plain http is for this machine alone")
        }
    }

    private static func problem(_ url: String, zh: String, en: String) -> ZhaoshangError {
        ZhaoshangError(
            .usage, zh: "url \(url) \(zh)", en: "the url \(url) \(en)",
            hint: Phrase("url:https://hooks.example.cn/zhaoshang"))
    }
}
