-- Payments by many ways: taken in part, later, twice; given back in part; fetched back by a bank. Sums are minor units.
CREATE TABLE payments_new (
    id          INTEGER PRIMARY KEY,
    order_id    INTEGER NOT NULL REFERENCES orders (id),
    way         TEXT NOT NULL DEFAULT 'card',
    provider    TEXT NOT NULL,
    reference   TEXT,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'promised', 'captured', 'failed')),
    minor       INTEGER NOT NULL CHECK (minor >= 0),
    currency    TEXT NOT NULL,
    taken       INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    returned    INTEGER NOT NULL DEFAULT 0 CHECK (returned >= 0),
    lost        INTEGER NOT NULL DEFAULT 0 CHECK (lost >= 0),
    kept        INTEGER NOT NULL DEFAULT 0 CHECK (kept BETWEEN 0 AND minor),
    -- What the shopper is shown to pay with, as JSON.
    waiting     TEXT,
    decline     TEXT,
    made_at     INTEGER NOT NULL,
    settled_at  INTEGER,
    UNIQUE (provider, reference),
    CHECK (returned + lost + kept <= taken)
) STRICT;
INSERT INTO payments_new (id, order_id, provider, reference, state, minor, currency, taken, returned, kept, made_at, settled_at)
    SELECT id, order_id, provider, reference,
        CASE WHEN state IN ('refunding', 'refunded') THEN 'failed' ELSE state END, minor, currency,
        CASE WHEN state IN ('captured', 'refunding', 'refunded') THEN minor ELSE 0 END,
        CASE WHEN state = 'refunded' THEN minor ELSE 0 END,
        CASE WHEN state = 'captured' THEN minor ELSE 0 END, made_at, settled_at
    FROM payments;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
CREATE INDEX payments_by_state ON payments (state, made_at);
CREATE INDEX payments_by_order ON payments (order_id);
-- An order stands on one payment.
CREATE UNIQUE INDEX payments_kept_once ON payments (order_id) WHERE state IN ('promised', 'captured');

CREATE TABLE money_ledger_new (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    order_id   INTEGER NOT NULL REFERENCES orders (id),
    payment_id INTEGER NOT NULL REFERENCES payments (id),
    account    TEXT NOT NULL CHECK (account IN ('provider', 'shopper')),
    minor      INTEGER NOT NULL,
    currency   TEXT NOT NULL,
    cause      TEXT NOT NULL CHECK (cause IN ('capture', 'refund', 'dispute'))
) STRICT;
INSERT INTO money_ledger_new SELECT id, at, order_id, payment_id, account, minor, currency, cause FROM money_ledger;
DROP TABLE money_ledger;
ALTER TABLE money_ledger_new RENAME TO money_ledger;
CREATE INDEX money_ledger_by_order ON money_ledger (order_id);
CREATE TRIGGER money_ledger_stays BEFORE UPDATE ON money_ledger BEGIN SELECT RAISE (ABORT, 'the money ledger only grows'); END;
CREATE TRIGGER money_ledger_keeps BEFORE DELETE ON money_ledger BEGIN SELECT RAISE (ABORT, 'the money ledger only grows'); END;

-- The way to pay that was chosen; its codes are the program's.
ALTER TABLE drafts ADD COLUMN way TEXT;
UPDATE drafts SET way = method;
ALTER TABLE drafts DROP COLUMN method;

-- What was refunded, by whom and why: the log of it, which only grows.
CREATE TABLE refunds (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    order_id   INTEGER NOT NULL REFERENCES orders (id),
    payment_id INTEGER NOT NULL REFERENCES payments (id),
    staff      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    minor      INTEGER NOT NULL CHECK (minor > 0)
) STRICT;
CREATE INDEX refunds_by_order ON refunds (order_id);
CREATE TRIGGER refunds_stay BEFORE UPDATE ON refunds BEGIN SELECT RAISE (ABORT, 'what was refunded stays'); END;
CREATE TRIGGER refunds_keep BEFORE DELETE ON refunds BEGIN SELECT RAISE (ABORT, 'what was refunded stays'); END;
