-- Devices that are told of orders through their browser's push service (RFC 8030). `order_number` names the one order a device
-- is told of; where it is empty, all of its correspondent's. `p256dh` and `auth` are the device's, for sealing (RFC 8291).
CREATE TABLE devices (
    id               INTEGER PRIMARY KEY,
    correspondent_id INTEGER NOT NULL REFERENCES correspondents (id),
    order_number     TEXT NOT NULL DEFAULT '',
    endpoint         TEXT NOT NULL,
    p256dh           TEXT NOT NULL,
    auth             TEXT NOT NULL,
    made_at          INTEGER NOT NULL,
    UNIQUE (correspondent_id, order_number, endpoint)
) STRICT;
CREATE INDEX devices_by_endpoint ON devices (endpoint);
