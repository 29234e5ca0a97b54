-- The pipeline: records of enterprises, leads and projects, and clocks among the tasks.

-- Tasks that belong to a record and not to a rule. SQLite changes no CHECK of a table that exists, so it is made anew; its
-- history is kept aside, because dropping the old table would take it along.
CREATE TEMPORARY TABLE kept_due_history AS SELECT * FROM task_due_history;
DROP TABLE task_due_history;
ALTER TABLE task RENAME TO task_of_rules;
DROP INDEX task_state;
DROP INDEX task_unit;
DROP INDEX task_subject;
DROP INDEX task_period;
DROP INDEX task_source;
DROP INDEX task_awaiting_freeze;

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    subject TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    -- Null for a clock; its period is then the day it started.
    level TEXT CHECK (level IN ('day', 'week', 'month', 'quarter', 'year')),
    period INTEGER NOT NULL,
    product TEXT NOT NULL CHECK (product IN (
        'inventory', 'consolidation', 'report', 'activity', 'deployment', 'dispatch', 'visit', 'custom', 'clock')),
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    due_at INTEGER NOT NULL,
    provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    rule_revision INTEGER NOT NULL,
    calendar_revision INTEGER NOT NULL,
    -- How the due time of a clock was reckoned, as JSON.
    limit_rule TEXT,
    detected_late INTEGER NOT NULL CHECK (detected_late IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN (
        'open', 'submitted', 'accepted', 'returned', 'waived', 'missed', 'void')),
    reason TEXT,
    zero INTEGER NOT NULL CHECK (zero IN (0, 1)),
    submitted_at INTEGER,
    submitted_by TEXT,
    decided_at INTEGER,
    decided_by TEXT,
    narrative TEXT,
    -- The report of its unit and period is frozen.
    frozen INTEGER NOT NULL CHECK (frozen IN (0, 1)),
    seq INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    UNIQUE (source, subject, occurrence),
    CHECK ((level IS NULL) = (limit_rule IS NOT NULL))
) STRICT;
INSERT INTO task (
    id, source, subject, occurrence, level, period, product, unit, due_at, provisional, rule_revision,
    calendar_revision, detected_late, state, reason, zero, submitted_at, submitted_by, decided_at, decided_by,
    narrative, frozen, seq, last_seq)
SELECT
    id, source, subject, occurrence, level, period, product, unit, due_at, provisional, rule_revision,
    calendar_revision, detected_late, state, reason, zero, submitted_at, submitted_by, decided_at, decided_by,
    narrative, frozen, seq, last_seq
FROM task_of_rules;
DROP TABLE task_of_rules;
CREATE INDEX task_state ON task (state, due_at);
CREATE INDEX task_unit ON task (unit, state, due_at);
CREATE INDEX task_subject ON task (subject, state, due_at);
CREATE INDEX task_period ON task (level, period, unit);
CREATE INDEX task_source ON task (source, period);
CREATE INDEX task_awaiting_freeze ON task (source, period)
    WHERE frozen = 0 AND state IN ('submitted', 'accepted');

CREATE TABLE task_due_history (
    task INTEGER NOT NULL REFERENCES task (id) ON DELETE CASCADE,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    due_from INTEGER NOT NULL,
    due_to INTEGER NOT NULL,
    cause TEXT NOT NULL,
    PRIMARY KEY (task, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO task_due_history SELECT * FROM kept_due_history;
DROP TABLE kept_due_history;

-- Records of the pipeline. Each table has the facets of its noun between id and record, in their order; record holds JSON.
