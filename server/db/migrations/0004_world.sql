-- A shop for the whole world. Foreign keys rest while this runs (see `migrate`), so that tables can be made anew.

-- Goods in other languages. What is missing stands as the books have it.
CREATE TABLE product_words (
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    lang       TEXT NOT NULL,
    slug       TEXT NOT NULL,
    name       TEXT NOT NULL DEFAULT '',
    lead       TEXT NOT NULL DEFAULT '',
    story      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (product_id, lang),
    UNIQUE (slug, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE category_words (
    category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
    lang        TEXT NOT NULL,
    slug        TEXT NOT NULL,
    name        TEXT NOT NULL DEFAULT '',
    blurb       TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (category_id, lang),
    UNIQUE (slug, lang)
) STRICT, WITHOUT ROWID;

CREATE TABLE fact_words (
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    lang       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    value      TEXT NOT NULL,
    PRIMARY KEY (product_id, lang, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture_words (
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    lang       TEXT NOT NULL,
    position   INTEGER NOT NULL,
    alt        TEXT NOT NULL,
    PRIMARY KEY (product_id, lang, position)
) STRICT, WITHOUT ROWID;

-- Words that many products share: names of facts and choices, values of choices.
CREATE TABLE terms (
    lang TEXT NOT NULL,
    word TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (lang, word)
) STRICT, WITHOUT ROWID;

-- Prices the merchant set in other currencies, tax included as at home; the rest is converted.
CREATE TABLE prices (
    variant_id  INTEGER NOT NULL REFERENCES variants (id),
    currency    TEXT NOT NULL,
    price_minor INTEGER NOT NULL CHECK (price_minor >= 0),
    was_minor   INTEGER CHECK (was_minor > 0),
    PRIMARY KEY (variant_id, currency)
) STRICT, WITHOUT ROWID;

-- What a variant cost from a day on, for the lowest price of thirty days.
CREATE TABLE price_history (
    variant_id  INTEGER NOT NULL REFERENCES variants (id),
    day         INTEGER NOT NULL,
    price_minor INTEGER NOT NULL,
    PRIMARY KEY (variant_id, day)
) STRICT, WITHOUT ROWID;
INSERT INTO price_history (variant_id, day, price_minor) SELECT id, 0, price_minor FROM variants;

-- What a euro buys, day by day.
CREATE TABLE rates (
    day      INTEGER NOT NULL,
    currency TEXT NOT NULL,
    rate     TEXT NOT NULL,
    PRIMARY KEY (day, currency)
) STRICT, WITHOUT ROWID;

-- Which town a postcode belongs to; both also folded, as they are looked for.
CREATE TABLE places (
    country  TEXT NOT NULL,
    code     TEXT NOT NULL,
    town     TEXT NOT NULL,
    postcode TEXT NOT NULL,
    city     TEXT NOT NULL,
    region   TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (country, code, town)
) STRICT, WITHOUT ROWID;
CREATE INDEX places_by_town ON places (country, town);

-- How goods are taxed at home and abroad, and what a unit of them is.
ALTER TABLE products ADD COLUMN tax_class TEXT NOT NULL DEFAULT 'standard' CHECK (tax_class IN ('standard', 'reduced', 'books', 'food', 'zero'));
ALTER TABLE products ADD COLUMN goods_class TEXT NOT NULL DEFAULT 'general';
ALTER TABLE variants ADD COLUMN content INTEGER CHECK (content > 0);
ALTER TABLE variants ADD COLUMN content_unit TEXT NOT NULL DEFAULT '';

CREATE TABLE drafts_new (
    cart_id  INTEGER PRIMARY KEY REFERENCES carts (id) ON DELETE CASCADE,
    email    TEXT NOT NULL DEFAULT '',
    country  TEXT NOT NULL DEFAULT '',
    name     TEXT NOT NULL DEFAULT '',
    line1    TEXT NOT NULL DEFAULT '',
    line2    TEXT NOT NULL DEFAULT '',
    postcode TEXT NOT NULL DEFAULT '',
    city     TEXT NOT NULL DEFAULT '',
    district TEXT NOT NULL DEFAULT '',
    region   TEXT NOT NULL DEFAULT '',
    phone    TEXT NOT NULL DEFAULT '',
    keep     INTEGER NOT NULL DEFAULT 0 CHECK (keep IN (0, 1)),
    vat      TEXT NOT NULL DEFAULT '',
    vat_known INTEGER NOT NULL DEFAULT 0 CHECK (vat_known IN (0, 1)),
    service  TEXT CHECK (service IN ('economy', 'standard', 'express', 'pickup')),
    pickup   TEXT NOT NULL DEFAULT '',
    method   TEXT CHECK (method IN ('card'))
) STRICT;
INSERT INTO drafts_new (cart_id, email, country, name, line1, line2, postcode, city, region, phone, service, method)
    SELECT cart_id, email, country, name, line1, line2, postcode, city, region, phone, service, method FROM drafts;
DROP TABLE drafts;
ALTER TABLE drafts_new RENAME TO drafts;

CREATE TABLE orders_new (
    id             INTEGER PRIMARY KEY,
    number         TEXT NOT NULL UNIQUE,
    cart_id        INTEGER NOT NULL UNIQUE,
    token_hash     TEXT NOT NULL UNIQUE,
    browser_hash   TEXT NOT NULL,
    lang           TEXT NOT NULL,
    state          TEXT NOT NULL CHECK (state IN ('placed', 'paid', 'cancelled')),
    placed_at      INTEGER NOT NULL,
    email          TEXT NOT NULL,
    name           TEXT NOT NULL,
    line1          TEXT NOT NULL,
    line2          TEXT NOT NULL,
    city           TEXT NOT NULL,
    district       TEXT NOT NULL DEFAULT '',
    region         TEXT NOT NULL,
    postcode       TEXT NOT NULL,
    country        TEXT NOT NULL,
    phone          TEXT NOT NULL,
    service        TEXT NOT NULL CHECK (service IN ('economy', 'standard', 'express', 'pickup')),
    pickup         TEXT NOT NULL DEFAULT '',
    promised_from  INTEGER NOT NULL,
    promised_to    INTEGER NOT NULL,
    currency       TEXT NOT NULL,
    goods_minor    INTEGER NOT NULL CHECK (goods_minor >= 0),
    delivery_minor INTEGER NOT NULL CHECK (delivery_minor >= 0),
    total_minor    INTEGER NOT NULL CHECK (total_minor = goods_minor + delivery_minor),
    -- How it was taxed, and at which day's rate its prices were converted: frozen.
    treatment      TEXT NOT NULL DEFAULT 'domestic' CHECK (treatment IN ('domestic', 'union', 'reverse-charge', 'export')),
    vat            TEXT NOT NULL DEFAULT '',
    home_currency  TEXT NOT NULL,
    rate           TEXT NOT NULL DEFAULT '1.000000',
    rate_day       INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO orders_new (id, number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, name, line1, line2, city,
        region, postcode, country, phone, service, promised_from, promised_to, currency, goods_minor, delivery_minor, total_minor,
        home_currency)
    SELECT id, number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, name, line1, line2, city, region, postcode,
        country, phone, service, promised_from, promised_to, currency, goods_minor, delivery_minor, total_minor, currency FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
CREATE INDEX orders_by_browser ON orders (browser_hash, placed_at DESC);
CREATE INDEX orders_by_state ON orders (state, placed_at);

-- The tax inside an order, a row for each rate. Orders from before it was counted have none.
CREATE TABLE order_taxes (
    order_id INTEGER NOT NULL REFERENCES orders (id),
    percent  INTEGER NOT NULL CHECK (percent BETWEEN 0 AND 10000),
    net      INTEGER NOT NULL,
    tax      INTEGER NOT NULL CHECK (tax >= 0),
    PRIMARY KEY (order_id, percent)
) STRICT, WITHOUT ROWID;
