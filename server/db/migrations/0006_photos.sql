-- A photo is shown in the width a screen needs. `renditions` names its smaller files by the hash of all of them, and is
-- there only once every one of them is on disk; a drawing (`.svg`) has none. `blur` is a PNG of a few pixels, as base64.
ALTER TABLE pictures ADD COLUMN renditions TEXT;
ALTER TABLE pictures ADD COLUMN blur TEXT NOT NULL DEFAULT '';
CREATE INDEX pictures_by_content ON pictures (file);
-- What shows a picture is asked before it is forgotten.
CREATE INDEX variants_by_picture ON variants (picture_id) WHERE picture_id IS NOT NULL;
CREATE INDEX order_lines_by_picture ON order_lines (picture) WHERE picture IS NOT NULL;

-- Photos that were here before are made smaller too.
INSERT INTO outbox (kind, subject, run_at)
    SELECT 'reduce_picture', id, 0 FROM pictures WHERE file IS NOT NULL AND file NOT LIKE '%.svg';
