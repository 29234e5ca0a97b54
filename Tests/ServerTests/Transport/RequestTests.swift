import Glibc
import Labels
import Server
import Testing
import WireAPI

/// What a request says reaches the endpoint, and what the endpoint says reaches the client.
struct RequestTests {
    private func ask(_ head: String, body: String = "") async throws -> RawClient.Received {
        try await RunningServer.with(TestEndpoints.all) { server in
            let length = body.isEmpty ? "" : "Content-Length: \(body.utf8.count)\r\n"
            return try await RawClient.exchange(
                server.socketPath, "\(head)\r\nHost: z\r\nConnection: close\r\n\(length)\r\n\(body)")
        }
    }

    private func echo(_ received: RawClient.Received) throws -> TestEndpoints.Echo {
        let body = try #require(received.text.split(separator: "\r\n\r\n").last)
        return try WireJSON.decode(TestEndpoints.Echo.self, from: body.utf8)
    }

    @Test func getCarriesWordsAndOptionsInItsQuery() async throws {
        let received = try await ask(
            "GET /v1/things/L-%E6%B8%9D?word=%E8%B5%B0%E8%AE%BF&word=a+b&owner=%E5%BC%A0%E4%B8%89&zero HTTP/1.1")
        let echo = try echo(received)
        #expect(echo.id == "L-渝")
        #expect(echo.words == ["走访", "a b"])
        #expect(echo.options == ["owner": ["张三"], "zero": []])
    }

    @Test func postCarriesWordsAndOptionsInItsBody() async throws {
        let received = try await ask(
            "POST /v1/things HTTP/1.1", body: #"{"words":["走访 [[[[","}"],"options":{"on":["昨天"],"zero":[]}}"#)
        let echo = try echo(received)
        #expect(echo.words == ["走访 [[[[", "}"])
        #expect(echo.options == ["on": ["昨天"], "zero": []])
    }

    @Test func fileIsTheBodyAndItsWordsAreTheQuery() async throws {
        let received = try await ask(
            "POST /v1/files/put?word=leads&map=a%3Db&zero HTTP/1.1\r\nContent-Type: application/octet-stream",
            body: #"{"words":["not read"]}"# + "\u{0}\u{1}")
        let echo = try echo(received)
        #expect(echo.words == ["leads"])
        #expect(echo.options == ["map": ["a=b"], "zero": []])
        #expect(echo.bytes == 24)
        #expect(echo.lastByte == 1)
    }

    @Test func headersSayForWhomAndHow() async throws {
        let received = try await ask(
            "POST /v1/things HTTP/1.1\r\nX-Zhaoshang-As: %E5%BC%A0%E4%B8%89\r\nX-Zhaoshang-Unit: U-1\r\n"
                + "X-Zhaoshang-Command: 6f9619ff-8b86-d011-b42d-00c04fc964ff\r\nX-Zhaoshang-Dry-Run: 1\r\n"
                + "Accept-Language: de, zh-CN;q=0.8, en;q=0.5")
        let echo = try echo(received)
        #expect(echo.actingAs == "张三")
        #expect(echo.unit == "U-1")
        #expect(echo.commandID == "6f9619ff-8b86-d011-b42d-00c04fc964ff")
        #expect(echo.isDryRun)
        #expect(echo.language == "zh")
    }

    @Test func peerIsWhoTheKernelSays() async throws {
        let echo = try echo(try await ask("GET /v1/things HTTP/1.1"))
        #expect(echo.uid == getuid())
        #expect(echo.pid == getpid())
    }

    @Test(arguments: [("/v1/things/newest", "{\"newest\":true}"), ("/v1/things/1/notes", "{\"notes\":[]}")])
    func literalSegmentWinsOverNamedOne(path: String, body: String) async throws {
        #expect(try await ask("GET \(path) HTTP/1.1").text.hasSuffix(body))
    }

    @Test(arguments: [
        ("GET /v1/health HTTP/1.1", 200), ("GET /v1/none HTTP/1.1", 404), ("GET /v1/things/ HTTP/1.1", 404),
        ("DELETE /v1/things HTTP/1.1", 405), ("GET /v1/refuse HTTP/1.1", 405), ("POST /v1/refuse HTTP/1.1", 422),
        ("GET /v1/fail HTTP/1.1", 500), ("GET /v1/things?word=%zz HTTP/1.1", 400), ("nonsense", 400),
        ("GET /v1/things HTTP/1.1\r\nX-Zhaoshang-Command: a b", 400),
        ("POST /v1/things HTTP/1.1\r\nX-Zhaoshang-Dry-Run: maybe", 400),
        ("GET /v1/things HTTP/1.1\r\nX-Zhaoshang-Protocol: 2", 400),
        ("GET /v1/version HTTP/1.1\r\nX-Zhaoshang-Protocol: 2", 200),
        ("GET /v1/things HTTP/1.1\r\nOrigin: http://localhost", 403),
        ("GET /v1/health HTTP/1.1\r\nReferer: http://localhost/", 403),
    ])
    func everyReplyCarriesVersionAndProtocol(head: String, status: Int) async throws {
        let received = try await ask(head)
        #expect(received.status == status)
        #expect(received.text.contains("\r\nX-Zhaoshang-Version: 0.1.0\r\n"))
        #expect(received.text.contains("\r\nX-Zhaoshang-Protocol: 1\r\n"))
        #expect(received.text.contains("\r\nX-Request-Id: "))
    }

    @Test(arguments: [
        (
            "zh",
            #"{"error":{"code":"incomplete","details":{"missing":["amount"]},"hint":"加上 amount:","message":"缺少金额"}}"#
        ),
        (
            "en",
            #"{"error":{"code":"incomplete","details":{"missing":["amount"]},"hint":"add amount:","message":"the amount is missing"}}"#
        ),
    ])
    func refusalIsWrittenInTheLanguageOfTheRequest(language: String, body: String) async throws {
        let received = try await ask("POST /v1/refuse HTTP/1.1\r\nAccept-Language: \(language)")
        #expect(received.text.hasSuffix("\r\n\r\n" + body))
    }

    @Test func protocolMismatchNamesBothNumbers() async throws {
        let received = try await ask(
            "GET /v1/things HTTP/1.1\r\nX-Zhaoshang-Version: 9.9.9\r\nX-Zhaoshang-Protocol: 7")
        #expect(received.text.contains("the client 9.9.9 speaks protocol 7, the daemon 0.1.0 speaks 1"))
    }

    @Test func unforeseenErrorIsLoggedOnceAndShownAsItsRequestID() async throws {
        try await RunningServer.with(TestEndpoints.all) { server in
            let received = try await RawClient.exchange(
                server.socketPath, "GET /v1/fail HTTP/1.1\r\nHost: z\r\nConnection: close\r\n\r\n")
            let found = received.text.split(separator: "\r\n").first { $0.hasPrefix("X-Request-Id: ") }
            let line = try #require(found)
            let id = line.dropFirst("X-Request-Id: ".count)
            #expect(received.text.contains("internal error (request \(id))"))
            #expect(!received.text.contains("inside of the machine"))
            let logged = server.log.all.filter { $0.contains("inside of the machine") }
            #expect(logged.count == 1)
            #expect(logged.first?.contains(id) == true)
        }
    }

    @Test(arguments: ["[", "{\"words\":1}", "{\"word\":[\"misspelt key\"]}", "{\"words\":[\"\\ud800\"]}"])
    func bodyThatIsNotTheDocumentIsRefused(body: String) async throws {
        let received = try await ask("POST /v1/things HTTP/1.1", body: body)
        #expect(received.status == 400)
        #expect(received.text.contains("\"code\":\"bad_request\""))
    }

    @Test func connectionServesRequestsOneAfterTheOtherInOrder() async throws {
        try await RunningServer.with(TestEndpoints.all) { server in
            let client = try await RawClient(server.socketPath)
            // Three in one write: the answers keep the order.
            try await client.send(
                (1...3).map { "GET /v1/things/\($0) HTTP/1.1\r\nHost: z\r\n\r\n" }.joined())
            for number in 1...3 {
                #expect(try await client.receiveReply().contains("\"id\":\"\(number)\""))
            }
            try await client.send("GET /v1/things/4 HTTP/1.1\r\nHost: z\r\n\r\n")
            #expect(try await client.receiveReply().contains("\"id\":\"4\""))
        }
    }
}
