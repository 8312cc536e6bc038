//! What must always hold of documents: that they say what was sold, that none is missing, and what becomes of them when an order is
//! cancelled.

use super::Invariant;

/// The questions.
pub(super) const INVARIANTS: &[Invariant] = &[
    (
        "I11",
        "what is invoiced of every order whose money is taken, less what changes of it have credited, is its sum and its tax, or there is \
         the work that writes it",
        "SELECT 'order ' || o.number || ' is ' || o.total_minor || ', invoiced ' || coalesce(sum(d.total), 0) AS row FROM orders o
         LEFT JOIN (SELECT order_id, currency, CASE kind WHEN 'invoice' THEN total_minor ELSE -total_minor END AS total,
            CASE kind WHEN 'invoice' THEN tax_minor ELSE -tax_minor END AS tax FROM documents
            WHERE kind = 'invoice' OR kind = 'credit-note' AND of_change = 1) d ON d.order_id = o.id AND d.currency = o.currency
         WHERE EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id AND p.state = 'captured')
            AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id AND p.state = 'promised')
            AND NOT EXISTS (SELECT 1 FROM outbox j
            WHERE j.kind = 'issue_documents' AND j.subject = o.id AND j.state <> 'done')
         GROUP BY o.id, o.number, o.total_minor, o.tax_minor
         HAVING coalesce(sum(d.total), -1) <> o.total_minor OR coalesce(sum(d.tax), -1) <> o.tax_minor",
    ),
    (
        "I11e",
        "every line of an order whose money is taken is on an invoice, and every such payment on a receipt",
        "SELECT 'order ' || o.number AS row FROM orders o
         WHERE EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id AND p.state = 'captured')
            AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id AND p.state = 'promised')
            AND (EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id AND l.document_id IS NULL)
                OR EXISTS (SELECT 1 FROM payments p WHERE p.order_id = o.id AND p.state = 'captured' AND p.receipt_id IS NULL))
            AND NOT EXISTS (SELECT 1 FROM outbox j
            WHERE j.kind = 'issue_documents' AND j.subject = o.id AND j.state <> 'done')",
    ),
    (
        "I11b",
        "the numbers of documents have no gap",
        "SELECT s.kind || ' ' || s.year || ' counts ' || s.last || ', has ' || count(d.id) AS row FROM document_series s
         LEFT JOIN documents d ON d.kind = s.kind AND d.year = s.year
         GROUP BY s.kind, s.year, s.last HAVING count(d.id) <> s.last OR min(d.sequence) <> 1 OR max(d.sequence) <> s.last",
    ),
    (
        "I11c",
        "the invoices of an order, less what changes of it have credited, say its taxes, unless it was cancelled before the money came \
         of a change that made it dearer: that is on none",
        "SELECT 'order ' || order_id || ' at ' || percent AS row FROM (
            SELECT o.order_id, o.percent, o.net, o.tax FROM order_taxes o
            UNION ALL SELECT d.order_id, t.percent, CASE d.kind WHEN 'invoice' THEN -t.net ELSE t.net END,
                CASE d.kind WHEN 'invoice' THEN -t.tax ELSE t.tax END
            FROM documents d JOIN document_taxes t ON t.document_id = d.id
            WHERE d.kind = 'invoice' OR d.kind = 'credit-note' AND d.of_change = 1) AS rates
         WHERE order_id IN (SELECT order_id FROM documents WHERE kind = 'invoice')
            AND order_id NOT IN (SELECT order_id FROM payments WHERE state = 'promised')
            AND order_id NOT IN (SELECT c.order_id FROM order_changes c JOIN orders o ON o.id = c.order_id
                WHERE c.state = 'made' AND o.state = 'cancelled' AND c.total_minor > c.was_minor AND NOT EXISTS (
                    SELECT 1 FROM payments p WHERE p.change_id = c.id AND p.receipt_id IS NOT NULL))
         GROUP BY order_id, percent HAVING sum(net) <> 0 OR sum(tax) <> 0",
    ),
    (
        "I11d",
        "no more is credited than was invoiced",
        "SELECT 'order ' || order_id AS row FROM documents WHERE kind <> 'receipt' GROUP BY order_id
         HAVING sum(CASE kind WHEN 'invoice' THEN total_minor ELSE -total_minor END) < 0
            OR sum(CASE kind WHEN 'invoice' THEN tax_minor ELSE -tax_minor END) < 0",
    ),
    (
        "I11f",
        "of an order that is cancelled all that was invoiced is credited, at each rate",
        "SELECT 'order ' || o.number || ' at ' || t.percent AS row FROM orders o
         JOIN documents d ON d.order_id = o.id AND d.kind <> 'receipt' JOIN document_taxes t ON t.document_id = d.id
         WHERE o.state = 'cancelled' GROUP BY o.id, o.number, t.percent
         HAVING sum(CASE d.kind WHEN 'invoice' THEN t.net ELSE -t.net END) <> 0
            OR sum(CASE d.kind WHEN 'invoice' THEN t.tax ELSE -t.tax END) <> 0",
    ),
    (
        "I11g",
        "of an order that is cancelled the shop keeps no money but what came back to it, and what it has of it goes back",
        "SELECT 'payment ' || p.id || ' is ' || p.state || ', keeps ' || p.kept AS row FROM payments p JOIN orders o ON o.id = p.order_id
         WHERE o.state = 'cancelled' AND (p.state IN ('promised', 'captured') OR p.kept > p.bounced + p.won
            OR p.taken - p.returned + p.bounced - p.lost + p.won > p.kept AND NOT EXISTS (SELECT 1 FROM outbox j
                WHERE j.kind = 'refund' AND j.subject = p.id AND j.state <> 'done'))",
    ),
];
