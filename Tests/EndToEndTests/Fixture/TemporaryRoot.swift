import Foundation
import Testing

/// A directory of its own, with every program that was started in it. `remove()` belongs into a `defer` beside the
/// call that makes it.
///
/// There is no `with { root in … }`: inside a closure, Swift 6.3 may give a closure that is written in `#expect` the
/// place of another closure of the same function, and the test then asks something else than it says.
final class TemporaryRoot {
    /// Short: a socket path holds 107 bytes.
    let path: String
    private var started: [RunningProgram] = []

    init() throws {
        var template = Array(FileManager.default.temporaryDirectory.appending(path: "zs-XXXXXX").path.utf8CString)
        try #require(mkdtemp(&template) != nil)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A daemon in a directory of its own; when `prepare` throws, nothing of it stays behind.
    static func daemon(at clock: String?, _ prepare: (Daemon) throws -> Void = { _ in }) throws -> Daemon {
        let root = try TemporaryRoot()
        do {
            let daemon = try root.start(at: clock)
            try prepare(daemon)
            return daemon
        } catch {
            root.remove()
            throw error
        }
    }

    /// Ends every program and deletes the directory.
    func remove() {
        for program in started where program.isRunning {
            program.send(SIGKILL)
            _ = try? program.wait(seconds: 10)
        }
        try? FileManager.default.removeItem(atPath: path)
    }

    /// What every program is started with: nothing of the user's own settings.
    var environment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": path, "LANG": "C.UTF-8",
            "ZS_SHARE": Program.share,
        ]
    }

    func run(
        _ program: String, _ arguments: [String], environment extra: [String: String] = [:], seconds: Double = 60
    ) throws -> Outcome {
        try launch(program, arguments, environment: extra).wait(seconds: seconds)
    }

    func launch(
        _ program: String, _ arguments: [String], environment extra: [String: String] = [:]
    ) throws -> RunningProgram {
        let program = try RunningProgram(
            program, arguments, environment: environment.merging(extra) { $1 }, directory: path)
        started.append(program)
        return program
    }

    /// A daemon that answers.
    /// - Parameters:
    ///   - clock: start of its virtual clock; nil runs on the machine's.
    ///   - name: daemons of one name share state and socket.
    ///   - wrapper: the program and words before `zsd`, such as a tracer's.
    func start(
        at clock: String?, name: String = "d", arguments: [String] = [], wrapper: [String] = []
    ) throws -> Daemon {
        let daemon = Daemon(root: self, name: name)
        try daemon.start(at: clock, arguments: arguments, wrapper: wrapper)
        return daemon
    }

    /// A daemon that is expected to refuse its service.
    func refusal(at clock: String?, name: String = "d", arguments: [String] = []) throws -> Outcome {
        try run(Program.zsd, Daemon(root: self, name: name).arguments(at: clock) + arguments, seconds: 30)
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = path + "/" + name
        try Data(text.utf8).write(to: URL(filePath: file))
        return file
    }
}
