-- Changes of carts that were done, by the name their browser gave them: one that is sent once more is not done once more.
-- `cart` is the hash of the cart's secret, as in `carts`, since the first change is what opens a cart.
CREATE TABLE cart_changes (
    cart    TEXT NOT NULL,
    key     TEXT NOT NULL,
    done_at INTEGER NOT NULL,
    PRIMARY KEY (cart, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX cart_changes_by_time ON cart_changes (done_at);
