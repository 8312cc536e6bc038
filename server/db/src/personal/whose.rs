//! Which rows are a person's.

use domain::account::Account;
use domain::ids::{AccountId, OrderId};
use rusqlite::Row;

use super::{By, Key};
use crate::account::{self, Key as Secrets};
use crate::database::Conn;
use crate::error::Result;

/// The rows of somebody with an account: those of the account, and those of the address it has proven.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whose {
    /// The account.
    pub account: AccountId,
    owner: String,
    person: String,
    /// Their orders, the oldest first.
    pub orders: Vec<OrderId>,
    carts: Vec<i64>,
    readers: Vec<i64>,
}

/// Finds what is an account's.
pub fn whose(conn: &Conn, secrets: Secrets<'_>, account: &Account) -> Result<Whose> {
    const ORDERS: &str = "SELECT id FROM orders WHERE person = $1 UNION SELECT id FROM orders WHERE browser_hash = $2
        UNION SELECT id FROM orders WHERE account_id = $3 ORDER BY 1";
    const CART: &str = "SELECT id FROM carts WHERE token_hash = $1";
    const OF_ORDERS: &str =
        "SELECT cart_id AS id FROM orders WHERE person = $1 UNION SELECT cart_id FROM orders WHERE browser_hash = $2
        UNION SELECT cart_id FROM orders WHERE account_id = $3 UNION SELECT cart_id FROM drafts WHERE lower(trim(email)) = $1";
    // Whom an account's letters went to before its address was another is theirs, unless somebody has an account there now. So is
    // whom nothing was ever written to but that they might be the account's.
    const READERS: &str = "SELECT id FROM correspondents WHERE person = $1 UNION SELECT c.id FROM correspondents c
        JOIN email_changes h ON lower(h.before) = c.person AND h.account_id = $2 AND h.confirmed_at IS NOT NULL
        WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE person = c.person)
        UNION SELECT c.id FROM correspondents c JOIN email_changes h ON lower(h.email) = c.person AND h.account_id = $2
        WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE person = c.person)
            AND NOT EXISTS (SELECT 1 FROM notifications WHERE correspondent_id = c.id AND kind <> 'email_new')";
    let (owner, person) = (account::owner(secrets, &account.seed).hash(), account.email.person());
    let id = |row: &Row<'_>| row.get::<_, i64>(0);
    let orders = conn.all(ORDERS, &[&person, &owner, &account.id.0], id)?.into_iter().map(OrderId).collect();
    let mut carts = conn.all(OF_ORDERS, &[&person, &owner, &account.id.0], id)?;
    for made in 0..=account.carts {
        carts.extend(conn.one(CART, &[&account::cart(secrets, &account.seed, made).hash()], id)?);
    }
    carts.sort_unstable();
    carts.dedup();
    let readers = conn.all(READERS, &[&person, &account.id.0], id)?;
    Ok(Whose { account: account.id, owner, person, orders, carts, readers })
}

impl Whose {
    /// By what the rows of a room are asked for.
    pub(super) fn keys(&self, by: By) -> Vec<Key> {
        let ids = |ids: &[i64]| ids.iter().copied().map(Key::Id).collect();
        match by {
            By::Account => vec![self.account.into()],
            By::Owner => vec![Key::Text(self.owner.clone())],
            By::Person => vec![Key::Text(self.person.clone())],
            By::Reader => ids(&self.readers),
            By::Cart => ids(&self.carts),
            By::Order => self.orders.iter().copied().map(Key::from).collect(),
        }
    }

    pub(super) fn readers(&self) -> &[i64] {
        &self.readers
    }
}
