//! A disk that takes no more.

use db::testing::{RIGA, TestDb, riga};
use db::token::Token;
use db::{Error, Fault, cart};
use domain::Never;
use domain::cart::Quantity;

use super::goods::{shelf, teapot};
use super::{books_are_right, put_in, ready};

/// Lets the file grow by so many pages and no further, as a disk of that size would.
fn room(shop: &TestDb, more: i64) {
    shop.write::<(), Never>(move |tx| {
        let pages: i64 = tx.one("PRAGMA page_count", &[], |row| row.get(0))?.unwrap_or(0);
        tx.one(&format!("PRAGMA max_page_count = {}", pages + more), &[], |_| Ok(()))?;
        Ok(())
    })
    .unwrap();
}

#[test]
fn a_full_disk_stops_selling_but_not_reading_and_loses_nothing() {
    let shop = shelf(999);
    let ada = ready(&shop);
    room(&shop, 2);
    let mut acknowledged = Vec::new();
    let refused = loop {
        let token = Token::mint().unwrap();
        let (asked, variant) = (token.clone(), teapot(&shop));
        match shop.write(move |tx| cart::add(tx, RIGA, &asked, variant, Quantity::ONE)) {
            Ok(_) => acknowledged.push(token),
            Err(error) => break error,
        }
        assert!(acknowledged.len() < 10_000, "the disk was never full");
    };
    assert!(matches!(refused, Error::Fault(Fault::DiskFull(_))), "{refused:?}");
    for token in acknowledged.iter().chain([&ada]) {
        assert!(shop.read(|conn| cart::of(conn, &riga(conn)?, Some(token))).count() > 0, "what was acknowledged is there");
    }
    room(&shop, 1000);
    put_in(&shop, &Token::mint().unwrap(), teapot(&shop), 1).unwrap();
    books_are_right(&shop);
}
