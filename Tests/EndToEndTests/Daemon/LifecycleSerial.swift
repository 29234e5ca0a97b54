import Foundation
import Testing

/// Start, stop and what a daemon refuses to share.
@Suite(.serialized)
struct LifecycleSerial {
    private static let clock = "2026-01-05T08:00"

    @Test func secondDaemonOnOneStateNamesTheFirst() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let first = try root.start(at: Self.clock)
        let second = try root.refusal(at: Self.clock)
        #expect(second.code == 75)
        #expect(second.errors.contains(String(first.process?.identifier ?? 0)), "\(second)")
        #expect(try first.document("status")["virtual_clock"].isTrue)
    }

    @Test func staleSocketAfterAKillIsNoObstacle() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: Self.clock)
        try daemon.kill()
        #expect(FileManager.default.fileExists(atPath: daemon.socket))
        #expect(try daemon.zs("status").code == 69)
        try daemon.start(at: Self.clock)
        #expect(try daemon.document("status")["virtual_clock"].isTrue)
    }

    @Test func liveSocketIsNotStolen() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let first = try root.start(at: Self.clock)
        let second = try root.refusal(at: Self.clock, name: "other", arguments: ["--socket", first.socket])
        #expect(second.code == 75, "\(second)")
        #expect(second.errors.contains(String(first.process?.identifier ?? 0)), "\(second)")
        #expect(try first.document("status")["virtual_clock"].isTrue)
    }

    /// Something else than a zsd answers there, so no lock tells of it.
    @Test func socketOfAnotherProgramIsNotStolen() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let listener = try UnixListener(path: root.path + "/d.sock")
        let refused = try root.refusal(at: Self.clock)
        #expect(refused.code == 75, "\(refused)")
        #expect(FileManager.default.fileExists(atPath: listener.path))
    }

    @Test func socketPathOf107BytesServes() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = Daemon(root: root, name: "d", socket: Self.path(in: root, bytes: 107))
        try daemon.start(at: Self.clock)
        #expect(try daemon.document("status")["virtual_clock"].isTrue)
    }

    @Test func socketPathOf108BytesIsRefused() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = Daemon(root: root, name: "d", socket: Self.path(in: root, bytes: 108))
        for outcome in [
            try root.run(Program.zsd, daemon.arguments(at: Self.clock)), try daemon.zs("status"),
        ] {
            #expect(outcome.code == 78, "\(outcome)")
            #expect(outcome.errors.contains("107") && outcome.errors.contains("108"), "\(outcome)")
        }
    }

    private static func path(in root: TemporaryRoot, bytes: Int) -> String {
        root.path + "/" + String(repeating: "s", count: bytes - root.path.utf8.count - 1)
    }

    @Test func terminationFinishesWhatIsUnderWay() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: Self.clock)
        _ = try daemon.document("profile", "apply", "banan")
        let writers = Writers(daemon: daemon, count: 16)
        writers.start()
        writers.waitForAcknowledgements(200)
        let began = Date()
        let outcome = try daemon.stop()
        #expect(outcome.code == 0, "\(outcome)")
        #expect(Date().timeIntervalSince(began) < 10)
        #expect(!FileManager.default.fileExists(atPath: daemon.socket))
        let acknowledged = writers.stop()
        try daemon.start(at: Self.clock)
        let verified = try daemon.document("audit", "verify")
        #expect(verified["ok"].isTrue)
        let entries = try daemon.document("entry", "list", "limit:100000")["entries"].items
        #expect(Set(acknowledged.map(\.text)).isSubset(of: Set(entries.compactMap { $0["text"].string })))
    }

    @Test(.enabled(if: Program.canTest(with: "python3"), "python3 is missing"))
    func storeOfANewerProgramIsLeftAlone() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: Self.clock)
        try daemon.stop()
        try Self.raiseSchemaVersion(of: daemon)
        let before = try Data(contentsOf: URL(filePath: daemon.store))
        let refused = try root.refusal(at: Self.clock)
        #expect(refused.code == 78, "\(refused)")
        #expect(try Data(contentsOf: URL(filePath: daemon.store)) == before)
        let log = FileManager.default.contents(atPath: daemon.store + "-wal") ?? Data()
        #expect(log.isEmpty)
    }

    @Test func storeThatCannotBeReadIsNotTakenForAFreshOne() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: Self.clock)
        try daemon.stop()
        let damaged = Data(repeating: 0x5A, count: 8_192)
        try damaged.write(to: URL(filePath: daemon.store))
        let refused = try root.refusal(at: Self.clock)
        #expect(refused.code == 78, "\(refused)")
        #expect(try Data(contentsOf: URL(filePath: daemon.store)) == damaged)
    }

    @Test func unknownKeyOfTheConfigurationIsNamedWithItsLine() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let wrong = try root.write("limits:\n  idle_seconds: 30\n  body_byte: 1\n", to: "wrong.yaml")
        for arguments in [["--config", wrong, "--check-config"], ["--config", wrong]] {
            let refused = try root.refusal(at: Self.clock, arguments: arguments)
            #expect(refused.code == 78, "\(refused)")
            #expect(refused.errors.contains("body_byte") && refused.errors.contains("3"), "\(refused)")
        }
        let right = try root.run(
            Program.zsd, ["--config", Program.share + "/zhaoshang.yaml", "--check-config"])
        #expect(right.code == 0, "\(right)")
        #expect(!FileManager.default.fileExists(atPath: root.path + "/d"))
    }

    /// By another program than ours; it leaves no write-ahead log behind.
    private static func raiseSchemaVersion(of daemon: Daemon) throws {
        let script = """
            import sqlite3, sys
            connection = sqlite3.connect(sys.argv[1])
            connection.execute("PRAGMA user_version = 32767")
            connection.close()
            """
        let python = try #require(Program.find("python3"), "REQUIRE_ALL=1 and python3 is missing")
        let outcome = try daemon.root.run(python, ["-c", script, daemon.store])
        try #require(outcome.code == 0, "\(outcome)")
    }
}
