-- What is an account's beside its orders, and how all that is somebody's is taken out of the books again.

-- What somebody says of themselves; empty where they say nothing.
ALTER TABLE accounts ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN lang TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN currency TEXT NOT NULL DEFAULT '';

-- When whoever holds a session has last proven who they are, by letter or password.
ALTER TABLE account_sessions ADD COLUMN proven_at INTEGER NOT NULL DEFAULT 0;

-- A device that somebody is signed in on is told for as long as they are. `browser_hash` is whose it was when it was added without.
ALTER TABLE devices ADD COLUMN session_id INTEGER REFERENCES account_sessions (id) ON DELETE CASCADE;
ALTER TABLE devices ADD COLUMN browser_hash TEXT NOT NULL DEFAULT '';
CREATE INDEX devices_by_session ON devices (session_id) WHERE session_id IS NOT NULL;

-- Of an address book, the one that is taken first.
ALTER TABLE remembered_addresses ADD COLUMN preferred INTEGER NOT NULL DEFAULT 0 CHECK (preferred IN (0, 1));

-- Rows that are never changed are changed in one way after all: what they hold of a person goes, and nothing else does. An order
-- that is nobody's any more has `erased:` and its own number for its person.
DROP TRIGGER orders_keep_their_note;
CREATE TRIGGER orders_keep_their_note BEFORE UPDATE OF gift_note ON orders
    WHEN NEW.gift_note <> OLD.gift_note AND (NEW.gift_note <> '' OR NEW.person <> 'erased:' || NEW.id)
    BEGIN SELECT RAISE (ABORT, 'an order stays as it was placed'); END;

DROP TRIGGER order_offers_stay;
CREATE TRIGGER order_offers_stay BEFORE UPDATE ON order_offers
    WHEN NEW.person <> 'erased:' || NEW.order_id OR NEW.order_id <> OLD.order_id OR NEW.position <> OLD.position
        OR NEW.offer_id <> OLD.offer_id OR NEW.code IS NOT OLD.code OR NEW.name <> OLD.name
        OR NEW.goods_minor <> OLD.goods_minor OR NEW.delivery_minor <> OLD.delivery_minor
    BEGIN SELECT RAISE (ABORT, 'an order stays as it was placed'); END;

DROP TRIGGER dispatches_stay;
CREATE TRIGGER dispatches_stay BEFORE UPDATE ON dispatches
    WHEN NEW.said <> '' OR NEW.id <> OLD.id OR NEW.notification_id <> OLD.notification_id OR NEW.at <> OLD.at
        OR NEW.outcome <> OLD.outcome
    BEGIN SELECT RAISE (ABORT, 'the log of messages only grows'); END;

-- A document names its buyer for as long as the law has books kept, five years at the least, and not once its order is nobody's
-- after that.
ALTER TABLE documents ADD COLUMN nobodys_at INTEGER;
DROP TRIGGER documents_are_not_changed;
CREATE TRIGGER documents_are_not_changed BEFORE UPDATE ON documents
    WHEN OLD.nobodys_at IS NOT NULL OR NEW.nobodys_at IS NULL OR NEW.nobodys_at < OLD.issued_at + 157680000000
        OR NOT EXISTS (SELECT 1 FROM orders WHERE id = OLD.order_id AND person = 'erased:' || id)
        OR NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.year <> OLD.year OR NEW.sequence <> OLD.sequence
        OR NEW.number <> OLD.number OR NEW.order_id <> OLD.order_id OR NEW.issued_at <> OLD.issued_at
        OR NEW.currency <> OLD.currency OR NEW.tax_minor <> OLD.tax_minor OR NEW.total_minor <> OLD.total_minor
        OR NEW.of_change <> OLD.of_change
        OR json_remove(NEW.says, '$.buyer') <> json_remove(OLD.says, '$.buyer')
    BEGIN SELECT raise(ABORT, 'a document stays as it was issued'); END;

-- So does why money went back, in the words of whoever sent it.
DROP TRIGGER refunds_stay;
CREATE TRIGGER refunds_stay BEFORE UPDATE ON refunds
    WHEN NEW.reason <> '' OR NOT EXISTS (SELECT 1 FROM orders WHERE id = OLD.order_id AND person = 'erased:' || id)
        OR NEW.id <> OLD.id OR NEW.at <> OLD.at OR NEW.order_id <> OLD.order_id OR NEW.payment_id <> OLD.payment_id
        OR NEW.staff <> OLD.staff OR NEW.minor <> OLD.minor OR NEW.cards_minor <> OLD.cards_minor
    BEGIN SELECT RAISE (ABORT, 'what was refunded stays'); END;
