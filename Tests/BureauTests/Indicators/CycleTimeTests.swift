import Bureau
import Foundation
import Promotion
import Testing
import WorkCalendar

/// K22: median and ninth decile of the working days from signing to start, against numpy on the rows that explain them and
/// against numpy's own count of business days.
@Suite(.enabled(if: NumpyOracle.path != nil || NumpyOracle.isRequired, "ZS_ORACLE_PYTHON is not set"))
struct CycleTimeTests {
    @Test(arguments: [1, 2, 3, 10, 37] as [Int])
    func medianAndNinthDecileAreThoseOfNumpy(count: Int) async throws {
        // From 22 June to 19 September 2026 weekends are the only days off.
        let fixture = try await BureauFixture(at: "2026-10-09T09:00", rules: false)
        var random = SeededRandom(UInt64(count))
        let base = try PlannedProject.day("2026-06-22")
        let plans = (1...Int64(count)).map { number in
            let signed = base + Int.random(in: 0...40, using: &random)
            let started = signed + Int.random(in: 0...45, using: &random)
            return PlannedProject(
                number: number,
                stages: [
                    (.negotiating, "2026-06-01"), (.signed, signed.description), (.landed, signed.description),
                    (.started, started.description),
                ], contract: 1)
        }
        try await fixture.record(plans)
        let found = try await fixture.figures("quarter", "2026-Q3")
        let inQuarter = plans.filter { $0.stages[3].on >= "2026-07-01" }
        let pairs = inQuarter.map { "\($0.stages[1].on) \($0.stages[3].on)" }
        let expected = try NumpyOracle.percentiles(pairs)
        guard expected.count == 2 else {
            #expect(found["K22.median"] == nil && found["K22.p90"] == nil)
            return
        }
        for (key, value) in zip(["K22.median", "K22.p90"], expected) {
            let distance = abs((found[key] ?? -1) - value)
            #expect(distance < 1e-9, "\(key): \(found[key] ?? -1) instead of \(value)")
            let rows = try await fixture.explained("quarter", "2026-Q3", key)
            #expect(rows.count == pairs.count && rows.allSatisfy { $0.kind == "value" })
            let again = try NumpyOracle.percentiles(values: rows.compactMap(\.amount))
            #expect(again == expected)
        }
    }
}

/// numpy as a program. `busday_count` counts from the first day to the one before the last, so both move by one.
enum NumpyOracle {
    private static let environment = ProcessInfo.processInfo.environment
    static let isRequired = environment["REQUIRE_ALL"] == "1"
    static let path = environment["ZS_ORACLE_PYTHON"].flatMap { $0.isEmpty ? nil : $0 }

    /// Median and 90th percentile of the working days of `FROM TO` pairs; nothing for none.
    static func percentiles(_ pairs: [String]) throws -> [Double] {
        try run(
            """
            import sys, numpy as np
            pairs = [line.split() for line in sys.argv[1:]]
            days = [np.busday_count(np.datetime64(a) + 1, np.datetime64(b) + 1) for a, b in pairs]
            print(*([] if not days else [repr(float(np.percentile(days, p))) for p in (50, 90)]))
            """, pairs)
    }

    static func percentiles(values: [Int64]) throws -> [Double] {
        try run(
            """
            import sys, numpy as np
            days = [int(word) for word in sys.argv[1:]]
            print(*[repr(float(np.percentile(days, p))) for p in (50, 90)])
            """, values.map { String($0) })
    }

    private static func run(_ program: String, _ words: [String]) throws -> [Double] {
        let python = try #require(path, "REQUIRE_ALL=1 and ZS_ORACLE_PYTHON is not set")
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = ["-c", program] + words
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    }
}
