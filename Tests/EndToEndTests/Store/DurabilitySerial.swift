import Foundation
import Testing

/// What was acknowledged stays, whenever the daemon is killed.
@Suite(.serialized)
struct DurabilitySerial {
    private static let clock = "2026-01-05T08:00"
    private static let rounds = 20
    private static let writers = 64

    @Test func nothingAcknowledgedIsLostInTwentyKills() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: Self.clock)
        _ = try daemon.document("profile", "apply", "banan")
        var acknowledged: [Writers.Acknowledgement] = []
        for round in 1...Self.rounds {
            let writers = Writers(daemon: daemon, count: Self.writers, label: "round\(round)")
            writers.start()
            // Each round is killed at another moment of its commits.
            writers.waitForAcknowledgements(Self.writers + round * 7)
            try daemon.kill()
            let written = writers.stop()
            #expect(writers.refusals == [], "round \(round)")
            #expect(written.count >= Self.writers, "round \(round)")
            acknowledged += written
            try daemon.start(at: Self.clock)
            try Self.replay(written, daemon, round)
        }
        try Self.inspect(daemon, acknowledged)
    }

    /// Every command of the round, sent again, gets its first answer and writes nothing.
    private static func replay(_ written: [Writers.Acknowledgement], _ daemon: Daemon, _ round: Int) throws {
        let before = try daemon.document("status")["database"]["events"].int
        let connection = try HTTPConnection(daemon.socket)
        for one in written {
            let reply = try connection.post(
                "/v1/entries/log", headers: Writers.headers(command: one.command), body: Writers.body(one.text))
            #expect(reply.status == 200, "round \(round): \(reply.body)")
            #expect(reply.body == one.answer, "round \(round)")
        }
        #expect(try daemon.document("status")["database"]["events"].int == before, "round \(round)")
    }

    private static func inspect(_ daemon: Daemon, _ acknowledged: [Writers.Acknowledgement]) throws {
        let entries = try daemon.document("entry", "list", "limit:1000000")["entries"].items
        let texts = entries.compactMap { $0["text"].string }
        #expect(Set(texts).count == texts.count, "an entry is doubled")
        #expect(Set(acknowledged.map(\.text)).subtracting(texts) == [])
        // A killed writer may have been committed and not answered, once a writer and round.
        #expect(texts.count <= acknowledged.count + rounds * writers)

        let tasks = try daemon.tasks()
        let keys = tasks.map { task in
            ["source", "subject", "period"].map { task[$0].string ?? "" }.joined(separator: " ")
        }
        #expect(Set(keys).count == keys.count, "a task is doubled")
        #expect(try daemon.document("audit", "verify")["ok"].isTrue)
        #expect(try daemon.document("doctor")["ok"].isTrue)
        #expect(try daemon.document("doctor", "--rebuild")["ok"].isTrue)
    }

    @Test(.enabled(if: Program.canTest(with: "strace"), "strace is missing"))
    func eachAcknowledgementFollowsASync() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let trace = root.path + "/trace"
        let strace = try #require(Program.find("strace"), "REQUIRE_ALL=1 and strace is missing")
        let daemon = try root.start(
            at: Self.clock,
            wrapper: [
                strace, "-f", "-y", "-s", "64", "-o", trace, "-e",
                "trace=fdatasync,fsync,write,writev,sendto,sendmsg,pwrite64",
            ])
        _ = try daemon.document("profile", "apply", "banan")
        let connection = try HTTPConnection(daemon.socket)
        for number in 1...24 {
            let reply = try connection.post(
                "/v1/entries/log", headers: Writers.headers(command: UUID().uuidString.lowercased()),
                body: Writers.body("traced \(number)"))
            #expect(reply.status == 200)
        }
        // The tracer ends with the daemon, and its file is whole then.
        try Self.end(daemon)
        let text = try String(contentsOfFile: trace, encoding: .utf8)
        let lines = text.split(separator: "\n").map(String.init)
        let judged = SyncTrace(lines)
        #expect(judged.replies >= 24)
        #expect(judged.unsynced == [])

        // The same judge on a daemon that does not sync: every reply is found.
        let withoutSync = SyncTrace(lines.filter { !$0.contains("fdatasync(") && !$0.contains("fsync(") })
        #expect(withoutSync.unsynced.count == judged.replies)
    }

    /// SIGTERM to the tracer would only make it let go; the daemon itself must get it.
    private static func end(_ daemon: Daemon) throws {
        let tracer = try #require(daemon.process)
        let children = try String(
            contentsOfFile: "/proc/\(tracer.identifier)/task/\(tracer.identifier)/children", encoding: .utf8)
        let child = try #require(children.split(separator: " ").first.flatMap { Int32($0) })
        kill(child, SIGTERM)
        #expect(try tracer.wait(seconds: 20).code == 0)
    }
}
