-- The log, what stands beside it, and the projections derived from it.
-- Dates are TEXT (2026-11-23), instants INTEGER milliseconds UTC, amounts INTEGER yuan, booleans 0 and 1.
-- Columns named record, links, tags, attributes, narrative, quarters, months and outcome hold JSON.

-- The truth: appended to, never changed.
CREATE TABLE event (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    instant INTEGER NOT NULL,
    actor TEXT NOT NULL,
    on_behalf TEXT,
    command TEXT NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT NOT NULL,
    payload BLOB NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX event_subject ON event (subject, seq);

-- Accepted commands: a client's retry finds its first answer here.
CREATE TABLE command (
    id TEXT PRIMARY KEY,
    actor TEXT NOT NULL,
    on_behalf TEXT,
    digest BLOB NOT NULL,
    verb TEXT NOT NULL,
    outcome TEXT NOT NULL,
    undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    first_seq INTEGER NOT NULL REFERENCES event (seq) ON DELETE RESTRICT,
    last_seq INTEGER NOT NULL REFERENCES event (seq) ON DELETE RESTRICT,
    at INTEGER NOT NULL,
    reversed_by TEXT,
    CHECK (last_seq >= first_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX command_undoable ON command (actor, first_seq) WHERE undoable = 1;

-- What people typed. An erased row keeps its number and the date alone.
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    key BLOB,
    digest TEXT NOT NULL,
    body TEXT,
    erased_at INTEGER,
    CHECK ((body IS NULL) = (erased_at IS NOT NULL)),
    CHECK ((key IS NULL) = (body IS NULL))
) STRICT;

-- Facts about the store itself.
CREATE TABLE mark (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything below is derived from the log.

-- The highest number that an id of a prefix has, for records that can go again: an undone addition leaves its number
-- taken. Entries and tasks stay, so their own numbers count.
CREATE TABLE counter (
    prefix TEXT PRIMARY KEY,
    last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;

-- The last event that changed anything of a noun, so that decoded records can be kept until then.
CREATE TABLE revision (
    noun TEXT PRIMARY KEY CHECK (noun IN ('unit', 'officer', 'rule', 'notice')),
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    parent INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    record TEXT NOT NULL
) STRICT;
CREATE INDEX unit_parent ON unit (parent);

CREATE TABLE officer (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    record TEXT NOT NULL
) STRICT;

CREATE TABLE officer_uid (
    uid INTEGER NOT NULL CHECK (uid BETWEEN 0 AND 4294967295),
    officer INTEGER NOT NULL REFERENCES officer (id) ON DELETE CASCADE,
    PRIMARY KEY (uid, officer)
) STRICT, WITHOUT ROWID;
CREATE INDEX officer_uid_officer ON officer_uid (officer);

-- unit 0 stands for everybody.
CREATE TABLE setting (
    key TEXT NOT NULL,
    unit INTEGER NOT NULL,
    effective_from TEXT NOT NULL CHECK (effective_from GLOB '????-??-??'),
    value TEXT NOT NULL,
    PRIMARY KEY (key, unit, effective_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
    year INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    indicator TEXT NOT NULL,
    annual INTEGER NOT NULL,
    quarters TEXT NOT NULL,
    months TEXT NOT NULL,
    PRIMARY KEY (year, unit, indicator)
) STRICT, WITHOUT ROWID;
CREATE INDEX target_unit ON target (unit);

-- revision counts the changes of the calendar; the highest one is the calendar's.
CREATE TABLE notice (
    year INTEGER PRIMARY KEY,
    revision INTEGER NOT NULL UNIQUE,
    record TEXT NOT NULL
) STRICT;

CREATE TABLE rule (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    scope INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    record TEXT NOT NULL
) STRICT;
CREATE INDEX rule_scope ON rule (scope);

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    subject TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('day', 'week', 'month', 'quarter', 'year')),
    period INTEGER NOT NULL,
    product TEXT NOT NULL CHECK (product IN (
        'inventory', 'consolidation', 'report', 'activity', 'deployment', 'dispatch', 'visit', 'custom')),
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    due_at INTEGER NOT NULL,
    provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    rule_revision INTEGER NOT NULL,
    calendar_revision INTEGER NOT NULL,
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
    UNIQUE (source, subject, occurrence)
) STRICT;
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

CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
    officer INTEGER NOT NULL REFERENCES officer (id) ON DELETE RESTRICT,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    source TEXT NOT NULL CHECK (source IN ('typed', 'zero', 'automatic')),
    source_verb TEXT,
    source_subject TEXT,
    text INTEGER,
    text_digest TEXT,
    links TEXT,
    tags TEXT,
    kind TEXT CHECK (kind IN (
        'visitOut', 'visitIn', 'call', 'meeting', 'site', 'negotiation', 'note', 'activity', 'plan', 'publicity')),
    amount INTEGER,
    attributes TEXT,
    withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL,
    CHECK ((source = 'automatic') = (source_verb IS NOT NULL)),
    CHECK ((source = 'automatic') = (source_subject IS NOT NULL))
) STRICT;
CREATE INDEX entry_officer ON entry (officer, date);
CREATE INDEX entry_unit ON entry (unit, date);

CREATE TABLE entry_tag (
    tag TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE RESTRICT,
    PRIMARY KEY (tag, entry)
) STRICT, WITHOUT ROWID;

-- Ordered by the log, so that an accepted entry touches one page; ordinal numbers the postings of one event.
CREATE TABLE posting (
    seq INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    effective_on TEXT NOT NULL CHECK (effective_on GLOB '????-??-??'),
    unit INTEGER NOT NULL,
    officer INTEGER,
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (seq, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_unit ON posting (unit, effective_on);

CREATE TABLE rollup_day (
    unit INTEGER NOT NULL,
    day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (unit, day, indicator)
) STRICT, WITHOUT ROWID;

-- month is 12 × year + month − 1.
CREATE TABLE rollup_month (
    unit INTEGER NOT NULL,
    month INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (unit, month, indicator)
) STRICT, WITHOUT ROWID;

-- The report itself is the payload of event seq.
CREATE TABLE frozen_report (
    level TEXT NOT NULL CHECK (level IN ('day', 'week', 'month', 'quarter', 'year')),
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    period INTEGER NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    seq INTEGER NOT NULL UNIQUE REFERENCES event (seq) ON DELETE RESTRICT,
    PRIMARY KEY (level, unit, period, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX frozen_report_unit ON frozen_report (unit);

CREATE TABLE profile (
    name TEXT PRIMARY KEY,
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE profile_item (
    profile TEXT NOT NULL REFERENCES profile (name) ON DELETE CASCADE,
    key TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (profile, key)
) STRICT, WITHOUT ROWID;
