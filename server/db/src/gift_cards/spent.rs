//! What gift cards pay of an order, and what of it they have got back.

use domain::gift_cards::{self, CardEntry, CardPart};
use domain::ids::{GiftCardId, OrderId};
use domain::money::{Currency, Money};

use super::book;
use crate::database::{Conn, Tx};
use crate::error::Result;

/// Pays a part of an order with each of these cards; says whether they all held as much.
pub(crate) fn spend(tx: &Tx<'_>, order: OrderId, parts: &[CardPart]) -> Result<bool> {
    for part in parts {
        if !book(tx, part.id, CardEntry::Spent, -part.paid.minor, order)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Pays again for an order that was given up and lives again, as it was paid before. False, and nothing spent, where a card
/// holds too little by now.
pub(crate) fn spend_again(tx: &Tx<'_>, order: OrderId) -> Result<bool> {
    const LAST: &str = "SELECT l.card_id, l.minor, g.balance FROM gift_card_ledger l JOIN gift_cards g ON g.id = l.card_id
        WHERE l.id IN (SELECT max(id) FROM gift_card_ledger WHERE order_id = $1 AND entry = 'spent' GROUP BY card_id) ORDER BY l.id";
    let parts = tx.all(LAST, &[&order.0], |row| {
        Ok((GiftCardId(row.get("card_id")?), row.get::<_, i64>("minor")?, row.get::<_, i64>("balance")?))
    })?;
    if parts.iter().any(|(_, minor, balance)| balance + minor < 0) {
        return Ok(false);
    }
    for (card, minor, _) in parts {
        book(tx, card, CardEntry::Spent, minor, order)?;
    }
    Ok(true)
}

/// Gives so much of what cards paid of an order back to them, or as much as there is; says how much, in minor units.
pub(crate) fn give_back(tx: &Tx<'_>, order: OrderId, minor: i64) -> Result<i64> {
    let mut given = 0;
    for (card, part) in gift_cards::give_back(&standing(tx, order)?, minor) {
        book(tx, card, CardEntry::GivenBack, part, order)?;
        given += part;
    }
    Ok(given)
}

/// What cards paid of an order and have not got back, in minor units.
pub(crate) fn paid(conn: &Conn, order: OrderId) -> Result<i64> {
    Ok(standing(conn, order)?.iter().map(|(_, minor)| minor).sum())
}

/// What each card paid of an order and has not got back, the first first.
fn standing(conn: &Conn, order: OrderId) -> Result<Vec<(GiftCardId, i64)>> {
    const OF: &str = "SELECT card_id, -sum(minor) AS minor FROM gift_card_ledger
        WHERE order_id = $1 AND entry IN ('spent', 'given_back') GROUP BY card_id HAVING sum(minor) < 0 ORDER BY min(id)";
    conn.all(OF, &[&order.0], |row| Ok((GiftCardId(row.get("card_id")?), row.get("minor")?)))
}

/// What each card pays of an order: as it was placed, less what went back to it since because the order has become smaller.
pub(crate) fn of_order(conn: &Conn, order: OrderId, currency: Currency) -> Result<Vec<CardPart>> {
    const OF: &str = "SELECT g.id, g.tail, -l.minor AS minor, o.cards_minor FROM gift_card_ledger l JOIN gift_cards g ON g.id = l.card_id
        JOIN orders o ON o.id = l.order_id
        WHERE l.id IN (SELECT max(id) FROM gift_card_ledger WHERE order_id = $1 AND entry = 'spent' GROUP BY card_id) ORDER BY l.id";
    let mut left = None;
    let parts = conn.all(OF, &[&order.0], |row| {
        let (paid, all) = (row.get::<_, i64>("minor")?, left.unwrap_or(row.get::<_, i64>("cards_minor")?));
        let paid = paid.min(all);
        left = Some(all - paid);
        Ok(CardPart { id: GiftCardId(row.get("id")?), tail: row.get("tail")?, paid: Money::new(paid, currency) })
    })?;
    Ok(parts.into_iter().filter(|part| !part.paid.is_zero()).collect())
}
