-- Changes of an account's e-mail address: confirmed from the new one, and for some days refused from the old one, confirmed or not.
-- Of both letters' links only the hashes are here. One that is over is neither confirmed nor refused any more.
CREATE TABLE email_changes (
    id           INTEGER PRIMARY KEY,
    account_id   INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    before       TEXT NOT NULL,
    email        TEXT NOT NULL,
    confirm_hash TEXT NOT NULL UNIQUE,
    refuse_hash  TEXT NOT NULL UNIQUE,
    asked_at     INTEGER NOT NULL,
    confirmed_at INTEGER,
    over         INTEGER NOT NULL DEFAULT 0 CHECK (over IN (0, 1))
) STRICT;
CREATE INDEX email_changes_by_account ON email_changes (account_id);
