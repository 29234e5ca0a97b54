-- What the scheduler knows of times it did not see, and of tasks that nobody is reminded of.

CREATE TABLE outage (
    since INTEGER PRIMARY KEY,
    until INTEGER NOT NULL CHECK (until > since)
) STRICT;

-- Tasks of a backfill that was to stay silent.
CREATE TABLE task_silent (
    task INTEGER PRIMARY KEY REFERENCES task (id) ON DELETE CASCADE
) STRICT;
