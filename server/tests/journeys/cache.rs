//! Pages that are everyone's: made once, given to many, never with anything of anybody's in them.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, Uri};
use axum::response::{Html, IntoResponse};
use axum::routing::get;
use db::Event;
use domain::Never;

use crate::support::Shop;

/// A shop whose product pages count how often they are made, and say whose cookie they saw.
fn shop() -> (Shop, Arc<AtomicU32>) {
    let made = Arc::new(AtomicU32::new(0));
    let count = Arc::clone(&made);
    let product = get(move |uri: Uri, headers: HeaderMap| {
        let number = count.fetch_add(1, Ordering::SeqCst) + 1;
        let cookie = headers.get("cookie").map_or("nobody", |value| value.to_str().unwrap()).to_owned();
        async move {
            tokio::time::sleep(Duration::from_millis(20)).await;
            let page = format!("<p>{uri} for {cookie}, no. {number}</p>{}", "goods ".repeat(300));
            ([("cache-control", "public")], Html(page))
        }
    });
    let personal = get(async |headers: HeaderMap| {
        let cookie = headers.get("cookie").map_or("nobody", |value| value.to_str().unwrap()).to_owned();
        ([("set-cookie", "sid=secret"), ("cache-control", "public")], Html(format!("<p>for {cookie}</p>"))).into_response()
    });
    let pages = Router::new().route("/en/products/{slug}", product).route("/en/help/{topic}", personal);
    (Shop::with("", pages), made)
}

async fn ask(shop: &Shop, path: &str, headers: &[(&str, &str)]) -> crate::support::Answer {
    let mut request = Request::get(path);
    for &(name, value) in headers {
        request = request.header(name, value);
    }
    shop.ask(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_crowd_gets_one_page_and_nothing_of_each_other() {
    let (shop, made) = shop();
    let one = ask(&shop, "/en/products/ridge-mug", &[("cookie", "sid=ada")]);
    let two = ask(&shop, "/en/products/ridge-mug?utm_source=letter", &[("cookie", "sid=ben")]);
    let (one, two) = tokio::join!(one, two);
    assert_eq!(made.load(Ordering::SeqCst), 1);
    assert_eq!(one.body, two.body);
    assert!(one.text().contains("/en/products/ridge-mug for nobody, no. 1"), "{}", one.text());
    assert_eq!(one.header("cache-control"), "public, max-age=0, s-maxage=60, stale-while-revalidate=300");
    assert_eq!(one.header("vary"), "Cookie, Accept-Language, Save-Data, Accept-Encoding");
    assert_ne!(one.header("content-security-policy"), two.header("content-security-policy"), "each has a nonce of its own");
}

#[tokio::test]
async fn a_page_that_sets_a_cookie_is_made_for_each() {
    let (shop, _) = shop();
    for who in ["sid=ada", "sid=ben"] {
        let answer = ask(&shop, "/en/help/delivery", &[("cookie", who)]).await;
        assert_eq!(answer.text(), format!("<p>for {who}</p>"));
        assert_eq!(answer.header("cache-control"), "private, no-store");
        assert_eq!(answer.header("set-cookie"), "sid=secret");
    }
}

#[tokio::test]
async fn when_the_goods_change_the_page_does_too() {
    let (shop, made) = shop();
    assert!(ask(&shop, "/en/products/ridge-mug", &[]).await.text().contains("no. 1"));
    assert!(ask(&shop, "/en/products/ridge-mug", &[]).await.text().contains("no. 1"));
    shop.house
        .db
        .write(|tx| -> db::Answer<(), Never> {
            tx.emit(Event::Catalogue);
            Ok(())
        })
        .await
        .unwrap();
    for _ in 0..200 {
        if ask(&shop, "/en/products/ridge-mug", &[]).await.text().contains("no. 2") {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("made {} times, and the old page is still given", made.load(Ordering::SeqCst));
}

#[tokio::test]
async fn a_browser_that_has_the_page_is_told_so() {
    let (shop, _) = shop();
    let first = ask(&shop, "/en/products/ridge-mug", &[]).await;
    let tag = first.header("etag").to_owned();
    assert!(tag.starts_with("W/\""));
    let again = ask(&shop, "/en/products/ridge-mug", &[("if-none-match", &tag)]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
    assert_eq!(again.header("etag"), tag);
    let other = ask(&shop, "/en/products/ridge-mug", &[("if-none-match", "W/\"another\"")]).await;
    assert_eq!(other.status, StatusCode::OK);
}

#[tokio::test]
async fn a_page_travels_compressed_and_is_the_same_page() {
    let (shop, _) = shop();
    let plain = ask(&shop, "/en/products/ridge-mug", &[]).await;
    let brotli = ask(&shop, "/en/products/ridge-mug", &[("accept-encoding", "gzip, br")]).await;
    let gzip = ask(&shop, "/en/products/ridge-mug", &[("accept-encoding", "gzip, br;q=0")]).await;
    assert_eq!((brotli.header("content-encoding"), gzip.header("content-encoding")), ("br", "gzip"));
    assert!(brotli.body.len() < plain.body.len() / 4);
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut &brotli.body[..], &mut out).unwrap();
    assert_eq!(out, plain.body);
    let mut out = Vec::new();
    std::io::copy(&mut flate2::read::GzDecoder::new(&gzip.body[..]), &mut out).unwrap();
    assert_eq!(out, plain.body);
}

#[tokio::test]
async fn head_says_what_get_would() {
    let (shop, _) = shop();
    for path in ["/en/products/ridge-mug", "/en/help/delivery"] {
        let get = ask(&shop, path, &[]).await;
        let head = shop.ask(Request::head(path).body(Body::empty()).unwrap()).await;
        assert!(head.body.is_empty());
        assert_eq!(head.header("content-length"), get.body.len().to_string(), "{path}");
        assert_eq!(head.header("cache-control"), get.header("cache-control"), "{path}");
    }
}

#[tokio::test]
async fn files_and_pictures_answer_from_their_tags_and_in_parts() {
    let (shop, _) = shop();
    let picture = "00112233445566778899aabbccddeeff.png";
    std::fs::write(shop.folder.path().join("data/media").join(picture), "0123456789").unwrap();
    for path in ["/pkg-0123456789ab/cartwright.css".to_owned(), format!("/media/{picture}")] {
        let first = ask(&shop, &path, &[]).await;
        assert_eq!(first.header("cache-control"), "public, max-age=31536000, immutable");
        let again = ask(&shop, &path, &[("if-none-match", first.header("etag"))]).await;
        assert_eq!(again.status, StatusCode::NOT_MODIFIED, "{path}");
        let part = ask(&shop, &path, &[("range", "bytes=2-4")]).await;
        assert_eq!(part.status, StatusCode::PARTIAL_CONTENT, "{path}");
        assert_eq!(part.body, first.body.slice(2..5), "{path}");
    }
}

#[tokio::test]
async fn drawings_travel_compressed() {
    let (shop, _) = shop();
    let name = "ffeeddccbbaa99887766554433221100.svg";
    let drawing = format!("<svg>{}</svg>", "<path d=\"M0 0h10v10z\"/>".repeat(100));
    std::fs::write(shop.folder.path().join("data/media").join(name), &drawing).unwrap();
    let answer = ask(&shop, &format!("/media/{name}"), &[("accept-encoding", "br")]).await;
    assert_eq!((answer.header("content-type"), answer.header("content-encoding")), ("image/svg+xml", "br"));
    let mut out = Vec::new();
    brotli::BrotliDecompress(&mut &answer.body[..], &mut out).unwrap();
    assert_eq!(out, drawing.as_bytes());
}

#[tokio::test]
async fn no_path_leads_out_of_the_folders() {
    let (shop, _) = shop();
    std::fs::write(shop.folder.path().join("data/secret.key"), "secret").unwrap();
    let paths = [
        "/media/../secret.key",
        "/media/..%2fsecret.key",
        "/media/%2e%2e%2fsecret.key",
        "/media/00112233445566778899aabbccddeeff.key",
        "/media/00112233445566778899AABBCCDDEEFF.png",
        "/pkg-0123456789ab/../../data/secret.key",
        "/pkg-0123456789ab/..%2f..%2fdata%2fsecret.key",
        "/lock",
    ];
    for path in paths {
        let answer = ask(&shop, path, &[]).await;
        assert!(answer.status.is_client_error() && !answer.text().contains("secret"), "{path}: {}", answer.status);
    }
}
