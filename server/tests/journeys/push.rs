//! Notices on devices: only to who pressed the button, sealed, at a good hour, through a push service that believes nobody.

use std::sync::{Arc, Mutex};

use app::request::Devices;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use cartwright::outside::push::local::{Heard, Local};
use cartwright::outside::push::{Notice, Push, Services, Unheard, Urgency, sealed, vapid};
use cartwright::outside::secrets::Secrets;
use cartwright::pictures::Reach;
use db::notifications::Device;
use domain::time::Timestamp;
use serde_json::Value;

use crate::letters::bought;
use crate::rig::Rig;
use crate::shopper::Shopper;

const DEVICES: &str = "SELECT count(*) FROM devices";

pub fn local(rig: &Rig) -> &Local {
    rig.company.push.local().unwrap()
}

/// Presses the button on a page, as a browser with this device does; whether the shop tells it now.
pub async fn press(of: &Shopper<'_>, device: &Device, about: &[(&str, &str)]) -> bool {
    let keys =
        [("device[endpoint]", device.endpoint.as_str()), ("device[p256dh]", &device.p256dh), ("device[auth]", &device.auth)];
    of.ask("/api/messages/device", &[about, &keys].concat()).await.as_bool().unwrap()
}

/// A pan bought by Ada, whose device is told of it; the order's number.
pub async fn told(rig: &Rig) -> (Shopper<'_>, Device, String) {
    let (ada, link) = bought(rig).await;
    rig.work().await;
    let number = link.split(['/', '?']).nth(3).unwrap().to_owned();
    let device = local(rig).device().unwrap();
    assert!(press(&ada, &device, &[("number", &number)]).await);
    (ada, device, number)
}

fn read(heard: &Heard) -> Value {
    serde_json::from_str(&heard.says).unwrap()
}

#[tokio::test]
async fn a_device_is_told_of_the_order_it_was_asked_for_and_of_nothing_that_is_nobody_s_business() {
    let rig = crate::desk::rig().await;
    let (ada, device, number) = told(&rig).await;
    let page = ada.read(&format!("/en/orders/{number}")).await;
    assert!(
        page.contains("data-pocket=\"tell\"") && page.contains(&format!("data-key=\"{}\"", rig.company.push.key())),
        "{page}"
    );
    assert!(press(&ada, &device, &[("number", &number)]).await && rig.count(DEVICES).await == 1, "pressed twice is told once");
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    let heard = local(&rig).heard();
    assert_eq!(heard.len(), 1, "{heard:?}");
    let says = read(&heard[0]);
    assert_eq!((says["title"].as_str().unwrap(), says["body"].as_str().unwrap()), (&*format!("Order {number}"), "On its way."));
    assert_eq!((says["url"].as_str().unwrap(), &says["tag"]), (&*format!("/en/orders/{number}"), &Value::from(number.clone())));
    assert_eq!((&*heard[0].topic, &*heard[0].urgency, heard[0].seconds), (&*number, "normal", 2 * 86_400));
    for secret in ["Ada", "ada@example.org", "Elm", "Berlin", "Carbon", "€"] {
        assert!(!heard[0].says.contains(secret), "{secret}: {}", heard[0].says);
    }
    // Another order of hers is not told to a device that was asked for this one.
    bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("b1", "picked_up", 0, None).await;
    rig.wait(3600);
    rig.work().await;
    assert!(local(&rig).heard().iter().all(|heard| heard.topic == number));
    let log = crate::desk::ada(&rig).await.read("/desk/messages").await;
    assert!(log.contains("Browser · ada@example.org") || log.contains(">Browser"), "{log}");
}

#[tokio::test]
async fn somebody_else_s_order_and_what_is_no_push_service_are_not_told() {
    let rig = Rig::new().await;
    let (ada, device, number) = told(&rig).await;
    let keys =
        [("device[endpoint]", device.endpoint.as_str()), ("device[p256dh]", &device.p256dh), ("device[auth]", &device.auth)];
    let zeros = "0".repeat(64);
    for about in [
        [("number", &*number), ("key", "")],
        [("number", &number), ("key", &zeros)],
        [("number", "x"), ("token", "")],
        [("token", &zeros), ("key", "")],
    ] {
        let answer = rig.shopper().post("/api/messages/device", &[&about[..], &keys].concat()).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{about:?}");
    }
    let at = |endpoint: &str| Device { endpoint: endpoint.to_owned(), ..device.clone() };
    let ours = "http://127.0.0.1:3000/dev/push/";
    for nowhere in [
        "",
        "x",
        "http://push.example/1",
        "https://127.0.0.1/1",
        "https://[::1]/1",
        "https://10.0.0.1/1",
        "https://2130706433/",
        "https://169.254.169.254/latest",
        "https://me:secret@push.example/1",
        "ftp://push.example/1",
        ours,
        &format!("{ours}../desk"),
        &format!("https://push.example/{}", "x".repeat(1000)),
    ] {
        assert!(!press(&ada, &at(nowhere), &[("number", &number)]).await, "{nowhere}");
    }
    let without_keys = Device { p256dh: "AAAA".to_owned(), ..at("https://push.example/1") };
    assert!(!press(&ada, &without_keys, &[("number", &number)]).await);
    assert!(press(&ada, &at("https://push.example/1"), &[("number", &number)]).await);
    assert_eq!(rig.count(DEVICES).await, 2);
    let gone = |auth: &str| [("endpoint", "https://push.example/1".to_owned()), ("auth", auth.to_owned())];
    let stop = async |auth: &str| {
        let fields = gone(auth);
        let fields: Vec<_> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
        rig.shopper().ask("/api/messages/device-gone", &fields).await.as_bool().unwrap()
    };
    assert!(!stop("wrong").await && stop(&device.auth).await, "only who holds the device's secret stops it");
    assert_eq!(rig.count(DEVICES).await, 1);
}

#[tokio::test]
async fn nights_are_quiet_but_for_what_is_of_no_use_tomorrow_and_what_is_stale_is_not_told() {
    // A carrier as slow as life: what it is asked meanwhile changes nothing.
    let rig = Rig::with("carrier_speed = 1", crate::rig::GOODS).await;
    told(&rig).await;
    // Eleven in the evening in Berlin.
    rig.wait(13 * 3600);
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    assert_eq!(local(&rig).heard(), [], "it is night");
    rig.carrier_tells("a2", "out_for_delivery", 1, None).await;
    rig.wait(3600);
    rig.work().await;
    let heard = local(&rig).heard();
    assert_eq!((heard.len(), heard[0].urgency.as_str(), heard[0].seconds), (1, "high", 6 * 3600), "{heard:?}");
    assert_eq!(read(&heard[0])["body"], "Comes today.");
    rig.wait(12 * 3600);
    rig.work().await;
    assert!(local(&rig).heard().iter().all(|heard| read(heard)["body"] != "On its way."), "by then it comes today");
}

#[tokio::test]
async fn who_chooses_it_among_their_messages_is_told_of_every_order_and_of_no_kind_they_decline() {
    let rig = Rig::new().await;
    bought(&rig).await;
    rig.work().await;
    const SEED: &str = "SELECT seed FROM correspondents";
    let seed: String = rig.shop.house.db.read(|conn| conn.one(SEED, &[], |row| row.get(0))).await.unwrap().unwrap();
    let secrets = Secrets::load_or_make(&rig.shop.house.config.data).unwrap();
    let token = secrets.preferences(&seed).unwrap();
    let phone = rig.shopper();
    let page = phone.read(&format!("/en/messages/{}", token.secret())).await;
    assert!(
        page.contains("data-pocket=\"tell\"") && page.contains("name=\"wanted[shipped-push]\" value=\"1\" checked"),
        "{page}"
    );
    let device = local(&rig).device().unwrap();
    assert!(press(&phone, &device, &[("token", token.secret())]).await);
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    let says = read(&local(&rig).heard()[0]);
    let short = says["url"].as_str().unwrap();
    let to = rig.shop.get(short).await;
    assert!(short.starts_with("/o/") && to.header("location").contains("?key="), "another device opens the order too: {short}");
    phone.send("/api/messages/choose", &[("lang", "en"), ("token", token.secret()), ("wanted[shipped-email]", "1")]).await;
    bought(&rig).await;
    rig.work().await;
    rig.wait(3600);
    rig.carrier_tells("b1", "picked_up", 0, None).await;
    rig.work().await;
    assert_eq!(local(&rig).heard().len(), 1, "declined");
}

#[tokio::test]
async fn a_device_that_is_gone_is_told_no_more_and_a_bad_day_is_waited_for() {
    let rig = Rig::new().await;
    let (_, device, _) = told(&rig).await;
    local(&rig).ails(Some((StatusCode::TOO_MANY_REQUESTS, Some(1200))));
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    local(&rig).ails(None);
    rig.wait(1100);
    rig.work().await;
    assert_eq!(local(&rig).heard(), [], "it was asked to wait for twenty minutes");
    rig.wait(101);
    rig.work().await;
    assert_eq!(local(&rig).heard().len(), 1);
    local(&rig).forget(&device.endpoint);
    rig.wait(3600);
    rig.carrier_tells("a2", "delivered", 2, None).await;
    rig.wait(3600);
    rig.work().await;
    assert_eq!((local(&rig).heard().len(), rig.count(DEVICES).await), (1, 0));
    const DEAD: &str = "SELECT count(*) FROM notifications WHERE channel = 'push' AND state = 'dead'";
    assert_eq!(rig.count(DEAD).await, 1);
    rig.carrier_tells("a3", "attempt_failed", 3, None).await;
    rig.books_are_right().await;
}

#[tokio::test]
async fn the_local_push_service_believes_only_the_shop_and_is_seen_in_a_shop_to_try_out_alone() {
    let rig = Rig::new().await;
    let (_, device, _) = told(&rig).await;
    let (local, now) = (local(&rig), rig.shop.house.db.now());
    let id = local.id_of(&device.endpoint).unwrap();
    let theirs = sealed::secret(&mut || Some([9; 32])).unwrap();
    let said = |key, origin: &str| {
        let text = vapid::authorization(key, origin, "https://shop.example", now);
        HeaderMap::from_iter([(axum::http::header::AUTHORIZATION, text.parse().unwrap())])
    };
    assert_eq!(local.receive(id, &HeaderMap::new(), b"", now).0, StatusCode::UNAUTHORIZED);
    assert_eq!(local.receive(id, &said(&theirs, "http://127.0.0.1:3000"), b"", now).0, StatusCode::FORBIDDEN, "another's key");
    let secrets = Secrets::load_or_make(&rig.shop.house.config.data).unwrap();
    let ours = secrets.push().unwrap();
    assert_eq!(local.receive(id, &said(&ours, "https://elsewhere.example"), b"", now).0, StatusCode::FORBIDDEN, "for another");
    assert_eq!(local.receive(id, &said(&ours, "http://127.0.0.1:3000"), b"", now).0, StatusCode::BAD_REQUEST, "no TTL");
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    let shown = rig.shop.get("/dev/push").await;
    assert!(shown.text().contains("On its way."), "{}", shown.text());
    let ada = rig.shopper();
    let asked = ada.request("/dev/push/devices", "application/json").method("POST").body(Body::empty()).unwrap();
    let given: Value = serde_json::from_slice(&ada.keep(asked).await.body).unwrap();
    assert!(given["endpoint"].as_str().unwrap().starts_with("http://127.0.0.1:3000/dev/push/"), "{given}");
    let earnest = Rig::with("demo = false", crate::rig::GOODS).await;
    assert!(earnest.company.push.local().is_none());
    assert_eq!(earnest.shop.get("/dev/push").await.status, StatusCode::NOT_FOUND);
}

/// What came to a push service on this machine: headers and body.
type Came = Arc<Mutex<Vec<(HeaderMap, Vec<u8>)>>>;

async fn service(answer: (StatusCode, [(&'static str, &'static str); 1])) -> (String, Came) {
    let came = Came::default();
    let take = move |State(came): State<Came>, headers: HeaderMap, body: Bytes| async move {
        came.lock().unwrap().push((headers, body.to_vec()));
        answer
    };
    let router = Router::new().route("/device", post(take)).with_state(came.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (origin, came)
}

#[tokio::test]
async fn over_the_wire_a_notice_is_signed_for_its_service_and_sealed_for_its_device() {
    let now = Timestamp(1_700_000_000_000);
    let [ours, device] = [[5; 32], [6; 32]].map(|bytes| sealed::secret(&mut || Some(bytes)).unwrap());
    let services = |reach| Services::new(ours.clone(), "https://shop.example", reach, Arc::new(move || now), None).unwrap();
    let auth = [7; 16];
    let notice = Notice { says: b"{}".to_vec(), topic: "T1".to_owned(), urgency: Urgency::High, seconds: 60 };
    let to = |origin: &str| Device {
        endpoint: format!("{origin}/device"),
        p256dh: sealed::text(&sealed::point(&device.public_key())),
        auth: sealed::text(&auth),
        all: false,
    };
    let (origin, came) = service((StatusCode::CREATED, [("location", "/m/1")])).await;
    assert_eq!(services(Reach::Anywhere).push(&to(&origin), &notice).await, Ok("201".to_owned()));
    let (headers, body) = came.lock().unwrap().remove(0);
    let said = |name: &str| headers[name].to_str().unwrap();
    assert_eq!((said("ttl"), said("urgency"), said("topic"), said("content-encoding")), ("60", "high", "T1", "aes128gcm"));
    assert_eq!(vapid::check(said("authorization"), &services(Reach::Public).key(), &origin, now), Ok(()));
    assert_eq!(sealed::open(&body, &device, &auth), Some(b"{}".to_vec()));
    for (status, wait, expected) in [
        (StatusCode::NOT_FOUND, "", Unheard::Gone("404".to_owned())),
        (StatusCode::GONE, "", Unheard::Gone("410".to_owned())),
        (StatusCode::TOO_MANY_REQUESTS, "120", Unheard::Later("429".to_owned(), Some(120))),
        (StatusCode::SERVICE_UNAVAILABLE, "never", Unheard::Later("503".to_owned(), None)),
        (StatusCode::BAD_GATEWAY, "9999999", Unheard::Later("502".to_owned(), Some(86_400))),
        (StatusCode::FORBIDDEN, "", Unheard::Refused("403".to_owned())),
        (StatusCode::FOUND, "", Unheard::Refused("302".to_owned())),
    ] {
        let (origin, _) = service((status, [("retry-after", wait)])).await;
        assert_eq!(services(Reach::Anywhere).push(&to(&origin), &notice).await, Err(expected), "{status}");
    }
    let (origin, came) = service((StatusCode::CREATED, [("location", "/m/1")])).await;
    assert!(matches!(services(Reach::Public).push(&to(&origin), &notice).await, Err(Unheard::Refused(_))));
    assert!(came.lock().unwrap().is_empty(), "no neighbour's door is knocked at");
    assert!(matches!(services(Reach::Anywhere).push(&to("http://127.0.0.1:9"), &notice).await, Err(Unheard::Later(..))));
}
