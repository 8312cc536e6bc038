-- Labels that staff choose, and labels that are given back. A parcel whose label was given back lies in no piece any more: its piece
-- gets another one.
ALTER TABLE pieces ADD COLUMN by_choice INTEGER NOT NULL DEFAULT 0 CHECK (by_choice IN (0, 1));

CREATE TABLE parcels_new (
    id             INTEGER PRIMARY KEY,
    order_id       INTEGER NOT NULL REFERENCES orders (id),
    piece          INTEGER,
    carrier        TEXT NOT NULL,
    number         TEXT NOT NULL,
    shipment       TEXT NOT NULL DEFAULT '',
    brand          TEXT NOT NULL DEFAULT '',
    page           TEXT NOT NULL DEFAULT '',
    -- What the carrier calls the way it is brought, and what it took for it, where that is known.
    service        TEXT NOT NULL DEFAULT '',
    price_minor    INTEGER,
    price_currency TEXT,
    state          TEXT NOT NULL CHECK (state IN ('label_created', 'in_transit', 'out_for_delivery', 'pickup_ready',
                                                  'attempt_failed', 'exception', 'delivered', 'returning')),
    made_at        INTEGER NOT NULL,
    promised       INTEGER,
    expected       INTEGER,
    asked          INTEGER NOT NULL DEFAULT 0,
    asked_at       INTEGER,
    UNIQUE (order_id, piece),
    UNIQUE (carrier, number, shipment),
    FOREIGN KEY (order_id, piece) REFERENCES pieces (order_id, piece),
    CHECK ((price_minor IS NULL) = (price_currency IS NULL))
) STRICT;
INSERT INTO parcels_new (id, order_id, piece, carrier, number, shipment, brand, page, state, made_at, promised, expected, asked, asked_at)
    SELECT id, order_id, piece, carrier, number, shipment, brand, page, state, made_at, promised, expected, asked, asked_at FROM parcels;
DROP TABLE parcels;
ALTER TABLE parcels_new RENAME TO parcels;

-- The rate that staff have chosen last for a piece, as it was offered to them.
CREATE TABLE label_choices (
    order_id  INTEGER NOT NULL,
    piece     INTEGER NOT NULL,
    name      TEXT NOT NULL,
    brand     TEXT NOT NULL,
    minor     INTEGER NOT NULL CHECK (minor >= 0),
    currency  TEXT NOT NULL,
    state     TEXT NOT NULL CHECK (state IN ('asked', 'bought', 'gone')),
    -- Why it is not to be had any more, in the carrier's words.
    said      TEXT NOT NULL DEFAULT '',
    staff_id  INTEGER NOT NULL REFERENCES staff (id),
    chosen_at INTEGER NOT NULL,
    PRIMARY KEY (order_id, piece),
    FOREIGN KEY (order_id, piece) REFERENCES pieces (order_id, piece)
) STRICT, WITHOUT ROWID;

-- Labels that are to be given back, and what their carrier says to it. One that was refused is asked for anew in the same row.
CREATE TABLE voids (
    parcel_id   INTEGER PRIMARY KEY REFERENCES parcels (id),
    -- The piece it was of.
    piece       INTEGER NOT NULL,
    reason      TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('asked', 'requested', 'done', 'refused', 'kept')),
    said        TEXT NOT NULL DEFAULT '',
    staff_id    INTEGER NOT NULL REFERENCES staff (id),
    asked_at    INTEGER NOT NULL,
    answered_at INTEGER
) STRICT;
CREATE TRIGGER voids_begin BEFORE INSERT ON voids WHEN NEW.state <> 'asked'
BEGIN SELECT RAISE (ABORT, 'a label is asked back first'); END;
CREATE TRIGGER voids_step BEFORE UPDATE OF state ON voids WHEN OLD.state <> NEW.state AND NOT (
    (OLD.state = 'asked' AND NEW.state IN ('requested', 'done', 'refused'))
    OR (OLD.state = 'requested' AND NEW.state IN ('done', 'kept'))
    OR (OLD.state = 'refused' AND NEW.state = 'asked'))
BEGIN SELECT RAISE (ABORT, 'a label is given back once'); END;
-- A label that is void is in no piece; one that stands is in one.
CREATE TRIGGER parcels_leave_their_piece BEFORE UPDATE OF piece ON parcels WHEN NEW.piece IS NULL AND NOT EXISTS (
    SELECT 1 FROM voids v WHERE v.parcel_id = NEW.id AND v.state IN ('requested', 'done'))
BEGIN SELECT RAISE (ABORT, 'a label stands until its carrier takes it back'); END;

-- The log tells of orders too.
CREATE TABLE desk_log_new (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    staff      TEXT NOT NULL,
    subject    TEXT NOT NULL CHECK (subject IN ('product', 'category', 'synonyms', 'staff', 'offer', 'delay', 'order')),
    subject_id INTEGER NOT NULL,
    name       TEXT NOT NULL,
    part       TEXT NOT NULL,
    was        TEXT NOT NULL,
    now        TEXT NOT NULL
) STRICT;
INSERT INTO desk_log_new (id, at, staff, subject, subject_id, name, part, was, now)
    SELECT id, at, staff, subject, subject_id, name, part, was, now FROM desk_log;
DROP TABLE desk_log;
ALTER TABLE desk_log_new RENAME TO desk_log;
CREATE INDEX desk_log_by_subject ON desk_log (subject, subject_id, id);
CREATE TRIGGER desk_log_is_not_changed BEFORE UPDATE ON desk_log BEGIN SELECT raise(ABORT, 'the log stays as it is'); END;
CREATE TRIGGER desk_log_is_not_shortened BEFORE DELETE ON desk_log BEGIN SELECT raise(ABORT, 'the log stays as it is'); END;
