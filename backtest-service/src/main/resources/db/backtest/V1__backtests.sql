-- One row per backtest ever asked for. Times are ISO-8601 in UTC; the request, the summary and the manifest are JSON.
CREATE TABLE backtest (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    id              TEXT NOT NULL UNIQUE,
    state           TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    -- How often it was begun: one that took the service down with it is not begun for ever.
    attempts        INTEGER NOT NULL DEFAULT 0,
    message         TEXT,
    strategy_name   TEXT NOT NULL,
    symbol          TEXT NOT NULL,
    request         TEXT NOT NULL,
    created         TEXT NOT NULL,
    ended           TEXT,
    net_profit      TEXT,
    total_trades    INTEGER,
    summary         TEXT,
    portfolio_id    TEXT
);

CREATE INDEX backtest_state ON backtest (state) WHERE state IN ('queued', 'running');

-- The long parts of a result, compressed (gzip of JSON).
CREATE TABLE backtest_part (
    number  INTEGER NOT NULL REFERENCES backtest (number) ON DELETE CASCADE,
    part    TEXT NOT NULL CHECK (part IN ('trades', 'orders', 'equity', 'daily')),
    content BLOB NOT NULL,
    PRIMARY KEY (number, part)
) WITHOUT ROWID;
