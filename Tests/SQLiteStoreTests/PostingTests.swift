import Bureau
import Identifiers
import Promotion
import Testing
import WorkCalendar

@testable import SQLiteStore

struct PostingTests {
    private static let units = [UnitID(1), UnitID(2)]

    /// Sums from roll-ups against sums of the entries as they stand, for stretches of every shape.
    @Test(arguments: [11, 12, 13] as [UInt64])
    func rollUpsAreTheSumsOfTheEntries(seed: UInt64) async throws {
        let fixture = try await StoreFixture()
        var history = RandomHistory(seed: seed)
        try await history.start(fixture)
        for _ in 1...150 { try await history.step(fixture) }
        try await fixture.store.read { reading throws in
            let entries = try reading.entries(EntryFilter(includeWithdrawn: true)).map(\.entry)
            var random = SplitMix(state: seed)
            for _ in 1...40 {
                let from = CivilDate(ordinal: 20_560 + random.below(100))
                let dates = from...(from + random.below(80))
                let facts = entries.flatMap(\.postings).filter { dates.contains($0.date) }
                #expect(try reading.sums(units: Self.units, dates: dates) == sum(facts, by: \.indicator))
                for unit in Self.units {
                    let own = facts.filter { $0.unit == unit }
                    #expect(try reading.sums(units: [unit], dates: dates) == sum(own, by: \.indicator))
                    #expect(
                        try reading.sumsByUnit(units: [unit], dates: dates)[unit] ?? [:] == sum(own, by: \.indicator))
                }
                let officers = try reading.sumsByOfficer(units: Self.units, dates: dates)
                for officer in 1...3 {
                    let own = facts.filter { $0.officer == OfficerID(Int64(officer)) }
                    #expect(officers[OfficerID(Int64(officer))] ?? [:] == sum(own, by: \.indicator))
                }
            }
            let months = Period(.month, containing: CivilDate(ordinal: 20_580)).ordinal
            let monthly = try reading.monthlySums(units: Self.units, months: months...(months + 4))
            for month in months...(months + 4) {
                let own = entries.flatMap(\.postings).filter { Period(.month, containing: $0.date).ordinal == month }
                #expect(monthly[month] ?? [:] == sum(own, by: \.indicator))
            }
        }
    }

    /// The same command reads what it has just posted; a refused one leaves no sums behind.
    @Test func sumsKnowTheCommandsOwnPostings() async throws {
        let fixture = try await StoreFixture()
        let day = CivilDate(ordinal: 20_600)
        let month = Period(.month, containing: day).days
        await #expect(throws: (any Error).self) {
            try await fixture.write("refused") { writing in
                _ = try logEntry(writing, day: 20_600)
                throw CancellationError()
            }
        }
        try await fixture.write("a") { writing in
            _ = try logEntry(writing, day: 20_600)
            let whole = try writing.sums(units: Self.units, dates: month)
            #expect(whole[Indicator.entries] == 1)
            _ = try logEntry(writing, day: 20_600)
            let own = try writing.sumsByUnit(units: Self.units, dates: day...day)
            #expect(own[UnitID(1)]?[Indicator.entries] == 2)
            let officers = try writing.sumsByOfficer(units: Self.units, dates: month)
            #expect(officers[OfficerID(1)]?[Indicator.entries] == 2)
            return Outcome()
        }
        let months = Period(.month, containing: day).ordinal
        let later = try await fixture.store.read { try $0.monthlySums(units: Self.units, months: months...months) }
        #expect(later[months]?[Indicator.entries] == 2)
    }

    @Test func sumsByOfficerOfAnOlderStoreAreMadeWhenItIsOpened() async throws {
        let fixture = try await StoreFixture()
        for day in [20_600, 20_601, 20_640] {
            try await fixture.write("\(day)") { Outcome(id: try logEntry($0, day: day).id.description) }
        }
        try await fixture.store.close()
        try fixture.tamper(OlderSchema.back(to: 6))
        let upgraded = try fixture.reopened()
        let dates = CivilDate(ordinal: 20_454)...CivilDate(ordinal: 20_818)
        let sums = try await upgraded.read { try $0.sumsByOfficer(units: Self.units, dates: dates) }
        #expect(sums[OfficerID(1)]?[Indicator.entries] == 3)
        #expect(try await upgraded.inspect().allSatisfy(\.ok))
    }

    @Test func lateFactsAreThoseLearntAfterAnEvent() async throws {
        let fixture = try await StoreFixture()
        try await fixture.write("a") { Outcome(id: try logEntry($0, day: 20_600).id.description) }
        try await fixture.write("b") { Outcome(id: try logEntry($0, day: 20_610).id.description) }
        try await fixture.write("late") { Outcome(id: try logEntry($0, day: 20_601).id.description) }
        let late = try await fixture.store.read {
            try $0.postings(
                units: [UnitID(1)], since: CivilDate(ordinal: 20_590), before: CivilDate(ordinal: 20_605), afterSeq: 7)
        }
        #expect(late.map(\.posting.source) == ["J-3"])
        #expect(late.map(\.seq) == [8])
        let rows = try await fixture.store.read {
            try $0.postings(
                PostingFilter(
                    units: [UnitID(1)], indicator: Indicator.entries,
                    dates: CivilDate(ordinal: 20_600)...CivilDate(ordinal: 20_610)))
        }
        #expect(rows.map(\.posting.source) == ["J-1", "J-3", "J-2"])
    }

    private func sum(_ postings: [Posting], by key: (Posting) -> String) -> [String: Int64] {
        var sums: [String: Int64] = [:]
        for posting in postings where posting.about == nil { sums[key(posting), default: 0] += posting.value }
        // Visits: an enterprise and a day once, whoever went.
        var visits: [String: Set<String>] = [:]
        for posting in postings {
            guard let about = posting.about else { continue }
            visits[key(posting), default: []].insert("\(posting.date) \(about)")
        }
        for (key, days) in visits { sums[key] = Int64(days.count) }
        return sums.filter { $0.value != 0 }
    }
}
