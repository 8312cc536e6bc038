-- Pictures of what is wrong with an order. Their files lie beside the books, in a folder no address leads to.
CREATE TABLE problem_photos (
    id         INTEGER PRIMARY KEY,
    order_id   INTEGER NOT NULL REFERENCES orders (id),
    -- None while it waits in the form for what is missing there.
    problem_id INTEGER REFERENCES problems (id),
    -- Chance: what its files are called.
    file       TEXT NOT NULL UNIQUE,
    -- SHA-256 of what the darkroom made of it, by which one that is sent twice is known.
    digest     TEXT NOT NULL,
    width      INTEGER NOT NULL CHECK (width > 0),
    height     INTEGER NOT NULL CHECK (height > 0),
    kept_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX problem_photos_by_order ON problem_photos (order_id, problem_id, id);

-- Names of files that are to go: whatever takes a picture out of the books leaves its name here, and a job removes the file.
CREATE TABLE dropped_photos (
    file TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TRIGGER problem_photos_dropped AFTER DELETE ON problem_photos
BEGIN INSERT INTO dropped_photos (file) VALUES (OLD.file); END;
