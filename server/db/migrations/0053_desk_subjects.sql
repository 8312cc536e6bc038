-- What the desk's log can be about, a row for each: the next word is one row more, and the log itself stays where it is.
CREATE TABLE desk_subjects (
    subject TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO desk_subjects (subject)
    VALUES ('product'), ('category'), ('synonyms'), ('staff'), ('offer'), ('delay'), ('order');

CREATE TABLE desk_log_new (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    staff      TEXT NOT NULL,
    subject    TEXT NOT NULL REFERENCES desk_subjects (subject),
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
