-- Parcels a merchant had made; asked for twice under one key, it is one parcel.
CREATE TABLE parcels (
    id           INTEGER PRIMARY KEY,
    merchant_key TEXT NOT NULL UNIQUE,
    number       TEXT NOT NULL UNIQUE,
    expected     INTEGER NOT NULL,
    made_at      INTEGER NOT NULL
) STRICT;
