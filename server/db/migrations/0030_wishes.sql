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

-- A word to the courier from the checkout: as typed while it is a draft, as it is on the order once it is placed.
CREATE TABLE draft_instructions (
    cart_id INTEGER PRIMARY KEY REFERENCES carts (id),
    typed   TEXT NOT NULL
) STRICT;
CREATE TABLE order_instructions (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    words    TEXT NOT NULL
) STRICT;
