//! How it was: asked once all of an order has come, told on one small page, read by staff alone.

use axum::http::StatusCode;

use crate::form::{between, plain};
use crate::letters::{bought, read, rig};
use crate::post_office::PostOffice;

#[tokio::test]
async fn the_letter_leads_to_one_small_page_that_takes_an_answer_and_lets_it_be_changed() {
    const TOLD: &str = "SELECT count(*) FROM opinions";
    let office = PostOffice::open().await;
    let rig = rig(&office).await;
    bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("e1", "delivered", 1, None).await;
    rig.wait(8 * 86_400);
    rig.work().await;
    let letter = read(office.letters().last().unwrap());
    let path = format!("/en/orders/{}", between(&letter, "http://127.0.0.1:3000/en/orders/", "\r\n"));
    assert!(path.contains("/opinion?key="), "{path}");
    // Another browser than the one that has bought.
    let ada = rig.shopper();
    let page = ada.read(&path).await;
    assert!(page.contains("How was it?") && !page.contains("checked"), "{page}");
    let number = path.split('/').nth(3).unwrap();
    let key = path.split("key=").nth(1).unwrap();
    let tells = async |mark: &str, said: &str| {
        let fields = [("lang", "en"), ("number", number), ("key", key), ("mark", mark), ("said", said)];
        plain(ada.open(&ada.send("/api/orders/opinion", &fields).await).await.text())
    };
    assert!(tells("", " ").await.contains("Choose a mark or write a word"));
    assert_eq!(rig.count(TOLD).await, 0);
    let kept = tells("4", "Heavy.\r\n</textarea><b>Good").await;
    assert!(kept.contains("We read every word.") && kept.contains("value=\"4\" checked"), "{kept}");
    assert!(!kept.contains("<b>Good"), "{kept}");
    let changed = tells("2", "").await;
    assert!(changed.contains("value=\"2\" checked") && !changed.contains("value=\"4\" checked"), "{changed}");
    assert_eq!(rig.count("SELECT count(*) FROM opinions WHERE mark = 2 AND said = ''").await, 1);
    assert_eq!(rig.count(TOLD).await, 1, "one for each order");
    rig.books_are_right().await;
}

#[tokio::test]
async fn staff_read_what_was_told_and_nobody_else_does_or_tells_it_of_another_s_order() {
    let rig = crate::desk::rig().await;
    let staff = crate::desk::ada(&rig).await;
    assert!(staff.read("/desk/opinions").await.contains("Nobody has told us yet."));
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    let number = link.split(['/', '?']).nth(3).unwrap();
    let told = [("lang", "en"), ("number", number), ("mark", "5"), ("said", "It <sings>")];
    let stranger = rig.shopper();
    assert_eq!(stranger.post("/api/orders/opinion", &told).await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.open(&format!("/en/orders/{number}/opinion")).await.status, StatusCode::NOT_FOUND);
    ada.send("/api/orders/opinion", &told).await;
    let page = staff.read("/desk/opinions").await;
    assert!(page.contains(number) && page.contains("It &lt;sings&gt;") && page.contains("Very good"), "{page}");
    let answer = stranger.open("/desk/opinions").await;
    assert!(answer.header("location").starts_with("/desk/sign-in"));
}
