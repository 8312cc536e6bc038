-- The link to an order's way that its shopper gives to others, one at a time: only its hash, and gone when it is taken back.
CREATE TABLE order_shares (
    order_id   INTEGER PRIMARY KEY REFERENCES orders (id),
    token_hash TEXT NOT NULL UNIQUE,
    made_at    INTEGER NOT NULL
) STRICT;
