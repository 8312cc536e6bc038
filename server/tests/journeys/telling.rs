//! What is told, when, and of which parcel.

use crate::form::{between, value};
use crate::letters::{bought, read, rig, subjects};
use crate::post_office::{Mood, PostOffice};
use crate::rig::Rig;
use crate::shopper::Shopper;

const POT: &str = "\
Handle,Title,Vendor,Type,Status,SKU,Option1 Name,Option1 Value,Price,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty
iron-pot,Iron pot,Kalna,Pans,active,I-1,,,40.00,6000,shopify,50
";

/// Two pots, in two parcels, bought by somebody in Berlin who wants text messages too.
async fn two_pots(rig: &Rig) -> Shopper<'_> {
    rig.take_in(POT).await;
    let ben = rig.shopper();
    ben.put(&rig.variant("iron-pot", "").await, "2").await;
    ben.live_at(&[("phone", "030 1234567"), ("tell[texts]", "true")]).await;
    ben.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    ben.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let total = value(&ben.read("/en/checkout/review").await, "total").to_owned();
    let page = ben.place(&total).await;
    let back = ben.pay(&page, crate::shopper::GOOD_CARD).await;
    assert!(ben.read(back.header("location")).await.contains("Thank you"));
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 2);
    ben
}

fn texts(rig: &Rig) -> Vec<String> {
    let file = rig.shop.house.config.data.join("mail/texts.tsv");
    std::fs::read_to_string(file).unwrap_or_default().lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn of_two_parcels_each_is_told_of_with_its_number_however_many_go_as_one() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    two_pots(&rig).await;
    rig.wait(3600);
    for piece in [1, 2] {
        rig.carrier_tells_of(piece, &format!("up{piece}"), "picked_up", None).await;
    }
    rig.work().await;
    let letter = read(office.letters().last().unwrap());
    let numbers: Vec<String> =
        rig.shop.house.db.read(|conn| conn.all("SELECT number FROM parcels", &[], |row| row.get(0))).await.unwrap();
    for number in &numbers {
        assert!(letter.contains(number.as_str()), "{number}: {letter}");
    }
    assert_eq!(office.letters().len(), 2, "one letter for both: {:?}", subjects(&office));
    // A text message has room for one, so the other follows.
    rig.wait(1000);
    rig.work().await;
    let said = texts(&rig);
    assert!(said.len() == 2 && said.iter().any(|text| text.contains("(Parcel 1 of 2)")), "{said:?}");
    assert!(said.iter().any(|text| text.contains("(Parcel 2 of 2)")), "{said:?}");
    assert!(between(&said[0], "Cartwright: ", ".").contains("On its way"), "{said:?}");
}

#[tokio::test]
async fn that_one_parcel_comes_today_drops_nothing_of_the_other() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    two_pots(&rig).await;
    rig.wait(3600);
    for piece in [1, 2] {
        rig.carrier_tells_of(piece, &format!("up{piece}"), "picked_up", None).await;
    }
    rig.wait(60);
    rig.carrier_tells_of(1, "van1", "out_for_delivery", None).await;
    rig.work().await;
    rig.wait(1000);
    rig.work().await;
    let said = texts(&rig);
    assert!(said.iter().any(|text| text.contains("Comes today. (Parcel 1 of 2)")), "{said:?}");
    assert!(said.iter().any(|text| text.contains("On its way. (Parcel 2 of 2)")), "{said:?}");
    assert!(!said.iter().any(|text| text.contains("On its way. (Parcel 1 of 2)")), "{said:?}");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_cart_left_in_los_angeles_is_not_spoken_of_at_night_there_though_the_shop_is_in_riga() {
    // Twenty hours after Friday, 09:00 UTC, it is nine in the evening there, and six in the morning in Berlin, where it is to go.
    for (zone, hours) in [(Some("America/Los_Angeles"), 12), (None, 3)] {
        let office = PostOffice::open().await;
        let rig = rig(&office).await;
        let ada = zone.into_iter().fold(rig.shopper(), |ada, zone| ada.with("zone", zone));
        ada.put(&rig.variant("carbon-pan", "").await, "1").await;
        ada.live_at(&[("tell[reminder]", "true")]).await;
        rig.wait(20 * 3600);
        for hour in 0..hours {
            rig.work().await;
            assert_eq!(subjects(&office), Vec::<String>::new(), "{zone:?}, {hour} hours after it was due");
            rig.wait(3600);
        }
        rig.work().await;
        assert_eq!(subjects(&office), ["Your cart is still here"], "{zone:?}");
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn a_full_box_and_a_shop_that_is_not_relayed_for_are_tried_again_and_others_are_written_to() {
    for mood in [Mood::Full, Mood::NoRelay] {
        let office = PostOffice::open().await;
        let rig = rig(&office).await;
        office.is(mood);
        bought(&rig).await;
        rig.work().await;
        assert_eq!(rig.count("SELECT count(*) FROM correspondents WHERE bounced_at IS NOT NULL").await, 0, "{mood:?}");
        office.is(Mood::Takes);
        rig.wait(120);
        rig.work().await;
        assert_eq!(office.letters().len(), 1, "{mood:?}: {:?}", subjects(&office));
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn who_follows_the_link_of_a_letter_that_came_is_written_to_again() {
    const GONE: &str = "SELECT count(*) FROM correspondents WHERE bounced_at IS NOT NULL";
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let ada = rig.shopper();
    ada.send("/api/account/link", &[("lang", "en"), ("email", "ada@example.org")]).await;
    rig.work().await;
    let letter = read(office.letters().last().unwrap());
    let key: String = between(&letter, "/en/account/enter?key=", "\r\n").chars().take(64).collect();
    office.is(Mood::NoSuchBox);
    bought(&rig).await;
    rig.work().await;
    assert_eq!(rig.count(GONE).await, 1);
    ada.post("/api/account/enter", &[("lang", "en"), ("key", &key)]).await;
    assert_eq!(rig.count(GONE).await, 0, "a letter has come");
    rig.wait(3600);
    bought(&rig).await;
    rig.work().await;
    assert_eq!(rig.count(GONE).await, 1);
    let choices: String = between(&letter, "http://127.0.0.1:3000/en/messages/", "\r\n").chars().take(64).collect();
    ada.send("/api/messages/choose", &[("lang", "en"), ("token", &choices), ("wanted[shipped-email]", "1")]).await;
    assert_eq!(rig.count(GONE).await, 0);
}

#[tokio::test]
async fn a_parcel_that_is_held_up_or_goes_back_is_told_truly_on_its_page_and_by_letter() {
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    let steps = [
        ("attempt_failed", "Delivery ran into a problem", "nobody was in"),
        ("exception", "Something is wrong with it", "something is wrong with your parcel"),
        ("returning", "On its way back to us", "comes back to us"),
        ("delivered", "On its way back to us", "is back with us"),
    ];
    for (status, page, subject) in steps {
        rig.wait(3600);
        rig.carrier_tells(status, status, 0, None).await;
        rig.work().await;
        assert!(ada.read(&link).await.contains(page), "{status}");
        assert!(subjects(&office).last().unwrap().ends_with(subject), "{status}: {:?}", subjects(&office));
    }
    rig.books_are_right().await;
}
