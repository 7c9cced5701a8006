-- What an import saw in a file, kept because the bars no longer show it; null: an earlier version imported the file and did
-- not keep it.
ALTER TABLE import_file ADD COLUMN duplicates INTEGER;      -- the same bar once more
ALTER TABLE import_file ADD COLUMN out_of_order INTEGER;    -- rows before an earlier one
ALTER TABLE import_file ADD COLUMN rounded INTEGER;         -- prices with more than nine decimals
ALTER TABLE import_file ADD COLUMN bad_rows INTEGER;        -- left out by on_error=skip
ALTER TABLE import_file ADD COLUMN conflicts INTEGER;       -- other values than those stored

-- Repairs that were asked for. They belong to the bars and go with them.
CREATE TABLE repair (
    id         INTEGER PRIMARY KEY,
    series_id  INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    proposal   TEXT    NOT NULL,                            -- hash of what it changes
    kinds      TEXT    NOT NULL,                            -- names with commas between
    reason     TEXT    NOT NULL,
    rules      INTEGER NOT NULL,                            -- version of the rules that proposed it
    first_time INTEGER NOT NULL,                            -- epoch milliseconds of bar opens, UTC
    bars       INTEGER NOT NULL,
    applied_at INTEGER NOT NULL,
    undone_at  INTEGER                                      -- null: in force
);
CREATE INDEX repair_series ON repair (series_id, id);

-- One bar before and after, in units of 10^-9; no values after: it was deleted.
CREATE TABLE repair_bar (
    repair_id     INTEGER NOT NULL REFERENCES repair (id) ON DELETE CASCADE,
    time          INTEGER NOT NULL,
    old_open INTEGER NOT NULL, old_high INTEGER NOT NULL, old_low INTEGER NOT NULL, old_close INTEGER NOT NULL,
    old_volume INTEGER NOT NULL,
    new_open INTEGER, new_high INTEGER, new_low INTEGER, new_close INTEGER, new_volume INTEGER,
    PRIMARY KEY (repair_id, time)
) WITHOUT ROWID;
