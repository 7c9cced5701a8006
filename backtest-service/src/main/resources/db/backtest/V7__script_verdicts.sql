-- What the check of a script came to, by all that it depends on.
CREATE TABLE script_verdict (
    number  INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE,
    verdict TEXT NOT NULL
);
