-- One row per walk-forward ever asked for. Times are ISO-8601 in UTC; request, result and warnings are JSON.
CREATE TABLE walkforward (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    state         TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    message       TEXT,
    strategy_name TEXT NOT NULL,
    symbol        TEXT NOT NULL,
    request       TEXT NOT NULL,
    created       TEXT NOT NULL,
    ended         TEXT,
    attempts      INTEGER NOT NULL DEFAULT 0,
    fingerprint   TEXT,
    result        TEXT,
    warnings      TEXT NOT NULL DEFAULT '[]'
);

CREATE INDEX walkforward_state ON walkforward (state);
CREATE INDEX walkforward_ended ON walkforward (ended);

-- Windows that have ended, so that a restart goes on with the next: JSON of the window and of its daily profits. The way is 0 for
-- the order's own windows, else the place in its matrix, from 1 on.
CREATE TABLE walkforward_window (
    walkforward INTEGER NOT NULL REFERENCES walkforward (number) ON DELETE CASCADE,
    way         INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    content     TEXT NOT NULL,
    PRIMARY KEY (walkforward, way, number)
);
