//! A shopper has an order go to another country before it is packed: types the address, chooses a way, sees what it costs and pays.

use crate::desk;
use crate::form::{between, in_order, plain, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::{ADDRESS, Shopper};

/// Ada has bought a pan to Berlin, and nobody packs it for an hour. The order's link.
async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    (ada, link)
}

async fn paused() -> Rig {
    let rig = Rig::with("packing_after = 3600\n", GOODS).await;
    rig.employs("ada", desk::PASSWORD).await;
    rig
}

/// Sends the form of the address, with some fields as they are in `other`. Says where it leads.
async fn types(who: &Shopper<'_>, link: &str, other: &[(&str, &str)]) -> String {
    let (number, key) = (between(link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap_or_default());
    let mut fields = vec![("lang".to_owned(), "en"), ("number".to_owned(), number), ("key".to_owned(), key)];
    for (at, (name, value)) in ADDRESS.iter().chain(other).enumerate() {
        // What is said last holds.
        if ADDRESS.iter().chain(other).skip(at + 1).all(|(later, _)| later != name) {
            fields.push((if *name == "relay" { (*name).to_owned() } else { format!("address[{name}]") }, value));
        }
    }
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, *value)).collect();
    who.send("/api/orders/address", &fields).await
}

const PARIS: &[(&str, &str)] =
    &[("country", "FR"), ("line1", "12 rue de Rivoli"), ("postcode", "75004"), ("city", "Paris"), ("phone", "+33142720000")];

/// The page that shows what changes, of the form that stands on this one.
async fn seen(who: &Shopper<'_>, link: &str, form: &str, fields: &str) -> String {
    let typed = value(form, "typed");
    plain(&who.read(&format!("{}&typed={typed}&{fields}", link.replace("?key=", "/country?see=&key="))).await)
}

fn letters(rig: &Rig) -> Vec<String> {
    let folder = std::fs::read_dir(rig.shop.house.config.data.join("mail")).unwrap();
    let all = folder.map(|one| std::fs::read_to_string(one.unwrap().path()).unwrap_or_default().replace("=\r\n", ""));
    all.filter(|letter| letter.starts_with("From:")).collect()
}

#[tokio::test]
async fn another_country_shows_what_the_way_there_costs_and_the_order_goes_there_once_that_is_paid() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let page = plain(&ada.read(&link.replace("?key=", "/address?key=")).await);
    in_order(&page, &["In the same country (Germany) a new address costs nothing", "address[country]"]);
    let to = types(&ada, &link, PARIS).await;
    assert!(to.contains("/country?key="), "{to}");
    let form = plain(&ada.read(&to).await);
    in_order(
        &form,
        &["How should order", "It goes to another country then: France", "Standard, to the door", "Express, to the door"],
    );
    let page = seen(&ada, &link, &form, "service=express").await;
    in_order(&page, &["Went to", "Berlin", "Germany", "Goes to", "12 rue de Rivoli", "Paris", "France"]);
    in_order(&page, &["Sent so far", "Standard", "Sent then", "Express", "is to be paid now", "Change and pay"]);
    assert_eq!(rig.count("SELECT count(*) FROM order_changes").await, 0, "nothing is done yet");
    let pay = ada.agrees(&page).await;
    let waits = plain(&ada.read(&link).await);
    in_order(&waits, &["Your change waits to be paid", "Goes to", "Paris"]);
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE country = 'DE'").await, 1, "as long as it is not paid");
    let done = ada.pay(&pay[pay.find("/testpay/pay/").unwrap()..], crate::shopper::GOOD_CARD).await;
    let order = plain(&ada.read(done.header("location")).await);
    in_order(&order, &["Address changed by you", "12 rue de Rivoli", "Paris", "The order is changed."]);
    rig.books_are_right().await;
    rig.wait(3600);
    rig.work().await;
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 1);
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE country = 'FR' AND service = 'express' AND tax_minor > 0").await, 1);
    let letters = letters(&rig);
    let told: Vec<_> = letters.iter().filter(|letter| letter.contains("Goes to: ")).collect();
    assert!(told.len() == 1 && told[0].contains("12 rue de Rivoli"), "{letters:?}");
    rig.books_are_right().await;
}

#[tokio::test]
async fn what_was_typed_stands_there_still_and_a_change_of_country_alone_lays_the_form_anew() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let to = types(&ada, &link, &[("country", "FR"), ("relay", "1")]).await;
    assert!(to.contains("/address?key="), "{to}");
    let page = ada.read(&to).await;
    assert!(page.contains("value=\"FR\" selected") && !page.contains("role=\"alert\""), "{page}");
    assert_eq!(value(&page, "address[line1]"), "1 Elm Street");
    let to = types(&ada, &link, &[PARIS, &[("city", "")]].concat()).await;
    assert!(ada.read(&to).await.contains("id=\"city-error\""));
    // Whoever comes to choose a way and has typed no other country types it first.
    types(&ada, &link, &[]).await;
    let way = ada.open(&link.replace("?key=", "/country?key=")).await;
    assert!(way.header("location").contains("/address?key="), "{}", way.text());
    assert_eq!(rig.count("SELECT count(*) FROM typed_addresses").await, 0);
}

#[tokio::test]
async fn where_prices_hold_other_taxes_the_order_does_not_go_and_the_form_says_why_with_two_ways_out() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let oslo =
        [("country", "NO"), ("line1", "Karl Johans gate 1"), ("postcode", "0154"), ("city", "Oslo"), ("phone", "+4722000000")];
    let to = types(&ada, &link, &oslo).await;
    let to = ada.open(&to).await.header("location").to_owned();
    assert!(to.contains("/address?refused"), "{to}");
    let page = ada.read(&to).await;
    assert!(page.contains("Prices there hold other taxes") && page.contains("Cancel this order"), "{page}");
    assert_eq!(value(&page, "address[line1]"), "Karl Johans gate 1");
    assert_eq!(rig.count("SELECT count(*) FROM orders WHERE country = 'DE' AND city = 'Berlin'").await, 1);
}

#[tokio::test]
async fn nobody_agrees_to_an_address_they_have_not_seen() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let form = ada.read(&types(&ada, &link, PARIS).await).await;
    let page = seen(&ada, &link, &form, "service=standard").await;
    rig.wait(1);
    types(&ada, &link, &[PARIS, &[("line1", "1 rue Cler"), ("postcode", "75007")]].concat()).await;
    let to = ada.agrees(&page).await;
    let page = ada.read(&to).await;
    assert!(page.contains("The order was changed meanwhile."), "{page}");
    assert_eq!(rig.count("SELECT count(*) FROM order_changes").await, 0);
    for odd in ["country", "country 1 express", "country x express", "country 1 online"] {
        let (number, key) = (between(&link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap());
        let fields = [("lang", "en"), ("number", number), ("key", key), ("wanted", odd), ("seen", "0"), ("difference", "0")];
        assert!(ada.post("/api/orders/change", &fields).await.header("location").contains("/country?"), "{odd}");
    }
    assert_eq!(rig.count("SELECT count(*) FROM order_changes").await, 0);
}
