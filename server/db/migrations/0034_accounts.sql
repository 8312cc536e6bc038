-- Who has an account. All that is an account's is kept under a secret made of its `seed` under a key that is not in these
-- books, as what a browser keeps is under the secret in its cookie: `owner_hash` is the hash of that secret.
CREATE TABLE accounts (
    id         INTEGER PRIMARY KEY,
    person     TEXT NOT NULL UNIQUE,
    email      TEXT NOT NULL,
    seed       TEXT NOT NULL UNIQUE,
    owner_hash TEXT NOT NULL UNIQUE,
    -- How many of its carts became orders: the secret of its cart is made of that.
    carts      INTEGER NOT NULL DEFAULT 0 CHECK (carts >= 0),
    -- Argon2id, as PHC string; empty for who signs in by letters alone.
    password   TEXT NOT NULL DEFAULT '',
    made_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE account_sessions (
    id         INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    -- What the browser says it is.
    device     TEXT NOT NULL,
    -- Whether it began with a letter, which proves the address.
    by_letter  INTEGER NOT NULL CHECK (by_letter IN (0, 1)),
    began_at   INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX account_sessions_by_account ON account_sessions (account_id);
-- Those that are over are looked for at each sign-in.
CREATE INDEX account_sessions_by_last ON account_sessions (seen_at);
CREATE INDEX account_sessions_by_first ON account_sessions (began_at);

-- Letters with a link that signs in, to whoever asked for one: an account is made when the first is followed. Kept for a day,
-- to count them.
CREATE TABLE sign_in_links (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person     TEXT NOT NULL,
    email      TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    asked_at   INTEGER NOT NULL,
    -- Whether it was followed, or a newer one was sent.
    over       INTEGER NOT NULL DEFAULT 0 CHECK (over IN (0, 1))
) STRICT;
CREATE INDEX sign_in_links_by_person ON sign_in_links (person, asked_at);
CREATE INDEX sign_in_links_by_moment ON sign_in_links (asked_at);

-- Wrong passwords in a row, for addresses with an account and without.
CREATE TABLE sign_in_tries (
    person    TEXT PRIMARY KEY,
    failures  INTEGER NOT NULL,
    failed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_tries_by_moment ON sign_in_tries (failed_at);

-- An order of an account that was placed without it. What is placed by somebody who is signed in has `owner_hash` for its browser.
ALTER TABLE orders ADD COLUMN account_id INTEGER REFERENCES accounts (id);
CREATE INDEX orders_by_account ON orders (account_id) WHERE account_id IS NOT NULL;

-- What came to an account at a sign-in, so that it can go back.
CREATE TABLE account_joins (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    at         INTEGER NOT NULL,
    undone     INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
CREATE INDEX account_joins_by_account ON account_joins (account_id);
CREATE TABLE account_join_orders (
    join_id        INTEGER NOT NULL REFERENCES account_joins (id) ON DELETE CASCADE,
    order_id       INTEGER NOT NULL REFERENCES orders (id),
    browser_before TEXT NOT NULL,
    PRIMARY KEY (join_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX account_join_orders_by_order ON account_join_orders (order_id);
CREATE TABLE account_join_lines (
    join_id    INTEGER NOT NULL REFERENCES account_joins (id) ON DELETE CASCADE,
    variant_id INTEGER NOT NULL REFERENCES variants (id),
    quantity   INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    PRIMARY KEY (join_id, variant_id)
) STRICT, WITHOUT ROWID;
