import Glibc
import HostSystem
import Labels
import Logging
import Server
import ServiceLifecycle
import Synchronization
import Testing
import WireAPI

/// Start, end, and clients that vanish.
struct LifeTests {
    private static let slow = Route(.post, "/v1/slow", verb: "thing.slow", access: .write)

    /// An endpoint that tells when it has begun and waits until it may end.
    private struct Gate: Sendable {
        let begun = AsyncStream.makeStream(of: Void.self)
        let mayEnd = AsyncStream.makeStream(of: Void.self)
        let ended = AsyncStream.makeStream(of: Bool.self)

        var endpoint: Endpoint {
            Endpoint(LifeTests.slow) { _ in
                begun.continuation.yield()
                var iterator = mayEnd.stream.makeAsyncIterator()
                _ = await iterator.next()
                ended.continuation.yield(Task.isCancelled)
                return Reply(body: Array("{\"done\":true}".utf8))
            }
        }
    }

    private static let post = "POST /v1/slow HTTP/1.1\r\nHost: z\r\n\r\n"

    @Test func socketIsForOwnerAndGroupOnly() async throws {
        try await RunningServer.with(TestEndpoints.all) { server in
            var facts = stat()
            #expect(stat(server.socketPath, &facts) == 0)
            #expect(facts.st_mode & 0o777 == 0o660)
            #expect(facts.st_mode & S_IFMT == S_IFSOCK)
        }
    }

    @Test func socketIsGoneAfterTheEnd() async throws {
        try await RunningServer.with(TestEndpoints.all) { server in
            #expect(HostDirectory.exists(server.socketPath))
        } afterTheEnd: { path in
            #expect(!HostDirectory.exists(path))
        }
    }

    @Test func existingSocketIsNotTaken() async throws {
        try await RunningServer.with(TestEndpoints.all) { server in
            let second = SocketServer(
                endpoints: [], socketPath: server.socketPath, logger: Logger(label: "second") { _ in server.log })
            let error = await #expect(throws: ZhaoshangError.self) { try await second.run() }
            #expect(error?.code == .alreadyRunning)
            let received = try await RawClient.exchange(
                server.socketPath, "GET /v1/health HTTP/1.1\r\nHost: z\r\nConnection: close\r\n\r\n")
            #expect(received.status == 200)
        }
    }

    @Test func handlerEndsWhenItsClientIsKilled() async throws {
        let gate = Gate()
        try await RunningServer.with([gate.endpoint] + TransportEndpoints.all) { server in
            let client = try await RawClient(server.socketPath)
            try await client.send(Self.post)
            for await _ in gate.begun.stream { break }
            client.hangUp()
            gate.mayEnd.continuation.yield()
            var ended = gate.ended.stream.makeAsyncIterator()
            let wasCancelled = await ended.next()
            #expect(wasCancelled == false)
            let received = try await RawClient.exchange(
                server.socketPath, "GET /v1/health HTTP/1.1\r\nHost: z\r\nConnection: close\r\n\r\n")
            #expect(received.status == 200)
        }
    }

    @Test func requestInFlightIsAnsweredAfterTheOrderToStop() async throws {
        let gate = Gate()
        let received = try await RunningServer.with([gate.endpoint]) { server in
            let client = try await RawClient(server.socketPath)
            try await client.send(Self.post)
            for await _ in gate.begun.stream { break }
            let idle = try await RawClient(server.socketPath)
            await server.group.triggerGracefulShutdown()
            // The idle connection ends at once: the stop has begun.
            _ = try await idle.receiveToEnd()
            gate.mayEnd.continuation.yield()
            return try await client.receiveToEnd()
        }
        #expect(received.status == 200)
        #expect(received.text.hasSuffix("{\"done\":true}"))
    }

    @Test func handlerThatDoesNotEndDoesNotHoldTheStop() async throws {
        let gate = Gate()
        var limits = TransportLimits()
        limits.shutdown = .milliseconds(200)
        try await RunningServer.with([gate.endpoint], limits: limits) { server in
            let client = try await RawClient(server.socketPath)
            try await client.send(Self.post)
            for await _ in gate.begun.stream { break }
            await server.group.triggerGracefulShutdown()
            #expect(try await client.receiveToEnd().text.isEmpty)
        }
        gate.mayEnd.continuation.yield()
    }

    @Test func halfARequestIsToldOfTheStop() async throws {
        let received = try await RunningServer.with(TestEndpoints.all) { server in
            let client = try await RawClient(server.socketPath)
            // The reply to the first proves that the half of the second, in the same write, has been read.
            try await client.send(
                "GET /v1/health HTTP/1.1\r\nHost: z\r\n\r\n"
                    + "POST /v1/things HTTP/1.1\r\nHost: z\r\nAccept-Language: zh\r\nContent-Length: 9\r\n\r\n{")
            _ = try await client.receiveReply()
            await server.group.triggerGracefulShutdown()
            return try await client.receiveToEnd()
        }
        #expect(received.status == 503)
        #expect(received.text.contains("服务正在停止"))
    }
}
