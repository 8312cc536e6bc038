-- Working days a thing takes to be made before it can leave; 0 for what lies on the shelf.
ALTER TABLE variants ADD COLUMN ready_days INTEGER NOT NULL DEFAULT 0 CHECK (ready_days BETWEEN 0 AND 90);

-- Delays that the desk has announced. One that is taken back is over, not gone: orders were promised by it.
CREATE TABLE delays (
    id        INTEGER PRIMARY KEY,
    country   TEXT NOT NULL,
    postcode  TEXT NOT NULL,
    from_day  INTEGER NOT NULL,
    until_day INTEGER NOT NULL,
    days      INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    cause     TEXT NOT NULL,
    made_at   INTEGER NOT NULL,
    taken_at  INTEGER
) STRICT;
CREATE INDEX delays_by_country ON delays (country, until_day);

CREATE TABLE delay_words (
    delay_id INTEGER NOT NULL REFERENCES delays (id),
    lang     TEXT NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (delay_id, lang)
) STRICT, WITHOUT ROWID;

-- The log tells of delays too.
CREATE TABLE desk_log_new (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    staff      TEXT NOT NULL,
    subject    TEXT NOT NULL CHECK (subject IN ('product', 'category', 'synonyms', 'staff', 'offer', 'delay')),
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
