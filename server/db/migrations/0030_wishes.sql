-- What shoppers wish of parcels on their way, and what became of it. The last one of a kind that was granted holds.
CREATE TABLE wishes (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    parcel_id   INTEGER NOT NULL REFERENCES parcels (id),
    kind        TEXT NOT NULL CHECK (kind IN ('redirect', 'reschedule', 'instruct')),
    wish        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'late', 'cannot')),
    asked_at    INTEGER NOT NULL,
    answered_at INTEGER
) STRICT;
CREATE INDEX wishes_by_parcel ON wishes (parcel_id, id);
