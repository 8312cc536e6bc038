//! The headers of every kind of answer; whose forms are taken; where redirects may lead.

use axum::body::Body;
use axum::http::{Method, Request, StatusCode};

use crate::support::{Answer, Shop, pages};

/// What every answer carries, whatever it is.
fn check_dressed(what: &str, answer: &Answer) {
    let exact = [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), microphone=(), geolocation=(), usb=(), payment=(self), publickey-credentials-get=(self), \
             publickey-credentials-create=(self), browsing-topics=()",
        ),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("origin-agent-cluster", "?1"),
    ];
    for (name, value) in exact {
        assert_eq!(answer.header(name), value, "{what}: {name}");
    }
    assert!(!answer.header("content-security-policy").is_empty(), "{what}");
    assert!(!answer.headers.contains_key("server") && !answer.headers.contains_key("access-control-allow-origin"), "{what}");
    assert_eq!(answer.header("x-request-id").len(), 16, "{what}");
}

fn policy_without_nonce(answer: &Answer) -> String {
    let policy = answer.header("content-security-policy");
    let nonce = policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
    assert!(nonce.len() >= 22, "128 bits of chance: {nonce}");
    policy.replace(nonce, "N")
}

const POLICY: &str = "default-src 'none'; script-src 'self' 'nonce-N' 'wasm-unsafe-eval'; style-src 'self' 'nonce-N'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; media-src 'self'; \
    frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; \
    report-to csp; report-uri /csp-report";

#[tokio::test]
async fn every_answer_is_dressed_whatever_it_is() {
    let shop = Shop::with("limits = 'on'", pages());
    let picture = "0123456789abcdef0123456789abcdef.svg";
    std::fs::write(shop.folder.path().join("data/media").join(picture), "<svg/>").unwrap();
    let long = format!("/en/{}", "a".repeat(3000));
    let file = "/pkg-0123456789ab/cartwright.css";
    let gets: [(&str, u16); 14] = [
        ("/", 200),
        ("/en/cart", 200),
        ("/en/nothing", 404),
        ("/en/cart/", 308),
        ("/en", 308),
        ("/odd/away", 303),
        ("/odd/panic", 500),
        (&long, 414),
        (file, 200),
        ("/pkg-0123456789ab/gone.js", 404),
        ("/favicon.svg", 200),
        ("/healthz", 200),
        ("/robots.txt", 200),
        ("/api/cart/add", 405),
    ];
    for (path, status) in gets {
        let answer = shop.get(path).await;
        assert_eq!(answer.status.as_u16(), status, "{path}");
        check_dressed(path, &answer);
        assert_eq!(policy_without_nonce(&answer), POLICY, "{path}");
    }
    let drawing = shop.get(&format!("/media/{picture}")).await;
    check_dressed("a drawing", &drawing);
    assert_eq!(drawing.header("content-security-policy"), "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    let mut last = shop.get("/").await;
    for _ in 0..80 {
        last = shop.get("/").await;
    }
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    check_dressed("too many", &last);
}

#[tokio::test]
async fn every_answer_has_a_nonce_of_its_own() {
    let shop = Shop::new();
    let (one, two) = (shop.get("/").await, shop.get("/").await);
    assert_ne!(one.header("content-security-policy"), two.header("content-security-policy"));
}

#[tokio::test]
async fn over_https_nothing_goes_back_to_http_and_the_provider_takes_forms() {
    let settings = "origin = 'https://shop.example'\npayment_origin = 'https://pay.example'";
    let answer = Shop::with(settings, pages()).get("/").await;
    assert_eq!(answer.header("strict-transport-security"), "max-age=63072000; includeSubDomains");
    let policy = policy_without_nonce(&answer);
    assert!(policy.contains("; form-action 'self' https://pay.example; "), "{policy}");
    assert!(policy.contains("; upgrade-insecure-requests; "), "{policy}");
    let plain = Shop::new().get("/").await;
    assert_eq!(plain.header("strict-transport-security"), "");
}

#[tokio::test]
async fn what_is_ones_own_is_never_stored_and_what_is_built_is_kept_for_good() {
    let shop = Shop::new();
    for path in ["/", "/en/cart", "/en/nothing", "/healthz"] {
        let answer = shop.get(path).await;
        assert_eq!(answer.header("cache-control"), "private, no-store", "{path}");
        assert_eq!(answer.header("vary"), "Cookie, Accept-Encoding", "{path}");
    }
    for path in ["/pkg-0123456789ab/cartwright.css", "/fonts/sans-0123456789ab.woff2"] {
        assert_eq!(shop.get(path).await.header("cache-control"), "public, max-age=31536000, immutable", "{path}");
    }
    assert_eq!(shop.get("/favicon.svg").await.header("cache-control"), "public, max-age=86400");
    assert_eq!(shop.get("/pkg-0123456789ab/gone.js").await.header("cache-control"), "private, no-store");
}

#[tokio::test]
async fn what_an_answer_follows_is_said_by_whoever_knows() {
    let rig = crate::rig::Rig::new().await;
    for (path, follows) in [("/", "Cookie, Accept-Language"), ("/en/products/ridge-mug", "Cookie, Accept-Language, Save-Data")] {
        let answer = rig.shop.get(path).await;
        assert_eq!(answer.header("vary"), format!("{follows}, Accept-Encoding"), "{path}");
        assert_eq!(answer.headers.get_all("vary").iter().count(), 1, "{path}");
    }
    assert_eq!(rig.shop.get("/en/cart").await.header("vary"), "Cookie, Accept-Encoding");
}

#[tokio::test]
async fn only_our_own_pages_may_send_forms() {
    let shop = Shop::new();
    let ours = "http://127.0.0.1:3000";
    let cases: [(&[(&str, &str)], u16); 13] = [
        (&[("sec-fetch-site", "same-origin")], 200),
        (&[("sec-fetch-site", "same-origin"), ("origin", ours)], 200),
        (&[("origin", ours)], 200),
        (&[], 403),
        (&[("origin", "null")], 403),
        (&[("origin", "https://evil.example")], 403),
        (&[("origin", "http://127.0.0.1:3001")], 403),
        (&[("origin", "https://127.0.0.1:3000")], 403),
        (&[("sec-fetch-site", "cross-site")], 403),
        (&[("sec-fetch-site", "cross-site"), ("origin", ours)], 403),
        (&[("sec-fetch-site", "same-site")], 403),
        (&[("sec-fetch-site", "none")], 403),
        (&[("origin", ours), ("origin", "https://evil.example")], 403),
    ];
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        for (headers, status) in cases {
            let mut request = Request::builder().method(&method).uri("/api/cart/add").header("content-type", "text/plain");
            for &(name, value) in headers {
                request = request.header(name, value);
            }
            let answer = shop.ask(request.body(Body::from("variant=1")).unwrap()).await;
            let expected = if method != Method::POST && status == 200 { 405 } else { status };
            assert_eq!(answer.status.as_u16(), expected, "{method} {headers:?}");
        }
    }
}

#[tokio::test]
async fn a_method_in_the_body_or_a_socket_does_not_get_round_that() {
    let shop = Shop::new();
    let get = shop.get("/api/cart/add?_method=POST").await;
    assert_eq!(get.status, StatusCode::METHOD_NOT_ALLOWED);
    let socket = Request::get("/").header("upgrade", "websocket").header("origin", "https://evil.example").body(Body::empty());
    assert_eq!(shop.ask(socket.unwrap()).await.status, StatusCode::FORBIDDEN);
    let hook = Request::post("/webhooks/payments/test").body(Body::from("{}")).unwrap();
    assert_eq!(shop.ask(hook).await.status, StatusCode::OK, "a webhook carries a signature instead");
}

#[tokio::test]
async fn no_redirect_leads_away() {
    let shop = Shop::new();
    assert_eq!(shop.get("/odd/away").await.header("location"), "/");
    assert_eq!(shop.get("/en/cart/?a=b").await.header("location"), "/en/cart?a=b");
    assert_eq!(shop.get("/en?a=b").await.header("location"), "/en/?a=b");
    for path in ["//evil.example/", "//evil.example/a/", "/%2Fevil.example/", "/.//evil.example/"] {
        let answer = shop.get(path).await;
        let to = answer.header("location");
        assert!(!to.starts_with("//") && !to.contains("://"), "{path} leads to {to}");
    }
}

#[tokio::test]
async fn what_broke_is_not_told() {
    let answer = Shop::new().get("/odd/panic").await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(answer.text().contains("Something broke") && !answer.text().contains("a page that breaks"));
    assert!(answer.text().contains(answer.header("x-request-id")));
}
