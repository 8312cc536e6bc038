//! Where something of a person stands, orders apart. They are erased in this order: what others refer to last.

use super::{By, Room, own, secret};

const NOTIFICATIONS: &[&str] = &[
    "UPDATE dispatches SET said = '' WHERE notification_id IN
        (SELECT id FROM notifications WHERE correspondent_id = $1 AND order_id IS NULL)",
    "UPDATE notifications SET event = 'erased:' || id, recipient = '', about = '{}', why = 'erased', ended_at = coalesce(ended_at, due_at),
        state = CASE state WHEN 'waiting' THEN 'dropped' ELSE state END WHERE correspondent_id = $1 AND order_id IS NULL",
];

/// Where something of a person stands, orders apart.
pub const ROOMS: &[Room] = &[
    Room {
        table: "restock_wishes",
        by: By::Person,
        rows: "SELECT w.email, w.lang, w.zone, w.wished_at, p.name AS product FROM restock_wishes w
            JOIN variants v ON v.id = w.variant_id JOIN products p ON p.id = v.product_id WHERE lower(w.email) = $1 ORDER BY w.id",
        erase: &["DELETE FROM restock_wishes WHERE lower(email) = $1"],
        columns: &[
            own("email", "whom to tell that a thing is back"),
            own("lang", "the language to tell them in"),
            own("zone", "by which clock not to tell them at night"),
        ],
    },
    Room {
        table: "sign_in_links",
        by: By::Person,
        rows: "SELECT email, asked_at FROM sign_in_links WHERE person = $1 ORDER BY id",
        erase: &["DELETE FROM sign_in_links WHERE person = $1"],
        columns: &[
            own("email", "who asked for a letter that signs in"),
            secret("person", "the same in small letters"),
            secret("token_hash", "what the letter's link is known by"),
        ],
    },
    Room {
        table: "sign_in_tries",
        by: By::Person,
        rows: "SELECT person AS email, failures, failed_at FROM sign_in_tries WHERE person = $1",
        erase: &["DELETE FROM sign_in_tries WHERE person = $1"],
        columns: &[secret("person", "at whose password somebody guessed")],
    },
    Room {
        table: "remembered_addresses",
        by: By::Person,
        rows: "SELECT typed, pickup, service, used_at FROM remembered_addresses WHERE lower(typed ->> 'email') = $1
            AND browser_hash NOT IN (SELECT owner_hash FROM accounts) ORDER BY id",
        erase: &["DELETE FROM remembered_addresses WHERE lower(typed ->> 'email') = $1
            AND browser_hash NOT IN (SELECT owner_hash FROM accounts)"],
        columns: &[],
    },
    Room {
        table: "remembered_addresses",
        by: By::Owner,
        rows: "SELECT typed, pickup, service, used_at FROM remembered_addresses WHERE browser_hash = $1 ORDER BY id",
        erase: &["DELETE FROM remembered_addresses WHERE browser_hash = $1"],
        columns: &[
            own("typed", "an address that is remembered"),
            own("pickup", "the pickup point parcels went to from there"),
            secret("browser_hash", "whose it is"),
        ],
    },
    Room {
        table: "wishlist_items",
        by: By::Owner,
        rows: "SELECT w.name AS list, p.name AS product, i.quantity, i.note FROM wishlist_items i JOIN wishlists w ON w.id = i.wishlist_id
            JOIN variants v ON v.id = i.variant_id JOIN products p ON p.id = v.product_id WHERE w.owner_hash = $1 ORDER BY i.id",
        erase: &[],
        columns: &[own("note", "what was noted beside a wish")],
    },
    Room {
        table: "wishlist_shares",
        by: By::Owner,
        rows: "SELECT s.made_at FROM wishlist_shares s JOIN wishlists w ON w.id = s.wishlist_id WHERE w.owner_hash = $1 ORDER BY w.id",
        erase: &[],
        columns: &[secret("token_hash", "what the link is known by that was given to others")],
    },
    Room {
        table: "wishlists",
        by: By::Owner,
        rows: "SELECT name, made_at, touched_at FROM wishlists WHERE owner_hash = $1 ORDER BY id",
        // What is in them and their links go along.
        erase: &["DELETE FROM wishlists WHERE owner_hash = $1"],
        columns: &[own("name", "what a wish list is called"), secret("owner_hash", "whose it is")],
    },
    Room {
        table: "wishlist_watches",
        by: By::Person,
        rows: "SELECT email, lang, country, currency, asked_at, confirmed_at FROM wishlist_watches WHERE person = $1 ORDER BY wishlist_id",
        erase: &["DELETE FROM wishlist_watches WHERE person = $1"],
        columns: &[
            own("email", "whom to tell what falls in a wish list"),
            own("lang", "the language to tell them in"),
            own("country", "where it would go"),
            own("currency", "what it would be paid in"),
            secret("person", "the same address in small letters"),
            secret("token_hash", "what the letter's link is known by"),
        ],
    },
    Room {
        table: "account_join_wishlists",
        by: By::Account,
        rows: "SELECT a.at FROM account_joins a JOIN account_join_wishlists j ON j.join_id = a.id WHERE a.account_id = $1 ORDER BY a.id",
        // With the account's joins, below.
        erase: &[],
        columns: &[secret("owner_before", "where a list was before it came to the account")],
    },
    Room {
        table: "drafts",
        by: By::Cart,
        rows: "SELECT email, name, line1, line2, postcode, city, district, region, country, phone, vat, vat_reference, pickup, way
            FROM drafts WHERE cart_id = $1",
        erase: &["DELETE FROM drafts WHERE cart_id = $1"],
        columns: &[
            own("email", "what was typed at the checkout: the address of letters"),
            own("name", "the name"),
            own("line1", "the street"),
            own("line2", "what is added to it"),
            own("postcode", "the postcode"),
            own("city", "the town"),
            own("district", "the district"),
            own("region", "the state or province"),
            own("country", "the country"),
            own("phone", "the telephone"),
            own("vat", "the VAT number"),
            own("vat_reference", "what the register of VAT numbers calls its answer"),
            own("pickup", "the pickup point"),
            own("way", "how it is to be paid"),
        ],
    },
    Room {
        table: "draft_instructions",
        by: By::Cart,
        rows: "SELECT typed FROM draft_instructions WHERE cart_id = $1",
        erase: &["DELETE FROM draft_instructions WHERE cart_id = $1"],
        columns: &[own("typed", "a word to whoever brings the parcel")],
    },
    Room {
        table: "cart_codes",
        by: By::Cart,
        rows: "SELECT code, typed_at FROM cart_codes WHERE cart_id = $1 ORDER BY typed_at",
        erase: &["DELETE FROM cart_codes WHERE cart_id = $1", "DELETE FROM code_guesses WHERE cart_id = $1"],
        columns: &[own("code", "a code that was typed in the cart")],
    },
    Room {
        table: "cart_lines",
        by: By::Cart,
        rows: "SELECT p.name AS product, l.quantity, l.saved FROM cart_lines l JOIN variants v ON v.id = l.variant_id
            JOIN products p ON p.id = v.product_id WHERE l.cart_id = $1 ORDER BY l.id",
        erase: &[
            "DELETE FROM cart_lines WHERE cart_id = $1",
            "DELETE FROM cart_gifts WHERE cart_id = $1",
            "DELETE FROM cart_cards WHERE cart_id = $1",
        ],
        columns: &[],
    },
    Room {
        table: "cart_changes",
        by: By::Cart,
        rows: "SELECT h.done_at FROM cart_changes h JOIN carts c ON c.token_hash = h.cart WHERE c.id = $1 ORDER BY h.done_at",
        erase: &["DELETE FROM cart_changes WHERE cart = (SELECT token_hash FROM carts WHERE id = $1)"],
        columns: &[secret("cart", "whose change of a cart it was"), secret("key", "what the browser called it")],
    },
    Room {
        table: "carts",
        by: By::Cart,
        rows: "SELECT made_at, touched_at, gift_note FROM carts WHERE id = $1",
        erase: &["UPDATE carts SET token_hash = 'erased:' || id, gift_note = '' WHERE id = $1"],
        columns: &[own("gift_note", "what is to be written on a gift"), secret("token_hash", "what the cart's secret is known by")],
    },
    Room {
        table: "message_choices",
        by: By::Reader,
        rows: "SELECT kind, channel, wanted FROM message_choices WHERE correspondent_id = $1 ORDER BY kind, channel",
        erase: &["DELETE FROM message_choices WHERE correspondent_id = $1"],
        columns: &[],
    },
    Room {
        table: "devices",
        by: By::Reader,
        rows: "SELECT endpoint, order_number, made_at FROM devices WHERE correspondent_id = $1 ORDER BY id",
        erase: &["DELETE FROM devices WHERE correspondent_id = $1"],
        columns: &[
            own("endpoint", "where a device is told"),
            own("order_number", "of which order; of all where it is empty"),
            secret("p256dh", "what messages to it are sealed with"),
            secret("auth", "what it shares with the shop"),
            secret("browser_hash", "whose it was"),
        ],
    },
    Room {
        table: "notifications",
        by: By::Reader,
        rows: "SELECT kind, channel, recipient, lang, about, state, why, made_at, ended_at FROM notifications
            WHERE correspondent_id = $1 AND order_id IS NULL ORDER BY id",
        erase: NOTIFICATIONS,
        columns: &[
            own("recipient", "where a message goes"),
            own("about", "what it says beside what its order says"),
            own("why", "why it was not sent"),
            secret("event", "of what event it tells"),
        ],
    },
    Room {
        table: "dispatches",
        by: By::Reader,
        rows: "SELECT d.at, d.outcome, d.said FROM dispatches d JOIN notifications n ON n.id = d.notification_id
            WHERE n.correspondent_id = $1 AND n.order_id IS NULL ORDER BY d.id",
        erase: &[],
        columns: &[own("said", "what whoever carries messages said")],
    },
    Room {
        table: "correspondents",
        by: By::Reader,
        rows: "SELECT email, lang, zone, bounced_at, bounce FROM correspondents WHERE id = $1",
        erase: &["UPDATE correspondents SET person = 'erased:' || id, email = '', zone = '', seed = 'erased:' || id, bounce = '',
                bounced_at = NULL
            WHERE id = $1"],
        columns: &[
            own("email", "where messages go"),
            own("zone", "by which clock they are not written to at night"),
            own("bounce", "why there is no such box"),
            secret("person", "the same address in small letters"),
            secret("seed", "of what the secret of their choices is made"),
        ],
    },
];
