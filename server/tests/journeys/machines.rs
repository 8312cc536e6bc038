//! What other machines read: search engines, comparison sites, feed readers, other programs.

use axum::http::StatusCode;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::form::between;
use crate::rig::Rig;
use crate::shopper::Shopper;

/// Opens what is there, and reads it as it came.
async fn fetched(shopper: &Shopper<'_>, path: &str, kind: &str) -> String {
    let answer = shopper.open(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    assert!(answer.header("content-type").starts_with(kind), "{path}: {}", answer.header("content-type"));
    answer.text().to_owned()
}

/// The texts of all elements of this name. A document that is not well-formed is none.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = Reader::from_str(xml);
    let (mut inside, mut all) = (false, Vec::new());
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error} in {xml}")) {
            Event::Start(tag) if tag.name().as_ref() == name => {
                inside = true;
                all.push(String::new());
            }
            Event::End(tag) if tag.name().as_ref() == name => inside = false,
            Event::Text(text) if inside => all.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(name) if inside => {
                let sign = quick_xml::escape::unescape(&format!("&{};", &*name)).unwrap().into_owned();
                all.last_mut().unwrap().push_str(&sign);
            }
            Event::Eof => return all,
            _ => {}
        }
    }
}

async fn json(shopper: &Shopper<'_>, path: &str) -> Value {
    serde_json::from_str(&fetched(shopper, path, "application/json").await).unwrap()
}

#[tokio::test]
async fn every_page_of_the_sitemap_is_there_in_its_language() {
    let rig = Rig::new().await;
    let robot = rig.shopper();
    let robots = fetched(&robot, "/robots.txt", "text/plain").await;
    let index = robots.lines().find_map(|line| line.strip_prefix("Sitemap: ")).unwrap();
    let origin = index.strip_suffix("/sitemap.xml").unwrap().to_owned();
    let parts = texts(&fetched(&robot, "/sitemap.xml", "application/xml").await, "loc");
    assert_eq!(parts.len(), 24, "pages and goods in twelve languages");
    let mut goods = 0;
    for part in parts.iter().filter(|part| ["/en/", "/ar/"].iter().any(|lang| part.contains(lang))) {
        let listed = fetched(&robot, part.strip_prefix(&origin).unwrap(), "application/xml").await;
        for page in texts(&listed, "loc") {
            goods += u32::from(page.contains("/products/"));
            robot.read(page.strip_prefix(&origin).unwrap()).await;
        }
        assert!(!listed.contains("secret-jug") && !listed.contains("past-bowl"), "what is not sold is not listed");
    }
    assert_eq!(goods, 8, "four of them, in two languages");
    for nowhere in ["/sitemaps/en/2.xml", "/sitemaps/en/0.xml", "/sitemaps/xx/pages.xml", "/sitemaps/en/x.xml", "/sitemaps/en/1"]
    {
        assert_eq!(robot.open(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn a_comparison_site_is_told_of_every_variant_at_its_countrys_price() {
    let rig = Rig::new().await;
    rig.take_in(concat!(
        "Handle,Title,Body (HTML),Vendor,Type,SKU,Option1 Name,Option1 Value,Price,Variant Barcode\n",
        "odd,\"Salt & <pepper>\",\"<p>Two &amp; two,</p><p>by hand</p>\",\"A \"\"B\"\" & C\",Cups,O-1,,,10.00,4006381333931\n",
    ))
    .await;
    rig.takes_rates().await;
    let site = rig.shopper();
    let feed = fetched(&site, "/feeds/en/products.xml?country=LV&currency=EUR", "application/xml").await;
    let items: Vec<String> = feed
        .split_inclusive("</item>")
        .filter_map(|part| part.split_once("<item>"))
        .map(|(_, item)| format!("<item>{item}"))
        .collect();
    assert_eq!(items.len(), 7, "three mugs, a pan, a lamp, a stool and salt");
    let mug = items.iter().find(|item| item.contains("<g:mpn>M-3</g:mpn>")).unwrap();
    assert_eq!(texts(mug, "g:price"), ["24.00 EUR"]);
    assert_eq!(texts(mug, "g:sale_price"), ["21.00 EUR"]);
    assert_eq!((texts(mug, "g:color"), texts(mug, "g:title")), (vec!["Ink".to_owned()], vec!["Ridge mug, Ink".to_owned()]));
    assert_eq!(texts(items.iter().find(|item| item.contains("M-2")).unwrap(), "g:availability"), ["out_of_stock"]);
    let odd = items.iter().find(|item| item.contains("O-1")).unwrap();
    assert_eq!(texts(odd, "g:title"), ["Salt & <pepper>"]);
    assert_eq!(texts(odd, "g:description"), ["Two & two, by hand"]);
    assert_eq!((texts(odd, "g:brand"), texts(odd, "g:gtin")), (vec!["A \"B\" & C".to_owned()], vec!["4006381333931".to_owned()]));
    texts(&feed, "item");
    let link = texts(mug, "g:link").remove(0);
    let origin = rig.shop.house.config.origin.as_str();
    assert!(site.read(link.strip_prefix(origin).unwrap()).await.contains("€21.00"), "the page says the same price");
    let swiss = fetched(&site, "/feeds/de/products.xml?country=CH", "application/xml").await;
    assert!(texts(&swiss, "g:price").iter().all(|price| price.ends_with(" CHF")), "{swiss}");
    for nowhere in ["/feeds/xx/products.xml", "/feeds/en/products.xml?country=KP", "/feeds/en/products.xml?currency=%3C%3E"] {
        assert_eq!(site.open(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

#[tokio::test]
async fn a_feed_reader_finds_what_came_last_from_the_first_page() {
    let rig = Rig::new().await;
    let reader = rig.shopper();
    let page = reader.open("/en/").await;
    let link = between(page.text(), "application/atom+xml\"", ">").to_owned();
    let feed = fetched(&reader, between(&link, "href=\"", "\""), "application/atom+xml").await;
    assert_eq!(texts(&feed, "title")[1..].len(), 4, "{feed}");
    assert!(texts(&feed, "summary").contains(&"from €18.00".to_owned()), "{feed}");
    assert!(texts(&feed, "updated").iter().all(|day| day.ends_with("T00:00:00Z") && day.len() == 20));
}

#[tokio::test]
async fn another_program_reads_the_catalogue() {
    let rig = Rig::new().await;
    rig.takes_rates().await;
    let program = rig.shopper();
    let list = json(&program, "/api/v1/products?sort=price&country=LV").await;
    assert_eq!((&list["total"], &list["pages"], &list["page"]), (&4.into(), &1.into(), &1.into()));
    assert_eq!(list["products"][0]["price"], serde_json::json!({ "amount": "18.00", "currency": "EUR" }));
    assert_eq!(list["products"][0]["from"], true);
    let mug = json(&program, "/api/v1/products/ridge-mug?country=CH").await;
    assert_eq!(mug["variants"][0]["price"]["currency"], "CHF");
    assert_eq!(mug["options"][0], serde_json::json!({ "name": "Colour", "values": ["Oat", "Moss", "Ink"] }));
    assert_eq!(mug["variants"][1]["available"], false);
    for (path, status) in [
        ("/api/v1/products/secret-jug", 404),
        ("/api/v1/products/past-bowl", 404),
        ("/api/v1/products?category=nowhere", 404),
        ("/api/v1/products?sort=%27%3B--", 400),
        ("/api/v1/products?page=0", 400),
        ("/api/v1/products?page=two", 400),
        ("/api/v1/categories?lang=en&lang=de", 400),
        ("/api/v1/products?lang=xx", 400),
        ("/api/v1/categories?country=KP", 400),
    ] {
        let answer = program.open(path).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        let problem: Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(problem["status"], status);
        assert!(!problem["detail"].as_str().unwrap().is_empty());
    }
    let answer = program.open("/api/v1/categories").await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert_eq!(answer.header("cross-origin-resource-policy"), "cross-origin");
}

#[tokio::test]
async fn another_program_searches_as_a_shopper_does() {
    let rig = Rig::new().await;
    let program = rig.shopper();
    let found = json(&program, "/api/v1/search?q=ridge+mgu").await;
    assert_eq!((&found["corrected"], &found["total"], &found["more"]), (&"ridge mug".into(), &1.into(), &false.into()));
    assert_eq!(found["products"][0]["slug"], "ridge-mug");
    assert_eq!(json(&program, "/api/v1/search?q=ridge+mgu&exact=true").await["total"], 0);
    assert_eq!(json(&program, "/api/v1/search?q=ridge+unicorns").await["left_out"], "unicorns");
    assert_eq!(program.open("/api/v1/search?q=mug&page=0").await.status, 400);
}

#[tokio::test]
async fn the_description_names_every_field_of_every_answer() {
    let rig = Rig::new().await;
    let program = rig.shopper();
    let api = json(&program, "/api/v1/openapi.json").await;
    assert_eq!(api["openapi"].as_str().unwrap().split('.').next(), Some("3"));
    for (path, real) in [
        ("/api/v1/categories", "/api/v1/categories"),
        ("/api/v1/products", "/api/v1/products?lang=en"),
        ("/api/v1/products/{slug}", "/api/v1/products/ridge-mug"),
        ("/api/v1/search", "/api/v1/search?q=ridge+mgu"),
    ] {
        let schema = &api["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        check(&api, schema, &json(&program, real).await, path);
    }
}

/// Every field of an answer is described, and every field that is described as required is there.
fn check(api: &Value, schema: &Value, said: &Value, at: &str) {
    if let Some(name) = schema["$ref"].as_str() {
        return check(api, &api["components"]["schemas"][name.rsplit('/').next().unwrap()], said, at);
    }
    if let Some(one) = schema["oneOf"].as_array() {
        let some = one.iter().find(|schema| schema["type"] != "null").unwrap();
        if !said.is_null() {
            check(api, some, said, at);
        }
        return;
    }
    match said {
        Value::Array(all) => all.iter().for_each(|one| check(api, &schema["items"], one, at)),
        Value::Object(fields) => {
            for (name, value) in fields {
                assert!(schema["properties"][name].is_object(), "{at}: {name} is not described: {schema}");
                check(api, &schema["properties"][name], value, &format!("{at}.{name}"));
            }
            for name in schema["required"].as_array().into_iter().flatten() {
                assert!(fields.contains_key(name.as_str().unwrap()), "{at}: {name} is missing");
            }
        }
        _ => {}
    }
}

#[tokio::test]
async fn pages_say_what_they_are() {
    let rig = Rig::new().await;
    let robot = rig.shopper();
    let facts = async |path: &str| -> Value {
        let page = robot.open(path).await;
        serde_json::from_str(between(page.text(), "application/ld+json\">", "</script>")).unwrap()
    };
    let product = facts("/en/products/ridge-mug").await;
    assert_eq!(product["@graph"][0]["offers"]["price"], "21.00");
    assert_eq!(product["@graph"][0]["offers"]["hasMerchantReturnPolicy"]["merchantReturnDays"], 30);
    assert!(product["@graph"][0].get("gtin").is_none(), "what nobody said is not said");
    assert_eq!(product["@graph"][1]["itemListElement"][1]["name"], "Cups");
    assert_eq!(product["@graph"][1]["itemListElement"][2]["name"], "Ridge mug");
    let list = facts("/en/c/cups").await;
    assert_eq!(list["@graph"][1]["@type"], "ItemList");
    assert!(list["@graph"][1]["itemListElement"][0]["url"].as_str().unwrap().ends_with("/en/products/ridge-mug"));
    assert_eq!(facts("/en/").await["@graph"][0]["@type"], "OnlineStore");
    let page = robot.open("/en/products/ridge-mug").await;
    for property in ["og:title", "og:image", "og:url", "og:description"] {
        assert!(page.text().contains(&format!("property=\"{property}\"")), "{property}");
    }
}
