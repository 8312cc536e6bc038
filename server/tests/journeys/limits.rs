//! How much, how fast, how many: what is refused, and who is not.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use app::request::{Guess, Guessing};
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{Request, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::rig::{GOODS, Rig};
use crate::support::{Shop, pages, talk};

fn form(bytes: usize) -> Request<Body> {
    Request::post("/api/cart/add").header("sec-fetch-site", "same-origin").body(Body::from(vec![b'a'; bytes])).unwrap()
}

#[tokio::test]
async fn a_form_has_64_kib_at_most() {
    let shop = Shop::new();
    assert_eq!(shop.ask(form(64 * 1024)).await.text(), "65536 bytes");
    let refused = shop.ask(form(64 * 1024 + 1)).await;
    assert_eq!(refused.status, StatusCode::PAYLOAD_TOO_LARGE);
    let drops = futures_util::stream::iter((0..70).map(|_| Ok::<_, std::io::Error>(Bytes::from(vec![b'a'; 1024]))));
    let (parts, _) = form(0).into_parts();
    let dripped = shop.ask(Request::from_parts(parts, Body::from_stream(drops))).await;
    assert_eq!(dripped.status, StatusCode::PAYLOAD_TOO_LARGE, "also when its size is not said beforehand");
}

#[tokio::test]
async fn a_webhook_has_512_kib_at_most() {
    let shop = Shop::new();
    for (bytes, status) in [(512 * 1024, 200), (512 * 1024 + 1, 413)] {
        let hook = Request::post("/webhooks/payments/test").body(Body::from(vec![b'a'; bytes])).unwrap();
        assert_eq!(shop.ask(hook).await.status.as_u16(), status);
    }
}

fn from(peer: &str, forwarded: Option<&str>) -> Request<Body> {
    let peer: SocketAddr = peer.parse().unwrap();
    let mut request = Request::get("/").extension(ConnectInfo(peer));
    if let Some(forwarded) = forwarded {
        request = request.header("x-forwarded-for", forwarded);
    }
    request.body(Body::empty()).unwrap()
}

async fn answered(shop: &Shop, asks: impl Iterator<Item = Request<Body>>) -> usize {
    let mut count = 0;
    for request in asks {
        count += usize::from(shop.ask(request).await.status == StatusCode::OK);
    }
    count
}

#[tokio::test]
async fn a_forged_address_buys_nothing() {
    let shop = Shop::new();
    let forged = (0..200).map(|number| from("203.0.113.7:5000", Some(&format!("198.51.100.{number}"))));
    let count = answered(&shop, forged).await;
    assert!((60..90).contains(&count), "{count}");
    let refused = shop.ask(from("203.0.113.7:5001", None)).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&wait));
    assert_eq!(shop.ask(from("203.0.113.8:5000", None)).await.status, StatusCode::OK, "the neighbour is served");
}

#[tokio::test]
async fn behind_the_proxy_its_own_word_counts_and_the_clients_does_not() {
    let shop = Shop::with("proxy = '10.0.0.1'", pages());
    let people = (0..200).map(|number| from("10.0.0.1:9", Some(&format!("1.2.3.4, 198.51.100.{number}"))));
    assert_eq!(answered(&shop, people).await, 200, "each is somebody else");
    let one = (0..200).map(|number| from("10.0.0.1:9", Some(&format!("198.51.100.{number}, 203.0.113.7"))));
    let count = answered(&shop, one).await;
    assert!((60..90).contains(&count), "{count}");
}

#[tokio::test]
async fn when_it_is_full_newcomers_are_asked_back_and_machines_are_answered() {
    let shop = Shop::with("in_flight = 1", pages());
    let get = |path: &str| Request::get(path).body(Body::empty()).unwrap();
    let later = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        (shop.ask(get("/")).await, shop.ask(get("/healthz")).await)
    };
    let (slow, (refused, health)) = tokio::join!(shop.ask(get("/odd/slow")), later);
    assert_eq!((slow.status, refused.status), (StatusCode::OK, StatusCode::SERVICE_UNAVAILABLE));
    assert_eq!((refused.header("retry-after"), health.status), ("2", StatusCode::OK));
    assert_eq!(shop.get("/").await.status, StatusCode::OK, "there is room again");
}

#[tokio::test]
async fn who_does_not_finish_a_head_is_cut() {
    let shop = Shop::with("header = 0.3", pages());
    let addr = shop.open().await;
    for start in ["", "GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n", "PRI * HT"] {
        let began = Instant::now();
        let answer = tokio::time::timeout(Duration::from_secs(5), talk(addr, start.as_bytes())).await.unwrap();
        assert!(!answer.contains("200 OK"), "{start:?}: {answer}");
        assert!(began.elapsed() < Duration::from_secs(2), "{start:?}");
    }
}

#[tokio::test]
async fn who_drips_a_second_head_is_cut_too() {
    let shop = Shop::with("header = 0.3", pages());
    let mut stream = TcpStream::connect(shop.open().await).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n").await.unwrap();
    let began = Instant::now();
    let (mut read, mut write) = stream.split();
    let drip = async {
        loop {
            tokio::time::sleep(Duration::from_millis(50)).await;
            if write.write_all(b"G").await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    };
    let mut answer = Vec::new();
    tokio::select! {
        () = drip => {}
        _ = read.read_to_end(&mut answer) => {}
        () = tokio::time::sleep(Duration::from_secs(5)) => panic!("still open"),
    }
    assert!(String::from_utf8_lossy(&answer).starts_with("HTTP/1.1 200"));
    assert!(began.elapsed() < Duration::from_secs(2));
}

#[tokio::test]
async fn who_does_not_finish_a_body_is_cut() {
    let shop = Shop::with("body = 0.2", pages());
    let addr = shop.open().await;
    let head = "POST /api/cart/add HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Length: 100\r\n\r\nabc";
    let answer = tokio::time::timeout(Duration::from_secs(5), talk(addr, head.as_bytes())).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[tokio::test]
async fn a_connection_without_requests_is_closed() {
    let shop = Shop::with("idle = 0.3\nheader = 0.2", pages());
    let request = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
    let answer = tokio::time::timeout(Duration::from_secs(5), talk(shop.open().await, request.as_bytes())).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200") && answer.ends_with("alive\n"), "{answer}");
}

#[tokio::test]
async fn too_many_headers_and_too_large_ones_are_refused() {
    let shop = Shop::with("header = 1", pages());
    let addr = shop.open().await;
    let many: String = (0..65).map(|number| format!("x-{number}: 1\r\n")).collect();
    let large = format!("x-large: {}\r\n", "a".repeat(20_000));
    for (what, headers) in [("many", many), ("large", large)] {
        let answer = talk(addr, format!("GET / HTTP/1.1\r\nHost: x\r\n{headers}\r\n").as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 431"), "{what}: {answer}");
    }
}

#[tokio::test]
async fn a_crowd_of_idle_connections_keeps_nobody_out() {
    let shop = Shop::with("connections = 40\nheader = 1\nidle = 30", pages());
    let addr = shop.open().await;
    let mut idle = Vec::new();
    for _ in 0..40 {
        idle.push(TcpStream::connect(addr).await.unwrap());
    }
    let began = Instant::now();
    let request = b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    while !talk(addr, request).await.starts_with("HTTP/1.1 200") {
        assert!(began.elapsed() < Duration::from_secs(5), "nobody came in");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert!(began.elapsed() < Duration::from_millis(900), "those who hold a place are shown out sooner when it is crowded");
}

#[tokio::test]
async fn who_hears_the_news_of_an_order_keeps_their_place_in_a_crowd() {
    let later = || {
        futures_util::stream::once(async {
            tokio::time::sleep(Duration::from_secs(3)).await;
            Ok::<_, std::io::Error>("it has arrived")
        })
    };
    let news = axum::routing::get(async move || Body::from_stream(later()));
    let shop = Shop::with("connections = 4\nheader = 1\nidle = 30", pages().route("/en/news", news));
    let addr = shop.open().await;
    let watching = tokio::spawn(async move { talk(addr, b"GET /en/news HTTP/1.1\r\nHost: x\r\n\r\n").await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    // Three who only hold a place: no place is left.
    let mut idle = Vec::new();
    for _ in 0..3 {
        idle.push(TcpStream::connect(addr).await.unwrap());
    }
    assert!(watching.await.unwrap().contains("it has arrived"), "an idle connection is shown out after a second then");
}

#[tokio::test]
async fn two_hundred_at_once_are_all_served() {
    let shop = Shop::new();
    let addr = shop.open().await;
    let request = b"GET /en/cart HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let all = futures_util::future::join_all((0..200).map(|_| talk(addr, request))).await;
    let served = all.iter().filter(|answer| answer.starts_with("HTTP/1.1 200")).count();
    assert_eq!(served, 200);
}

#[tokio::test]
async fn who_has_guessed_too_many_codes_is_asked_to_wait_in_any_cart() {
    let rig = Rig::with("limits = 'on'", GOODS).await;
    let (eve, other) = ("203.0.113.9:5000", "203.0.113.10:5000");
    let pan = rig.variant("carbon-pan", "").await;
    let typed = async |peer: &str| {
        let shopper = rig.shopper();
        shopper.put(&pan, "1").await;
        let request = shopper.request("/api/offers/code", "text/html").method("POST");
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        let request = request.extension(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
        shopper.keep(request.body(Body::from("lang=en&code=nothing")).unwrap()).await.header("location").to_owned()
    };
    for _ in 0..29 {
        assert!(Guessing::take(&*rig.shop.house.limits, "203.0.113.9".parse().unwrap(), Guess::Code));
    }
    assert_eq!(typed(eve).await, "/en/cart");
    assert_eq!(typed(eve).await, "/en/cart?refused=guessing");
    assert_eq!(typed(other).await, "/en/cart");
}
