//! People who have accounts with one password: written into the books of a closed shop, since hashing a thousand passwords takes
//! a minute.

use std::path::Path;

use domain::contact::Email;
use rusqlite::{Connection, params};

use crate::trouble::Outcome;

/// The password of everybody.
pub const PASSWORD: &str = "teapot under the moon";

/// So many people move in; the shop has written to each of them before.
pub fn move_in(file: &Path, people: usize) -> Outcome<()> {
    const ACCOUNT: &str =
        "INSERT INTO accounts (person, email, seed, owner_hash, password, made_at) VALUES (?1, ?2, ?3, ?4, ?5, 1)";
    const WRITTEN_TO: &str = "INSERT INTO correspondents (person, email, lang, seed) VALUES (?1, ?2, 'en', ?3)";
    let kept = db::staff::keep(PASSWORD)?;
    let mut books = Connection::open(file)?;
    let books = books.transaction()?;
    for person in 0..people {
        let email = Email::parse(&address(person)).map_err(|_| "an address that is none".to_owned())?;
        let secret = |of: usize| format!("{:064x}", person * 3 + of);
        books.execute(ACCOUNT, params![email.person(), email.as_str(), secret(0), secret(1), kept])?;
        books.execute(WRITTEN_TO, params![email.person(), email.as_str(), secret(2)])?;
    }
    Ok(books.commit()?)
}

/// The address of one of them, by their number from 0.
pub fn address(person: usize) -> String {
    format!("person-{person:05}@example.org")
}

/// An address like theirs that nobody has.
pub fn nobodys(person: usize) -> String {
    format!("nobody-{person:05}@example.org")
}
