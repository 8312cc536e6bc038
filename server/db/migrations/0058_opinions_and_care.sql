-- What somebody thinks of an order, once all of it has come: a mark from one to five, or words, or both; once for each order, and
-- theirs to change. Staff read it; nobody else does.
CREATE TABLE opinions (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    mark     INTEGER CHECK (mark BETWEEN 1 AND 5),
    said     TEXT NOT NULL,
    told_at  INTEGER NOT NULL,
    CHECK (mark IS NOT NULL OR said <> '')
) STRICT;
CREATE INDEX opinions_by_moment ON opinions (told_at, order_id);

-- How a product is looked after, in plain lines, for who has bought it; in other languages beside its name there. Empty where nobody
-- has said.
ALTER TABLE products ADD COLUMN care TEXT NOT NULL DEFAULT '';
ALTER TABLE product_words ADD COLUMN care TEXT NOT NULL DEFAULT '';
