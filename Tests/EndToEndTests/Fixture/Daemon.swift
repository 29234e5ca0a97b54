import Foundation
import Testing

/// One `zsd` of a temporary root, and `zs` speaking to it.
final class Daemon {
    let root: TemporaryRoot
    let state: String
    let socket: String
    private(set) var process: RunningProgram?

    init(root: TemporaryRoot, name: String, socket: String? = nil) {
        self.root = root
        state = root.path + "/" + name + "/state"
        self.socket = socket ?? root.path + "/" + name + ".sock"
    }

    var store: String { state + "/zhaoshang.sqlite" }

    func arguments(at clock: String?) -> [String] {
        ["--state", state, "--socket", socket] + (clock.map { ["--virtual-clock", $0] } ?? [])
    }

    /// Returns when it has said that it is ready.
    func start(at clock: String?, arguments extra: [String] = [], wrapper: [String] = []) throws {
        let words = wrapper + [Program.zsd] + arguments(at: clock) + extra
        let process = try root.launch(words[0], Array(words.dropFirst()))
        self.process = process
        let deadline = Date(timeIntervalSinceNow: 60)
        // Another process can only be asked again and again.
        while !process.errors.contains("ready \(socket)\n") {
            try #require(process.isRunning, "zsd ended: \(process.errors)")
            try #require(Date() < deadline, "zsd is not ready: \(process.errors)")
            usleep(5_000)
        }
    }

    func kill() throws {
        process?.send(SIGKILL)
        _ = try process?.wait(seconds: 10)
    }

    /// Asks it to end, and says how it did.
    @discardableResult
    func stop(seconds: Double = 20) throws -> Outcome {
        let process = try #require(process)
        process.send(SIGTERM)
        return try process.wait(seconds: seconds)
    }

    /// `zs` with these words.
    func zs(_ words: [String], environment: [String: String] = [:]) throws -> Outcome {
        try root.run(Program.zs, words, environment: environment.merging(["ZS_SOCKET": socket]) { $1 })
    }

    func zs(_ words: String...) throws -> Outcome { try zs(words) }

    /// The document that `zs … --json` prints; the test fails when it does not succeed.
    func document(_ words: [String], sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
        let outcome = try zs(words + ["--json"])
        try #require(
            outcome.code == 0, "zs \(words.joined(separator: " ")): \(outcome)", sourceLocation: sourceLocation)
        let document = try outcome.document
        #expect(
            document["schema"].string?.hasPrefix("zhaoshang/") == true,
            "zs \(words.joined(separator: " ")) has no schema",
            sourceLocation: sourceLocation)
        return document
    }

    func document(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> JSON {
        try document(words, sourceLocation: sourceLocation)
    }

    /// The error of `zs … --json`, which must end with this code.
    func failure(
        _ words: String..., code: Int32, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> JSON {
        let outcome = try zs(words + ["--json"])
        #expect(
            outcome.code == code, "zs \(words.joined(separator: " ")): \(outcome)", sourceLocation: sourceLocation)
        return try outcome.failure
    }

    func advance(to instant: String) throws {
        _ = try document("clock", "advance", "--to", instant, "--yes")
    }

    /// Every task that fits the filters.
    func tasks(_ filters: String...) throws -> [JSON] {
        try document(["task", "list", "limit:100000"] + filters)["tasks"].items
    }
}
