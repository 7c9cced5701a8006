-- How the subject stands to the limits is kept beside its figures, as the wire has it: a summary is read, not computed.
-- Summaries of before are dropped; they are computed again when the service starts or somebody asks.
DROP TABLE summary;
CREATE TABLE summary (
    subject     TEXT    NOT NULL,
    subject_id  TEXT    NOT NULL,
    computed_ms INTEGER NOT NULL,
    figures     TEXT    NOT NULL,
    course      TEXT    NOT NULL,   -- results by day that limits are checked against
    version     INTEGER NOT NULL,   -- counts what was put in here for the subject
    standings   TEXT    NOT NULL,   -- to the limits of the revision
    revision    INTEGER NOT NULL,
    day         TEXT    NOT NULL,   -- trading day of a portfolio's standings; empty for a backtest, which has no today
    PRIMARY KEY (subject, subject_id)
) STRICT;
CREATE INDEX summary_by_time ON summary (subject, computed_ms);
