-- Offers: what makes an order cheaper, by itself or behind a code. Foreign keys rest while this runs (see `migrate`).

-- What an offer gives, on what, and where it ends stand as JSON, as `domain::offers` writes them.
CREATE TABLE offers (
    id       INTEGER PRIMARY KEY,
    code     TEXT UNIQUE,
    gives    TEXT NOT NULL,
    reach    TEXT NOT NULL,
    limits   TEXT NOT NULL,
    together TEXT NOT NULL CHECK (together IN ('all', 'other_kinds', 'alone')),
    paused   INTEGER NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
    -- Nobody has it as it is: every order that is paid is given a copy of it, behind a code of its own, to be had once.
    copied   INTEGER NOT NULL DEFAULT 0 CHECK (copied IN (0, 1)),
    -- What a copy is one of, and the order it was given.
    copy_of  INTEGER REFERENCES offers (id),
    order_id INTEGER REFERENCES orders (id),
    made_at  INTEGER NOT NULL,
    UNIQUE (order_id, copy_of)
) STRICT;
CREATE INDEX offers_by_original ON offers (copy_of);

CREATE TABLE offer_words (
    offer_id INTEGER NOT NULL REFERENCES offers (id) ON DELETE CASCADE,
    lang     TEXT NOT NULL,
    name     TEXT NOT NULL,
    PRIMARY KEY (offer_id, lang)
) STRICT, WITHOUT ROWID;

-- The codes typed into a cart, right or wrong, the first first.
CREATE TABLE cart_codes (
    cart_id  INTEGER NOT NULL REFERENCES carts (id) ON DELETE CASCADE,
    code     TEXT NOT NULL,
    typed_at INTEGER NOT NULL,
    PRIMARY KEY (cart_id, code)
) STRICT, WITHOUT ROWID;

-- Which of its gifts an offer is to bring along.
CREATE TABLE cart_gifts (
    cart_id    INTEGER NOT NULL REFERENCES carts (id) ON DELETE CASCADE,
    offer_id   INTEGER NOT NULL REFERENCES offers (id),
    variant_id INTEGER NOT NULL REFERENCES variants (id),
    PRIMARY KEY (cart_id, offer_id)
) STRICT, WITHOUT ROWID;

-- When a code that does not exist was typed into a cart; forgotten after an hour.
CREATE TABLE code_guesses (
    id      INTEGER PRIMARY KEY,
    cart_id INTEGER NOT NULL REFERENCES carts (id) ON DELETE CASCADE,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX code_guesses_by_cart ON code_guesses (cart_id, at);
CREATE INDEX code_guesses_by_age ON code_guesses (at);

-- What offers took off an order. Those of orders that are not cancelled are how often an offer was had.
CREATE TABLE order_offers (
    order_id       INTEGER NOT NULL REFERENCES orders (id),
    position       INTEGER NOT NULL,
    offer_id       INTEGER NOT NULL REFERENCES offers (id),
    person         TEXT NOT NULL,
    code           TEXT,
    name           TEXT NOT NULL,
    goods_minor    INTEGER NOT NULL CHECK (goods_minor >= 0),
    delivery_minor INTEGER NOT NULL CHECK (delivery_minor >= 0),
    PRIMARY KEY (order_id, position),
    UNIQUE (offer_id, order_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX order_offers_by_person ON order_offers (offer_id, person);
CREATE TRIGGER order_offers_stay BEFORE UPDATE ON order_offers BEGIN SELECT raise(ABORT, 'an order stays as it was placed'); END;
CREATE TRIGGER order_offers_keep BEFORE DELETE ON order_offers BEGIN SELECT raise(ABORT, 'an order stays as it was placed'); END;

ALTER TABLE order_lines ADD COLUMN off_minor INTEGER NOT NULL DEFAULT 0 CHECK (off_minor BETWEEN 0 AND unit_minor * quantity);

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
    -- The same in small letters: whether somebody has ordered before.
    person         TEXT NOT NULL DEFAULT '',
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
    -- Goods and delivery before offers, and what these took off each.
    goods_minor    INTEGER NOT NULL CHECK (goods_minor >= 0),
    goods_off_minor INTEGER NOT NULL DEFAULT 0 CHECK (goods_off_minor BETWEEN 0 AND goods_minor),
    delivery_minor INTEGER NOT NULL CHECK (delivery_minor >= 0),
    delivery_off_minor INTEGER NOT NULL DEFAULT 0 CHECK (delivery_off_minor BETWEEN 0 AND delivery_minor),
    total_minor    INTEGER NOT NULL CHECK (total_minor = goods_minor - goods_off_minor + delivery_minor - delivery_off_minor),
    treatment      TEXT NOT NULL DEFAULT 'domestic' CHECK (treatment IN ('domestic', 'union', 'reverse-charge', 'export')),
    vat            TEXT NOT NULL DEFAULT '',
    home_currency  TEXT NOT NULL,
    rate           TEXT NOT NULL DEFAULT '1.000000',
    rate_day       INTEGER NOT NULL DEFAULT 0,
    vat_reference  TEXT NOT NULL DEFAULT '',
    vat_checked_at INTEGER,
    tax_minor      INTEGER NOT NULL DEFAULT 0 CHECK (tax_minor >= 0)
) STRICT;
INSERT INTO orders_new (id, number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, person, name, line1, line2,
        city, district, region, postcode, country, phone, service, pickup, promised_from, promised_to, currency, goods_minor,
        delivery_minor, total_minor, treatment, vat, home_currency, rate, rate_day, vat_reference, vat_checked_at, tax_minor)
    SELECT id, number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, lower(email), name, line1, line2, city,
        district, region, postcode, country, phone, service, pickup, promised_from, promised_to, currency, goods_minor,
        delivery_minor, total_minor, treatment, vat, home_currency, rate, rate_day, vat_reference, vat_checked_at, tax_minor
    FROM orders;
DROP TABLE orders;
ALTER TABLE orders_new RENAME TO orders;
CREATE INDEX orders_by_browser ON orders (browser_hash, placed_at DESC);
CREATE INDEX orders_by_state ON orders (state, placed_at);
CREATE INDEX orders_by_person ON orders (person);

-- The log tells of offers too.
CREATE TABLE desk_log_new (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    staff      TEXT NOT NULL,
    subject    TEXT NOT NULL CHECK (subject IN ('product', 'category', 'synonyms', 'offer', 'staff')),
    subject_id INTEGER NOT NULL,
    name       TEXT NOT NULL,
    part       TEXT NOT NULL,
    was        TEXT NOT NULL,
    now        TEXT NOT NULL
) STRICT;
INSERT INTO desk_log_new (id, at, staff, subject, subject_id, name, part, was, now)
    SELECT id, at, staff, subject, subject_id, name, part, was, now FROM desk_log;
DROP TABLE desk_log;
ALTER TABLE desk_log_new RENAME TO desk_log;
CREATE INDEX desk_log_by_subject ON desk_log (subject, subject_id, id);
CREATE TRIGGER desk_log_is_not_changed BEFORE UPDATE ON desk_log BEGIN SELECT raise(ABORT, 'the log stays as it is'); END;
CREATE TRIGGER desk_log_is_not_shortened BEFORE DELETE ON desk_log BEGIN SELECT raise(ABORT, 'the log stays as it is'); END;
