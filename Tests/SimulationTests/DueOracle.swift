import Foundation
import WorkCalendar

/// Due times as chinesecalendar, numpy and dateutil reckon them; `ZS_ORACLE_PYTHON` names a Python that has them.
enum DueOracle {
    static let path = ProcessInfo.processInfo.environment["ZS_ORACLE_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }
    static let isRequired = ProcessInfo.processInfo.environment["REQUIRE_ALL"] == "1"

    struct Failure: Error {
        var status: Int32
    }

    private struct Question: Encodable {
        struct Revision: Encodable {
            var published: Int
            var days: [String: Bool]
        }
        struct Due: Encodable {
            var wording: String
            var level: String
            var period: String
            var revision: Int
        }
        var revisions: [Revision]
        var dues: [Due]
    }

    /// One answer for each due time, in their order: `2016-01-04T17:30`, or `-`.
    static func answers(_ dues: [SimulationOutcome.MadeDue], _ revisions: [SimulationOutcome.Revision]) throws
        -> [String]
    {
        let question = Question(
            revisions: revisions.map { revision in
                Question.Revision(
                    published: revision.published,
                    days: Dictionary(uniqueKeysWithValues: revision.days.map { ($0.key.description, $0.value) }))
            },
            dues: dues.map {
                Question.Due(
                    wording: $0.wording, level: $0.period.kind.rawValue, period: $0.period.key,
                    revision: $0.calendarRevision)
            })
        var root = URL(filePath: #filePath)
        for _ in 0..<2 { root.deleteLastPathComponent() }
        let asked = FileManager.default.temporaryDirectory.appending(path: "dues-\(UUID().uuidString).json")
        try JSONEncoder().encode(question).write(to: asked)
        defer { try? FileManager.default.removeItem(at: asked) }
        let process = Process()
        process.executableURL = URL(filePath: path ?? "python3")
        process.arguments = [root.appending(path: "Oracles/cadence_oracle.py").path]
        process.standardInput = try FileHandle(forReadingFrom: asked)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
