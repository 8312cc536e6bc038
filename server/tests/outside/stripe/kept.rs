//! Cards that Stripe keeps for a customer: as the shop's tick says, shown on its page the next time, and forgotten.

use cartwright::outside::Trouble;
use cartwright::outside::payments::Provider;
use db::payments::{Payment, Purse, ToForget};
use domain::ids::{AccountId, PaymentId};
use domain::payments::{KeptCard, Way};
use domain::time::Timestamp;

use super::fake::Mishap;
use super::{begun, stripe};
use crate::owed::{FRIDAY_MORNING, back, owed};

const SHOWN: &str = "saved_payment_method_options[allow_redisplay_filters][0]";
const KEEP: &str = "payment_intent_data[setup_future_usage]";

fn of_ada(name: Option<&str>, keep: bool) -> Payment {
    let (account, since, email) = (AccountId(1), FRIDAY_MORNING, "ada@example.org".to_owned());
    let purse = Purse { account, since, email, name: name.map(str::to_owned), keep };
    Payment { purse: Some(purse), ..owed(Way::Card, 5420, "EUR") }
}

#[tokio::test]
async fn a_card_is_kept_where_that_is_wished_and_shown_the_next_time() {
    let (fake, stripe) = stripe().await;
    let session = stripe.begin(&of_ada(None, true), &back()).await.unwrap();
    assert_eq!(session.purse.as_deref(), Some("cus_1"));
    let payment = Payment { reference: Some(session.reference.clone()), ..of_ada(None, true) };
    assert_eq!(stripe.ask(&payment).await.unwrap().keeps, None, "nothing is paid yet");
    assert_eq!(fake.word(&session.reference, KEEP).as_deref(), Some("on_session"));
    fake.pay(&session.reference);
    let kept = stripe.ask(&payment).await.unwrap().keeps;
    assert_eq!(kept, KeptCard::of("pm_1", "Visa", "4242", (12, 2034)));
    let next = stripe.begin(&Payment { id: PaymentId(8), ..of_ada(Some("cus_1"), false) }, &back()).await.unwrap();
    let word = |name: &str| fake.word(&next.reference, name);
    assert_eq!((word("customer").as_deref(), word("customer_email")), (Some("cus_1"), None));
    assert_eq!((word(SHOWN).as_deref(), word(KEEP)), (Some("always"), None));
}

#[tokio::test]
async fn who_does_not_wish_it_is_no_customer_and_has_no_card_kept() {
    let (fake, stripe) = stripe().await;
    for payment in [owed(Way::Card, 5420, "EUR"), Payment { id: PaymentId(8), ..of_ada(None, false) }] {
        let payment = begun(&stripe, payment).await;
        let reference = payment.reference.clone().unwrap();
        let word = |name: &str| fake.word(&reference, name);
        assert_eq!((word("customer"), word(SHOWN), word(KEEP)), (None, None, None));
        fake.pay(&reference);
        assert_eq!(stripe.ask(&payment).await.unwrap().keeps, None);
    }
    // A card that was paid with, though another was kept before, is not.
    begun(&stripe, Payment { id: PaymentId(10), ..of_ada(None, true) }).await;
    let payment = begun(&stripe, Payment { id: PaymentId(9), ..of_ada(Some("cus_1"), false) }).await;
    fake.pay(payment.reference.as_deref().unwrap());
    assert_eq!(stripe.ask(&payment).await.unwrap().keeps, None);
}

#[tokio::test]
async fn a_lost_answer_makes_no_second_customer() {
    let (fake, stripe) = stripe().await;
    fake.next_meets("/v1/customers", Mishap::AnswerLost);
    assert_eq!(stripe.begin(&of_ada(None, true), &back()).await, Err(Trouble::Unknown));
    let session = stripe.begin(&of_ada(None, true), &back()).await.unwrap();
    assert_eq!(session.purse.as_deref(), Some("cus_1"));
    assert_eq!(fake.books().customers.len(), 1);
}

/// The first payment of this number in which an account keeps a card, sent to somebody at this address.
fn first(id: i64, account: i64, to: &str) -> Payment {
    let payment = of_ada(None, true);
    let purse = payment.purse.clone().map(|purse| Purse { account: AccountId(account), ..purse });
    Payment { id: PaymentId(id), purse, email: to.to_owned(), name: to.to_owned(), ..payment }
}

#[tokio::test]
async fn two_first_payments_at_once_are_one_customers_and_those_of_two_accounts_two() {
    let (fake, stripe) = stripe().await;
    let (home, work) = (first(7, 1, "ada@example.org"), first(8, 1, "engines@example.com"));
    let back = back();
    let (one, other) = tokio::join!(stripe.begin(&home, &back), stripe.begin(&work, &back));
    let sessions = [one.unwrap(), other.unwrap()];
    for session in &sessions {
        assert_eq!(session.purse.as_deref(), Some("cus_1"));
        assert_eq!(fake.word(&session.reference, "customer").as_deref(), Some("cus_1"));
        fake.pay(&session.reference);
    }
    assert_ne!(sessions[0].reference, sessions[1].reference);
    assert_eq!(fake.books().customers.len(), 1);
    assert!(
        fake.books().methods.values().all(|method| method["customer"] == "cus_1"),
        "both cards are kept where both are found"
    );
    // Stripe says no to a call under a key that another call holds at that moment.
    fake.next_meets("/v1/customers", Mishap::Says(409, "idempotency_error"));
    let third = first(9, 1, "ada@example.org");
    assert_eq!(stripe.begin(&third, &back).await, Err(Trouble::Unknown));
    assert_eq!(stripe.begin(&third, &back).await.unwrap().purse.as_deref(), Some("cus_1"));
    assert_eq!(stripe.begin(&first(10, 2, "ada@example.org"), &back).await.unwrap().purse.as_deref(), Some("cus_2"));
    let moved = first(11, 1, "ada@example.org");
    let purse = moved.purse.clone().map(|purse| Purse { since: Timestamp(purse.since.0 + 1), ..purse });
    let later = Payment { purse, ..moved };
    assert_eq!(
        stripe.begin(&later, &back).await.unwrap().purse.as_deref(),
        Some("cus_3"),
        "she has deleted herself, and come anew"
    );
}

#[tokio::test]
async fn a_card_is_forgotten_once_and_so_is_a_customer_with_all_of_theirs() {
    let (fake, stripe) = stripe().await;
    let payment = begun(&stripe, of_ada(None, true)).await;
    fake.pay(payment.reference.as_deref().unwrap());
    let card = ToForget { provider: "stripe".to_owned(), purse: "cus_1".to_owned(), card: Some("pm_1".to_owned()) };
    fake.next_meets("/detach", Mishap::AnswerLost);
    assert_eq!(stripe.forget(&card).await, Err(Trouble::Unknown));
    for _ in 0..2 {
        assert_eq!(stripe.forget(&card).await, Ok(()), "it is gone already");
    }
    assert!(fake.books().methods["pm_1"]["customer"].is_null());
    assert_eq!(stripe.forget(&ToForget { card: Some("pm_none".to_owned()), ..card.clone() }).await, Ok(()));
    for _ in 0..2 {
        assert_eq!(stripe.forget(&ToForget { card: None, ..card.clone() }).await, Ok(()));
    }
    assert!(fake.books().customers.is_empty());
    fake.next_meets("/v1/customers", Mishap::Says(403, "invalid_request_error"));
    assert!(matches!(stripe.forget(&ToForget { card: None, ..card }).await, Err(Trouble::Refused(_))));
}
