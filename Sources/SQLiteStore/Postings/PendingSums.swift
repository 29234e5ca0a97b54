import Identifiers
import Promotion
import WorkCalendar

/// What the postings of a command add to the roll-ups. They are written once a command, or before somebody in it reads
/// sums: many postings of an import fall into one sum.
struct PendingSums {
    struct Day: Hashable {
        var unit: UnitID
        var day: CivilDate
        var indicator: String
    }

    struct Month: Hashable {
        var unit: UnitID
        var month: Int
        var indicator: String
    }

    struct OfficerMonth: Hashable {
        var unit: UnitID
        var month: Int
        var officer: OfficerID
        var indicator: String
    }

    private(set) var days: [Day: Int64] = [:]
    private(set) var months: [Month: Int64] = [:]
    private(set) var officers: [OfficerMonth: Int64] = [:]

    /// So many of them take some 20 MB.
    static let limit = 1 << 17

    var isEmpty: Bool { days.isEmpty }
    var isFull: Bool { days.count >= Self.limit }

    mutating func add(_ posting: Posting) {
        let (unit, indicator) = (posting.unit, posting.indicator)
        let month = Period(.month, containing: posting.date).ordinal
        days[Day(unit: unit, day: posting.date, indicator: indicator), default: 0] += posting.value
        months[Month(unit: unit, month: month, indicator: indicator), default: 0] += posting.value
        guard let officer = posting.officer else { return }
        let key = OfficerMonth(unit: unit, month: month, officer: officer, indicator: indicator)
        officers[key, default: 0] += posting.value
    }
}

extension LogWriter {
    /// Adds what is pending to the roll-ups, in their own order: neighbours share a page.
    func settleSums() throws {
        guard !sums.isEmpty else { return }
        let pending = sums
        sums = PendingSums()
        for (key, value) in pending.days.sorted(by: { ($0.key.unit, $0.key.day) < ($1.key.unit, $1.key.day) }) {
            try connection.run(
                """
                INSERT INTO rollup_day (unit, day, indicator, value) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = value + excluded.value
                """, key.unit, key.day, key.indicator, value)
        }
        for (key, value) in pending.months {
            try connection.run(
                """
                INSERT INTO rollup_month (unit, month, indicator, value) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = value + excluded.value
                """, key.unit, key.month, key.indicator, value)
        }
        for (key, value) in pending.officers {
            try connection.run(
                """
                INSERT INTO rollup_officer (unit, month, officer, indicator, value) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET value = value + excluded.value
                """, key.unit, key.month, key.officer, key.indicator, value)
        }
    }
}
