-- Orders copy what was agreed, so that nothing that happens to the catalogue changes them.
CREATE TABLE orders (
    id             INTEGER PRIMARY KEY,
    number         TEXT NOT NULL UNIQUE,
    cart_id        INTEGER NOT NULL UNIQUE,
    token_hash     TEXT NOT NULL UNIQUE,
    browser_hash   TEXT NOT NULL,
    lang           TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('placed', 'paid', 'cancelled')),
    placed_at      INTEGER NOT NULL,
    email          TEXT NOT NULL,
    name           TEXT NOT NULL,
    line1          TEXT NOT NULL,
    line2          TEXT NOT NULL,
    city           TEXT NOT NULL,
    region         TEXT NOT NULL,
    postcode       TEXT NOT NULL,
    country        TEXT NOT NULL,
    phone          TEXT NOT NULL,
    service        TEXT NOT NULL CHECK (service IN ('standard', 'express')),
    promised_from  INTEGER NOT NULL,
    promised_to    INTEGER NOT NULL,
    currency       TEXT NOT NULL,
    goods_minor    INTEGER NOT NULL CHECK (goods_minor >= 0),
    delivery_minor INTEGER NOT NULL CHECK (delivery_minor >= 0),
    total_minor    INTEGER NOT NULL CHECK (total_minor = goods_minor + delivery_minor)
) STRICT;
CREATE INDEX orders_by_browser ON orders (browser_hash, placed_at DESC);
CREATE INDEX orders_by_state ON orders (state, placed_at);

CREATE TABLE order_lines (
    order_id    INTEGER NOT NULL REFERENCES orders (id),
    position    INTEGER NOT NULL,
    variant_id  INTEGER NOT NULL REFERENCES variants (id),
    slug        TEXT NOT NULL,
    name        TEXT NOT NULL,
    value1      TEXT NOT NULL,
    value2      TEXT NOT NULL,
    value3      TEXT NOT NULL,
    sku         TEXT NOT NULL,
    picture     TEXT,
    unit_minor  INTEGER NOT NULL CHECK (unit_minor >= 0),
    quantity    INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    PRIMARY KEY (order_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_lines_by_variant ON order_lines (variant_id);

CREATE TABLE payments (
    id          INTEGER PRIMARY KEY,
    order_id    INTEGER NOT NULL REFERENCES orders (id),
    provider    TEXT NOT NULL,
    reference   TEXT,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'captured', 'failed', 'refunding', 'refunded')),
    minor       INTEGER NOT NULL CHECK (minor >= 0),
    currency    TEXT NOT NULL,
    made_at     INTEGER NOT NULL,
    settled_at  INTEGER,
    UNIQUE (provider, reference)
) STRICT;
CREATE INDEX payments_by_state ON payments (state, made_at);
CREATE INDEX payments_by_order ON payments (order_id);
-- One order keeps money once.
CREATE UNIQUE INDEX payments_captured_once ON payments (order_id) WHERE state = 'captured';

-- Double entry: the rows of one movement sum to zero.
CREATE TABLE money_ledger (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    order_id   INTEGER NOT NULL REFERENCES orders (id),
    payment_id INTEGER NOT NULL REFERENCES payments (id),
    account    TEXT NOT NULL CHECK (account IN ('provider', 'shopper')),
    minor      INTEGER NOT NULL,
    currency   TEXT NOT NULL,
    cause      TEXT NOT NULL CHECK (cause IN ('capture', 'refund'))
) STRICT;
CREATE INDEX money_ledger_by_order ON money_ledger (order_id);
CREATE TRIGGER money_ledger_stays BEFORE UPDATE ON money_ledger BEGIN SELECT RAISE (ABORT, 'the money ledger only grows'); END;
CREATE TRIGGER money_ledger_keeps BEFORE DELETE ON money_ledger BEGIN SELECT RAISE (ABORT, 'the money ledger only grows'); END;

CREATE TABLE parcels (
    id       INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL UNIQUE REFERENCES orders (id),
    carrier  TEXT NOT NULL,
    number   TEXT NOT NULL,
    state    TEXT NOT NULL CHECK (state IN ('label_created', 'in_transit', 'out_for_delivery', 'pickup_ready',
                                            'attempt_failed', 'exception', 'delivered', 'returning')),
    made_at  INTEGER NOT NULL,
    expected INTEGER,
    UNIQUE (carrier, number)
) STRICT;

-- One timeline for every order: the shop's own events and the carrier's, numbered in the order the shop heard of them.
CREATE TABLE timeline (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id   INTEGER NOT NULL REFERENCES orders (id),
    parcel_id  INTEGER REFERENCES parcels (id),
    at         INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    carrier_event TEXT,
    place      TEXT NOT NULL DEFAULT '',
    offset_minutes INTEGER NOT NULL DEFAULT 0,
    expected   INTEGER,
    UNIQUE (parcel_id, carrier_event)
) STRICT;
CREATE INDEX timeline_by_order ON timeline (order_id, id);

CREATE TABLE outbox (
    id       INTEGER PRIMARY KEY,
    kind     TEXT NOT NULL,
    subject  INTEGER NOT NULL,
    state    TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dead')),
    run_at   INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    trouble  TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, subject)
) STRICT;
CREATE INDEX outbox_due ON outbox (run_at) WHERE state = 'waiting';

-- Webhook events already taken, so that a repeated one changes nothing.
CREATE TABLE heard (
    source TEXT NOT NULL,
    event  TEXT NOT NULL,
    at     INTEGER NOT NULL,
    PRIMARY KEY (source, event)
) STRICT, WITHOUT ROWID;
