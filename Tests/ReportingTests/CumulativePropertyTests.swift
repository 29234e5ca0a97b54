import Identifiers
import Promotion
import ReportModel
import Testing
import WorkCalendar

@testable import Reporting

/// Own + late + corrected of all issues = cumulative, whatever is learnt when and whenever it is frozen.
struct CumulativePropertyTests {
    struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            // SplitMix64 (Steele, Lea, Flood 2014).
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// A log of postings of one indicator: position is seq − 1.
    private func log(_ random: inout Random, from first: CivilDate, days: Int) -> [(date: CivilDate, value: Int64)] {
        (0..<400).map { index in
            // Facts come roughly in the order of their dates, some much later.
            let latest = days * (index + 1) / 400
            let delay = Int.random(in: 0...9, using: &random) < 6 ? 0 : Int.random(in: 0...80, using: &random)
            return (first + max(0, min(days - 1, latest) - delay), Int64.random(in: -3...9, using: &random))
        }
    }

    @Test(arguments: [PeriodKind.week, .month, .quarter], UInt64(1)...12)
    func issuesAddUpToTheCumulativeFigure(kind: PeriodKind, seed: UInt64) throws {
        var random = Random(state: seed)
        let year = Period(kind: .year, ordinal: 2026)
        let ordinals = try #require(year.periods(kind))
        let periods = ordinals.map { Period(kind: kind, ordinal: $0) }
        let start = ReportDays.startOfYear(periods[0])
        let end = try #require(periods.last).lastDay
        let log = log(&random, from: start, days: end - start + 1)
        func sum(_ dates: ClosedRange<CivilDate>, through seq: Int64) -> Int64 {
            log.prefix(Int(seq)).filter { dates.contains($0.date) }.reduce(0) { $0 + $1.value }
        }
        let learnt = try log.enumerated().map { position, fact in
            let seq = Int64(position + 1)
            let first = fact.value < 0 ? max(1, seq - Int64.random(in: 0...90, using: &random)) : seq
            return try ReportFixture.learnt(
                seq, fact.date.description, "entries.count", fact.value, seq: seq, first: first)
        }
        // The moment of each freezing: after the period's own share of the log or a good deal later, in order.
        var seq: Int64 = 0
        var issues: [FrozenIssue] = []
        var total: Int64 = 0
        for (index, period) in periods.enumerated() {
            let share = Int64(400 * (index + 1) / periods.count)
            let left = Int64(periods.count - 1 - index)
            seq = left == 0 ? 400 : min(400 - left, max(seq + 1, share + Int64.random(in: -3...12, using: &random)))
            var facts = try ReportFixture.facts("2026-12-31", asOf: "2026-12-31", seq: seq)
            facts.period = period
            facts.sums.own = ["entries.count": sum(period.days, through: seq)]
            facts.sums.toDate = ["entries.count": sum(ReportDays.toDate(period), through: seq)]
            facts.issues = issues
            facts.learntLater = Array(learnt.prefix(Int(seq)))
            let figures = ReportDerivation.derive(facts).figures
            for key in ["entries.count", "late.entries.count", "corrected.entries.count"] {
                total += Int64(try #require(figures[key]?.value))
            }
            #expect(figures["entries.count.cumulative"]?.value == Double(total), "\(period.key)")
            issues.append(FrozenIssue(period: period, asOfSeq: seq))
        }
        #expect(total == log.reduce(0) { $0 + $1.value })
    }

    @Test func cumulativeWeeksBeginWithTheFirstIsoWeekAndMonthsOnTheFirstOfJanuary() throws {
        let week = try #require(Period("2026-W09"))
        #expect(ReportDays.toDate(week).lowerBound.description == "2025-12-29")
        let month = try #require(Period("2026-02"))
        #expect(ReportDays.toDate(month).lowerBound.description == "2026-01-01")
        let lastWeek = try #require(Period("2026-W53"))
        #expect(ReportDays.toDate(lastWeek).upperBound.description == "2027-01-03")
    }
}
