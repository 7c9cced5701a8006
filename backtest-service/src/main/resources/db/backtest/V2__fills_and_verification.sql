-- What the last verification found, as JSON; null before the first.
ALTER TABLE backtest ADD COLUMN verification TEXT;

-- The long parts of a result, compressed: gzip of JSON, equity apart, which is packed (see EquityPacking).
CREATE TABLE backtest_part_new (
    number  INTEGER NOT NULL REFERENCES backtest (number) ON DELETE CASCADE,
    part    TEXT NOT NULL CHECK (part IN ('trades', 'orders', 'fills', 'equity', 'daily')),
    content BLOB NOT NULL,
    PRIMARY KEY (number, part)
) WITHOUT ROWID;

INSERT INTO backtest_part_new SELECT number, part, content FROM backtest_part;
DROP TABLE backtest_part;
ALTER TABLE backtest_part_new RENAME TO backtest_part;
