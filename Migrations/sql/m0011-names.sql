-- Near names of enterprises, and digests of requests that nobody can guess from.

-- A character of a name's core, or a pair of neighbours (first << 21 | second).
CREATE TABLE enterprise_gram (
    gram INTEGER NOT NULL,
    enterprise INTEGER NOT NULL,
    PRIMARY KEY (gram, enterprise)
) STRICT, WITHOUT ROWID;

-- Until here a digest had no key: a telephone number in a request could be found by trying. An empty one says nothing,
-- and a retry of such a command is known by its id alone.
UPDATE command SET digest = x'';
