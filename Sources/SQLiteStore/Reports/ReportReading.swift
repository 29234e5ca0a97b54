import Bureau
import Identifiers
import WorkCalendar

extension ConnectedReading {
    func frozenReport(kind: PeriodKind, unit: UnitID, period: Period) throws -> FrozenReport? {
        try connection.first(
            """
            SELECT \(FrozenReport.columns) FROM frozen_report JOIN event USING (seq)
            WHERE level = ? AND unit = ? AND period = ? ORDER BY version DESC LIMIT 1
            """, kind.rawValue, unit, period.ordinal, read: FrozenReport.init(row:))
    }

    func previousFrozenReport(kind: PeriodKind, unit: UnitID, before period: Period) throws -> FrozenReport? {
        try connection.first(
            """
            SELECT \(FrozenReport.columns) FROM frozen_report JOIN event USING (seq)
            WHERE level = ? AND unit = ? AND period < ? ORDER BY period DESC, version DESC LIMIT 1
            """, kind.rawValue, unit, period.ordinal, read: FrozenReport.init(row:))
    }

    func frozenReports(kind: PeriodKind?, units: [UnitID]?, limit: Int?) throws -> [FrozenReport] {
        try connection.all(
            """
            SELECT \(FrozenReport.columns) FROM frozen_report AS latest JOIN event USING (seq)
            WHERE (?1 IS NULL OR level = ?1) AND (?2 IS NULL OR unit IN (SELECT value FROM json_each(?2)))
                AND version = (
                    SELECT max(version) FROM frozen_report
                    WHERE level = latest.level AND unit = latest.unit AND period = latest.period)
            ORDER BY CASE level
                WHEN 'day' THEN 1 WHEN 'week' THEN 2 WHEN 'month' THEN 3 WHEN 'quarter' THEN 4 ELSE 5 END,
                unit, period
            LIMIT ?3
            """, kind?.rawValue, units.map { RecordCoding.list($0.map(\.number)) }, limit ?? -1,
            read: FrozenReport.init(row:))
    }

    func isFrozen(kind: PeriodKind, unit: UnitID, period: Period) throws -> Bool {
        try connection.first(
            """
            WITH RECURSIVE above (id) AS (
                SELECT ?1 UNION SELECT unit.parent FROM unit JOIN above ON unit.id = above.id
                WHERE unit.parent IS NOT NULL)
            SELECT 1 FROM above JOIN frozen_report AS report
                ON report.level = ?2 AND report.unit = above.id AND report.period = ?3
            LIMIT 1
            """, unit, kind.rawValue, period.ordinal
        ) { _ in true } ?? false
    }
}

extension FrozenReport {
    /// In the order `init(row:)` reads them.
    static let columns = "seq, instant, coalesce(on_behalf, actor), payload"

    init(row: ResultRow) throws {
        self.init(
            fact: try FactCoding.decode(ReportFrozen.self, from: row.blob(3)), seq: row.integer(0),
            frozenAt: row.instant(1), frozenBy: row.text(2))
    }
}
