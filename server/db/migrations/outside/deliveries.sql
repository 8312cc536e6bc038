-- What a company has to tell the shop, and whether the shop took it.
CREATE TABLE deliveries (
    id       INTEGER PRIMARY KEY,
    subject  TEXT NOT NULL,
    body     TEXT NOT NULL,
    planned  INTEGER NOT NULL,
    run_at   INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    state    TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'dead')),
    trouble  TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX deliveries_due ON deliveries (run_at) WHERE state = 'waiting';
CREATE INDEX deliveries_by_subject ON deliveries (subject, planned);
