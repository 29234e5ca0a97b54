import Bureau
import Identifiers
import Promotion
import WorkCalendar

extension ConnectedReading {
    func sums(units: [UnitID], dates: ClosedRange<CivilDate>) throws -> [String: Int64] {
        try settleSums()
        let stretch = RollUpStretch(dates)
        var sums: [String: Int64] = [:]
        try connection.each(
            "SELECT indicator, sum(value) FROM (\(RollUpStretch.rows)) GROUP BY indicator HAVING sum(value) <> 0",
            RecordCoding.list(units.map(\.number)), stretch.firstMonth, stretch.lastMonth, stretch.head.from,
            stretch.head.through, stretch.tail.from, stretch.tail.through
        ) { sums[$0.text(0)] = $0.integer(1) }
        try connection.each(
            CountedOnce.query(), RecordCoding.list(units.map(\.number)), dates.lowerBound, dates.upperBound
        ) { sums[$0.text(0)] = $0.integer(1) }
        return sums
    }

    func sumsByUnit(units: [UnitID], dates: ClosedRange<CivilDate>) throws -> [UnitID: [String: Int64]] {
        try settleSums()
        let stretch = RollUpStretch(dates)
        var sums: [UnitID: [String: Int64]] = [:]
        try connection.each(
            """
            SELECT unit, indicator, sum(value) FROM (\(RollUpStretch.rows))
            GROUP BY unit, indicator HAVING sum(value) <> 0
            """,
            RecordCoding.list(units.map(\.number)), stretch.firstMonth, stretch.lastMonth, stretch.head.from,
            stretch.head.through, stretch.tail.from, stretch.tail.through
        ) { sums[$0.id(0), default: [:]][$0.text(1)] = $0.integer(2) }
        try connection.each(
            CountedOnce.query(by: "unit"), RecordCoding.list(units.map(\.number)), dates.lowerBound, dates.upperBound
        ) { sums[$0.id(2), default: [:]][$0.text(0)] = $0.integer(1) }
        return sums
    }

    func monthlySums(units: [UnitID], months: ClosedRange<Int>) throws -> [Int: [String: Int64]] {
        try settleSums()
        var sums: [Int: [String: Int64]] = [:]
        try connection.each(
            """
            SELECT month, indicator, sum(value) FROM rollup_month
            WHERE unit IN (SELECT value FROM json_each(?)) AND month BETWEEN ? AND ?
            GROUP BY month, indicator HAVING sum(value) <> 0
            """, RecordCoding.list(units.map(\.number)), months.lowerBound, months.upperBound
        ) { sums[Int($0.integer(0)), default: [:]][$0.text(1)] = $0.integer(2) }
        try connection.each(
            CountedOnce.query(by: "12 * substr(effective_on, 1, 4) + substr(effective_on, 6, 2) - 1"),
            RecordCoding.list(units.map(\.number)), Period(kind: .month, ordinal: months.lowerBound).firstDay,
            Period(kind: .month, ordinal: months.upperBound).lastDay
        ) { sums[Int($0.integer(2)), default: [:]][$0.text(0)] = $0.integer(1) }
        return sums
    }

    /// Of the days that make no whole month there is no sum by officer: their postings are read.
    func sumsByOfficer(units: [UnitID], dates: ClosedRange<CivilDate>) throws -> [OfficerID: [String: Int64]] {
        try settleSums()
        let stretch = RollUpStretch(dates)
        var sums: [OfficerID: [String: Int64]] = [:]
        try connection.each(
            """
            SELECT officer, indicator, sum(value) FROM (\(RollUpStretch.officerRows))
            GROUP BY officer, indicator HAVING sum(value) <> 0
            """,
            RecordCoding.list(units.map(\.number)), stretch.firstMonth, stretch.lastMonth, stretch.head.from,
            stretch.head.through, stretch.tail.from, stretch.tail.through
        ) { sums[$0.id(0), default: [:]][$0.text(1)] = $0.integer(2) }
        try connection.each(
            CountedOnce.query(by: "officer"), RecordCoding.list(units.map(\.number)), dates.lowerBound,
            dates.upperBound
        ) { if !$0.isNull(2) { sums[$0.id(2), default: [:]][$0.text(0)] = $0.integer(1) } }
        return sums
    }

    func postings(_ filter: PostingFilter) throws -> [RecordedPosting] {
        try connection.all(
            """
            SELECT \(RecordedPosting.columns) FROM posting
            WHERE unit IN (SELECT value FROM json_each(?1)) AND effective_on BETWEEN ?2 AND ?3 AND indicator = ?4
                AND (?5 IS NULL OR officer = ?5) AND seq > ?6 AND seq <= ?7
            ORDER BY effective_on, seq, ordinal
            """, RecordCoding.list(filter.units.map(\.number)), filter.dates.lowerBound, filter.dates.upperBound,
            filter.indicator, filter.officer, filter.afterSeq ?? 0, filter.throughSeq ?? Int64.max,
            read: RecordedPosting.init(row:))
    }

    /// What was learnt since the previous issue is little, so the log's order finds it faster than the dates; the plus
    /// keeps SQLite from thinking otherwise.
    func postings(units: [UnitID], since: CivilDate, before date: CivilDate, afterSeq seq: Int64) throws
        -> [RecordedPosting]
    {
        try connection.all(
            """
            SELECT \(RecordedPosting.columns) FROM posting
            WHERE seq > ? AND effective_on >= ? AND effective_on < ? AND +unit IN (SELECT value FROM json_each(?))
            ORDER BY seq, ordinal
            """, seq, since, date, RecordCoding.list(units.map(\.number)), read: RecordedPosting.init(row:))
    }
}

/// A stretch of days as whole months and the days before and after them. Stretches without days run backwards.
struct RollUpStretch {
    typealias Days = (from: CivilDate, through: CivilDate)

    var firstMonth: Int
    var lastMonth: Int
    var head: Days
    var tail: Days

    init(_ dates: ClosedRange<CivilDate>) {
        let first = Period(.month, containing: dates.lowerBound)
        let last = Period(.month, containing: dates.upperBound)
        firstMonth = first.firstDay == dates.lowerBound ? first.ordinal : first.ordinal + 1
        lastMonth = last.lastDay == dates.upperBound ? last.ordinal : last.ordinal - 1
        let nothing = (from: dates.upperBound + 1, through: dates.upperBound)
        guard firstMonth <= lastMonth else {
            head = (dates.lowerBound, dates.upperBound)
            tail = nothing
            return
        }
        head = (dates.lowerBound, Period(kind: .month, ordinal: firstMonth).firstDay - 1)
        tail = (Period(kind: .month, ordinal: lastMonth).lastDay + 1, dates.upperBound)
    }

    /// Parameters: units as a JSON list, first and last month, then the bounds of the two stretches of days.
    static let rows = """
        SELECT unit, indicator, value FROM rollup_month
            WHERE unit IN (SELECT value FROM json_each(?1)) AND month BETWEEN ?2 AND ?3
        UNION ALL SELECT unit, indicator, value FROM rollup_day
            WHERE unit IN (SELECT value FROM json_each(?1)) AND day BETWEEN ?4 AND ?5
        UNION ALL SELECT unit, indicator, value FROM rollup_day
            WHERE unit IN (SELECT value FROM json_each(?1)) AND day BETWEEN ?6 AND ?7
        """

    /// The same of officers.
    static let officerRows = """
        SELECT officer, indicator, value FROM rollup_officer
            WHERE unit IN (SELECT value FROM json_each(?1)) AND month BETWEEN ?2 AND ?3
        UNION ALL SELECT officer, indicator, value FROM posting
            WHERE unit IN (SELECT value FROM json_each(?1)) AND effective_on BETWEEN ?4 AND ?5 AND officer IS NOT NULL
                AND about IS NULL
        UNION ALL SELECT officer, indicator, value FROM posting
            WHERE unit IN (SELECT value FROM json_each(?1)) AND effective_on BETWEEN ?6 AND ?7 AND officer IS NOT NULL
                AND about IS NULL
        """
}

/// Facts that count once a day for what they are about.
enum CountedOnce {
    /// Indicator, count and group of the units (a JSON list) and dates that are bound. Each group counts by itself: what two
    /// units of it did on a day for the same enterprise is one.
    static func query(by group: String = "NULL") -> String {
        """
        SELECT indicator, count(*), part FROM (
            SELECT indicator, \(group) AS part FROM posting INDEXED BY posting_about
            WHERE about IS NOT NULL AND unit IN (SELECT value FROM json_each(?1)) AND effective_on BETWEEN ?2 AND ?3
            GROUP BY indicator, part, effective_on, about HAVING sum(value) > 0)
        GROUP BY indicator, part
        """
    }
}

extension RecordedPosting {
    /// In the order `init(row:)` reads them.
    static let columns = "effective_on, unit, officer, indicator, value, source, seq, about"

    init(row: ResultRow) throws {
        self.init(
            posting: Posting(
                date: try row.date(0), unit: row.id(1), officer: row.isNull(2) ? nil : row.id(2),
                indicator: row.text(3), value: row.integer(4), source: row.text(5),
                about: row.optionalText(7)),
            seq: row.integer(6))
    }
}
