//! The audit: what must always hold in the books (`cartwright audit`).

use crate::database::Conn;
use crate::error::Result;

mod papers;

/// One thing that must hold, and the rows for which it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which invariant.
    pub id: &'static str,
    /// What it says.
    pub says: &'static str,
    /// What contradicts it; empty when it holds.
    pub against: Vec<String>,
}

/// A question that finds nothing when the books are right: its name, what it says, and itself.
type Invariant = (&'static str, &'static str, &'static str);

/// All but those of documents, which are in `audit/papers.rs`.
const INVARIANTS: &[Invariant] = &[
    (
        "I1",
        "the money ledger sums to zero, payment by payment",
        "SELECT 'payment ' || payment_id || ' ' || cause || ' sums to ' || sum(minor) AS row FROM money_ledger
         GROUP BY payment_id, cause, currency HAVING sum(minor) <> 0",
    ),
    (
        "I1b",
        "what the ledger says of a payment's money is what the payment says",
        "SELECT 'payment ' || p.id || ' has ' || (p.taken - p.returned + p.bounced - p.lost + p.won) || ', the ledger ' || coalesce(l.minor, 0) AS row
         FROM payments p LEFT JOIN (SELECT payment_id, sum(minor) AS minor FROM money_ledger WHERE account = 'provider' GROUP BY payment_id) l
            ON l.payment_id = p.id
         WHERE coalesce(l.minor, 0) <> p.taken - p.returned + p.bounced - p.lost + p.won",
    ),
    (
        "I2",
        "stock is what its ledger says, and no more is promised than there is",
        "SELECT 'variant ' || v.id || ' has ' || v.on_hand || '/' || v.held AS row FROM variants v
         LEFT JOIN (SELECT variant_id, sum(on_hand) AS h, sum(held) AS r FROM stock_ledger GROUP BY variant_id) l ON l.variant_id = v.id
         WHERE v.on_hand <> coalesce(l.h, 0) OR v.held <> coalesce(l.r, 0) OR v.held < 0
            OR (v.selling = 'in_stock' AND v.on_hand < v.held)",
    ),
    (
        "I2b",
        "what is held is what unpaid orders hold and what changes add that wait to be paid, and what left is what paid orders sold",
        "SELECT 'order ' || o.number || ' is ' || o.state AS row FROM orders o
         LEFT JOIN (SELECT order_id, sum(held) AS held, sum(on_hand) AS gone FROM stock_ledger WHERE order_id IS NOT NULL GROUP BY order_id) l
            ON l.order_id = o.id
         JOIN (SELECT order_id, sum(quantity) AS n FROM order_lines GROUP BY order_id) q ON q.order_id = o.id
         LEFT JOIN (SELECT c.order_id, sum(a.quantity) AS n FROM order_changes c JOIN order_change_lines a ON a.change_id = c.id
            WHERE c.state = 'asked' AND a.taken = 0 GROUP BY c.order_id) w ON w.order_id = o.id
         WHERE coalesce(l.held, 0) <> CASE o.state WHEN 'placed' THEN q.n ELSE coalesce(w.n, 0) END
            OR coalesce(l.gone, 0) <> CASE o.state WHEN 'paid' THEN -q.n ELSE 0 END",
    ),
    (
        "I3",
        "an order is paid exactly when one payment, and one of each change that cost more, of all that gift cards do not pay is captured \
         or promised, or a promise was broken",
        "SELECT 'order ' || o.number || ' is ' || o.state AS row FROM orders o
         WHERE (o.state = 'paid') <> (coalesce((SELECT sum(p.minor - p.less) FROM payments p WHERE p.order_id = o.id
            AND p.state IN ('captured', 'promised') AND p.currency = o.currency), -1) = o.total_minor - o.cards_minor)
         AND NOT (o.state = 'paid' AND EXISTS (SELECT 1 FROM timeline t WHERE t.order_id = o.id AND t.kind = 'payment_broken'))",
    ),
    (
        "I4",
        "money that is nobody's is on its way back",
        "SELECT 'payment ' || p.id || ' holds ' || (p.taken - p.returned + p.bounced - p.lost + p.won) || ', of which is kept ' || p.kept AS row FROM payments p
         WHERE p.taken - p.returned + p.bounced - p.lost + p.won > p.kept
            AND NOT EXISTS (SELECT 1 FROM outbox j WHERE j.kind = 'refund' AND j.subject = p.id AND j.state <> 'done')",
    ),
    (
        "I5",
        "no more is sent back than was taken",
        "SELECT 'payment ' || payment_id AS row FROM money_ledger WHERE account = 'provider'
         GROUP BY payment_id HAVING sum(minor) < 0",
    ),
    (
        "I6",
        "no more is refunded than was taken, and what was refunded is kept no longer",
        "SELECT 'payment ' || p.id || ' keeps ' || p.kept || ' of ' || p.minor || ', refunded ' || sum(r.minor - r.cards_minor) AS row
         FROM refunds r JOIN payments p ON p.id = r.payment_id GROUP BY p.id HAVING p.kept - p.bounced + sum(r.minor - r.cards_minor) > p.minor",
    ),
    (
        "I7",
        "no offer was had by more orders than may have it, nor by more of one person",
        "SELECT 'offer ' || id || ' was had ' || n || ' times' AS row FROM (
            SELECT f.offer_id AS id, count(*) AS n FROM order_offers f JOIN orders o ON o.id = f.order_id
                WHERE o.state <> 'cancelled' GROUP BY f.offer_id) AS had
         JOIN offers USING (id) WHERE n > CAST(limits ->> 'in_all' AS INTEGER)
         UNION ALL
         SELECT 'offer ' || id || ' was had ' || n || ' times by one' AS row FROM (
            SELECT f.offer_id AS id, count(*) AS n FROM order_offers f JOIN orders o ON o.id = f.order_id
                WHERE o.state <> 'cancelled' GROUP BY f.offer_id, f.person) AS had
         JOIN offers USING (id) WHERE n > CAST(limits ->> 'per_person' AS INTEGER)",
    ),
    (
        "I7b",
        "an offer knows how many orders have had it",
        "SELECT 'offer ' || f.id || ' was had ' || count(o.id) || ' times, and says ' || f.had AS row FROM offers f
         LEFT JOIN order_offers t ON t.offer_id = f.id LEFT JOIN orders o ON o.id = t.order_id AND o.state <> 'cancelled'
         GROUP BY f.id, f.had HAVING f.had <> count(o.id)",
    ),
    (
        "I8",
        "an order's sum is its lines' and its delivery's, and a cart became one order",
        "SELECT 'order ' || o.number AS row FROM orders o
         WHERE o.goods_minor <> (SELECT coalesce(sum(unit_minor * quantity), -1) FROM order_lines l WHERE l.order_id = o.id)",
    ),
    (
        "I8b",
        "the tax rows of an order add up to its tax, and with what is untaxed to its sum",
        "SELECT 'order ' || o.number || ' holds ' || o.tax_minor || ', its rows ' || coalesce(t.tax, 0) AS row FROM orders o
         LEFT JOIN (SELECT order_id, sum(tax) AS tax, sum(net + tax) AS gross FROM order_taxes GROUP BY order_id) t
            ON t.order_id = o.id
         WHERE o.tax_minor <> coalesce(t.tax, 0) OR coalesce(t.gross, o.total_minor) <> o.total_minor",
    ),
    (
        "I8c",
        "what offers took off an order, and did not go with what was taken out, is what its lines and its delivery are less, as far as \
         its delivery costs so much",
        "SELECT 'order ' || o.number || ' is ' || o.goods_off_minor || ' and ' || o.delivery_off_minor || ' less' AS row FROM orders o
         LEFT JOIN (SELECT order_id, sum(goods_minor) AS goods, sum(delivery_minor) AS delivery FROM order_offers GROUP BY order_id) f
            ON f.order_id = o.id
         LEFT JOIN (SELECT order_id, sum(off_minor) AS off FROM order_lines GROUP BY order_id) l ON l.order_id = o.id
         LEFT JOIN (SELECT order_id, sum(off_minor) AS off FROM order_changes WHERE state = 'made' GROUP BY order_id) c
            ON c.order_id = o.id
         WHERE o.goods_off_minor <> coalesce(f.goods, 0) - coalesce(c.off, 0) 
            OR o.delivery_off_minor <> CASE WHEN coalesce(f.delivery, 0) > o.delivery_minor THEN o.delivery_minor ELSE coalesce(f.delivery, 0) END
            OR o.goods_off_minor <> coalesce(l.off, 0)",
    ),
    (
        "I9",
        "every paid order has its parcels, the work that makes them, or somebody who brings them to a carrier or chooses one, unless it is \
         of gift cards alone",
        "SELECT 'order ' || o.number AS row FROM orders o WHERE o.state = 'paid'
         AND EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.gift_card = 0)
         AND (NOT EXISTS (SELECT 1 FROM pieces s WHERE s.order_id = o.id) OR EXISTS (SELECT 1 FROM pieces s
            LEFT JOIN parcels p ON p.order_id = s.order_id AND p.piece = s.piece
            WHERE s.order_id = o.id AND s.by_hand = 0 AND p.id IS NULL AND (s.by_choice = 0 OR EXISTS (SELECT 1 FROM label_choices c
                WHERE c.order_id = s.order_id AND c.piece = s.piece AND c.state = 'asked'))))
         AND NOT EXISTS (SELECT 1 FROM outbox j WHERE j.kind = 'make_parcel' AND j.subject = o.id AND j.state <> 'done')",
    ),
    (
        "I9b",
        "of an order that is packed, everything lies in its pieces, once",
        "SELECT 'order ' || o.number || ' line ' || l.position || ' is ' || l.quantity || ', packed ' || coalesce(s.n, 0) AS row
         FROM order_lines l JOIN orders o ON o.id = l.order_id
         LEFT JOIN (SELECT order_id, position, sum(quantity) AS n FROM piece_lines GROUP BY order_id, position) s
            ON s.order_id = l.order_id AND s.position = l.position
         WHERE EXISTS (SELECT 1 FROM piece_lines a WHERE a.order_id = o.id)
            AND coalesce(s.n, 0) <> CASE l.gift_card WHEN 1 THEN 0 ELSE l.quantity END",
    ),
    (
        "I16",
        "a label in no piece is one that its carrier has taken back, and every label that is to be given back has the work that asks",
        "SELECT 'parcel ' || p.id || ' is in ' || coalesce(p.piece, 'no piece') || ', given back: ' || coalesce(v.state, 'no') AS row
         FROM parcels p LEFT JOIN voids v ON v.parcel_id = p.id
         WHERE (p.piece IS NULL) <> (coalesce(v.state, '') IN ('requested', 'done', 'kept'))
         UNION ALL
         SELECT 'parcel ' || v.parcel_id || ' is asked back' AS row FROM voids v WHERE v.state = 'asked'
            AND NOT EXISTS (SELECT 1 FROM outbox j WHERE j.kind = 'void_label' AND j.subject = v.parcel_id AND j.state <> 'done')",
    ),
    (
        "I12",
        "a gift card holds what its ledger says",
        "SELECT 'gift card ' || g.id || ' holds ' || g.balance || ', its ledger says ' || coalesce(sum(l.minor), 0) AS row FROM gift_cards g
         LEFT JOIN gift_card_ledger l ON l.card_id = g.id GROUP BY g.id, g.balance HAVING g.balance <> coalesce(sum(l.minor), 0)",
    ),
    (
        "I12b",
        "gift cards have paid of an order what it says, less what was refunded to them; of one that was given up, nothing",
        "SELECT 'order ' || o.number || ' says ' || o.cards_minor || ', cards paid ' || coalesce(l.spent, 0) AS row FROM orders o
         LEFT JOIN (SELECT order_id, -sum(minor) AS spent FROM gift_card_ledger WHERE entry IN ('spent', 'given_back') GROUP BY order_id) l
            ON l.order_id = o.id
         LEFT JOIN (SELECT order_id, sum(cards_minor) AS minor FROM refunds GROUP BY order_id) r ON r.order_id = o.id
         LEFT JOIN (SELECT g.order_id, sum(i.minor) AS minor FROM gift_cards g JOIN gift_card_ledger i ON i.card_id = g.id
            AND i.entry = 'issued' WHERE g.origin = 'refund' GROUP BY g.order_id) n ON n.order_id = o.id
         WHERE coalesce(l.spent, 0) <> CASE o.state WHEN 'cancelled' THEN 0
            ELSE o.cards_minor - coalesce(r.minor, 0) + coalesce(n.minor, 0) END",
    ),
    (
        "I12c",
        "of an order whose money is taken there is a gift card for each that was bought, and of no other",
        "SELECT 'order ' || o.number || ' bought ' || coalesce(b.n, 0) || ', has ' || coalesce(c.n, 0) AS row FROM orders o
         LEFT JOIN (SELECT order_id, sum(quantity) AS n FROM order_lines WHERE gift_card = 1 AND unit_minor > 0 GROUP BY order_id) b
            ON b.order_id = o.id
         LEFT JOIN (SELECT order_id, count(*) AS n FROM gift_cards WHERE origin = 'bought' GROUP BY order_id) c ON c.order_id = o.id
         WHERE coalesce(c.n, 0) <> CASE WHEN EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id AND p.state = 'captured')
            THEN coalesce(b.n, 0) ELSE 0 END",
    ),
    (
        "I14",
        "a change that waits to be paid has the work that ends it, and an order costs what its last change has made of it",
        "SELECT 'change ' || c.id || ' waits' AS row FROM order_changes c WHERE c.state = 'asked'
            AND NOT EXISTS (SELECT 1 FROM outbox j WHERE j.kind = 'expire_change' AND j.subject = c.id AND j.state <> 'done')
         UNION ALL
         SELECT 'order ' || o.number || ' costs ' || o.total_minor || ', its change says ' || c.total_minor AS row
         FROM order_changes c JOIN orders o ON o.id = c.order_id
         WHERE c.id = (SELECT max(id) FROM order_changes WHERE order_id = o.id AND state = 'made') AND c.total_minor <> o.total_minor",
    ),
    (
        "I14b",
        "a change that is made is paid where it cost more, and no payment is kept for one that is not",
        "SELECT 'change ' || c.id || ' is ' || c.state AS row FROM order_changes c JOIN orders o ON o.id = c.order_id
         WHERE (c.state = 'made' AND c.total_minor > c.was_minor AND o.state = 'paid') <>
            ((SELECT count(*) FROM payments p WHERE p.change_id = c.id AND p.state IN ('captured', 'promised')) = 1)
            AND NOT EXISTS (SELECT 1 FROM timeline t WHERE t.order_id = o.id AND t.kind = 'payment_broken')",
    ),
    (
        "I14c",
        "an order is sent as its last change of that says",
        "SELECT 'order ' || o.number || ' is sent by ' || o.service || ', its change says ' || w.service AS row
         FROM order_change_ways w JOIN order_changes c ON c.id = w.change_id JOIN orders o ON o.id = c.order_id
         WHERE c.id = (SELECT max(d.id) FROM order_changes d JOIN order_change_ways v ON v.change_id = d.id
                WHERE d.order_id = o.id AND d.state = 'made')
            AND (w.service <> o.service OR w.delivery_minor <> o.delivery_minor OR w.delivery_off_minor <> o.delivery_off_minor)",
    ),
    (
        "I14d",
        "an order goes to the country its last change of that says, and all in it is taxed there",
        "SELECT 'order ' || o.number || ' goes to ' || o.country || ', its change says ' || p.country AS row
         FROM order_change_places p JOIN order_changes c ON c.id = p.change_id JOIN orders o ON o.id = c.order_id
         WHERE c.id = (SELECT max(d.id) FROM order_changes d JOIN order_change_places q ON q.change_id = d.id
                WHERE d.order_id = o.id AND d.state = 'made')
            AND (p.country <> o.country OR EXISTS (SELECT 1 FROM order_taxes t WHERE t.order_id = o.id
                AND t.percent NOT IN (SELECT l.percent FROM order_lines l WHERE l.order_id = o.id)))",
    ),
    (
        "I15",
        "whoever asked to cancel an order waits while it stands and no parcel of it has left, and gets what was granted",
        "SELECT 'order ' || o.number || ' is ' || o.state || ', its cancellation ' || c.state AS row
         FROM cancellations c JOIN orders o ON o.id = c.order_id
         WHERE c.state = 'granted' AND o.state <> 'cancelled' OR c.state = 'declined' AND o.state <> 'paid'
            OR c.state = 'asked' AND (o.state <> 'paid'
                OR EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = o.id AND p.state <> 'label_created'))",
    ),
    (
        "I13",
        "every message that waits has the work that sends it",
        "SELECT 'message ' || n.id || ' (' || n.event || ')' AS row FROM notifications n WHERE n.state = 'waiting'
         AND NOT EXISTS (SELECT 1 FROM outbox j WHERE j.kind = 'send_message' AND j.subject = coalesce(n.lead_id, n.id)
            AND j.state <> 'done')",
    ),
    ("I10a", "the file is sound", "SELECT integrity_check AS row FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
    ("I10b", "every reference leads somewhere", "SELECT \"table\" || ' ' || coalesce(rowid, 0) AS row FROM pragma_foreign_key_check"),
];

/// Asks every invariant, of all of the books: that takes longer than a shopper would wait.
pub fn audit(conn: &Conn) -> Result<Vec<Finding>> {
    conn.unhurried();
    let ask =
        |&(id, says, question): &Invariant| Ok(Finding { id, says, against: conn.all(question, &[], |row| row.get("row"))? });
    INVARIANTS.iter().chain(papers::INVARIANTS).map(ask).collect()
}
