-- How large things are as they are packed, in millimetres, the longest side first; nothing where nobody has measured.
ALTER TABLE variants ADD COLUMN length_mm INTEGER CHECK (length_mm BETWEEN 1 AND 10000);
ALTER TABLE variants ADD COLUMN width_mm INTEGER CHECK (width_mm BETWEEN 1 AND 10000);
ALTER TABLE variants ADD COLUMN height_mm INTEGER CHECK (height_mm BETWEEN 1 AND 10000);

-- When the register knew a business's number, and what it calls that consultation. A checkout under way from before this
-- was kept is asked about anew.
ALTER TABLE drafts DROP COLUMN vat_known;
ALTER TABLE drafts ADD COLUMN vat_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE drafts ADD COLUMN vat_checked_at INTEGER;
ALTER TABLE orders ADD COLUMN vat_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE orders ADD COLUMN vat_checked_at INTEGER;

-- The tax inside an order, all rates together: what its rows must add up to.
ALTER TABLE orders ADD COLUMN tax_minor INTEGER NOT NULL DEFAULT 0 CHECK (tax_minor >= 0);
UPDATE orders SET tax_minor = (SELECT coalesce(sum(tax), 0) FROM order_taxes WHERE order_id = orders.id);
