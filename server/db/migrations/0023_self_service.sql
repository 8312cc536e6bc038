-- Letters with a link that were asked for by an order's number and what is known of it. One asked for in vain is about no order,
-- and is written down all the same, so that it takes as long. They are kept for a day, to count them.
CREATE TABLE order_links (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id INTEGER REFERENCES orders (id),
    asked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX order_links_by_order ON order_links (order_id, asked_at);
CREATE INDEX order_links_by_moment ON order_links (asked_at);

-- Since when an order is packed: from then on it stays as it is.
ALTER TABLE orders ADD COLUMN packing_at INTEGER;
UPDATE orders SET packing_at = (SELECT min(p.made_at) FROM parcels p WHERE p.order_id = orders.id);

-- What was typed into the form that sends an order elsewhere and could not be taken, so that nothing of it is typed again.
CREATE TABLE typed_addresses (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    typed    TEXT NOT NULL
) STRICT;
