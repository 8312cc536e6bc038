//! Every call to PayPal, as its documents want it.

use axum::http::{HeaderMap, HeaderName};
use cartwright::outside::Trouble;
use cartwright::outside::line::Secret;
use cartwright::outside::payments::Provider;
use cartwright::outside::paypal::{Account, PayPal};
use db::payments::Payment;
use domain::ids::PaymentId;
use domain::payments::{Reported, Way};

use crate::owed::{FRIDAY_MORNING, back, owed};
use crate::prism::Prism;

const DOCUMENT: &str = "paypal/openapi.yaml";

fn paypal(prism: &Prism) -> PayPal {
    let (client, webhook) = ("ada".to_owned(), "1JE".to_owned());
    PayPal::new(Account { client, secret: Secret::new("secret"), webhook, api: prism.url.clone() }).unwrap()
}

fn known_as(reference: &str) -> Payment {
    Payment { reference: Some(reference.to_owned()), ..owed(Way::Paypal, 5420, "EUR") }
}

#[tokio::test]
async fn an_order_is_opened_reserved_taken_let_go_and_given_back_as_paypal_wants_it() {
    let prism = Prism::with(DOCUMENT).await;
    let paypal = paypal(&prism);
    for due in Way::Paypal.terms().sums {
        let session = paypal.begin(&owed(Way::Paypal, 5420, due.0), &back()).await.unwrap();
        assert_eq!(session.url.as_deref(), Some("https://www.paypal.com/checkoutnow?token=5O190127TN364715T"));
    }
    // The document's answers are always the same: that nothing changes afterwards is no trouble, as nothing was refused.
    assert_eq!(paypal.ask(&known_as("APPROVED")).await.unwrap().state, Reported::Open);
    let reserved = known_as("5O190127TN364715T");
    let report = paypal.ask(&reserved).await.unwrap();
    assert_eq!((report.state, report.taken, report.returned), (Reported::Promised, 2000, 500));
    assert_eq!(paypal.take(&reserved).await, Ok(report.clone()));
    assert_eq!(paypal.let_go(&reserved).await, Ok(report.clone()));
    assert_eq!(paypal.give_back(&reserved, 1000).await, Ok(report));
}

#[tokio::test]
async fn paypal_is_asked_about_an_event_as_it_wants_to_be_and_an_odd_question_is_refused() {
    let prism = Prism::with(DOCUMENT).await;
    let paypal = paypal(&prism);
    let headers = |algorithm: &str| {
        let cert = "https://api.paypal.com/v1/notifications/certs/CERT-360caa42-fca2a594";
        let parts = [("auth-algo", algorithm), ("cert-url", cert), ("transmission-id", "69cd13f0-d67a-11e5-baa3-778b53f4ae55")];
        let parts = parts.into_iter().chain([
            ("transmission-sig", "lmI95Jx3Y9nhR5SJWlHVIWpg4AgFk7n9bCHSRxbrd8A9zrhdu2rMyFrmz"),
            ("transmission-time", "2026-11-20T09:00:00Z"),
        ]);
        let header =
            |(name, text): (&str, &str)| (format!("paypal-{name}").parse::<HeaderName>().unwrap(), text.parse().unwrap());
        HeaderMap::from_iter(parts.map(header))
    };
    let body = br#"{"id":"WH-1","event_type":"PAYMENT.CAPTURE.REFUNDED","resource":{"custom_id":"0000001AY-7"}}"#;
    let heard = paypal.hear(&headers("SHA256withRSA"), body, FRIDAY_MORNING).unwrap();
    assert_eq!(paypal.whose(&heard).await, Ok(Some(PaymentId(7))));
    let odd = paypal.hear(&headers("-"), body, FRIDAY_MORNING).unwrap();
    assert!(matches!(paypal.whose(&odd).await, Err(Trouble::Refused(why)) if why.starts_with("422")));
}
