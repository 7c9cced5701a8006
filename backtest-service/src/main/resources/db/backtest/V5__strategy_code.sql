-- Code of strategies that were run, by content hash: an old result is shown with the code that made it. Shipped ones are in the program.
CREATE TABLE strategy_code (
    strategy_name TEXT NOT NULL,
    content_hash  TEXT NOT NULL,
    kind          TEXT NOT NULL,
    -- Name of the file or folder in the strategies directory.
    entry         TEXT NOT NULL,
    first_run     TEXT NOT NULL,
    PRIMARY KEY (strategy_name, content_hash)
) WITHOUT ROWID;

-- Content compressed (gzip). A jar with several strategies is kept once.
CREATE TABLE strategy_code_file (
    content_hash TEXT NOT NULL,
    path         TEXT NOT NULL,
    content      BLOB NOT NULL,
    PRIMARY KEY (content_hash, path)
) WITHOUT ROWID;
