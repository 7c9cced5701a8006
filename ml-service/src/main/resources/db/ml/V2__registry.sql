-- Trainings as they were asked for; one that was under way when the service ended goes on.
CREATE TABLE training (
    id         TEXT    PRIMARY KEY,
    name       TEXT    NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    created_ms INTEGER NOT NULL,
    started_ms INTEGER,
    ended_ms   INTEGER,
    attempts   INTEGER NOT NULL DEFAULT 0,
    message    TEXT    NOT NULL DEFAULT '',
    model      TEXT,
    order_json TEXT    NOT NULL,
    -- of the dataset, and combinations that were tried, once it has ended
    label_hash TEXT,
    symbol     TEXT,
    tries      INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX training_by_time ON training (created_ms);
CREATE INDEX training_by_labels ON training (label_hash, symbol);

-- Fitted folds of trainings that have not ended.
CREATE TABLE fold (
    training   TEXT    NOT NULL REFERENCES training (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    dataset    TEXT    NOT NULL,
    parameters TEXT    NOT NULL,
    model      BLOB    NOT NULL,
    PRIMARY KEY (training, number)
) STRICT;

-- A model is there whole or not at all. A deleted one keeps its record; its bytes and predictions are gone.
CREATE TABLE model (
    id          TEXT    PRIMARY KEY,
    name        TEXT    NOT NULL,
    version     INTEGER NOT NULL,
    stage       TEXT    NOT NULL CHECK (stage IN ('candidate', 'production', 'retired', 'deleted')),
    created_ms  INTEGER NOT NULL,
    expires_ms  INTEGER,
    record      TEXT    NOT NULL,
    bytes       BLOB,
    predictions BLOB,
    UNIQUE (name, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX model_by_time ON model (created_ms);
-- One of each name serves.
CREATE UNIQUE INDEX model_in_production ON model (name) WHERE stage = 'production';

-- Who changed a stage when, in words.
CREATE TABLE stage_change (
    id      INTEGER PRIMARY KEY,
    model   TEXT    NOT NULL REFERENCES model (id),
    time_ms INTEGER NOT NULL,
    stage   TEXT    NOT NULL,
    note    TEXT    NOT NULL
) STRICT;
