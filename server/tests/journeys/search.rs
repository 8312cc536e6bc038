//! Searching: the page, the suggestions, and what people type that is no search.

use std::time::Instant;

use axum::body::Body;
use axum::http::StatusCode;

use crate::form::{between, form, in_order, value};
use crate::rig::Rig;
use crate::shopper::Shopper;

fn searched(query: &str) -> String {
    format!("/en/search?{}", form(&[("q", query)]))
}

/// The suggestions as the script gets them.
async fn ideas(ada: &Shopper<'_>, lang: &str, query: &str) -> String {
    let path = format!("/api/search/ideas?{}", form(&[("lang", lang), ("q", query)]));
    let answer = ada.keep(ada.request(&path, "application/json").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{query}: {}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

#[tokio::test]
async fn a_search_is_a_form_and_its_answer_a_page() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    for path in ["/en/", "/en/c/cups", "/en/products/ridge-mug", "/en/cart"] {
        let form = ada.read(path).await;
        in_order(&form, &["role=\"search\" method=\"get\" action=\"/en/search\"", "name=\"q\"", "type=\"submit\""]);
    }
    let page = ada.read(&searched("ridge")).await;
    in_order(&page, &["noindex", "<h1>Results for “ridge”</h1>", "role=\"status\"", "One thing", "/en/products/ridge-mug"]);
    assert_eq!(value(&page, "q"), "ridge", "the field keeps what was asked");
    assert!(!page.contains("rel=\"canonical\""));
    let answer = ada.open(&searched("ridge")).await;
    // Nothing of anybody's is on it: a crowd that searches for the same thing gets the same page, and Back is at once there.
    assert!(answer.header("cache-control").starts_with("public"), "{}", answer.header("cache-control"));
}

#[tokio::test]
async fn goods_are_found_by_what_is_known_of_them_and_by_nothing_else() {
    let rig = Rig::new().await;
    rig.take_in(
        "Handle,Title,Vendor,Type,Status,SKU,Variant Barcode,Price\nbar-coded,Red tin,Kalna,Tins,active,T-1,4006381333931,9.00\n",
    )
    .await;
    let ada = rig.shopper();
    for (query, found) in [
        ("MUG", "ridge-mug"),
        ("mugs", "ridge-mug"),
        ("kalna mug", "ridge-mug"),
        ("moss", "ridge-mug"),
        ("M-3", "ridge-mug"),
        ("m3", "ridge-mug"),
        ("p-1", "carbon-pan"),
        ("4006381333931", "bar-coded"),
        ("400638", "bar-coded"),
        ("pans", "carbon-pan"),
        ("carb", "carbon-pan"),
        ("a lamp", "last-lamp"),
    ] {
        let page = ada.read(&searched(query)).await;
        assert!(page.contains("Results for") && page.contains(&format!("/en/products/{found}\"")), "{query}: {page}");
    }
    for hidden in ["past bowl", "secret jug"] {
        assert!(!ada.read(&searched(hidden)).await.contains(&hidden.replace(' ', "-")), "{hidden}");
    }
}

#[tokio::test]
async fn what_changes_is_found_at_once_and_what_is_sold_out_stands_behind() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let lamps = ada.read(&searched("lamps")).await;
    in_order(&lamps, &["/en/products/last-lamp", "/en/products/old-stool"]);
    rig.take_in(
        "Handle,Title,Vendor,Type,Status,SKU,Price,Variant Inventory Tracker,Variant Inventory Qty\n\
        carbon-pan,Blued skillet,Kalna,Pans,active,P-9,49.00,shopify,50\n\
        last-lamp,Last lamp,,Lamps,archived,L-1,80.00,shopify,1\n",
    )
    .await;
    assert!(ada.read(&searched("blued")).await.contains("/en/products/carbon-pan"));
    assert!(ada.read(&searched("p9")).await.contains("/en/products/carbon-pan"));
    assert!(!ada.read(&searched("last")).await.contains("/en/products/last-lamp"));
}

#[tokio::test]
async fn what_is_typed_wrong_is_put_right_unless_it_is_meant_so() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let page = ada.read(&searched("ridge mgu")).await;
    in_order(&page, &["Showing results for “ridge mug”.", "Search instead for “ridge mgu”", "/en/products/ridge-mug"]);
    let instead = between(&page, "<a href=\"/en/search", "\"").replace("&amp;", "&");
    let page = ada.read(&format!("/en/search{instead}")).await;
    in_order(&page, &["<h1>Nothing found for “ridge mgu”</h1>", "Another word may find it."]);
    let page = ada.read(&searched("ridge unicorns")).await;
    in_order(&page, &["These do without “unicorns”.", "/en/products/ridge-mug"]);
}

#[tokio::test]
async fn a_search_that_finds_nothing_leads_somewhere() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    for query in ["unicorns", "", "   ", "%", "🦄"] {
        let page = ada.read(&searched(query)).await;
        in_order(&page, &["href=\"/en/c/cups\" class=\"chip\"", "Well liked", "/en/products/"]);
    }
    in_order(&ada.read("/en/search").await, &["What are you looking for?"]);
}

#[tokio::test]
async fn results_have_pages() {
    let goods: String = (0..30).map(|at| format!("thing-{at:02},Thing {at:02},Things,9.00\n")).collect();
    let rig = Rig::selling(&format!("Handle,Title,Type,Price\n{goods}")).await;
    let ada = rig.shopper();
    let first = ada.read(&searched("thing")).await;
    in_order(&first, &["30 things", "Page 1 of 2", "rel=\"next\""]);
    let next = between(&first, "rel=\"next\" href=\"", "\"").replace("&amp;", "&");
    let second = ada.read(&next).await;
    in_order(&second, &["Page 2 of 2"]);
    assert_eq!(first.matches("<li class=\"card\">").count() + second.matches("<li class=\"card\">").count(), 30);
    assert_eq!(ada.open("/en/search?q=thing&page=3").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn suggestions_are_options_with_pictures_and_prices() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let list = ideas(&ada, "en", "rid").await;
    in_order(&list, &["data-says=\"2 suggestions\"", "aria-label=\"Searches\"", "href=\"/en/search?q=ridge\"", "rid<b>ge</b>"]);
    in_order(&list, &["aria-label=\"Goods\"", "href=\"/en/products/ridge-mug\"", "Ridge mug", "from €18.00"]);
    assert!(ideas(&ada, "en", "cup").await.contains("href=\"/en/c/cups\""));
    assert!(ideas(&ada, "en", "ridgge").await.contains("/en/products/ridge-mug"), "a mistake has suggestions, too");
    assert_eq!(ideas(&ada, "en", " ").await, "");
    assert!(ideas(&ada, "xx", "rid").await.contains("ridge-mug"), "a language the shop does not speak is the first one");
}

#[tokio::test]
async fn whatever_is_typed_is_answered_kindly_and_soon() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let long = "mug ".repeat(2_500);
    let typed = [
        "\"",
        "\"mug",
        "mug*",
        "*",
        "mug NEAR pan",
        "NEAR(mug pan, 3)",
        "name:mug",
        "-mug",
        "^mug",
        "mug AND",
        "(mug",
        "{name} : mug",
        "mug' OR 1=1 --",
        "mug\0pan",
        "\0",
        "\u{202E}gum\u{202C}",
        "mug مظلة ร่ม 茶",
        "🙂🙂🙂",
        "e\u{301}\u{301}\u{301}",
        "\u{E000}m3",
        "<script>alert(1)</script>",
        "%00%ff",
        "\u{FEFF}\u{200B}",
        "'",
        "\\",
        "\u{1F1F1}\u{1F1FB}",
        "a b c d e f g h i j k l m n o p",
        &long,
    ];
    for query in typed {
        let begun = Instant::now();
        let page = ada.read(&searched(query)).await;
        assert!(page.contains("<h1") && !page.contains("<script>alert"), "{query:?}");
        ideas(&ada, "en", query).await;
        assert!(begun.elapsed().as_millis() < 2_000, "{query:?} took {:?}", begun.elapsed());
    }
    for raw in
        ["/en/search?q=%ff%fe", "/en/search?q=%", "/en/search?q=a&q=b&page=-1&as=x", "/en/search?page=99999999999999999999"]
    {
        assert!(ada.read(raw).await.contains("<h1"), "{raw}");
    }
}
