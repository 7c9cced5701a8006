-- Sums of a chunk's bars by the trading days of the product's calendar. Rows are there or not: a chunk that changes loses its own, and
-- whoever needs them makes them of the chunk again. day_calendar says by which calendar they were made.
CREATE TABLE chunk_day (
    series_id   INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    chunk_start INTEGER NOT NULL,
    day         TEXT    NOT NULL,
    volume      REAL    NOT NULL,
    PRIMARY KEY (series_id, chunk_start, day)
) WITHOUT ROWID;
ALTER TABLE series ADD COLUMN day_calendar TEXT;

CREATE TRIGGER bar_chunk_changed AFTER UPDATE ON bar_chunk BEGIN
    DELETE FROM chunk_day WHERE series_id = old.series_id AND chunk_start = old.chunk_start;
END;
CREATE TRIGGER bar_chunk_deleted AFTER DELETE ON bar_chunk BEGIN
    DELETE FROM chunk_day WHERE series_id = old.series_id AND chunk_start = old.chunk_start;
END;

-- Contracts open at the end of a trading day, from the files that say it.
CREATE TABLE open_interest (
    symbol    TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    contracts REAL    NOT NULL CHECK (contracts > 0),
    as_of     INTEGER NOT NULL,                      -- close of the bar whose row said it, epoch milliseconds
    series_id INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    PRIMARY KEY (symbol, day)
) WITHOUT ROWID;
CREATE INDEX open_interest_series ON open_interest (series_id, as_of);

-- Grows with every change of a symbol's open interest.
CREATE TABLE open_interest_revision (
    symbol   TEXT PRIMARY KEY,
    revision INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER open_interest_added AFTER INSERT ON open_interest BEGIN
    INSERT INTO open_interest_revision VALUES (new.symbol, 1) ON CONFLICT (symbol) DO UPDATE SET revision = revision + 1;
END;
CREATE TRIGGER open_interest_changed AFTER UPDATE ON open_interest BEGIN
    INSERT INTO open_interest_revision VALUES (new.symbol, 1) ON CONFLICT (symbol) DO UPDATE SET revision = revision + 1;
END;
CREATE TRIGGER open_interest_removed AFTER DELETE ON open_interest BEGIN
    INSERT INTO open_interest_revision VALUES (old.symbol, 1) ON CONFLICT (symbol) DO UPDATE SET revision = revision + 1;
END;
