-- Wish lists, under the hash of the secret of whoever keeps them: a browser's, or an account's, as orders are. The first one makes
-- itself and has no name. What was taken away is kept for a day, so that it can come back.
CREATE TABLE wishlists (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_hash TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT '',
    made_at    INTEGER NOT NULL,
    touched_at INTEGER NOT NULL,
    taken_at   INTEGER
) STRICT;
CREATE INDEX wishlists_by_owner ON wishlists (owner_hash, touched_at);
CREATE INDEX wishlists_by_age ON wishlists (touched_at);
CREATE INDEX wishlists_taken ON wishlists (taken_at) WHERE taken_at IS NOT NULL;

-- `seen_minor`: what it cost in the books when it was put in.
CREATE TABLE wishlist_items (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    wishlist_id INTEGER NOT NULL REFERENCES wishlists (id) ON DELETE CASCADE,
    variant_id  INTEGER NOT NULL REFERENCES variants (id),
    quantity    INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    note        TEXT NOT NULL DEFAULT '',
    seen_minor  INTEGER NOT NULL,
    taken_at    INTEGER,
    UNIQUE (wishlist_id, variant_id)
) STRICT;
CREATE INDEX wishlist_items_by_variant ON wishlist_items (variant_id);
CREATE INDEX wishlist_items_taken ON wishlist_items (taken_at) WHERE taken_at IS NOT NULL;

-- The link to a list that its keeper gives to others, one at a time: only its hash, and gone when it is taken back.
CREATE TABLE wishlist_shares (
    wishlist_id INTEGER PRIMARY KEY REFERENCES wishlists (id) ON DELETE CASCADE,
    token_hash  TEXT NOT NULL UNIQUE,
    made_at     INTEGER NOT NULL
) STRICT;

-- The lists that came to an account at a sign-in, so that they can go back.
CREATE TABLE account_join_wishlists (
    join_id      INTEGER NOT NULL REFERENCES account_joins (id) ON DELETE CASCADE,
    wishlist_id  INTEGER NOT NULL REFERENCES wishlists (id) ON DELETE CASCADE,
    owner_before TEXT NOT NULL,
    PRIMARY KEY (join_id, wishlist_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_join_wishlists_by_list ON account_join_wishlists (wishlist_id);
