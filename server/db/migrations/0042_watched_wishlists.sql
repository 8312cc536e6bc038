-- Who is told when a thing in a list costs less or is back, since `confirmed_at`: an account's address is known to be its own, any
-- other is sent a letter with a link first, whose hash is here until it is followed. What is told is in the money of `country` and
-- `currency`. `letter_id`: the last letter about falls, which takes more of them along while it waits.
CREATE TABLE wishlist_watches (
    wishlist_id  INTEGER PRIMARY KEY REFERENCES wishlists (id) ON DELETE CASCADE,
    person       TEXT NOT NULL,
    email        TEXT NOT NULL,
    lang         TEXT NOT NULL,
    country      TEXT NOT NULL,
    currency     TEXT NOT NULL,
    token_hash   TEXT UNIQUE,
    asked_at     INTEGER NOT NULL,
    confirmed_at INTEGER,
    letter_id    INTEGER REFERENCES notifications (id)
) STRICT;
CREATE INDEX wishlist_watches_by_person ON wishlist_watches (person);
CREATE INDEX wishlist_watches_by_age ON wishlist_watches (asked_at);

-- What its keeper knows a thing to cost, the lowest they were told; since when it is back and they are to be told; and when they
-- were told that last.
ALTER TABLE wishlist_items ADD COLUMN told_minor INTEGER;
ALTER TABLE wishlist_items ADD COLUMN back_at INTEGER;
ALTER TABLE wishlist_items ADD COLUMN back_told_at INTEGER;
