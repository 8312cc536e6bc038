//! Text messages: only to who asked for them, short, at a good hour, through whoever carries them.

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use cartwright::outside::line::Secret;
use cartwright::outside::mail::Untaken;
use cartwright::outside::texts::Texts;
use cartwright::outside::texts::twilio::{Account, Twilio};
use domain::notifications::segments;

use crate::rig::Rig;
use crate::shopper::Shopper;

const TICKED: [(&str, &str); 2] = [("phone", "030 1234567"), ("tell[texts]", "true")];

/// Buys a pan with this in the address form.
async fn buys<'a>(rig: &'a Rig, address: &[(&str, &str)]) -> Shopper<'a> {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada.live_at(address).await;
    ada.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let total = crate::form::value(&ada.read("/en/checkout/review").await, "total").to_owned();
    let page = ada.place(&total).await;
    let back = ada.pay(&page, crate::shopper::GOOD_CARD).await;
    assert!(ada.read(back.header("location")).await.contains("Thank you"));
    rig.work().await;
    ada
}

fn written(rig: &Rig) -> Vec<String> {
    let file = rig.shop.house.config.data.join("mail/texts.tsv");
    std::fs::read_to_string(file).unwrap_or_default().lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn who_ticked_it_is_told_in_one_short_message_by_day_whose_link_opens_the_order() {
    let rig = Rig::new().await;
    let page = rig.shopper();
    page.put(&rig.variant("carbon-pan", "").await, "1").await;
    let form = page.read("/en/checkout/address").await;
    for tick in ["tell[texts]", "tell[reminder]"] {
        assert!(form.contains(&format!("name=\"{tick}\" value=\"true\">")), "off until somebody ticks it: {form}");
    }
    buys(&rig, &[("phone", "030 1234567")]).await;
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    assert_eq!(written(&rig), Vec::<String>::new(), "nobody asked");
    buys(&rig, &TICKED).await;
    // Eleven in the evening in Berlin.
    rig.wait(13 * 3600);
    rig.carrier_tells("b1", "picked_up", 0, None).await;
    rig.work().await;
    assert_eq!(written(&rig), Vec::<String>::new(), "it is night");
    rig.wait(9 * 3600);
    rig.work().await;
    let texts = written(&rig);
    let (number, says) = texts[0].split_once('\t').unwrap();
    assert_eq!((texts.len(), number), (1, "+49301234567"));
    // What is told in the morning is what is true then: the carrier, who was asked meanwhile, may have gone on.
    assert!(says.starts_with("Cartwright: ") && says.contains(". http://127.0.0.1:3000/o/"), "{says}");
    assert_eq!(segments(says), 1);
    let path = says.split("http://127.0.0.1:3000").nth(1).unwrap();
    let to = rig.shop.get(path).await;
    assert_eq!(to.status, StatusCode::SEE_OTHER, "{path}");
    assert!(rig.shopper().read(to.header("location")).await.contains("ada@example.org"));
    for wrong in [&path[..path.len() - 1], &path.to_lowercase(), "/o/x", "/o/000000000-AAAAAAAA"] {
        assert_eq!(rig.shop.get(wrong).await.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    rig.books_are_right().await;
}

/// What was asked of the company that carries messages: the secret it came with, and the form.
type Asked = Arc<Mutex<Vec<(String, String)>>>;

async fn company(answer: (StatusCode, &'static str)) -> (String, Asked) {
    let asked = Asked::default();
    let take = move |State(asked): State<Asked>, headers: HeaderMap, body: Bytes| async move {
        let secret = headers["authorization"].to_str().unwrap().to_owned();
        asked.lock().unwrap().push((secret, String::from_utf8(body.to_vec()).unwrap()));
        answer
    };
    let router = Router::new().route("/2010-04-01/Accounts/AC1/Messages.json", post(take)).with_state(asked.clone());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let api = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (api, asked)
}

fn twilio(api: String) -> Twilio {
    Twilio::new(Account { sid: "AC1".to_owned(), token: Secret::new("secret"), from: "+15550100".to_owned(), api }).unwrap()
}

#[tokio::test]
async fn a_message_is_a_form_with_a_secret_and_a_no_is_told_from_a_bad_day() {
    let (api, asked) = company((StatusCode::CREATED, "{\"sid\":\"SM1\"}")).await;
    assert_eq!(twilio(api).text("+37120000000", "Shop: it is here & well").await, Ok("SM1".to_owned()));
    let (secret, form) = asked.lock().unwrap()[0].clone();
    assert_eq!(secret, "Basic QUMxOnNlY3JldA==");
    assert_eq!(form, "To=%2B37120000000&From=%2B15550100&Body=Shop%3A+it+is+here+%26+well");
    let (api, _) = company((StatusCode::BAD_REQUEST, "{\"message\":\"no such number, secret\"}")).await;
    assert_eq!(twilio(api).text("+1", "x").await, Err(Untaken::Refused("400 no such number, ...".to_owned())));
    for status in [StatusCode::TOO_MANY_REQUESTS, StatusCode::UNAUTHORIZED, StatusCode::BAD_GATEWAY] {
        let (api, _) = company((status, "")).await;
        assert!(matches!(twilio(api).text("+1", "x").await, Err(Untaken::Later(_))), "{status}");
    }
    assert!(matches!(twilio("http://127.0.0.1:9".to_owned()).text("+1", "x").await, Err(Untaken::Later(_))));
}
