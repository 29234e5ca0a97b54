import Foundation
import Testing

/// What an idle daemon costs.
@Suite(.serialized)
struct IdleSerial {
    /// How often each thread of a process has gone to sleep by itself.
    private static func sleeps(_ process: Int32) throws -> [String: Int] {
        let threads = "/proc/\(process)/task"
        var counts: [String: Int] = [:]
        for thread in try FileManager.default.contentsOfDirectory(atPath: threads) {
            let status = try String(contentsOfFile: "\(threads)/\(thread)/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
            counts[thread] = line?.split(separator: "\t").last.flatMap { Int($0) }
        }
        return counts
    }

    /// Also after reads, writes, a message that was sent, and a store that was replayed beside the real one. The one look at
    /// the clock a minute takes each thread two or three turns; whatever looks every second takes ten.
    @Test func nothingWakesAnIdleDaemonEverySecond() throws {
        let root = try TemporaryRoot()
        defer { root.remove() }
        let daemon = try root.start(at: nil)
        _ = try daemon.document("profile", "apply", "banan")
        _ = try daemon.document("notify", "add", "x", "kind:command", "run:/bin/true")
        _ = try daemon.zs("notify", "test", "x")
        _ = try daemon.document("doctor", "--rebuild")
        _ = try daemon.document("log", "走访企业", "--as", "bn-ne-1")
        let process = try #require(daemon.process?.identifier)
        var most = Int.max
        // What was begun may still be ending when it is counted first.
        for _ in 0..<3 where most > 4 {
            let before = try Self.sleeps(process)
            Thread.sleep(forTimeInterval: 10)
            let after = try Self.sleeps(process)
            most = after.map { $0.value - (before[$0.key] ?? 0) }.max() ?? .max
        }
        #expect(most <= 4)
    }
}
