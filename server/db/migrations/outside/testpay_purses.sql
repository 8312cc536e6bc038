-- Cards that TestPay keeps for those a merchant calls by one name. Of a test card it keeps its story, not its number.
CREATE TABLE cards (
    token   TEXT PRIMARY KEY,
    purse   TEXT NOT NULL,
    story   TEXT NOT NULL,
    tail    TEXT NOT NULL,
    month   INTEGER NOT NULL,
    year    INTEGER NOT NULL,
    -- Whether it was paid with, as its owner wished it to be kept.
    kept    INTEGER NOT NULL DEFAULT 0 CHECK (kept IN (0, 1)),
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cards_by_purse ON cards (purse);

ALTER TABLE sessions ADD COLUMN purse TEXT;
-- Whether the card is to be kept, and which was put to it last.
ALTER TABLE sessions ADD COLUMN keep_card INTEGER NOT NULL DEFAULT 0 CHECK (keep_card IN (0, 1));
ALTER TABLE sessions ADD COLUMN card TEXT;
