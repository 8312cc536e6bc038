//! Cancelling an order before anybody packs it: by its own browser or the holder of its link, once. After that it is asked for
//! (`cancellations.rs`).

use axum::http::StatusCode;

use crate::form::{between, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::{GOOD_CARD, Shopper};
use crate::ways::{AMSTERDAM, at_payment, place_by};

/// Ada has bought a pan by card: its money is reserved. The order's link.
pub async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    (ada, link)
}

/// Goes from an order's page to the question, and answers it with yes. Says where it leads.
async fn cancel(who: &Shopper<'_>, order: &str) -> String {
    let page = who.read(order).await;
    let at = between(&page, "<a href=\"", "\">Cancel this order").rsplit("<a href=\"").next().unwrap().replace("&amp;", "&");
    let ask = who.read(&at).await;
    assert!(ask.contains("The parcel has not left yet."), "{ask}");
    let fields = [("lang", "en"), ("number", value(&ask, "number")), ("key", value(&ask, "key"))];
    who.send("/api/orders/cancel", &fields).await
}

/// A shop that packs an hour after an order is paid.
async fn paused() -> Rig {
    Rig::with("packing_after = 3600\n", GOODS).await
}

#[tokio::test]
async fn what_was_reserved_is_let_go_and_the_goods_are_free_again() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let ask = ada.read(&link.replace("?key=", "/cancel?key=")).await;
    assert!(ask.contains("€55.90 is only reserved (Card). The reservation is let go, and nothing is charged."), "{ask}");
    let to = cancel(&rig.shopper(), &link).await;
    assert_eq!(to, link, "who came by the link can see where it leads");
    rig.work().await;
    let page = ada.read(&link).await;
    assert!(page.contains("Cancelled by you") && page.contains("none of your money is kept"), "{page}");
    assert!(!page.contains("Cancel this order") && !page.contains("SimCarrier"), "{page}");
    assert!(ada.read("/en/orders").await.contains("Cancelled"));
    assert_eq!(rig.count("SELECT sum(held) * 1000 + sum(on_hand) FROM variants WHERE sku = 'P-1'").await, 50);
    assert_eq!(rig.count("SELECT taken FROM payments WHERE state = 'failed'").await, 0);
    rig.wait(3600);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 0, "it was never packed");
    assert_eq!(rig.count("SELECT count(*) FROM documents").await, 0);
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_was_taken_goes_back_in_full_with_a_credit_note() {
    let rig = Rig::new().await;
    let ben = at_payment(&rig, AMSTERDAM, "EUR").await;
    let pay = place_by(&ben, "ideal").await;
    let paid = ben.send(&format!("{pay}/agree"), &[("story", "pays")]).await;
    assert!(ben.read(&paid).await.contains("Thank you"));
    let order = paid.replace("&paid", "");
    cancel(&ben, &order).await;
    assert!(ben.read(&order).await.contains("is on its way back to you."));
    rig.work().await;
    let page = ben.read(&order).await;
    assert!(page.contains("was given back.") && page.contains("/credit-notes/"), "{page}");
    assert_eq!(rig.count("SELECT taken - returned FROM payments").await, 0);
    assert_eq!(
        rig.count(
            "SELECT sum(CASE kind WHEN 'invoice' THEN total_minor ELSE -total_minor END) FROM documents
        WHERE kind <> 'receipt'"
        )
        .await,
        0
    );
    assert_eq!(rig.count("SELECT count(*) FROM refunds WHERE staff = '' AND reason = 'cancelled'").await, 1);
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 0, "it was never made");
    rig.books_are_right().await;
}

#[tokio::test]
async fn an_order_that_waits_for_its_money_gives_up_the_payment_and_takes_none_any_more() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let pay = ada.order().await;
    let number = between(&ada.read("/en/orders").await, "href=\"/en/orders/", "\"").to_owned();
    let order = format!("/en/orders/{number}");
    let ask = ada.read(&format!("{order}/cancel")).await;
    assert!(ask.contains("Nothing has been paid, and nothing will be charged."), "{ask}");
    // The provider's page is still open, and faster than the word that nobody waits.
    assert_eq!(cancel(&ada, &order).await, order);
    let back = ada.pay(&pay, GOOD_CARD).await;
    ada.read(back.header("location")).await;
    rig.work().await;
    assert!(!ada.read(&order).await.contains("/api/orders/pay"), "it is not taken up again, although its goods are there");
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE state = 'cancelled'").await, 1);
    assert_eq!(rig.count("SELECT sum(taken - returned) FROM payments").await, 0);
    assert_eq!(rig.count("SELECT count(*) FROM payments WHERE state IN ('promised', 'captured')").await, 0);
    rig.books_are_right().await;
}

#[tokio::test]
async fn of_a_cancellation_and_the_packing_one_wins() {
    for turn in 0..4 {
        let rig = paused().await;
        let (ada, link) = bought(&rig).await;
        let ask = ada.read(&link.replace("?key=", "/cancel?key=")).await;
        let fields = [("lang", "en"), ("number", value(&ask, "number")), ("key", value(&ask, "key"))];
        rig.wait(3600);
        let cancels = async { (ada.send("/api/orders/cancel", &fields).await, ada.send("/api/orders/cancel", &fields).await) };
        // Whoever is asked first may be either.
        let (to, twice) = if turn % 2 == 0 { tokio::join!(cancels, rig.work()).0 } else { tokio::join!(rig.work(), cancels).1 };
        rig.work().await;
        let cancelled = rig.count("SELECT count(*) FROM orders WHERE state = 'cancelled'").await == 1;
        assert_eq!([&to, &twice].map(|to| to.contains("/cancel")), [!cancelled; 2], "{to} {twice}");
        assert_eq!(rig.count("SELECT count(*) FROM parcels").await, i64::from(!cancelled), "what is cancelled is not packed");
        let page = ada.read(&to).await;
        assert!(cancelled || page.contains("/api/orders/ask-cancel"), "then it can be asked for: {page}");
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn nobody_cancels_or_sees_the_order_of_another() {
    let rig = Rig::new().await;
    let (_, link) = bought(&rig).await;
    let number = between(&link, "/en/orders/", "?");
    let ben = rig.shopper();
    for key in ["", "0", &"0".repeat(64)] {
        let fields = [("lang", "en"), ("number", number), ("key", key)];
        assert_eq!(ben.post("/api/orders/cancel", &fields).await.status, StatusCode::NOT_FOUND, "{key}");
        assert_eq!(ben.open(&format!("/en/orders/{number}/cancel?key={key}")).await.status, StatusCode::NOT_FOUND, "{key}");
    }
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE state = 'paid'").await, 1);
}
