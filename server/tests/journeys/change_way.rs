//! A shopper has an order sent otherwise before it is packed: looks at what it would cost, and gets money back or pays more.

use axum::http::StatusCode;

use crate::desk;
use crate::form::{between, in_order, plain};
use crate::rig::{GOODS, Rig};
use crate::shopper::{BAD_CARD, Shopper};
use crate::ways::{AMSTERDAM, at_payment, place_by};

const MADE: &str = "SELECT count(*) FROM order_changes WHERE state = 'made'";

async fn paused() -> Rig {
    let rig = Rig::with("packing_after = 3600\n", GOODS).await;
    rig.employs("ada", desk::PASSWORD).await;
    rig
}

/// Ben has bought a pan in Amsterdam by iDEAL, with standard delivery: 49.00 and 6.90 are taken. The order's link.
async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ben = at_payment(rig, AMSTERDAM, "EUR").await;
    let pay = place_by(&ben, "ideal").await;
    let done = ben.send(&format!("{pay}/agree"), &[("story", "pays")]).await;
    assert!(ben.read(&done).await.contains("paid: iDEAL"));
    (ben, done.split("&paid").next().unwrap().to_owned())
}

/// The address of the form with these fields in it.
fn form(link: &str, fields: &str) -> String {
    format!("{}&{fields}", link.replace("?key=", "/delivery?see=&key="))
}

fn letters(rig: &Rig, about: &str) -> usize {
    let folder = std::fs::read_dir(rig.shop.house.config.data.join("mail")).unwrap();
    let all = folder.map(|one| std::fs::read_to_string(one.unwrap().path()).unwrap_or_default().replace("=\r\n", ""));
    all.filter(|letter| letter.starts_with("From:") && letter.contains(about)).count()
}

#[tokio::test]
async fn a_faster_way_is_paid_first_and_stands_on_page_documents_and_label() {
    let rig = paused().await;
    let (ben, link) = bought(&rig).await;
    let page = ben.read(&link).await;
    let at = between(&page, "<a href=\"", "\">Change how it is sent").rsplit("<a href=\"").next().unwrap().replace("&amp;", "&");
    let page = plain(&ben.read(&at).await);
    in_order(
        &page,
        &["How should order", "Economy, by post", "To a pickup point", "Standard, to the door", "Express, to the door"],
    );
    in_order(&page, &["value=\"standard\" checked", "€6.90", "€14.90", "See what changes"]);
    let page = plain(&ben.read(&form(&link, "service=express")).await);
    in_order(&page, &["Sent so far", "Standard, to the door", "€6.90", "Sent then", "Express, to the door", "€14.90"]);
    in_order(&page, &["€55.90", "€63.90", "€8.00 is to be paid now", "Change and pay €8.00"]);
    assert_eq!(rig.count("SELECT count(*) FROM order_changes").await, 0, "nothing is done yet");
    let pay = ben.agrees(&page).await;
    let waits = plain(&ben.read(&link).await);
    in_order(&waits, &["Your change waits to be paid", "Sent then", "Express", "€8.00", "once this is paid"]);
    assert!(!waits.contains("Change how it is sent"), "one change at a time");
    let done = ben.send(&format!("{}/agree", &pay[pay.find("/testpay").unwrap()..]), &[("story", "pays")]).await;
    let order = plain(&ben.read(&done).await);
    in_order(&order, &["Delivery changed by you", "€14.90", "€63.90", "The order is changed."]);
    rig.books_are_right().await;
    rig.wait(3600);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 1);
    assert_eq!(letters(&rig, "Sent then: Express"), 1);
    assert_eq!(rig.count("SELECT sum(taken) FROM payments").await, 6390);
    let sums =
        "SELECT sum(CASE kind WHEN 'invoice' THEN total_minor ELSE -total_minor END) FROM documents WHERE kind <> 'receipt'";
    assert_eq!(rig.count(sums).await, 6390);
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_pickup_point_costs_less_and_the_difference_goes_back_with_a_credit_note() {
    let rig = paused().await;
    let (ben, link) = bought(&rig).await;
    let page = ben.read(&form(&link, "service=pickup&pickup=NL-01")).await;
    assert!(page.contains("Magna Plaza") && page.contains("€2.00 goes back the way you paid"), "{page}");
    let order = plain(&ben.read(&ben.agrees(&page).await).await);
    in_order(&order, &["Magna Plaza", "€4.90", "€53.90", "The order is changed.", "Credit note"]);
    rig.work().await;
    assert_eq!(rig.count("SELECT sum(taken - returned) FROM payments").await, 5390);
    assert_eq!(rig.count("SELECT total_minor FROM documents WHERE kind = 'credit-note'").await, 690);
    rig.books_are_right().await;
    // Somewhere else is the same way, for the same money.
    let form = ben.read(&link.replace("?key=", "/delivery?key=")).await;
    assert!(form.contains("<option value=\"NL-01\" selected"), "{form}");
    rig.wait(3600);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE service = 'pickup' AND pickup LIKE '%Magna Plaza%'").await, 1);
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_is_not_paid_in_time_comes_as_it_was_agreed() {
    let rig = paused().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    let page = ada.read(&form(&link, "service=express")).await;
    let pay = ada.agrees(&page).await;
    ada.pay(&pay[pay.find("/testpay/pay/").unwrap()..], BAD_CARD).await;
    rig.wait(901);
    rig.work().await;
    let order = plain(&ada.read(&link).await);
    assert!(!order.contains("Your change waits to be paid") && order.contains("Change how it is sent"), "{order}");
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE service = 'standard'").await, 1);
    assert_eq!(rig.count(MADE).await, 0);
    rig.books_are_right().await;
    rig.wait(3600);
    rig.work().await;
    let packed = ada.read(&ada.agrees(&page).await).await;
    assert!(packed.contains("The order can no longer be changed"), "{packed}");
}

#[tokio::test]
async fn what_cannot_be_is_told_and_nothing_is_done() {
    let rig = paused().await;
    let (ben, link) = bought(&rig).await;
    for (typed, says) in [
        ("service=online", "It cannot be sent so."),
        ("service=pickup&pickup=LV-01", "It cannot be sent so."),
        ("service=pickup", "It cannot be sent so."),
        ("service=standard", "Nothing would change."),
        ("service=%00", "It cannot be sent so."),
    ] {
        let page = ben.open(&form(&link, typed)).await.text().to_owned();
        assert!(page.contains(says) && page.contains("role=\"alert\""), "{typed}: {page}");
    }
    let (number, key) = (between(&link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap());
    for (wanted, seen, difference) in
        [("", "0", "0"), ("express", "x", "800"), ("express", "0", "1e9"), ("pickup:LV-01", "0", "0"), ("express", "0", "0")]
    {
        let wanted = &*format!("delivery {wanted}");
        let fields =
            [("lang", "en"), ("number", number), ("key", key), ("wanted", wanted), ("seen", seen), ("difference", difference)];
        let to = ben.send("/api/orders/change", &fields).await;
        assert!(to.contains("/delivery?"), "{to}");
        ben.read(&to).await;
    }
    assert_eq!(rig.count("SELECT count(*) FROM order_changes").await, 0);
    let page = ben.read(&form(&link, "service=economy")).await;
    assert!(ben.agrees(&page).await.contains("?changed"));
    assert!(ben.read(&ben.agrees(&page).await).await.contains("The order was changed meanwhile."));
    assert_eq!(rig.count(MADE).await, 1);
    let eve = rig.shopper();
    let fields = [("lang", "en"), ("number", number), ("wanted", "delivery express"), ("seen", "0"), ("difference", "800")];
    assert_eq!(eve.post("/api/orders/change", &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(eve.open(&format!("/en/orders/{number}/delivery")).await.status, StatusCode::NOT_FOUND);
    rig.books_are_right().await;
}
