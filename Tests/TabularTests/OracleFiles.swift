import Foundation
import Tabular
import Testing

/// The files that `Tests/Oracles/tabular_oracle.py` writes with Python's csv, codecs, zipfile and openpyxl, and what they say.
struct OracleFiles: Sendable {
    static let python = ProcessInfo.processInfo.environment["ZS_ORACLE_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }
    static let isRequired = ProcessInfo.processInfo.environment["REQUIRE_ALL"] == "1"

    static let shared = Result { try OracleFiles() }

    /// A file by its name.
    var files: [String: [UInt8]] = [:]
    /// Lines and cells of the files that can be read.
    var tables: [String: [ExpectedRow]]
    /// Codes of the problems of those that cannot.
    var problems: [String: String]
    /// Sizes and ratios of files that are read with a limit of the test.
    var limits: [String: Int]

    struct ExpectedRow: Equatable, Sendable, Decodable {
        var line: Int
        var cells: [ExpectedCell]

        init(_ row: TabularRow) {
            line = row.line
            cells = row.cells.map { ExpectedCell(form: "\($0.form)", text: $0.text) }
        }

        init(from decoder: any Decoder) throws {
            var row = try decoder.unkeyedContainer()
            line = try row.decode(Int.self)
            cells = try row.decode([ExpectedCell].self)
        }
    }

    struct ExpectedCell: Equatable, Sendable, Decodable {
        var form: String
        var text: String

        init(form: String, text: String) {
            self.form = form
            self.text = text
        }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                self.init(form: "text", text: text)
            } else {
                var cell = try decoder.unkeyedContainer()
                self.init(form: try cell.decode(String.self), text: try cell.decode(String.self))
            }
        }
    }

    private struct Answer: Decodable {
        var tables: [String: [ExpectedRow]]
        var bad: [String: String]
        var limits: [String: Int]
    }

    private init() throws {
        let python = try #require(Self.python, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let directory = FileManager.default.temporaryDirectory.appending(path: "tabular-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appending(path: "Oracles/tabular_oracle.py").path, directory.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let answer = try JSONDecoder().decode(Answer.self, from: data)
        tables = answer.tables
        problems = answer.bad
        limits = answer.limits
        for url in try FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil) {
            files[url.lastPathComponent] = [UInt8](try Data(contentsOf: url))
        }
    }
}
