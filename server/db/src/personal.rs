//! What the books hold of a person: found, told and taken out again (Regulation (EU) 2016/679 art. 15, 17 and 20).
//!
//! Every column of the schema that can hold text is in one of two lists: [`rooms`] says of each that is personal what it is,
//! whether its person is told it, and what becomes of it when they are deleted; [`PLAIN`] has all others. `tests/personal.rs` reads
//! the schema and knows none that is in neither.
//!
//! What somebody has bought without their account, with the address they have proven, is theirs as well. What is under way stays
//! until it has come and can no longer be sent back; what an invoice says stays for as long as the seller's country has books kept
//! (art. 17(3)(b)). Then it goes by itself.
//!
//! `personal/rooms.rs`, `personal/account_rooms.rs` and `personal/order_rooms.rs` are the first list, `personal/plain.rs` the second, `personal/whose.rs` finds
//! the rows of a person, `personal/told.rs` reads and `personal/erased.rs` takes out.

use domain::ids::{AccountId, OrderId};
use rusqlite::ToSql;
use rusqlite::types::{ToSqlOutput, Value};

mod account_rooms;
mod erased;
mod order_rooms;
mod plain;
mod rooms;
mod told;
mod whose;

pub use account_rooms::ACCOUNT_ROOMS;
pub use erased::{erase, forget_books, forget_order};
pub use order_rooms::ORDER_ROOMS;
pub use plain::PLAIN;
pub use rooms::ROOMS;
pub use told::{Sheet, told};
pub use whose::{Whose, whose};

/// By what the rows of a room are found: the one value its questions ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The account's number.
    Account,
    /// The hash of the account's secret.
    Owner,
    /// An address in small letters.
    Person,
    /// A correspondent's number.
    Reader,
    /// A cart's number.
    Cart,
    /// An order's number.
    Order,
}

/// What becomes of a column when its person is deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It goes, with its row or out of it.
    Erased,
    /// It stays, and leads to nobody: what was sold, in which country, for how much.
    Anonymous,
    /// It stays until the years are over for which the law has books kept.
    Books,
}

/// A column that holds something of a person.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub is: &'static str,
    /// Whether its person is told it. Secrets and what they are checked by are not: whoever had them could come in.
    pub told: bool,
    /// What becomes of it.
    pub fate: Fate,
}

const fn told_column(name: &'static str, is: &'static str, fate: Fate) -> Column {
    Column { name, is, told: true, fate }
}

/// Told, and erased.
const fn own(name: &'static str, is: &'static str) -> Column {
    told_column(name, is, Fate::Erased)
}

/// Not told, and erased.
const fn secret(name: &'static str, is: &'static str) -> Column {
    Column { name, is, told: false, fate: Fate::Erased }
}

/// A table, or those of its rows that are found in one way.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// The table.
    pub table: &'static str,
    /// How its rows are found.
    pub by: By,
    /// What is told of them.
    pub rows: &'static str,
    /// What takes them out.
    pub erase: &'static [&'static str],
    /// Its personal columns; none where another room of the same table has them.
    pub columns: &'static [Column],
}

/// Every room there is.
pub fn rooms() -> impl Iterator<Item = &'static Room> {
    ROOMS.iter().chain(ACCOUNT_ROOMS).chain(ORDER_ROOMS)
}

/// A value by which rows are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Key {
    Id(i64),
    Text(String),
}

impl ToSql for Key {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Owned(match self {
            Key::Id(id) => Value::Integer(*id),
            Key::Text(text) => Value::Text(text.clone()),
        }))
    }
}

impl From<AccountId> for Key {
    fn from(id: AccountId) -> Self {
        Key::Id(id.0)
    }
}

impl From<OrderId> for Key {
    fn from(id: OrderId) -> Self {
        Key::Id(id.0)
    }
}
