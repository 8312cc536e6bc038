//! Ways to pay, as the country, the sum and the parcel allow; and paying an order that waits for its money.

use crate::form::{between, in_order, value};
use crate::rig::Rig;
use crate::shopper::{GOOD_CARD, Shopper};

/// Ada at the payment step, with a pan for this address.
pub async fn at_payment<'a>(rig: &'a Rig, address: &[(&str, &str)], currency: &str) -> Shopper<'a> {
    let ada = rig.shopper().with("prefs", &format!("en..{currency}"));
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    assert_eq!(ada.live_at(address).await, "/en/checkout/delivery");
    let delivery = ada.read("/en/checkout/delivery").await;
    let service = if delivery.contains("value=\"standard\"") { "standard" } else { "express" };
    ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", service)]).await;
    ada
}

const RIGA: &[(&str, &str)] = &[("country", "LV"), ("line1", "Brīvības iela 1"), ("postcode", "LV-1010"), ("city", "Rīga")];
pub const AMSTERDAM: &[(&str, &str)] =
    &[("country", "NL"), ("line1", "Damrak 1"), ("postcode", "1012 LG"), ("city", "Amsterdam"), ("phone", "+31201234567")];
const SAO_PAULO: &[(&str, &str)] = &[
    ("country", "BR"),
    ("line1", "Avenida Paulista 1000"),
    ("postcode", "01310-100"),
    ("city", "São Paulo"),
    ("region", "SP"),
    ("phone", "+551112345678"),
];

/// Chooses a way and presses the button; says where it leads.
pub async fn place_by(ada: &Shopper<'_>, way: &str) -> String {
    assert_eq!(ada.send("/api/checkout/payment", &[("lang", "en"), ("way", way)]).await, "/en/checkout/review");
    let review = ada.read("/en/checkout/review").await;
    let (total, currency) = (value(&review, "total").to_owned(), value(&review, "currency").to_owned());
    ada.send("/api/checkout/place", &[("lang", "en"), ("total", &total), ("currency", &currency)]).await
}

fn radio(way: &str) -> String {
    format!("type=\"radio\" name=\"way\" value=\"{way}\"")
}

#[tokio::test]
async fn what_is_used_in_a_country_stands_first_and_what_is_not_is_not_there() {
    let rig = Rig::new().await;
    let page = at_payment(&rig, AMSTERDAM, "EUR").await.read("/en/checkout/payment").await;
    in_order(&page, &[&radio("ideal"), "iDEAL", &radio("klarna"), &radio("card")]);
    assert!(page.contains(&format!("{} checked", radio("ideal"))), "one is chosen already: {page}");
    assert!(!page.contains(&radio("pix")) && !page.contains(&radio("cash_on_delivery")), "{page}");
    assert_eq!(page.matches("class=\"in-parts\"").count(), 1, "the plan of what is paid in parts is shown: {page}");
}

#[tokio::test]
async fn a_way_that_does_not_fit_is_not_taken() {
    let rig = Rig::new().await;
    let ada = at_payment(&rig, AMSTERDAM, "EUR").await;
    for odd in ["pix", "gold", "", "card\u{0}"] {
        let to = ada.send("/api/checkout/payment", &[("lang", "en"), ("way", odd)]).await;
        assert!(
            !to.ends_with("/review") || ada.open("/en/checkout/review").await.header("location").contains("payment"),
            "{odd}: {to}"
        );
    }
    // What was chosen for one country is asked for anew in another.
    ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "ideal")]).await;
    ada.live_at(&[]).await;
    ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    assert!(ada.open("/en/checkout/review").await.header("location").contains("/checkout/payment"));
    assert_eq!(rig.orders().await, 0);
}

#[tokio::test]
async fn a_transfer_is_waited_for_and_can_become_a_card() {
    let rig = Rig::new().await;
    let ada = at_payment(&rig, &[], "EUR").await;
    let order = place_by(&ada, "bank_transfer").await;
    assert!(order.starts_with("/en/orders/"), "there is no page to go to: {order}");
    let page = ada.read(&order).await;
    let number = value(&page, "number").to_owned();
    in_order(
        &page,
        &["To be paid: Bank transfer", "IBAN", "LV80 BANK 0000 4351 9500 1", "Reference", &number, "Waiting for payment"],
    );
    assert!(page.contains("Pay in another way") && !page.contains(&radio("bank_transfer")), "{page}");
    rig.wait(24 * 3600);
    rig.work().await;
    assert!(ada.read(&order).await.contains("Waiting for payment"), "the goods are held as long as a transfer takes");
    let pay = ada.send("/api/orders/pay", &[("lang", "en"), ("number", &number), ("way", "card")]).await;
    assert!(pay.starts_with("/testpay/pay/"), "{pay}");
    let back = ada.pay(&pay, GOOD_CARD).await;
    let thanks = ada.read(back.header("location")).await;
    assert!(
        thanks.contains("Thank you.") && thanks.contains("is reserved (Card). It is taken when the parcel leaves."),
        "{thanks}"
    );
    assert_eq!((rig.orders().await, rig.count("SELECT count(*) FROM payments").await), (1, 2));
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_code_is_drawn_to_scan_and_a_slip_has_its_number() {
    let rig = Rig::new().await;
    rig.takes_rates().await;
    let ada = at_payment(&rig, SAO_PAULO, "BRL").await;
    let page = ada.read("/en/checkout/payment").await;
    in_order(&page, &[&radio("pix"), &radio("card"), &radio("boleto")]);
    let order = place_by(&ada, "pix").await;
    let page = ada.read(&order).await;
    in_order(&page, &["To be paid: PIX", "class=\"scannable\"", "<path d=\"M", "readonly"]);
    let number = value(&page, "number").to_owned();
    let slip = ada.send("/api/orders/pay", &[("lang", "en"), ("number", &number), ("way", "boleto")]).await;
    let page = ada.read(&slip).await;
    in_order(&page, &["To be paid: Boleto", "Pay with this number at the counter until", "9999 0000"]);
    // The tester plays the bank: the slip is paid, and the page says so.
    let bank = between(&page, "href=\"http://127.0.0.1:3000/testpay/pay/", "\"").to_owned();
    ada.send(&format!("/testpay/pay/{bank}/play"), &[("play", "all")]).await;
    rig.company.world.deliver_due().await.unwrap();
    let page = ada.read(&slip).await;
    assert!(page.contains("Confirmed") && page.contains("Payment received"), "{page}");
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_code_that_ran_out_says_so_and_what_to_do() {
    let rig = Rig::new().await;
    rig.takes_rates().await;
    let ada = at_payment(&rig, SAO_PAULO, "BRL").await;
    let order = place_by(&ada, "pix").await;
    rig.wait(31 * 60);
    rig.work().await;
    let page = ada.read(&order).await;
    in_order(&page, &["The time to pay ran out. Nothing was charged.", "Pay in another way"]);
    assert!(!page.contains("class=\"scannable\""), "nobody is to pay with it: {page}");
    let again = ada.send("/api/orders/pay", &[("lang", "en"), ("number", value(&page, "number"))]).await;
    assert!(ada.read(&again).await.contains("class=\"scannable\""), "there is a new one");
}

#[tokio::test]
async fn cash_at_the_door_is_packed_at_once_and_not_called_paid() {
    let rig = Rig::new().await;
    let ada = at_payment(&rig, RIGA, "EUR").await;
    let order = place_by(&ada, "cash_on_delivery").await;
    let page = ada.read(&order).await;
    assert!(page.contains("Confirmed") && page.contains("is paid when the parcel is handed over."), "{page}");
    assert!(!page.contains("Payment received"), "{page}");
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_was_paid_with_last_is_chosen_the_next_time() {
    let rig = Rig::new().await;
    let ada = at_payment(&rig, RIGA, "EUR").await;
    place_by(&ada, "cash_on_delivery").await;
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.live_at(RIGA).await;
    ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    let page = ada.read("/en/checkout/payment").await;
    assert!(page.contains(&format!("{} checked", radio("cash_on_delivery"))), "{page}");
}
