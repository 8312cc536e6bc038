//! A shopper changes what is in an order before it is packed: looks at what it would cost, and gets money back or pays more.

use axum::http::StatusCode;

use crate::desk;
use crate::form::{between, in_order, plain, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::{BAD_CARD, GOOD_CARD, Shopper};
use crate::ways::{AMSTERDAM, at_payment, place_by};

const PARCELS: &str = "SELECT count(*) FROM parcels";
const MADE: &str = "SELECT count(*) FROM order_changes WHERE state = 'made'";

async fn paused() -> Rig {
    let rig = Rig::with("packing_after = 3600\n", GOODS).await;
    rig.employs("ada", desk::PASSWORD).await;
    rig
}

/// Ada has bought two mugs of the colour of oats and a pan by card: the money is reserved. The order's link.
async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("ridge-mug", "Oat").await, "2").await;
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    (ada, link)
}

/// The same at once by iDEAL: a pan and what it costs to send it to Amsterdam, 55.90. The order's page.
async fn bought_at_once(rig: &Rig) -> (Shopper<'_>, String) {
    let ben = at_payment(rig, AMSTERDAM, "EUR").await;
    let pay = place_by(&ben, "ideal").await;
    let done = ben.send(&format!("{pay}/agree"), &[("story", "pays")]).await;
    assert!(ben.read(&done).await.contains("paid: iDEAL"));
    (ben, done.split("&paid").next().unwrap().to_owned())
}

/// The address of the form with these fields in it.
fn form(link: &str, fields: &str) -> String {
    format!("{}&{fields}", link.replace("?key=", "/items?see=&key="))
}

#[tokio::test]
async fn fewer_things_cost_less_and_what_was_reserved_for_them_is_not_charged() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let page = ada.read(&link).await;
    let at = between(&page, "<a href=\"", "\">Change what is in it").rsplit("<a href=\"").next().unwrap().replace("&amp;", "&");
    let page = plain(&ada.read(&at).await);
    in_order(&page, &["Ridge mug, Oat", "name=\"q0\"", "name=\"v0\"", "disabled", "Moss", "Carbon pan", "name=\"q1\""]);
    assert!(!page.contains("name=\"v1\""), "there is nothing to choose");
    let page = ada.read(&form(&link, "q0=1&q1=0")).await;
    in_order(&plain(&page), &["Taken out", "Ridge mug", "Oat", "× 1", "€21.00", "Carbon pan", "€49.00", "€91.00", "€21.00"]);
    assert!(page.contains("€70.00 less is charged") && !page.contains("Added"), "{page}");
    assert_eq!(rig.count(MADE).await, 0, "nothing is done yet");
    let to = ada.agrees(&page).await;
    let order = plain(&ada.read(&to).await);
    assert!(order.contains("The order is changed.") && order.contains("Contents changed by you"), "{order}");
    assert!(!order.contains("Carbon pan") && order.contains("€21.00"), "{order}");
    rig.books_are_right().await;
    rig.wait(3600);
    rig.work().await;
    rig.carrier_tells("1", "picked_up", 1, None).await;
    rig.work().await;
    assert_eq!(rig.count("SELECT taken FROM payments").await, 2100, "only what is wanted is taken");
    assert_eq!(rig.count("SELECT total_minor FROM documents WHERE kind = 'invoice'").await, 2100);
    assert_eq!(rig.count("SELECT sum(on_hand) FROM variants WHERE sku IN ('M-1', 'P-1')").await, 54);
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_was_paid_at_once_goes_back_with_a_credit_note_and_a_letter_says_what_was_changed() {
    let rig = paused().await;
    let (ben, link) = bought_at_once(&rig).await;
    let page = ben.read(&form(&link, "q0=3")).await;
    let pay = ben.agrees(&page).await;
    assert!(pay.contains("/testpay/pay/"), "{pay}");
    let done = ben.send(&format!("{}/agree", &pay[pay.find("/testpay").unwrap()..]), &[("story", "pays")]).await;
    assert!(ben.read(&done).await.contains("The order is changed."));
    rig.books_are_right().await;
    let page = ben.read(&form(&link, "q0=0&q1=1")).await;
    assert!(page.contains("goes back the way you paid"), "{page}");
    let order = ben.read(&ben.agrees(&page).await).await;
    assert!(order.contains("Credit note") && order.matches("/documents/INV-").count() > 0, "{order}");
    let further = between(&order, "/documents/", "?").to_owned();
    let paper =
        ben.read(&format!("{}/documents/{further}?{}", link.split('?').next().unwrap(), link.split('?').nth(1).unwrap())).await;
    assert!(paper.contains("INV-2026-000002") && paper.contains("document.pdf"), "{paper}");
    let file = link.replace('?', &format!("/documents/{further}/document.pdf?"));
    assert_eq!(ben.open(&file).await.header("content-type"), "application/pdf");
    rig.wait(900);
    rig.work().await;
    assert_eq!(rig.count("SELECT sum(taken - returned) FROM payments").await, 5590);
    rig.books_are_right().await;
    let folder = std::fs::read_dir(rig.shop.house.config.data.join("mail")).unwrap();
    let letters = folder.map(|one| std::fs::read_to_string(one.unwrap().path()).unwrap_or_default().replace("=\r\n", ""));
    assert!(letters.into_iter().any(|letter| letter.contains("Taken out") && letter.contains("Carbon pan")));
}

#[tokio::test]
async fn more_things_are_held_until_they_are_paid_and_the_order_stays_as_it_was_when_they_are_not() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let ink = rig.variant("ridge-mug", "Ink").await;
    let page = ada.read(&form(&link, &format!("q0=1&v0={ink}&q1=2"))).await;
    in_order(
        &plain(&page),
        &["Taken out", "Oat", "Added", "Ink", "Carbon pan", "€28.00 is to be paid now", "Change and pay €28.00"],
    );
    let pay = ada.agrees(&page).await;
    let pay = pay[pay.find("/testpay/pay/").unwrap()..].to_owned();
    ada.pay(&pay, BAD_CARD).await;
    let order = plain(&ada.read(&link).await);
    assert!(order.contains("Your change waits to be paid") && order.contains("Ridge mug"), "{order}");
    assert!(!order.contains("Change what is in it"), "one change at a time");
    assert_eq!(rig.count("SELECT held FROM variants WHERE sku = 'M-3'").await, 1);
    let fields = [("lang", "en"), ("number", value(&order, "number")), ("key", value(&order, "key"))];
    let key = [("lang", "en"), ("number", fields[1].1), ("key", link.split("key=").nth(1).unwrap())];
    let desk = desk::ada(&rig).await;
    let number = between(&link, "/en/orders/", "?");
    assert!(desk.read(&format!("/desk/orders/{number}")).await.contains("is paying for a change"));
    assert_eq!(ada.send("/api/orders/keep", &key).await, link);
    assert!(ada.read(&link).await.contains("Change what is in it"));
    assert_eq!((rig.count("SELECT held FROM variants WHERE sku = 'M-3'").await, rig.count(MADE).await), (0, 0));
    rig.books_are_right().await;

    let page = ada.read(&form(&link, "q1=2")).await;
    ada.agrees(&page).await;
    rig.wait(901);
    rig.work().await;
    assert!(!ada.read(&link).await.contains("Your change waits to be paid"), "its time is over");
    rig.books_are_right().await;

    let page = ada.read(&form(&link, "q1=2")).await;
    ada.agrees(&page).await;
    let again = ada.post("/api/orders/pay", &key).await.header("location").to_owned();
    let back = ada.pay(&again[again.find("/testpay").unwrap()..], GOOD_CARD).await.header("location").to_owned();
    assert!(ada.read(&back).await.contains("The order is changed."), "{back}");
    assert_eq!(ada.read(&link).await.matches("Carbon pan").count(), 2);
    rig.wait(3600);
    rig.work().await;
    assert_eq!(rig.count(PARCELS).await, 1);
    rig.carrier_tells("1", "picked_up", 1, None).await;
    rig.work().await;
    assert_eq!(rig.count("SELECT sum(taken) FROM payments").await, 14_000);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_stale_page_two_tabs_and_a_double_click_change_an_order_once() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let (one, two) = (ada.read(&form(&link, "q0=1")).await, ada.read(&form(&link, "q0=0")).await);
    assert!(ada.agrees(&one).await.contains("?changed"));
    for page in [&one, &two] {
        let to = ada.agrees(page).await;
        assert!(ada.read(&to).await.contains("The order was changed meanwhile."), "{to}");
    }
    assert_eq!(rig.count(MADE).await, 1);
    let page = ada.read(&form(&link, "q1=2")).await;
    rig.reprice("carbon-pan", 5900).await;
    let to = ada.agrees(&page).await;
    let page = plain(&ada.read(&to).await);
    assert!(page.contains("A price has changed meanwhile.") && page.contains("Change and pay €59.00"), "{page}");
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_cannot_be_had_is_told_and_what_was_typed_stands_there_still() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    for (typed, says) in [
        ("q0=9&q1=1", "Of \u{2068}Ridge mug\u{2069} only this many more can be had: 3."),
        ("q0=two&q1=1", "A quantity is a whole number from 0 to 999."),
        ("q0=-1&q1=1", "A quantity is a whole number from 0 to 999."),
        ("q0=2&q1=1", "Nothing would change."),
        ("q0=0&q1=0", "Nothing would be left of the order."),
        ("q0=1&v0=999999&q1=1", "is not sold any more"),
        ("q7=1", "A quantity is a whole number from 0 to 999."),
    ] {
        let page = ada.open(&form(&link, typed)).await.text().to_owned();
        assert!(page.contains(says) && page.contains("role=\"alert\""), "{typed}: {page}");
    }
    assert_eq!(value(&ada.read(&form(&link, "q0=9&q1=1")).await, "q0"), "9");
    let (number, key) = (between(&link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap());
    for (wanted, seen, difference) in
        [("", "0", "0"), ("0:1", "x", "-2100"), ("0:1", "0", "1e9"), ("0:1:2:3", "0", "0"), ("0:1", "0", "-9999")]
    {
        let wanted = &*format!("items {wanted}");
        let fields =
            [("lang", "en"), ("number", number), ("key", key), ("wanted", wanted), ("seen", seen), ("difference", difference)];
        let to = ada.send("/api/orders/change", &fields).await;
        assert!(to.contains("/items?"), "{to}");
        ada.read(&to).await;
    }
    assert_eq!(rig.count("SELECT count(*) FROM order_changes").await, 0);
    let eve = rig.shopper();
    for path in ["change", "keep", "pay"] {
        let fields = [("lang", "en"), ("number", number), ("wanted", "items 0:1"), ("seen", "0"), ("difference", "-2100")];
        assert_eq!(eve.post(&format!("/api/orders/{path}"), &fields).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(eve.open(&format!("/en/orders/{number}/items")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_packed_order_and_one_that_is_not_paid_say_why_they_stay() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let page = ada.read(&form(&link, "q0=1")).await;
    rig.wait(3600);
    rig.work().await;
    let to = ada.agrees(&page).await;
    let packed = ada.read(&to).await;
    assert!(packed.contains("The order can no longer be changed") && packed.contains("/cancel?key="), "{packed}");
    let ben = rig.shopper();
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    let pay = ben.order().await;
    assert!(pay.contains("/testpay/pay/"));
    let orders = ben.read("/en/orders").await;
    let unpaid = between(&orders, "href=\"/en/orders/", "\"");
    assert!(ben.read(&format!("/en/orders/{unpaid}/items")).await.contains("It is not paid yet."));
    rig.books_are_right().await;
}

#[tokio::test]
async fn an_order_is_cancelled_while_a_change_of_it_waits_and_all_money_goes_back() {
    let rig = paused().await;
    let (ben, link) = bought_at_once(&rig).await;
    let page = ben.read(&form(&link, "q0=2")).await;
    let pay = ben.agrees(&page).await;
    let pay = pay[pay.find("/testpay/pay/").unwrap()..].to_owned();
    let (number, key) = (between(&link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap());
    ben.send("/api/orders/cancel", &[("lang", "en"), ("number", number), ("key", key)]).await;
    ben.post(&format!("{pay}/agree"), &[("story", "pays")]).await;
    rig.wait(60);
    rig.work().await;
    assert_eq!(rig.count("SELECT sum(taken - returned) FROM payments").await, 0);
    assert_eq!(rig.count("SELECT sum(on_hand) * 1000 + sum(held) FROM variants WHERE sku = 'P-1'").await, 50_000);
    rig.books_are_right().await;
}
