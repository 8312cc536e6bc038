-- By which clock somebody lives whom letters go to that are of no order: the name of the zone their browser said last, such as
-- `America/Los_Angeles`; empty where none did.
ALTER TABLE correspondents ADD COLUMN zone TEXT NOT NULL DEFAULT '';
ALTER TABLE restock_wishes ADD COLUMN zone TEXT NOT NULL DEFAULT '';
