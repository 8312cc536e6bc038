-- What its keeper was told a thing costs in the currency they read of it in, where the merchant has set a price in that one by hand:
-- the lowest of those. None before the first of them changed.
ALTER TABLE wishlist_items ADD COLUMN told_own_minor INTEGER;
