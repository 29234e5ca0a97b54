import Bureau
import WorkCalendar

extension Projection {
    func project(_ fact: ReportFrozen) throws {
        try connection.run(
            "INSERT INTO frozen_report (level, unit, period, version, seq) VALUES (?, ?, ?, ?, ?)",
            fact.kind.rawValue, fact.unit, fact.period.ordinal, fact.version, seq)
        try connection.run(
            "UPDATE task SET frozen = 1 WHERE level = ? AND period = ? AND unit = ? AND frozen = 0",
            fact.kind.rawValue, fact.period.ordinal, fact.unit)
    }
}
