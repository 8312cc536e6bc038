//! Goods whose names mean harm: they are words on every page, and nothing else.

use serde_json::Value;

use crate::form::{between, plain, value};
use crate::rig::Rig;

/// A 1x1 GIF.
const DOT: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

/// Names as they would be read by people, each of which would break out of something.
const NAMES: [&str; 6] = [
    "<script>alert(1)</script>",
    "</title><script>alert(2)</script>",
    "\"quoted\" onload=\"alert(3)",
    "it's & that's > this < there &lt;b&gt;",
    "</textarea><img src=x onerror=alert(4)>",
    "--> </noscript> ]]> {{7*7}} ${7*7}",
];

/// What none of our pages holds, unless a name got out.
const ESCAPED: [&str; 7] =
    ["<script>alert", "</title><script", "<img src=x", "<svg/onload", "</noscript> ]]>", "< there", "javascript:alert"];

fn cell(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A shop where everything a merchant can write is hostile.
async fn shop() -> Rig {
    let rig = Rig::new().await;
    std::fs::write(rig.shop.folder.path().join("dot.gif"), DOT).unwrap();
    let mut goods =
        "Handle,Title,Body (HTML),Vendor,Type,SKU,Option1 Name,Option1 Value,Price,Image Src,Image Alt Text\n".to_owned();
    let story = "<p onclick=\"alert(5)\">Fine &lt;script&gt;alert(6)&lt;/script&gt;</p><script>alert(7)</script>\
        <a href=\"javascript:alert(8)\">there</a><svg/onload=alert(9)>";
    for (at, &name) in NAMES.iter().enumerate() {
        let sku = format!("<b>{at}");
        let cells = [name, story, name, "<i>Odd</i> \"shelf\"", &sku, "Kind <script>alert(1)", name, "10.00", "dot.gif", name];
        let row: Vec<String> = cells.into_iter().map(cell).collect();
        goods.push_str(&format!("odd-{at},{}\n", row.join(",")));
    }
    rig.take_in(&goods).await;
    rig
}

#[track_caller]
fn check_tame(what: &str, page: &str) {
    for harm in ESCAPED {
        assert!(!page.contains(harm), "{what} holds `{harm}`: {page}");
    }
    let tags = page.split('<').map(|tag| tag.split('>').next().unwrap());
    for tag in tags {
        assert!(!tag.contains("onload=\"") && !tag.contains("onclick="), "{what}: a name got out of its quotes in <{tag}>");
    }
}

fn escaped(name: &str) -> String {
    name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[tokio::test]
async fn a_hostile_name_is_only_a_name_where_goods_are_shown() {
    let rig = shop().await;
    let ada = rig.shopper();
    for path in ["/en/", "/en/c/i-odd-i-shelf", "/en/c/i-odd-i-shelf?sort=price"] {
        let page = ada.read(path).await;
        assert!(page.contains(&escaped(NAMES[0])), "{path}");
        check_tame(path, &page);
    }
    for (at, name) in NAMES.iter().enumerate() {
        let page = ada.read(&format!("/en/products/odd-{at}")).await;
        check_tame(name, &page);
        let title = between(&page, "<title>", "</title>");
        assert_eq!(title, format!("{} · Cartwright", escaped(name)));
        assert_eq!(between(&page, "<h1>", "</h1>"), escaped(name));
        let alt = escaped(name).replace('"', "&quot;");
        assert!(page.contains(&format!("alt=\"{alt}\"")), "{page}");
        let facts = between(&page, "<script type=\"application/ld+json\">", "</script>");
        let facts: Value = serde_json::from_str(facts).unwrap();
        assert_eq!(facts["@graph"][0]["name"], *name);
        assert_eq!(facts["@graph"][1]["itemListElement"][2]["name"], *name, "the way to it names it too");
        assert_eq!(page.matches("<script").count(), 2, "ours, and the facts: {page}");
    }
}

#[tokio::test]
async fn a_hostile_name_is_only_a_name_from_the_cart_to_the_door() {
    let rig = shop().await;
    let ada = rig.shopper();
    for (at, name) in NAMES.iter().enumerate() {
        ada.put(&rig.variant(&format!("odd-{at}"), name).await, "1").await;
    }
    let cart = ada.cart().await;
    check_tame("the cart", &plain(cart["body"].as_str().unwrap()));
    assert!(cart["body"].as_str().unwrap().contains(&escaped(NAMES[0])));
    check_tame("the cart's page", &ada.read("/en/cart").await);
    let line = ada.line().await;
    let removed = ada.ask("/api/cart/remove", &[("lang", "en"), ("line", &line)]).await;
    check_tame("what was removed", &plain(removed["body"].as_str().unwrap()));
    ada.reach_review().await;
    let review = ada.read("/en/checkout/review").await;
    check_tame("the review", &review);
    let pay = ada.place(value(&review, "total")).await;
    check_tame("the provider", &ada.read(&pay).await);
    ada.pay(&pay, crate::shopper::GOOD_CARD).await;
    let history = ada.read("/en/orders").await;
    check_tame("the history", &history);
    let order = ada.read(&format!("/en/orders/{}", between(&history, "href=\"/en/orders/", "\""))).await;
    check_tame("the order", &order);
    assert!(NAMES[1..].iter().all(|name| order.contains(&escaped(name))), "{order}");
}
