-- Money is whole cents of the account currency, times are epoch milliseconds UTC, prices are decimal text as they were given.

CREATE TABLE portfolio (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    name          TEXT    NOT NULL COLLATE NOCASE UNIQUE,
    initial_cents INTEGER NOT NULL CHECK (initial_cents > 0),
    gross_cents   INTEGER NOT NULL DEFAULT 0,
    cost_cents    INTEGER NOT NULL DEFAULT 0,
    trades        INTEGER NOT NULL DEFAULT 0,
    created_ms    INTEGER NOT NULL
) STRICT;

-- Orders as they were filled, one by one. gross_cents is what the fill realised on what it closed.
CREATE TABLE fill (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    portfolio_id  INTEGER NOT NULL REFERENCES portfolio (id) ON DELETE CASCADE,
    symbol        TEXT    NOT NULL,
    action        TEXT    NOT NULL CHECK (action IN ('BUY', 'SELL', 'CLOSE_LONG', 'CLOSE_SHORT')),
    quantity      INTEGER NOT NULL CHECK (quantity > 0),
    price         TEXT    NOT NULL,
    point_value   TEXT    NOT NULL,
    time_ms       INTEGER NOT NULL,
    gross_cents   INTEGER NOT NULL,
    cost_cents    INTEGER NOT NULL CHECK (cost_cents >= 0),
    strategy_name TEXT
) STRICT;
CREATE INDEX fill_by_symbol ON fill (portfolio_id, symbol, time_ms);

-- What is still open, first in first out by id. cost_cents is the part of the entry's commission that is not closed yet.
CREATE TABLE lot (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    portfolio_id  INTEGER NOT NULL REFERENCES portfolio (id) ON DELETE CASCADE,
    symbol        TEXT    NOT NULL,
    side          TEXT    NOT NULL CHECK (side IN ('LONG', 'SHORT')),
    quantity      INTEGER NOT NULL CHECK (quantity > 0),
    price         TEXT    NOT NULL,
    point_value   TEXT    NOT NULL,
    time_ms       INTEGER NOT NULL,
    cost_cents    INTEGER NOT NULL CHECK (cost_cents >= 0),
    strategy_name TEXT
) STRICT;
CREATE INDEX lot_by_symbol ON lot (portfolio_id, symbol, id);

-- What was opened and closed again. fill_id is the closing fill; null when it was handed over in a batch.
CREATE TABLE round_trip (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    portfolio_id  INTEGER NOT NULL REFERENCES portfolio (id) ON DELETE CASCADE,
    fill_id       INTEGER REFERENCES fill (id) ON DELETE CASCADE,
    symbol        TEXT    NOT NULL,
    side          TEXT    NOT NULL CHECK (side IN ('LONG', 'SHORT')),
    quantity      INTEGER NOT NULL CHECK (quantity > 0),
    entry_ms      INTEGER NOT NULL,
    entry_price   TEXT    NOT NULL,
    exit_ms       INTEGER NOT NULL CHECK (exit_ms >= entry_ms),
    exit_price    TEXT    NOT NULL,
    gross_cents   INTEGER NOT NULL,
    cost_cents    INTEGER NOT NULL CHECK (cost_cents >= 0),
    exit_reason   TEXT,
    strategy_name TEXT,
    source        TEXT
) STRICT;
CREATE INDEX round_trip_by_exit ON round_trip (portfolio_id, exit_ms, id);
CREATE INDEX round_trip_by_symbol ON round_trip (portfolio_id, symbol);
CREATE INDEX round_trip_by_fill ON round_trip (fill_id);

-- Requests that carried a key, with the answer that the same request gets again.
CREATE TABLE keyed_request (
    portfolio_id INTEGER NOT NULL REFERENCES portfolio (id) ON DELETE CASCADE,
    request_key  TEXT    NOT NULL,
    sha256       TEXT    NOT NULL,
    answer       TEXT    NOT NULL,
    recorded_ms  INTEGER NOT NULL,
    PRIMARY KEY (portfolio_id, request_key)
) STRICT;

-- Everything that moved cash.
CREATE VIEW cash_movement AS
SELECT portfolio_id, time_ms, 0 AS kind, id, gross_cents - cost_cents AS cents FROM fill
UNION ALL
SELECT portfolio_id, exit_ms, 1, id, gross_cents - cost_cents FROM round_trip WHERE fill_id IS NULL;
