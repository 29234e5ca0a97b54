import Bureau
import Cadence
import WorkCalendar

extension Projection {
    func project(_ fact: TasksMaterialised) throws {
        for task in fact.obligations {
            try insert(task)
            guard fact.silent == true else { continue }
            try connection.run("INSERT INTO task_silent (task) VALUES (?)", task.id)
        }
        if let last = fact.rows.map(\.id).max() { try take(last) }
    }

    func project(_ fact: TaskChanged) throws {
        let status = fact.after
        try connection.run(
            """
            UPDATE task SET state = ?, reason = ?, zero = ?, submitted_at = ?, submitted_by = ?, decided_at = ?,
                decided_by = ?, narrative = ?, last_seq = ?
            WHERE id = ?
            """, status.state.rawValue, status.reason, status.zero, status.submittedAt, status.submittedBy,
            status.decidedAt, status.decidedBy, try status.narrative.map { try RecordCoding.text($0) }, seq, fact.task)
    }

    func project(_ fact: TasksMissed) throws {
        for task in fact.tasks {
            try connection.run(
                """
                UPDATE task SET state = 'missed', reason = ?, decided_at = ?, decided_by = NULL, last_seq = ?
                WHERE id = ?
                """, fact.cause, fact.at, seq, task)
        }
    }

    func project(_ fact: TaskDuesMoved) throws {
        for move in fact.moves {
            try connection.run(
                """
                UPDATE task SET due_at = ?, provisional = ?, rule_revision = coalesce(?, rule_revision),
                    calendar_revision = coalesce(?, calendar_revision), last_seq = ?
                WHERE id = ?
                """, move.to, move.provisional, fact.ruleRevision, fact.calendarRevision, seq, move.task)
            try connection.run(
                """
                INSERT INTO task_due_history (task, seq, at, due_from, due_to, cause) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET due_to = excluded.due_to
                """, move.task, seq, event.instant, move.from, move.to, fact.cause)
        }
    }

    func project(_ fact: ClockStarted) throws {
        try insert(fact.task)
        try take(fact.task.id)
    }

    func project(_ fact: TaskOwnerChanged) throws {
        try connection.run(
            "UPDATE task SET subject = ?, unit = ?, last_seq = ? WHERE id = ?", fact.after, fact.unitAfter, seq,
            fact.task)
    }

    /// Clocks have no level: they are nobody's child and close with no report.
    private func insert(_ task: Obligation) throws {
        let level = task.limit == nil ? task.period.kind.rawValue : nil
        try connection.run(
            """
            INSERT INTO task (id, source, subject, occurrence, level, period, product, unit, due_at, provisional,
                rule_revision, calendar_revision, detected_late, state, reason, limit_rule, zero, frozen, seq, last_seq)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0,
                EXISTS (SELECT 1 FROM frozen_report WHERE level = ? AND unit = ? AND period = ?), ?, ?)
            """, task.id, task.source, task.subject, task.occurrence, level, task.period.ordinal,
            task.product.rawValue, task.unit, task.dueAt, task.provisional, task.ruleRevision, task.calendarRevision,
            task.detectedLate, task.status.state.rawValue, task.status.reason,
            try task.limit.map { try RecordCoding.text($0) }, level, task.unit, task.period.ordinal,
            seq, seq)
    }
}
