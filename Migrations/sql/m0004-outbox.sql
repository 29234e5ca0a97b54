-- Channels and messages are derived from the log; how far a message has come is recorded beside it.

CREATE TABLE channel (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    active INTEGER NOT NULL CHECK (active IN (0, 1)),
    record TEXT NOT NULL
) STRICT;

-- Who was to be told what; items holds JSON.
CREATE TABLE message (
    key TEXT PRIMARY KEY,
    recipient TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('reminder', 'escalation', 'digest')),
    at INTEGER NOT NULL,
    items TEXT NOT NULL,
    detected_late INTEGER NOT NULL CHECK (detected_late IN (0, 1)),
    seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The highest step of a task's ladder that a recipient was told.
CREATE TABLE told (
    task INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level > 0),
    PRIMARY KEY (task, recipient)
) STRICT, WITHOUT ROWID;

-- The outbox: one row a message and channel, made in the transaction of the message, changed by each attempt. Recorded,
-- not derived: next_attempt, attempted_at and settled_at are milliseconds UTC of the wall clock, whatever clock the
-- bureau plays.
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY,
    message TEXT NOT NULL,
    channel INTEGER NOT NULL,
    -- Of the bureau's own clock: quiet hours end by it.
    ready_at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'delivered', 'dead', 'dropped')),
    attempts INTEGER NOT NULL CHECK (attempts >= 0),
    next_attempt INTEGER,
    -- The deliveries that go out together, and how many parts of their text have arrived.
    batch TEXT,
    parts INTEGER NOT NULL CHECK (parts >= 0),
    code TEXT,
    reason TEXT,
    attempted_at INTEGER,
    settled_at INTEGER,
    UNIQUE (message, channel)
) STRICT;
CREATE INDEX delivery_pending ON delivery (id) WHERE state = 'pending';
CREATE INDEX delivery_state ON delivery (state, id);
CREATE INDEX delivery_channel ON delivery (channel, id);
