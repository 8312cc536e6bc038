-- A class of goods more: a gift card is a voucher, taxed when it is spent.
ALTER TABLE products ADD COLUMN tax_class_new TEXT NOT NULL DEFAULT 'standard'
    CHECK (tax_class_new IN ('standard', 'reduced', 'books', 'food', 'zero', 'voucher'));
UPDATE products SET tax_class_new = tax_class;
ALTER TABLE products DROP COLUMN tax_class;
ALTER TABLE products RENAME COLUMN tax_class_new TO tax_class;

-- They come without a parcel.
ALTER TABLE drafts ADD COLUMN service_new TEXT CHECK (service_new IN ('economy', 'standard', 'express', 'pickup', 'online'));
UPDATE drafts SET service_new = service;
ALTER TABLE drafts DROP COLUMN service;
ALTER TABLE drafts RENAME COLUMN service_new TO service;
ALTER TABLE orders ADD COLUMN service_new TEXT NOT NULL DEFAULT 'standard'
    CHECK (service_new IN ('economy', 'standard', 'express', 'pickup', 'online'));
UPDATE orders SET service_new = service;
ALTER TABLE orders DROP COLUMN service;
ALTER TABLE orders RENAME COLUMN service_new TO service;

-- Gift cards. The code is made of the seed and a secret of the shop's that is not in here: what is here pays for nothing.
CREATE TABLE gift_cards (
    id        INTEGER PRIMARY KEY,
    seed      BLOB NOT NULL,
    code_hash TEXT NOT NULL UNIQUE,
    tail      TEXT NOT NULL,
    origin    TEXT NOT NULL CHECK (origin IN ('bought', 'refund')),
    -- The order that bought it, or in place of whose money it was given.
    order_id  INTEGER NOT NULL REFERENCES orders (id),
    -- The place of the line it was bought with.
    line      INTEGER,
    balance   INTEGER NOT NULL CHECK (balance >= 0),
    currency  TEXT NOT NULL,
    made_at   INTEGER NOT NULL,
    CHECK ((origin = 'bought') = (line IS NOT NULL))
) STRICT;
CREATE INDEX gift_cards_by_order ON gift_cards (order_id);

CREATE TABLE gift_card_ledger (
    id       INTEGER PRIMARY KEY,
    at       INTEGER NOT NULL,
    card_id  INTEGER NOT NULL REFERENCES gift_cards (id),
    entry    TEXT NOT NULL CHECK (entry IN ('issued', 'spent', 'given_back', 'withdrawn')),
    minor    INTEGER NOT NULL CHECK (minor <> 0 AND (minor > 0) = (entry = 'issued' OR entry = 'given_back')),
    order_id INTEGER NOT NULL REFERENCES orders (id)
) STRICT;
CREATE INDEX gift_card_ledger_by_card ON gift_card_ledger (card_id);
CREATE INDEX gift_card_ledger_by_order ON gift_card_ledger (order_id);
CREATE TRIGGER gift_card_ledger_stays BEFORE UPDATE ON gift_card_ledger BEGIN SELECT RAISE (ABORT, 'the gift card ledger only grows'); END;
CREATE TRIGGER gift_card_ledger_keeps BEFORE DELETE ON gift_card_ledger BEGIN SELECT RAISE (ABORT, 'the gift card ledger only grows'); END;

-- Gift cards laid down to pay for a cart.
CREATE TABLE cart_cards (
    cart_id INTEGER NOT NULL REFERENCES carts (id),
    card_id INTEGER NOT NULL REFERENCES gift_cards (id),
    laid_at INTEGER NOT NULL,
    PRIMARY KEY (cart_id, card_id)
) STRICT, WITHOUT ROWID;

ALTER TABLE order_lines ADD COLUMN gift_card INTEGER NOT NULL DEFAULT 0 CHECK (gift_card IN (0, 1));
-- What gift cards pay of an order; a payment brings the rest.
ALTER TABLE orders ADD COLUMN cards_minor INTEGER NOT NULL DEFAULT 0 CHECK (cards_minor BETWEEN 0 AND total_minor);
-- What of a refund went onto gift cards; the rest goes the way it was paid.
ALTER TABLE refunds ADD COLUMN cards_minor INTEGER NOT NULL DEFAULT 0 CHECK (cards_minor BETWEEN 0 AND minor);
