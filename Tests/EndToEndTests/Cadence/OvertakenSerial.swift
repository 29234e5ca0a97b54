import Foundation
import Testing

/// Two daemons on one store, because somebody removed the lock file.
@Suite(.serialized, .enabled(if: Program.canTest(with: "python3"), "python3 is missing"))
struct OvertakenSerial {
    @Test func theOneThatWasOvertakenCommitsNothingAndLeaves() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let first = try root.start(at: "2026-03-02T09:00")
        _ = try first.document("profile", "apply", "banan")
        let second = try takeOver(first)
        let events = try second.rows("SELECT max(seq) FROM event")

        let outcome = try first.zs("log", "走访企业", "--as", "bn-ne-1")
        #expect(outcome.code != 0, "\(outcome)")
        #expect(try first.process?.wait(seconds: 10).code == 75)
        #expect(try second.rows("SELECT max(seq) FROM event") == events)
        // The other goes on.
        _ = try second.document("log", "走访企业", "--as", "bn-ne-1")
    }

    /// It finds out before it sends, although it had nothing to write before.
    @Test(.enabled(if: Receiver.isThere, "python3 is missing"))
    func theOneThatWasOvertakenSendsNothing() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let robot = try Receiver("feishu", in: root, script: "500,500,500,500")
        let daemon = try Daemon.notifying(at: "2026-03-02T09:00", in: root, retrySeconds: 4)
        try daemon.keep(secret: "token = token-1234\n", as: "group")
        _ = try daemon.document(
            ["notify", "add", "group", "kind:feishu", "secret:group", "url:http://127.0.0.1:\(robot.port)/hook"])
        try daemon.advance(to: "2026-03-02T16:00")
        let deadline = Date(timeIntervalSinceNow: 30)
        while try robot.requests.isEmpty {
            try #require(Date() < deadline, "nothing was sent")
            usleep(5_000)
        }
        // The first attempt failed, and the next one is due in some seconds.
        try daemon.raiseEpoch()
        let sent = try robot.requests.count
        #expect(try daemon.process?.wait(seconds: 30).code == 75)
        #expect(try robot.requests.count == sent)
    }

    private func takeOver(_ first: Daemon) throws -> Daemon {
        try FileManager.default.removeItem(atPath: first.state + "/zsd.lock")
        let second = Daemon(root: first.root, name: "d", socket: first.root.path + "/second.sock")
        try second.start(at: "2026-03-02T09:00")
        return second
    }
}
