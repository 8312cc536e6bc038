//! Every server function under every kind of bad request: an answer, never a fault, and nothing of the inside.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::request::Builder;
use axum::http::{Method, Request, StatusCode};
use cartwright::middleware::class::Class;
use leptos::server_fn::axum::server_fn_paths;

use crate::rig::Rig;
use crate::support::Answer;

const FORM: &str = "application/x-www-form-urlencoded";

/// Words of the inside.
const INSIDE: [&str; 12] = [
    "missing field",
    "invalid type",
    "invalid digit",
    "serde",
    "panick",
    "sqlite",
    "SELECT",
    "Deserializ",
    "ServerFn",
    "__err",
    "server function",
    "src/",
];

/// Every server function that is posted to. Those known by heart must be among them.
fn posted() -> BTreeSet<&'static str> {
    let all: BTreeSet<&str> = server_fn_paths().filter(|(_, method)| *method == Method::POST).map(|(path, _)| path).collect();
    for path in ["/api/cart/add", "/api/cart/accept", "/api/checkout/address", "/api/checkout/place", "/api/orders/pay"] {
        assert!(all.contains(path), "{path} is not in {all:?}");
    }
    all
}

fn post(path: &str) -> Builder {
    Request::post(path).header("content-type", FORM)
}

fn ours(path: &str) -> Builder {
    post(path).header("sec-fetch-site", "same-origin")
}

#[track_caller]
fn check_answered(what: &str, answer: &Answer) {
    assert!(!answer.status.is_server_error(), "{what}: {} {}", answer.status, String::from_utf8_lossy(&answer.body));
    let text = String::from_utf8_lossy(&answer.body);
    let to = answer.header("location");
    for inside in INSIDE {
        assert!(!text.contains(inside) && !to.contains(inside), "{what} tells `{inside}`: {to} {text}");
    }
    assert!(!answer.headers.contains_key("serverfnerror"), "{what}");
}

async fn check_untouched(rig: &Rig) {
    for table in ["SELECT count(*) FROM orders", "SELECT count(*) FROM cart_lines", "SELECT count(*) FROM drafts"] {
        assert_eq!(rig.count(table).await, 0, "{table}");
    }
}

#[tokio::test]
async fn a_form_of_nonsense_is_answered_and_changes_nothing() {
    let rig = Rig::new().await;
    let deep = format!("lang=en&address{}=1", "[a]".repeat(60));
    let many: String = (0..3000).map(|at| format!("a{at}=1&")).collect();
    let forms: [&[u8]; 16] = [
        b"",
        b"&&&===&&",
        b"lang=en",
        b"lang=5&line=abc&quantity=&variant=x&aside=maybe&number=&total=&service=1&way=1",
        b"lang=en&lang=en&line=1&line=2&quantity=1&quantity=2&variant=1&variant=2&number=1&number=2&total=1&total=2",
        b"lang=en&line=99999999999999999999&quantity=1&aside=true",
        b"lang=en&line=-1&quantity=1&aside=true&variant=-1&by=-9223372036854775808",
        b"lang[]=en&line[0]=1&quantity[a]=1&variant[][]=1&number[x]=1&total[]=1",
        b"address=flat&lang=en&service[a]=standard&method[]=card",
        b"address[email][x]=1&lang=en",
        b"lang=%FF%FE&line=%00&quantity=%00&variant=%00&number=%00&total=%00",
        b"lang=\xff\xfe&line=1&quantity=1",
        b"{\"lang\":\"en\",\"variant\":\"1\",\"quantity\":\"1\"}",
        b"%",
        deep.as_bytes(),
        many.as_bytes(),
    ];
    for path in posted() {
        for form in forms {
            for accept in ["text/html", "application/json", "*/*"] {
                let request = ours(path).header("accept", accept).body(Body::from(form.to_vec())).unwrap();
                let what = format!("{path} {accept} {}", String::from_utf8_lossy(&form[..form.len().min(80)]));
                check_answered(&what, &rig.shop.ask(request).await);
            }
        }
    }
    check_untouched(&rig).await;
}

#[tokio::test]
async fn another_kind_of_body_is_answered_and_changes_nothing() {
    let rig = Rig::new().await;
    for path in posted() {
        for kind in ["application/json", "multipart/form-data; boundary=x", "text/plain", "application/cbor", "", "nonsense"] {
            let request = Request::post(path).header("sec-fetch-site", "same-origin").header("content-type", kind);
            let request = request.header("accept", "text/html").header("referer", "https://evil.example/there?__err=a");
            let answer = rig.shop.ask(request.body(Body::from("{\"lang\":\"en\",\"line\":1}")).unwrap()).await;
            check_answered(&format!("{path} {kind}"), &answer);
            assert!(!answer.header("location").contains("evil"), "{path}");
        }
    }
    check_untouched(&rig).await;
}

#[tokio::test]
async fn no_server_function_takes_a_form_of_another_site() {
    let rig = Rig::new().await;
    let pan = rig.variant("carbon-pan", "").await;
    let form = format!("lang=en&variant={pan}&quantity=1");
    let foreign: [&[(&str, &str)]; 8] = [
        &[],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("sec-fetch-site", "none")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("origin", "http://127.0.0.1:3000"), ("sec-fetch-site", "cross-site")],
        &[("origin", "http://127.0.0.1:3000.evil.example")],
    ];
    for path in posted() {
        for headers in foreign {
            let request = headers.iter().fold(post(path), |request, (name, value)| request.header(*name, *value));
            let answer = rig.shop.ask(request.body(Body::from(form.clone())).unwrap()).await;
            assert_eq!((answer.status, answer.header("set-cookie")), (StatusCode::FORBIDDEN, ""), "{path} {headers:?}");
            check_answered(path, &answer);
        }
    }
    check_untouched(&rig).await;
    let own = post("/api/cart/add").header("origin", "http://127.0.0.1:3000").body(Body::from(form)).unwrap();
    assert_eq!(rig.shop.ask(own).await.status, StatusCode::OK, "an old browser that only says its origin is ours");
}

#[tokio::test]
async fn too_much_is_refused_and_nothing_can_be_done_by_a_link() {
    let rig = Rig::new().await;
    for path in posted() {
        let body = format!("lang={}", "e".repeat(Class::of(path).most_bytes()));
        let answer = rig.shop.ask(ours(path).header("accept", "text/html").body(Body::from(body)).unwrap()).await;
        assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
        check_answered(path, &answer);
        for method in [Method::GET, Method::HEAD, Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
            let request =
                ours(&format!("{path}?lang=en&variant=1&quantity=1")).method(method.clone()).body(Body::empty()).unwrap();
            let answer = rig.shop.ask(request).await;
            assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED, "{method} {path}");
            check_answered(path, &answer);
        }
    }
    check_untouched(&rig).await;
}

#[tokio::test]
async fn whoever_asks_for_a_cart_gets_one_or_is_told_no() {
    let rig = Rig::new().await;
    for query in ["", "?", "?lang", "?lang=en&lang=en", "?lang[a]=1", "?lang=%FF", "?x=1", "?lang=en&lang[]=1"] {
        let request = Request::get(format!("/api/cart{query}")).body(Body::empty()).unwrap();
        check_answered(query, &rig.shop.ask(request).await);
    }
    for cookie in [
        "cart=",
        "cart=abc",
        "cart='; DROP TABLE carts",
        "cart=\u{e4}",
        &format!("cart={}", "f".repeat(64)),
        "=;;==",
        &"a=b;".repeat(2000),
    ] {
        let request = Request::get("/api/cart?lang=en").header("cookie", cookie.as_bytes()).body(Body::empty()).unwrap();
        let answer = rig.shop.ask(request).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", &cookie[..cookie.len().min(40)]);
        assert!(answer.text().contains("\"count\":0"));
    }
    let posted = ours("/api/cart").body(Body::from("lang=en")).unwrap();
    assert_eq!(rig.shop.ask(posted).await.status, StatusCode::METHOD_NOT_ALLOWED);
    let unknown = ours("/api/cart/steal").header("accept", "text/html").body(Body::from("lang=en")).unwrap();
    assert_eq!(rig.shop.ask(unknown).await.status, StatusCode::NOT_FOUND);
}
