-- Money that comes back to the shop: a dispute that was won, a refund that could not be delivered.
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
    bounced     INTEGER NOT NULL DEFAULT 0 CHECK (bounced BETWEEN 0 AND returned),
    lost        INTEGER NOT NULL DEFAULT 0 CHECK (lost >= 0),
    won         INTEGER NOT NULL DEFAULT 0 CHECK (won BETWEEN 0 AND lost),
    kept        INTEGER NOT NULL DEFAULT 0 CHECK (kept BETWEEN 0 AND minor),
    -- What the shopper is shown to pay with, as JSON.
    waiting     TEXT,
    decline     TEXT,
    made_at     INTEGER NOT NULL,
    settled_at  INTEGER,
    UNIQUE (provider, reference),
    CHECK (returned - bounced + lost - won + kept <= taken)
) STRICT;
INSERT INTO payments_new (id, order_id, way, provider, reference, state, minor, currency, taken, returned, lost, kept, waiting,
        decline, made_at, settled_at)
    SELECT id, order_id, way, provider, reference, state, minor, currency, taken, returned, lost, kept, waiting, decline, made_at,
        settled_at
    FROM payments;
DROP TABLE payments;
ALTER TABLE payments_new RENAME TO payments;
CREATE INDEX payments_by_state ON payments (state, made_at);
CREATE INDEX payments_by_order ON payments (order_id);
-- An order stands on one payment.
CREATE UNIQUE INDEX payments_kept_once ON payments (order_id) WHERE state IN ('promised', 'captured');
