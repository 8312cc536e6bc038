//! Gift cards an order has brought: bought with it, or given in place of its money.

use domain::gift_cards::{CardEntry, CardOrigin, IssuedCard};
use domain::ids::{GiftCardId, OrderId};
use domain::money::Money;

use super::book;
use crate::database::{Conn, Tx};
use crate::error::{Fault, Result};
use crate::rows::Columns;
use crate::token::{chance_for_code, hashed};

/// Issues the gift cards bought with an order whose money is taken, one for each piece. An order that has them keeps them.
pub(crate) fn issue(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    const BOUGHT: &str = "SELECT l.position, l.quantity, l.unit_minor, o.currency FROM order_lines l JOIN orders o ON o.id = l.order_id
        WHERE l.order_id = $1 AND l.gift_card = 1 AND l.unit_minor > 0
            AND NOT EXISTS (SELECT 1 FROM gift_cards g WHERE g.order_id = l.order_id AND g.line = l.position) ORDER BY l.position";
    let bought = tx.all(BOUGHT, &[&order.0], |row| {
        Ok((row.get::<_, i64>("position")?, row.get::<_, u32>("quantity")?, row.money("unit_minor", "currency")?))
    })?;
    for (line, count, worth) in bought {
        for _ in 0..count {
            make(tx, order, Some(line), worth)?;
        }
    }
    Ok(())
}

/// Gives a gift card in place of so much of an order's money.
pub(crate) fn give_credit(tx: &Tx<'_>, order: OrderId, worth: Money) -> Result<()> {
    make(tx, order, None, worth)
}

fn make(tx: &Tx<'_>, order: OrderId, line: Option<i64>, worth: Money) -> Result<()> {
    const MAKE: &str = "INSERT INTO gift_cards (seed, code_hash, tail, origin, order_id, line, balance, currency, made_at)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8) RETURNING id";
    let origin = if line.is_some() { CardOrigin::Bought } else { CardOrigin::Refund };
    let seed = chance_for_code()?;
    let code = tx.issuer().code(&seed)?;
    let tail = &code.as_str()[code.as_str().len().saturating_sub(4)..];
    let id = tx.one(
        MAKE,
        &[&seed, &hashed(code.as_str()), &tail, &origin.code(), &order.0, &line, &worth.currency.code(), &tx.now().0],
        |row| Ok(GiftCardId(row.get("id")?)),
    )?;
    let id = id.ok_or(Fault::Books("a new gift card has no id".to_owned()))?;
    book(tx, id, CardEntry::Issued, worth.minor, order).map(drop)
}

/// The gift cards an order has brought.
pub(crate) fn of_order(conn: &Conn, order: OrderId) -> Result<Vec<IssuedCard>> {
    const OF: &str = "SELECT g.origin, g.seed, g.balance, g.currency, l.minor AS worth FROM gift_cards g
        JOIN gift_card_ledger l ON l.card_id = g.id AND l.entry = 'issued' WHERE g.order_id = $1 ORDER BY g.id";
    let cards = conn.all(OF, &[&order.0], |row| {
        let sums = (row.money("worth", "currency")?, row.money("balance", "currency")?);
        Ok((row.code::<CardOrigin>("origin")?, row.get::<_, [u8; 16]>("seed")?, sums))
    })?;
    let card = |(origin, seed, (worth, balance)): (CardOrigin, [u8; 16], (Money, Money))| {
        Ok(IssuedCard { origin, code: conn.issuer().code(&seed)?, worth, balance })
    };
    cards.into_iter().map(card).collect()
}

/// Takes so many of the cards of a line back, whose money is refunded. False, and nothing taken, where fewer are whole.
pub(crate) fn withdraw_line(tx: &Tx<'_>, order: OrderId, line: i64, count: u32) -> Result<bool> {
    const WHOLE: &str =
        "SELECT g.id, g.balance FROM gift_cards g JOIN gift_card_ledger l ON l.card_id = g.id AND l.entry = 'issued'
        WHERE g.order_id = $1 AND g.line = $2 AND g.balance = l.minor ORDER BY g.id LIMIT $3";
    let whole = tx.all(WHOLE, &[&order.0, &line, &count], id_and_balance)?;
    if whole.len() < count as usize {
        return Ok(false);
    }
    for (card, balance) in whole {
        book(tx, card, CardEntry::Withdrawn, -balance, order)?;
    }
    Ok(true)
}

/// Takes back what is left on the cards bought with an order, whose money a bank has fetched back.
pub(crate) fn dispute_bought(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    const LEFT: &str = "SELECT id, balance FROM gift_cards WHERE order_id = $1 AND origin = 'bought' AND balance > 0 ORDER BY id";
    for (card, balance) in tx.all(LEFT, &[&order.0], id_and_balance)? {
        book(tx, card, CardEntry::Disputed, -balance, order)?;
    }
    Ok(())
}

/// Gives the cards bought with an order what a dispute took off them: it is won.
pub(crate) fn win_back_bought(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    const EMPTIED: &str = "SELECT g.id, -sum(l.minor) AS balance FROM gift_cards g JOIN gift_card_ledger l ON l.card_id = g.id
        WHERE g.order_id = $1 AND l.entry IN ('disputed', 'won') GROUP BY g.id HAVING sum(l.minor) < 0 ORDER BY g.id";
    for (card, balance) in tx.all(EMPTIED, &[&order.0], id_and_balance)? {
        book(tx, card, CardEntry::Won, balance, order)?;
    }
    Ok(())
}

fn id_and_balance(row: &rusqlite::Row<'_>) -> rusqlite::Result<(GiftCardId, i64)> {
    Ok((GiftCardId(row.get("id")?), row.get("balance")?))
}
