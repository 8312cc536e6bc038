-- Wishes to cancel orders that are being packed: one for an order, ended once, by staff or by the parcel that left first.
CREATE TABLE cancellations (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    state    TEXT NOT NULL CHECK (state IN ('asked', 'granted', 'declined', 'overtaken')),
    said     TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    answer   TEXT NOT NULL DEFAULT '',
    ended_at INTEGER,
    staff_id INTEGER REFERENCES staff (id),
    CHECK ((state = 'asked') = (ended_at IS NULL)),
    CHECK ((state = 'granted' OR state = 'declined') = (staff_id IS NOT NULL)),
    CHECK (state <> 'declined' OR answer <> '')
) STRICT;
CREATE INDEX cancellations_by_time ON cancellations (state, asked_at);
CREATE TRIGGER cancellations_begin BEFORE INSERT ON cancellations WHEN NEW.state <> 'asked'
BEGIN SELECT RAISE (ABORT, 'a cancellation begins as asked'); END;
CREATE TRIGGER cancellations_step BEFORE UPDATE ON cancellations WHEN OLD.state <> 'asked' OR NEW.state = 'asked'
BEGIN SELECT RAISE (ABORT, 'a cancellation is answered once'); END;

-- What was typed and could not be taken, so that nothing of it is typed again.
CREATE TABLE typed_cancellations (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    said     TEXT NOT NULL
) STRICT;
