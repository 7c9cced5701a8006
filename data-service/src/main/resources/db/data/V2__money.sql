-- What trading a contract costs, when its market is busy, and its margins by date. Decimals as text: exact.
ALTER TABLE contract_spec ADD COLUMN commission TEXT;       -- per contract and side; null: settings say it
ALTER TABLE contract_spec ADD COLUMN exchange_fees TEXT;    -- per contract and side; null: not known
ALTER TABLE contract_spec ADD COLUMN fees_date TEXT;
ALTER TABLE contract_spec ADD COLUMN fees_source TEXT;
ALTER TABLE contract_spec ADD COLUMN regular_opens TEXT;    -- local time of time_zone; null: not known
ALTER TABLE contract_spec ADD COLUMN regular_closes TEXT;

-- A row holds from its trading day until the next row's. A product without rows has the margins of contract_spec on all days.
CREATE TABLE contract_margin (
    symbol      TEXT NOT NULL REFERENCES contract_spec (symbol) ON DELETE CASCADE,
    from_day    TEXT NOT NULL,
    initial     TEXT NOT NULL,
    maintenance TEXT,
    day_trade   TEXT,
    PRIMARY KEY (symbol, from_day)
) WITHOUT ROWID;

DROP VIEW contract_specs;
CREATE VIEW contract_specs AS
SELECT symbol, name, CAST(tick_size AS REAL) AS tick_size,
    CAST(tick_size AS REAL) * CAST(point_value AS REAL) AS tick_value,
    CAST(contract_size AS REAL) AS contract_size, CAST(initial_margin AS REAL) AS margin_requirement,
    currency, exchange, CAST(point_value AS REAL) AS point_value, quote,
    CAST(maintenance_margin AS REAL) AS maintenance_margin, margin_date, margin_source, months, active_months,
    time_zone, opens, closes, notes, CAST(commission AS REAL) AS commission,
    CAST(exchange_fees AS REAL) AS exchange_fees, fees_date, fees_source, regular_opens, regular_closes
FROM contract_spec;

-- What one unit of the first currency of a pair was worth in the second, by day.
CREATE TABLE currency_pair (
    pair       TEXT PRIMARY KEY,                     -- EURUSD: dollars for one euro
    source     TEXT NOT NULL,                        -- where the rates came from, in words
    updated_at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE currency_rate (
    pair TEXT NOT NULL REFERENCES currency_pair (pair) ON DELETE CASCADE,
    day  TEXT NOT NULL,
    rate TEXT NOT NULL,
    PRIMARY KEY (pair, day)
) WITHOUT ROWID;
