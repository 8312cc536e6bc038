-- The index of the goods, as `db::search` makes it. Everything here but the synonyms can be made anew at any time.

-- A product in a language. Its place puts languages apart, and in each the best liked goods first, so that the first rows a
-- question finds are the ones worth ranking.
CREATE TABLE search_goods (
    place      INTEGER PRIMARY KEY,
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    lang       TEXT NOT NULL,
    name       TEXT NOT NULL,
    shelf      TEXT NOT NULL,
    digest     TEXT NOT NULL,
    UNIQUE (product_id, lang)
) STRICT;

-- The words come folded and cut already; SQLite only has to leave them as they are. A row's number is its place.
CREATE VIRTUAL TABLE search_texts USING fts5 (
    name, codes, shelf, facts, story,
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
);

-- Words of names, shelves and facts, for what is typed half or wrong. `parts` is the word as the index has it.
CREATE TABLE search_words (
    id    INTEGER PRIMARY KEY,
    lang  TEXT NOT NULL,
    word  TEXT NOT NULL,
    shown TEXT NOT NULL,
    parts TEXT NOT NULL,
    UNIQUE (lang, word)
) STRICT;

-- Each word without one of its letters.
CREATE TABLE search_near (
    lang    TEXT NOT NULL,
    key     TEXT NOT NULL,
    word_id INTEGER NOT NULL REFERENCES search_words (id) ON DELETE CASCADE,
    PRIMARY KEY (lang, key, word_id)
) STRICT, WITHOUT ROWID;

-- What has to be indexed anew, because a word it shares with others changed.
CREATE TABLE search_stale (
    product_id INTEGER NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    lang       TEXT NOT NULL,
    PRIMARY KEY (product_id, lang)
) STRICT, WITHOUT ROWID;

-- By which rules the index was made.
CREATE TABLE search_version (
    version INTEGER PRIMARY KEY
) STRICT;
INSERT INTO search_version (version) SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM products);

-- What else a word, which is folded, may be called.
CREATE TABLE synonyms (
    lang TEXT NOT NULL,
    word TEXT NOT NULL,
    also TEXT NOT NULL,
    PRIMARY KEY (lang, word, also)
) STRICT, WITHOUT ROWID;
