//! Offers, from the code that is typed to the order that keeps what it took; and the desk that writes them.

use std::collections::BTreeMap;

use db::offers::{Kept, keep, pause};
use domain::Never;
use domain::contact::Country;
use domain::ids::OfferId;
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::offers::{Code, Gives, Limits, Offer, Reach, Together, When};
use domain::tax::Percent;
use domain::time::Day;

use crate::form::{between, in_order, plain, value};
use crate::rig::Rig;
use crate::shopper::{GOOD_CARD, Shopper};
use crate::support::Shop;

/// 2026-11-20.
const FRIDAY: Day = Day(20_777);

/// The shop offers so much behind a code, on everything.
async fn offered(rig: &Rig, code: &str, name: &str, gives: Gives, change: impl FnOnce(&mut Offer)) -> OfferId {
    let code = (!code.is_empty()).then(|| Code::parse(code).unwrap());
    let (reach, limits) = (Reach::Everything, Limits::default());
    let mut offer = Offer { id: OfferId(0), code, gives, reach, limits, together: Together::All };
    change(&mut offer);
    let kept = Kept { offer, names: BTreeMap::from([(Lang::En, name.to_owned())]), paused: false, given: None };
    rig.shop.house.db.write(move |tx| keep(tx, "ada", None, &kept)).await.unwrap()
}

fn tenth() -> Gives {
    Gives::Percent(Percent::from_hundredths(1000))
}

fn euros(euros: i64) -> Money {
    Money::new(euros * 100, Currency::EUR)
}

async fn types(ada: &Shopper<'_>, code: &str) -> String {
    ada.send("/api/offers/code", &[("lang", "en"), ("code", code)]).await
}

/// Somebody with a pan for €49.00 in the cart.
async fn with_a_pan(rig: &Rig) -> Shopper<'_> {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada
}

/// What the page of the cart says of its codes.
async fn told(ada: &Shopper<'_>) -> String {
    between(&ada.read("/en/cart").await, "<ul class=\"codes\">", "</ul>").to_owned()
}

#[tokio::test]
async fn a_code_is_read_as_it_is_typed_and_kept_with_the_cart() {
    let rig = Rig::new().await;
    offered(&rig, "SPRING10", "A tenth off", tenth(), |_| {}).await;
    for typed in ["SPRING10", "spring10", " Spring - 10 ", "ＳＰＲＩＮＧ１０"] {
        let ada = with_a_pan(&rig).await;
        assert_eq!(types(&ada, typed).await, "/en/cart", "{typed}");
        let page = ada.read("/en/cart").await;
        in_order(&page, &["Goods", "€49.00", "A tenth off", "-€4.90", "Total", "SPRING10"]);
        assert!(!told(&ada).await.contains("line-note"), "nothing is wrong with it");
        assert_eq!(ada.read("/en/cart").await, page, "it is there when one comes back");
    }
}

#[tokio::test]
async fn with_script_the_answer_is_the_cart_with_what_is_off_and_why_not() {
    let rig = Rig::new().await;
    offered(&rig, "SPRING10", "A tenth off", tenth(), |_| {}).await;
    let ada = with_a_pan(&rig).await;
    let cart = ada.ask("/api/offers/code", &[("lang", "en"), ("code", "spring10")]).await;
    assert_eq!(plain(cart["says"].as_str().unwrap()), "One thing in the cart, €44.10");
    assert!(cart["sums"].as_str().unwrap().contains("A tenth off"));
    let cart = ada.ask("/api/offers/code", &[("lang", "en"), ("code", "winter")]).await;
    assert!(cart["says"].as_str().unwrap().ends_with("WINTER: There is no such code."), "{}", cart["says"]);
    let cart = ada.ask("/api/offers/drop", &[("lang", "en"), ("code", "SPRING10")]).await;
    assert!(!cart["sums"].as_str().unwrap().contains("A tenth off"));
}

#[tokio::test]
async fn a_code_that_gives_nothing_says_exactly_why() {
    let rig = Rig::new().await;
    let until = |day| move |offer: &mut Offer| offer.limits.until = Some(When::On(day));
    offered(&rig, "OLD", "Old", tenth(), until(FRIDAY.plus(-1))).await;
    offered(&rig, "SOON", "Soon", tenth(), |offer| offer.limits.from = Some(When::On(FRIDAY.plus(7)))).await;
    offered(&rig, "MUCH", "Much", tenth(), |offer| offer.limits.least = Some(euros(60))).await;
    offered(&rig, "HERE", "Here", tenth(), |offer| offer.limits.countries = Some([Country::LATVIA].into())).await;
    offered(&rig, "OTHER", "Other", tenth(), |offer| offer.reach = Reach::Products([domain::ids::ProductId(999)].into())).await;
    let ada = with_a_pan(&rig).await;
    ada.live_at(&[]).await;
    for (code, why) in [
        ("old", "It ended on 19 November 2026."),
        ("soon", "It begins on 27 November 2026."),
        ("much", "€11.00 more of what it is for, and it applies."),
        ("here", "It is not for orders to Germany."),
        ("other", "Nothing in the cart belongs to it."),
        ("never", "There is no such code."),
    ] {
        types(&ada, code).await;
        let told = told(&ada).await;
        in_order(&told, &[&code.to_uppercase(), why]);
    }
    assert_eq!(types(&ada, "10 %").await, "/en/cart?refused=no-such-code");
    assert!(ada.read("/en/cart?refused=no-such-code").await.contains("There is no such code."));
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    assert!(!told(&ada).await.contains("€11.00 more"), "it applies as soon as there is enough");
}

#[tokio::test]
async fn two_codes_that_do_not_go_together_leave_the_better_one() {
    let rig = Rig::new().await;
    let alone = |offer: &mut Offer| offer.together = Together::Alone;
    offered(&rig, "TEN", "Ten", tenth(), alone).await;
    offered(&rig, "FIVE", "Five euros", Gives::Amount(euros(5)), alone).await;
    let ada = with_a_pan(&rig).await;
    types(&ada, "ten").await;
    types(&ada, "five").await;
    let page = ada.read("/en/cart").await;
    in_order(&page, &["Five euros", "-€5.00", "TEN", "Five euros saves you €0.10 more, and the two do not go together."]);
    assert_eq!(ada.send("/api/offers/drop", &[("lang", "en"), ("code", "FIVE")]).await, "/en/cart");
    let page = ada.read("/en/cart").await;
    in_order(&page, &["Ten", "-€4.90"]);
    assert!(!page.contains("Five euros"));
}

#[tokio::test]
async fn what_a_few_more_goods_would_bring_is_said() {
    let rig = Rig::new().await;
    offered(&rig, "", "Delivery on us", Gives::Delivery(None), |offer| offer.limits.least = Some(euros(55))).await;
    let ada = with_a_pan(&rig).await;
    assert!(ada.read("/en/cart").await.contains("€6.00 more and you get: Delivery on us"));
    rig.reprice("carbon-pan", 5600).await;
    ada.live_at(&[]).await;
    let page = ada.read("/en/cart").await;
    in_order(&page, &["Delivery to Germany", "Delivery on us", "-€", "Total", "€56.00"]);
    assert!(!page.contains("more and you get") && !page.contains("more and delivery to"), "nothing is promised twice");
}

#[tokio::test]
async fn delivery_that_is_free_sooner_by_itself_is_not_promised_again() {
    let rig = Rig::new().await;
    offered(&rig, "", "Delivery on us", Gives::Delivery(None), |offer| offer.limits.least = Some(euros(250))).await;
    let ada = with_a_pan(&rig).await;
    let page = ada.read("/en/cart").await;
    assert!(page.contains("€11.00 more and delivery to Latvia is free") && !page.contains("you get: Delivery"), "{page}");
}

#[tokio::test]
async fn an_order_shows_what_was_off_whatever_becomes_of_the_offer() {
    let rig = Rig::new().await;
    let id = offered(&rig, "SPRING10", "A tenth off", tenth(), |_| {}).await;
    let ada = with_a_pan(&rig).await;
    types(&ada, "spring10").await;
    ada.reach_review().await;
    let page = ada.read("/en/checkout/review").await;
    in_order(&page, &["SPRING10", "pay €51.00", "Goods", "€49.00", "€6.90", "A tenth off", "-€4.90", "Total", "€51.00"]);
    let order = ada.buy().await;
    rig.shop.house.db.write::<_, Never>(move |tx| pause(tx, "ada", id, true)).await.unwrap();
    let page = ada.read(&order).await;
    in_order(&page, &["Carbon pan", "€49.00", "Delivery", "€6.90", "A tenth off", "SPRING10", "-€4.90", "Total", "€51.00"]);
    in_order(&page, &["19% VAT included", "€8.14"]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_code_is_typed_and_taken_out_at_the_last_step() {
    let rig = Rig::new().await;
    offered(&rig, "SPRING10", "A tenth off", tenth(), |_| {}).await;
    let ada = with_a_pan(&rig).await;
    ada.reach_review().await;
    let page = ada.read("/en/checkout/review").await;
    let back = value(between(&page, "action=\"/api/offers/code\"", "</form>"), "back").to_owned();
    let fields = [("lang", "en"), ("code", "spring10"), ("back", back.as_str())];
    assert_eq!(ada.send("/api/offers/code", &fields).await, "/en/checkout/review");
    assert_eq!(value(&ada.read("/en/checkout/review").await, "total"), "5100");
    let wrong = [("lang", "en"), ("code", "%"), ("back", back.as_str())];
    let to = ada.send("/api/offers/code", &wrong).await;
    assert_eq!(to, "/en/checkout/review?refused=no-such-code");
    assert!(ada.read(&to).await.contains("There is no such code."));
    let fields = [("lang", "en"), ("code", "SPRING10"), ("back", "//evil.example")];
    assert_eq!(ada.send("/api/offers/drop", &fields).await, "/", "one is never led elsewhere");
    assert_eq!(value(&ada.read("/en/checkout/review").await, "total"), "5590");
}

#[tokio::test]
async fn an_offer_that_ends_before_the_button_is_pressed_shows_old_and_new() {
    let rig = Rig::new().await;
    offered(&rig, "TODAY", "Today", tenth(), |offer| offer.limits.until = Some(When::On(FRIDAY))).await;
    let ada = with_a_pan(&rig).await;
    types(&ada, "today").await;
    ada.reach_review().await;
    assert_eq!(value(&ada.read("/en/checkout/review").await, "total"), "5100");
    rig.wait(24 * 3600);
    let to = ada.place("5100").await;
    let page = ada.read(&to).await;
    in_order(&page, &["The total has changed to €55.90", "It was €51.00.", "TODAY", "It ended on 20 November 2026."]);
    assert_eq!(rig.orders().await, 0);
    assert!(ada.place("5590").await.starts_with("/testpay/pay/"));
}

#[tokio::test]
async fn the_last_use_is_one_shoppers_and_the_other_is_told() {
    let rig = Rig::new().await;
    offered(&rig, "ONCE", "Only once", tenth(), |offer| offer.limits.in_all = Some(1)).await;
    let (ada, ben) = (with_a_pan(&rig).await, with_a_pan(&rig).await);
    for shopper in [&ada, &ben] {
        types(shopper, "once").await;
        shopper.reach_review().await;
    }
    let led = futures_util::future::join(ada.place("5100"), ben.place("5100")).await;
    let paying = [&led.0, &led.1].iter().filter(|to| to.starts_with("/testpay/pay/")).count();
    assert_eq!((paying, rig.orders().await), (1, 1), "{led:?}");
    let (late, to) = if led.0.starts_with("/testpay") { (&ben, &led.1) } else { (&ada, &led.0) };
    in_order(&late.read(to).await, &["€55.90", "It was €51.00.", "ONCE", "It has been used up."]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_use_nobody_paid_for_is_there_again() {
    let rig = Rig::new().await;
    offered(&rig, "ONCE", "Only once", tenth(), |offer| offer.limits.in_all = Some(1)).await;
    let (ada, ben) = (with_a_pan(&rig).await, with_a_pan(&rig).await);
    types(&ada, "once").await;
    ada.order().await;
    types(&ben, "once").await;
    assert!(told(&ben).await.contains("It has been used up."));
    rig.wait(16 * 60);
    rig.work().await;
    assert!(!told(&ben).await.contains("used up"));
}

#[tokio::test]
async fn a_first_order_is_the_first_of_an_address() {
    let rig = Rig::new().await;
    offered(&rig, "HELLO", "Hello", tenth(), |offer| offer.limits.first_order = true).await;
    let ada = with_a_pan(&rig).await;
    types(&ada, "hello").await;
    let page = ada.order().await;
    ada.pay(&page, GOOD_CARD).await;
    let again = with_a_pan(&rig).await;
    types(&again, "hello").await;
    assert!(!told(&again).await.contains("line-note"), "nobody knows yet who it is");
    again.live_at(&[("email", "ADA@example.org")]).await;
    assert!(told(&again).await.contains("It is for a first order only."));
}

#[tokio::test]
async fn who_guesses_codes_is_asked_to_wait() {
    let rig = Rig::new().await;
    offered(&rig, "REAL", "Real", tenth(), |_| {}).await;
    let eve = with_a_pan(&rig).await;
    for number in 0..10 {
        let code = format!("guess{number}");
        types(&eve, &code).await;
        eve.send("/api/offers/drop", &[("lang", "en"), ("code", &code.to_uppercase())]).await;
    }
    let to = types(&eve, "real").await;
    assert_eq!(to, "/en/cart?refused=guessing");
    assert!(eve.read(&to).await.contains("Try again in an hour."));
    assert!(!eve.read("/en/cart").await.contains("Real"));
    let ada = with_a_pan(&rig).await;
    types(&ada, "real").await;
    assert!(ada.read("/en/cart").await.contains("Real"), "others are not kept waiting");
    rig.wait(3600);
    assert_eq!(types(&eve, "real").await, "/en/cart");
}

#[tokio::test]
async fn a_cart_in_another_currency_gets_the_same_offer() {
    let rig = Rig::new().await;
    rig.takes_rates().await;
    offered(&rig, "FIVE", "Five euros", Gives::Amount(euros(5)), |_| {}).await;
    let ada = with_a_pan(&rig).await;
    types(&ada, "five").await;
    let settings = [("lang", "en"), ("country", "US"), ("currency", "USD")];
    ada.send("/api/settings", &settings).await;
    let page = ada.read("/en/cart").await;
    in_order(&page, &["Five euros", "-US$5.", "Total"]);
}

#[tokio::test]
async fn the_demo_shops_offers_can_be_had() {
    const DISH: &str = "SELECT v.id FROM variants v JOIN products p ON p.id = v.product_id WHERE p.slug = 'rill-soap-dish'";
    let shop = Shop::real().await;
    let dish: i64 = shop.house.db.read(|conn| conn.one(DISH, &[], |row| row.get(0))).await.unwrap().unwrap();
    let ada = Shopper::new(&shop);
    ada.put(&dish.to_string(), "3").await;
    types(&ada, "welcome10").await;
    in_order(&ada.read("/en/cart").await, &["Three for the bath, the cheapest free", "-€22.00", "Welcome: 10 % off", "-€6.60"]);
    assert!(ada.read("/ar/cart").await.contains("أهلًا بك"));
}
