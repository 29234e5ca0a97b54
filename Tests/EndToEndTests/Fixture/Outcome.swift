import Foundation
import Testing

/// How a program ended and what it said.
struct Outcome {
    /// Exit status; 128 + n after signal n, as shells have it.
    let code: Int32
    let output: String
    let errors: String

    /// The one document on standard output.
    var document: JSON {
        get throws { try JSON(output) }
    }

    /// The error envelope on standard error; warnings may stand before it.
    var failure: JSON {
        get throws {
            let line = try #require(errors.split(separator: "\n").last { $0.hasPrefix("{") }, "no envelope: \(errors)")
            return try JSON(String(line))["error"]
        }
    }
}

extension Outcome: CustomStringConvertible {
    var description: String { "exit \(code)\n\(output.prefix(2_000))\n\(errors.prefix(2_000))" }
}

/// A program that was started, with its output in files, so that no pipe can fill.
final class RunningProgram {
    enum Failure: Error {
        case tookTooLong(String)
    }

    private let process = Process()
    private let outputPath: String
    private let errorsPath: String
    private let ended = DispatchSemaphore(value: 0)

    var identifier: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }
    var errors: String { Self.text(errorsPath) }

    /// - Parameter directory: where its output is kept.
    init(_ path: String, _ arguments: [String], environment: [String: String], directory: String) throws {
        let name = directory + "/run-" + UUID().uuidString.prefix(8)
        (outputPath, errorsPath) = (name + ".out", name + ".err")
        for path in [outputPath, errorsPath] {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(filePath: directory)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle(forWritingAtPath: outputPath)
        process.standardError = FileHandle(forWritingAtPath: errorsPath)
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
    }

    func send(_ signal: Int32) {
        if process.isRunning { kill(process.processIdentifier, signal) }
    }

    func wait(seconds: Double = 60) throws -> Outcome {
        guard ended.wait(timeout: .now() + seconds) == .success else {
            send(SIGKILL)
            throw Failure.tookTooLong(process.arguments?.joined(separator: " ") ?? "")
        }
        ended.signal()
        let status = process.terminationStatus
        return Outcome(
            code: process.terminationReason == .uncaughtSignal ? 128 + status : status,
            output: Self.text(outputPath), errors: Self.text(errorsPath))
    }

    private static func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}
