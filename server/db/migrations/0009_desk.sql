-- Who works in the shop. A name is never given twice: the log tells people by it.
CREATE TABLE staff (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    -- Argon2id, as PHC string.
    password  TEXT NOT NULL,
    added_at  INTEGER NOT NULL,
    left_at   INTEGER,
    -- Wrong passwords in a row, and when the last one was.
    failures  INTEGER NOT NULL DEFAULT 0 CHECK (failures >= 0),
    failed_at INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE staff_sessions (
    token_hash TEXT PRIMARY KEY,
    staff_id   INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    began_at   INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX staff_sessions_by_staff ON staff_sessions (staff_id);

-- What somebody has typed into a form of the desk and could not be saved yet, as JSON, with what is wrong with it.
CREATE TABLE desk_drafts (
    staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
    place    TEXT NOT NULL,
    typed    TEXT NOT NULL,
    PRIMARY KEY (staff_id, place)
) STRICT, WITHOUT ROWID;

-- Every change at the desk. Nothing of it is ever changed.
CREATE TABLE desk_log (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    staff      TEXT NOT NULL,
    subject    TEXT NOT NULL CHECK (subject IN ('product', 'category', 'synonyms', 'staff')),
    subject_id INTEGER NOT NULL,
    name       TEXT NOT NULL,
    part       TEXT NOT NULL,
    was        TEXT NOT NULL,
    now        TEXT NOT NULL
) STRICT;
CREATE INDEX desk_log_by_subject ON desk_log (subject, subject_id, id);
CREATE TRIGGER desk_log_is_not_changed BEFORE UPDATE ON desk_log BEGIN SELECT raise(ABORT, 'the log stays as it is'); END;
CREATE TRIGGER desk_log_is_not_shortened BEFORE DELETE ON desk_log BEGIN SELECT raise(ABORT, 'the log stays as it is'); END;

-- When a draft becomes what shoppers see.
ALTER TABLE products ADD COLUMN publish_at INTEGER;
