import Labels
import Server
import Testing
import WireAPI

/// Each limit holds, says so where somebody listens, and leaves the daemon unharmed.
struct LimitSerial {
    private static func limits(_ change: (inout TransportLimits) -> Void) -> TransportLimits {
        var limits = TransportLimits()
        change(&limits)
        return limits
    }

    private static let health = "GET /v1/health HTTP/1.1\r\nHost: z\r\n\r\n"

    /// Runs the attack, then asks for the health of the daemon on a new connection.
    private func attack<Result: Sendable>(
        _ limits: TransportLimits = TransportLimits(), _ body: @Sendable (String) async throws -> Result
    ) async throws -> Result {
        try await RunningServer.with(TestEndpoints.all, limits: limits) { server in
            let result = try await body(server.socketPath)
            let after = try await RawClient(server.socketPath)
            try await after.send(Self.health)
            #expect(try await after.receiveReply().hasPrefix("HTTP/1.1 200 "))
            return result
        }
    }

    @Test func announcedBodyOverTheLimitIsRefusedBeforeItComes() async throws {
        let received = try await attack { path in
            try await RawClient.exchange(
                path, "POST /v1/things HTTP/1.1\r\nHost: z\r\nContent-Length: 1048577\r\n\r\n")
        }
        #expect(received.status == 413)
        #expect(received.text.contains("\"code\":\"body_too_large\""))
        #expect(received.ending == .endOfFile)
    }

    @Test func unannouncedBodyOverTheLimitIsRefusedOnTheWay() async throws {
        let received = try await attack { path in
            let client = try await RawClient(path)
            try await client.send("POST /v1/things HTTP/1.1\r\nHost: z\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = "10000\r\n" + String(repeating: "x", count: 0x10000) + "\r\n"
            for _ in 0..<17 { try await client.send(chunk) }
            return try await client.receiveToEnd()
        }
        #expect(received.status == 413)
    }

    @Test func bodyAtTheLimitIsRead() async throws {
        let word = String(repeating: "x", count: 1024 * 1024 - #"{"words":[""]}"#.utf8.count)
        let received = try await attack { path in
            try await RawClient.exchange(
                path,
                "POST /v1/things HTTP/1.1\r\nHost: z\r\nConnection: close\r\nContent-Length: 1048576\r\n\r\n"
                    + #"{"words":["\#(word)"]}"#)
        }
        #expect(received.status == 200)
    }

    @Test func fileMayBeLongerThanOtherBodies() async throws {
        let limits = Self.limits { $0.file = 3_000_000 }
        let head = "POST /v1/files/put HTTP/1.1\r\nHost: z\r\nConnection: close\r\nContent-Length: "
        let taken = try await attack(limits) { path in
            try await RawClient.exchange(path, head + "3000000\r\n\r\n" + String(repeating: "x", count: 3_000_000))
        }
        #expect(taken.status == 200)
        #expect(taken.text.contains("\"bytes\":3000000"))
        let refused = try await attack(limits) { try await RawClient.exchange($0, head + "3000001\r\n\r\n") }
        #expect(refused.status == 413)
    }

    @Test(arguments: [(all: 2, perUser: 9), (all: 9, perUser: 2)])
    func fileThatFindsNoRoomIsToldToComeAgain(all: Int, perUser: Int) async throws {
        let limits = Self.limits {
            $0.files = all
            $0.filesPerUser = perUser
        }
        let head = "POST /v1/files/put HTTP/1.1\r\nHost: z\r\nContent-Length: 2\r\n\r\n"
        try await RunningServer.with(TestEndpoints.all, limits: limits) { server in
            // The server has taken the head once it has asked for the rest.
            let expecting = head.replacing("Content-Length", with: "Expect: 100-continue\r\nContent-Length")
            let held = [try await RawClient(server.socketPath), try await RawClient(server.socketPath)]
            for client in held {
                try await client.send(expecting)
                #expect(try await client.receiveHead().hasPrefix("HTTP/1.1 100 "))
            }
            let excess = try await RawClient.exchange(server.socketPath, head)
            #expect(excess.status == 409)
            #expect(excess.text.contains("\"code\":\"try_again\""))
            // Whether a file is answered or its client goes away, its room is free again.
            try await held[0].send("{}")
            #expect(try await held[0].receiveReply().hasPrefix("HTTP/1.1 200 "))
            try await held[0].send(head + "{}")
            #expect(try await held[0].receiveReply().hasPrefix("HTTP/1.1 200 "))
            held[1].hangUp()
            _ = try await held[1].receiveToEnd()
            var isServed = false
            while !isServed {
                let next = try await RawClient(server.socketPath)
                try await next.send(expecting)
                let another = try await RawClient(server.socketPath)
                try await another.send(expecting)
                isServed = try await another.receiveHead().hasPrefix("HTTP/1.1 100 ")
            }
        }
    }

    @Test(arguments: [(64, 400, "bad_request"), (65, 400, "json_too_deep")])
    func depthOfJSONIsBounded(depth: Int, status: Int, code: String) async throws {
        // 64 levels are read, and found to be no request.
        let body = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let received = try await attack { path in
            try await RawClient.exchange(
                path,
                "POST /v1/things HTTP/1.1\r\nHost: z\r\nConnection: close\r\nContent-Length: \(depth * 2)\r\n\r\n"
                    + body)
        }
        #expect(received.status == status)
        #expect(received.text.contains("\"code\":\"\(code)\""))
    }

    enum LongHeader: CaseIterable {
        case oneField, manyFields, fieldThatNeverEnds, spaceThatNeverEnds

        var text: String {
            switch self {
            case .oneField: "X-Long: \(String(repeating: "x", count: 17_000))\r\n\r\n"
            case .manyFields: "\((0..<200).map { "X-\($0): \(String(repeating: "y", count: 90))\r\n" }.joined())\r\n"
            case .spaceThatNeverEnds: "X-Space:\(String(repeating: " ", count: 40_000))"
            case .fieldThatNeverEnds: "X-Open: \(String(repeating: "z", count: 40_000))"
            }
        }
    }

    @Test(arguments: LongHeader.allCases)
    func headerOverTheLimitIsRefused(fields: LongHeader) async throws {
        let received = try await attack { path in
            try await RawClient.exchange(path, "GET /v1/health HTTP/1.1\r\nHost: z\r\n\(fields.text)")
        }
        #expect(received.status == 431)
        #expect(received.text.contains("\r\nX-Zhaoshang-Protocol: 1\r\n"))
    }

    @Test func requestLineOverTheLimitIsRefused() async throws {
        let received = try await attack { path in
            try await RawClient.exchange(
                path, "GET /v1/things?word=\(String(repeating: "w", count: 17_000)) HTTP/1.1\r\nHost: z\r\n\r\n")
        }
        #expect(received.status == 431)
    }

    @Test(arguments: [
        "", "G", "GET /v1/health HTTP/1.1\r\nHost", "POST /v1/things HTTP/1.1\r\nHost: z\r\nContent-Length: 9\r\n\r\n{",
    ])
    func halfARequestIsClosed(bytes: String) async throws {
        let limits = Self.limits {
            $0.idle = .milliseconds(200)
            $0.request = .milliseconds(300)
        }
        let clock = ContinuousClock()
        let start = clock.now
        let received = try await attack(limits) { try await RawClient.exchange($0, bytes) }
        #expect(received.text.isEmpty)
        #expect(clock.now - start >= .milliseconds(200))
    }

    @Test func trickleDoesNotKeepARequestOpen() async throws {
        let limits = Self.limits {
            $0.idle = .seconds(30)
            $0.request = .milliseconds(300)
        }
        let start = ContinuousClock.now
        let took = try await attack(limits) { path in
            let client = try await RawClient(path)
            try await client.send("POST /v1/things HTTP/1.1\r\nHost: z\r\nContent-Length: 1000000\r\n\r\n")
            // A byte each time the thread gets a turn, until the server has enough of it.
            while try await client.send("x") {}
            return ContinuousClock.now - start
        }
        #expect(took >= .milliseconds(300))
        #expect(took < .seconds(20))
    }

    @Test func idleConnectionIsClosedAfterItsReply() async throws {
        let limits = Self.limits { $0.idle = .milliseconds(200) }
        let received = try await attack(limits) { path in
            let client = try await RawClient(path)
            try await client.send(Self.health)
            _ = try await client.receiveReply()
            return try await client.receiveToEnd()
        }
        #expect(received.text.isEmpty)
        #expect(received.ending == .endOfFile)
    }

    @Test(arguments: [(total: 100, perUser: 3), (total: 3, perUser: 100)])
    func connectionOverTheLimitIsClosedAtAccept(total: Int, perUser: Int) async throws {
        let limits = Self.limits {
            $0.connections = total
            $0.connectionsPerUser = perUser
        }
        try await RunningServer.with(TestEndpoints.all, limits: limits) { server in
            var held: [RawClient] = []
            for _ in 0..<3 {
                let client = try await RawClient(server.socketPath)
                try await client.send(Self.health)
                _ = try await client.receiveReply()
                held.append(client)
            }
            let excess = try await RawClient(server.socketPath)
            #expect(try await excess.receiveToEnd().text.isEmpty)
            // Those who are in go on, and a place that becomes free is given away again.
            try await held[0].send(Self.health)
            #expect(try await held[0].receiveReply().hasPrefix("HTTP/1.1 200 "))
            held[2].hangUp()
            _ = try await held[2].receiveToEnd()
            var isServed = false
            while !isServed {
                let next = try await RawClient(server.socketPath)
                try await next.send(Self.health)
                isServed = try await next.receiveToEndOrReply().hasPrefix("HTTP/1.1 200 ")
            }
        }
    }

    @Test func expectedContinueIsGiven() async throws {
        let text = try await attack { path in
            let client = try await RawClient(path)
            try await client.send(
                "POST /v1/things HTTP/1.1\r\nHost: z\r\nExpect: 100-continue\r\nConnection: close\r\n"
                    + "Content-Length: 13\r\n\r\n")
            let interim = try await client.receiveHead()
            try await client.send("{\"words\":[1]}")
            return interim + (try await client.receiveToEnd().text)
        }
        #expect(text.hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 "))
    }
}
