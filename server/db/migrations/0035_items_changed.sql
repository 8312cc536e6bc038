-- Changes of what was ordered, asked for by its shopper until it is packed. One that costs more waits until the difference is paid;
-- what it adds is held until then, and packing waits as long.
CREATE TABLE order_changes (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id    INTEGER NOT NULL REFERENCES orders (id),
    state       TEXT NOT NULL CHECK (state IN ('asked', 'made', 'over')),
    asked_at    INTEGER NOT NULL,
    -- Until when it waits to be paid.
    until       INTEGER NOT NULL,
    ended_at    INTEGER,
    -- What the order cost before, and what it costs once the change is made.
    was_minor   INTEGER NOT NULL,
    total_minor INTEGER NOT NULL CHECK (total_minor >= 0),
    -- What of its offers goes with what is taken out.
    off_minor   INTEGER NOT NULL CHECK (off_minor >= 0)
) STRICT;
CREATE INDEX order_changes_by_order ON order_changes (order_id, id);
CREATE UNIQUE INDEX order_changes_one_waits ON order_changes (order_id) WHERE state = 'asked';
CREATE TRIGGER order_changes_begin BEFORE INSERT ON order_changes WHEN NEW.state <> 'asked'
BEGIN SELECT RAISE (ABORT, 'a change begins as asked'); END;
CREATE TRIGGER order_changes_step BEFORE UPDATE OF state ON order_changes
WHEN NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (VALUES ('asked', 'made'), ('asked', 'over'))
BEGIN SELECT RAISE (ABORT, 'a change takes no such step'); END;

-- What goes and what comes, as it was when it was asked for. `position`: the line of the order that it is taken out of.
CREATE TABLE order_change_lines (
    change_id  INTEGER NOT NULL REFERENCES order_changes (id),
    line       INTEGER NOT NULL,
    taken      INTEGER NOT NULL CHECK (taken IN (0, 1)),
    position   INTEGER NOT NULL,
    variant_id INTEGER NOT NULL REFERENCES variants (id),
    slug       TEXT NOT NULL,
    name       TEXT NOT NULL,
    value1     TEXT NOT NULL,
    value2     TEXT NOT NULL,
    value3     TEXT NOT NULL,
    picture    TEXT,
    unit_minor INTEGER NOT NULL CHECK (unit_minor >= 0),
    quantity   INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
    off_minor  INTEGER NOT NULL CHECK (off_minor BETWEEN 0 AND unit_minor * quantity),
    percent    INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 10000),
    PRIMARY KEY (change_id, line)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER order_change_lines_stay BEFORE UPDATE ON order_change_lines BEGIN SELECT RAISE (ABORT, 'a change stays as it was asked for'); END;
CREATE TRIGGER order_change_lines_keep BEFORE DELETE ON order_change_lines BEGIN SELECT RAISE (ABORT, 'a change stays as it was asked for'); END;

-- A payment of the difference is one's own. `less`: what was asked for and is not wanted any more.
ALTER TABLE payments ADD COLUMN change_id INTEGER REFERENCES order_changes (id);
ALTER TABLE payments ADD COLUMN less INTEGER NOT NULL DEFAULT 0 CHECK (less BETWEEN 0 AND minor);
CREATE INDEX payments_by_change ON payments (change_id) WHERE change_id IS NOT NULL;
-- An order stands on one payment, and each of its changes on another.
DROP INDEX payments_kept_once;
CREATE UNIQUE INDEX payments_kept_once ON payments (order_id, coalesce(change_id, 0)) WHERE state IN ('promised', 'captured');
-- The receipt of a payment.
ALTER TABLE payments ADD COLUMN receipt_id INTEGER REFERENCES documents (id);
UPDATE payments SET receipt_id = (SELECT min(d.id) FROM documents d WHERE d.order_id = payments.order_id AND d.kind = 'receipt')
    WHERE state = 'captured';

-- What comes with a change has an invoice of its own, where the order has one already. Which line of which invoice a line of an
-- order is on; none while it is on none.
DROP INDEX documents_invoice_once;
ALTER TABLE documents ADD COLUMN of_change INTEGER NOT NULL DEFAULT 0 CHECK (of_change IN (0, 1));
ALTER TABLE order_lines ADD COLUMN document_id INTEGER REFERENCES documents (id);
ALTER TABLE order_lines ADD COLUMN document_line INTEGER;
UPDATE order_lines SET document_id = (SELECT d.id FROM documents d WHERE d.order_id = order_lines.order_id AND d.kind = 'invoice'),
    document_line = position WHERE EXISTS (SELECT 1 FROM documents d WHERE d.order_id = order_lines.order_id AND d.kind = 'invoice');
