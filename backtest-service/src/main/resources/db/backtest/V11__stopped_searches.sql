-- Combinations that were stopped early, because they could no longer meet a constraint.
ALTER TABLE optimization ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0;

-- Daily profits are stored as they are: to pack those of each candidate took a good part of what a search costs beside its runs,
-- and saved little. Earlier ones stay gzip.
ALTER TABLE optimization_days ADD COLUMN packed INTEGER NOT NULL DEFAULT 1;
