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

-- Files that wait to be imported, beside the log like the texts they hold; an applied plan keeps its report alone.
CREATE TABLE import_plan (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    options TEXT NOT NULL,
    seq INTEGER NOT NULL,
    fingerprint BLOB NOT NULL CHECK (length(fingerprint) = 32),
    report TEXT NOT NULL,
    command TEXT,
    file BLOB,
    CHECK (command IS NULL OR file IS NULL)
) STRICT;

-- Records of the pipeline. Each table has the facets of its noun between id and record, in their order; record holds JSON.

CREATE TABLE project (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    lead INTEGER,
    enterprise INTEGER,
    local_enterprise INTEGER,
    manager INTEGER REFERENCES officer (id) ON DELETE RESTRICT,
    agent INTEGER REFERENCES officer (id) ON DELETE RESTRICT,
    leader INTEGER REFERENCES officer (id) ON DELETE RESTRICT,
    kind TEXT NOT NULL CHECK (kind IN ('new', 'expansion', 'relocation', 'headquarters', 'lightAsset')),
    industry TEXT,
    section TEXT,
    chain TEXT,
    origin TEXT,
    province TEXT,
    eastern INTEGER NOT NULL CHECK (eastern IN (0, 1)),
    park TEXT,
    major INTEGER NOT NULL CHECK (major IN (0, 1)),
    tier TEXT CHECK (tier IN ('A', 'B', 'C')),
    planned_total INTEGER,
    contract_value INTEGER NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN (
        'negotiating', 'reviewing', 'approved', 'signed', 'landed', 'started', 'completed', 'producing',
        'atCapacity')),
    standing TEXT NOT NULL CHECK (standing IN ('active', 'suspended', 'terminated')),
    awaiting_signature INTEGER NOT NULL CHECK (awaiting_signature IN (0, 1)),
    planned_start TEXT,
    negotiating_on TEXT,
    reviewing_on TEXT,
    approved_on TEXT,
    signed_on TEXT,
    landed_on TEXT,
    started_on TEXT,
    completed_on TEXT,
    producing_on TEXT,
    at_capacity_on TEXT,
    suspended_until TEXT,
    terminated_on TEXT,
    termination_reason TEXT CHECK (termination_reason IN (
        'funding', 'site', 'policy', 'environment', 'competitor', 'withdrew', 'failedReview', 'breach')),
    destination TEXT,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX project_unit ON project (unit, stage);
CREATE INDEX project_stage ON project (stage, standing);
CREATE INDEX project_enterprise ON project (enterprise);
CREATE INDEX project_lead ON project (lead);
CREATE INDEX project_manager ON project (manager);
CREATE INDEX project_negotiating_on ON project (negotiating_on);
CREATE INDEX project_signed_on ON project (signed_on);
CREATE INDEX project_started_on ON project (started_on);
CREATE INDEX project_producing_on ON project (producing_on);
CREATE INDEX project_terminated_on ON project (terminated_on);

CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    body TEXT NOT NULL CHECK (body IN (
        'preliminary', 'joint', 'leadingGroup', 'governmentExecutive', 'partyCommittee', 'fairCompetition')),
    result TEXT NOT NULL CHECK (result IN ('passed', 'returned', 'failed')),
    date TEXT NOT NULL,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX review_project ON review (project, date);

CREATE TABLE agreement (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    officer INTEGER REFERENCES officer (id) ON DELETE RESTRICT,
    form TEXT NOT NULL CHECK (form IN ('intent', 'framework', 'formal', 'supplement')),
    amount INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    is_first INTEGER NOT NULL CHECK (is_first IN (0, 1)),
    signed_on TEXT NOT NULL,
    campaign INTEGER,
    supersedes INTEGER,
    repeats INTEGER,
    eastern INTEGER NOT NULL CHECK (eastern IN (0, 1)),
    section TEXT,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX agreement_project ON agreement (project, signed_on);
CREATE INDEX agreement_signed_on ON agreement (signed_on);
CREATE INDEX agreement_campaign ON agreement (campaign);

CREATE TABLE funds (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    officer INTEGER REFERENCES officer (id) ON DELETE RESTRICT,
    amount INTEGER NOT NULL,
    arrived_on TEXT NOT NULL,
    component TEXT NOT NULL CHECK (component IN (
        'land', 'building', 'equipment', 'fitOut', 'workingCapital', 'equity', 'other')),
    voucher TEXT,
    state TEXT NOT NULL CHECK (state IN ('reported', 'verified', 'rejected')),
    reverses INTEGER,
    decided_at INTEGER,
    eastern INTEGER NOT NULL CHECK (eastern IN (0, 1)),
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX funds_project ON funds (project, arrived_on);
CREATE INDEX funds_arrived_on ON funds (arrived_on, state);
CREATE INDEX funds_state ON funds (state, unit);
CREATE UNIQUE INDEX funds_voucher ON funds (voucher);

CREATE TABLE commitment (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    agreement INTEGER,
    category TEXT NOT NULL CHECK (category IN (
        'land', 'infrastructure', 'service', 'rent', 'fund', 'fiscal', 'talent')),
    fair_competition TEXT CHECK (fair_competition IN ('passed', 'returned', 'failed')),
    amount INTEGER,
    due_on TEXT,
    department INTEGER REFERENCES unit (id) ON DELETE RESTRICT,
    state TEXT NOT NULL CHECK (state IN ('pending', 'conditionNotMet', 'fulfilled', 'voided')),
    settled_on TEXT,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_project ON commitment (project, due_on);
CREATE INDEX commitment_due_on ON commitment (state, due_on);
CREATE INDEX commitment_settled_on ON commitment (state, settled_on);

CREATE TABLE milestone (
    id INTEGER PRIMARY KEY,
    project INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    owner INTEGER REFERENCES officer (id) ON DELETE RESTRICT,
    due_on TEXT NOT NULL,
    done_on TEXT,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX milestone_project ON milestone (project, due_on);
CREATE INDEX milestone_due_on ON milestone (done_on, due_on);

CREATE TABLE directive (
    id INTEGER PRIMARY KEY,
    about TEXT NOT NULL,
    task INTEGER,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    addressee INTEGER REFERENCES officer (id) ON DELETE RESTRICT,
    colour TEXT NOT NULL CHECK (colour IN ('blue', 'yellow', 'red')),
    state TEXT NOT NULL CHECK (state IN ('issued', 'replied', 'closed')),
    issued_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    replied_at INTEGER,
    closed_at INTEGER,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX directive_about ON directive (about);
CREATE INDEX directive_task ON directive (task);
CREATE INDEX directive_unit ON directive (unit, state, due_on);

CREATE TABLE campaign (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    form TEXT NOT NULL CHECK (form IN ('season', 'event')),
    state TEXT NOT NULL CHECK (state IN ('planned', 'closed')),
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    budget INTEGER,
    spent INTEGER,
    closed_on TEXT,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX campaign_unit ON campaign (unit, from_on);

-- Which lines of the log tell of a record.
CREATE TABLE entry_link (
    record TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES entry (id) ON DELETE RESTRICT,
    PRIMARY KEY (record, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_link_entry ON entry_link (entry);

CREATE TABLE lead (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    source_unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    owner INTEGER,
    enterprise INTEGER,
    state TEXT NOT NULL CHECK (state IN (
        'registered', 'assigned', 'screening', 'followed', 'cultivated', 'transferred', 'declined', 'duplicate')),
    source TEXT NOT NULL CHECK (source IN (
        'visitOut', 'visitIn', 'referral', 'agency', 'event', 'publicInfo', 'hotline')),
    tier TEXT CHECK (tier IN ('A', 'B', 'C')),
    industry TEXT,
    chain TEXT,
    region TEXT,
    is_foreign INTEGER NOT NULL CHECK (is_foreign IN (0, 1)),
    investment INTEGER,
    is_valid INTEGER NOT NULL CHECK (is_valid IN (0, 1)),
    received_on TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    assigned_at INTEGER,
    first_contact_at INTEGER,
    screening_since INTEGER,
    verdict TEXT CHECK (verdict IN ('follow', 'cultivate', 'transfer', 'decline')),
    verdict_on TEXT,
    verdict_at INTEGER,
    feedback_at INTEGER,
    progress_at INTEGER,
    project INTEGER,
    duplicate_of INTEGER,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX lead_unit ON lead (unit, state, received_at);
CREATE INDEX lead_received ON lead (unit, received_on);
CREATE INDEX lead_received_on ON lead (received_on);
CREATE INDEX lead_verdict_on ON lead (verdict_on) WHERE verdict_on IS NOT NULL;
CREATE INDEX lead_verdict ON lead (unit, verdict_on) WHERE verdict_on IS NOT NULL;
CREATE INDEX lead_owner ON lead (owner, state);
CREATE INDEX lead_enterprise ON lead (enterprise) WHERE enterprise IS NOT NULL;
CREATE INDEX lead_state ON lead (state, received_at);

CREATE TABLE screening (
    id INTEGER PRIMARY KEY,
    lead INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    officer INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('follow', 'cultivate', 'transfer', 'decline')),
    screened_on TEXT NOT NULL,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX screening_lead ON screening (lead);
CREATE INDEX screening_unit ON screening (unit, screened_on);

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    enterprise INTEGER,
    chain TEXT,
    lead INTEGER,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    officer INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('pending', 'active', 'extended', 'lapsed', 'released', 'arbitrated')),
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
CREATE INDEX claim_enterprise ON claim (enterprise, state);
CREATE INDEX claim_unit ON claim (unit, filed_on);
CREATE INDEX claim_arbitration ON claim (arbitration_due_at) WHERE arbitration_due_at IS NOT NULL;
CREATE INDEX claim_state ON claim (state, expires_on);

CREATE TABLE assignment (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    lead INTEGER NOT NULL,
    officer INTEGER NOT NULL REFERENCES officer (id) ON DELETE RESTRICT,
    step TEXT NOT NULL CHECK (step IN ('owner', 'claim', 'rule', 'unit', 'duty', 'named', 'batch')),
    alarm INTEGER NOT NULL CHECK (alarm IN (0, 1)),
    at INTEGER NOT NULL,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX assignment_lead ON assignment (lead, at);
CREATE INDEX assignment_officer ON assignment (officer, at);
CREATE INDEX assignment_at ON assignment (at);

CREATE TABLE enterprise (
    id INTEGER PRIMARY KEY,
    uscc TEXT,
    country TEXT,
    registration TEXT,
    name TEXT NOT NULL,
    name_core TEXT NOT NULL,
    parent_group INTEGER,
    division TEXT,
    industry TEXT,
    is_settled INTEGER NOT NULL CHECK (is_settled IN (0, 1)),
    has_research INTEGER NOT NULL CHECK (has_research IN (0, 1)),
    owner INTEGER,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    added_on TEXT NOT NULL,
    merged_into INTEGER,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX enterprise_uscc ON enterprise (uscc) WHERE uscc IS NOT NULL;
CREATE INDEX enterprise_name ON enterprise (name);
CREATE INDEX enterprise_core ON enterprise (name_core);
CREATE INDEX enterprise_group ON enterprise (parent_group) WHERE parent_group IS NOT NULL;
CREATE INDEX enterprise_unit ON enterprise (unit, added_on);
CREATE INDEX enterprise_merged ON enterprise (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE contact (
    id INTEGER PRIMARY KEY,
    enterprise INTEGER NOT NULL,
    unit INTEGER NOT NULL REFERENCES unit (id) ON DELETE RESTRICT,
    owner INTEGER,
    erased_on TEXT,
    record TEXT NOT NULL,
    seq INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    last_seq INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_enterprise ON contact (enterprise);
CREATE INDEX contact_unit ON contact (unit);
