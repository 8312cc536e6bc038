//! Whatever EasyPost was ever heard to answer, whole and mangled in every way, given to the adapter: nothing of it makes a label, a
//! price, a refund, a driver or a move of a parcel that is not in it.
//!
//! The answers in `fixtures/easypost/answers` are facts of our own, each of the shape of a recorded one: all its fields, nulls and
//! lists. Where the recordings themselves lie beside the checkout, in `../shared/data/easypost`, they are read by the same way.

use std::collections::BTreeSet;
use std::path::Path;

use axum::http::{HeaderMap, StatusCode};
use cartwright::outside::Trouble;
use cartwright::outside::carriers::{Carrier, Consignment, Follower, GivenBack, Known, Paper, Printed, Told};
use domain::time::Day;
use domain::tracking::{CheckpointKind, ParcelState, Window};
use serde_json::{Value, json};

use super::fake::FakeEasyPost;
use super::{easypost, event, paid, parcel, sealed, writes};

const KNOWN: Known<'_> = Known { number: "9400100000000000000001", shipment: "shp_0001", brand: "USPS" };

/// Every answer there is, by the name of its file.
fn answers() -> Vec<(String, Value)> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let own = bodies(&here.join("tests/fixtures/easypost/answers"));
    assert!(own.len() >= 15, "{} answers: the fixtures are not here", own.len());
    own.into_iter().chain(bodies(&here.join("../../shared/data/easypost"))).collect()
}

/// The bodies of answers in a folder; none where there is no such folder.
fn bodies(folder: &Path) -> Vec<(String, Value)> {
    let Ok(files) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut all = Vec::new();
    for file in files.map(|file| file.unwrap().path()) {
        let (name, text) = (file.display().to_string(), std::fs::read_to_string(&file).unwrap());
        let said = if name.ends_with(".yaml") { recorded(&text) } else { vec![text] };
        assert!(!said.is_empty(), "{name} answers nothing");
        all.extend(said.iter().map(|text| (name.clone(), serde_json::from_str(text).unwrap())));
    }
    all
}

/// The bodies of answers in a recording, each in single quotes over several lines, as YAML folds them.
fn recorded(text: &str) -> Vec<String> {
    let folded = |quoted: &str| {
        let lines: Vec<&str> = quoted.lines().map(str::trim).collect();
        lines.join(" ").replace("''", "'")
    };
    let end = |rest: &str| {
        let marks: Vec<usize> = rest.match_indices('\'').map(|(at, _)| at).collect();
        let mut at = 0;
        while marks.get(at + 1) == marks.get(at).map(|mark| mark + 1).as_ref() && at + 1 < marks.len() {
            at += 2;
        }
        marks[at]
    };
    text.split("      string: '").skip(1).map(|rest| folded(&rest[..end(rest)])).collect()
}

/// An answer without each of its fields, with another thing in place of each, cut off, and what is no answer at all. Of lists the
/// first thing stands for all; what stands in a field's place is another with each `turn`.
fn mangled(whole: &Value, turn: usize) -> Vec<String> {
    let mut all = Vec::new();
    for (at, path) in paths(whole).iter().enumerate() {
        let (parent, field) = path.rsplit_once('/').unwrap();
        let mut one = whole.clone();
        *one.pointer_mut(path).unwrap() = instead(whole.pointer(path).unwrap(), at + turn);
        all.push(one.to_string());
        match one.pointer_mut(parent).unwrap() {
            Value::Object(fields) => drop(fields.remove(field)),
            Value::Array(things) => drop(things.remove(0)),
            _ => unreachable!("nothing lies in it"),
        }
        all.push(one.to_string());
    }
    let text = whole.to_string();
    let step = (text.len() / 25).max(1);
    all.extend((0..text.len()).step_by(step).filter(|at| text.is_char_boundary(*at)).map(|at| text[..at].to_owned()));
    all.extend(["", "null", "[]", "7", "\"x\"", "<html><body>Service Unavailable</body></html>"].map(str::to_owned));
    all
}

/// Something of another kind; of a number its text, of a text the number it says.
fn instead(known: &Value, turn: usize) -> Value {
    let turned = match known {
        Value::Number(number) => json!(number.to_string()),
        Value::String(text) => text.parse::<f64>().map_or(json!(0), |number| json!(number)),
        other => json!([other]),
    };
    let others = [turned, Value::Null, json!("x"), json!(-7), json!([]), json!({}), json!([null, 7, "x", {}]), json!(true)];
    others.into_iter().nth(turn % 8).unwrap()
}

/// Where each field of an answer is; in lists only those of the first thing.
fn paths(value: &Value) -> Vec<String> {
    let under = |name: &str, inner: &Value| {
        let own = format!("/{}", name.replace('~', "~0").replace('/', "~1"));
        let rest = paths(inner).into_iter().map(|path| format!("{own}{path}")).collect::<Vec<_>>();
        [own].into_iter().chain(rest).collect::<Vec<_>>()
    };
    match value {
        Value::Object(fields) => fields.iter().flat_map(|(name, inner)| under(name, inner)).collect(),
        Value::Array(things) => things.first().map(|first| under("0", first)).unwrap_or_default(),
        _ => Vec::new(),
    }
}

fn headers(body: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("x-hmac-signature", sealed(&[body.as_bytes()]).parse().unwrap());
    headers
}

/// What may be told of trackers: kinds, and days.
fn said(told: &[Told]) -> (BTreeSet<String>, BTreeSet<Option<Day>>) {
    let kinds = told.iter().map(|told| told.checkpoint.kind.code().to_owned());
    (kinds.collect(), told.iter().map(|told| told.checkpoint.expected).collect())
}

#[tokio::test]
async fn however_an_answer_is_mangled_its_letter_tells_nothing_that_is_not_in_it() {
    let fake = FakeEasyPost::open().await;
    let (easypost, now) = (easypost(&fake), crate::rig::FRIDAY_MORNING);
    let mut trackers = 0;
    for (turn, (name, whole)) in answers().into_iter().enumerate() {
        // Some answers hold many trackers, or a tracker inside a shipment.
        let inside = [whole.clone(), whole["trackers"][0].clone(), whole["tracker"].clone()];
        for whole in inside.into_iter().filter(Value::is_object) {
            let body = event(&whole);
            let told = easypost.hear(&headers(&body), body.as_bytes(), now).unwrap();
            assert!(whole["object"] == "Tracker" || told.is_empty(), "{name}: {told:?}");
            trackers += usize::from(!told.is_empty());
            let (mut kinds, mut days) = said(&told);
            kinds.insert(CheckpointKind::Unknown.code().to_owned());
            days.insert(None);
            // What is no tracker is put away unread.
            let others = if told.is_empty() {
                vec![body[..body.len() / 2].to_owned()]
            } else {
                mangled(&serde_json::from_str(&body).unwrap(), turn)
            };
            for body in others {
                if let Ok(told) = easypost.hear(&headers(&body), body.as_bytes(), now) {
                    let (other_kinds, other_days) = said(&told);
                    assert!(other_kinds.is_subset(&kinds) && other_days.is_subset(&days), "{name}: {told:?} of {body}");
                }
            }
        }
    }
    assert!(trackers >= 4, "{trackers} of them tell something");
}

#[tokio::test]
async fn however_a_tracker_is_mangled_the_parcel_stays_where_it_is() {
    let (_fake, rig, placed) = paid().await;
    rig.work().await;
    let before = parcel(&rig, &placed).await.unwrap();
    let trackers = answers().into_iter().map(|(_, whole)| whole).filter(|whole| whole["object"] == "Tracker");
    // Nothing of theirs is further than a label.
    for (turn, mut whole) in trackers.take(8).enumerate() {
        whole["tracking_code"] = json!(before.number);
        whole["shipment_id"] = json!("shp_0001");
        for body in mangled(&whole, turn).iter().map(|text| text.parse().map_or_else(|_| text.clone(), |one: Value| event(&one)))
        {
            let status = writes(&rig, &[("x-hmac-signature", sealed(&[body.as_bytes()]))], &body).await;
            let known = [StatusCode::OK, StatusCode::BAD_REQUEST, StatusCode::SERVICE_UNAVAILABLE].contains(&status);
            assert!(known, "{status} for {body}");
        }
    }
    let after = parcel(&rig, &placed).await.unwrap();
    assert_eq!((after.state, after.number), (ParcelState::LabelCreated, before.number));
    rig.books_are_right().await;
}

#[tokio::test]
async fn however_an_answer_is_mangled_no_label_price_or_refund_is_made_of_it() {
    let (fake, rig, placed) = paid().await;
    rig.work().await;
    let easypost = easypost(&fake);
    let order = rig.shop.read(|conn| db::orders::by_id(conn, placed.order)).await.unwrap();
    let packet = rig.shop.read(|conn| db::tracking::packet(conn, placed.order, 1)).await.unwrap();
    let sent = Consignment::of(&order, &order.pieces[0], packet);
    let (mut labels, mut refunds) = (0, 0);
    let shipments = answers().into_iter().filter(|(_, whole)| whole["rates"].is_array());
    for (turn, (name, whole)) in shipments.enumerate() {
        let refund = whole["refund_status"].as_str();
        let prices: BTreeSet<i64> = prices(&whole);
        for (at, body) in [whole.to_string()].into_iter().chain(mangled(&whole, turn)).enumerate() {
            let says = |times: usize| fake.books().next.extend(std::iter::repeat_n((200, body.clone()), times));
            // Of recordings, which are many of a shape, each mangled one is given to one of three who read it.
            let reader = |one: usize| name.ends_with(".json") || at == 0 || (at + turn) % 3 == one;
            says(1);
            let rates = if reader(0) { easypost.rates(sent).await.unwrap_or_default() } else { Vec::new() };
            assert!(rates.iter().all(|rate| prices.contains(&rate.price.minor)), "{name}: {rates:?} of {body}");
            fake.books().next.clear();
            says(1);
            let given = if reader(1) { easypost.money_of(KNOWN).await } else { Err(Trouble::Unknown) };
            assert!(
                given.is_err() || (refund, &given) == (Some("submitted"), &Ok(GivenBack::Later)),
                "{name}: {given:?} of {body}"
            );
            refunds += usize::from(given.is_ok());
            // Found, and bought with the same answer where it has no label yet.
            fake.books().next.clear();
            says(2);
            let label = if reader(2) { easypost.make_parcel(sent).await } else { Err(Trouble::Unknown) };
            fake.books().next.clear();
            let Ok(label) = label else { continue };
            labels += usize::from(at == 0);
            let said: Value = serde_json::from_str(&body).unwrap();
            assert_eq!(Some(label.number.as_str()), said["tracking_code"].as_str(), "{name}: {body}");
            assert!(label.price.as_ref().is_none_or(|price| prices.contains(&price.minor)), "{name}: {label:?} of {body}");
            assert!(label.page.is_empty() || label.page.starts_with("https://"), "{name}: {label:?} of {body}");
        }
        fake.books().next.push_back((200, whole.to_string()));
        let paper = easypost.label(KNOWN, Paper::Zpl).await;
        assert!(paper.is_err() || matches!(&paper, Ok(Printed::At(at)) if at.starts_with("https://")), "{name}: {paper:?}");
    }
    assert!(labels >= 2 && refunds >= 1, "{labels} labels, {refunds} refunds");
}

/// What a shipment's rates cost, in minor units.
fn prices(shipment: &Value) -> BTreeSet<i64> {
    let rates = shipment["rates"].as_array().unwrap().iter().chain([&shipment["selected_rate"]]);
    rates.filter_map(|rate| rate["rate"].as_str()?.replace('.', "").parse().ok()).collect()
}

#[tokio::test]
async fn however_an_answer_is_mangled_no_driver_comes_that_nobody_sends() {
    let fake = FakeEasyPost::open().await;
    let easypost = easypost(&fake);
    let from = crate::rig::FRIDAY_MORNING.plus_seconds(86_400);
    let window = Window { from, until: from.plus_seconds(3600) };
    let (mut proposed, mut booked) = (0, 0);
    let pickups = answers().into_iter().filter(|(_, whole)| whole["object"] == "Pickup");
    for (turn, (name, whole)) in pickups.enumerate() {
        for body in [whole.to_string()].into_iter().chain(mangled(&whole, turn)) {
            let said: Value = serde_json::from_str(&body).unwrap_or_default();
            fake.books().next.push_back((200, body.clone()));
            if let Ok(proposal) = easypost.propose(KNOWN, window).await {
                proposed += 1;
                assert_eq!(Some(proposal.as_str()), said["id"].as_str(), "{name}: {body}");
            }
            fake.books().next.extend([(200, body.clone()), (200, body.clone())]);
            let collected = easypost.collect("pickup_1").await;
            fake.books().next.clear();
            let Ok(collected) = collected else { continue };
            booked += 1;
            let known = collected.confirmation == said["confirmation"].as_str().unwrap_or_default();
            assert!(said["status"] == "scheduled" && known, "{name}: {collected:?} of {body}");
        }
    }
    assert!(proposed > 0 && booked > 0, "{proposed} proposed, {booked} booked");
}

#[tokio::test]
async fn answers_of_another_kind_and_refusals_are_no_news() {
    let fake = FakeEasyPost::open().await;
    let easypost = easypost(&fake);
    for (name, whole) in answers() {
        for status in [200, 422] {
            fake.books().next.push_back((status, whole.to_string()));
            let told = easypost.ask(KNOWN).await;
            let moves = told.iter().flatten().filter_map(|one| one.kind.state()).any(|state| state != ParcelState::LabelCreated);
            assert!(!moves && (status == 200 || told.is_err()), "{name}: {told:?}");
        }
    }
}
