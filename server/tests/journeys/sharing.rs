//! The link that shows others how far an order is, and nothing of whose it is.

use axum::http::StatusCode;

use crate::form::{between, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;

/// Ada has bought a pan; her page, and the fields of its forms.
async fn bought(rig: &Rig) -> (Shopper<'_>, String, [(&'static str, String); 3]) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ada.buy().await;
    let (number, key) = (between(&link, "/en/orders/", "?").to_owned(), link.split("key=").nth(1).unwrap().to_owned());
    (ada, link, [("lang", "en".to_owned()), ("number", number), ("key", key)])
}

fn fields<'a>(all: &'a [(&'static str, String); 3]) -> Vec<(&'a str, &'a str)> {
    all.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Ada makes a link; where it leads.
async fn shares(ada: &Shopper<'_>, all: &[(&'static str, String); 3]) -> String {
    let to = ada.send("/api/orders/share", &fields(all)).await;
    let page = ada.read(to.split('#').next().unwrap()).await;
    let link = between(&page, "id=\"share-link\"", "/>").to_owned();
    let link = between(&format!("{link} "), "value=\"http://127.0.0.1:3000", "\"").to_owned();
    assert!(link.starts_with("/en/shared/") && link.len() == "/en/shared/".len() + 64, "{link}");
    link
}

#[tokio::test]
async fn who_has_the_link_sees_how_far_it_is_and_nothing_of_whose_it_is() {
    let rig = Rig::with("carrier_story = 'plain'\n", GOODS).await;
    let (ada, link, all) = bought(&rig).await;
    let shared = shares(&ada, &all).await;
    rig.work().await;
    rig.carrier_tells_from("Leipzig, DE", "e1", "hub", 1, Some(20_782)).await;
    let bob = rig.shopper();
    let answer = bob.open(&shared).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    assert!(answer.header("cache-control").contains("no-store") && answer.header("x-robots-tag").contains("noindex"));
    let page = answer.text();
    assert!(page.contains("<meta name=\"robots\" content=\"noindex\"") && page.contains("25 November"), "{page}");
    assert!(page.contains("Berlin") && page.contains("On the way"), "{page}");
    let number = all[1].1.as_str();
    let parcel = between(&ada.read(&link).await, "<dd><bdi>SimCarrier</bdi> <bdi dir=\"ltr\">", "</bdi>").to_owned();
    for private in
        ["Lovelace", "Elm Street", "10115", "ada@example.org", "Carbon", "49.00", "\u{20ac}", number, &all[2].1, &parcel, "<form"]
    {
        assert!(!page.contains(private), "`{private}` is told: {page}");
    }
    let secret = shared.rsplit('/').next().unwrap().to_owned();
    let kept = rig.shop.house.db.read(move |conn| {
        conn.one("SELECT count(*) AS n FROM order_shares WHERE token_hash = $1", &[&secret], |row| row.get::<_, i64>(0))
    });
    assert_eq!(kept.await.unwrap(), Some(0), "only its hash is kept");
}

#[tokio::test]
async fn a_link_that_was_taken_back_and_one_that_never_was_say_the_same() {
    let rig = Rig::new().await;
    let (ada, link, all) = bought(&rig).await;
    let (first, second) = (shares(&ada, &all).await, shares(&ada, &all).await);
    let bob = rig.shopper();
    let said = async |path: &str| {
        let answer = bob.open(path).await;
        assert_eq!((answer.status, answer.header("referrer-policy")), (StatusCode::NOT_FOUND, "no-referrer"));
        between(answer.text(), "<main", "</main>").to_owned()
    };
    assert_eq!(bob.open(&second).await.status, StatusCode::OK);
    let over = said(&first).await;
    assert!(over.contains("This link is over"), "another ends the one before: {over}");
    assert!(ada.read(&link).await.contains("End the link"));
    for _ in 0..2 {
        let to = ada.send("/api/orders/unshare", &fields(&all)).await;
        assert!(ada.read(to.split('#').next().unwrap()).await.contains("Nobody sees the order with it any more"));
    }
    for path in [second.as_str(), &format!("/en/shared/{}", "0".repeat(64)), "/en/shared/x", &format!("/en/shared/{}", all[2].1)]
    {
        assert_eq!(said(path).await, over, "{path}");
    }
}

#[tokio::test]
async fn only_who_has_a_key_shares_an_order_and_a_link_lasts_ninety_days() {
    let rig = Rig::new().await;
    let (ada, link, all) = bought(&rig).await;
    let eve = rig.shopper();
    for key in ["", "0", &"0".repeat(64)] {
        for form in ["/api/orders/share", "/api/orders/unshare"] {
            let fields = [("lang", "en"), ("number", all[1].1.as_str()), ("key", key)];
            assert_eq!(eve.post(form, &fields).await.status, StatusCode::NOT_FOUND, "{form} {key}");
        }
    }
    assert_eq!(rig.count("SELECT count(*) FROM order_shares").await, 0);
    let shared = shares(&ada, &all).await;
    let secret = shared.rsplit('/').next().unwrap();
    assert_eq!(
        eve.open(&format!("/en/orders/{}?key={secret}", all[1].1)).await.status,
        StatusCode::NOT_FOUND,
        "it opens no order"
    );
    let guessed = ada.read(&format!("{link}&shared={}", "0".repeat(64))).await;
    assert!(!guessed.contains("id=\"share-link\""), "what was not made is not shown");
    assert_eq!(value(&guessed, "number"), all[1].1);
    rig.wait(90 * 86_400 - 1);
    assert_eq!(eve.open(&shared).await.status, StatusCode::OK);
    rig.wait(1);
    assert_eq!(eve.open(&shared).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_shared_order_that_was_cancelled_says_no_more_than_that() {
    let rig = Rig::new().await;
    let (ada, _, all) = bought(&rig).await;
    let shared = shares(&ada, &all).await;
    ada.send("/api/orders/cancel", &fields(&all)).await;
    let page = rig.shopper().read(&shared).await;
    assert!(page.contains("Cancelled") && !page.contains("Lovelace"), "{page}");
    rig.books_are_right().await;
}
