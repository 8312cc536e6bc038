-- Who wants what they look at to be kept with their account: nobody who has not asked for it. All that is kept goes with the row.
-- `joins`: how often something came to it from a browser, the last time at `joined_at`.
CREATE TABLE goods_seen_keepers (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    since      INTEGER NOT NULL,
    joins      INTEGER NOT NULL DEFAULT 0 CHECK (joins >= 0),
    joined_at  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What they looked at, and when last. `came`: with which join; `before`: when it was seen before that one, where it was there.
CREATE TABLE goods_seen (
    account_id INTEGER NOT NULL REFERENCES goods_seen_keepers (account_id) ON DELETE CASCADE,
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    came       INTEGER NOT NULL CHECK (came >= 0),
    before     INTEGER,
    PRIMARY KEY (account_id, product_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX goods_seen_by_age ON goods_seen (at);
CREATE INDEX goods_seen_by_product ON goods_seen (product_id);
