//! The link that shows others a list, and nothing of whose it is.

use axum::http::StatusCode;

use crate::form::{between, in_order};
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;
use crate::wishlists::{about, listed};

/// Makes a link to a list; where it leads.
async fn shares(who: &Shopper<'_>, list: &str) -> String {
    let to = about(who, "share", list, &[]).await;
    let page = who.read(to.split('#').next().unwrap()).await;
    let field = format!("{} ", between(&page, "id=\"share-link\"", "/>"));
    between(&field, "value=\"http://127.0.0.1:3000", "\"").to_owned()
}

#[tokio::test]
async fn whoever_has_the_link_sees_the_list_and_buys_from_it_and_learns_nothing_of_its_keeper() {
    let rig = Rig::new().await;
    let (ada, bob) = (rig.shopper(), rig.shopper());
    let oat = rig.variant("ridge-mug", "Oat").await;
    listed(&rig.shopper(), &rig.variant("carbon-pan", "").await, "1").await;
    let list = listed(&ada, &oat, "2").await;
    listed(&ada, &rig.variant("ridge-mug", "Moss").await, "1").await;
    let item = ada.read(&list).await.rsplit("name=\"item\" value=\"").next().unwrap().split('"').next().unwrap().to_owned();
    about(&ada, "change", &list, &[("item", &item), ("quantity", "2"), ("note", "for Grace, secretly")]).await;
    about(&ada, "rename", &list, &[("name", "Our wedding")]).await;
    rig.take_in(&GOODS.replace("Oat,21.00", "Oat,15.00")).await;
    let shared = shares(&ada, &list).await;
    assert!(shared.starts_with("/en/lists/shared/") && shared.len() == "/en/lists/shared/".len() + 64, "{shared}");
    let answer = bob.open(&shared).await;
    assert_eq!((answer.status, answer.header("referrer-policy")), (StatusCode::OK, "no-referrer"));
    assert!(answer.header("cache-control").contains("no-store") && answer.header("x-robots-tag").contains("noindex"));
    let page = bob.read(&shared).await;
    in_order(
        &page,
        &["<h1><bdi>Our wedding</bdi>", "Moss", "sold out", "Oat", "Wanted: 2", "€15.00", "Put everything in the cart"],
    );
    for private in ["Grace", "€21.00", "/api/lists/change", "/api/lists/remove", "name=\"list\""] {
        assert!(!page.contains(private), "`{private}` is told: {page}");
    }
    let secret = shared.rsplit('/').next().unwrap().to_owned();
    assert_eq!(bob.send("/api/lists/buy", &[("lang", "en"), ("key", &secret)]).await, "/en/cart");
    let cart = bob.read("/en/cart").await;
    assert!(
        cart.contains("Oat") && !cart.contains("Carbon pan") && !cart.contains("The price was"),
        "what it cost before is none of Bob's: {cart}"
    );
    assert_eq!(bob.cart().await["count"], 2);
    bob.put(&oat, "1").await;
    let form = [("lang", "en"), ("variant", &*oat), ("quantity", "9"), ("back", &*shared)];
    let refused = bob.send("/api/cart/add", &form).await;
    assert!(bob.read(&refused).await.contains("role=\"alert\"") && refused.starts_with(&shared), "{refused}");
    let kept = rig.shop.house.db.read(move |conn| {
        conn.one("SELECT count(*) AS n FROM wishlist_shares WHERE token_hash = $1", &[&secret], |row| row.get::<_, i64>(0))
    });
    assert_eq!(kept.await.unwrap(), Some(0), "only its hash is kept");

    let second = shares(&ada, &list).await;
    let said = async |path: &str| {
        let answer = bob.open(path).await;
        assert_eq!((answer.status, answer.header("referrer-policy")), (StatusCode::NOT_FOUND, "no-referrer"), "{path}");
        between(answer.text(), "<main", "</main>").to_owned()
    };
    let over = said(&shared).await;
    assert!(over.contains("This link is over"), "another ends the one before: {over}");
    assert_eq!(bob.open(&second).await.status, StatusCode::OK);
    let ended = about(&ada, "unshare", &list, &[]).await;
    assert!(ada.read(&ended).await.contains("Nobody sees the list with it any more"));
    for path in [&*second, &format!("/en/lists/shared/{}", "0".repeat(64)), "/en/lists/shared/x"] {
        assert_eq!(said(path).await, over, "{path}");
    }
    let (none, secret) = ("0".repeat(64), second.rsplit('/').next().unwrap());
    for key in [secret, &none] {
        assert_eq!(bob.post("/api/lists/buy", &[("lang", "en"), ("key", key)]).await.status, StatusCode::NOT_FOUND);
    }
    let third = shares(&ada, &list).await;
    about(&ada, "remove", &list, &[]).await;
    assert_eq!(said(&third).await, over, "a list that is deleted is shown to nobody");
}
