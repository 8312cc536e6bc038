-- How well a thing is liked is what the merchant says of it, or what was bought lately, whichever is more.
ALTER TABLE products ADD COLUMN popularity_given INTEGER NOT NULL DEFAULT 0;
UPDATE products SET popularity_given = popularity;
