-- Cards that a provider keeps for an account, where its owner wished it. No number of a card is ever here.

-- What a provider calls an account: what it keeps is kept under this name.
CREATE TABLE purses (
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    provider   TEXT NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (account_id, provider)
) STRICT, WITHOUT ROWID;

CREATE TABLE kept_cards (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    provider   TEXT NOT NULL,
    -- The provider's name for it.
    token      TEXT NOT NULL,
    brand      TEXT NOT NULL,
    tail       TEXT NOT NULL CHECK (length(tail) = 4),
    month      INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
    year       INTEGER NOT NULL,
    kept_at    INTEGER NOT NULL,
    UNIQUE (provider, token)
) STRICT;
CREATE INDEX kept_cards_by_account ON kept_cards (account_id);

-- What a provider is still to be told to forget: a card, or, without one, the whole purse. It is nobody's here any more.
CREATE TABLE cards_to_forget (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    provider TEXT NOT NULL,
    purse    TEXT NOT NULL,
    card     TEXT
) STRICT;

-- Whether the card that is paid with is to be kept: of a draft, and of the attempt to pay that it became.
ALTER TABLE drafts ADD COLUMN keep_card INTEGER NOT NULL DEFAULT 0 CHECK (keep_card IN (0, 1));
ALTER TABLE payments ADD COLUMN keep_card INTEGER NOT NULL DEFAULT 0 CHECK (keep_card IN (0, 1));
-- Whether an account itself begins the attempt, so that the provider may offer what it keeps for it. Whoever has an order's link can
-- pay it too, and must not find somebody else's cards.
ALTER TABLE payments ADD COLUMN purse_open INTEGER NOT NULL DEFAULT 0 CHECK (purse_open IN (0, 1));
