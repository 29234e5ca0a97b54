import Foundation

/// The programs under test, and those of the machine that the tests are compared with or run under.
enum Program {
    private static let environment = ProcessInfo.processInfo.environment

    /// The folder that holds `Tests` and `Config`.
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let share = sources.appending(path: "Config").path

    /// Where `zs` and `zsd` lie: `ZS_BIN`, or beside the test bundle.
    static let directory: URL = {
        if let named = environment["ZS_BIN"], !named.isEmpty { return URL(filePath: named) }
        let beside = [
            Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent(),
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
        ]
        return beside.first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "zsd").path) }
            ?? sources.appending(path: ".build/debug")
    }()

    static let zs = directory.appending(path: "zs").path
    static let zsd = directory.appending(path: "zsd").path

    /// A test of an absent program is skipped, unless every test is required: then it runs and fails.
    static let isEachRequired = environment["REQUIRE_ALL"] == "1"

    /// The Python of `scripts/requirements-test.txt`.
    static let oraclePython = environment["ZS_ORACLE_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }

    static func oracle(_ name: String) -> String {
        sources.appending(path: "Tests/Oracles/\(name)_oracle.py").path
    }

    static func find(_ name: String) -> String? {
        (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
            .first(where: FileManager.default.isExecutableFile)
    }

    static func canTest(with name: String) -> Bool {
        isEachRequired || find(name) != nil
    }
}
