import Bureau
import Cadence
import Identifiers
import WorkCalendar

extension ConnectedReading {
    func tasks(_ filter: TaskFilter) throws -> [Obligation] {
        let query = TaskQuery(filter)
        let found = try connection.all(query.sql, binding: query.values, read: Obligation.init(row:))
        return filter.keepsLatest ? found.reversed() : found
    }

    func task(_ id: TaskID) throws -> Obligation? {
        try connection.first("SELECT \(Obligation.columns) FROM task WHERE id = ?", id, read: Obligation.init(row:))
    }

    func task(source: String, subject: Subject, occurrence: String) throws -> Obligation? {
        try connection.first(
            "SELECT \(Obligation.columns) FROM task WHERE source = ? AND subject = ? AND occurrence = ?", source,
            subject, occurrence, read: Obligation.init(row:))
    }

    func watermarks() throws -> [RuleID: Period] {
        var marks: [RuleID: Period] = [:]
        for rule in try rules() {
            let last = try connection.first(
                "SELECT period FROM task WHERE source = ? ORDER BY period DESC LIMIT 1", rule.id.description
            ) { Int($0.integer(0)) }
            if let last { marks[rule.id] = Period(kind: rule.level, ordinal: last) }
        }
        return marks
    }

    func subjects(source: String, period: Period) throws -> Set<Subject> {
        Set(
            try connection.all(
                "SELECT subject FROM task WHERE source = ? AND level = ? AND period = ?", source, period.kind.rawValue,
                period.ordinal
            ) { Subject($0.text(0)) }.compactMap(\.self))
    }

    func earliestPendingDue() throws -> Instant? {
        let dues = try ["open", "returned"].compactMap { state in
            try connection.first(
                "SELECT due_at FROM task WHERE state = ? AND level IS NOT NULL ORDER BY due_at LIMIT 1", state
            ) {
                $0.instant(0)
            }
        }
        return dues.min()
    }

    func pendingCounts(now: Instant, units: [UnitID]?) throws -> (open: Int, overdue: Int) {
        let read: (ResultRow) -> (open: Int, overdue: Int) = { (Int($0.integer(0)), Int($0.integer(1))) }
        let counts = "SELECT count(*), coalesce(sum(due_at < ?), 0) FROM task"
        let pending = "state IN ('open', 'returned')"
        guard let units else {
            return try connection.first("\(counts) WHERE \(pending)", now, read: read) ?? (0, 0)
        }
        return try connection.first(
            "\(counts) WHERE unit IN (SELECT value FROM json_each(?)) AND \(pending)", now,
            RecordCoding.list(units.map(\.number)), read: read) ?? (0, 0)
    }

    func awaitingFreeze(source: String) throws -> [Obligation] {
        let found = try connection.all(
            """
            SELECT \(Obligation.columns) FROM task
            WHERE source = ? AND frozen = 0 AND state IN ('submitted', 'accepted') ORDER BY period, id
            """, source, read: Obligation.init(row:))
        return found.filter { if case .unit = $0.subject { true } else { false } }
    }

    func dueHistory(_ id: TaskID) throws -> [(at: Int64, from: Instant, to: Instant, cause: String)] {
        try connection.all(
            "SELECT at, due_from, due_to, cause FROM task_due_history WHERE task = ? ORDER BY seq", id
        ) { (at: $0.integer(0), from: $0.instant(1), to: $0.instant(2), cause: $0.text(3)) }
    }
}

extension Obligation {
    /// In the order `init(row:)` reads them.
    static let columns = """
        id, source, subject, occurrence, level, period, product, unit, due_at, provisional, rule_revision,
        calendar_revision, detected_late, state, reason, zero, submitted_at, submitted_by, decided_at, decided_by,
        narrative, limit_rule
        """

    init(row: ResultRow) throws {
        let status = ObligationStatus(
            state: try row.value(13, ObligationStatus.State.init(rawValue:)), reason: row.optionalText(14),
            zero: row.flag(15), submittedAt: row.optionalInstant(16), submittedBy: row.optionalText(17),
            decidedAt: row.optionalInstant(18), decidedBy: row.optionalText(19),
            narrative: try row.optionalText(20).map { try RecordCoding.value(Narrative.self, from: $0) })
        self.init(
            id: row.id(0), source: row.text(1), subject: try row.subject(2), occurrence: row.text(3),
            period: Period(
                kind: row.isNull(4) ? .day : try row.value(4, PeriodKind.init(rawValue:)), ordinal: Int(row.integer(5))),
            product: try row.value(6, Product.init(rawValue:)), unit: row.id(7), dueAt: row.instant(8),
            provisional: row.flag(9), ruleRevision: Int(row.integer(10)), calendarRevision: Int(row.integer(11)),
            detectedLate: row.flag(12), status: status,
            limit: try row.optionalText(21).map { try RecordCoding.value(ClockLimit.self, from: $0) })
    }
}
