//! Looking around: lists, goods, help, and what is not there.

use axum::http::StatusCode;
use serde_json::Value;

use crate::form::{between, in_order, plain, value};
use crate::rig::Rig;

const PUBLIC: [&str; 8] = [
    "/en/",
    "/en/c/cups",
    "/en/c/pans",
    "/en/products/ridge-mug",
    "/en/products/carbon-pan",
    "/en/products/old-stool",
    "/en/help/delivery",
    "/en/help/privacy",
];

fn facts(page: &str) -> Value {
    let said: Value = serde_json::from_str(between(page, "<script type=\"application/ld+json\">", "</script>")).unwrap();
    said["@graph"][0].clone()
}

#[tokio::test]
async fn every_public_page_has_a_title_a_heading_an_address_and_is_everyones() {
    let rig = Rig::new().await;
    for path in PUBLIC {
        let answer = rig.shopper().open(path).await;
        let page = plain(answer.text());
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let title = between(&page, "<title>", "</title>");
        assert!(title.ends_with(" · Cartwright") && title.len() > " · Cartwright".len(), "{path}: {title}");
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert_eq!(between(&page, "<link rel=\"canonical\" href=\"", "\""), format!("http://127.0.0.1:3000{path}"));
        assert!(answer.header("cache-control").starts_with("public"), "{path}: {}", answer.header("cache-control"));
        assert_eq!(answer.header("set-cookie"), "", "{path}");
    }
}

#[tokio::test]
async fn a_product_says_what_it_costs_to_people_and_to_machines() {
    let rig = Rig::new().await;
    let page = rig.shopper().read("/en/products/ridge-mug").await;
    in_order(&page, &["<h1>Ridge mug</h1>", "€21.00", "Put in cart", "Only 5 left"]);
    let told = facts(&page);
    assert_eq!((&told["name"], &told["offers"]["price"]), (&"Ridge mug".into(), &"21.00".into()));
    assert_eq!(told["offers"]["priceCurrency"], "EUR");
    assert_eq!(told["offers"]["availability"], "https://schema.org/InStock");
    let ink = rig.variant("ridge-mug", "Ink").await;
    let page = rig.shopper().read(&format!("/en/products/ridge-mug?v={ink}")).await;
    assert!(page.contains("<span class=\"unseen\">before </span>€24.00</s>"), "{page}");
    assert_eq!((facts(&page)["sku"].as_str(), value(&page, "variant")), (Some("M-3"), ink.as_str()));
}

#[tokio::test]
async fn a_page_that_is_everyones_knows_nobody() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "3").await;
    ada.buy().await;
    ada.put(&rig.variant("last-lamp", "").await, "1").await;
    for path in PUBLIC {
        // Of hers only where things go and what is paid in is on the page, as for everybody who has set the same.
        let same = rig.shopper().with("prefs", &ada.cookie("prefs"));
        let (hers, anyones) = (ada.open(path).await, same.open(path).await);
        assert!(hers.body == anyones.body, "{path}");
        let names = ["ada@example.org", "Lovelace", &ada.cookie("cart"), &ada.cookie("sid")];
        assert!(!names.iter().any(|name| hers.text().contains(name)), "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_on_a_page_of_the_shop() {
    let rig = Rig::new().await;
    let nowhere = [
        "/en/products/ridge-mugs",
        "/en/products/Ridge-mug",
        "/en/products/",
        "/en/c/spoons",
        "/en/c/cups?page=2",
        "/en/c/cups?page=4294967295",
        "/en/help/money",
        "/en/nothing",
        "/en/a/b/c/d/e",
        "/xx/",
        "/xx/products/ridge-mug",
        "/xx/c/cups",
        "/xx/cart",
        "/EN/help/delivery",
        "/nothing",
    ];
    for path in nowhere {
        let mut answer = rig.shopper().open(path).await;
        if answer.status == StatusCode::PERMANENT_REDIRECT {
            answer = rig.shopper().open(answer.header("location")).await;
        }
        let page = answer.text();
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        in_order(page, &["noindex", "class=\"header\"", "href=\"/en/c/cups\"", "<h1>There is nothing at this address</h1>"]);
        assert!(!answer.header("cache-control").starts_with("public"), "{path}");
    }
}

#[tokio::test]
async fn a_draft_is_hidden_and_what_is_past_is_shown_without_a_button() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    assert_eq!(ada.open("/en/products/secret-jug").await.status, StatusCode::NOT_FOUND);
    for list in ["/en/", "/en/c/cups"] {
        let page = ada.read(list).await;
        assert!(page.contains("Ridge mug") && !page.contains("Secret jug") && !page.contains("Past bowl"), "{list}");
    }
    let page = ada.read("/en/products/past-bowl").await;
    assert!(page.contains("<h1>Past bowl</h1>") && page.contains("This is no longer sold."));
    assert!(!page.contains("/api/cart/add") && !page.contains("left</strong>"), "nothing of it can be had: {page}");
    assert_eq!(facts(&page)["offers"]["availability"], "https://schema.org/Discontinued");
}

#[tokio::test]
async fn what_is_sold_out_is_there_struck_and_explained() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let moss = rig.variant("ridge-mug", "Moss").await;
    let page = ada.read("/en/products/ridge-mug").await;
    let link = between(&page, &format!("<a id=\"option-0-{moss}\""), "</a>");
    assert!(link.contains("out\">") && link.contains("title=\"sold out\"") && link.contains("Moss"), "{link}");
    assert_ne!(value(&page, "variant"), moss, "first comes one that can be had");
    let page = ada.read(&format!("/en/products/ridge-mug?v={moss}")).await;
    assert!(page.contains("This one is sold out.") && !page.contains("/api/cart/add"));
    assert_eq!(facts(&page)["offers"]["availability"], "https://schema.org/OutOfStock");
    let page = ada.read("/en/products/old-stool").await;
    assert!(page.contains("This one is sold out.") && !page.contains("/api/cart/add"));
    let page = ada.read("/en/c/lamps").await;
    assert!(between(&page, "badge out\">", "<").contains("Sold out"), "the list says so too");
}

#[tokio::test]
async fn a_combination_that_is_not_made_leads_to_one_that_is() {
    let rig = Rig::selling(
        "Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Price\n\
        apron,Apron,Cloth,Linen,Size,Small,30\n\
        apron,,,Cotton,,Large,25\n",
    )
    .await;
    let large = rig.variant("apron", "Cotton").await;
    let page = rig.shopper().read("/en/products/apron").await;
    let link = between(&page, &format!("<a id=\"option-1-{large}\""), "</a>");
    assert!(link.contains("not made in this combination") && link.contains(&format!("?v={large}")), "{link}");
}

#[tokio::test]
async fn a_list_has_pages_and_an_order() {
    let goods: String = (0..30).map(|at| format!("thing-{at:02},Thing {at:02},Things,{}.00\n", 99 - at)).collect();
    let rig = Rig::selling(&format!("Handle,Title,Type,Price\n{goods}")).await;
    let ada = rig.shopper();
    let first = ada.read("/en/c/things?sort=price").await;
    in_order(&first, &["30 things", "Thing 29", "Thing 28", "Thing 06", "Page 1 of 2", "rel=\"next\""]);
    assert!(!first.contains("rel=\"prev\"") && !first.contains("Thing 05"));
    let next = between(&first, "rel=\"next\" href=\"", "\"").replace("&amp;", "&");
    let second = ada.read(&next).await;
    in_order(&second, &["Things, page 2", "Thing 05", "Thing 00", "rel=\"prev\""]);
    assert!(second.contains("noindex") && !second.contains("rel=\"next\""));
    in_order(&ada.read("/en/c/things?sort=price-down").await, &["Thing 00", "Thing 01", "Thing 23"]);
    assert_eq!(ada.open("/en/c/things?sort=price&page=3").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn help_answers_and_says_where_one_is() {
    let rig = Rig::new().await;
    for (topic, says) in [
        ("delivery", "14:00 our time"),
        ("returns", "thirty days"),
        ("withdrawal", "fourteen days in the European Union"),
        ("payment", "never sees their numbers"),
        ("privacy", "none of which needs your consent"),
        ("imprint", "Responsible for the content"),
    ] {
        let page = rig.shopper().read(&format!("/en/help/{topic}")).await;
        assert!(page.contains(says), "{topic}");
        assert!(page.contains(&format!("href=\"/en/help/{topic}\" aria-current=\"page\"")), "{topic}");
    }
}
