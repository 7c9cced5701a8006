-- Bars in chunks of 1440 slots: one row holds a day of minutes. The header of a series keeps what statistics ask for, so
-- that they never read a bar. docs/data.md explains the layout.
CREATE TABLE series (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,     -- never used again, so that (id, revision) names a content
    symbol        TEXT    NOT NULL,
    timeframe     TEXT    NOT NULL,
    slot_ms       INTEGER NOT NULL CHECK (slot_ms > 0),
    product       TEXT,                                  -- contract_specs.symbol, when known
    source        TEXT    NOT NULL,                      -- where its bars came from, in words
    synthetic     INTEGER NOT NULL CHECK (synthetic IN (0, 1)),
    adjustment    TEXT    NOT NULL CHECK (adjustment IN ('none', 'difference', 'ratio', 'unknown')),
    bars          INTEGER NOT NULL CHECK (bars >= 0),
    first_time    INTEGER,                               -- epoch milliseconds of bar opens, UTC
    last_time     INTEGER,
    revision      INTEGER NOT NULL,                      -- grows with every change of its bars
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    UNIQUE (symbol, timeframe)
);

-- Every column of a chunk: its smallest value, bytes per value, and big-endian unsigned differences from the smallest.
CREATE TABLE bar_chunk (
    id              INTEGER PRIMARY KEY,
    series_id       INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    chunk_start     INTEGER NOT NULL,                    -- epoch milliseconds, a multiple of 1440 * slot_ms
    bars            INTEGER NOT NULL CHECK (bars BETWEEN 1 AND 1440),
    created_at      INTEGER NOT NULL,
    time_unit       INTEGER NOT NULL,                    -- milliseconds per step of the time column
    price_decimals  INTEGER NOT NULL,                    -- price = integer / 10^price_decimals
    volume_decimals INTEGER NOT NULL,
    time_base INTEGER NOT NULL, time_width INTEGER NOT NULL, time_bytes BLOB NOT NULL,
    open_base INTEGER NOT NULL, open_width INTEGER NOT NULL, open_bytes BLOB NOT NULL,
    high_base INTEGER NOT NULL, high_width INTEGER NOT NULL, high_bytes BLOB NOT NULL,
    low_base INTEGER NOT NULL, low_width INTEGER NOT NULL, low_bytes BLOB NOT NULL,
    close_base INTEGER NOT NULL, close_width INTEGER NOT NULL, close_bytes BLOB NOT NULL,
    volume_base INTEGER NOT NULL, volume_width INTEGER NOT NULL, volume_bytes BLOB NOT NULL,
    UNIQUE (series_id, chunk_start)
);

-- What each import read, kept for provenance.
CREATE TABLE import_file (
    id          INTEGER PRIMARY KEY,
    series_id   INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
    name        TEXT    NOT NULL,
    sha256      TEXT    NOT NULL,
    bytes       INTEGER NOT NULL,
    time_zone   TEXT    NOT NULL,
    stamps      TEXT    NOT NULL CHECK (stamps IN ('open', 'close')),
    dialect     TEXT    NOT NULL,
    rows_read   INTEGER NOT NULL,
    imported_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX import_file_series ON import_file (series_id, sha256);

CREATE TABLE contract_spec (
    symbol             TEXT PRIMARY KEY,
    name               TEXT NOT NULL,
    exchange           TEXT NOT NULL,
    currency           TEXT NOT NULL,
    tick_size          TEXT NOT NULL,                    -- decimals as text: exact
    point_value        TEXT NOT NULL,
    contract_size      TEXT NOT NULL,
    quote              TEXT NOT NULL,
    initial_margin     TEXT,
    maintenance_margin TEXT,
    margin_date        TEXT,
    margin_source      TEXT,
    months             TEXT NOT NULL,
    active_months      TEXT NOT NULL,
    time_zone          TEXT NOT NULL,
    opens              TEXT NOT NULL,
    closes             TEXT NOT NULL,
    notes              TEXT,
    updated_at         INTEGER NOT NULL
) WITHOUT ROWID;

CREATE VIEW contract_specs AS
SELECT symbol, name, CAST(tick_size AS REAL) AS tick_size,
    CAST(tick_size AS REAL) * CAST(point_value AS REAL) AS tick_value,
    CAST(contract_size AS REAL) AS contract_size, CAST(initial_margin AS REAL) AS margin_requirement,
    currency, exchange, CAST(point_value AS REAL) AS point_value, quote,
    CAST(maintenance_margin AS REAL) AS maintenance_margin, margin_date, margin_source, months, active_months,
    time_zone, opens, closes, notes
FROM contract_spec;

-- Two little tables that let plain SQL unpack a chunk: the positions in it, and all bytes in order (the place of a byte in
-- that order, found by instr, is its value).
CREATE TABLE slot (n INTEGER PRIMARY KEY);
WITH RECURSIVE counting (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counting WHERE n < 1439)
INSERT INTO slot SELECT n FROM counting;

CREATE TABLE byte_order (bytes BLOB NOT NULL);
INSERT INTO byte_order VALUES (X'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f505152535455565758595a5b5c5d5e5f606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeafb0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e6e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff');

-- One row per symbol, timeframe and timestamp. With a symbol and a range of days only those chunks are unpacked.
CREATE VIEW market_data AS
SELECT symbol, datetime(time_ms / 1000, 'unixepoch') AS timestamp,
    open / price_scale AS open, high / price_scale AS high, low / price_scale AS low, close / price_scale AS close,
    volume / volume_scale AS volume, created_at, timeframe, day, time_ms
FROM (
    SELECT r.symbol, r.timeframe, datetime(c.created_at / 1000, 'unixepoch') AS created_at,
        date(c.chunk_start / 1000, 'unixepoch') AS day,
        CAST('1e' || c.price_decimals AS REAL) AS price_scale,
        CAST('1e' || c.volume_decimals AS REAL) AS volume_scale,
        c.chunk_start + c.time_unit * (c.time_base + CASE c.time_width
        WHEN 1 THEN (instr(b.bytes, substr(c.time_bytes, s.n * 1 + 1, 1)) - 1)
        WHEN 2 THEN (instr(b.bytes, substr(c.time_bytes, s.n * 2 + 1, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.time_bytes, s.n * 2 + 2, 1)) - 1)
        WHEN 4 THEN (instr(b.bytes, substr(c.time_bytes, s.n * 4 + 1, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.time_bytes, s.n * 4 + 2, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.time_bytes, s.n * 4 + 3, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.time_bytes, s.n * 4 + 4, 1)) - 1)
        WHEN 8 THEN (instr(b.bytes, substr(c.time_bytes, s.n * 8 + 1, 1)) - 1) * 72057594037927936
            + (instr(b.bytes, substr(c.time_bytes, s.n * 8 + 2, 1)) - 1) * 281474976710656
            + (instr(b.bytes, substr(c.time_bytes, s.n * 8 + 3, 1)) - 1) * 1099511627776
            + (instr(b.bytes, substr(c.time_bytes, s.n * 8 + 4, 1)) - 1) * 4294967296
            + (instr(b.bytes, substr(c.time_bytes, s.n * 8 + 5, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.time_bytes, s.n * 8 + 6, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.time_bytes, s.n * 8 + 7, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.time_bytes, s.n * 8 + 8, 1)) - 1)
        END) AS time_ms,
        c.open_base + CASE c.open_width
        WHEN 1 THEN (instr(b.bytes, substr(c.open_bytes, s.n * 1 + 1, 1)) - 1)
        WHEN 2 THEN (instr(b.bytes, substr(c.open_bytes, s.n * 2 + 1, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.open_bytes, s.n * 2 + 2, 1)) - 1)
        WHEN 4 THEN (instr(b.bytes, substr(c.open_bytes, s.n * 4 + 1, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.open_bytes, s.n * 4 + 2, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.open_bytes, s.n * 4 + 3, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.open_bytes, s.n * 4 + 4, 1)) - 1)
        WHEN 8 THEN (instr(b.bytes, substr(c.open_bytes, s.n * 8 + 1, 1)) - 1) * 72057594037927936
            + (instr(b.bytes, substr(c.open_bytes, s.n * 8 + 2, 1)) - 1) * 281474976710656
            + (instr(b.bytes, substr(c.open_bytes, s.n * 8 + 3, 1)) - 1) * 1099511627776
            + (instr(b.bytes, substr(c.open_bytes, s.n * 8 + 4, 1)) - 1) * 4294967296
            + (instr(b.bytes, substr(c.open_bytes, s.n * 8 + 5, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.open_bytes, s.n * 8 + 6, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.open_bytes, s.n * 8 + 7, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.open_bytes, s.n * 8 + 8, 1)) - 1)
        END AS open,
        c.high_base + CASE c.high_width
        WHEN 1 THEN (instr(b.bytes, substr(c.high_bytes, s.n * 1 + 1, 1)) - 1)
        WHEN 2 THEN (instr(b.bytes, substr(c.high_bytes, s.n * 2 + 1, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.high_bytes, s.n * 2 + 2, 1)) - 1)
        WHEN 4 THEN (instr(b.bytes, substr(c.high_bytes, s.n * 4 + 1, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.high_bytes, s.n * 4 + 2, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.high_bytes, s.n * 4 + 3, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.high_bytes, s.n * 4 + 4, 1)) - 1)
        WHEN 8 THEN (instr(b.bytes, substr(c.high_bytes, s.n * 8 + 1, 1)) - 1) * 72057594037927936
            + (instr(b.bytes, substr(c.high_bytes, s.n * 8 + 2, 1)) - 1) * 281474976710656
            + (instr(b.bytes, substr(c.high_bytes, s.n * 8 + 3, 1)) - 1) * 1099511627776
            + (instr(b.bytes, substr(c.high_bytes, s.n * 8 + 4, 1)) - 1) * 4294967296
            + (instr(b.bytes, substr(c.high_bytes, s.n * 8 + 5, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.high_bytes, s.n * 8 + 6, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.high_bytes, s.n * 8 + 7, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.high_bytes, s.n * 8 + 8, 1)) - 1)
        END AS high,
        c.low_base + CASE c.low_width
        WHEN 1 THEN (instr(b.bytes, substr(c.low_bytes, s.n * 1 + 1, 1)) - 1)
        WHEN 2 THEN (instr(b.bytes, substr(c.low_bytes, s.n * 2 + 1, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.low_bytes, s.n * 2 + 2, 1)) - 1)
        WHEN 4 THEN (instr(b.bytes, substr(c.low_bytes, s.n * 4 + 1, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.low_bytes, s.n * 4 + 2, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.low_bytes, s.n * 4 + 3, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.low_bytes, s.n * 4 + 4, 1)) - 1)
        WHEN 8 THEN (instr(b.bytes, substr(c.low_bytes, s.n * 8 + 1, 1)) - 1) * 72057594037927936
            + (instr(b.bytes, substr(c.low_bytes, s.n * 8 + 2, 1)) - 1) * 281474976710656
            + (instr(b.bytes, substr(c.low_bytes, s.n * 8 + 3, 1)) - 1) * 1099511627776
            + (instr(b.bytes, substr(c.low_bytes, s.n * 8 + 4, 1)) - 1) * 4294967296
            + (instr(b.bytes, substr(c.low_bytes, s.n * 8 + 5, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.low_bytes, s.n * 8 + 6, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.low_bytes, s.n * 8 + 7, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.low_bytes, s.n * 8 + 8, 1)) - 1)
        END AS low,
        c.close_base + CASE c.close_width
        WHEN 1 THEN (instr(b.bytes, substr(c.close_bytes, s.n * 1 + 1, 1)) - 1)
        WHEN 2 THEN (instr(b.bytes, substr(c.close_bytes, s.n * 2 + 1, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.close_bytes, s.n * 2 + 2, 1)) - 1)
        WHEN 4 THEN (instr(b.bytes, substr(c.close_bytes, s.n * 4 + 1, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.close_bytes, s.n * 4 + 2, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.close_bytes, s.n * 4 + 3, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.close_bytes, s.n * 4 + 4, 1)) - 1)
        WHEN 8 THEN (instr(b.bytes, substr(c.close_bytes, s.n * 8 + 1, 1)) - 1) * 72057594037927936
            + (instr(b.bytes, substr(c.close_bytes, s.n * 8 + 2, 1)) - 1) * 281474976710656
            + (instr(b.bytes, substr(c.close_bytes, s.n * 8 + 3, 1)) - 1) * 1099511627776
            + (instr(b.bytes, substr(c.close_bytes, s.n * 8 + 4, 1)) - 1) * 4294967296
            + (instr(b.bytes, substr(c.close_bytes, s.n * 8 + 5, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.close_bytes, s.n * 8 + 6, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.close_bytes, s.n * 8 + 7, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.close_bytes, s.n * 8 + 8, 1)) - 1)
        END AS close,
        c.volume_base + CASE c.volume_width
        WHEN 1 THEN (instr(b.bytes, substr(c.volume_bytes, s.n * 1 + 1, 1)) - 1)
        WHEN 2 THEN (instr(b.bytes, substr(c.volume_bytes, s.n * 2 + 1, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 2 + 2, 1)) - 1)
        WHEN 4 THEN (instr(b.bytes, substr(c.volume_bytes, s.n * 4 + 1, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 4 + 2, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 4 + 3, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 4 + 4, 1)) - 1)
        WHEN 8 THEN (instr(b.bytes, substr(c.volume_bytes, s.n * 8 + 1, 1)) - 1) * 72057594037927936
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 8 + 2, 1)) - 1) * 281474976710656
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 8 + 3, 1)) - 1) * 1099511627776
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 8 + 4, 1)) - 1) * 4294967296
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 8 + 5, 1)) - 1) * 16777216
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 8 + 6, 1)) - 1) * 65536
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 8 + 7, 1)) - 1) * 256
            + (instr(b.bytes, substr(c.volume_bytes, s.n * 8 + 8, 1)) - 1)
        END AS volume
    FROM byte_order b CROSS JOIN series r CROSS JOIN bar_chunk c CROSS JOIN slot s
    WHERE c.series_id = r.id AND s.n < c.bars
);
