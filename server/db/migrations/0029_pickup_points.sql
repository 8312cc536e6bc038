-- Lockers and shops that carriers have named: what was offered can be chosen though the carrier is silent by then, and is what is
-- offered while it is.
CREATE TABLE pickup_points (
    id       TEXT PRIMARY KEY,
    country  TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city     TEXT NOT NULL,
    name     TEXT NOT NULL,
    line     TEXT NOT NULL,
    named_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pickup_points_by_country ON pickup_points (country);
