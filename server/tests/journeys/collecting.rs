//! Parcels that their carrier fetches from the shop, asked for at the desk.

use axum::http::StatusCode;
use cartwright::outside::mishaps::Mishap;

use crate::desk::{ada, rig};
use crate::form::{between, in_order};
use crate::rig::Rig;
use crate::shopper::Shopper;

/// An order that Ben has paid; its number.
async fn bought(rig: &Rig) -> String {
    let ben = rig.shopper();
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    between(&ben.buy().await, "/en/orders/", "?").to_owned()
}

/// Staff ask for its first parcel to be fetched then; the page that leads to.
async fn asks(staff: &Shopper<'_>, number: &str, day: &str, from: &str, until: &str) -> String {
    let fields = [("number", number), ("piece", "1"), ("day", day), ("from", from), ("until", until)];
    staff.read(&staff.send("/api/desk/collect", &fields).await).await
}

/// The next working day but one, and the next Saturday, as they are typed.
fn days(rig: &Rig) -> (String, String) {
    let today = rig.shop.house.db.now().day();
    let saturday = (1..).map(|days| today.plus(days)).find(|day| day.weekday() == 5).unwrap();
    (today.plus_working(2).to_string(), saturday.to_string())
}

#[tokio::test]
async fn a_carrier_comes_for_a_parcel_once_and_says_where_it_does_not() {
    let rig = rig().await;
    let (ada, number) = (ada(&rig).await, bought(&rig).await);
    let bench = format!("/desk/orders/{number}");
    assert!(!ada.read(&bench).await.contains("/api/desk/collect"), "it has no label yet");
    rig.work().await;
    in_order(&ada.read(&bench).await, &["Have SimCarrier fetch it", "name=\"day\"", "name=\"from\"", "name=\"until\""]);
    let (day, saturday) = days(&rig);
    in_order(&asks(&ada, &number, &saturday, "9", "17").await, &["SimCarrier is being asked to come"]);
    rig.work().await;
    in_order(&ada.read(&bench).await, &["SimCarrier does not come", "our drivers rest on Saturdays", "Have SimCarrier fetch it"]);

    for mishap in [Mishap::Unreachable, Mishap::AnswerLost] {
        rig.company.world.simcarrier.mishaps.add(mishap);
    }
    let page = asks(&ada, &number, &day, "9", "17").await;
    assert!(page.contains("SimCarrier is being asked to come") && !page.contains("/api/desk/collect"), "{page}");
    for _ in 0..3 {
        rig.work().await;
        rig.wait(31);
    }
    let page = ada.read(&bench).await;
    in_order(&page, &["SimCarrier comes: ", "09:00", "17:00", "PU"]);
    assert!(!page.contains("/api/desk/collect"));
    in_order(&asks(&ada, &number, &day, "10", "17").await, &["It was asked already, for another time."]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_time_that_cannot_be_is_said_and_what_was_typed_stands_there_still() {
    let rig = rig().await;
    let (ada, number) = (ada(&rig).await, bought(&rig).await);
    let (day, _) = days(&rig);
    asks(&ada, &number, &day, "9", "17").await;
    assert_eq!(rig.count("SELECT count(*) FROM collections").await, 0, "there is no parcel yet");
    rig.work().await;
    for (day, from, until, says) in [
        ("2026-02-31", "9", "17", "There is no such day, or no such hour"),
        (&*day, "9", "25", "There is no such day, or no such hour"),
        ("2020-01-02", "9", "17", "Choose a time that has not begun"),
        (&*day, "9", "10", "A driver needs at least 2 hours."),
    ] {
        let page = asks(&ada, &number, day, from, until).await;
        in_order(&page, &["role=\"alert\"", says, &format!("value=\"{day}\""), &format!("value=\"{from}\"")]);
    }
    assert_eq!(rig.count("SELECT count(*) FROM collections").await, 0);
    let ben = rig.shopper();
    let fields = [("number", &*number), ("piece", "1"), ("day", &*day), ("from", "9"), ("until", "17")];
    ben.post("/api/desk/collect", &fields).await;
    let missing = [("number", "ZZZZZZZZZ"), ("piece", "1"), ("day", &*day), ("from", "9"), ("until", "17")];
    assert_eq!(ada.post("/api/desk/collect", &missing).await.status, StatusCode::NOT_FOUND);
    assert_eq!(rig.count("SELECT count(*) FROM collections").await, 0, "only staff call a carrier");
}
