//! What providers keep for an account: the name it has there, and the cards it was wished to remember.

use domain::Never;
use domain::account::Account;
use domain::ids::{AccountId, KeptCardId, OrderId, PaymentId};
use domain::payments::{KeptCard, PaymentState};
use domain::time::Timestamp;
use rusqlite::Row;

use super::{Payment, of_order, tries};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::outbox::Job;
use crate::rows::Columns;
use crate::token::Token;

/// The purse of whoever pays, in an attempt their account has begun itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purse {
    /// Whose.
    pub account: AccountId,
    /// Since when they have their account: another one may have its number when it is gone.
    pub since: Timestamp,
    /// Where letters to them go.
    pub email: String,
    /// What the provider calls them; none where it keeps nothing yet.
    pub name: Option<String>,
    /// Whether the card that is paid with is to be kept.
    pub keep: bool,
}

/// What a provider is to forget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToForget {
    /// Which provider.
    pub provider: String,
    /// What it calls the account.
    pub purse: String,
    /// A card; without one, the purse with all that is in it.
    pub card: Option<String>,
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Option<Purse>> {
    let Some(account) = row.get::<_, Option<i64>>("payer")? else { return Ok(None) };
    Ok(Some(Purse {
        account: AccountId(account),
        since: row.time("payer_since")?,
        email: row.get("payer_email")?,
        name: row.get("purse")?,
        keep: row.get("keep_card")?,
    }))
}

/// An account begins an attempt to pay itself: its purse is open, and the card is kept if it wishes so. Of an order that is no
/// account's nothing is.
pub(crate) fn open_purse(tx: &Tx<'_>, id: PaymentId, keep: bool) -> Result<()> {
    const OPEN: &str = "UPDATE payments SET purse_open = 1, keep_card = $1 WHERE id = $2 AND EXISTS (
        SELECT 1 FROM orders o JOIN accounts a ON a.owner_hash = o.browser_hash WHERE o.id = payments.order_id)";
    tx.run(OPEN, &[&keep, &id.0]).map(drop)
}

/// Somebody goes to pay an order: who is not the account whose purse is open in the last attempt pays in another one.
pub fn shut_purse(tx: &Tx<'_>, order: OrderId, asker: Option<&Token>) -> Answer<(), Never> {
    const THEIRS: &str = "SELECT 1 AS one FROM accounts WHERE id = $1 AND owner_hash = $2";
    let last = of_order(tx, order)?;
    let Some(purse) = last.purse.as_ref().filter(|_| last.state() == PaymentState::Pending) else { return Ok(()) };
    let theirs = match asker {
        Some(asker) => tx.one(THEIRS, &[&purse.account.0, &asker.hash()], |_| Ok(()))?.is_some(),
        None => false,
    };
    if theirs { Ok(()) } else { Ok(tries::give_up(tx, last.id)?) }
}

/// The provider of a payment calls its account so from now on. The first name stays.
pub fn purse_is(tx: &Tx<'_>, id: PaymentId, name: &str) -> Answer<(), Never> {
    const NAMED: &str = "INSERT INTO purses (account_id, provider, name)
        SELECT a.id, p.provider, $1 FROM payments p JOIN orders o ON o.id = p.order_id JOIN accounts a ON a.owner_hash = o.browser_hash
            WHERE p.id = $2 AND p.purse_open = 1
        ON CONFLICT (account_id, provider) DO NOTHING";
    tx.run(NAMED, &[&name, &id.0])?;
    Ok(())
}

/// The provider has kept the card a payment was made with, as was wished.
pub(super) fn keep_card(tx: &Tx<'_>, payment: &Payment, card: &KeptCard) -> Result<()> {
    const KEEP: &str = "INSERT INTO kept_cards (account_id, provider, token, brand, tail, month, year, kept_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (provider, token) DO NOTHING";
    let Some(purse) = payment.purse.as_ref().filter(|purse| purse.keep) else { return Ok(()) };
    let values: [&dyn rusqlite::ToSql; 8] =
        [&purse.account.0, &payment.provider, &card.token, &card.brand, &card.tail, &card.month, &card.year, &tx.now().0];
    tx.run(KEEP, &values).map(drop)
}

/// The cards that are kept for an account, the newest first.
pub fn kept_cards(conn: &Conn, account: AccountId) -> Result<Vec<(KeptCardId, KeptCard)>> {
    const OF: &str = "SELECT id, token, brand, tail, month, year FROM kept_cards WHERE account_id = $1 ORDER BY id DESC";
    conn.all(OF, &[&account.0], |row| {
        let (token, brand, tail) = (row.get("token")?, row.get("brand")?, row.get("tail")?);
        let card = KeptCard { token, brand, tail, month: row.get("month")?, year: row.get("year")? };
        Ok((KeptCardId(row.get("id")?), card))
    })
}

/// Takes a card of an account away, here at once, and at the provider after the commit.
pub fn forget_card(tx: &Tx<'_>, account: AccountId, id: KeptCardId) -> Answer<(), Never> {
    const FORGET: &str = "DELETE FROM kept_cards WHERE account_id = $1 AND id = $2 RETURNING provider, token";
    const PURSE: &str = "SELECT name FROM purses WHERE account_id = $1 AND provider = $2";
    let card: Option<(String, String)> =
        tx.one(FORGET, &[&account.0, &id.0], |row| Ok((row.get("provider")?, row.get("token")?)))?;
    let Some((provider, token)) = card else { return Ok(()) };
    let purse = tx.one(PURSE, &[&account.0, &provider], |row| row.get::<_, String>("name"))?.unwrap_or_default();
    Ok(ask_to_forget(tx, &ToForget { provider, purse, card: Some(token) })?)
}

/// Takes all an account has at providers away, as [`forget_card`] does one card: it is deleted.
pub(crate) fn forget_purses(tx: &Tx<'_>, account: &Account) -> Result<()> {
    const ALL: &str = "DELETE FROM purses WHERE account_id = $1 RETURNING provider, name";
    let all = tx
        .all(ALL, &[&account.id.0], |row| Ok(ToForget { provider: row.get("provider")?, purse: row.get("name")?, card: None }))?;
    tx.run("DELETE FROM kept_cards WHERE account_id = $1", &[&account.id.0])?;
    all.iter().try_for_each(|one| ask_to_forget(tx, one))
}

fn ask_to_forget(tx: &Tx<'_>, what: &ToForget) -> Result<()> {
    const WRITE: &str = "INSERT INTO cards_to_forget (provider, purse, card) VALUES ($1, $2, $3) RETURNING id";
    let id = tx.one(WRITE, &[&what.provider, &what.purse, &what.card], |row| row.get::<_, i64>("id"))?;
    tx.later(Job::ForgetCard, id.unwrap_or_default(), tx.now())
}

/// What a provider is to be told to forget; none where it has.
pub fn to_forget(conn: &Conn, id: i64) -> Result<Option<ToForget>> {
    const OF: &str = "SELECT provider, purse, card FROM cards_to_forget WHERE id = $1";
    conn.one(OF, &[&id], |row| Ok(ToForget { provider: row.get("provider")?, purse: row.get("purse")?, card: row.get("card")? }))
}

/// It has forgotten it.
pub fn forgotten(tx: &Tx<'_>, id: i64) -> Answer<(), Never> {
    tx.run("DELETE FROM cards_to_forget WHERE id = $1", &[&id])?;
    Ok(())
}
