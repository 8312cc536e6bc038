//! What the cart says no to: with a reason, where the shopper stands, and nothing changed.

use axum::http::StatusCode;

use crate::form::{between, plain};
use crate::rig::Rig;
use crate::shopper::Shopper;

/// Asks for so many of a variant, without script and with. Says where the form led and what was said each time.
async fn refused(ada: &Shopper<'_>, variant: &str, quantity: &str) -> (String, String) {
    let before = ada.cart().await;
    let back = "/en/products/ridge-mug";
    let fields = [("lang", "en"), ("variant", variant), ("quantity", quantity), ("back", back)];
    let to = ada.send("/api/cart/add", &fields).await;
    let told = ada.ask("/api/cart/add", &fields).await;
    assert_eq!(told["fine"], false, "{quantity}");
    let says = plain(told["says"].as_str().unwrap());
    assert!(to.starts_with(&format!("{back}?refused=")), "{to}");
    let page = ada.read(&to).await;
    assert!(between(&page, "role=\"alert\"", "</p>").ends_with(&says), "{to} does not say `{says}`: {page}");
    let after = ada.cart().await;
    assert_eq!((&after["count"], &after["sums"]), (&before["count"], &before["sums"]), "{quantity}");
    (to, says)
}

#[tokio::test]
async fn a_quantity_is_a_whole_number_from_1_to_999() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    ada.put(&pan, "1").await;
    for quantity in
        ["0", "-1", "1e9", "1000000000", "99999999999999999999", "two", "1000", "", " ", "1.5", "1,5", "٣", "0x1", "<b>"]
    {
        let (_, says) = refused(&ada, &pan, quantity).await;
        assert_eq!(says, "Enter a whole number from 1 to 999.", "{quantity}");
    }
    let line = ada.line().await;
    for (quantity, by) in
        [("-1", "0"), ("1000", "0"), ("999", "1"), ("two", "0"), ("", "1"), ("1", "9223372036854775807"), ("0", "-1")]
    {
        let fields = [("lang", "en"), ("line", line.as_str()), ("quantity", quantity), ("by", by)];
        let to = ada.send("/api/cart/change", &fields).await;
        assert!(to.starts_with("/en/cart?refused=quantity"), "{quantity} by {by}: {to}");
        assert!(ada.read(&to).await.contains("Enter a whole number from 1 to 999."));
        let told = ada.ask("/api/cart/change", &fields).await;
        assert!(told["body"].as_str().unwrap().contains("Enter a whole number"), "the line says it too");
    }
    assert_eq!(ada.cart().await["count"], 1);
}

#[tokio::test]
async fn nobody_gets_more_than_there_is() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let (oat, moss) = (rig.variant("ridge-mug", "Oat").await, rig.variant("ridge-mug", "Moss").await);
    assert_eq!(refused(&ada, &oat, "6").await.1, "Only 5 of these can be had; the quantity is as it was.");
    assert_eq!(refused(&ada, &moss, "1").await.1, "This has just sold out; nothing was put in the cart.");
    ada.put(&oat, "4").await;
    assert_eq!(refused(&ada, &oat, "2").await.0, "/en/products/ridge-mug?refused=left-5", "what is in the cart counts");
    let lamp = rig.variant("last-lamp", "").await;
    assert_eq!(refused(&ada, &lamp, "2").await.1, "Only one of these can be had; the quantity is as it was.");
    let line = ada.line().await;
    let to = ada.send("/api/cart/change", &[("lang", "en"), ("line", &line), ("quantity", "6")]).await;
    assert!(to.starts_with("/en/cart?refused=left-5"), "{to}");
    assert!(ada.read(&to).await.contains("Only 5 of these can be had"));
}

#[tokio::test]
async fn what_is_not_sold_cannot_be_put_in() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let (draft, past) = (rig.variant("secret-jug", "").await, rig.variant("past-bowl", "").await);
    for variant in [draft.as_str(), &past, "0", "-1", "999999", "abc", "", "1 OR 1=1", "9223372036854775808"] {
        let (_, says) = refused(&ada, variant, "1").await;
        assert!(says.starts_with("This is not sold any more"), "{variant}: {says}");
    }
}

#[tokio::test]
async fn a_cart_holds_a_hundred_different_things() {
    let goods: String = (0..101).map(|at| format!("bead,{},Number,{at},1.00\n", if at == 0 { "Bead" } else { "" })).collect();
    let rig = Rig::selling(&format!("Handle,Title,Option1 Name,Option1 Value,Price\n{goods}")).await;
    let ada = rig.shopper();
    for at in 0..100 {
        ada.put(&rig.variant("bead", &at.to_string()).await, "1").await;
    }
    let last = rig.variant("bead", "100").await;
    let fields = [("lang", "en"), ("variant", last.as_str()), ("quantity", "1"), ("back", "/en/products/bead")];
    let to = ada.send("/api/cart/add", &fields).await;
    assert_eq!(to, "/en/products/bead?refused=full");
    assert!(ada.read(&to).await.contains("A cart holds 100 different things."));
    ada.put(&rig.variant("bead", "7").await, "1").await;
    assert_eq!(ada.cart().await["count"], 101, "more of what is in there still fits");
}

#[tokio::test]
async fn the_way_back_stays_in_the_shop() {
    let rig = Rig::new().await;
    let moss = rig.variant("ridge-mug", "Moss").await;
    let away = [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\r\nSet-Cookie: cart=mine",
        "javascript:alert(1)",
        " //evil.example",
        "evil.example",
        "http:evil.example",
        "/%5cevil.example/../..//evil.example",
        "///evil.example",
        "/\u{2028}/evil.example",
        "ftp://127.0.0.1:3000@evil.example/",
    ];
    for back in away {
        let fields = [("lang", "en"), ("variant", moss.as_str()), ("quantity", "1"), ("back", back)];
        let answer = rig.shopper().post("/api/cart/add", &fields).await;
        let to = answer.header("location");
        let path = to.starts_with('/') && !to.starts_with("//") && !to.contains(['\\', '\t', '\n', '\r']);
        assert!(path || answer.status == StatusCode::NOT_FOUND, "{back:?} leads to {to:?}");
        assert_eq!(answer.headers.get_all("set-cookie").iter().count(), 2, "{back:?}");
    }
}

#[tokio::test]
async fn a_form_with_holes_changes_nothing_and_is_answered_with_a_page() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    let holes: [(&str, &[(&str, &str)]); 7] = [
        ("add", &[]),
        ("add", &[("lang", "en")]),
        ("add", &[("lang", "en"), ("variant", &pan)]),
        ("add", &[("variant", &pan), ("quantity", "1")]),
        ("change", &[("lang", "en"), ("line", "one"), ("quantity", "1")]),
        ("remove", &[("lang", "en")]),
        ("aside", &[("lang", "en"), ("line", "1"), ("aside", "perhaps")]),
    ];
    for (act, fields) in holes {
        let answer = ada.post(&format!("/api/cart/{act}"), fields).await;
        assert_eq!((answer.status, answer.header("location")), (StatusCode::NOT_FOUND, ""), "{act} {fields:?}");
        assert!(answer.text().contains("<h1>What you sent leads nowhere</h1>"), "{}", answer.text());
    }
    assert_eq!(rig.count("SELECT count(*) FROM carts").await, 0);
}

#[tokio::test]
async fn an_unknown_language_is_answered_in_one_there_is() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    for lang in ["xx", "", "../..", "//evil.example", "EN"] {
        assert_eq!(
            ada.send("/api/cart/add", &[("lang", lang), ("variant", &pan), ("quantity", "1")]).await,
            "/en/cart",
            "{lang}"
        );
    }
}

#[tokio::test]
async fn what_an_address_says_is_only_words_on_the_cart() {
    let rig = Rig::new().await;
    let harm = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E";
    for query in ["refused", "line", "many", "removed"].map(|name| format!("removed=1&many=1&{name}={harm}")) {
        let page = rig.shopper().read(&format!("/en/cart?{query}")).await;
        assert!(!page.contains("<script>alert"), "{query}");
        let first = query.replacen("removed=1&", "", 1);
        assert!(!rig.shopper().read(&format!("/en/cart?{first}")).await.contains("<script>alert"), "{first}");
    }
    for code in ["left-x", "left-99999999999", "nonsense", ""] {
        let page = rig.shopper().read(&format!("/en/cart?refused={code}")).await;
        assert!(page.contains("This is not sold any more, or the cart has moved on."), "{code}");
    }
}
