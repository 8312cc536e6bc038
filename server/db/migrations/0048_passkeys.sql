-- Keys that devices hold for the owner of an account, and open with a finger, a face or the lock of their screen.
CREATE TABLE passkeys (
    id            INTEGER PRIMARY KEY,
    account_id    INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    -- What its owner calls it.
    name          TEXT NOT NULL,
    -- What the device calls it, in base64url.
    credential_id TEXT NOT NULL UNIQUE,
    -- The public key, the counter it stood at last and what else its signatures are checked by, as JSON.
    checked_by    TEXT NOT NULL,
    added_at      INTEGER NOT NULL,
    used_at       INTEGER,
    -- Its counter had gone back, so somebody may have a copy: it opens nothing from then on.
    refused_at    INTEGER
) STRICT;
CREATE INDEX passkeys_by_account ON passkeys (account_id);

-- What a device was asked and has not answered. It is answered once, within minutes.
CREATE TABLE passkey_challenges (
    id         INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    -- Who adds a passkey; none for whoever signs in, who is nobody yet.
    account_id INTEGER REFERENCES accounts (id) ON DELETE CASCADE,
    -- What the answer is checked by, as JSON.
    asked      TEXT NOT NULL,
    asked_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_challenges_by_account ON passkey_challenges (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX passkey_challenges_by_moment ON passkey_challenges (asked_at);
