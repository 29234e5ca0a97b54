import Foundation
import Glibc
import Synchronization

/// A program that was started, with its output in files, so that no pipe can fill.
///
/// Started by `posix_spawn`: Foundation's `Process` keeps descriptors for each program, and these tests start thousands.
final class RunningProgram: Sendable {
    enum Failure: Error {
        case notStarted(String, Int32)
        case tookTooLong(String)
    }

    let identifier: Int32
    private let words: [String]
    private let outputPath: String
    private let errorsPath: String
    /// The status of `waitpid`; nil while it runs. A number that was waited for may belong to another program.
    private let status = Mutex<Int32?>(nil)
    private let ended = DispatchSemaphore(value: 0)

    var isRunning: Bool { status.withLock { $0 == nil } }
    var errors: String { Self.text(errorsPath) }

    /// - Parameter directory: where its output is kept.
    init(_ path: String, _ arguments: [String], environment: [String: String], directory: String) throws {
        let name = directory + "/run-" + UUID().uuidString.prefix(8)
        (outputPath, errorsPath) = (name + ".out", name + ".err")
        words = [path] + arguments
        identifier = try Self.spawn(
            words, environment.map { "\($0)=\($1)" }, outputPath: outputPath, errorsPath: errorsPath)
        let waiter = Thread { [self] in
            var status: Int32 = 0
            while waitpid(identifier, &status, 0) < 0, errno == EINTR {}
            self.status.withLock { $0 = status }
            ended.signal()
        }
        waiter.start()
    }

    func send(_ signal: Int32) {
        status.withLock { status in
            if status == nil { _ = kill(identifier, signal) }
        }
    }

    func wait(seconds: Double = 60) throws -> Outcome {
        guard ended.wait(timeout: .now() + seconds) == .success, let status = status.withLock({ $0 }) else {
            send(SIGKILL)
            throw Failure.tookTooLong(words.joined(separator: " "))
        }
        ended.signal()
        let signal = status & 0x7F
        return Outcome(
            code: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, output: Self.text(outputPath),
            errors: Self.text(errorsPath))
    }

    private static func spawn(
        _ words: [String], _ environment: [String], outputPath: String, errorsPath: String
    ) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errorsPath, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        // The test runner's own choice of signals is not the program's.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        var arguments = words.map { strdup($0) } + [nil]
        var variables = environment.map { strdup($0) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var identifier: pid_t = 0
        let result = posix_spawn(&identifier, words[0], &actions, &attributes, &arguments, &variables)
        guard result == 0 else { throw Failure.notStarted(words[0], result) }
        return identifier
    }

    private static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
