-- Visits are counted by enterprise and day. Facts with about are counted once for each about, day and scope of units, so
-- they have no sums by day or month.
ALTER TABLE entry ADD COLUMN enterprises TEXT;
ALTER TABLE posting ADD COLUMN about TEXT;
CREATE INDEX posting_about ON posting (unit, effective_on, indicator, about, officer, value) WHERE about IS NOT NULL;
