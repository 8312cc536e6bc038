//! Several parcels of an order: packed, split at the desk, followed one by one, and no word is owed about any of them.

use axum::http::StatusCode;

use crate::desk;
use crate::form::{between, in_order};
use crate::rig::Rig;
use crate::shopper::Shopper;

/// Pots of four kilograms, of which a parcel holds two, and light spoons.
const POTS: &str = "\
Handle,Title,Vendor,Type,Status,SKU,Option1 Name,Option1 Value,Price,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty
iron-pot,Iron pot,Kalna,Pans,active,I-1,,,40.00,4000,shopify,50
wood-spoon,Wood spoon,Kalna,Pans,active,W-1,,,5.00,60,shopify,50
";

/// Somebody who has bought so many pots and spoons, and the way to the order's page.
async fn bought<'a>(rig: &'a Rig, pots: &str, spoons: &str) -> (Shopper<'a>, String) {
    rig.take_in(POTS).await;
    let ben = rig.shopper();
    ben.put(&rig.variant("iron-pot", "").await, pots).await;
    ben.put(&rig.variant("wood-spoon", "").await, spoons).await;
    let link = ben.buy().await;
    rig.work().await;
    (ben, link)
}

fn number(link: &str) -> String {
    between(link, "/en/orders/", "?").to_owned()
}

#[tokio::test]
async fn a_heavy_order_travels_in_several_parcels_each_with_its_own_way() {
    let rig = Rig::new().await;
    let (ben, link) = bought(&rig, "5", "1").await;
    let page = ben.read(&link).await;
    in_order(
        &page,
        &["Parcel 1 of 3", "2 × Iron pot", "Parcel 2 of 3", "2 × Iron pot", "Parcel 3 of 3", "1 × Iron pot", "1 × Wood spoon"],
    );
    assert_eq!(page.matches("way-line at-2").count(), 4, "the order's, and each parcel's");
    assert_eq!(rig.count("SELECT count(DISTINCT number) FROM parcels").await, 3);
    rig.carrier_tells("e1", "picked_up", 8, None).await;
    in_order(&ben.read(&link).await, &["Partly on the way", "Parcel 1 of 3", ">Packed<", "Parcel 3 of 3", "On the way"]);
    rig.carrier_tells("e2", "delivered", 30, None).await;
    let page = ben.read(&link).await;
    in_order(&page, &["Partly delivered", "Parcel 1 of 3", ">Packed<", "Parcel 3 of 3: Delivered"]);
    assert!(ben.read("/en/orders").await.contains("Partly delivered"));
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_small_order_is_one_parcel_and_its_page_says_so_once() {
    let rig = Rig::new().await;
    let (ben, link) = bought(&rig, "1", "2").await;
    let page = ben.read(&link).await;
    assert!(page.contains("SimCarrier") && !page.contains("Parcel 1 of"), "{page}");
    assert_eq!(page.matches("way-line at-").count(), 1);
}

#[tokio::test]
async fn the_packer_splits_a_parcel_and_leaves_a_note_until_it_has_left() {
    let rig = desk::rig().await;
    let (ben, link) = bought(&rig, "2", "3").await;
    let (ada, number) = (desk::ada(&rig).await, number(&link));
    let bench = format!("/desk/orders/{number}");
    in_order(&ada.read(&bench).await, &["Parcel 1 of 1", "2 × Iron pot", "3 × Wood spoon", "Pack these apart"]);
    let split = |pots: &'static str, spoons: &'static str| {
        [
            ("number", number.clone()),
            ("split[piece]", "1".into()),
            ("split[lines][0]", pots.into()),
            ("split[lines][1]", spoons.into()),
        ]
    };
    let send = async |fields: [(&str, String); 4]| {
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
        ada.send("/api/desk/split", &fields).await
    };
    assert_eq!(send(split("0", "0")).await, format!("{bench}?unpacked=nothing"));
    assert_eq!(send(split("2", "3")).await, format!("{bench}?unpacked=nothing"));
    assert_eq!(send(split("3", "0")).await, format!("{bench}?unpacked=too-many"));
    assert_eq!(send(split("-1", "x")).await, format!("{bench}?unpacked=nothing"));
    assert_eq!(send(split("1", "0")).await, format!("{bench}?saved="));
    assert!(ada.read(&bench).await.contains("The label is being made."));
    rig.books_are_right().await;
    rig.work().await;
    in_order(&ben.read(&link).await, &["Parcel 1 of 2", "1 × Iron pot", "3 × Wood spoon", "Parcel 2 of 2", "1 × Iron pot"]);
    assert_eq!(rig.count("SELECT count(*) FROM parcels").await, 2);

    let note = "Packed with care by <Ilze>\nHandle upwards";
    assert_eq!(ada.send("/api/desk/note", &[("number", &number), ("note", note)]).await, format!("{bench}?saved="));
    in_order(&ben.read(&link).await, &["From whoever packed it", "Packed with care by &lt;Ilze&gt;", "Handle upwards"]);
    let long = "very ".repeat(70);
    let to = ada.send("/api/desk/note", &[("number", &number), ("note", &long)]).await;
    assert!(ada.read(&to).await.contains(long.trim()), "what was typed is not lost");
    assert!(ben.read(&link).await.contains("Handle upwards"), "and what was left before stands");
    assert_eq!(ada.send("/api/desk/note", &[("number", &number), ("note", " ")]).await, format!("{bench}?saved="));
    assert!(!ben.read(&link).await.contains("From whoever packed it"));

    rig.carrier_tells("e1", "picked_up", 8, None).await;
    let second = [("number", number.as_str()), ("split[piece]", "2"), ("split[lines][0]", "1")];
    assert_eq!(ada.send("/api/desk/split", &second).await, format!("{bench}?unpacked=left"));
    rig.books_are_right().await;
}

#[tokio::test]
async fn only_staff_pack() {
    let rig = desk::rig().await;
    let (ben, link) = bought(&rig, "2", "1").await;
    let number = number(&link);
    let forms: [(&str, &[(&str, &str)]); 3] = [
        ("split", &[("split[piece]", "1"), ("split[lines][0]", "1")]),
        ("note", &[("note", "mine")]),
        ("brought", &[("piece", "1"), ("brand", "dhl"), ("parcel", "JD014600003889")]),
    ];
    for (form, fields) in forms {
        let fields: Vec<_> = fields.iter().copied().chain([("number", number.as_str())]).collect();
        assert_eq!(ben.post(&format!("/api/desk/{form}"), &fields).await.status, StatusCode::UNAUTHORIZED, "{form}");
    }
    assert_eq!(rig.count("SELECT count(*) FROM pieces").await, 1);
}

#[tokio::test]
async fn a_parcel_that_staff_bring_to_a_carrier_has_that_carriers_page() {
    let rig = Rig::with("parcels = 'by_hand'", crate::rig::GOODS).await;
    let kept = db::staff::keep("four plain words here").unwrap();
    let name = domain::staff::StaffName::parse("ada").unwrap();
    rig.shop.house.db.write(move |tx| db::staff::add(tx, &name, &kept)).await.map_err(|_| "ada is not taken in").unwrap();
    let (ben, link) = bought(&rig, "1", "1").await;
    let (ada, number) = (desk::ada(&rig).await, number(&link));
    let bench = format!("/desk/orders/{number}");
    assert!(ada.read(&bench).await.contains("Bring it to a carrier"));
    assert!(ben.read(&link).await.contains("Confirmed"));
    let brought = async |typed: &str| {
        let fields = [("number", number.as_str()), ("piece", "1"), ("brand", "omniva"), ("parcel", typed)];
        ada.send("/api/desk/brought", &fields).await
    };
    let to = brought("<b>").await;
    assert!(ada.read(&to).await.contains("That is no parcel number") && to.contains("unpacked=bad"));
    assert_eq!(brought("CC 1234 5678 9EE").await, format!("{bench}?saved="));
    assert!(brought("CC123456780EE").await.contains("unpacked=taken"));
    let page = ben.read(&link).await;
    in_order(&page, &["Packed", "Omniva", "CC123456789EE", "https://mana.omniva.lv/track/CC123456789EE", "Follow it at"]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_page_says_that_nothing_was_heard_before_the_shopper_asks() {
    let rig = Rig::new().await;
    let (ben, link) = bought(&rig, "1", "1").await;
    rig.carrier_tells("e1", "picked_up", 1, None).await;
    assert!(!ben.read(&link).await.contains("Nothing new since"));
    rig.wait(6 * 86_400);
    let page = ben.read(&link).await;
    assert!(page.contains("Nothing new since") && !page.contains("We have asked"), "{page}");
}
