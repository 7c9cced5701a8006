-- How a file was imported, as a hash of its dialect and rules: the same content by the same options need not be read again.
-- Null: an earlier version imported it, or bars of the series were deleted since.
ALTER TABLE import_file ADD COLUMN options TEXT;

-- Part of every ETag. A restored backup counts its revisions on from an older state; a new epoch keeps what clients hold of the
-- state before from passing for current.
CREATE TABLE store_epoch (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    epoch TEXT NOT NULL
);
INSERT INTO store_epoch VALUES (1, lower(hex(randomblob(8))));
