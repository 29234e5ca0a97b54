-- Search, and texts whose words were taken out in part.

-- An erased row keeps its number and the date alone. In a row with both a body and a date, mentions of a person were
-- taken out of the body; the key of the digest is gone with them.
CREATE TABLE text_remade (
    id INTEGER PRIMARY KEY,
    key BLOB,
    digest TEXT NOT NULL,
    body TEXT,
    erased_at INTEGER,
    CHECK ((key IS NULL) = (erased_at IS NOT NULL)),
    CHECK (body IS NOT NULL OR erased_at IS NOT NULL)
) STRICT;
INSERT INTO text_remade (id, key, digest, body, erased_at) SELECT id, key, digest, body, erased_at FROM text;
DROP TABLE text;
ALTER TABLE text_remade RENAME TO text;

-- What of a record of the pipeline can be searched; entries are read from their own table. names are lines, texts a JSON
-- list of numbers of texts.
CREATE TABLE searchable (
    kind INTEGER NOT NULL,
    number INTEGER NOT NULL,
    unit INTEGER,
    date TEXT NOT NULL CHECK (date GLOB '????-??-??'),
    names TEXT NOT NULL,
    texts TEXT NOT NULL,
    PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;

-- Pairs of characters of 1,024 records of a kind, and in which of them they stand. id is kind, segment of numbers and
-- first pair of the block, so that a segment is written and read in one stretch.
CREATE TABLE search_block (
    id INTEGER PRIMARY KEY,
    postings BLOB NOT NULL
) STRICT;
