//! A shop that takes real money.

use axum::http::StatusCode;
use domain::payments::Way;

use crate::support::Shop;

const ACCOUNTS: &str = "stripe_key = 'sk_test_1'\nstripe_webhook_secret = 'whsec_1'\nstripe_ways = 'all'
paypal_client = 'ada'\npaypal_secret = 's'\npaypal_webhook = '1JE'";

#[tokio::test]
async fn a_shop_in_earnest_has_no_test_cards_and_does_not_say_that_nothing_is_charged() {
    let ((trial, _trial), (earnest, _earnest)) = (Shop::opened(""), Shop::opened(ACCOUNTS));
    let says = "payments and parcels are simulated";
    assert!(trial.get("/en/").await.text().contains(says));
    let page = earnest.get("/en/").await;
    assert!(page.status == StatusCode::OK && !page.text().contains(says));
    let policy = page.header("content-security-policy");
    assert!(policy.contains("form-action 'self' https://checkout.stripe.com https://www.paypal.com;"), "{policy}");
    assert!(trial.get("/testpay/pay/tps_1").await.text().contains("TestPay"));
    assert!(!earnest.get("/testpay/pay/tps_1").await.text().contains("TestPay"));
}

#[tokio::test]
async fn each_way_is_taken_by_who_can_and_wero_by_nobody() {
    let (_shop, company) = Shop::opened(ACCOUNTS);
    let takers = company.world.desk.takers();
    let taken = [Way::Paypal, Way::Card, Way::Pix, Way::CashOnDelivery, Way::Wero].map(|way| takers.of(way));
    assert_eq!(taken, [Some("paypal"), Some("stripe"), Some("stripe"), Some("door"), None]);
}
