-- Times are epoch milliseconds UTC; values are decimal text; what is JSON is what the wire has.

-- Every set of limits that was ever in force; the highest revision is.
CREATE TABLE limit_revision (
    revision   INTEGER PRIMARY KEY,
    changed_ms INTEGER NOT NULL,
    limits     TEXT    NOT NULL
) STRICT;

CREATE TABLE alert (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    time_ms         INTEGER NOT NULL,
    subject         TEXT    NOT NULL CHECK (subject IN ('portfolio', 'backtest')),
    subject_id      TEXT    NOT NULL,
    subject_name    TEXT    NOT NULL,
    limit_row       TEXT    NOT NULL,
    value           TEXT,
    period          TEXT    NOT NULL,
    breaches        INTEGER NOT NULL CHECK (breaches > 0),
    message         TEXT    NOT NULL,
    revision        INTEGER NOT NULL,
    acknowledged_ms INTEGER,
    note            TEXT
) STRICT;
CREATE INDEX alert_by_subject ON alert (subject, subject_id, id);
CREATE INDEX alert_by_time ON alert (time_ms);

-- What is in breach and was alerted about: a breach that goes on is found in here.
CREATE TABLE breach (
    subject    TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    limit_key  TEXT NOT NULL,
    period     TEXT NOT NULL,
    PRIMARY KEY (subject, subject_id, limit_key, period)
) STRICT, WITHOUT ROWID;

-- The risk summary of a portfolio or backtest, and the results by day that limits are checked against.
CREATE TABLE summary (
    subject     TEXT    NOT NULL,
    subject_id  TEXT    NOT NULL,
    computed_ms INTEGER NOT NULL,
    figures     TEXT    NOT NULL,
    course      TEXT    NOT NULL,
    PRIMARY KEY (subject, subject_id)
) STRICT;
CREATE INDEX summary_by_time ON summary (subject, computed_ms);
