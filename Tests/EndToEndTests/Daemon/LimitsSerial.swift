import Foundation
import Testing

/// What one caller may cost the daemon, with the limits as they ship.
@Suite(.serialized)
struct LimitsSerial {
    private static let clock = "2026-01-05T08:00"

    @Test func bodyOverOneMebibyteIsRefusedWithAnEnvelope() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        let body = Array("{\"words\":[\"".utf8) + [UInt8](repeating: 0x61, count: 1 << 20) + Array("\"]}".utf8)
        let connection = try HTTPConnection(daemon.socket)
        try? connection.send(HTTPConnection.head("POST", "/v1/entries/log", [:], bytes: body.count))
        // The refusal may come, and the connection end, before all is sent.
        try? connection.send(body)
        let reply = try connection.reply()
        #expect(reply.status == 413)
        #expect(try reply.json["error"]["code"].string == "body_too_large")
        #expect(try reply.json["error"]["message"].string?.isEmpty == false)
        try expectUnharmed(daemon)
    }

    @Test func bodyOfExactlyOneMebibyteIsRead() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        let frame = "{\"words\":[\"\"]}".utf8.count
        let text = String(repeating: "a", count: (1 << 20) - frame)
        let reply = try HTTPConnection(daemon.socket).post("/v1/entries/log", body: Writers.body(text))
        // Root has no day to write into; what counts is that the body was taken.
        #expect(reply.status != 413 && reply.status < 500, "\(reply)")
        try expectUnharmed(daemon)
    }

    @Test(arguments: [(65, true), (64, false)])
    func depthOfJSONIsLimitedTo64(_ depth: Int, _ isRefused: Bool) throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        let body = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let reply = try HTTPConnection(daemon.socket).post("/v1/entries/log", body: Array(body.utf8))
        #expect(reply.status == 400)
        #expect((try reply.json["error"]["code"].string == "json_too_deep") == isRefused)
        try expectUnharmed(daemon)
    }

    @Test func headOverSixteenKibibytesIsRefused() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        let connection = try HTTPConnection(daemon.socket)
        try? connection.send(
            HTTPConnection.head(
                "GET", "/v1/status", ["X-Filler": String(repeating: "f", count: 17 << 10)], bytes: nil))
        #expect(try connection.reply().status == 431)
        let small = try HTTPConnection(daemon.socket).get(
            "/v1/status", headers: ["X-Filler": String(repeating: "f", count: 15 << 10)])
        #expect(small.status == 200)
        try expectUnharmed(daemon)
    }

    @Test func connection129OfAUserIsClosedWhileTheOthersLive() throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        var live: [HTTPConnection] = []
        for _ in 1...128 {
            let connection = try HTTPConnection(daemon.socket)
            #expect(try connection.get("/v1/health").status == 200)
            live.append(connection)
        }
        let excess = try HTTPConnection(daemon.socket)
        #expect(try excess.isClosedByTheOtherSide())
        for connection in live { #expect(try connection.get("/v1/status").status == 200) }

        live = []
        // The daemon sees the ends of the others when it next looks.
        let deadline = Date(timeIntervalSinceNow: 10)
        while (try? HTTPConnection(daemon.socket).get("/v1/health")) == nil, Date() < deadline { usleep(5_000) }
        try expectUnharmed(daemon)
    }

    @Test(arguments: ["Origin", "Referer"])
    func requestsOfBrowsersAreRefused(_ header: String) throws {
        let daemon = try TemporaryRoot.daemon(at: Self.clock)
        defer { daemon.root.remove() }
        let reply = try HTTPConnection(daemon.socket).get("/v1/status", headers: [header: "http://example.org"])
        #expect(reply.status == 403)
        try expectUnharmed(daemon)
    }

    /// After every assault the daemon still answers, and its store is whole.
    private func expectUnharmed(_ daemon: Daemon) throws {
        #expect(try HTTPConnection(daemon.socket).get("/v1/health").status == 200)
        #expect(try daemon.document("doctor")["ok"].isTrue)
        #expect(try daemon.stop().code == 0)
    }
}
