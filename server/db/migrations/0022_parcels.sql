-- An order travels in several parcels. What is packed together is a piece; it has a parcel once a label is made for it, or once
-- somebody has brought it to a carrier and written its number down.
CREATE TABLE pieces (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    piece    INTEGER NOT NULL CHECK (piece >= 1),
    by_hand  INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
    PRIMARY KEY (order_id, piece)
) STRICT, WITHOUT ROWID;

CREATE TABLE piece_lines (
    order_id INTEGER NOT NULL,
    piece    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity >= 1),
    PRIMARY KEY (order_id, piece, position),
    FOREIGN KEY (order_id, piece) REFERENCES pieces (order_id, piece),
    FOREIGN KEY (order_id, position) REFERENCES order_lines (order_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO pieces (order_id, piece) SELECT order_id, 1 FROM parcels;
INSERT INTO piece_lines (order_id, piece, position, quantity)
    SELECT l.order_id, 1, l.position, l.quantity FROM order_lines l JOIN parcels p ON p.order_id = l.order_id WHERE l.gift_card = 0;

-- Carriers give a number again after a while, so a shipment of theirs is part of what a parcel is known by.
CREATE TABLE parcels_new (
    id       INTEGER PRIMARY KEY,
    order_id INTEGER NOT NULL,
    piece    INTEGER NOT NULL,
    carrier  TEXT NOT NULL,
    number   TEXT NOT NULL,
    shipment TEXT NOT NULL DEFAULT '',
    brand    TEXT NOT NULL DEFAULT '',
    page     TEXT NOT NULL DEFAULT '',
    state    TEXT NOT NULL CHECK (state IN ('label_created', 'in_transit', 'out_for_delivery', 'pickup_ready',
                                            'attempt_failed', 'exception', 'delivered', 'returning')),
    made_at  INTEGER NOT NULL,
    promised INTEGER,
    expected INTEGER,
    asked    INTEGER NOT NULL DEFAULT 0,
    asked_at INTEGER,
    UNIQUE (order_id, piece),
    UNIQUE (carrier, number, shipment),
    FOREIGN KEY (order_id, piece) REFERENCES pieces (order_id, piece)
) STRICT;
INSERT INTO parcels_new (id, order_id, piece, carrier, number, state, made_at, promised, expected)
    SELECT p.id, p.order_id, 1, p.carrier, p.number, p.state, p.made_at,
        coalesce((SELECT t.expected FROM timeline t WHERE t.parcel_id = p.id AND t.expected IS NOT NULL ORDER BY t.at, t.id LIMIT 1),
            p.expected), p.expected
    FROM parcels p;
DROP TABLE parcels;
ALTER TABLE parcels_new RENAME TO parcels;

-- The carrier's own words, for staff.
ALTER TABLE timeline ADD COLUMN said TEXT NOT NULL DEFAULT '';

-- What the packer tells the shopper.
CREATE TABLE packers_notes (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    note     TEXT NOT NULL,
    staff_id INTEGER NOT NULL,
    at       INTEGER NOT NULL
) STRICT;
