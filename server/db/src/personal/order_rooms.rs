//! Where something of whoever placed an order stands.

use super::{By, Fate, Room, own, secret, told_column};

const ORDER: &str =
    "SELECT number, state, placed_at, lang, email, name, line1, line2, city, district, region, postcode, country, phone,
        service, pickup, gift_note, texts, vat, vat_reference, currency, goods_minor, delivery_minor, tax_minor, total_minor
    FROM orders WHERE id = $1";

// The books go on: an order has an address that nothing is sent to and a name that is nobody's, and its number in the place of its
// person.
const NOBODYS: &str = "UPDATE orders SET person = 'erased:' || id, email = 'nobody@erased.invalid', name = 'N. N.', line1 = '',
        line2 = '', city = '', district = '', region = '', postcode = '', phone = '', pickup = '', gift_note = '', texts = 0,
        browser_hash = '', token_hash = 'erased:' || id, account_id = NULL
    WHERE id = $1";

/// Where something of whoever placed an order stands. The order itself is last.
pub const ORDER_ROOMS: &[Room] = &[
    Room {
        table: "order_lines",
        by: By::Order,
        rows:
            "SELECT o.number AS order_number, l.name, l.value1, l.value2, l.value3, l.sku, l.unit_minor, l.quantity, l.off_minor
            FROM order_lines l JOIN orders o ON o.id = l.order_id WHERE l.order_id = $1 ORDER BY l.position",
        erase: &[],
        columns: &[
            told_column("name", "what was bought", Fate::Anonymous),
            told_column("value1", "in which kind", Fate::Anonymous),
            told_column("value2", "in which kind", Fate::Anonymous),
            told_column("value3", "in which kind", Fate::Anonymous),
            told_column("sku", "its number at the merchant's", Fate::Anonymous),
        ],
    },
    Room {
        table: "order_change_lines",
        by: By::Order,
        rows: "SELECT h.asked_at, h.state, l.taken, l.name, l.value1, l.value2, l.value3, l.unit_minor, l.quantity, l.off_minor
            FROM order_change_lines l JOIN order_changes h ON h.id = l.change_id WHERE h.order_id = $1 ORDER BY h.id, l.line",
        erase: &[],
        columns: &[
            told_column("name", "what was taken out of an order, or put in", Fate::Anonymous),
            told_column("value1", "in which kind", Fate::Anonymous),
            told_column("value2", "in which kind", Fate::Anonymous),
            told_column("value3", "in which kind", Fate::Anonymous),
        ],
    },
    Room {
        table: "order_change_ways",
        by: By::Order,
        rows: "SELECT h.asked_at, h.state, w.was_service, w.was_pickup, w.service, w.pickup, w.delivery_minor
            FROM order_change_ways w JOIN order_changes h ON h.id = w.change_id WHERE h.order_id = $1 ORDER BY h.id",
        erase: &["UPDATE order_change_ways SET was_pickup = '', pickup = ''
            WHERE change_id IN (SELECT id FROM order_changes WHERE order_id = $1)"],
        columns: &[
            own("was_pickup", "the pickup point an order was to go to before that was changed"),
            own("pickup", "the pickup point it was changed to"),
        ],
    },
    Room {
        table: "order_change_places",
        by: By::Order,
        rows: "SELECT h.asked_at, h.state, p.was, p.address
            FROM order_change_places p JOIN order_changes h ON h.id = p.change_id WHERE h.order_id = $1 ORDER BY h.id",
        erase: &["UPDATE order_change_places SET was = '', address = ''
            WHERE change_id IN (SELECT id FROM order_changes WHERE order_id = $1)"],
        columns: &[
            own("was", "the address an order was to go to before that was changed"),
            own("address", "the address in another country it was changed to"),
        ],
    },
    Room {
        table: "order_offers",
        by: By::Order,
        rows: "SELECT o.number AS order_number, f.code, f.name, f.goods_minor, f.delivery_minor
            FROM order_offers f JOIN orders o ON o.id = f.order_id WHERE f.order_id = $1 ORDER BY f.position",
        // Below, once the order is nobody's.
        erase: &[],
        columns: &[
            told_column("code", "the code an offer was had by", Fate::Anonymous),
            told_column("name", "what it is called", Fate::Anonymous),
            secret("person", "who had it"),
        ],
    },
    Room {
        table: "offers",
        by: By::Order,
        rows: "SELECT code, given, had, made_at FROM offers WHERE order_id = $1 OR thanked_order_id = $1 ORDER BY id",
        erase: &[],
        columns: &[told_column("code", "a code that was given with an order", Fate::Anonymous)],
    },
    Room {
        table: "gift_cards",
        by: By::Order,
        rows: "SELECT tail, origin, balance, currency, made_at FROM gift_cards WHERE order_id = $1 ORDER BY id",
        erase: &[],
        columns: &[told_column("tail", "how the code of a gift card ends", Fate::Anonymous)],
    },
    Room {
        table: "order_instructions",
        by: By::Order,
        rows: "SELECT words FROM order_instructions WHERE order_id = $1",
        erase: &["DELETE FROM order_instructions WHERE order_id = $1"],
        columns: &[own("words", "a word to whoever brings the parcel")],
    },
    Room {
        table: "order_links",
        by: By::Order,
        rows: "SELECT asked_at FROM order_links WHERE order_id = $1 ORDER BY id",
        erase: &["DELETE FROM order_links WHERE order_id = $1"],
        columns: &[],
    },
    Room {
        table: "order_shares",
        by: By::Order,
        rows: "SELECT made_at FROM order_shares WHERE order_id = $1",
        erase: &["DELETE FROM order_shares WHERE order_id = $1"],
        columns: &[secret("token_hash", "what the link is known by that was given to others")],
    },
    Room {
        table: "typed_addresses",
        by: By::Order,
        rows: "SELECT typed FROM typed_addresses WHERE order_id = $1",
        erase: &["DELETE FROM typed_addresses WHERE order_id = $1"],
        columns: &[own("typed", "an address that could not be taken yet")],
    },
    Room {
        table: "typed_problems",
        by: By::Order,
        rows: "SELECT typed FROM typed_problems WHERE order_id = $1",
        erase: &["DELETE FROM typed_problems WHERE order_id = $1"],
        columns: &[own("typed", "what was wrong, and could not be taken yet")],
    },
    Room {
        table: "problem_photos",
        by: By::Order,
        rows: "SELECT o.number AS order_number, p.problem_id, p.file, p.width, p.height, p.kept_at
            FROM problem_photos p JOIN orders o ON o.id = p.order_id WHERE p.order_id = $1 ORDER BY p.id",
        // Their files go after them.
        erase: &["DELETE FROM problem_photos WHERE order_id = $1"],
        columns: &[
            own("file", "what a picture of what was wrong with an order is called; it lies beside this"),
            secret("digest", "what a picture is known by that is sent twice"),
        ],
    },
    Room {
        table: "problems",
        by: By::Order,
        rows: "SELECT trouble, said, state, told_at, answer, answered_at FROM problems WHERE order_id = $1 ORDER BY id",
        erase: &[
            "DELETE FROM problem_lines WHERE problem_id IN (SELECT id FROM problems WHERE order_id = $1)",
            "DELETE FROM problems WHERE order_id = $1",
        ],
        columns: &[own("said", "what was wrong with an order"), own("answer", "what was answered")],
    },
    Room {
        table: "opinions",
        by: By::Order,
        rows: "SELECT mark, said, told_at FROM opinions WHERE order_id = $1",
        erase: &["DELETE FROM opinions WHERE order_id = $1"],
        columns: &[own("said", "what was thought of an order")],
    },
    Room {
        table: "typed_cancellations",
        by: By::Order,
        rows: "SELECT said FROM typed_cancellations WHERE order_id = $1",
        erase: &["DELETE FROM typed_cancellations WHERE order_id = $1"],
        columns: &[own("said", "why an order was to be cancelled, and could not be taken yet")],
    },
    Room {
        table: "cancellations",
        by: By::Order,
        rows: "SELECT state, said, asked_at, answer, ended_at FROM cancellations WHERE order_id = $1",
        erase: &["DELETE FROM cancellations WHERE order_id = $1"],
        columns: &[own("said", "why an order was to be cancelled"), own("answer", "what was answered")],
    },
    Room {
        table: "packers_notes",
        by: By::Order,
        rows: "SELECT note, at FROM packers_notes WHERE order_id = $1",
        erase: &["DELETE FROM packers_notes WHERE order_id = $1"],
        columns: &[own("note", "what the packer wrote to the shopper")],
    },
    Room {
        table: "wishes",
        by: By::Order,
        rows: "SELECT w.kind, w.wish, w.state, w.asked_at FROM wishes w JOIN parcels p ON p.id = w.parcel_id
            WHERE p.order_id = $1 ORDER BY w.id",
        erase: &["DELETE FROM wishes WHERE parcel_id IN (SELECT id FROM parcels WHERE order_id = $1)"],
        columns: &[own("wish", "what was wished of a parcel")],
    },
    Room {
        table: "timeline",
        by: By::Order,
        rows: "SELECT at, kind, place, said, expected FROM timeline WHERE order_id = $1 ORDER BY id",
        erase: &["UPDATE timeline SET place = '', said = '' WHERE order_id = $1"],
        columns: &[own("place", "where a parcel was"), own("said", "what its carrier said of it")],
    },
    Room {
        table: "voids",
        by: By::Order,
        rows: "SELECT p.number, v.reason, v.state, v.said, v.asked_at FROM voids v JOIN parcels p ON p.id = v.parcel_id
            WHERE p.order_id = $1 ORDER BY v.parcel_id",
        erase: &["UPDATE voids SET reason = '', said = '' WHERE parcel_id IN (SELECT id FROM parcels WHERE order_id = $1)"],
        columns: &[
            own("reason", "why a label was given back to its carrier"),
            own("said", "why the carrier did not take a label back"),
        ],
    },
    Room {
        table: "parcels",
        by: By::Order,
        rows: "SELECT carrier, brand, number, shipment, page, state, made_at, expected FROM parcels WHERE order_id = $1 ORDER BY id",
        erase: &["UPDATE parcels SET number = 'erased:' || id, shipment = '', page = '' WHERE order_id = $1"],
        columns: &[
            own("number", "the carrier's number of a parcel"),
            own("shipment", "what the carrier calls the shipment"),
            own("page", "the carrier's page of it"),
        ],
    },
    Room {
        table: "payments",
        by: By::Order,
        rows: "SELECT way, provider, reference, state, minor, currency, taken, returned, waiting, made_at FROM payments
            WHERE order_id = $1 ORDER BY id",
        erase: &["UPDATE payments SET waiting = NULL WHERE order_id = $1"],
        columns: &[
            told_column("reference", "what the provider calls the payment", Fate::Books),
            own("waiting", "what was shown to pay with"),
        ],
    },
    Room {
        table: "refunds",
        by: By::Order,
        rows: "SELECT at, reason, minor, cards_minor FROM refunds WHERE order_id = $1 ORDER BY id",
        erase: &[],
        columns: &[told_column("reason", "why money went back", Fate::Books)],
    },
    Room {
        table: "documents",
        by: By::Order,
        rows: "SELECT number, kind, issued_at, says FROM documents WHERE order_id = $1 ORDER BY id",
        erase: &[],
        columns: &[told_column("says", "an invoice, a receipt, a credit note", Fate::Books)],
    },
    Room {
        table: "dispatches",
        by: By::Order,
        rows: "SELECT d.at, d.outcome, d.said FROM dispatches d JOIN notifications n ON n.id = d.notification_id
            WHERE n.order_id = $1 ORDER BY d.id",
        erase: &["UPDATE dispatches SET said = '' WHERE notification_id IN (SELECT id FROM notifications WHERE order_id = $1)"],
        columns: &[],
    },
    Room {
        table: "notifications",
        by: By::Order,
        rows: "SELECT kind, channel, recipient, lang, about, state, why, made_at, ended_at FROM notifications
            WHERE order_id = $1 ORDER BY id",
        erase: &["UPDATE notifications SET event = 'erased:' || id, recipient = '', about = '{}', why = 'erased',
                ended_at = coalesce(ended_at, due_at), state = CASE state WHEN 'waiting' THEN 'dropped' ELSE state END
            WHERE order_id = $1"],
        columns: &[],
    },
    Room {
        table: "devices",
        by: By::Order,
        rows: "SELECT d.endpoint, d.order_number, d.made_at FROM devices d JOIN orders o ON o.number = d.order_number
            WHERE o.id = $1 AND d.correspondent_id NOT IN (SELECT id FROM correspondents WHERE person = o.person) ORDER BY d.id",
        erase: &["DELETE FROM devices WHERE order_number = (SELECT number FROM orders WHERE id = $1)"],
        columns: &[],
    },
    Room {
        table: "orders",
        by: By::Order,
        rows: ORDER,
        erase: &[NOBODYS, "UPDATE order_offers SET person = 'erased:' || order_id WHERE order_id = $1"],
        columns: &[
            told_column("number", "the number of an order", Fate::Anonymous),
            told_column("lang", "the language it was placed in", Fate::Anonymous),
            told_column("country", "where it went", Fate::Anonymous),
            own("email", "who is written to"),
            own("name", "whose it is"),
            own("line1", "the street"),
            own("line2", "what is added to it"),
            own("city", "the town"),
            own("district", "the district"),
            own("region", "the state or province"),
            own("postcode", "the postcode"),
            own("phone", "the telephone"),
            own("pickup", "the pickup point"),
            own("gift_note", "what was written on a gift"),
            told_column("vat", "the buyer's VAT number", Fate::Books),
            told_column("vat_reference", "what the register of VAT numbers calls its answer", Fate::Books),
            secret("person", "who is written to, in small letters"),
            secret("token_hash", "what the order's link is known by"),
            secret("browser_hash", "whose it is"),
        ],
    },
];
