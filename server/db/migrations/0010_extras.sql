-- Which product a line is of, so that the latest orders with a product are the end of one index, however many variants it has
-- and however often it was bought. A variant never becomes another product's.
ALTER TABLE order_lines ADD COLUMN product_id INTEGER REFERENCES products (id);
UPDATE order_lines SET product_id = (SELECT product_id FROM variants WHERE id = order_lines.variant_id);
DROP INDEX order_lines_by_variant;
CREATE INDEX order_lines_by_product ON order_lines (product_id, order_id);

-- Who wants to be told when a variant that is sold out can be bought again. `due_at`: since when it can, and they have not
-- been told yet.
CREATE TABLE restock_wishes (
    id         INTEGER PRIMARY KEY,
    variant_id INTEGER NOT NULL REFERENCES variants (id),
    email      TEXT NOT NULL,
    lang       TEXT NOT NULL,
    wished_at  INTEGER NOT NULL,
    due_at     INTEGER
) STRICT;
-- Nobody is told twice because of a capital letter.
CREATE UNIQUE INDEX restock_wishes_once ON restock_wishes (variant_id, lower(email));
CREATE INDEX restock_wishes_by_age ON restock_wishes (wished_at);

-- The best liked of a category are the beginning of an index.
DROP INDEX products_by_category;
CREATE INDEX products_by_category ON products (category_id, shown, popularity DESC, id);
