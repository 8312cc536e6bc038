-- Parcels that their carrier is to fetch. One that was refused is asked for anew in the same row.
CREATE TABLE collections (
    parcel_id      INTEGER PRIMARY KEY REFERENCES parcels (id),
    opens_at       INTEGER NOT NULL,
    closes_at      INTEGER NOT NULL CHECK (closes_at > opens_at),
    state          TEXT NOT NULL CHECK (state IN ('asked', 'booked', 'refused')),
    -- The carrier's name for what it proposed; empty before it was asked.
    proposed       TEXT NOT NULL DEFAULT '',
    confirmation   TEXT NOT NULL DEFAULT '',
    price_minor    INTEGER,
    price_currency TEXT,
    said           TEXT NOT NULL DEFAULT '',
    staff_id       INTEGER NOT NULL REFERENCES staff (id),
    CHECK ((price_minor IS NULL) = (price_currency IS NULL))
) STRICT;
