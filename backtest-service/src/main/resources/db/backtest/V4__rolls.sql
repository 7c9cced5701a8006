-- Rolls of positions are a part of a result like the others. What parts there are is the service's to say.
CREATE TABLE backtest_part_new (
    number  INTEGER NOT NULL REFERENCES backtest (number) ON DELETE CASCADE,
    part    TEXT NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (number, part)
) WITHOUT ROWID;

INSERT INTO backtest_part_new SELECT number, part, content FROM backtest_part;
DROP TABLE backtest_part;
ALTER TABLE backtest_part_new RENAME TO backtest_part;
