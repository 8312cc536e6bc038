//! Every call to Stripe, as its reference wants it.

use cartwright::outside::Trouble;
use cartwright::outside::line::Secret;
use cartwright::outside::payments::{Heard, Provider};
use cartwright::outside::signature::Key;
use cartwright::outside::stripe::{Account, Stripe};
use db::payments::{Payment, Purse, ToForget};
use domain::ids::{AccountId, PaymentId};
use domain::lang::Lang;
use domain::payments::{KeptCard, Report, Reported, Tally, Way};
use domain::time::Timestamp;

use crate::owed::{back, owed};
use crate::prism::Prism;

const DOCUMENT: &str = "stripe/openapi.yaml";
const PROMISED: &str = "cs_test_a1YS1URlnyQCN5fUUduORoQ7Pw41PJqDWkIVQCpJPqkfIhd6tVY8XB1OLY";

fn stripe(prism: &Prism) -> Stripe {
    let (key, webhook_secret) = (Secret::new("sk_test_1"), Key::of_text("whsec_1"));
    Stripe::new(Account { key, webhook_secret, api: prism.url.clone(), ways: Way::ALL.to_vec() }).unwrap()
}

fn known_as(reference: &str) -> Payment {
    Payment { reference: Some(reference.to_owned()), ..owed(Way::Card, 5420, "EUR") }
}

#[tokio::test]
async fn a_session_is_opened_as_stripe_wants_it_by_every_way_and_in_every_language() {
    let prism = Prism::with(DOCUMENT).await;
    let stripe = stripe(&prism);
    let ways = Way::ALL.iter().copied().filter(|way| stripe.takes(*way));
    let sums = ways.flat_map(|way| way.terms().sums.iter().map(move |due| owed(way, 50_000, due.0)));
    let plain = ["EUR", "JPY", "ISK"].map(|currency| owed(Way::Card, 50_000, currency));
    let langs = Lang::ALL.iter().map(|lang| Payment { lang: lang.code().to_owned(), ..owed(Way::Card, 5420, "EUR") });
    for payment in sums.chain(plain).chain(langs) {
        let said = (payment.way, payment.due(), payment.lang.clone());
        let session = stripe.begin(&payment, &back()).await;
        let session = session.unwrap_or_else(|trouble| panic!("{said:?}: {trouble}"));
        assert!(session.url.is_some_and(|url| url.starts_with("https://checkout.stripe.com/")));
    }
}

#[tokio::test]
async fn a_payment_is_asked_for_taken_called_off_and_given_back_as_stripe_wants_it() {
    let prism = Prism::with(DOCUMENT).await;
    let (stripe, payment) = (stripe(&prism), known_as(PROMISED));
    let report = stripe.ask(&payment).await.unwrap();
    assert_eq!((report.state, report.due, report.taken, report.lost), (Reported::Promised, payment.due(), 0, 0));
    // The document's answers are always the same: that nothing changes afterwards is no trouble, as nothing was refused.
    assert_eq!(stripe.take(&payment).await, Ok(report.clone()));
    assert_eq!(stripe.let_go(&payment).await, Ok(report.clone()));
    assert_eq!(stripe.give_back(&payment, 100).await, Ok(report.clone()));
    assert_eq!(stripe.give_back(&Payment { way: Way::PromptPay, ..payment.clone() }, 100).await, Ok(report));
    assert_eq!(stripe.let_go(&known_as("cs_test_open")).await.unwrap().state, Reported::Open);
    let bounced = Payment { tally: Tally { taken: 5420, returned: 100, ..payment.tally }, ..known_as(PROMISED) };
    let told = stripe.ask(&bounced).await;
    assert!(matches!(told, Ok(Report { bounced: 100, .. })), "{told:?}");
    let dispute = Heard { event: "evt_1".to_owned(), payment: None, clue: Some("pi_1PgafyB7WZ01zgkWSjxsAJo3".to_owned()) };
    assert_eq!(stripe.whose(&dispute).await, Ok(Some(PaymentId(7))));
}

#[tokio::test]
async fn a_card_is_kept_shown_and_forgotten_as_stripe_wants_it() {
    let prism = Prism::with(DOCUMENT).await;
    let stripe = stripe(&prism);
    let of = |name: Option<&str>, keep| {
        let (account, since, email) = (AccountId(1), Timestamp(1), "ada@home.lv".to_owned());
        let purse = Purse { account, since, email, name: name.map(str::to_owned), keep };
        Payment { purse: Some(purse), ..known_as(PROMISED) }
    };
    for (name, keep) in [(None, true), (Some("cus_QXg1o8vcGmoR32"), true), (Some("cus_QXg1o8vcGmoR32"), false)] {
        let session = stripe.begin(&Payment { reference: None, ..of(name, keep) }, &back()).await.unwrap();
        assert_eq!(session.purse.as_deref(), Some("cus_QXg1o8vcGmoR32"));
    }
    let kept = stripe.ask(&of(None, true)).await.unwrap().keeps;
    assert_eq!(kept, KeptCard::of("pm_1Q0PsIJvEtkwdCNYMSaVuRz6", "Visa", "4242", (8, 2034)));
    let (provider, purse) = ("stripe".to_owned(), "cus_QXg1o8vcGmoR32".to_owned());
    let card = kept.map(|card| card.token);
    for card in [card, None] {
        assert_eq!(stripe.forget(&ToForget { provider: provider.clone(), purse: purse.clone(), card }).await, Ok(()));
    }
}

/// The negative control: this contract can be broken.
#[tokio::test]
async fn what_stripe_does_not_want_is_refused() {
    let prism = Prism::with(DOCUMENT).await;
    let stripe = stripe(&prism);
    let odd = Payment { email: "nobody".to_owned(), ..owed(Way::Card, 5420, "EUR") };
    assert!(matches!(stripe.begin(&odd, &back()).await, Err(Trouble::Refused(why)) if why.starts_with("422")));
    let client = reqwest::Client::new();
    let refund = |form: &'static str| {
        let call = client.post(format!("{}/v1/refunds", prism.url)).bearer_auth("sk_test_1");
        let call = call.header("stripe-version", "2026-06-24.dahlia").header("idempotency-key", "1");
        call.header("content-type", "application/x-www-form-urlencoded").body(form).send()
    };
    for (form, status) in [
        ("payment_intent=pi_1&amount=100&metadata%5Bpayment%5D=X-7", 200),
        ("payment_intent=pi_1&metadata%5Bpayment%5D=X-7", 422),
        ("payment_intent=pi_1&amount=0&metadata%5Bpayment%5D=X-7", 422),
        ("payment_intent=pi_1&amount=100&metadata%5Bpayment%5D=X-7&full=yes", 422),
    ] {
        assert_eq!(refund(form).await.unwrap().status().as_u16(), status, "{form}");
    }
}
