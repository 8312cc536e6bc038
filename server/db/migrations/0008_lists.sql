-- Which goods changed, the latest last: whoever keeps goods in memory reads on from where it stopped. Saving a product
-- notes it; what moves stock or sets a price alone is noted here.
CREATE TABLE product_changes (
    product_id INTEGER PRIMARY KEY REFERENCES products (id) ON DELETE CASCADE,
    change     INTEGER NOT NULL UNIQUE
) STRICT;

INSERT INTO product_changes (product_id, change) SELECT id, id FROM products;

CREATE TRIGGER variants_change AFTER UPDATE OF price_minor, was_minor, selling, retired, on_hand, held ON variants
WHEN NEW.price_minor <> OLD.price_minor OR NEW.was_minor IS NOT OLD.was_minor OR NEW.retired <> OLD.retired
    OR (NEW.selling = 'always' OR NEW.on_hand > NEW.held) <> (OLD.selling = 'always' OR OLD.on_hand > OLD.held)
BEGIN
    INSERT INTO product_changes (product_id, change)
        SELECT NEW.product_id, coalesce(max(change), 0) + 1 FROM product_changes WHERE true
        ON CONFLICT (product_id) DO UPDATE SET change = excluded.change;
END;
