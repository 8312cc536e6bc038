-- The lane a piece of work waits in, so that what is due of one is found without looking through the others.
ALTER TABLE outbox ADD COLUMN lane TEXT NOT NULL DEFAULT 'prompt' CHECK (lane IN ('prompt', 'fetching', 'heavy', 'post'));
UPDATE outbox SET lane = CASE kind WHEN 'fetch_picture' THEN 'fetching' WHEN 'reduce_picture' THEN 'heavy' WHEN 'send_message' THEN 'post'
    ELSE 'prompt' END;
CREATE INDEX outbox_due_in_lane ON outbox (lane, run_at, id) WHERE state = 'waiting';
