//! The pause between an order's payment and its packing: so long its shopper can change it.

use axum::http::StatusCode;

use crate::desk;
use crate::form::{between, in_order};
use crate::rig::{GOODS, Rig};
use crate::shopper::{ADDRESS, Shopper};

const PARCELS: &str = "SELECT count(*) FROM parcels";
const PACKED: &str = "SELECT count(*) FROM orders WHERE packing_at IS NOT NULL";

async fn paused() -> Rig {
    Rig::with("packing_after = 900\n", GOODS).await
}

/// Ada buys a pan; says where her order is.
async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    (ada, link)
}

async fn moves(ada: &Shopper<'_>, link: &str, to: &str) -> String {
    let (number, key) = (between(link, "/en/orders/", "?"), link.split("key=").nth(1).unwrap());
    let names: Vec<String> = ADDRESS.iter().map(|(name, _)| format!("address[{name}]")).collect();
    let values = ADDRESS.iter().map(|(name, usual)| if *name == "line1" { to } else { usual });
    let mut fields = vec![("lang", "en"), ("number", number), ("key", key)];
    fields.extend(names.iter().map(String::as_str).zip(values));
    ada.send("/api/orders/address", &fields).await
}

#[tokio::test]
async fn a_paid_order_waits_a_quarter_of_an_hour_says_so_and_leaves_as_it_was_changed() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    assert_eq!((rig.count(PACKED).await, rig.count(PARCELS).await), (0, 0), "nobody packs it yet");
    let page = ada.read(&link).await;
    in_order(
        &page,
        &["<time datetime=\"2026-11-20T09:15", "You can change this order until", "11:15", "Send it to another address"],
    );
    rig.wait(899);
    rig.work().await;
    let page = ada.read(&moves(&ada, &link, "2 Oak Street").await).await;
    assert!(page.contains("2 Oak Street") && page.contains("11:15"), "{page}");
    rig.wait(1);
    rig.work().await;
    assert_eq!((rig.count(PACKED).await, rig.count(PARCELS).await), (1, 1));
    let page = ada.read(&link).await;
    assert!(!page.contains("You can change this order until") && !page.contains("Send it to another address"), "{page}");
    let page = ada.read(&moves(&ada, &link, "3 Fir Street").await).await;
    assert!(page.contains("The order can no longer be changed"), "{page}");
    assert!(ada.read(&link).await.contains("2 Oak Street"));
    rig.books_are_right().await;
}

#[tokio::test]
async fn staff_who_take_it_to_the_bench_end_the_pause_at_once_and_only_once() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let number = between(&link, "/en/orders/", "?").to_owned();
    rig.employs("ada", desk::PASSWORD).await;
    let staff = desk::ada(&rig).await;
    let page = format!("/desk/orders/{number}");
    in_order(&staff.read(&page).await, &["The shopper can change it until", "11:15", "Pack it now"]);
    for _ in 0..2 {
        assert_eq!(staff.send("/api/desk/pack", &[("number", &number)]).await, format!("{page}?saved="));
    }
    assert!(!ada.read(&link).await.contains("You can change this order until"));
    let refused = ada.read(&moves(&ada, &link, "2 Oak Street").await).await;
    assert!(refused.contains("The order can no longer be changed"), "{refused}");
    assert!(!staff.read(&page).await.contains("Pack it now"));
    rig.work().await;
    rig.wait(900);
    rig.work().await;
    assert_eq!(rig.count(PARCELS).await, 1);
    rig.books_are_right().await;
}

#[tokio::test]
async fn nobody_but_staff_packs_and_nothing_is_packed_that_was_cancelled_in_the_pause() {
    let rig = paused().await;
    let (ada, link) = bought(&rig).await;
    let (number, key) = (between(&link, "/en/orders/", "?").to_owned(), link.split("key=").nth(1).unwrap());
    let eve = rig.shopper().post("/api/desk/pack", &[("number", &number)]).await;
    assert_ne!(eve.status, StatusCode::OK);
    assert_eq!(rig.count(PACKED).await, 0);
    ada.send("/api/orders/cancel", &[("lang", "en"), ("number", &number), ("key", key)]).await;
    rig.wait(901);
    rig.work().await;
    assert_eq!((rig.count(PACKED).await, rig.count(PARCELS).await), (0, 0));
    assert!(!ada.read(&link).await.contains("You can change this order until"));
    rig.books_are_right().await;
}

#[tokio::test]
async fn a_pause_of_another_length_holds_for_the_orders_after() {
    let rig = Rig::with("packing_after = 60\n", GOODS).await;
    bought(&rig).await;
    rig.wait(59);
    rig.work().await;
    assert_eq!(rig.count(PARCELS).await, 0);
    rig.wait(1);
    rig.work().await;
    assert_eq!(rig.count(PARCELS).await, 1);
}
