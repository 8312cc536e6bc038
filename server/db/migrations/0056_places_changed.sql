-- When an address was typed for an order that could not be taken as it is: what its page shows is what is agreed to.
ALTER TABLE typed_addresses ADD COLUMN typed_at INTEGER NOT NULL DEFAULT 0;

-- Changes of the country an order goes to: both addresses, each as JSON, empty once the order is nobody's.
CREATE TABLE order_change_places (
    change_id   INTEGER PRIMARY KEY REFERENCES order_changes (id),
    was_country TEXT NOT NULL,
    country     TEXT NOT NULL CHECK (country <> was_country),
    was         TEXT NOT NULL,
    address     TEXT NOT NULL
) STRICT;
CREATE TRIGGER order_change_places_stay BEFORE UPDATE OF change_id, was_country, country ON order_change_places
BEGIN SELECT RAISE (ABORT, 'a change stays as it was asked for'); END;
CREATE TRIGGER order_change_places_keep BEFORE DELETE ON order_change_places
BEGIN SELECT RAISE (ABORT, 'a change stays as it was asked for'); END;
