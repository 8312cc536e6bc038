//! Cards that TestPay keeps for an account: by a tick alone, offered to their owner alone, and gone when they are removed.

use axum::http::StatusCode;

use crate::account::{ADA, signed_in};
use crate::form::{between, value};
use crate::rig::Rig;
use crate::shopper::{GOOD_CARD, Shopper};

const BOB: &str = "bob@example.org";
const ASKS: &str = "4000002760003184";

/// Fills the cart and goes to the provider's page, with the tick or without.
async fn to_pay(rig: &Rig, who: &Shopper<'_>, keep: bool) -> String {
    who.put(&rig.variant("carbon-pan", "").await, "1").await;
    who.reach_review().await;
    let mut fields = vec![("lang", "en"), ("way", "card")];
    fields.extend(keep.then_some(("keep", "true")));
    assert_eq!(who.send("/api/checkout/payment", &fields).await, "/en/checkout/review");
    let total = value(&who.read("/en/checkout/review").await, "total").to_owned();
    who.place(&total).await
}

async fn thanks(who: &Shopper<'_>, location: &str) -> String {
    assert!(who.read(location).await.contains("Thank you"), "{location}");
    location.strip_suffix("&paid").unwrap().to_owned()
}

/// Pays with a card that is typed.
async fn pays(rig: &Rig, who: &Shopper<'_>, keep: bool) -> String {
    let page = to_pay(rig, who, keep).await;
    thanks(who, who.pay(&page, GOOD_CARD).await.header("location")).await
}

/// The provider's names of the cards it offers on a page.
fn offered(page: &str) -> Vec<String> {
    page.split("name=\"card\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

async fn with_card<'a>(rig: &'a Rig, email: &str) -> Shopper<'a> {
    let who = signed_in(rig, rig.shopper(), email).await;
    pays(rig, &who, true).await;
    who
}

#[tokio::test]
async fn a_card_is_remembered_by_a_tick_and_pays_by_one_press_the_next_time() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.reach_review().await;
    let tick = ada.read("/en/checkout/payment").await;
    assert!(between(&tick, "name=\"keep\"", ">").find("checked").is_none(), "nobody has said so yet");
    assert!(ada.read("/en/account/cards").await.contains("No cards are remembered."));
    pays(&rig, &ada, true).await;
    let page = ada.read("/en/account/cards").await;
    assert!(page.contains("Visa ending in 4242") && page.contains("Good until 12/34"), "{page}");

    let page = to_pay(&rig, &ada, false).await;
    let shown = ada.read(&page).await;
    assert!(shown.contains("with the card ending in 4242"), "{shown}");
    let cards = offered(&shown);
    assert_eq!(cards.len(), 1);
    let paid = ada.post(&format!("{page}/saved"), &[("card", &cards[0])]).await;
    assert_eq!(paid.status, StatusCode::SEE_OTHER);
    thanks(&ada, paid.header("location")).await;
    assert_eq!(rig.count("SELECT count(*) FROM payments WHERE state = 'promised'").await, 2);
    assert_eq!(rig.count("SELECT count(*) FROM kept_cards").await, 1, "the same card is kept once");
    // Typed anew with the tick it is the same one.
    pays(&rig, &ada, true).await;
    assert_eq!(rig.count("SELECT count(*) FROM kept_cards").await, 1);
}

#[tokio::test]
async fn no_card_is_kept_unless_its_owner_says_so_and_its_number_is_nowhere() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    pays(&rig, &ada, false).await;
    assert_eq!(rig.count("SELECT count(*) FROM kept_cards").await, 0);
    // A guest is not asked, and is not heard.
    let guest = rig.shopper();
    guest.put(&rig.variant("carbon-pan", "").await, "1").await;
    guest.reach_review().await;
    assert!(!guest.read("/en/checkout/payment").await.contains("name=\"keep\""));
    pays(&rig, &rig.shopper(), true).await;
    assert_eq!(rig.count("SELECT (SELECT count(*) FROM kept_cards) + (SELECT count(*) FROM purses)").await, 0);
    let shown = ada.read(&to_pay(&rig, &ada, true).await).await;
    assert!(offered(&shown).is_empty() && shown.contains("This card is remembered for the next time."), "{shown}");
    pays(&rig, &ada, true).await;
    assert_eq!(rig.count("SELECT count(*) FROM kept_cards").await, 1);
    for file in std::fs::read_dir(&rig.shop.house.config.data).unwrap().map(|file| file.unwrap().path()) {
        let Ok(bytes) = std::fs::read(&file) else { continue };
        assert!(!bytes.windows(16).any(|part| part == GOOD_CARD.as_bytes()), "{}", file.display());
    }
}

#[tokio::test]
async fn a_bank_that_asks_its_owner_asks_each_time() {
    let rig = Rig::new().await;
    let ada = signed_in(&rig, rig.shopper(), ADA).await;
    let page = to_pay(&rig, &ada, true).await;
    assert_eq!(ada.pay(&page, ASKS).await.header("location"), page, "the bank asks");
    assert!(ada.read(&page).await.contains("Is it you?"));
    // Who does not agree has not paid, and nothing is kept.
    ada.post(&format!("{page}/challenge"), &[("answer", "refuse")]).await;
    assert!(offered(&ada.read(&page).await).is_empty());
    ada.pay(&page, ASKS).await;
    let paid = ada.post(&format!("{page}/challenge"), &[("answer", "approve")]).await;
    thanks(&ada, paid.header("location")).await;
    let page = to_pay(&rig, &ada, false).await;
    let cards = offered(&ada.read(&page).await);
    let asked = ada.post(&format!("{page}/saved"), &[("card", &cards[0])]).await;
    assert_eq!(asked.header("location"), page, "one press is not the owner's yes");
    assert!(ada.read(&page).await.contains("Is it you?"));
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE state = 'paid'").await, 1);
}

#[tokio::test]
async fn whoever_has_an_orders_link_pays_without_its_owners_cards() {
    let rig = Rig::new().await;
    let ada = with_card(&rig, ADA).await;
    let own = to_pay(&rig, &ada, false).await;
    let cards = offered(&ada.read(&own).await);
    rig.work().await;
    let number = rig
        .shop
        .house
        .db
        .read(|conn| conn.one("SELECT number FROM orders ORDER BY id DESC LIMIT 1", &[], |row| row.get::<_, String>(0)));
    let number = number.await.unwrap().unwrap();
    let back = between(&ada.read(&own).await, "<p><a href=\"", "\"").to_owned();
    assert!(back.contains(&number), "{back}");
    let link = back.split_once("?key=").unwrap().1.split('&').next().unwrap().to_owned();
    let eve = rig.shopper();
    let others = eve.send("/api/orders/pay", &[("lang", "en"), ("number", &number), ("key", &link)]).await;
    assert!(others.starts_with("/testpay/pay/") && others != own, "{others}");
    let shown = eve.read(&others).await;
    assert!(offered(&shown).is_empty() && !shown.contains("4242</button>"), "{shown}");
    // Nor does a name that was seen elsewhere open a card.
    let tried = eve.post(&format!("{others}/saved"), &[("card", &cards[0])]).await;
    assert_eq!(tried.header("location"), others);
    rig.work().await;
    assert_eq!(eve.open(&own).await.status, StatusCode::GONE, "the page with her cards is closed");
    let bob = with_card(&rig, BOB).await;
    let page = to_pay(&rig, &bob, false).await;
    let tried = bob.post(&format!("{page}/saved"), &[("card", &cards[0])]).await;
    assert_eq!(tried.header("location"), page, "it is ada's");
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE state = 'paid'").await, 2);
}

#[tokio::test]
async fn a_card_that_is_removed_is_forgotten_by_the_provider_too_whatever_is_in_the_way() {
    let rig = Rig::new().await;
    let (ada, bob) = (with_card(&rig, ADA).await, with_card(&rig, BOB).await);
    let id = value(&ada.read("/en/account/cards").await, "card").to_owned();
    let remove = async |who: &Shopper<'_>| who.send("/api/account/card-remove", &[("lang", "en"), ("card", &id)]).await;
    assert_eq!(remove(&bob).await, "/en/account/cards?heard=card-forgotten");
    assert!(ada.read("/en/account/cards").await.contains("ending in 4242"), "it is ada's still");
    rig.company.world.testpay.mishaps.add(cartwright::outside::mishaps::Mishap::Unreachable);
    assert_eq!(remove(&ada).await, "/en/account/cards?heard=card-forgotten");
    assert!(ada.read("/en/account/cards?heard=card-forgotten").await.contains("No cards are remembered."));
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM cards_to_forget").await, 1, "the provider did not answer");
    rig.wait(31);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM cards_to_forget").await, 0);
    assert!(offered(&ada.read(&to_pay(&rig, &ada, false).await).await).is_empty());
    assert_eq!(offered(&bob.read(&to_pay(&rig, &bob, false).await).await).len(), 1);
    let guest = rig.shopper();
    assert_eq!(guest.open("/en/account/cards").await.header("location"), "/en/account/sign-in");
    let refused = guest.post("/api/account/card-remove", &[("lang", "en"), ("card", "1")]).await;
    assert_eq!(refused.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn whoever_deletes_themselves_takes_their_cards_from_the_provider() {
    let rig = Rig::new().await;
    let (ada, bob) = (with_card(&rig, ADA).await, with_card(&rig, BOB).await);
    let page = to_pay(&rig, &ada, false).await;
    assert_eq!(offered(&ada.read(&page).await).len(), 1);
    ada.send("/api/account/delete", &[("lang", "en"), ("sure", "true")]).await;
    rig.work().await;
    let left = "SELECT (SELECT count(*) FROM kept_cards) * 100 + (SELECT count(*) FROM purses) * 10 + (SELECT count(*) FROM cards_to_forget)";
    assert_eq!(rig.count(left).await, 110, "bob's are left");
    assert!(offered(&rig.shopper().read(&page).await).is_empty(), "the provider has none of hers");
    assert_eq!(offered(&bob.read(&to_pay(&rig, &bob, false).await).await).len(), 1);
}
