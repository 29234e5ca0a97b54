-- Attempts that are known before they are made.

-- 1 from the moment an attempt begins until its end is known: the message may have arrived.
ALTER TABLE delivery ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0 CHECK (unsure IN (0, 1));
-- The parts of a text of which some have arrived, as JSON, with the first delivery of its batch.
ALTER TABLE delivery ADD COLUMN texts TEXT;
