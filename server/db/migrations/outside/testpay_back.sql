-- Refunds that come back because they could not be delivered, and disputes that are won.
CREATE TABLE sessions_new (
    id           INTEGER PRIMARY KEY,
    reference    TEXT NOT NULL UNIQUE,
    merchant_key TEXT NOT NULL UNIQUE,
    order_number TEXT NOT NULL,
    way          TEXT NOT NULL DEFAULT 'card',
    minor        INTEGER NOT NULL CHECK (minor >= 0),
    currency     TEXT NOT NULL,
    done         TEXT NOT NULL,
    cancelled    TEXT NOT NULL,
    -- Whether the merchant takes the money itself, later.
    promise      INTEGER NOT NULL DEFAULT 0 CHECK (promise IN (0, 1)),
    state        TEXT NOT NULL CHECK (state IN ('open', 'challenged', 'promised', 'paid', 'let_go')),
    taken        INTEGER NOT NULL DEFAULT 0 CHECK (taken >= 0),
    returned     INTEGER NOT NULL DEFAULT 0 CHECK (returned >= 0),
    bounced      INTEGER NOT NULL DEFAULT 0 CHECK (bounced BETWEEN 0 AND returned),
    lost         INTEGER NOT NULL DEFAULT 0 CHECK (lost >= 0),
    won          INTEGER NOT NULL DEFAULT 0 CHECK (won BETWEEN 0 AND lost),
    made_at      INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    CHECK (returned - bounced + lost - won <= taken)
) STRICT;
INSERT INTO sessions_new (id, reference, merchant_key, order_number, way, minor, currency, done, cancelled, promise, state, taken,
        returned, lost, made_at, expires_at)
    SELECT id, reference, merchant_key, order_number, way, minor, currency, done, cancelled, promise, state, taken, returned, lost,
        made_at, expires_at
    FROM sessions;

CREATE TABLE movements_new (
    id         INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    kind       TEXT NOT NULL CHECK (kind IN ('promise', 'capture', 'refund', 'bounce', 'dispute', 'won')),
    at         INTEGER NOT NULL,
    minor      INTEGER NOT NULL
) STRICT;
INSERT INTO movements_new (session_id, kind, at, minor) SELECT session_id, kind, at, minor FROM movements ORDER BY id;
DROP TABLE movements;
DROP TABLE sessions;
ALTER TABLE sessions_new RENAME TO sessions;
ALTER TABLE movements_new RENAME TO movements;
CREATE INDEX movements_by_session ON movements (session_id);
