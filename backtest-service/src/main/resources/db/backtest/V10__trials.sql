-- Every try of a strategy on a data set, which outlives the runs themselves: how good the best looks depends on how many there were.
-- Times are ISO-8601 in UTC. Sharpe ratios are per day. A family is the tries under one name, and under names whose code was the same.
CREATE TABLE trial_set (
    number      INTEGER PRIMARY KEY,
    family      TEXT NOT NULL,
    -- Product, such as ES for ES.v.0@diff and ESZ24; the series' own name when it is plain.
    symbol      TEXT NOT NULL,
    timeframe   TEXT NOT NULL,
    trials      INTEGER NOT NULL DEFAULT 0,
    -- Those with a Sharpe ratio: their mean, the sum of their squared deviations from it, and the highest.
    rated       INTEGER NOT NULL DEFAULT 0,
    mean        REAL NOT NULL DEFAULT 0,
    squares     REAL NOT NULL DEFAULT 0,
    best        REAL,
    first_trial TEXT NOT NULL,
    last_trial  TEXT NOT NULL,
    UNIQUE (family, symbol, timeframe)
);

-- The key is the first half of the SHA-256 of code, parameters, seed and range of the data: what has it already is no new try.
CREATE TABLE trial (
    set_number INTEGER NOT NULL REFERENCES trial_set (number),
    key        BLOB NOT NULL,
    sharpe     REAL,
    days       INTEGER NOT NULL,
    made       TEXT NOT NULL,
    PRIMARY KEY (set_number, key)
) WITHOUT ROWID;

-- Daily profits as 32-bit floats of the tries with the smallest keys, which is an even sample of all, for their correlation.
CREATE TABLE trial_sample (
    set_number INTEGER NOT NULL REFERENCES trial_set (number),
    key        BLOB NOT NULL,
    -- Range of the data: only tries on the same days are compared.
    range      BLOB NOT NULL,
    profits    BLOB NOT NULL,
    PRIMARY KEY (set_number, key)
) WITHOUT ROWID;

CREATE TABLE trial_name (
    strategy_name TEXT PRIMARY KEY,
    family        TEXT NOT NULL
) WITHOUT ROWID;

CREATE INDEX trial_name_family ON trial_name (family);

CREATE TABLE trial_code (
    content_hash TEXT PRIMARY KEY,
    family       TEXT NOT NULL
) WITHOUT ROWID;
