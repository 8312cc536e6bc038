//! The cart: filled, changed and emptied, with script and without.

use axum::http::StatusCode;

use crate::form::{between, in_order, plain, value};
use crate::rig::Rig;

#[tokio::test]
async fn without_script_every_change_leads_to_the_cart_that_shows_it() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "2").await;
    in_order(&ada.read("/en/cart").await, &["Carbon pan", "€49.00 each", "€98.00", "Delivery to Latvia is free", "Total"]);
    let line = ada.line().await;
    let change = async |quantity: &str, by: &str| {
        let fields = [("lang", "en"), ("line", line.as_str()), ("quantity", quantity), ("by", by)];
        let to = ada.send("/api/cart/change", &fields).await;
        (to, ada.cart().await["count"].as_u64().unwrap())
    };
    assert_eq!(change("2", "1").await, ("/en/cart".to_owned(), 3));
    assert_eq!(change("3", "-1").await, ("/en/cart".to_owned(), 2));
    assert_eq!(change("40", "0").await, ("/en/cart".to_owned(), 40));
    let (to, count) = change("0", "0").await;
    assert!(to.starts_with("/en/cart?removed=") && count == 0, "{to}: none left takes it out");
    assert!(ada.read(&to).await.contains("It is out of the cart."));
}

#[tokio::test]
async fn one_fewer_than_one_takes_it_out() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let line = ada.line().await;
    let cart = ada.ask("/api/cart/change", &[("lang", "en"), ("line", &line), ("quantity", "1"), ("by", "-1")]).await;
    assert_eq!((&cart["count"], &cart["fine"]), (&0.into(), &true.into()));
    assert!(cart["body"].as_str().unwrap().contains("Put it back"));
}

#[tokio::test]
async fn with_script_the_answer_is_the_cart() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let empty = ada.cart().await;
    assert_eq!(empty["count"], 0);
    in_order(empty["sums"].as_str().unwrap(), &["/en/", "Look around the shop"]);
    assert!(!empty["sums"].as_str().unwrap().contains("checkout"), "nobody is led to pay for nothing");
    let pan = rig.variant("carbon-pan", "").await;
    let add = [("lang", "en"), ("variant", pan.as_str()), ("quantity", "2")];
    let first = ada.ask("/api/cart/add", &add).await;
    assert_eq!((&first["count"], &first["fine"]), (&2.into(), &true.into()));
    assert_eq!(plain(first["says"].as_str().unwrap()), "2 things in the cart, €98.00");
    in_order(first["body"].as_str().unwrap(), &["Carbon pan", "name=\"quantity\"", "value=\"2\"", "/api/cart/remove"]);
    in_order(first["sums"].as_str().unwrap(), &["€98.00", "/en/checkout/address"]);
    let second = ada.ask("/api/cart/add", &add).await;
    assert_eq!(second["count"], 4, "twice the same is one line");
    assert!(second["version"].as_i64() > first["version"].as_i64());
    assert_eq!(ada.cart().await["version"], second["version"]);
}

#[tokio::test]
async fn what_was_taken_out_can_be_put_back() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    ada.put(&pan, "3").await;
    let to = ada.send("/api/cart/remove", &[("lang", "en"), ("line", &ada.line().await)]).await;
    let page = ada.read(&to).await;
    in_order(&page, &["Put it back", "Nothing in here yet."]);
    ada.put(value(&page, "variant"), value(&page, "quantity")).await;
    in_order(&ada.read("/en/cart").await, &["Carbon pan", "€147.00"]);
}

#[tokio::test]
async fn what_was_kept_for_later_is_put_back_where_it_was() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "2").await;
    let pan = ada.line().await;
    ada.send("/api/cart/aside", &[("lang", "en"), ("line", &pan), ("aside", "true")]).await;
    let page = ada.read(&ada.send("/api/cart/remove", &[("lang", "en"), ("line", &pan)]).await).await;
    let undo = between(&page, "undo\"", "</form>").to_owned();
    let fields = ["variant", "quantity", "aside"].map(|name| (name, value(&undo, name)));
    ada.send("/api/cart/add", &[[("lang", "en")].as_slice(), &fields].concat()).await;
    in_order(&ada.read("/en/cart").await, &["Nothing in here yet.", "Put aside for later", "Carbon pan", "Put back in cart"]);
    assert_eq!(ada.cart().await["count"], 0);
}

#[tokio::test]
async fn a_thing_put_aside_waits_and_is_not_bought() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.put(&rig.variant("last-lamp", "").await, "1").await;
    let pan = ada.line().await;
    assert_eq!(ada.send("/api/cart/aside", &[("lang", "en"), ("line", &pan), ("aside", "true")]).await, "/en/cart");
    let page = ada.read("/en/cart").await;
    in_order(&page, &["Last lamp", "Put aside for later", "Carbon pan", "Put back in cart"]);
    assert!(ada.cart().await["sums"].as_str().unwrap().contains("€80.00"));
    ada.put(&rig.variant("carbon-pan", "").await, "2").await;
    ada.send("/api/cart/aside", &[("lang", "en"), ("line", &pan), ("aside", "false")]).await;
    let cart = ada.cart().await;
    assert_eq!(cart["count"], 4, "two lines of one thing become one");
    assert!(!cart["body"].as_str().unwrap().contains("Put aside for later"));
}

#[tokio::test]
async fn a_price_that_moved_is_said_until_it_is_accepted() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    rig.reprice("carbon-pan", 5200).await;
    let page = ada.read("/en/cart").await;
    in_order(&page, &["Prices or stock have changed", "€52.00 each", "The price was €49.00 when you put it in."]);
    assert_eq!(ada.send("/api/cart/accept", &[("lang", "en")]).await, "/en/cart");
    let page = ada.read("/en/cart").await;
    assert!(!page.contains("have changed") && !page.contains("€49.00") && page.contains("€52.00"));
}

#[tokio::test]
async fn goods_that_others_bought_are_said_and_lowered() {
    let rig = Rig::new().await;
    let (ada, ben) = (rig.shopper(), rig.shopper());
    let ink = rig.variant("ridge-mug", "Ink").await;
    ada.put(&ink, "2").await;
    ada.put(&rig.variant("last-lamp", "").await, "1").await;
    ben.put(&ink, "1").await;
    ben.put(&rig.variant("last-lamp", "").await, "1").await;
    ben.buy().await;
    let page = ada.read("/en/cart").await;
    in_order(&page, &["Prices or stock have changed", "Only one is left; lower the quantity", "Sold out since you put it in."]);
    ada.send("/api/cart/accept", &[("lang", "en")]).await;
    let page = ada.read("/en/cart").await;
    assert!(!page.contains("have changed"), "{page}");
    in_order(&page, &["Ridge mug", "Put aside for later", "Last lamp"]);
    assert_eq!(ada.cart().await["count"], 1);
}

#[tokio::test]
async fn the_price_is_the_shops_whatever_the_form_says() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    let fields =
        [("lang", "en"), ("variant", pan.as_str()), ("quantity", "1"), ("price", "1"), ("price_minor", "1"), ("unit", "0")];
    let cart = ada.ask("/api/cart/add", &fields).await;
    assert!(cart["sums"].as_str().unwrap().contains("€49.00"));
}

#[tokio::test]
async fn cookies_are_set_once_and_kept_from_scripts() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    let add = [("lang", "en"), ("variant", pan.as_str()), ("quantity", "1")];
    let first = ada.post("/api/cart/add", &add).await;
    let set: Vec<&str> = first.headers.get_all("set-cookie").iter().map(|line| line.to_str().unwrap()).collect();
    assert_eq!(set.len(), 2, "{set:?}");
    for mark in ["HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000"] {
        assert!(set.iter().all(|line| line.contains(mark)), "{mark}: {set:?}");
    }
    assert_ne!(ada.cookie("cart"), ada.cookie("sid"));
    let again = ada.post("/api/cart/add", &add).await;
    assert_eq!((again.status, again.header("set-cookie")), (StatusCode::SEE_OTHER, ""));
    assert_eq!(ada.cart().await["count"], 2);
    for path in ["/en/", "/en/cart", "/en/orders", "/api/cart?lang=en"] {
        assert_eq!(rig.shopper().open(path).await.header("set-cookie"), "", "{path}: looking needs no cookie");
    }
}

#[tokio::test]
async fn everyone_has_a_cart_of_their_own() {
    let rig = Rig::new().await;
    let (ada, ben) = (rig.shopper(), rig.shopper());
    let pan = rig.variant("carbon-pan", "").await;
    ada.put(&pan, "1").await;
    ben.put(&pan, "7").await;
    let hers = ada.line().await;
    for (act, more) in [("change", ("quantity", "9")), ("remove", ("x", "")), ("aside", ("aside", "true"))] {
        let fields = [("lang", "en"), ("line", hers.as_str()), more];
        let to = ben.send(&format!("/api/cart/{act}"), &fields).await;
        assert!(to.starts_with("/en/cart?refused=not-sold"), "{act}: {to}");
        assert!(ben.read(&to).await.contains("Nothing was changed."), "{act}");
        let told = rig.shopper().ask(&format!("/api/cart/{act}"), &fields).await;
        assert_eq!(told["fine"], false, "{act}: nor somebody without a cart");
    }
    assert_eq!((ada.cart().await["count"].as_u64(), ben.cart().await["count"].as_u64()), (Some(1), Some(7)));
}

#[tokio::test]
async fn a_cart_that_became_an_order_is_not_touched_again() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    ada.put(&pan, "1").await;
    let line = ada.line().await;
    let order = ada.buy().await;
    let (old, browser) = (ada.cookie("cart"), ada.cookie("sid"));
    for (act, more) in [("change", ("quantity", "9")), ("remove", ("x", "")), ("aside", ("aside", "true")), ("accept", ("x", ""))]
    {
        let to = ada.send(&format!("/api/cart/{act}"), &[("lang", "en"), ("line", &line), more]).await;
        assert!(to.starts_with("/en/cart?refused=not-sold"), "{act}: {to}");
    }
    assert_eq!(ada.cart().await["count"], 0);
    ada.put(&pan, "2").await;
    assert_ne!(ada.cookie("cart"), old, "a new cart has a new secret");
    assert_eq!(ada.cookie("sid"), browser);
    assert_eq!(ada.cart().await["count"], 2);
    let page = ada.read(&order).await;
    assert_eq!(between(&page, "<div class=\"total\">", "</div>").matches("€55.90").count(), 1, "{page}");
}
