import Client
import Labels
import Testing
import WireAPI

struct DaemonConnectionTests {
    private static let show = Route(.get, "/v1/entries/{id}", verb: "entry.show", access: .read)
    private static let add = Route(.post, "/v1/entries", verb: "log", access: .write)

    private static func reply(
        status: String = "200 OK", number: String = "1", version: String = "0.1.0", _ body: String
    ) -> String {
        "HTTP/1.1 \(status)\r\nX-Zhaoshang-Version: \(version)\r\nx-zhaoshang-protocol: \(number)\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    private func ask(
        _ path: String, _ route: Route = show, commandID: String? = nil
    ) throws(ZhaoshangError) -> Answer {
        var options = DaemonConnection.Options()
        options.commandID = commandID
        options.patience = 5
        return try DaemonConnection(socketPath: path).ask(route, parameters: ["id": "E-1"], options: options)
    }

    private func failure(
        reply: String?, _ route: Route = show, commandID: String? = nil
    ) throws -> ZhaoshangError {
        let daemon = try FakeDaemon(reply: reply)
        defer { _ = daemon.finish() }
        return try #require(throws: ZhaoshangError.self) { try ask(daemon.path, route, commandID: commandID) }
    }

    @Test func requestSaysWhoAsksForWhat() throws {
        let daemon = try FakeDaemon(reply: Self.reply("{}"))
        var options = DaemonConnection.Options()
        options.language = .zh
        options.actingAs = "张三"
        options.unit = "U-1"
        options.commandID = "c-1"
        options.isDryRun = true
        let answer = try DaemonConnection(socketPath: daemon.path).ask(
            Self.show, parameters: ["id": "E/1"], request: CommandRequest(words: ["a b"], options: ["x": ["渝"]]),
            options: options)
        #expect(
            daemon.finish() == """
                GET /v1/entries/E%2F1?word=a%20b&x=%E6%B8%9D HTTP/1.1\r
                Host: zhaoshang\r
                Connection: close\r
                X-Zhaoshang-Version: 0.1.0\r
                X-Zhaoshang-Protocol: 1\r
                Accept-Language: zh\r
                X-Zhaoshang-As: %E5%BC%A0%E4%B8%89\r
                X-Zhaoshang-Unit: U-1\r
                X-Zhaoshang-Command: c-1\r
                X-Zhaoshang-Dry-Run: 1\r
                \r

                """)
        #expect(answer.status == 200)
        #expect(answer.body == Array("{}".utf8))
        #expect(answer.warning == nil)
    }

    @Test func fileTravelsAsItIsWithItsWordsInTheQuery() throws {
        let daemon = try FakeDaemon(reply: Self.reply("{}"))
        let put = Route(.post, "/v1/imports/plan", verb: "import.plan", access: .write, body: .bytes)
        _ = try DaemonConnection(socketPath: daemon.path).ask(
            put, request: CommandRequest(words: ["leads"], options: ["map": ["名=b"]]), bytes: Array("序号,\u{0}".utf8))
        let sent = daemon.finish()
        #expect(sent.hasPrefix("POST /v1/imports/plan?word=leads&map=%E5%90%8D%3Db HTTP/1.1\r\n"))
        #expect(sent.hasSuffix("Content-Type: application/octet-stream\r\nContent-Length: 8\r\n\r\n序号,\u{0}"))
    }

    @Test func otherBuildOfTheSameProtocolIsAWarning() throws {
        let daemon = try FakeDaemon(reply: Self.reply(version: "0.2.0", "{}"))
        let answer = try ask(daemon.path)
        _ = daemon.finish()
        #expect(answer.warning?.en == "the daemon is version 0.2.0, this client is 0.1.0")
    }

    @Test func otherProtocolIsAnErrorThatNamesBoth() throws {
        let error = try failure(reply: Self.reply(number: "2", version: "9.0.0", "{}"))
        #expect(error.code == .protocolMismatch)
        #expect(error.message.en == "the daemon 9.0.0 speaks protocol 2, this client 0.1.0 speaks 1")
    }

    @Test func refusalOfTheDaemonArrivesWhole() throws {
        let error = try failure(
            reply: Self.reply(
                status: "422 Unprocessable Content",
                #"{"error":{"code":"incomplete","message":"缺少金额","hint":"加上","details":{"missing":["amount"]}}}"#))
        #expect(error.code == .incomplete)
        #expect(error.message == Phrase("缺少金额"))
        #expect(error.hint == Phrase("加上"))
        #expect(error.details == ["missing": ["amount"]])
    }

    @Test func missingSocketAndDeafSocketAreToldApart() throws {
        let deaf = try FakeDaemon(isListening: false)
        let refused = try #require(throws: ZhaoshangError.self) { try ask(deaf.path) }
        deaf.remove()
        let missing = try #require(throws: ZhaoshangError.self) { try ask(deaf.path) }
        #expect(refused.code == .unreachable)
        #expect(refused.message.en == "cannot reach zsd at \(deaf.path): connection refused")
        #expect(missing.message.en == "cannot reach zsd at \(deaf.path): no such socket")
        #expect(refused.hint?.en == "start it with: zsd --socket \(deaf.path) &")
    }

    @Test(arguments: [
        nil, "", "HTTP/1.1 200 OK\r\nX-Zhaoshang-Protocol: 1\r\nContent-Le",
        "HTTP/1.1 200 OK\r\nX-Zhaoshang-Protocol: 1\r\nContent-Length: 9\r\n\r\n{",
    ])
    func lostAnswerToAWriteNamesTheSafeWayOn(reply: String?) throws {
        let error = try failure(reply: reply, Self.add, commandID: "c-7")
        #expect(error.code == .tryAgain)
        #expect(error.hint?.en.contains("--command-id c-7") == true)
    }

    @Test(arguments: ["HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", "SSH-2.0-OpenSSH_9.2\r\n\r\n"])
    func somebodyElseOnTheSocketIsNoticed(reply: String) throws {
        #expect(try failure(reply: reply).message.en.hasSuffix("is not zsd"))
    }

    @Test func pathThatIsTooLongIsNotCutOff() throws {
        let path = "/" + String(repeating: "x", count: 107)
        let error = try #require(throws: ZhaoshangError.self) { try ask(path) }
        #expect(error.message.en.hasPrefix("the socket path has 108 bytes, the system allows 107"))
    }

    @Test(arguments: ["a b", "a\r\nX-Evil: 1", "", String(repeating: "x", count: 65), "招"])
    func commandIDCannotSmuggleAHeader(id: String) throws {
        let error = try #require(throws: ZhaoshangError.self) { try ask("/nowhere", Self.add, commandID: id) }
        #expect(error.code == .usage)
    }
}
