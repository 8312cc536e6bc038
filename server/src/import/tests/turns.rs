//! An import while the shop sells, and one that is broken off.

use std::cell::Cell;
use std::time::Duration;

use db::{Fault, Tx};

use super::super::{ALL as ALL_TAKEN, turns::in_turns};
use super::*;

fn many(count: i64) -> String {
    let rows: String = (0..count).map(|at| format!("bowl-{at},Bowl {at},12.00\n")).collect();
    format!("Handle,Title,Variant Price\n{rows}")
}

#[test]
fn shoppers_change_things_between_the_turns_of_an_import() {
    const ALL: i64 = 1_500;
    let desk = Desk::new();
    let file = desk.folder.path().join("catalogue.csv");
    std::fs::write(&file, many(ALL)).unwrap();
    let (db, media, done, mut printed) = (&desk.shop.db, desk.media(), Cell::new(false), Vec::new());
    let import = Import { db, media: &media, file: &file, format: Format::Auto, map: None, dry_run: false };
    let imported = async {
        let exit = run(import, &mut printed).await.unwrap();
        done.set(true);
        exit
    };
    // As far as the books are concerned, whoever counts here puts things in carts.
    let shoppers = async {
        let mut met = Vec::new();
        while !done.get() {
            let count = |tx: &Tx<'_>| Ok::<_, db::Error<domain::Never>>(i64::from(catalogue::live_count(tx)?));
            met.push(db.write(count).await.unwrap());
            tokio::task::yield_now().await;
        }
        met
    };
    let (exit, met) = desk.shop.run(async { tokio::join!(imported, shoppers) });
    assert_eq!(exit, ALL_TAKEN);
    assert!(met.iter().any(|&count| 0 < count && count < ALL), "{met:?}");
    assert!(met.is_sorted(), "{met:?}");
}

#[test]
fn what_is_tried_is_tried_in_a_copy_and_tells_what_would_be() {
    let desk = Desk::new();
    assert_eq!(desk.import(many(3).as_bytes(), true).1[0], "would import 3 products");
    assert!(desk.shop.read(catalogue::is_empty));
    desk.import(many(2).as_bytes(), false);
    let (_, printed) = desk.import(many(3).replace("Bowl 1,12", "Bowl 1,13").as_bytes(), true);
    let told = printed.join("\n");
    assert!(told.contains("bowl-0: same") && told.contains("price 12.00 to 13.00") && told.contains("bowl-2: added"), "{told}");
    assert_eq!(desk.shop.read(catalogue::live_count), 2);
}

/// Keeps a number; the seventh is one too many for the disk.
fn keep(_: &Tx<'_>, number: u32) -> Result<u32, Fault> {
    std::thread::sleep(Duration::from_millis(20));
    if number == 7 { Err(Fault::DiskFull("no room".to_owned())) } else { Ok(number) }
}

#[test]
fn what_was_done_before_an_import_was_broken_off_stays_and_is_told() {
    let shop = TestDb::new();
    let turns = shop.run(in_turns(&shop.db, 0..20, keep));
    assert!(!turns.done.is_empty() && turns.done.len() < 8 && turns.done.is_sorted(), "{:?}", turns.done);
    let (done, stopped) = turns.told().unwrap();
    assert!(stopped.unwrap().contains("the same file again does the rest"), "{done:?}");
    let nothing = shop.run(in_turns(&shop.db, 7..20, keep)).told();
    assert!(matches!(nothing, Err(Unreadable::Shop(_))), "{nothing:?}");
}
