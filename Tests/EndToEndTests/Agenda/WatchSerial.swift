import Foundation
import Testing

/// `zs today` and the stream behind `zs watch`, through the real programs.
@Suite(.serialized)
struct WatchSerial {
    @Test func todayLeadsWithWhatWaits() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        try daemon.advance(to: "2026-03-03T18:00")
        let today = try daemon.document("today", "--as", "bn-ne-1")
        let overdue = today["agenda"]["overdue"].items
        #expect(overdue.compactMap { $0["period"].string } == ["2026-03-02", "2026-03-03"])
        #expect(Set(overdue.compactMap { $0["subject"].string }).count == 1)
        #expect(today["kind"].string == "day")
        let shown = try daemon.zs("today", "--as", "bn-ne-1", "--lang", "zh", "-o", daemon.root.path + "/today.txt")
        #expect(shown.code == 0, "\(shown)")
        let text = String(
            decoding: FileManager.default.contents(atPath: daemon.root.path + "/today.txt") ?? Data(), as: UTF8.self)
        #expect(text.hasPrefix("已逾期 2"))
    }

    @Test func watchShowsEachChangeAndEndsWithTheDaemon() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let stream = try UnixSocket(path: daemon.socket, seconds: 30)
        try stream.send(HTTPConnection.head("GET", "/v1/watch", ["X-Zhaoshang-As": "bn-ne-1"], bytes: nil))
        var seen = ""
        func read(until wanted: (String) -> Bool) throws {
            while !wanted(seen) {
                let bytes = try stream.receive()
                try #require(!bytes.isEmpty, "the stream ended: \(seen.suffix(2_000))")
                seen += String(decoding: bytes, as: UTF8.self)
            }
        }
        try read { $0.contains("event: agenda") }
        #expect(seen.contains("text/event-stream"))
        #expect(seen.contains("\"overdue\":[]"))
        let watcher = try daemon.root.launch(
            Program.zs, ["watch", "--json", "--as", "bn-ne-1"], environment: ["ZS_SOCKET": daemon.socket])
        seen = ""
        _ = try daemon.document("log", "走访渝新能源", "--as", "bn-ne-1")
        try read { $0.contains("\"due\":[]") || $0.contains("\"due\":[],") }
        try daemon.advance(to: "2026-03-03T18:00")
        try read { $0.contains("\"overdue\":[{") }

        #expect(try daemon.stop().code == 0)
        while try !stream.receive().isEmpty {}
        let outcome = try watcher.wait(seconds: 20)
        #expect(outcome.code == 75, "\(outcome)")
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.contains("zhaoshang/agenda.v1") })
    }

    /// Refused while there still is a status to say so.
    @Test func strangerGetsNoStream() throws {
        let daemon = try started()
        defer { daemon.root.remove() }
        let outcome = try daemon.zs("watch", "--json", "--as", "nobody")
        #expect(outcome.code == 66, "\(outcome)")
    }

    private func started() throws -> Daemon {
        try TemporaryRoot.daemon(at: "2026-03-02T09:00") { _ = try $0.document("profile", "apply", "banan") }
    }
}
