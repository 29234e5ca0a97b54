-- Claims are listed by what is to be invested, in whole yuan.

CREATE TABLE claim_remade (
    id INTEGER PRIMARY KEY,
    enterprise INTEGER,
    chain TEXT,
    lead INTEGER,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    officer INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'extended', 'lapsed', 'released', 'arbitrated')),
    investment INTEGER NOT NULL,
    filed_on TEXT NOT NULL,
    expires_on TEXT,
    in_conflict INTEGER NOT NULL CHECK (in_conflict IN (0, 1)),
    arbitration_due_at INTEGER,
    decided_at INTEGER,
    decided_on TEXT,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
INSERT INTO claim_remade (id, enterprise, chain, lead, unit, officer, state, investment, filed_on, expires_on,
    in_conflict, arbitration_due_at, decided_at, decided_on, record, seq, recorded_at, last_seq)
SELECT id, enterprise, chain, lead, unit, officer, state, json_extract(record, '$.investment'), filed_on, expires_on,
    in_conflict, arbitration_due_at, decided_at, decided_on, record, seq, recorded_at, last_seq
FROM claim;
DROP TABLE claim;
ALTER TABLE claim_remade RENAME TO claim;
CREATE INDEX claim_enterprise ON claim (enterprise, state);
CREATE INDEX claim_unit ON claim (unit, filed_on);
CREATE INDEX claim_arbitration ON claim (arbitration_due_at) WHERE arbitration_due_at IS NOT NULL;
CREATE INDEX claim_state ON claim (state, expires_on);
