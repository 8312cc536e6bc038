-- What customs want to know of a product: its code of the Harmonized System, and the country it was made in; empty where nobody said.
ALTER TABLE products ADD COLUMN tariff_code TEXT NOT NULL DEFAULT '';
ALTER TABLE products ADD COLUMN origin TEXT NOT NULL DEFAULT '';
