//! TestPay's page, as posts of a browser without script.

use axum::http::StatusCode;
use domain::payments::PaymentState;

use crate::rig::{PLAIN_CARD, Rig, card_form};

const DECLINED: &str = "4000000000000002";
const NO_MONEY: &str = "4000000000009995";
const CHALLENGE: &str = "4000002760003184";
const SLOW: &str = "4000000000000077";

#[tokio::test]
async fn the_page_says_who_what_and_how_much_and_the_way_back() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    let path = rig.begin(&placed).await;
    let page = rig.get(&path).await;
    let order = rig.back(&placed).cancelled;
    for said in ["no real money", "Cartwright &amp; Sons", "€48.50", placed.number.as_str(), &order, "cc-number", "cc-csc"] {
        assert!(page.html.contains(said), "{said}: {}", page.html);
    }
    let shop = format!("form-action 'self' {};", rig.origin);
    assert!(page.policy.contains("default-src 'none'") && page.policy.contains(&shop), "{}", page.policy);
    let filled = rig.get(&format!("{path}?card={DECLINED}")).await;
    assert!(filled.html.contains(r#"value="4000 0000 0000 0002""#));
    let evil = rig.post(&path, "number=%22%3E%3Cscript%3E&name=%27%26").await;
    assert!(evil.html.contains("&quot;&gt;&lt;script&gt;") && evil.html.contains("&#39;&amp;"));
    assert_eq!(rig.get("/testpay/pay/tps_none").await.status, StatusCode::NOT_FOUND);
    assert_eq!(rig.get("/testpay/style.css").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field_and_nothing_but_the_code_is_lost() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    let path = rig.begin(&placed).await;
    let page = rig.post(&path, "number=4242+4242+4242+4241&expiry=10%2F26&cvc=987&name=Ada").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["<title>Error: ", "There is a problem", r##"href="#number""##, r#"aria-describedby="expiry-error""#] {
        assert!(page.html.contains(said), "{said}: {}", page.html);
    }
    for kept in [r#"value="4242 4242 4242 4241""#, r#"value="10/26""#, r#"value="Ada""#] {
        assert!(page.html.contains(kept), "{kept}: {}", page.html);
    }
    // Addresses and secrets on the page may have these figures in them, by chance; no field has.
    let code = page.html.split('<').find(|tag| tag.contains(r#"name="cvc""#)).unwrap();
    assert!(!code.contains("987") && !page.html.contains(r#"value="987"#), "{code}");
    assert_eq!(rig.movements(&placed).await, (0, 0));
}

#[tokio::test]
async fn a_declined_card_takes_nothing_and_another_may_be_tried() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    for (card, says) in [(DECLINED, "The bank declined this payment"), (NO_MONEY, "not enough money")] {
        let page = rig.pay(&placed, card).await;
        assert_eq!(page.status, StatusCode::PAYMENT_REQUIRED);
        assert!(page.html.contains(says) && page.html.contains("Back to Cartwright &amp; Sons"));
    }
    assert_eq!(rig.movements(&placed).await, (0, 0));
    assert_eq!(rig.pay(&placed, PLAIN_CARD).await.status, StatusCode::SEE_OTHER);
    assert_eq!(rig.movements(&placed).await, (1, 0));
}

#[tokio::test]
async fn the_bank_asks_and_only_a_yes_pays() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    let path = rig.begin(&placed).await;
    let answer = format!("{path}/challenge");
    // Nobody was asked yet, so nobody can approve.
    rig.post(&answer, "answer=approve").await;
    assert_eq!(rig.movements(&placed).await, (0, 0));
    assert_eq!(rig.post(&path, &card_form(CHALLENGE)).await.location, path);
    assert!(rig.get(&path).await.html.contains("Is it you?"));
    assert_eq!(rig.post(&answer, "answer=refuse").await.status, StatusCode::PAYMENT_REQUIRED);
    assert_eq!(rig.movements(&placed).await, (0, 0));
    rig.post(&path, &card_form(CHALLENGE)).await;
    let paid = rig.post(&answer, "answer=approve").await;
    assert_eq!((paid.location, rig.movements(&placed).await), (rig.back(&placed).done, (1, 0)));
}

#[tokio::test]
async fn twenty_clicks_on_pay_take_the_money_once() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    let path = rig.begin(&placed).await;
    let form = card_form(PLAIN_CARD);
    let pages = futures_util::future::join_all((0..20).map(|_| rig.post(&path, &form))).await;
    for page in pages {
        assert_eq!((page.status, page.location), (StatusCode::SEE_OTHER, rig.back(&placed).done));
    }
    assert_eq!(rig.get(&path).await.location, rig.back(&placed).done);
    assert_eq!(rig.movements(&placed).await, (1, 0));
}

#[tokio::test]
async fn a_card_that_answers_late_has_paid_all_the_same() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    let path = rig.begin(&placed).await;
    let form = card_form(SLOW);
    let mut page = std::pin::pin!(rig.post(&path, &form));
    let taken = async {
        while rig.movements(&placed).await != (1, 0) {
            tokio::task::yield_now().await;
        }
    };
    tokio::select! {
        _ = &mut page => panic!("the slow card answered at once"),
        () = taken => {}
    }
    assert_eq!(rig.world.desk.settle(placed.payment).await.unwrap(), PaymentState::Promised);
    assert_eq!(rig.movements(&placed).await, (1, 0));
}

#[tokio::test]
async fn a_session_that_is_over_takes_no_card() {
    let rig = Rig::with(1).await;
    let placed = rig.order().await;
    let path = rig.begin(&placed).await;
    rig.wait(30 * 60);
    let page = rig.post(&path, &card_form(PLAIN_CARD)).await;
    assert_eq!((page.status, rig.movements(&placed).await), (StatusCode::GONE, (0, 0)));
    assert_eq!(rig.world.desk.settle(placed.payment).await.unwrap(), PaymentState::Failed);
    // While the order stands, beginning again is a new attempt with a page of its own.
    assert_ne!(rig.begin(&placed).await, path);
}
