-- A note that lies in the parcel, written in the cart and kept with the order.
ALTER TABLE carts ADD COLUMN gift_note TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN gift_note TEXT NOT NULL DEFAULT '';
CREATE TRIGGER orders_keep_their_note BEFORE UPDATE OF gift_note ON orders
    BEGIN SELECT RAISE (ABORT, 'an order stays as it was placed'); END;
