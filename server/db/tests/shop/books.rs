//! What parcels tell, and what the books do not let happen.

use db::testing::{RIGA, riga};
use db::token::Token;
use db::tracking::NewLabel;
use db::{Conn, Error, Fault, audit, cart, stock, tracking};
use domain::Never;
use domain::cart::{CartRefusal, Quantity};
use domain::payments::Reported;
use domain::time::{Day, Timestamp};
use domain::tracking::{Checkpoint, CheckpointKind, ParcelState};

use super::goods::{shelf, teapot};
use super::{books_are_right, place, ready, report, settle, two};

#[test]
fn a_parcels_news_counts_once_and_never_moves_it_back() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    settle(&shop, &placed, report(Reported::Captured, 8000));
    let order = placed.order;
    shop.write(move |tx| tracking::made(tx, order, 1, &NewLabel::of("simcarrier", "SC1", Some(Day(20_780))))).unwrap();
    let now = shop.db.now().0;
    let tell = |event: &str, kind, minute: i64, expected| {
        let at = Timestamp(now + minute * 60_000);
        let news = Checkpoint {
            event: event.to_owned(),
            kind,
            at,
            place: String::new(),
            offset_minutes: 120,
            expected,
            said: String::new(),
        };
        shop.write(move |tx| tracking::record(tx, "simcarrier", ("SC1", ""), &news)).unwrap()
    };
    assert!(tell("e2", CheckpointKind::OutForDelivery, 90, None));
    assert!(tell("e1", CheckpointKind::Delay, 30, Some(Day(20_790))), "late news is written down");
    assert!(tell("e3", CheckpointKind::Delivered, 99, None));
    assert!(tell("e3", CheckpointKind::Delivered, 99, None));
    let parcel = shop.read(|conn| tracking::of_order(conn, order)).remove(0).parcel.unwrap();
    assert_eq!((parcel.state, parcel.expected, parcel.checkpoints.len()), (ParcelState::Delivered, Some(Day(20_780)), 3));
    let unknown = Checkpoint {
        event: "x".to_owned(),
        kind: CheckpointKind::Hub,
        at: Timestamp(0),
        place: String::new(),
        offset_minutes: 0,
        expected: None,
        said: String::new(),
    };
    assert!(
        !shop.write(move |tx| tracking::record(tx, "simcarrier", ("SC2", ""), &unknown)).unwrap(),
        "the carrier is to tell again"
    );
}

#[test]
fn a_verb_that_fails_takes_nothing_of_the_others_with_it() {
    let shop = shelf(9);
    let token = Token::mint().unwrap();
    let variant = teapot(&shop);
    let (good, bad) = (token.clone(), token.clone());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (kept, lost, broke) = runtime.block_on(async {
        tokio::join!(
            shop.db.write(move |tx| cart::add(tx, RIGA, &good, variant, Quantity::ONE)),
            shop.db.write(move |tx| {
                cart::add(tx, RIGA, &bad, variant, two())?;
                Err::<(), _>(Error::Refused(CartRefusal::Full))
            }),
            shop.db.write::<(), Never>(|_| panic!("a verb breaks")),
        )
    });
    assert!(kept.is_ok() && matches!(lost, Err(Error::Refused(CartRefusal::Full))));
    assert!(matches!(broke, Err(Error::Fault(Fault::Books(_)))));
    assert_eq!(shop.read(|conn| cart::of(conn, &riga(conn)?, Some(&token))).count(), 1);
}

#[test]
fn a_question_cannot_write() {
    let shop = shelf(1);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let asked = shop.db.read(|conn| conn.one("DELETE FROM carts RETURNING id", &[], |_| Ok(())));
    assert!(runtime.block_on(asked).is_err());
}

#[test]
fn ledgers_only_grow() {
    let shop = shelf(1);
    for sql in ["DELETE FROM stock_ledger", "UPDATE stock_ledger SET on_hand = 0"] {
        let undone = shop.write::<usize, Never>(move |tx| Ok(tx.run(sql, &[])?));
        assert!(matches!(undone, Err(Error::Fault(Fault::Sqlite(_)))), "{sql}");
    }
}

#[test]
fn the_books_tell_when_they_are_cooked() {
    let shop = shelf(9);
    let placed = place(&shop, &ready(&shop), 8000).unwrap();
    let (order, variant) = (placed.order, teapot(&shop));
    shop.write::<(), Never>(move |tx| {
        tx.run("UPDATE orders SET state = 'paid' WHERE id = $1", &[&order.0])?;
        tx.run("UPDATE variants SET on_hand = on_hand + 1 WHERE id = $1", &[&variant.0])?;
        Ok(())
    })
    .unwrap();
    let ids: Vec<_> = shop.read(audit::audit).into_iter().filter(|one| !one.against.is_empty()).map(|one| one.id).collect();
    assert_eq!(ids, ["I2", "I2b", "I3", "I9"]);
}

#[test]
fn money_that_is_taken_without_an_invoice_is_told() {
    let shop = shelf(9);
    place(&shop, &ready(&shop), 8000).unwrap();
    let taken = "UPDATE payments SET state = 'captured', taken = minor, kept = minor";
    shop.write::<usize, Never>(move |tx| Ok(tx.run(taken, &[])?)).unwrap();
    let ids: Vec<_> = shop.read(audit::audit).into_iter().filter(|one| !one.against.is_empty()).map(|one| one.id).collect();
    assert_eq!(ids, ["I1b", "I3", "I11", "I11e"]);
}

#[test]
fn a_cent_of_tax_too_much_or_too_little_is_told() {
    let cooked = |sql: &'static str| {
        let shop = shelf(9);
        place(&shop, &ready(&shop), 8000).unwrap();
        books_are_right(&shop);
        assert!(shop.write::<usize, Never>(move |tx| Ok(tx.run(sql, &[])?)).unwrap() > 0, "{sql}");
        let against = shop.read(audit::audit).into_iter().filter(|one| !one.against.is_empty());
        against.map(|one| one.id).collect::<Vec<_>>()
    };
    for sql in [
        "UPDATE order_taxes SET tax = tax + 1",
        "UPDATE order_taxes SET net = net - 1",
        "UPDATE orders SET tax_minor = tax_minor - 1",
        "DELETE FROM order_taxes",
        "INSERT INTO order_taxes (order_id, percent, net, tax) SELECT id, 0, 1, 0 FROM orders",
    ] {
        assert_eq!(cooked(sql), ["I8b"], "{sql}");
    }
}

#[test]
fn a_count_below_what_is_promised_is_not_taken() {
    let shop = shelf(3);
    place(&shop, &ready(&shop), 8000).unwrap();
    let variant = teapot(&shop);
    assert!(!shop.write::<bool, Never>(move |tx| Ok(stock::count(tx, variant, 1)?)).unwrap());
    assert!(shop.write::<bool, Never>(move |tx| Ok(stock::count(tx, variant, 2)?)).unwrap());
    books_are_right(&shop);
}

#[test]
fn a_shop_is_not_asked_as_a_small_one_because_it_was_small_when_it_was_counted() {
    let counted = |conn: &Conn| {
        conn.one("SELECT count(*) AS many FROM sqlite_schema WHERE name LIKE 'sqlite_stat_'", &[], |row| {
            row.get::<_, i64>("many")
        })
    };
    let shop = shelf(9);
    assert_eq!(shop.read(counted), Some(0));
    let shop = shop.reopened(|_| {});
    assert_eq!(shop.read(counted), Some(0), "it does not count itself when it closes");
    let shop = shop.reopened(|file| rusqlite::Connection::open(file).unwrap().execute_batch("ANALYZE").unwrap());
    assert_eq!(shop.read(counted), Some(0), "and forgets who counted it");
}

/// Whoever reads the audit by its lines takes a second line for what contradicts the first.
#[test]
fn what_the_audit_looks_at_is_said_on_one_line() {
    let findings = shelf(1).read(audit::audit);
    assert!(findings.len() > 20 && findings.iter().all(|finding| !finding.says.contains('\n')));
}
