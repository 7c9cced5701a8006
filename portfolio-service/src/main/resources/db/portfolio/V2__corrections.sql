-- Corrections: what is reversed stays and is marked by its reversal, which says what it did to the cash.
CREATE TABLE reversal (
    id             INTEGER PRIMARY KEY AUTOINCREMENT,
    portfolio_id   INTEGER NOT NULL REFERENCES portfolio (id) ON DELETE CASCADE,
    fill_id        INTEGER UNIQUE REFERENCES fill (id) ON DELETE CASCADE,
    round_trip_id  INTEGER UNIQUE REFERENCES round_trip (id) ON DELETE CASCADE,
    replacement_id INTEGER,
    reason         TEXT,
    cash_cents     INTEGER NOT NULL DEFAULT 0,
    recorded_ms    INTEGER NOT NULL,
    CHECK ((fill_id IS NULL) <> (round_trip_id IS NULL))
) STRICT;
CREATE INDEX reversal_by_portfolio ON reversal (portfolio_id, id);

-- place: where the fill stands among those of the same time; its own id, or the place of the one that it replaces.
-- reversal_id: null while it counts. external_id: the number that a broker gave it, which a
-- reversal does not free: the same export read again would bring it back.
ALTER TABLE fill ADD COLUMN place INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fill ADD COLUMN reversal_id INTEGER;
ALTER TABLE fill ADD COLUMN external_id TEXT;
ALTER TABLE fill ADD COLUMN source TEXT;
UPDATE fill SET place = id;
CREATE UNIQUE INDEX fill_by_external ON fill (portfolio_id, external_id)
    WHERE external_id IS NOT NULL;
CREATE INDEX fill_by_id ON fill (portfolio_id, id);

-- The order that opened it; null for what was recorded before this was kept.
ALTER TABLE lot ADD COLUMN fill_id INTEGER;
ALTER TABLE round_trip ADD COLUMN entry_fill_id INTEGER;
ALTER TABLE round_trip ADD COLUMN reversal_id INTEGER;
ALTER TABLE round_trip ADD COLUMN external_id TEXT;
CREATE UNIQUE INDEX round_trip_by_external ON round_trip (portfolio_id, external_id)
    WHERE external_id IS NOT NULL;
DROP INDEX round_trip_by_symbol;
CREATE INDEX round_trip_by_symbol ON round_trip (portfolio_id, symbol, exit_ms, id);
CREATE INDEX round_trip_by_time ON round_trip (exit_ms) WHERE reversal_id IS NULL;

DROP VIEW cash_movement;
CREATE VIEW cash_movement AS
SELECT portfolio_id, time_ms, 0 AS kind, id, gross_cents - cost_cents AS cents FROM fill WHERE reversal_id IS NULL
UNION ALL
SELECT portfolio_id, exit_ms, 1, id, gross_cents - cost_cents FROM round_trip
WHERE fill_id IS NULL AND reversal_id IS NULL;

-- Running totals, kept in the transaction that changes what they count.
ALTER TABLE portfolio ADD COLUMN orders INTEGER NOT NULL DEFAULT 0;
ALTER TABLE portfolio ADD COLUMN open_positions INTEGER NOT NULL DEFAULT 0;
UPDATE portfolio SET
    orders = (SELECT count(*) FROM fill WHERE fill.portfolio_id = portfolio.id),
    open_positions = (SELECT count(DISTINCT symbol) FROM lot WHERE lot.portfolio_id = portfolio.id);

-- held: contracts, negative for a short.
CREATE TABLE holding (
    portfolio_id INTEGER NOT NULL REFERENCES portfolio (id) ON DELETE CASCADE,
    symbol       TEXT    NOT NULL,
    gross_cents  INTEGER NOT NULL,
    held         INTEGER NOT NULL,
    PRIMARY KEY (portfolio_id, symbol)
) STRICT, WITHOUT ROWID;
INSERT INTO holding (portfolio_id, symbol, gross_cents, held)
SELECT portfolio_id, symbol, sum(gross_cents), sum(held) FROM (
    SELECT portfolio_id, symbol, gross_cents, 0 AS held FROM round_trip
    UNION ALL
    SELECT portfolio_id, symbol, 0, CASE side WHEN 'LONG' THEN quantity ELSE -quantity END FROM lot)
GROUP BY portfolio_id, symbol;

CREATE TABLE store_total (
    id             INTEGER PRIMARY KEY CHECK (id = 1),
    portfolios     INTEGER NOT NULL,
    orders         INTEGER NOT NULL,
    trades         INTEGER NOT NULL,
    open_positions INTEGER NOT NULL
) STRICT;
INSERT INTO store_total
SELECT 1, count(*), coalesce(sum(orders), 0), coalesce(sum(trades), 0), coalesce(sum(open_positions), 0) FROM portfolio;
CREATE TRIGGER portfolio_added AFTER INSERT ON portfolio BEGIN
    UPDATE store_total SET portfolios = portfolios + 1;
END;
CREATE TRIGGER portfolio_booked AFTER UPDATE OF orders, trades, open_positions ON portfolio BEGIN
    UPDATE store_total SET
        orders = orders + new.orders - old.orders,
        trades = trades + new.trades - old.trades,
        open_positions = open_positions + new.open_positions - old.open_positions;
END;
CREATE TRIGGER portfolio_removed AFTER DELETE ON portfolio BEGIN
    UPDATE store_total SET
        portfolios = portfolios - 1,
        orders = orders - old.orders,
        trades = trades - old.trades,
        open_positions = open_positions - old.open_positions;
END;
