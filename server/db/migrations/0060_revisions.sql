-- How often something of an order has changed that its page shows: what its news are told by. Much of it is no moment of the
-- timeline: a label, a note, a wish and what became of it.
ALTER TABLE orders ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;
