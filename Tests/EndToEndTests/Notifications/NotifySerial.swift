import Foundation
import Testing

/// Reminders on their way out: the real daemon, and receivers on loopback that are strict and misbehave.
@Suite(.serialized, .enabled(if: Receiver.isThere, "python3 is missing"))
struct NotifySerial {
    private static let secret = "SEC8f3a2b1c0d9e"

    /// 80 % of a day's limit of 17 h 30 min are 14:00: twelve officers are reminded of their inventories.
    @Test func robotThatIsAskedTooMuchIsAskedAgainOnceAndTheMessageArrivesOnce() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let robot = try Receiver("dingtalk", in: root, secrets: [Self.secret], script: "throttle")
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "token = token-1234\nsecret = \(Self.secret)\n", as: "group")
        try add(daemon, "group", "dingtalk", robot, "robot/send")
        try daemon.advance(to: "2026-03-02T14:00")
        let deliveries = try daemon.settledDeliveries()
        #expect(deliveries.count == 12)
        #expect(deliveries.allSatisfy { $0["state"].string == "delivered" && $0["attempts"].int == 2 })
        let requests = try robot.requests
        #expect(requests.map(\.verdict) == ["throttle", "ok"])
        // Twelve reminders are one message, the same both times.
        #expect(requests[0].text == requests[1].text)
        let lines = requests[1].text.split(separator: "\n").map(String.init)
        #expect(lines.first == "【招商】待办提醒 12 项")
        #expect(lines.filter { $0.contains("请于 2026-03-02 17:30 前完成") }.count == 12)
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    @Test(arguments: [
        ("wecom", "93000", "invalid webhook url"), ("dingtalk", "310000", "sign not match"),
        ("feishu", "19021", "sign match fail"),
    ])
    func mistypedSecretIsReportedInTheChannelsOwnWords(kind: String, code: String, reason: String) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let robot = try Receiver(kind, in: root, secrets: kind == "wecom" ? [] : [Self.secret])
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        let typed = kind == "wecom" ? "token = tokne-1243\n" : "token = token-1234\nsecret = SEC-mistyped-8f3a\n"
        try daemon.keep(secret: typed, as: "group")
        try add(daemon, "group", kind, robot, "robot")
        let outcome = try daemon.zs("notify", "test", "group", "--json")
        #expect(outcome.code == 1, "\(outcome)")
        let document = try outcome.document
        #expect(document["code"].string == code)
        #expect(document["reason"].string?.contains(reason) == true)
        #expect(try robot.verdicts == ["refused"])

        try daemon.keep(secret: "token = token-1234\nsecret = \(Self.secret)\n", as: "group")
        let right = try daemon.zs("notify", "test", "group", "--json")
        #expect(right.code == 0, "\(right)")
        #expect(try robot.verdicts == ["refused", "ok"])

        // No secret is in an answer, in the log, or in the store.
        let process = try #require(daemon.process)
        #expect(try daemon.stop().code == 0)
        let bytes = try FileManager.default.contentsOfDirectory(atPath: daemon.state).filter {
            $0.hasPrefix("zhaoshang.sqlite")
        }
        .map { try Data(contentsOf: URL(filePath: daemon.state + "/" + $0)) }
        for hidden in ["SEC-mistyped-8f3a", "tokne-1243", "token-1234", Self.secret] {
            #expect(!(outcome.output + outcome.errors + right.output + process.errors).contains(hidden))
            #expect(!bytes.contains { $0.range(of: Data(hidden.utf8)) != nil })
        }
    }

    @Test func misbehavingWebhookGetsEachMessageAndKnowsItByItsKey() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let hook = try Receiver("webhook", in: root, secrets: [key], script: "500,reset,ok,503,throttle")
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "secret = \(key)\n", as: "hook")
        try add(daemon, "hook", "webhook", hook, "in", "unit:bn-ne", "kinds:reminder")
        try daemon.advance(to: "2026-03-02T14:00")
        let deliveries = try daemon.settledDeliveries()
        #expect(deliveries.allSatisfy { $0["state"].string == "delivered" })
        let requests = try hook.requests
        #expect(requests.prefix(3).map(\.verdict) == ["500", "reset", "ok"])
        let arrived = requests.filter { $0.verdict == "ok" }
        #expect(Set(arrived.map(\.key)).count == arrived.count)
        #expect(Set(arrived.map(\.key)) == Set(deliveries.compactMap { $0["message"].string }))
    }

    @Test(arguments: [("redirect", "302"), ("slow", nil), ("garbage", nil), ("500", "500")])
    func receiverThatFailsForGoodMakesADeadLetterThatCanBeSentAgain(word: String, code: String?) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let tries = word == "redirect" ? 1 : 3
        let script = Array(repeating: word, count: tries).joined(separator: ",")
        let robot = try Receiver("wecom", in: root, script: script)
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "token = token-1234\n", as: "group")
        try add(daemon, "group", "wecom", robot, "send", "officer:bn-ne-1")
        try daemon.advance(to: "2026-03-02T14:00")
        let dead = try daemon.settledDeliveries()
        #expect(dead.map { $0["state"].string } == ["dead"])
        #expect(dead[0]["attempts"].int == tries)
        if let code { #expect(dead[0]["code"].string == code) }
        #expect(try robot.verdicts == Array(repeating: word, count: tries))

        let number = try #require(dead[0]["number"].int)
        _ = try daemon.document("notify", "retry", String(number))
        #expect(try daemon.settledDeliveries().map { $0["state"].string } == ["delivered"])
        #expect(try robot.verdicts.last == "ok")
        #expect(try daemon.failure("notify", "retry", String(number), code: 66)["code"].string == "not_found")
    }

    /// Killed while the receiver thinks: after the next start the message goes out once more. Programs know it by its key,
    /// people by its words.
    @Test(arguments: ["wecom", "webhook"])
    func whatWasUnderWayAtAKillGoesOutOnceMoreAndSaysSo(kind: String) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let receiver = try Receiver(kind, in: root, secrets: kind == "webhook" ? [key] : [], script: "slow")
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "token = token-1234\nsecret = \(key)\n", as: "out")
        try add(daemon, "out", kind, receiver, "send", "officer:bn-ne-1")
        try daemon.advance(to: "2026-03-02T14:00")
        try receiver.arrivals(1)
        try daemon.kill()
        try daemon.start(at: "2026-03-02T14:00", arguments: ["--config", root.path + "/zhaoshang.yaml"])
        let deliveries = try daemon.settledDeliveries()
        #expect(deliveries.map { $0["state"].string } == ["delivered"])
        #expect(deliveries.map { $0["attempts"].int } == [2])
        let requests = try receiver.requests
        #expect(requests.map(\.verdict) == ["slow", "ok"])
        #expect(requests[0].key == requests[1].key)
        if kind == "wecom" { #expect(requests[1].text == "（上次结果不明，可能重复）\n" + requests[0].text) }
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    @Test(arguments: ["implicit", "starttls"])
    func mailGoesOnlyToAServerThatAKnownAuthorityVouchesFor(mode: String) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let certificate = try Receiver.certificate(of: "mail.localhost", in: root)
        let server = try Receiver(
            "smtp", in: root, token: "zs", secrets: ["open sesame"], tls: (mode, certificate))
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root, allow: "[127.0.0.0/8, '::1/128']")
        try daemon.keep(secret: "user = zs\npassword = open sesame\n", as: "mail")
        let scheme = mode == "implicit" ? "smtps" : "smtp"
        // Names below `localhost` lead to this machine (RFC 6761 6.3), but are not taken for it.
        _ = try daemon.document(
            "notify", "add", "mail", "kind:smtp", "secret:mail", "url:\(scheme)://mail.localhost:\(server.port)",
            "from:zs@example.cn", "to:wang@example.cn")
        let unknown = try daemon.zs("notify", "test", "mail", "--json")
        #expect(unknown.code == 1)
        #expect(try unknown.document["reason"].string?.contains("certificate") == true, "\(unknown)")
        #expect(try server.verdicts.allSatisfy { $0 == "not encrypted" })

        #expect(try daemon.stop().code == 0)
        let settings = root.path + "/zhaoshang.yaml"
        let text = String(decoding: try #require(FileManager.default.contents(atPath: settings)), as: UTF8.self)
        _ = try root.write(text + "\n  certificates: \(root.path)/certificate.pem\n", to: "zhaoshang.yaml")
        try daemon.start(at: "2026-03-02T09:00", arguments: ["--config", settings])
        let known = try daemon.zs("notify", "test", "mail", "--json")
        #expect(known.code == 0, "\(known)")
        let last = try #require(try server.requests.last)
        #expect(last.verdict == "ok" && last.key == "<wang@example.cn>")

        // The same authority does not make another name of it.
        _ = try daemon.document(
            "notify", "edit", "mail", "url:\(scheme)://post.localhost:\(server.port)")
        let other = try daemon.zs("notify", "test", "mail", "--json")
        #expect(other.code == 1, "\(other)")
        let verdicts = try server.verdicts.filter { $0 != "not encrypted" }
        #expect(verdicts == ["ok"])
    }

    @Test func passwordIsNotSaidToAServerWithoutEncryption() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let server = try Receiver("smtp", in: root, token: "zs", secrets: ["open sesame"])
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root, allow: "[127.0.0.0/8, '::1/128']")
        try daemon.keep(secret: "user = zs\npassword = open sesame\n", as: "mail")
        _ = try daemon.document(
            "notify", "add", "mail", "kind:smtp", "secret:mail", "url:smtp://mail.localhost:\(server.port)",
            "from:zs@example.cn", "to:wang@example.cn")
        #expect(try daemon.zs("notify", "test", "mail").code == 1)
        #expect(try server.requests.isEmpty)
    }

    @Test func receiverThatIsGoneIsSwitchedOff() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let key = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
        let hook = try Receiver("webhook", in: root, secrets: [key], script: "410")
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "secret = \(key)\n", as: "hook")
        try add(daemon, "hook", "webhook", hook, "in", "officer:bn-ne-1")
        try daemon.advance(to: "2026-03-02T14:00")
        #expect(try daemon.settledDeliveries().map { $0["code"].string } == ["410"])
        let deadline = Date(timeIntervalSinceNow: 10)
        while try daemon.document("notify", "list")["channels"][0]["active"].isTrue {
            try #require(Date() < deadline)
            usleep(20_000)
        }
        #expect(try hook.verdicts == ["410"])
    }

    @Test func addressInsideTheHouseIsNotReachedUnlessAllowed() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let robot = try Receiver("wecom", in: root)
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root, allow: "[10.9.0.0/16]")
        try daemon.keep(secret: "token = token-1234\n", as: "group")
        try add(daemon, "group", "wecom", robot, "send")
        _ = try daemon.document(
            "notify", "add", "named", "kind:wecom", "secret:group", "url:http://localhost:\(robot.port)/send")
        for code in ["group", "named"] {
            let outcome = try daemon.zs("notify", "test", code, "--json")
            #expect(outcome.code == 1)
            #expect(try outcome.document["code"].string == "address", "\(outcome)")
        }
        #expect(try robot.requests.isEmpty)
    }

    @Test(arguments: [0o644, 0o640, 0o700])
    func secretThatOthersMayReadIsRefused(mode: Int) throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let robot = try Receiver("wecom", in: root)
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "token = token-1234\n", as: "group", mode: mode)
        try add(daemon, "group", "wecom", robot, "send")
        let outcome = try daemon.zs("notify", "test", "group", "--json")
        #expect(outcome.code == 1)
        #expect(try outcome.document["reason"].string?.contains(String(mode, radix: 8)) == true, "\(outcome)")
        #expect(try robot.requests.isEmpty)
    }

    @Test(arguments: [
        "url:https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc", "url:https://user:pass@example.cn/x",
        "url:http://example.cn/x", "url:file:///etc/passwd", "url:gopher://example.cn/x", "url:nonsense",
    ])
    func addressThatHoldsASecretOrLeadsAstrayIsRefused(url: String) throws {
        let daemon = try TemporaryRoot.daemon(at: "2026-03-02T09:00")
        defer { daemon.root.remove() }
        let outcome = try daemon.zs("notify", "add", "x", "kind:wecom", "secret:x", url)
        #expect(outcome.code == 64, "\(outcome)")
        #expect(!outcome.errors.contains("key=abc") && !outcome.errors.contains("pass@"))
    }

    @Test func mailArrivesWithItsWords() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let server = try Receiver("smtp", in: root, token: "zs", secrets: ["open sesame"], script: "ok,later")
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "user = zs\npassword = wrong\n", as: "mail")
        _ = try daemon.document(
            "notify", "add", "mail", "kind:smtp", "secret:mail", "url:smtp://127.0.0.1:\(server.port)",
            "from:zs@example.cn", "to:wang@example.cn,li@example.cn", "officer:bn-ne-1", "lang:both")
        let wrong = try daemon.zs("notify", "test", "mail", "--json")
        #expect(wrong.code == 1)
        #expect(try wrong.document["code"].string == "535", "\(wrong)")
        try daemon.keep(secret: "user = zs\npassword = open sesame\n", as: "mail")
        #expect(try daemon.zs("notify", "test", "mail").code == 0)
        try daemon.advance(to: "2026-03-02T14:00")
        #expect(try daemon.settledDeliveries().map { $0["state"].string } == ["delivered"])
        let requests = try server.requests
        #expect(requests.map(\.verdict) == ["refused", "ok", "later", "ok"])
        let mail = try #require(requests.last)
        #expect(mail.key == "<wang@example.cn> <li@example.cn>")
        let identities = requests[2...].map { request in
            request.text.split(separator: "\r\n").first { $0.hasPrefix("Message-ID: <T-") }
        }
        #expect(identities[0] != nil && identities[0] == identities[1])
        let body = mail.text.components(separatedBy: "\r\n\r\n").dropFirst().joined().replacingOccurrences(
            of: "\r\n", with: "")
        let text = try #require(Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) })
        #expect(text.contains("请于 2026-03-02 17:30 前完成") && text.contains("is due 2026-03-02 17:30"))
    }

    @Test func programGetsTheDocumentAndOnlyNamedOnesRun() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let got = root.path + "/got.json"
        let program = try root.write("#!/bin/sh\ncat > \(got)\n", to: "notice.sh")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root, programs: "[\(program)]")
        _ = try daemon.document("notify", "add", "run", "kind:command", "run:\(program)", "officer:bn-ne-1")
        _ = try daemon.document("notify", "add", "other", "kind:command", "run:/bin/true", "officer:bn-ne-2")
        try daemon.advance(to: "2026-03-02T14:00")
        let deliveries = try daemon.settledDeliveries()
        #expect(
            Set(deliveries.map { "\($0["channel"].string ?? "") \($0["state"].string ?? "")" }) == [
                "run delivered", "other dead",
            ])
        let document = try JSON(
            String(decoding: try #require(FileManager.default.contents(atPath: got)), as: UTF8.self))
        #expect(document["type"].string == "task.reminder")
        #expect(document["data"]["schema"].string == "zhaoshang/notice.v1")
        #expect(document["data"]["items"].items.count == 1)
    }

    /// Down from 2 March to 23 March: no message for each missed moment, one digest a recipient.
    @Test func afterAnOutageEachRecipientGetsOneDigest() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let robot = try Receiver("feishu", in: root)
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root)
        try daemon.keep(secret: "token = token-1234\n", as: "group")
        try add(daemon, "group", "feishu", robot, "hook")
        try daemon.stop()
        try daemon.start(at: "2026-03-23T09:00", arguments: ["--config", root.path + "/zhaoshang.yaml"])
        let deliveries = try daemon.settledDeliveries()
        #expect(deliveries.allSatisfy { $0["kind"].string == "digest" })
        let recipients = deliveries.compactMap { $0["recipient"].string }
        #expect(Set(recipients).count == recipients.count)
        #expect(!recipients.isEmpty)
    }

    private func add(
        _ daemon: Daemon, _ code: String, _ kind: String, _ receiver: Receiver, _ path: String, _ words: String...
    ) throws {
        _ = try daemon.document(
            ["notify", "add", code, "kind:\(kind)", "secret:\(code)", "url:http://127.0.0.1:\(receiver.port)/\(path)"]
                + words)
    }
}
