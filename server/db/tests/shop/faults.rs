//! A disk that fails once, in a process of its own: the environment says at which moment.

use std::process::{Command, Output};

use db::testing::{RIGA, TestDb, riga};
use db::token::Token;
use db::{Error, Fault, cart};
use domain::Never;
use domain::cart::Quantity;

use super::goods::{shelf, teapot};
use super::{books_are_right, put_in};

const FAULT: &str = "CARTWRIGHT_FAULT";
/// Said when the shop is open.
const OPEN: &str = "the shop is open";
const ENDED: &str = "the shop goes on";

/// Runs this test once more, on a disk that fails so.
fn again(test: &str, fault: &str) -> Output {
    let program = std::env::current_exe().unwrap();
    Command::new(program).args(["--exact", test, "--nocapture"]).env(FAULT, fault).output().unwrap()
}

fn says(output: &Output, word: &str) -> bool {
    String::from_utf8_lossy(&output.stdout).contains(word)
}

/// Fills so many pages of the log, and more.
fn write_much(shop: &TestDb, pages: usize) {
    const MUCH: &str = "INSERT INTO heard (source, event, at) VALUES ('test', $1, 0)";
    for page in 0..pages {
        let text = format!("{page:04000}");
        shop.write::<_, Never>(move |tx| Ok(tx.run(MUCH, &[&text])?)).unwrap();
    }
}

/// What of the shop goes on writes more than its log may hold; the shop ends before.
fn a_shop_that_writes_much() {
    let shop = TestDb::new();
    println!("{OPEN}");
    write_much(&shop, 1200);
    println!("{ENDED}");
}

#[test]
fn a_shop_whose_disk_refuses_to_sync_ends_at_once() {
    if std::env::var_os(FAULT).is_some() {
        return a_shop_that_writes_much();
    }
    let this = "faults::a_shop_whose_disk_refuses_to_sync_ends_at_once";
    let fine = again(this, "sync 1000000 shop.sqlite-wal");
    assert!(fine.status.success() && says(&fine, ENDED), "{fine:?}");
    let ended = again(this, "sync 500 shop.sqlite-wal");
    assert_eq!(ended.status.code(), Some(74), "{ended:?}");
    assert!(says(&ended, OPEN) && !says(&ended, ENDED), "{ended:?}");
    // The file itself is synced when it is made, and then only when the log is folded in.
    let folded: Vec<Output> = (1..=8).map(|nth| again(this, &format!("sync {nth} shop.sqlite"))).collect();
    // Not only when it closes, which is after its last word.
    let meanwhile: Vec<&Output> = folded.iter().filter(|output| says(output, OPEN) && !says(output, ENDED)).collect();
    assert!(!meanwhile.is_empty(), "the log was never folded in, or the shop went on all the same");
    assert!(meanwhile.iter().all(|output| output.status.code() == Some(74)), "{meanwhile:?}");
}

/// Fills carts until one is refused, and once more.
fn a_shop_that_is_refused_once() {
    let shop = shelf(999);
    // Looked up once: readers lock too, and the lock that fails is to be a writer's, however many the opening took.
    let (variant, mut acknowledged) = (teapot(&shop), Vec::new());
    let refused = loop {
        let token = Token::mint().unwrap();
        let asked = token.clone();
        match shop.write(move |tx| cart::add(tx, RIGA, &asked, variant, Quantity::ONE)) {
            Ok(_) => acknowledged.push(token),
            Err(error) => break error,
        }
        assert!(acknowledged.len() < 1000, "the disk never failed");
    };
    assert!(matches!(refused, Error::Fault(Fault::DiskFull(_) | Fault::Disk(_))), "{refused:?}");
    put_in(&shop, &Token::mint().unwrap(), teapot(&shop), 1).unwrap();
    for token in &acknowledged {
        assert!(shop.read(|conn| cart::of(conn, &riga(conn)?, Some(token))).count() > 0, "what was acknowledged is there");
    }
    books_are_right(&shop);
}

#[test]
fn a_write_or_a_lock_that_fails_undoes_its_group_alone() {
    if std::env::var_os(FAULT).is_some() {
        return a_shop_that_is_refused_once();
    }
    // So many that the shop is open by then: every migration writes and locks.
    for fault in ["write 900 shop.sqlite-wal", "lock 600 shop.sqlite"] {
        let went = again("faults::a_write_or_a_lock_that_fails_undoes_its_group_alone", fault);
        assert!(went.status.success(), "{fault}: {went:?}");
    }
}

#[test]
fn a_read_that_breaks_leaves_its_place_to_the_next() {
    let shop = TestDb::new();
    // As many as there are readers, and one more.
    for _ in 0..3 {
        let broke =
            std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| shop.read(|_| -> db::Result<()> { panic!("broke") })));
        assert!(broke.is_err());
    }
    let one = shop.read(|conn| conn.one("SELECT 1 AS one", &[], |row| row.get::<_, i64>("one")));
    assert_eq!(one, Some(1));
}
