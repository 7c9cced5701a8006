-- One row per optimization ever asked for. Times are ISO-8601 in UTC; the request, complete, and the warnings are JSON.
-- Attempts are those since it last stored a row; the fingerprint is of code and bars, the verdict is JSON.
CREATE TABLE optimization (
    number        INTEGER PRIMARY KEY AUTOINCREMENT,
    id            TEXT NOT NULL UNIQUE,
    state         TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'done', 'failed', 'cancelled')),
    message       TEXT,
    strategy_name TEXT NOT NULL,
    symbol        TEXT NOT NULL,
    request       TEXT NOT NULL,
    created       TEXT NOT NULL,
    ended         TEXT,
    combinations  INTEGER NOT NULL,
    done          INTEGER NOT NULL DEFAULT 0,
    failed        INTEGER NOT NULL DEFAULT 0,
    attempts      INTEGER NOT NULL DEFAULT 0,
    fingerprint   TEXT,
    verdict       TEXT,
    warnings      TEXT NOT NULL DEFAULT '[]'
);

CREATE INDEX optimization_state ON optimization (state);
CREATE INDEX optimization_ended ON optimization (ended);

-- What came of each combination. The cell is its place in the whole grid of the request's spaces, the last of which changes fastest.
-- Figures have the names and units of a backtest's answer.
CREATE TABLE optimization_row (
    optimization     INTEGER NOT NULL REFERENCES optimization (number) ON DELETE CASCADE,
    number           INTEGER NOT NULL,
    cell             INTEGER NOT NULL,
    state            TEXT NOT NULL,
    error            TEXT,
    score            REAL,
    violation        REAL NOT NULL,
    net_profit       REAL,
    total_return_pct REAL,
    cagr_pct         REAL,
    max_drawdown     REAL,
    max_drawdown_pct REAL,
    sharpe_ratio     REAL,
    sortino_ratio    REAL,
    calmar_ratio     REAL,
    profit_factor    REAL,
    total_trades     REAL,
    winning_trades   REAL,
    losing_trades    REAL,
    win_rate_pct     REAL,
    average_trade    REAL,
    average_win      REAL,
    average_loss     REAL,
    exposure_pct     REAL,
    ambiguous_bars   REAL,
    result_hash      TEXT,
    findings         TEXT,
    PRIMARY KEY (optimization, number)
) WITHOUT ROWID;

CREATE INDEX optimization_row_cell ON optimization_row (optimization, cell);

-- Daily profits of the best and of some that were drawn: gzip of big-endian doubles, one for each trading day of the bars.
CREATE TABLE optimization_days (
    optimization INTEGER NOT NULL REFERENCES optimization (number) ON DELETE CASCADE,
    number       INTEGER NOT NULL,
    best         INTEGER NOT NULL,
    drawn        INTEGER NOT NULL,
    content      BLOB NOT NULL,
    PRIMARY KEY (optimization, number)
);
