import Bureau
import Cadence
import Foundation
import Identifiers
import Promotion
import SQLiteStore
import WorkCalendar

extension BureauFixture {
    /// What stands in the records: each of them as its bytes, lines of the log that were not withdrawn, clocks that run,
    /// and every sum of the postings by unit and month.
    func bytes() async throws -> [String] {
        try await store.read { reading in
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            func lines<Record: PromotionRecord>(_ type: Record.Type) throws -> [String] {
                try reading.records(type, RecordFilter()).map { found in
                    String(decoding: try encoder.encode(found.record), as: UTF8.self)
                }
            }
            var all: [String] = []
            for noun in RecordNouns.all { all += try lines(noun) }
            all += try reading.entries(EntryFilter()).map {
                String(decoding: try encoder.encode($0.entry), as: UTF8.self)
            }
            let clocks = try reading.tasks(TaskFilter(states: [.open, .returned], product: .clock, byDue: false))
            // A clock that starts again has a number and a turn of its own.
            all += clocks.map {
                "\($0.source) \($0.occurrence.prefix { $0 != "." }) \($0.subject) \($0.unit) \($0.dueAt.iso8601)"
            }.sorted()
            for unit in try reading.units().map(\.id) {
                for month in 1...12 {
                    guard let first = CivilDate(year: 2026, month: month, day: 1) else { continue }
                    let days = Period(.month, containing: first).days
                    all += try reading.sums(units: [unit], dates: days).filter { $0.value != 0 }
                        .map { "\(unit) \(month) \($0.key) \($0.value)" }.sorted()
                }
            }
            return all
        }
    }
}
