-- One row per sweep ever asked for. Times are ISO-8601 in UTC; the request and the warnings are JSON.
CREATE TABLE sweep (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    state         TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    message       TEXT,
    strategy_name TEXT NOT NULL,
    symbol        TEXT NOT NULL,
    request       TEXT NOT NULL,
    created       TEXT NOT NULL,
    ended         TEXT,
    combinations  INTEGER NOT NULL,
    done          INTEGER NOT NULL DEFAULT 0,
    failed        INTEGER NOT NULL DEFAULT 0,
    warnings      TEXT NOT NULL DEFAULT '[]'
);

CREATE INDEX sweep_state ON sweep (state);
CREATE INDEX sweep_ended ON sweep (ended);

-- Rows of a sweep as far as it came: gzip of a JSON array, by number.
CREATE TABLE sweep_rows (
    number  INTEGER PRIMARY KEY REFERENCES sweep (number) ON DELETE CASCADE,
    content BLOB NOT NULL
);
