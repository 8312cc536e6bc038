-- Changes of how orders are sent: as each was, and as it is once its change is made. The days are those that are promised.
CREATE TABLE order_change_ways (
    change_id          INTEGER PRIMARY KEY REFERENCES order_changes (id),
    was_service        TEXT NOT NULL CHECK (was_service IN ('economy', 'standard', 'express', 'pickup', 'online')),
    was_pickup         TEXT NOT NULL,
    was_from           INTEGER NOT NULL,
    was_to             INTEGER NOT NULL,
    -- What was paid for it, and what it costs then before and after offers.
    was_minor          INTEGER NOT NULL CHECK (was_minor >= 0),
    service            TEXT NOT NULL CHECK (service IN ('economy', 'standard', 'express', 'pickup', 'online')),
    pickup             TEXT NOT NULL,
    promised_from      INTEGER NOT NULL,
    promised_to        INTEGER NOT NULL,
    delivery_minor     INTEGER NOT NULL CHECK (delivery_minor >= 0),
    delivery_off_minor INTEGER NOT NULL CHECK (delivery_off_minor BETWEEN 0 AND delivery_minor)
) STRICT;
-- Where it goes is its shopper's, and is taken out with them.
CREATE TRIGGER order_change_ways_stay BEFORE UPDATE OF change_id, was_service, was_from, was_to, was_minor, service, promised_from,
    promised_to, delivery_minor, delivery_off_minor ON order_change_ways
BEGIN SELECT RAISE (ABORT, 'a change stays as it was asked for'); END;
CREATE TRIGGER order_change_ways_keep BEFORE DELETE ON order_change_ways BEGIN SELECT RAISE (ABORT, 'a change stays as it was asked for'); END;
