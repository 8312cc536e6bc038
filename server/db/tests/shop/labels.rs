//! Labels that are chosen and given back: once each, whoever asks and however often.

use db::testing::TestDb;
use db::tracking::{self, NewLabel};
use db::{Error, staff};
use domain::ids::OrderId;
use domain::money::{Currency, Money};
use domain::payments::Reported;
use domain::staff::{Staff, StaffName};
use domain::time::Timestamp;
use domain::tracking::{
    Carton, Checkpoint, CheckpointKind, ChoiceRefusal, Chosen, ParcelState, Share, VoidReason, VoidRefusal, VoidState,
};

use super::goods::shelf;
use super::{books_are_right, place, ready, report, settle};

const ROOMY: Carton = Carton { grams: 30_000, millilitres: 100_000 };

/// A paid order in one parcel, for which staff choose, and one of them.
fn on_the_bench(shop: &TestDb) -> (OrderId, Staff) {
    let placed = place(shop, &ready(shop), 8000).unwrap();
    settle(shop, &placed, report(Reported::Captured, 8000));
    let (order, name) = (placed.order, StaffName::parse("ada").unwrap());
    let known = name.clone();
    let id = shop.write(move |tx| staff::add(tx, &known, "")).unwrap();
    shop.write(move |tx| tracking::plan(tx, order, ROOMY, false)).unwrap();
    shop.write(move |tx| tracking::wait_for_choice(tx, order)).unwrap();
    done(shop, "make_parcel");
    books_are_right(shop);
    (order, Staff { id, name })
}

/// The work of this kind has been done.
fn done(shop: &TestDb, kind: &'static str) {
    let all = move |tx: &db::database::Tx<'_>| Ok(tx.run("UPDATE outbox SET state = 'done' WHERE kind = $1", &[&kind])?);
    shop.write::<_, domain::Never>(all).unwrap();
}

fn chosen(name: &str) -> Chosen {
    Chosen { name: name.to_owned(), brand: "USPS".to_owned(), price: Money::new(607, Currency::EUR) }
}

fn choose(shop: &TestDb, order: OrderId, piece: u32, name: &str, staff: &Staff) -> Result<(), Error<ChoiceRefusal>> {
    let (chosen, staff) = (chosen(name), staff.clone());
    shop.write(move |tx| tracking::choose(tx, order, piece, &chosen, &staff))
}

fn make(shop: &TestDb, order: OrderId, number: &'static str) {
    let label = NewLabel { price: Some(Money::new(607, Currency::EUR)), ..NewLabel::of("easypost", number, None) };
    shop.write(move |tx| tracking::made(tx, order, 1, &label)).unwrap();
    done(shop, "make_parcel");
}

fn void(shop: &TestDb, order: OrderId, staff: &Staff) -> Result<(), Error<VoidRefusal>> {
    let (staff, reason) = (staff.clone(), VoidReason::parse("Wrong box").unwrap());
    shop.write(move |tx| tracking::void(tx, order, 1, &reason, &staff))
}

/// The carrier answers whoever asked last.
fn answers(shop: &TestDb, order: OrderId, state: VoidState) {
    let parcel = shop.read(|conn| tracking::voids(conn, order)).last().unwrap().parcel;
    let Some((parcel, ..)) = shop.read(|conn| tracking::to_void(conn, parcel)) else { return };
    shop.write(move |tx| tracking::void_answered(tx, &parcel, state, "")).unwrap();
    done(shop, "void_label");
}

fn refused<T: std::fmt::Debug, R: std::fmt::Debug>(done: Result<T, Error<R>>) -> R {
    match done {
        Err(Error::Refused(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn of_two_desks_that_choose_the_first_is_heard_and_the_second_is_told() {
    let shop = shelf(9);
    let (order, ada) = on_the_bench(&shop);
    choose(&shop, order, 1, "Ground", &ada).unwrap();
    choose(&shop, order, 1, "Ground", &ada).unwrap();
    assert_eq!(refused(choose(&shop, order, 1, "Express", &ada)), ChoiceRefusal::Again);
    assert_eq!(refused(choose(&shop, order, 2, "Express", &ada)), ChoiceRefusal::Taken);
    let log = "SELECT count(*) FROM desk_log WHERE subject = 'order' AND staff = 'ada'";
    assert_eq!(shop.read(|conn| conn.one(log, &[], |row| row.get::<_, i64>(0))), Some(1), "sent twice, it is said once");
    books_are_right(&shop);
    make(&shop, order, "1");
    assert_eq!(refused(choose(&shop, order, 1, "Express", &ada)), ChoiceRefusal::Taken);
    assert_eq!(shop.read(|conn| tracking::choice(conn, order, 1)), None);
    books_are_right(&shop);
}

#[test]
fn what_waits_for_a_choice_is_seen_by_the_audit_where_nobody_buys_what_was_chosen() {
    let shop = shelf(9);
    let (order, ada) = on_the_bench(&shop);
    choose(&shop, order, 1, "Ground", &ada).unwrap();
    done(&shop, "make_parcel");
    let against = |id| shop.read(db::audit::audit).into_iter().find(|finding| finding.id == id).unwrap().against.len();
    assert_eq!(against("I9"), 1);
    shop.write(move |tx| tracking::gone(tx, order, 1, "sold out")).unwrap();
    assert_eq!(against("I9"), 0);
    make(&shop, order, "1");
    void(&shop, order, &ada).unwrap();
    done(&shop, "void_label");
    assert_eq!(against("I16"), 1, "nobody asks the carrier");
}

#[test]
fn a_label_that_is_void_lies_in_no_parcel_and_what_is_told_of_it_moves_nothing() {
    let shop = shelf(9);
    let (order, ada) = on_the_bench(&shop);
    make(&shop, order, "1");
    void(&shop, order, &ada).unwrap();
    assert_eq!(refused(void(&shop, order, &ada)), VoidRefusal::Again);
    answers(&shop, order, VoidState::Requested);
    assert_eq!(refused(void(&shop, order, &ada)), VoidRefusal::Nothing);
    assert_eq!(shop.read(|conn| tracking::void_before(conn, order, 1)), 1);
    assert!(shop.read(|conn| tracking::of_order(conn, order))[0].parcel.is_none());
    books_are_right(&shop);
    let at = Timestamp(shop.db.now().0 + 60_000);
    let kind = CheckpointKind::PickedUp;
    let news =
        Checkpoint { event: "e".into(), kind, at, place: String::new(), offset_minutes: 0, expected: None, said: String::new() };
    assert!(shop.write(move |tx| tracking::record(tx, "easypost", ("1", ""), &news)).unwrap(), "it is known");
    let told = "SELECT count(*) FROM notifications WHERE kind = 'shipped'";
    assert_eq!(shop.read(|conn| conn.one(told, &[], |row| row.get::<_, i64>(0))), Some(0), "and nobody is told");
    make(&shop, order, "2");
    let parcel = shop.read(|conn| tracking::of_order(conn, order)).remove(0).parcel.unwrap();
    assert_eq!((parcel.number.as_str(), parcel.state), ("2", ParcelState::LabelCreated));
    answers(&shop, order, VoidState::Kept);
    books_are_right(&shop);
    let void = shop.read(|conn| tracking::voids(conn, order)).remove(0);
    assert_eq!((void.state, void.price), (VoidState::Kept, Some(Money::new(607, Currency::EUR))));
}

#[test]
fn a_label_that_was_refused_stands_and_can_be_asked_back_again() {
    let shop = shelf(9);
    let (order, ada) = on_the_bench(&shop);
    make(&shop, order, "1");
    void(&shop, order, &ada).unwrap();
    answers(&shop, order, VoidState::Refused);
    assert!(shop.read(|conn| tracking::of_order(conn, order))[0].parcel.is_some());
    books_are_right(&shop);
    void(&shop, order, &ada).unwrap();
    answers(&shop, order, VoidState::Done);
    answers(&shop, order, VoidState::Refused);
    assert_eq!(shop.read(|conn| tracking::voids(conn, order))[0].state, VoidState::Done, "what is void stays void");
    books_are_right(&shop);
}

#[test]
fn what_staff_brought_to_a_carrier_is_not_theirs_to_give_back() {
    let shop = shelf(9);
    let (order, ada) = on_the_bench(&shop);
    shop.write(move |tx| tracking::brought(tx, order, 1, (domain::tracking::Brand::Dhl, "JD014600003889"))).unwrap();
    assert_eq!(refused(void(&shop, order, &ada)), VoidRefusal::Nothing);
    assert_eq!(refused(choose(&shop, order, 1, "Ground", &ada)), ChoiceRefusal::Taken);
}

#[test]
fn a_part_that_is_taken_out_of_a_parcel_waits_for_a_choice_as_that_does() {
    let shop = shelf(9);
    let (order, _) = on_the_bench(&shop);
    let out = [Share { line: 0, quantity: 1 }];
    shop.write(move |tx| tracking::split(tx, order, 1, &out)).unwrap();
    assert!(shop.read(|conn| tracking::of_order(conn, order)).iter().all(|piece| piece.by_choice));
    done(&shop, "make_parcel");
    books_are_right(&shop);
}

#[test]
fn the_books_let_a_label_take_the_steps_of_its_table_and_no_other() {
    let shop = shelf(9);
    let (order, ada) = on_the_bench(&shop);
    make(&shop, order, "1");
    void(&shop, order, &ada).unwrap();
    const SET: &str = "UPDATE voids SET state = $1";
    for &before in VoidState::ALL {
        for &after in VoidState::ALL.iter().filter(|after| **after != before) {
            let tried = shop.write::<(), bool>(move |tx| {
                let way: &[VoidState] = match before {
                    VoidState::Asked => &[],
                    VoidState::Kept => &[VoidState::Requested, VoidState::Kept],
                    _ => &[before],
                };
                for step in way {
                    tx.run(SET, &[&step.code()])?;
                }
                Err(Error::Refused(tx.run(SET, &[&after.code()]).is_ok()))
            });
            assert_eq!(refused(tried), before.may_become(after), "from {before:?} to {after:?}");
        }
    }
    let left = shop.write::<(), bool>(|tx| Err(Error::Refused(tx.run("UPDATE parcels SET piece = NULL", &[]).is_ok())));
    assert!(!refused(left), "a label stands until its carrier takes it back");
}
