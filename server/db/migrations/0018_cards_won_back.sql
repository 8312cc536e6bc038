-- What a dispute empties comes back when it is won: the two movements have names of their own.
CREATE TABLE gift_card_ledger_new (
    id       INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    card_id  INTEGER NOT NULL REFERENCES gift_cards (id),
    entry    TEXT NOT NULL CHECK (entry IN ('issued', 'spent', 'given_back', 'withdrawn', 'disputed', 'won')),
    minor    INTEGER NOT NULL CHECK (minor <> 0 AND (minor > 0) = (entry = 'issued' OR entry = 'given_back' OR entry = 'won')),
    order_id INTEGER NOT NULL REFERENCES orders (id)
) STRICT;
INSERT INTO gift_card_ledger_new (id, at, card_id, entry, minor, order_id)
    SELECT id, at, card_id, entry, minor, order_id FROM gift_card_ledger;
DROP TABLE gift_card_ledger;
ALTER TABLE gift_card_ledger_new RENAME TO gift_card_ledger;
CREATE INDEX gift_card_ledger_by_card ON gift_card_ledger (card_id);
CREATE INDEX gift_card_ledger_by_order ON gift_card_ledger (order_id);
CREATE TRIGGER gift_card_ledger_stays BEFORE UPDATE ON gift_card_ledger BEGIN SELECT RAISE (ABORT, 'the gift card ledger only grows'); END;
CREATE TRIGGER gift_card_ledger_keeps BEFORE DELETE ON gift_card_ledger BEGIN SELECT RAISE (ABORT, 'the gift card ledger only grows'); END;
