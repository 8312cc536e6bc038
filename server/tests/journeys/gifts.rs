//! Gifts, from the meter to the order; what costs nothing; and the code for the next order.

use crate::desk::{ada, rig};
use crate::form::{between, in_order, value};
use crate::shopper::Shopper;

/// Writes an offer at the desk.
async fn offers(staff: &Shopper<'_>, fields: &[(&str, &str)]) {
    let to = staff.send("/api/desk/offer", fields).await;
    assert!(to.ends_with("?saved="), "{to}");
}

const MUG: [(&str, &str); 4] = [
    ("offer[name]", "A mug for you"),
    ("offer[gives]", "gift"),
    ("offer[gifts]", "60: M-1, M-2, M-3\n200: L-1"),
    ("offer[together]", "all"),
];

#[tokio::test]
async fn a_gift_is_neared_reached_chosen_and_sent_along() {
    let rig = rig().await;
    offers(&ada(&rig).await, &MUG).await;
    let bob = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    bob.put(&pan, "1").await;
    in_order(&bob.read("/en/cart").await, &["€11.00 more and you get: A mug for you", "<progress"]);
    bob.put(&pan, "1").await;
    let page = bob.read("/en/cart").await;
    in_order(&page, &["€102.00 more and you get: A mug for you", "Total", "A gift for you: Ridge mug, Oat", "Ridge mug, Ink"]);
    assert!(!page.contains("Ridge mug, Moss"), "what is sold out is not given");
    let form = between(&page, "action=\"/api/offers/gift\"", "</form>").to_owned();
    let ink = rig.variant("ridge-mug", "Ink").await;
    let fields = [("lang", "en"), ("offer", value(&form, "offer")), ("variant", ink.as_str())];
    assert_eq!(bob.send("/api/offers/gift", &fields).await, "/en/cart");
    assert!(bob.read("/en/cart").await.contains("A gift for you: Ridge mug, Ink"));
    bob.reach_review().await;
    in_order(&bob.read("/en/checkout/review").await, &["A gift for you: Ridge mug, Ink", "Total", "€98.00"]);
    let order = bob.buy().await;
    in_order(&bob.read(&order).await, &["Carbon pan", "€98.00", "Ridge mug", "Ink", "A gift", "Total", "€98.00"]);
    assert_eq!(rig.count("SELECT on_hand FROM variants WHERE sku = 'M-3'").await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn gifts_are_written_by_their_numbers() {
    let rig = rig().await;
    let ada = ada(&rig).await;
    let wrong = [MUG[0], MUG[1], ("offer[gifts]", "60: M-1, M-9"), MUG[3]];
    assert_eq!(ada.send("/api/desk/offer", &wrong).await, "/desk/offers/new?errors=");
    assert!(ada.read("/desk/offers/new").await.contains("There is nothing at this address: M-9"));
    let at = ada.send("/api/desk/offer", &MUG).await;
    in_order(&ada.read(&at).await, &["60.00: M-1, M-2, M-3", "200.00: L-1"]);
}

#[tokio::test]
async fn an_order_that_costs_nothing_is_paid_at_once() {
    let rig = rig().await;
    let free = [("offer[name]", "Free"), ("offer[gives]", "percent"), ("offer[value]", "100"), ("offer[together]", "all")];
    let ada = ada(&rig).await;
    offers(&ada, &free).await;
    offers(&ada, &[("offer[name]", "Sent free"), ("offer[gives]", "delivery"), ("offer[together]", "all")]).await;
    let bob = rig.shopper();
    bob.put(&rig.variant("carbon-pan", "").await, "1").await;
    bob.reach_review().await;
    assert_eq!(value(&bob.read("/en/checkout/review").await, "total"), "0");
    let thanks = bob.place("0").await;
    in_order(&bob.read(&thanks).await, &["Thank you", "Carbon pan", "Free", "-€49.00", "Sent free", "-€6.90", "Total", "€0.00"]);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 1, "it is sent like any other");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_paid_order_shows_a_code_for_the_next_one_that_works_once() {
    let rig = rig().await;
    let next = [
        ("offer[name]", "Five off"),
        ("offer[gives]", "amount"),
        ("offer[value]", "5"),
        ("offer[given]", "next"),
        ("offer[together]", "all"),
    ];
    offers(&ada(&rig).await, &next).await;
    let bob = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    bob.put(&pan, "1").await;
    assert!(!bob.read("/en/cart").await.contains("Five off"), "nobody has it as it is");
    let order = bob.buy().await;
    let page = bob.read(&order).await;
    let given = between(&page, "For your next order: Five off. The code:", "</p>").to_owned();
    let code = between(&given, "<bdi dir=\"ltr\">", "<").to_owned();
    bob.put(&pan, "1").await;
    bob.send("/api/offers/code", &[("lang", "en"), ("code", &code)]).await;
    in_order(&bob.read("/en/cart").await, &["Five off", "-€5.00"]);
    bob.buy().await;
    assert!(!bob.read(&order).await.contains("For your next order"), "it was had");
    let eve = rig.shopper();
    eve.put(&pan, "1").await;
    eve.send("/api/offers/code", &[("lang", "en"), ("code", &code)]).await;
    assert!(eve.read("/en/cart").await.contains("It has been used up."));
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_paid_order_shows_a_code_for_friends_and_thanks_when_one_has_got_their_parcel() {
    let rig = rig().await;
    let ada = ada(&rig).await;
    for (name, given) in [("Five for you", "friends"), ("Five for thanks", "thanks")] {
        let offer = [
            ("offer[name]", name),
            ("offer[gives]", "amount"),
            ("offer[value]", "5"),
            ("offer[given]", given),
            ("offer[together]", "all"),
        ];
        offers(&ada, &offer).await;
    }
    let (bob, eve, pan) = (rig.shopper(), rig.shopper(), rig.variant("carbon-pan", "").await);
    bob.put(&pan, "1").await;
    let order = bob.buy().await;
    rig.work().await;
    let page = bob.read(&order).await;
    let shared = between(&page, "each on their first order: Five for you. Share the code:", "</p>").to_owned();
    let code = between(&shared, "<bdi dir=\"ltr\">", "<").to_owned();
    for who in [&bob, &eve] {
        who.put(&pan, "1").await;
        who.send("/api/offers/code", &[("lang", "en"), ("code", &code)]).await;
        in_order(&who.read("/en/cart").await, &["Five for you", "-€5.00"]);
    }
    bob.live_at(&[]).await;
    assert!(bob.read("/en/cart").await.contains("It is for your friends."), "as soon as one knows who it is");
    eve.live_at(&[("email", "eve@example.org"), ("line1", "2 Oak Street")]).await;
    eve.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    eve.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let pay = eve.place(value(&eve.read("/en/checkout/review").await, "total")).await;
    let back = eve.pay(&pay, crate::shopper::GOOD_CARD).await;
    eve.read(back.header("location")).await;
    rig.work().await;
    assert!(!bob.read(&order).await.contains("A friend has bought"), "the friend's parcel is not there yet");
    rig.carrier_tells("e1", "delivered", 1, None).await;
    assert!(bob.read(&order).await.contains("A friend has bought with your code. Thank you: Five for thanks."));
    rig.work().await;
    rig.books_are_right().await;
}
