import FoundationEssentials
import Testing
import WorkCalendar

struct InstantTests {
    /// Expected milliseconds: GNU date, `date -ud TEXT +%s`.
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("1970-01-01", -28_800_000), ("2026-11-23T17:30:00+08:00", 1_795_426_200_000),
        ("2026-11-23T09:30:00Z", 1_795_426_200_000), ("2026-11-23 17:30", 1_795_426_200_000),
        ("2026-11-23T10:30+0100", 1_795_426_200_000), ("2026-11-23T03:30:00-06", 1_795_426_200_000),
        ("2026-11-23t17:30:00.2504+08:00", 1_795_426_200_250), ("2026-11-23T17:30:00,5", 1_795_426_200_500),
        ("2026-01-01T24:00", 1_767_283_200_000), ("1965-06-01T00:00:00.001+08:00", -144_748_799_999),
    ])
    func textsAreRead(text: String, milliseconds: Int64) throws {
        #expect(try #require(Instant(iso8601: text)).milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026", "2026-02-30T00:00", "2026-01-01T", "2026-01-01T8:00", "2026-01-01T08", "2026-01-01T24:00:01",
        "2026-01-01T23:59:60Z", "2026-01-01T08:00:00.", "2026-01-01T08:00:00+", "2026-01-01T08:00:00+8",
        "2026-01-01T08:00:00+19:00", "2026-01-01T08:00:00+08:60", "2026-01-01T08:00 CST", "2026-01-01  08:00",
    ])
    func otherTextsAreRefused(text: String) {
        #expect(Instant(iso8601: text) == nil)
    }

    @Test func textShowsMillisecondsOnlyWhenThereAreSome() {
        #expect(Instant(milliseconds: 1_795_426_200_000).iso8601 == "2026-11-23T17:30:00+08:00")
        #expect(Instant(milliseconds: 1_795_426_200_007).iso8601 == "2026-11-23T17:30:00.007+08:00")
        #expect(Instant(milliseconds: -1).iso8601 == "1970-01-01T07:59:59.999+08:00")
    }

    @Test func endOfDayIsTheNextMidnight() throws {
        let newYearsEve = try date("2026-12-31")
        #expect(Instant(newYearsEve, .endOfDay) == Instant(newYearsEve + 1, .midnight))
        #expect(Instant(newYearsEve, .endOfDay).iso8601 == "2027-01-01T00:00:00+08:00")
    }

    /// Shanghai moved its clocks in the summers of 1986 to 1991; the offset here stays, and each day has 24 hours.
    @Test(arguments: ["1986-05-04", "1988-07-01", "1991-09-15", "2026-03-29"])
    func everyDayHasTwentyFourHoursAtTheSameOffset(text: String) throws {
        let day = try date(text)
        let noon = try #require(TimeOfDay("12:00"))
        #expect(Instant(day + 1, noon) - Instant(day, noon) == 86_400_000)
        #expect(Instant(day, noon).milliseconds == Int64(day.ordinal) * 86_400_000 + 4 * 3_600_000)
    }

    @Test func randomInstantsSurviveTheirText() throws {
        var random = SplitMix(seed: 20_261_123)
        // 1900 to 2199.
        for _ in 0..<20_000 {
            let instant = Instant(
                milliseconds: Int64.random(in: -2_208_900_000_000...7_258_000_000_000, using: &random))
            #expect(Instant(iso8601: instant.iso8601) == instant, "\(instant)")
            let minute = Instant(instant.date, instant.timeOfDay)
            #expect((0..<60_000).contains(instant - minute), "\(instant)")
        }
    }

    /// The form of stored payloads: a change here makes them unreadable.
    @Test func valuesAreCodedAsTheirTexts() throws {
        struct Payload: Codable, Equatable {
            var date: CivilDate
            var instant: Instant
            var period: Period
            var rule: DueRule
            var time: TimeOfDay
        }
        let text = """
            {"date":"2026-11-23","instant":"2026-11-23T17:30:00+08:00","period":"2026-W48",\
            "rule":"day 31 roll preceding at 09:00","time":"17:30"}
            """
        let payload = try JSONDecoder().decode(Payload.self, from: Data(text.utf8))
        #expect(payload.period.firstDay == payload.date)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        #expect(try String(decoding: encoder.encode(payload), as: UTF8.self) == text)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([Period].self, from: Data(#"["2025-W53"]"#.utf8))
        }
    }
}

/// Seeded random numbers, so that a failure can be repeated (Steele, Lea, Flood: SplitMix, 2014).
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
