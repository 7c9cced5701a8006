-- Times are epoch milliseconds UTC; hashes are SHA-256 in hexadecimal; what is JSON is what the wire has.

-- What datasets were made of: their rows are made again from the bars, and must come out with the same hash.
CREATE TABLE dataset (
    hash       TEXT    PRIMARY KEY,
    created_ms INTEGER NOT NULL,
    answer     TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX dataset_by_time ON dataset (created_ms);
