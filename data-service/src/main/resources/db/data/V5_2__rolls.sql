-- When the front contract of a root changes. A calendar by rule is kept so that it need not be built for every answer; what was
-- edited is nowhere else.
CREATE TABLE roll_calendar (
    id        INTEGER PRIMARY KEY,
    root      TEXT    NOT NULL,                          -- ES, or ES-SYNTH of made-up contracts
    series    TEXT    NOT NULL CHECK (series IN ('v', 'n', 'c')),
    rule      TEXT    NOT NULL,
    days      INTEGER,                                   -- of the rule; null for rules without
    months    TEXT,                                      -- month codes of its contracts; null: the product's active ones
    timeframe TEXT,                                      -- of the bars that decide and price; null: the one of most contracts
    first     TEXT    NOT NULL,                          -- front contract before the first roll
    edited    INTEGER NOT NULL CHECK (edited >= 0),      -- so many of the first rolls are a user's; 0: all by rule
    goes_on   INTEGER NOT NULL CHECK (goes_on IN (0, 1)), -- whether the rule goes on behind edited rolls
    warnings  TEXT    NOT NULL,                          -- JSON array
    inputs    TEXT    NOT NULL,                          -- hash of what it was built from
    built_at  INTEGER NOT NULL,
    UNIQUE (root, series)
);

CREATE TABLE roll (
    calendar_id   INTEGER NOT NULL REFERENCES roll_calendar (id) ON DELETE CASCADE,
    time          INTEGER NOT NULL,                      -- from which the new contract counts, epoch milliseconds
    from_contract TEXT    NOT NULL,
    to_contract   TEXT    NOT NULL,
    old_price     TEXT    NOT NULL,                      -- decimals as text: exact
    new_price     TEXT    NOT NULL,
    PRIMARY KEY (calendar_id, time)
) WITHOUT ROWID;
