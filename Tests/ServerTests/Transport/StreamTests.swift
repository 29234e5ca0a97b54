import Labels
import Server
import ServiceLifecycle
import Synchronization
import Testing
import WireAPI

/// Answers that go on: who does not read them is dropped, nobody else waits, and they end with the daemon.
struct StreamTests {
    private static let route = Route(.get, "/v1/flow", verb: "thing.flow", access: .read)
    private static let request = "GET /v1/flow HTTP/1.1\r\nHost: z\r\n\r\n"
    private static let piece = EventStream.event("flow", [UInt8](repeating: 0x78, count: 16 * 1_024))

    /// A stream of pieces, one after each other as fast as they are taken, that counts them by stream.
    private final class Flow: Sendable {
        let counts = Mutex<[Int]>([])
        let ended = AsyncStream.makeStream(of: Int.self)
        private let most: Int

        init(most: Int) { self.most = most }

        var endpoint: Endpoint {
            Endpoint(StreamTests.route) { _ in
                Reply(
                    stream: EventStream { push in
                        let number = self.counts.withLock { counts in
                            counts.append(0)
                            return counts.count - 1
                        }
                        var isTaken = true
                        while isTaken, !Task.isCancelled, self.counts.withLock({ $0[number] }) < self.most {
                            isTaken = await push(StreamTests.piece)
                            if isTaken { self.counts.withLock { $0[number] += 1 } }
                        }
                        self.ended.continuation.yield(number)
                    })
            }
        }
    }

    /// Kernel buffers of the socket and one write-buffer's mark of 64 KiB are all that is ever kept for a reader.
    @Test func readerThatTakesNothingIsDroppedAndKeepsLittle() async throws {
        let flow = Flow(most: 10_000)
        try await RunningServer.with([flow.endpoint] + TransportEndpoints.all) { server in
            let client = try await RawClient(server.socketPath)
            try await client.send(Self.request)
            // 160 MB were on offer.
            for await _ in flow.ended.stream { break }
            let taken = flow.counts.withLock { $0[0] } * Self.piece.count
            #expect(taken < 4 * 1_024 * 1_024)
            #expect(taken > 0)
            // What it finds when it reads at last is what was taken, and then the end.
            let received = try await client.receiveToEnd()
            #expect(received.text.utf8.count <= taken + 4_096)
        }
    }

    @Test func nobodyWaitsForAReaderThatTakesNothing() async throws {
        let begun = AsyncStream.makeStream(of: Void.self)
        let stuck = Endpoint(Route(.get, "/v1/stuck", verb: "thing.stuck", access: .read)) { _ in
            Reply(
                stream: EventStream { push in
                    // Fills what there is without going over it, and stays.
                    _ = await push(Self.piece)
                    begun.continuation.yield()
                    try? await Task.sleep(for: .seconds(3_600))
                })
        }
        let flow = Flow(most: 200)
        try await RunningServer.with([flow.endpoint, stuck] + TransportEndpoints.all) { server in
            let sleeper = try await RawClient(server.socketPath)
            try await sleeper.send("GET /v1/stuck HTTP/1.1\r\nHost: z\r\n\r\n")
            for await _ in begun.stream { break }
            let health = try await RawClient.exchange(
                server.socketPath, "GET /v1/health HTTP/1.1\r\nHost: z\r\nConnection: close\r\n\r\n")
            #expect(health.status == 200)
            withExtendedLifetime(sleeper) {}
        }
    }

    @Test func streamsEndWithTheServer() async throws {
        let begun = AsyncStream.makeStream(of: Void.self)
        let ended = Mutex(false)
        let quiet = Endpoint(Self.route) { _ in
            Reply(
                stream: EventStream { push in
                    _ = await push(EventStream.heartbeat)
                    begun.continuation.yield()
                    try? await Task.sleep(for: .seconds(3_600))
                    ended.withLock { $0 = true }
                })
        }
        let client = Mutex<RawClient?>(nil)
        try await RunningServer.with([quiet] + TransportEndpoints.all) { server in
            let reader = try await RawClient(server.socketPath)
            client.withLock { $0 = reader }
            try await reader.send(Self.request)
            for await _ in begun.stream { break }
        }
        // The group has ended, so the stream has been cancelled and the client was told that nothing more comes.
        #expect(ended.withLock { $0 })
        let received = try await #require(client.withLock { $0 }).receiveToEnd()
        #expect(received.text.contains("text/event-stream"))
        #expect(received.text.hasSuffix("0\r\n\r\n"))
        #expect(received.ending == .endOfFile)
    }
}
