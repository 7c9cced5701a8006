-- Allocations that were made: the complete order and the answer, as JSON.
CREATE TABLE allocation (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT    NOT NULL UNIQUE,
    name       TEXT,
    method     TEXT    NOT NULL,
    results    INTEGER NOT NULL,
    created_ms INTEGER NOT NULL,
    request    TEXT    NOT NULL,
    answer     TEXT    NOT NULL
) STRICT;
