-- Sums by officer, so that a month's report and a matrix by officer read no postings of whole months.

-- month is 12 × year + month − 1. What no officer did is in none of these.
CREATE TABLE rollup_officer (
    unit INTEGER NOT NULL,
    month INTEGER NOT NULL,
    officer INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY (unit, month, officer, indicator)
) STRICT, WITHOUT ROWID;
INSERT INTO rollup_officer (unit, month, officer, indicator, value)
    SELECT unit, 12 * substr(effective_on, 1, 4) + substr(effective_on, 6, 2) - 1, officer, indicator, sum(value)
    FROM posting WHERE officer IS NOT NULL AND about IS NULL GROUP BY 1, 2, 3, 4;
