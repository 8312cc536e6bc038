//! A disk that takes no more: selling pauses with a kind word, reading goes on, and nothing is lost.

use axum::http::StatusCode;

use crate::rig::Rig;
use crate::shopper::Shopper;

/// More pages than a test ever fills.
const PLENTY: i64 = 1 << 30;

/// Lets the database grow to so many pages; a number below what it has stops it where it is. SQLite then answers
/// every write that needs a new page as it does on a full disk.
async fn room(rig: &Rig, pages: i64) {
    let set = format!("PRAGMA max_page_count = {pages}");
    rig.shop.house.db.write(move |tx| Ok::<_, db::Error<domain::Never>>(tx.one(&set, &[], |_| Ok(()))?)).await.unwrap().unwrap();
}

/// Carts are filled by one newcomer after another until the disk takes no more.
async fn fill<'a>(rig: &'a Rig, variant: &str) -> (Shopper<'a>, String) {
    let add = [("lang", "en"), ("variant", variant), ("quantity", "1")];
    for _ in 0..5_000 {
        let newcomer = rig.shopper();
        let answer = newcomer.post("/api/cart/add", &add).await;
        if answer.status != StatusCode::SEE_OTHER {
            assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{}", answer.text());
            return (newcomer, answer.text().to_owned());
        }
    }
    panic!("the disk was never full");
}

#[tokio::test]
async fn a_full_disk_pauses_selling_and_loses_nothing() {
    let rig = Rig::new().await;
    let pan = rig.variant("carbon-pan", "").await;
    let ada = rig.shopper();
    ada.put(&pan, "2").await;
    let order = ada.buy().await;
    room(&rig, 1).await;
    let (unlucky, says) = fill(&rig, &pan).await;
    assert!(says.contains("Wait a moment and try again; your cart is safe."), "{says}");
    assert!(!says.contains("sqlite") && !says.contains("disk"), "what is wrong is for the log: {says}");
    assert!(unlucky.read("/en/products/carbon-pan").await.contains("Carbon pan"), "the goods can still be looked at");
    assert!(ada.read(&order).await.contains("Payment confirmed"), "orders can still be followed");
    room(&rig, PLENTY).await;
    unlucky.put(&pan, "1").await;
    unlucky.buy().await;
    assert_eq!(rig.orders().await, 2);
    rig.books_are_right().await;
}
