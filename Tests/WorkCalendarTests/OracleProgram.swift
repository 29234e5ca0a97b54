import Foundation
import Testing

/// Another implementation, run as a program. Its tests are skipped when it is absent, and fail when `REQUIRE_ALL=1`.
enum OracleProgram {
    private static let environment = ProcessInfo.processInfo.environment

    static let isRequired = environment["REQUIRE_ALL"] == "1"

    /// The Python with the packages of `scripts/requirements-test.txt`.
    static let python = environment["ZS_ORACLE_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }

    static let systemdAnalyze = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"]
        .first(where: FileManager.default.isExecutableFile)

    /// What the program prints; the test fails when it ends with another status than 0.
    static func output(
        of program: String?, _ arguments: [String], environment extra: [String: String] = [:]
    ) throws -> String {
        let program = try #require(program, "REQUIRE_ALL=1 and the program is absent")
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        process.environment = environment.merging(extra) { $1 }
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "\(program) \(arguments)")
        return String(decoding: data, as: UTF8.self)
    }
}
