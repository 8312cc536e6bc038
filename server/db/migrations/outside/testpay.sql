-- One payment as its shopper sees it: opened by a merchant, paid once or never.
CREATE TABLE sessions (
    id           INTEGER PRIMARY KEY,
    reference    TEXT NOT NULL UNIQUE,
    merchant_key TEXT NOT NULL UNIQUE,
    order_number TEXT NOT NULL,
    minor        INTEGER NOT NULL CHECK (minor >= 0),
    currency     TEXT NOT NULL,
    done         TEXT NOT NULL,
    cancelled    TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('open', 'challenged', 'captured', 'refunded')),
    made_at      INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT;

-- Money taken and given back: once each, whatever is asked how often.
CREATE TABLE movements (
    session_id INTEGER NOT NULL REFERENCES sessions (id),
    kind       TEXT NOT NULL CHECK (kind IN ('capture', 'refund')),
    at         INTEGER NOT NULL,
    minor      INTEGER NOT NULL,
    PRIMARY KEY (session_id, kind)
) STRICT, WITHOUT ROWID;
