-- Goods. Prices are minor units of the shop's currency, tax included.
CREATE TABLE categories (
    id        INTEGER PRIMARY KEY,
    parent_id INTEGER REFERENCES categories (id),
    slug      TEXT NOT NULL UNIQUE,
    name      TEXT NOT NULL,
    blurb     TEXT NOT NULL DEFAULT '',
    position  INTEGER NOT NULL,
    picture_id INTEGER REFERENCES pictures (id)
) STRICT;
CREATE INDEX categories_by_parent ON categories (parent_id, position);

-- A picture is its content's hash; one that still has to be fetched has its address only. Two addresses may lead to
-- the same content, and each stays known by its address, so that importing twice fetches once.
CREATE TABLE pictures (
    id      INTEGER PRIMARY KEY,
    file    TEXT,
    source  TEXT UNIQUE,
    width   INTEGER NOT NULL DEFAULT 0,
    height  INTEGER NOT NULL DEFAULT 0,
    trouble TEXT NOT NULL DEFAULT '',
    CHECK (file IS NOT NULL OR source IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX pictures_by_file ON pictures (file) WHERE source IS NULL;

CREATE TABLE products (
    id          INTEGER PRIMARY KEY,
    slug        TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    maker       TEXT NOT NULL DEFAULT '',
    lead        TEXT NOT NULL DEFAULT '',
    story       TEXT NOT NULL DEFAULT '',
    category_id INTEGER REFERENCES categories (id),
    shown       TEXT NOT NULL CHECK (shown IN ('live', 'draft', 'archived')),
    popularity  INTEGER NOT NULL DEFAULT 0,
    rating_tenths INTEGER CHECK (rating_tenths BETWEEN 10 AND 50),
    rating_count  INTEGER NOT NULL DEFAULT 0 CHECK (rating_count >= 0),
    added_day   INTEGER NOT NULL
) STRICT;
CREATE INDEX products_by_category ON products (category_id, shown);
CREATE INDEX products_by_popularity ON products (shown, popularity DESC, id);
CREATE INDEX products_by_age ON products (shown, added_day DESC, id);

CREATE TABLE product_facts (
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE product_pictures (
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    picture_id INTEGER NOT NULL REFERENCES pictures (id),
    alt        TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX product_pictures_by_picture ON product_pictures (picture_id);

CREATE TABLE choices (
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL CHECK (position BETWEEN 0 AND 2),
    name       TEXT NOT NULL,
    PRIMARY KEY (product_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE choice_values (
    product_id INTEGER NOT NULL,
    choice     INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    name       TEXT NOT NULL,
    swatch     TEXT,
    PRIMARY KEY (product_id, choice, position),
    UNIQUE (product_id, choice, name),
    FOREIGN KEY (product_id, choice) REFERENCES choices (product_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- A variant that left the catalogue is retired, not deleted: orders and ledgers point at it.
CREATE TABLE variants (
    id          INTEGER PRIMARY KEY,
    product_id  INTEGER NOT NULL REFERENCES products (id),
    position    INTEGER NOT NULL,
    sku         TEXT NOT NULL DEFAULT '',
    barcode     TEXT NOT NULL DEFAULT '',
    value1      TEXT NOT NULL DEFAULT '',
    value2      TEXT NOT NULL DEFAULT '',
    value3      TEXT NOT NULL DEFAULT '',
    price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
    was_minor   INTEGER CHECK (was_minor > 0),
    grams       INTEGER NOT NULL DEFAULT 0 CHECK (grams >= 0),
    selling     TEXT NOT NULL CHECK (selling IN ('in_stock', 'always')),
    picture_id  INTEGER REFERENCES pictures (id),
    retired     INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
    on_hand     INTEGER NOT NULL DEFAULT 0,
    held        INTEGER NOT NULL DEFAULT 0 CHECK (held >= 0),
    UNIQUE (product_id, value1, value2, value3),
    -- What is promised is there: the last line of defence against selling a thing twice.
    CHECK (selling = 'always' OR on_hand >= held)
) STRICT;
CREATE UNIQUE INDEX variants_by_sku ON variants (sku) WHERE sku <> '';
CREATE INDEX variants_by_product ON variants (product_id, position);

-- Every movement of stock. Sums to what the variants say; nothing is ever changed or taken out.
CREATE TABLE stock_ledger (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    variant_id INTEGER NOT NULL REFERENCES variants (id),
    on_hand    INTEGER NOT NULL,
    held       INTEGER NOT NULL,
    cause      TEXT NOT NULL CHECK (cause IN ('count', 'hold', 'release', 'sale')),
    order_id   INTEGER
) STRICT;
CREATE INDEX stock_ledger_by_variant ON stock_ledger (variant_id);
CREATE INDEX stock_ledger_by_order ON stock_ledger (order_id);
CREATE TRIGGER stock_ledger_stays BEFORE UPDATE ON stock_ledger BEGIN SELECT RAISE (ABORT, 'the stock ledger only grows'); END;
CREATE TRIGGER stock_ledger_keeps BEFORE DELETE ON stock_ledger BEGIN SELECT RAISE (ABORT, 'the stock ledger only grows'); END;
