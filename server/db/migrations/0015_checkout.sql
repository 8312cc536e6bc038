-- A checkout that can be taken back.

-- Goods of a cancelled order come back.
CREATE TABLE stock_ledger_new (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    variant_id INTEGER NOT NULL REFERENCES variants (id),
    on_hand    INTEGER NOT NULL,
    held       INTEGER NOT NULL,
    cause      TEXT NOT NULL CHECK (cause IN ('count', 'hold', 'release', 'sale', 'back')),
    order_id   INTEGER
) STRICT;
INSERT INTO stock_ledger_new (id, at, variant_id, on_hand, held, cause, order_id)
    SELECT id, at, variant_id, on_hand, held, cause, order_id FROM stock_ledger;
DROP TABLE stock_ledger;
ALTER TABLE stock_ledger_new RENAME TO stock_ledger;
CREATE INDEX stock_ledger_by_variant ON stock_ledger (variant_id);
CREATE INDEX stock_ledger_by_order ON stock_ledger (order_id);
CREATE TRIGGER stock_ledger_stays BEFORE UPDATE ON stock_ledger BEGIN SELECT RAISE (ABORT, 'the stock ledger only grows'); END;
CREATE TRIGGER stock_ledger_keeps BEFORE DELETE ON stock_ledger BEGIN SELECT RAISE (ABORT, 'the stock ledger only grows'); END;

-- Addresses a browser was asked to remember, as JSON as they were typed, and how a parcel was sent there last.
CREATE TABLE remembered_addresses (
    id           INTEGER PRIMARY KEY,
    browser_hash TEXT NOT NULL,
    typed        TEXT NOT NULL,
    service      TEXT CHECK (service IN ('economy', 'standard', 'express', 'pickup', 'online')),
    pickup       TEXT NOT NULL DEFAULT '',
    used_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX remembered_addresses_by_browser ON remembered_addresses (browser_hash, used_at);
CREATE INDEX remembered_addresses_by_age ON remembered_addresses (used_at);

-- Whether the shopper wishes the address to be remembered, as ticked.
ALTER TABLE drafts ADD COLUMN remember INTEGER NOT NULL DEFAULT 0 CHECK (remember IN (0, 1));

-- Whom copies of an offer are given to; and of a copy given in thanks for a friend, the order whose shopper is thanked.
ALTER TABLE offers ADD COLUMN given TEXT CHECK (given IN ('next', 'friends', 'thanks'));
UPDATE offers SET given = 'next' WHERE copied = 1;
ALTER TABLE offers DROP COLUMN copied;
ALTER TABLE offers ADD COLUMN thanked_order_id INTEGER REFERENCES orders (id);
CREATE INDEX offers_by_thanked_order ON offers (thanked_order_id);
