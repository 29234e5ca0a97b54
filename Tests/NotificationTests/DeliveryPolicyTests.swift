import Identifiers
import Labels
import Notification
import Testing
import WorkCalendar

struct DeliveryPolicyTests {
    /// Any window of a minute, wherever it begins, holds at most twenty.
    @Test func noWindowHoldsMoreThanItsLimit() {
        for kind in [Channel.Kind.wecom, .dingtalk, .feishu] {
            var plan = RatePlan(kind.rates)
            var sends: [Int64] = []
            for _ in 0..<300 {
                let moment = plan.earliest(from: sends.last ?? 0)
                plan.sent(at: moment)
                sends.append(moment)
            }
            let limits: [(Int, Int64)] = kind == .feishu ? [(5, 1_000), (100, 60_000)] : [(20, 60_000)]
            for (count, length) in limits {
                let fullest = sends.map { start in sends.count { $0 >= start && $0 < start + length } }.max()
                #expect(fullest == count)
            }
        }
    }

    @Test func aThrottledChannelIsQuietUntilItsTime() {
        var plan = RatePlan(Channel.Kind.wecom.rates)
        plan.keepQuiet(until: 5_000)
        #expect(plan.earliest(from: 1_000) == 5_000)
        #expect(plan.earliest(from: 6_000) == 6_000)
    }

    @Test func waitsDoubleAndEnd() throws {
        let policy = RetryPolicy(first: 1_000, longest: 60_000, attempts: 8)
        for (attempts, base) in [(1, 1_000), (2, 2_000), (3, 4_000), (6, 32_000), (7, 60_000)] {
            let wait = try #require(policy.wait(afterAttempts: attempts, key: "T-1/1/O-1"))
            #expect((base...(base + base / 5)).contains(Int(wait)))
        }
        #expect(policy.wait(afterAttempts: 8, key: "T-1/1/O-1") == nil)
    }

    @Test(arguments: [
        (0, true), (59_999, true), (60_001, false), (900_000, false), (1_740_001, true), (1_799_999, true),
    ])
    func nothingGoesOutAtWholeAndHalfHours(phase: Int64, moves: Bool) {
        let now: Int64 = 1_772_433_000_000 + phase
        let start = QuietMinute(spread: 120_000).start(now, channel: "group")
        #expect((start != now) == moves)
        #expect(start >= now)
        if moves { #expect((60_000..<180_000).contains(start % 1_800_000)) }
        #expect(QuietMinute(spread: 0).start(now, channel: "group") == now)
    }

    @Test(
        arguments: [
            (Channel.Kind.wecom, 200, #"{"errcode":0,"errmsg":"ok"}"#, DeliveryVerdict.Outcome.delivered),
            (.wecom, 200, #"{"errcode":45009,"errmsg":"api freq out of limit"}"#, .throttled),
            (.wecom, 200, #"{"errcode":93000,"errmsg":"invalid webhook url"}"#, .refused),
            (.wecom, 200, #"{"errcode":-1,"errmsg":"system busy"}"#, .failed),
            (.dingtalk, 200, #"{"errcode":130101,"errmsg":"send too fast"}"#, .throttled),
            (.dingtalk, 200, #"{"errcode":310000,"errmsg":"sign not match"}"#, .refused),
            (.feishu, 200, #"{"StatusCode":0,"StatusMessage":"success","code":0,"msg":"success"}"#, .delivered),
            (.feishu, 200, #"{"code":11232,"msg":"frequency limit"}"#, .throttled),
            (.feishu, 400, #"{"code":9499,"msg":"Bad Request"}"#, .refused),
            (.feishu, 200, #"{"code":19001,"msg":"param invalid: incoming webhook access token invalid"}"#, .refused),
            (.feishu, 200, #"{"code":19021,"msg":"sign match fail"}"#, .refused),
            (.feishu, 200, #"{"code":19022,"msg":"Ip Not Allowed"}"#, .refused),
            (.feishu, 200, #"{"code":19024,"msg":"Key Words Not Found"}"#, .refused),
            (.feishu, 400, #"{"code":99991400,"msg":"request trigger frequency limit"}"#, .throttled),
            (.feishu, 429, #"{"code":99991400,"msg":"request trigger frequency limit"}"#, .throttled),
            (.feishu, 200, #"{"code":1500,"msg":"internal error"}"#, .failed),
            (.feishu, 400, "<html>", .failed), (.feishu, 500, #"{"code":1500}"#, .failed),
            (.wecom, 200, #"{"errcode":45033,"errmsg":"api concurrent out of limit"}"#, .throttled),
            (.wecom, 200, #"{"errcode":40058,"errmsg":"invalid Request Parameter"}"#, .refused),
            (.dingtalk, 200, #"{"errcode":410100,"errmsg":"发送速度太快而限流"}"#, .throttled),
            (.dingtalk, 200, #"{"errcode":90030,"errmsg":"webhook over limit"}"#, .throttled),
            (.dingtalk, 200, #"{"errcode":300001,"errmsg":"token is not exist"}"#, .refused),
            (.dingtalk, 200, #"{"errcode":400013,"errmsg":"群已被解散"}"#, .refused),
            (.dingtalk, 200, #"{"errcode":400102,"errmsg":"机器人已停用"}"#, .refused),
            (.dingtalk, 200, #"{"errcode":430102,"errmsg":"含有不合适的文本"}"#, .refused),
            (.dingtalk, 200, #"{"errcode":-1,"errmsg":"系统繁忙"}"#, .failed),
            (.dingtalk, 200, "<html>", .failed), (.dingtalk, 200, "{}", .failed), (.wecom, 502, "", .failed),
            (.webhook, 204, "", .delivered), (.webhook, 302, "", .refused), (.webhook, 410, "", .gone),
            (.webhook, 429, "", .throttled), (.webhook, 404, "", .failed),
        ])
    func theReceiversOwnNumberDecides(kind: Channel.Kind, status: Int, body: String, outcome: DeliveryVerdict.Outcome) {
        #expect(ReplyJudge.judge(kind, status: status, body: Array(body.utf8), now: 0).outcome == outcome)
    }

    /// The date is the example of RFC 9110 5.6.7, 784111777 by `date -u -d`.
    @Test(
        arguments: [
            ("120", 120_000), ("0", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 37_000), ("999999999", 86_400_000),
            ("soon", nil), ("-5", nil),
        ] as [(String, Int64?)])
    func retryAfterIsSecondsOrADate(text: String, wait: Int64?) {
        let verdict = ReplyJudge.judge(.webhook, status: 503, body: [], retryAfter: text, now: 784_111_740)
        #expect(verdict.retryAfter == wait)
    }

    @Test func longTextIsCutBetweenCharactersAndNothingIsLost() throws {
        let family = "👨‍👩‍👧"
        let lines = ["标题"] + (0..<40).map { "第\($0)行 " + String(repeating: "招商\(family)", count: $0) }
        for limit in [64, 100, 2_048] {
            let parts = TextSplitting.parts(lines, limit: limit)
            #expect(parts.count > 1)
            #expect(parts.allSatisfy { $0.utf8.count <= limit })
            let joined = parts.map { $0.drop { $0 != "\n" }.dropFirst() }.joined().filter { $0 != "\n" }
            #expect(joined == lines.joined())
            #expect(parts[0].hasPrefix("(1/\(parts.count))\n"))
        }
        #expect(TextSplitting.parts(["short"], limit: 5) == ["short"])
    }

    /// A receiver that got the message and gave no answer of its own may have taken it.
    @Test(arguments: [
        (Channel.Kind.wecom, 200, "<html>", true), (.wecom, 502, "", true), (.webhook, 504, "", true),
        (.webhook, 500, "", false), (.webhook, 503, "", false), (.wecom, 200, #"{"errcode":45009}"#, false),
    ])
    func anAnswerFromElsewhereLeavesItOpen(kind: Channel.Kind, status: Int, body: String, unsure: Bool) {
        #expect(ReplyJudge.judge(kind, status: status, body: Array(body.utf8), now: 0).unsure == unsure)
    }

    @Test(arguments: [
        ("http://localhost/x", true), ("http://LOCALHOST:8080", true), ("smtp://127.0.0.1:25", true),
        ("http://127.8.9.10/", true), ("http://[::1]:80/x", true), ("http://localhost.example.cn/", false),
        ("http://127.example.cn/", false), ("http://127.0.0.1.example.cn/", false), ("http://mail.localhost/", false),
        ("http://localhost@example.cn/", false), ("http://example.cn/localhost", false),
        ("http://[::1].example.cn/", false),
        ("http://127.0.0.1:x/", false), ("localhost", false), ("http://", false), ("http://127.0.0.256", false),
    ])
    func onlyThisMachineIsThisMachine(url: String, isMeant: Bool) {
        #expect(LocalAddress.isMeant(by: url) == isMeant)
    }

    /// With the mark that a repeat gets, a text still fits what the service takes.
    @Test(arguments: [Channel.Kind.wecom, .dingtalk, .feishu], [Channel.Wording.zh, .en, .both])
    func markedTextsKeepTheLimit(kind: Channel.Kind, wording: Channel.Wording) throws {
        let at = try #require(Instant(iso8601: "2026-03-02T14:00"))
        let items = (1...900).map { number in
            Message.Item(
                task: "T-\(number)", title: Phrase(zh: "日盘点 2026-03-02", en: "Daily inventory"), dueAt: at,
                provisional: false, level: 1, overdue: false)
        }
        let message = Message(
            key: "digest/O-1/1", kind: "digest", recipient: "O-1", recipientName: Phrase(zh: "张伟", en: "Zhang Wei"),
            at: at, items: items)
        let channel = Channel(id: ChannelID(1), code: "group", kind: kind)
        let posts = Post.of([message], key: message.key, over: channel, wording)
        #expect(posts.count > 1)
        #expect(posts.allSatisfy { $0.markedAsRepeat(wording).text.utf8.count <= kind.textLimit })
        let marked = posts[0].markedAsRepeat(wording)
        #expect(marked.text.hasSuffix(posts[0].text) && marked.key == posts[0].key)
    }

    @Test func nearestChannelTakesTheMessage() {
        func channel(_ number: Int64, officers: [Int64] = [], units: [Int64] = [], kinds: [String] = []) -> Channel {
            Channel(
                id: ChannelID(number), code: "c\(number)", kind: .wecom, officers: officers.map { OfficerID($0) },
                units: units.map { UnitID($0) }, kinds: kinds)
        }
        let all = [
            channel(1), channel(2, units: [1]), channel(3, units: [2]), channel(4, officers: [7]),
            channel(5, units: [3], kinds: ["escalation"]),
        ]
        func chosen(_ kind: String, _ officer: Int64?, _ units: [Int64]) -> [Int64] {
            ChannelChoice.channels(
                all, kind: kind, officer: officer.map { OfficerID($0) }, units: units.map { UnitID($0) }
            ).map(\.id.number)
        }
        #expect(chosen("reminder", 7, [2, 1]) == [4])
        #expect(chosen("reminder", 8, [2, 1]) == [3])
        #expect(chosen("reminder", nil, [3, 1]) == [2])
        #expect(chosen("escalation", nil, [3, 1]) == [5])
        #expect(chosen("reminder", nil, [9]) == [1])
    }

    @Test func aSheetHidesItselfAndWhatItHolds() throws {
        let sheet = try SecretSheet(parsing: "# robot\ntoken = abcd-1234\nsecret=SEC0001\nsecret = SEC0002\n")
        #expect(sheet.secrets == ["SEC0001", "SEC0002"])
        #expect("\(sheet) \(String(reflecting: sheet))".contains("SEC") == false)
        #expect(sheet.scrubbed("bad key=abcd-1234 for SEC0002") == "bad key=••• for •••")
        #expect(throws: SecretProblem(line: 2)) { try SecretSheet(parsing: "token = x\nnonsense\n") }
    }
}
