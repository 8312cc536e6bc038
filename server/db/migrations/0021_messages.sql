-- Messages to shoppers. Sums, days and moments are as everywhere; codes are the program's.

-- Whom messages go to: one row for each address, however it is written. Of `seed` the token of their preferences is made, under
-- a key that is not in these books.
CREATE TABLE correspondents (
    id         INTEGER PRIMARY KEY,
    person     TEXT NOT NULL UNIQUE,
    email      TEXT NOT NULL,
    lang       TEXT NOT NULL,
    seed       TEXT NOT NULL UNIQUE,
    -- Since when their mail server says that there is no such box, and what it said.
    bounced_at INTEGER,
    bounce     TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX correspondents_by_bounce ON correspondents (bounced_at) WHERE bounced_at IS NOT NULL;

-- What somebody wants and does not want; what is not said is as usual.
CREATE TABLE message_choices (
    correspondent_id INTEGER NOT NULL REFERENCES correspondents (id),
    kind             TEXT NOT NULL,
    channel          TEXT NOT NULL,
    wanted           INTEGER NOT NULL CHECK (wanted IN (0, 1)),
    PRIMARY KEY (correspondent_id, kind, channel)
) STRICT, WITHOUT ROWID;

-- One row for each event and channel, written in the transaction of the event. `message` is the left side of its Message-ID,
-- which is the same however often it is sent. Of those that go as one, `lead_id` is the one that takes the others along.
CREATE TABLE notifications (
    id               INTEGER PRIMARY KEY,
    event            TEXT NOT NULL,
    channel          TEXT NOT NULL CHECK (channel IN ('email', 'sms', 'push')),
    kind             TEXT NOT NULL,
    order_id         INTEGER REFERENCES orders (id),
    correspondent_id INTEGER NOT NULL REFERENCES correspondents (id),
    recipient        TEXT NOT NULL,
    lang             TEXT NOT NULL,
    about            TEXT NOT NULL DEFAULT '{}',
    message          TEXT NOT NULL UNIQUE,
    state            TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dropped', 'dead')),
    why              TEXT NOT NULL DEFAULT '',
    lead_id          INTEGER REFERENCES notifications (id),
    made_at          INTEGER NOT NULL,
    due_at           INTEGER NOT NULL,
    ended_at         INTEGER,
    attempts         INTEGER NOT NULL DEFAULT 0,
    UNIQUE (event, channel)
) STRICT;
CREATE INDEX notifications_by_order ON notifications (order_id, channel, id);
CREATE INDEX notifications_by_correspondent ON notifications (correspondent_id);
CREATE INDEX notifications_by_lead ON notifications (lead_id) WHERE lead_id IS NOT NULL;
CREATE INDEX notifications_by_state ON notifications (state, id);

-- The log of every attempt, which only grows.
CREATE TABLE dispatches (
    id              INTEGER PRIMARY KEY,
    notification_id INTEGER NOT NULL REFERENCES notifications (id),
    at              INTEGER NOT NULL,
    outcome         TEXT NOT NULL CHECK (outcome IN ('sent', 'later', 'refused', 'bounced')),
    said            TEXT NOT NULL
) STRICT;
CREATE INDEX dispatches_by_notification ON dispatches (notification_id);
CREATE TRIGGER dispatches_stay BEFORE UPDATE ON dispatches BEGIN SELECT RAISE (ABORT, 'the log of messages only grows'); END;
CREATE TRIGGER dispatches_keep BEFORE DELETE ON dispatches BEGIN SELECT RAISE (ABORT, 'the log of messages only grows'); END;

-- What was ticked: to be told by text message, and to be reminded of a cart that was left.
ALTER TABLE drafts ADD COLUMN texts INTEGER NOT NULL DEFAULT 0 CHECK (texts IN (0, 1));
ALTER TABLE drafts ADD COLUMN reminder INTEGER NOT NULL DEFAULT 0 CHECK (reminder IN (0, 1));
ALTER TABLE orders ADD COLUMN texts INTEGER NOT NULL DEFAULT 0 CHECK (texts IN (0, 1));
