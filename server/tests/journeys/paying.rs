//! From the button that carries the sum to the money: whatever is pressed twice, declined, lost or late.

use axum::http::StatusCode;
use cartwright::outside::mishaps::Mishap;
use futures_util::future::join_all;

use crate::form::{between, in_order, value};
use crate::rig::Rig;
use crate::shopper::{BAD_CARD, GOOD_CARD, Shopper};

async fn at_review<'a>(rig: &'a Rig, slug: &str) -> Shopper<'a> {
    let ada = rig.shopper();
    ada.put(&rig.variant(slug, "").await, "1").await;
    ada.reach_review().await;
    ada
}

/// The number of the only order of this browser.
async fn number(ada: &Shopper<'_>) -> String {
    between(&ada.read("/en/orders").await, "href=\"/en/orders/", "\"").to_owned()
}

#[tokio::test]
async fn a_sum_that_was_not_on_the_button_orders_nothing() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "carbon-pan").await;
    for total in ["1", "0", "-5590", "5589", "55.90", "", "all", "99999999999999999999"] {
        let to = ada.place(total).await;
        assert!(to.starts_with("/en/checkout/review?changed="), "{total}: {to}");
    }
    rig.reprice("carbon-pan", 5200).await;
    let to = ada.place("5590").await;
    assert_eq!(to, "/en/checkout/review?changed=55.90%20EUR");
    let page = ada.read(&to).await;
    in_order(&page, &["The total has changed to €58.90", "Nothing was ordered.", "It was €55.90."]);
    assert_eq!((value(&page, "total"), rig.orders().await), ("5890", 0));
    assert!(ada.place("5890").await.starts_with("/testpay/pay/"));
    assert_eq!(rig.orders().await, 1);
}

#[tokio::test]
async fn pressed_again_it_is_the_same_order() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "carbon-pan").await;
    let first = ada.place("5590").await;
    for total in ["5590", "5590", "1"] {
        assert_eq!(ada.place(total).await, first);
    }
    assert_eq!(rig.orders().await, 1);
    assert_eq!(rig.count("SELECT count(*) FROM payments").await, 1);
}

#[tokio::test]
async fn pressed_eight_times_at_once_it_is_one_order() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "carbon-pan").await;
    let led = join_all((0..8).map(|_| ada.place("5590"))).await;
    assert!(led[0].starts_with("/testpay/pay/") && led.iter().all(|to| *to == led[0]), "{led:?}");
    assert_eq!((rig.orders().await, rig.count("SELECT sum(held) FROM variants").await), (1, 1));
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_last_one_goes_to_one_of_two_and_the_other_is_told() {
    let rig = Rig::new().await;
    let (ada, ben) = (at_review(&rig, "last-lamp").await, at_review(&rig, "last-lamp").await);
    let (hers, his) = tokio::join!(ada.place("8000"), ben.place("8000"));
    let (first, late) = if hers.starts_with("/testpay/") { ((ada, hers), (ben, his)) } else { ((ben, his), (ada, hers)) };
    assert_eq!(late.1, "/en/cart");
    assert!(late.0.read("/en/cart").await.contains("Sold out since you put it in."));
    assert_eq!(first.0.pay(&first.1, GOOD_CARD).await.status, StatusCode::SEE_OTHER);
    assert_eq!(rig.orders().await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn back_after_placing_shows_the_order_and_not_a_second_purchase() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "carbon-pan").await;
    let pay = ada.place("5590").await;
    let order = format!("/en/orders/{}", number(&ada).await);
    for step in ["review", "payment", "delivery"] {
        let answer = ada.open(&format!("/en/checkout/{step}")).await;
        let told = format!("{order}?already");
        assert_eq!((answer.status, answer.header("location")), (StatusCode::SEE_OTHER, told.as_str()), "{step}");
    }
    assert_eq!(
        ada.open("/en/checkout/address").await.header("location"),
        "/en/cart?checkout=ordered",
        "a new purchase begins with a cart"
    );
    let back = ada.pay(&pay, GOOD_CARD).await;
    assert!(ada.read(back.header("location")).await.contains("Thank you."));
    let again = ada.pay(&pay, GOOD_CARD).await;
    assert!(again.header("location").starts_with(&order), "the provider's page leads to what is paid");
    assert_eq!(rig.count("SELECT count(*) FROM payments WHERE state = 'promised'").await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn when_the_provider_does_not_answer_the_order_stands_and_can_be_paid() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "carbon-pan").await;
    for _ in 0..3 {
        rig.company.world.testpay.mishaps.add(Mishap::Unreachable);
    }
    let to = ada.place("5590").await;
    assert!(to.starts_with("/en/orders/") && to.ends_with("&later"), "{to}");
    let page = ada.read(&to).await;
    assert!(page.contains("The payment page did not answer.") && page.contains("Pay €55.90"), "{page}");
    let fields = [("lang", "en"), ("number", value(&page, "number")), ("key", value(&page, "key"))];
    let pay = ada.send("/api/orders/pay", &fields).await;
    let back = ada.pay(&pay, GOOD_CARD).await;
    assert!(ada.read(back.header("location")).await.contains("Thank you."));
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_card_that_is_declined_is_not_the_end() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "carbon-pan").await;
    let pay = ada.place("5590").await;
    let declined = ada.pay(&pay, BAD_CARD).await;
    assert_eq!(declined.status, StatusCode::PAYMENT_REQUIRED);
    assert!(declined.text().contains("Not paid"));
    let back = declined.text().split("href=\"").find(|link| link.contains("unpaid")).unwrap().split('"').next().unwrap();
    let back = back.replace("&amp;", "&").replace("http://127.0.0.1:3000", "");
    let page = ada.read(&back).await;
    assert!(page.contains("You came back without paying.") && page.contains("Waiting for payment"), "{page}");
    let number = value(&page, "number");
    let again = ada.send("/api/orders/pay", &[("lang", "en"), ("number", number)]).await;
    assert_eq!(again, pay, "it is the same payment");
    let done = ada.pay(&again, GOOD_CARD).await;
    assert!(ada.read(done.header("location")).await.contains("Thank you."));
    assert_eq!(rig.count("SELECT count(*) FROM payments").await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn an_order_that_was_not_paid_in_time_says_so_and_cannot_be_paid() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "last-lamp").await;
    let pay = ada.place("8000").await;
    let number = number(&ada).await;
    let link = between(&ada.read(&pay).await, "/en/orders/", "&").to_owned();
    let key = link.split("key=").nth(1).unwrap();
    rig.wait(16 * 60);
    rig.work().await;
    let page = ada.read(&format!("/en/orders/{number}")).await;
    assert!(page.contains("Cancelled") && !page.contains("/api/orders/pay"), "{page}");
    assert!(page.contains("Not paid in time"));
    let to = ada.send("/api/orders/pay", &[("lang", "en"), ("number", &number)]).await;
    assert_eq!(to, format!("/en/orders/{number}"));
    let friend = rig.shopper();
    let to = friend.send("/api/orders/pay", &[("lang", "en"), ("number", &number), ("key", key)]).await;
    assert!(friend.read(&to).await.contains("Cancelled"), "who came by the link can see where it leads");
}

#[tokio::test]
async fn an_order_that_was_given_up_takes_no_money_any_more() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "last-lamp").await;
    let pay = ada.place("8000").await;
    rig.wait(16 * 60);
    rig.work().await;
    let ben = at_review(&rig, "last-lamp").await;
    let his = ben.place("8000").await;
    assert!(his.starts_with("/testpay/pay/"), "its goods are free again: {his}");
    let over = ada.pay(&pay, GOOD_CARD).await;
    assert_eq!(over.status, StatusCode::GONE);
    assert!(over.text().contains("The time to pay is over"), "the page that was left open is closed");
    let back = ben.pay(&his, GOOD_CARD).await;
    assert!(ben.read(back.header("location")).await.contains("Thank you."));
    assert_eq!(rig.count("SELECT count(*) FROM payments WHERE taken > 0 OR state = 'promised'").await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_way_back_from_the_provider_is_asked_about_and_not_believed() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "carbon-pan").await;
    let pay = ada.place("5590").await;
    let link = format!("/en/orders/{}", between(&ada.read(&pay).await, "/en/orders/", "&"));
    let page = ada.read(&format!("{link}&paid")).await;
    assert!(!page.contains("Thank you") && page.contains("This order waits for its payment."), "{page}");
    rig.company.world.testpay.mishaps.add(Mishap::Unreachable);
    assert!(ada.read(&format!("{link}&paid")).await.contains("Waiting for payment"), "no answer is no payment, and a page");
}

#[tokio::test]
async fn nobody_else_pays_or_sees_how_an_order_stands() {
    let rig = Rig::new().await;
    let ada = at_review(&rig, "carbon-pan").await;
    ada.place("5590").await;
    let number = number(&ada).await;
    let ben = rig.shopper();
    for (number, key) in [(number.as_str(), ""), (&number, "0"), (&number, &"0".repeat(64)), ("000000000", ""), ("none", "")] {
        let answer = ben.post("/api/orders/pay", &[("lang", "en"), ("number", number), ("key", key)]).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::NOT_FOUND, ""), "{number} {key}");
    }
}
