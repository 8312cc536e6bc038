//! Customs papers of orders that leave the customs union: what is missing is said before anything is packed.

use app::documents::{commercial_invoice, customs_form};
use axum::http::StatusCode;
use domain::customs::Declaration;
use domain::orders::OrderNumber;

use crate::desk::{self, ada, filled};
use crate::form::{between, in_order, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::{GOOD_CARD, Shopper};
use crate::ways::place_by;

const RENO: &[(&str, &str)] = &[
    ("country", "US"),
    ("line1", "1 Elm Street"),
    ("postcode", "89501"),
    ("city", "Reno"),
    ("region", "NV"),
    ("phone", "+1 775 555 0100"),
];

/// Ben has paid for two pans that go there; the order's number.
async fn bought(rig: &Rig, to: &[(&str, &str)]) -> String {
    let ben = rig.shopper().with("prefs", "en..EUR");
    ben.put(&rig.variant("carbon-pan", "").await, "2").await;
    assert_eq!(ben.live_at(to).await, "/en/checkout/delivery");
    ben.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    let pay = place_by(&ben, "card").await;
    let back = ben.pay(&pay, GOOD_CARD).await;
    let thanks = back.header("location").to_owned();
    assert!(ben.read(&thanks).await.contains("Thank you"));
    between(&thanks, "/en/orders/", "?").to_owned()
}

/// Saves the pan's form with these fields anew; the page that leads to.
async fn writes(ada: &Shopper<'_>, at: &str, anew: &[(&str, &str)]) -> String {
    let fields = filled(&ada.read(at).await, anew);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    ada.read(&ada.send("/api/desk/product", &fields).await).await
}

async fn declared(rig: &Rig, number: &str) -> Declaration {
    let number = OrderNumber::parse(number).unwrap();
    let found = rig.shop.house.db.read(move |conn| {
        let order = db::orders::by_id(conn, db::desk::order(conn, &number)?)?;
        db::customs::declared(conn, &order, &order.pieces[0])
    });
    found.await.unwrap().unwrap()
}

#[tokio::test]
async fn what_customs_ask_for_is_said_before_it_is_packed_and_stands_on_the_papers_after() {
    let rig = Rig::with("packing_after = 3600\n", GOODS).await;
    rig.employs("ada", desk::PASSWORD).await;
    let ada = ada(&rig).await;
    let number = bought(&rig, RENO).await;
    let bench = format!("/desk/orders/{number}");
    let page = ada.read(&bench).await;
    in_order(
        &page,
        &["Customs", "It goes to United States", "Customs ask for more than is written down", "Carbon pan", "HS code, Made in"],
    );
    let product = between(&page, "href=\"/desk/catalogue/products/", "#tariff").to_owned();
    let form = format!("/desk/catalogue/products/{product}");

    let page = writes(&ada, &form, &[("product[tariff]", "pans"), ("product[origin]", "Latvia")]).await;
    in_order(&page, &["There is a problem", "Type an HS code of six to ten digits", "Type the code of a country"]);
    assert_eq!((value(&page, "product[tariff]"), value(&page, "product[origin]")), ("pans", "Latvia"), "nothing typed is lost");
    let page = writes(&ada, &form, &[("product[tariff]", "7323.93"), ("product[origin]", "lv")]).await;
    assert_eq!((value(&page, "product[tariff]"), value(&page, "product[origin]")), ("732393", "LV"));
    in_order(&page, &["country of origin", "LV", "tariff code", "732393"]);
    assert!(!ada.read(&bench).await.contains("Customs ask for more"));
    // A form nobody touched leaves it as it is; one in which it was taken out takes it out.
    writes(&ada, &form, &[("product[origin]", "")]).await;
    in_order(&ada.read(&bench).await, &["Customs ask for more", "Made in"]);
    writes(&ada, &form, &[("product[origin]", "LV")]).await;

    rig.wait(3600);
    rig.work().await;
    let paper = format!("{bench}/customs/1");
    in_order(&ada.read(&bench).await, &[&format!("href=\"{paper}\""), &format!("href=\"{paper}?invoice\"")]);
    for address in [paper.clone(), format!("{paper}?invoice")] {
        let file = ada.open(&address).await;
        assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "application/pdf"));
        assert!(file.body.starts_with(b"%PDF") && file.header("cache-control").contains("no-store"));
    }
    assert!(rig.shopper().open(&paper).await.header("location").starts_with("/desk/sign-in"), "an address stands on it");
    assert_eq!(ada.open(&format!("{bench}/customs/2")).await.status, StatusCode::NOT_FOUND);

    let declared = declared(&rig, &number).await;
    let (form, invoice) = (customs_form(&declared), commercial_invoice(&declared));
    assert_eq!((form.title.as_str(), form.number.as_str()), ("Customs declaration CN 22", number.as_str()));
    let row = &form.lines.rows[0];
    assert_eq!((row.text.as_str(), row.small.as_str()), ("Carbon pan", "P-1"));
    assert_eq!((row.cells[0].as_str(), row.cells[3].as_str(), row.cells[4].as_str()), ("2", "732393", "LV"));
    assert!(form.parties[1].lines.iter().any(|line| line.contains("775")), "{:?}", form.parties[1]);
    assert!(form.facts.iter().any(|fact| fact.value == "DAP: paid by the receiver"));
    assert_eq!(invoice.title, "Commercial invoice");
    assert_eq!(invoice.sums.len(), 3, "goods, delivery, all of it");
    rig.books_are_right().await;
}

#[tokio::test]
async fn inside_the_union_nobody_asks() {
    let rig = desk::rig().await;
    let ada = ada(&rig).await;
    let number = bought(&rig, &[]).await;
    rig.work().await;
    assert!(!ada.read(&format!("/desk/orders/{number}")).await.contains("id=\"customs\""));
    assert_eq!(ada.open(&format!("/desk/orders/{number}/customs/1")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_product_file_brings_what_customs_ask_for_and_one_that_says_nothing_of_it_leaves_it() {
    let rig = Rig::new().await;
    const GOOD: &str = "SELECT count(*) FROM products WHERE slug = 'ridge-mug' AND tariff_code = '69120081' AND origin = 'PT'";
    let head =
        "Handle,Title,Vendor,Type,Status,SKU,Option1 Name,Option1 Value,Price,Variant Inventory Tracker,Variant Inventory Qty";
    let row = "ridge-mug,Ridge mug,Kalna,Cups,active,M-1,Colour,Oat,21.00,shopify,5";
    rig.take_in(&format!("{head},HS Code,COO\n{row},6912.00.81,PT\n")).await;
    assert_eq!(rig.count(GOOD).await, 1);
    rig.take_in(&format!("{head}\n{row}\n")).await;
    assert_eq!(rig.count(GOOD).await, 1);
}
