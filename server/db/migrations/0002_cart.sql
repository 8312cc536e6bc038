CREATE TABLE carts (
    id         INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    version    INTEGER NOT NULL DEFAULT 0,
    made_at    INTEGER NOT NULL,
    touched_at INTEGER NOT NULL
) STRICT;

CREATE TABLE cart_lines (
    id         INTEGER PRIMARY KEY,
    cart_id    INTEGER NOT NULL REFERENCES carts (id) ON DELETE CASCADE,
    variant_id INTEGER NOT NULL REFERENCES variants (id),
    quantity   INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    saved      INTEGER NOT NULL DEFAULT 0 CHECK (saved IN (0, 1)),
    seen_minor INTEGER NOT NULL,
    UNIQUE (cart_id, variant_id, saved)
) STRICT;

-- What a shopper told the checkout, exactly as typed.
CREATE TABLE drafts (
    cart_id  INTEGER PRIMARY KEY REFERENCES carts (id) ON DELETE CASCADE,
    email    TEXT NOT NULL DEFAULT '',
    country  TEXT NOT NULL DEFAULT '',
    name     TEXT NOT NULL DEFAULT '',
    line1    TEXT NOT NULL DEFAULT '',
    line2    TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    city     TEXT NOT NULL DEFAULT '',
    region   TEXT NOT NULL DEFAULT '',
    phone    TEXT NOT NULL DEFAULT '',
    service  TEXT CHECK (service IN ('standard', 'express')),
    method   TEXT CHECK (method IN ('card'))
) STRICT;
