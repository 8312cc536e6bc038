-- How many orders that are not cancelled have had an offer: asked for each cart with a code, so it is counted as it happens.
ALTER TABLE offers ADD COLUMN had INTEGER NOT NULL DEFAULT 0 CHECK (had >= 0);
UPDATE offers SET had = (SELECT count(*) FROM order_offers f JOIN orders o ON o.id = f.order_id
    WHERE f.offer_id = offers.id AND o.state <> 'cancelled');
CREATE TRIGGER order_offers_count AFTER INSERT ON order_offers
    WHEN (SELECT state FROM orders WHERE id = NEW.order_id) <> 'cancelled'
    BEGIN UPDATE offers SET had = had + 1 WHERE id = NEW.offer_id; END;
CREATE TRIGGER orders_give_offers_back AFTER UPDATE OF state ON orders WHEN NEW.state = 'cancelled' AND OLD.state <> 'cancelled'
    BEGIN UPDATE offers SET had = had - 1 WHERE id IN (SELECT offer_id FROM order_offers WHERE order_id = NEW.id); END;
CREATE TRIGGER orders_have_offers_again AFTER UPDATE OF state ON orders WHEN NEW.state <> 'cancelled' AND OLD.state = 'cancelled'
    BEGIN UPDATE offers SET had = had + 1 WHERE id IN (SELECT offer_id FROM order_offers WHERE order_id = NEW.id); END;
