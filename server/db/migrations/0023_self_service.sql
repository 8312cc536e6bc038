-- Letters with a link that were asked for by an order's number and what is known of it. One asked for in vain is about no order,
-- and is written all the same, so that it takes as long. Only the hash of the latest letter's secret is kept.
CREATE TABLE order_links (
    id         INTEGER PRIMARY KEY,
    order_id   INTEGER REFERENCES orders (id),
    lang       TEXT NOT NULL,
    asked_at   INTEGER NOT NULL,
    until      INTEGER NOT NULL,
    token_hash TEXT UNIQUE
) STRICT;
CREATE INDEX order_links_by_order ON order_links (order_id, asked_at);
CREATE INDEX order_links_by_end ON order_links (until);

-- Since when an order is packed: from then on it stays as it is.
ALTER TABLE orders ADD COLUMN packing_at INTEGER;
UPDATE orders SET packing_at = (SELECT p.made_at FROM parcels p WHERE p.order_id = orders.id);

-- What was typed into the form that sends an order elsewhere and could not be taken, so that nothing of it is typed again.
CREATE TABLE typed_addresses (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    typed    TEXT NOT NULL
) STRICT;
