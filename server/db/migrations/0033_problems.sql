-- What is wrong with orders, as their shoppers told it, and what was answered.
CREATE TABLE problems (
    id          INTEGER PRIMARY KEY,
    order_id    INTEGER NOT NULL REFERENCES orders (id),
    trouble     TEXT NOT NULL,
    piece       INTEGER,
    said        TEXT NOT NULL,
    state       TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered')),
    told_at     INTEGER NOT NULL,
    answer      TEXT NOT NULL DEFAULT '',
    answered_at INTEGER,
    staff_id    INTEGER REFERENCES staff (id),
    CHECK ((state = 'answered') = (answered_at IS NOT NULL AND answer <> ''))
) STRICT;
CREATE INDEX problems_by_order ON problems (order_id, id);
CREATE INDEX problems_by_state ON problems (state, id);
CREATE TRIGGER problems_begin BEFORE INSERT ON problems WHEN NEW.state <> 'open'
BEGIN SELECT RAISE (ABORT, 'a problem begins as open'); END;
CREATE TRIGGER problems_step BEFORE UPDATE ON problems WHEN OLD.state <> 'open'
BEGIN SELECT RAISE (ABORT, 'a problem is answered once'); END;

-- The lines of the order it is about.
CREATE TABLE problem_lines (
    problem_id INTEGER NOT NULL REFERENCES problems (id),
    position   INTEGER NOT NULL,
    PRIMARY KEY (problem_id, position)
) STRICT, WITHOUT ROWID;

-- What was typed and could not be taken, so that nothing of it is typed again.
CREATE TABLE typed_problems (
    order_id INTEGER PRIMARY KEY REFERENCES orders (id),
    typed    TEXT NOT NULL
) STRICT;
