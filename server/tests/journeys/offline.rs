//! The shop in the pocket: its worker, the page without a connection, the home screen, and a cart that is sent twice.

use app::i18n::Lang;
use axum::body::Body;
use axum::http::StatusCode;
use db::token::Token;
use serde_json::Value;

use crate::form::{form, value};
use crate::rig::Rig;
use crate::shopper::Shopper;
use crate::support::Shop;

const WORKER: &str = include_str!("../../../frontend/sw.js");

/// A shop to which the build has left its worker.
fn shop() -> Shop {
    let (shop, _) = Shop::opened("");
    std::fs::write(shop.folder.path().join("site/sw.js"), WORKER).unwrap();
    shop
}

#[tokio::test]
async fn the_worker_is_of_this_build_asked_for_each_time_and_called_back_by_taking_it_away() {
    let shop = shop();
    let worker = shop.get("/sw.js").await;
    assert_eq!(worker.status, StatusCode::OK);
    assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!((worker.header("cache-control"), worker.header("service-worker-allowed")), ("public, no-cache", "/"));
    assert!(worker.text().contains("const BUILD = \"pkg-0123456789ab\"") && !worker.text().contains("{package}"));
    let packed = axum::http::Request::get("/sw.js").header("accept-encoding", "br").body(Body::empty()).unwrap();
    assert_eq!(shop.ask(packed).await.header("content-encoding"), "br");
    let file = shop.folder.path().join("site/sw.js");
    std::fs::write(&file, "").unwrap();
    assert_eq!(shop.get("/sw.js").await.text(), "", "an empty one calls every worker back");
    std::fs::remove_file(file).unwrap();
    assert_eq!(shop.get("/sw.js").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn in_every_language_there_is_a_page_for_when_there_is_no_connection_and_a_name_on_the_home_screen() {
    let shop = shop();
    for &lang in Lang::ALL {
        let page = shop.get(&format!("/{}/offline", lang.code())).await;
        assert_eq!(page.status, StatusCode::OK, "{lang:?}");
        assert!(page.header("cache-control").starts_with("public"), "it is anyone's: {}", page.header("cache-control"));
        // What the worker takes from it, and where it writes what it has kept.
        for part in
            ["data-as-of=\"", "{time}", "data-waiting=\"", "{count}", "data-told=\"", "data-ready=\"", "<ul", "id=\"kept\""]
        {
            assert!(page.text().contains(part), "{lang:?} {part}: {}", page.text());
        }
        assert!(page.text().contains(&format!("<link rel=\"manifest\" href=\"/{}/manifest.webmanifest\"", lang.code())));
        let told = shop.get(&format!("/{}/manifest.webmanifest", lang.code())).await;
        assert_eq!(told.header("content-type"), "application/manifest+json");
        let told: Value = serde_json::from_slice(&told.body).unwrap();
        assert_eq!((&told["lang"], &told["dir"]), (&Value::from(lang.code()), &Value::from(lang.dir())));
        assert_eq!((told["id"].as_str(), told["scope"].as_str()), (Some("/"), Some("/")), "one app, whatever is spoken");
        assert_eq!(told["start_url"], format!("/{}/", lang.code()));
        assert_eq!(told["shortcuts"].as_array().unwrap().len(), 3);
        for screen in told["screenshots"].as_array().unwrap() {
            let file = format!("{}/../public{}", env!("CARGO_MANIFEST_DIR"), screen["src"].as_str().unwrap());
            assert_eq!(std::fs::read(file).unwrap()[..3], [0xff, 0xd8, 0xff], "{screen}");
        }
        for icon in told["icons"].as_array().unwrap() {
            let file =
                std::fs::read(format!("{}/../public{}", env!("CARGO_MANIFEST_DIR"), icon["src"].as_str().unwrap())).unwrap();
            // Width and height, as the head of a PNG says them.
            let side = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().unwrap());
            assert_eq!(icon["sizes"], format!("{}x{}", side(16), side(20)));
        }
    }
    assert_eq!(shop.get("/xx/manifest.webmanifest").await.status, StatusCode::NOT_FOUND);
    let reader = shop.get("/manifest.webmanifest").await;
    assert_eq!((reader.status, reader.header("vary").contains("Accept-Language")), (StatusCode::OK, true));
}

/// Sends a change as the worker does: as data, under a name.
async fn change(ada: &Shopper<'_>, path: &str, key: &str, fields: &[(&str, &str)]) -> Value {
    let request = ada.request(path, "application/json").method("POST").header("idempotency-key", key);
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let answer = ada.keep(request.body(Body::from(form(fields))).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
    serde_json::from_slice(&answer.body).unwrap()
}

#[tokio::test]
async fn a_change_of_the_cart_that_is_sent_twice_is_made_once() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let pan = rig.variant("carbon-pan", "").await;
    let add = [("lang", "en"), ("variant", pan.as_str()), ("quantity", "2")];
    ada.put(&pan, "1").await;
    let first = change(&ada, "/api/cart/add", "key-0001", &add).await;
    let again = change(&ada, "/api/cart/add", "key-0001", &add).await;
    assert_eq!((first["count"].as_i64(), first["fine"].as_bool()), (Some(3), Some(true)));
    assert_eq!(first, again, "the same answer");
    assert_eq!(change(&ada, "/api/cart/add", "key-0002", &add).await["count"], 5, "another change is another");
    let line = ada.line().await;
    let more = [("lang", "en"), ("line", line.as_str()), ("quantity", "5"), ("by", "1")];
    for _ in 0..3 {
        assert_eq!(change(&ada, "/api/cart/change", "key-0003", &more).await["count"], 6);
    }
    for _ in 0..2 {
        let aside = [("lang", "en"), ("line", line.as_str()), ("aside", "true")];
        assert_eq!(change(&ada, "/api/cart/aside", "key-0004", &aside).await["count"], 0);
        let gone = change(&ada, "/api/cart/remove", "key-0005", &[("lang", "en"), ("line", &line)]).await;
        assert!(gone["fine"].as_bool().unwrap(), "what is gone already is no fault: {gone}");
    }
    assert_eq!(change(&rig.shopper(), "/api/cart/add", "key-0001", &add).await["count"], 2, "keys are each cart's own");
    for none in ["short", "with spaces in it", &"x".repeat(65)] {
        let before = ada.cart().await["count"].as_i64().unwrap();
        change(&ada, "/api/cart/add", none, &add).await;
        assert_eq!(ada.cart().await["count"], before + 2, "{none} is no name");
    }
    rig.wait(31 * 86_400);
    change(&ada, "/api/cart/add", "key-0006", &add).await;
    assert_eq!(rig.count("SELECT count(*) FROM cart_changes").await, 1, "what is older than a month is forgotten");
}

#[tokio::test]
async fn what_was_refused_was_not_made_and_is_tried_again_when_it_is_sent_again() {
    let rig = Rig::new().await;
    let ada = rig.shopper();
    let lamp = rig.variant("last-lamp", "").await;
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let add = [("lang", "en"), ("variant", lamp.as_str()), ("quantity", "2")];
    let refused = change(&ada, "/api/cart/add", "key-0001", &add).await;
    assert!(
        !refused["fine"].as_bool().unwrap() && refused["says"].as_str().unwrap().starts_with("Only one of these can be had"),
        "{refused}"
    );
    const MORE: &str = "UPDATE variants SET on_hand = 9 WHERE sku = 'L-1'";
    rig.shop.house.db.write::<_, domain::Never>(move |tx| Ok(tx.run(MORE, &[])?)).await.unwrap();
    assert_eq!(change(&ada, "/api/cart/add", "key-0001", &add).await["count"], 3, "there are some meanwhile");
}

#[tokio::test]
async fn answers_say_whose_they_are_and_tell_no_secret_by_it() {
    let rig = Rig::new().await;
    let owner = async |of: &Shopper<'_>, path: &str, kind: &str| {
        let answer = of.keep(of.request(path, kind).body(Body::empty()).unwrap()).await;
        answer.header("owner").to_owned()
    };
    let (ada, ben) = (rig.shopper(), rig.shopper());
    assert_eq!(owner(&ada, "/api/cart?lang=en", "application/json").await, "nobody");
    let pan = rig.variant("carbon-pan", "").await;
    ada.put(&pan, "1").await;
    ben.put(&pan, "1").await;
    let name = owner(&ada, "/api/cart?lang=en", "application/json").await;
    assert_eq!(name.len(), 16);
    let order = ada.buy().await.split('?').next().unwrap().to_owned();
    for path in ["/en/orders", order.as_str()] {
        assert_eq!(owner(&ada, path, "text/html").await, name, "{path}");
    }
    assert_ne!(owner(&ben, "/en/orders", "text/html").await, name);
    assert_eq!(owner(&ben, &order, "text/html").await, "", "an order that is not theirs");
    let secret = ada.cookie("sid");
    let hash = Token::parse(&secret).unwrap().hash();
    assert!(!secret.contains(&name) && !hash.contains(&name));
    let page = ada.read("/en/products/carbon-pan").await;
    assert!(!page.contains(&name) && owner(&ada, "/en/products/carbon-pan", "text/html").await.is_empty(), "a page is anyone's");
    let thanks = ada.read(&format!("{order}?paid=1")).await;
    assert!(
        thanks.contains("data-pocket=\"keep\"") && !ada.read(&order).await.contains("data-pocket=\"keep\""),
        "offered once bought"
    );
    assert_eq!(value(&thanks, "number"), order.rsplit('/').next().unwrap());
    assert!(rig.shopper().read("/de/help/privacy").await.contains("bis zu vierzig gesehene Seiten"));
}
