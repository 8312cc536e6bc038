//! What a person leaves in the books, beyond what verbs write.

/// What no verb of this test has filled in. `WHO` is somebody's name, `$1` their order, cart, account or secret.
pub const FILL: &[(&str, &[&str])] = &[
    (
        "order",
        &[
            "UPDATE orders SET line2 = 'WHO~2', district = 'WHO~d', region = 'WHO~r', phone = 'WHO~p', pickup = 'WHO~u', vat = 'WHO~v',
                vat_reference = 'WHO~f' WHERE id = $1",
            "UPDATE order_lines SET value1 = 'WHO~1', value2 = 'WHO~2', value3 = 'WHO~3', sku = 'WHO~s' WHERE order_id = $1",
            "INSERT INTO offers (code, gives, reach, limits, together, order_id, made_at) VALUES ('WHO~c', '{}', '{}', '{}', 'all', $1, 1)",
            "INSERT INTO order_offers (order_id, position, offer_id, person, code, name, goods_minor, delivery_minor)
                VALUES ($1, 0, (SELECT max(id) FROM offers), 'WHO@example.org', 'WHO~c', 'WHO~n', 0, 0)",
            "INSERT INTO gift_cards (seed, code_hash, tail, origin, order_id, balance, currency, made_at)
                VALUES (x'00', 'card:' || $1, 'WHO~t', 'refund', $1, 0, 'EUR', 1)",
            "INSERT INTO order_instructions (order_id, words) VALUES ($1, 'WHO~w')",
            "INSERT INTO order_links (order_id, asked_at) VALUES ($1, 1)",
            "INSERT INTO order_shares (order_id, token_hash, made_at) VALUES ($1, 'WHO shared with her mother', 1)",
            "INSERT INTO typed_addresses (order_id, typed) VALUES ($1, '{\"line1\":\"WHO~t\"}')",
            "INSERT INTO order_changes (order_id, state, asked_at, until, was_minor, total_minor, off_minor)
                VALUES ($1, 'asked', 1, 2, 0, 0, 0)",
            "INSERT INTO order_change_lines (change_id, line, taken, position, variant_id, slug, name, value1, value2, value3, unit_minor,
                    quantity, off_minor, percent)
                SELECT max(id), 0, 0, 0, (SELECT min(id) FROM variants), 's', 'WHO~n', 'WHO~1', 'WHO~2', 'WHO~3', 0, 1, 0, 0
                FROM order_changes",
            "INSERT INTO order_change_ways (change_id, was_service, was_pickup, was_from, was_to, was_minor, service, pickup, promised_from,
                    promised_to, delivery_minor, delivery_off_minor)
                SELECT max(id), 'pickup', 'WHO~u', 1, 2, 0, 'pickup', 'WHO~v', 1, 2, 0, 0 FROM order_changes",
            "INSERT INTO order_change_places (change_id, was_country, country, was, address)
                SELECT max(id), 'LV', 'EE', '{\"line1\":\"WHO~b\"}', '{\"line1\":\"WHO~a\"}' FROM order_changes",
            "UPDATE order_changes SET state = 'over', ended_at = 3 WHERE order_id = $1",
            "INSERT INTO opinions (order_id, mark, said, told_at) VALUES ($1, 4, 'WHO~o', 1)",
            "INSERT INTO typed_problems (order_id, typed) VALUES ($1, '{\"said\":\"WHO~t\"}')",
            "INSERT INTO problems (order_id, trouble, said, told_at) VALUES ($1, 'broken', 'WHO~s', 1)",
            "UPDATE problems SET state = 'answered', answer = 'WHO~a', answered_at = 2 WHERE order_id = $1",
            "INSERT INTO problem_lines (problem_id, position) SELECT id, 0 FROM problems WHERE order_id = $1",
            "INSERT INTO problem_photos (order_id, problem_id, file, digest, width, height, kept_at)
                SELECT $1, id, 'WHO~f', 'WHO~d', 1, 1, 1 FROM problems WHERE order_id = $1",
            "INSERT INTO typed_cancellations (order_id, said) VALUES ($1, 'WHO~t')",
            "INSERT INTO cancellations (order_id, state, said, asked_at) VALUES ($1, 'asked', 'WHO~s', 1)",
            "UPDATE cancellations SET state = 'overtaken', answer = 'WHO~a', ended_at = 2 WHERE order_id = $1",
            "INSERT INTO packers_notes (order_id, note, staff_id, at) VALUES ($1, 'WHO~n', 1, 1)",
            "UPDATE outbox SET state = 'done' WHERE kind <> 'send_message'",
            "INSERT INTO pieces (order_id, piece, by_hand) SELECT $1, 1, 0 WHERE NOT EXISTS (SELECT 1 FROM pieces WHERE order_id = $1)",
            "INSERT INTO parcels (order_id, piece, carrier, number, shipment, page, state, made_at)
                VALUES ($1, 1, 'simcarrier', 'WHO~n', 'WHO~s', 'WHO~p', 'delivered', 1)",
            "INSERT INTO staff (id, name, password, added_at) VALUES (1, 'ada', '', 1) ON CONFLICT DO NOTHING",
            "INSERT INTO voids (parcel_id, piece, reason, state, said, staff_id, asked_at)
                VALUES ((SELECT max(id) FROM parcels), 1, 'WHO~v', 'asked', 'WHO~d', 1, 1)",
            "UPDATE voids SET state = 'refused'",
            "INSERT INTO timeline (order_id, parcel_id, at, kind, place, said)
                VALUES ($1, (SELECT max(id) FROM parcels), 1795165200000, 'delivered', 'WHO~p', 'WHO~s')",
            "INSERT INTO wishes (parcel_id, kind, wish, state, asked_at)
                VALUES ((SELECT max(id) FROM parcels), 'instruct', '{\"wish\":\"WHO~w\"}', 'granted', 1)",
            "UPDATE payments SET waiting = '[\"WHO~w\"]', reference = 'WHO~f' WHERE order_id = $1",
            "INSERT INTO refunds (at, order_id, payment_id, staff, reason, minor, cards_minor)
                SELECT 1, $1, id, 'ada', 'WHO~r', 1, 0 FROM payments WHERE order_id = $1",
            "UPDATE notifications SET why = 'WHO~y', about = '{\"place\":\"WHO~a\"}' WHERE order_id = $1",
            "INSERT INTO dispatches (notification_id, at, outcome, said) SELECT id, 1, 'sent', 'WHO~o' FROM notifications
                WHERE order_id = $1",
        ],
    ),
    (
        "cart",
        &[
            "INSERT INTO drafts (cart_id, email, name, line1, line2, postcode, city, district, region, country, phone, vat, vat_reference,
                    pickup, way) VALUES ($1, 'WHO~e', 'WHO~n', 'WHO~1', 'WHO~2', 'WHO~p', 'WHO~c', 'WHO~d', 'WHO~r', 'WHO~l', 'WHO~t',
                'WHO~v', 'WHO~f', 'WHO~u', 'WHO~w')",
            "INSERT INTO draft_instructions (cart_id, typed) VALUES ($1, 'WHO~t')",
            "INSERT INTO cart_codes (cart_id, code, typed_at) VALUES ($1, 'WHO~c', 1)",
            "INSERT INTO cart_changes (cart, key, done_at) SELECT token_hash, 'key of a change of WHO', 1 FROM carts WHERE id = $1",
            "UPDATE carts SET gift_note = 'WHO~g' WHERE id = $1",
            "INSERT INTO carts (token_hash, made_at, touched_at) VALUES ('cart of WHO as a guest', 1, 1)",
            "INSERT INTO drafts (cart_id, email, line1) VALUES ((SELECT max(id) FROM carts), ' WHO@EXAMPLE.org', 'WHO~guest')",
        ],
    ),
    (
        "account",
        &[
            "UPDATE accounts SET name = 'WHO~n', lang = 'de', country = 'DE', currency = 'EUR', password = 'password of WHO' WHERE id = $1",
            "INSERT INTO purses (account_id, provider, name) VALUES ($1, 'WHO~p', 'purse of WHO')",
            "INSERT INTO kept_cards (account_id, provider, token, brand, tail, month, year, kept_at)
                VALUES ($1, 'WHO~p', 'card of WHO', 'WHO~b', substr('WHO', 1, 4), 12, 2034, 1)",
            "INSERT INTO passkeys (account_id, name, credential_id, checked_by, added_at)
                VALUES ($1, 'WHO~k', 'passkey of WHO', '{\"key\":\"WHO key\"}', 1)",
            "INSERT INTO goods_seen_keepers (account_id, since) VALUES ($1, 1)",
            "INSERT INTO goods_seen (account_id, product_id, at, came) SELECT $1, min(id), 1, 0 FROM products",
            "INSERT INTO passkey_challenges (token_hash, account_id, asked, asked_at) VALUES ('question to WHO', $1, '{\"of\":\"WHO\"}', 1)",
            "INSERT INTO sign_in_tries (person, failures, failed_at) VALUES ('WHO@example.org', 1, 1)",
            "INSERT INTO restock_wishes (variant_id, email, lang, zone, wished_at)
                SELECT min(id), 'WHO@Example.org', 'de', 'WHO~z', 1 FROM variants",
            "UPDATE correspondents SET bounce = 'WHO~b', zone = 'WHO~z' WHERE person = 'WHO@example.org'",
            "INSERT INTO message_choices (correspondent_id, kind, channel, wanted) SELECT id, 'shipped', 'email', 0 FROM correspondents
                WHERE person = 'WHO@example.org'",
            "INSERT INTO devices (correspondent_id, order_number, endpoint, p256dh, auth, made_at, browser_hash)
                SELECT c.id, o.number, 'https://push.example/WHO', 'WHO key', 'WHO auth', 1, 'browser of WHO' FROM correspondents c
                JOIN orders o ON o.person = c.person WHERE c.person = 'WHO@example.org'",
            "UPDATE notifications SET why = 'WHO~y' WHERE recipient = 'WHO@example.org' AND order_id IS NULL",
            "INSERT INTO dispatches (notification_id, at, outcome, said) SELECT id, 1, 'sent', 'WHO~o' FROM notifications
                WHERE recipient = 'WHO@example.org' AND order_id IS NULL",
        ],
    ),
    (
        "owner",
        &[
            "INSERT INTO wishlists (owner_hash, name, made_at, touched_at) VALUES ($1, 'WHO~l', 1, 1)",
            "INSERT INTO wishlist_items (wishlist_id, variant_id, quantity, note, seen_minor)
                SELECT max(id), (SELECT min(id) FROM variants), 1, 'WHO~n', 1 FROM wishlists",
            "INSERT INTO wishlist_shares (wishlist_id, token_hash, made_at) SELECT max(id), 'list of WHO by link', 1 FROM wishlists",
            "INSERT INTO wishlist_watches (wishlist_id, person, email, lang, country, currency, token_hash, asked_at)
                SELECT max(id), 'WHO@example.org', 'WHO@Example.org', 'de', 'DE', 'EUR', 'watch of WHO', 1 FROM wishlists",
            "INSERT INTO remembered_addresses (browser_hash, typed, pickup, used_at) VALUES ($1, '{\"line1\":\"WHO~t\"}', 'WHO~p', 1)",
            "INSERT INTO remembered_addresses (browser_hash, typed, pickup, used_at)
                VALUES ('WHO as a guest', '{\"email\":\"WHO@Example.org\",\"line1\":\"WHO~g\"}', 'WHO~p', 1)",
        ],
    ),
];
