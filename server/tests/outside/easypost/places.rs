//! Where EasyPost says that things happened, told by the clock there; and the day a parcel comes, there where it goes.

use axum::http::HeaderMap;
use cartwright::outside::carriers::Follower;
use domain::time::Day;
use domain::tracking::Checkpoint;
use serde_json::{Value, json};

use super::fake::FakeEasyPost;
use super::{easypost, event, sealed};

async fn told(tracker: &Value) -> Vec<Checkpoint> {
    let (fake, body) = (FakeEasyPost::open().await, event(tracker));
    let mut headers = HeaderMap::new();
    headers.insert("x-hmac-signature", sealed(&[body.as_bytes()]).parse().unwrap());
    let told = easypost(&fake).hear(&headers, body.as_bytes(), crate::rig::FRIDAY_MORNING).unwrap();
    told.into_iter().map(|told| told.checkpoint).collect()
}

fn detail(source: &str, [city, state, country]: [Option<&str>; 3], when: &str) -> Value {
    json!({ "object": "TrackingDetail", "message": "Arrived", "status": "in_transit", "status_detail": "arrived_at_facility",
        "datetime": when, "source": source,
        "tracking_location": { "object": "TrackingLocation", "city": city, "state": state, "country": country, "zip": null } })
}

#[tokio::test]
async fn what_happens_is_told_by_the_clock_of_its_place_in_summer_and_in_winter() {
    let new_york = [Some("NEW YORK"), Some("NY"), None];
    let (berlin, bangkok) = ([Some("Berlin"), None, Some("DE")], [Some("Bangkok"), None, Some("TH")]);
    // USPS leaves out its own country; others have left out where it was.
    let table = [
        ("USPS", new_york, "2026-03-08T06:59:00Z", "NEW YORK, NY, US", "01:59"),
        ("USPS", new_york, "2026-03-08T07:00:00Z", "NEW YORK, NY, US", "03:00"),
        ("USPS", new_york, "2026-11-01T05:59:00Z", "NEW YORK, NY, US", "01:59"),
        ("USPS", new_york, "2026-11-01T06:00:00Z", "NEW YORK, NY, US", "01:00"),
        ("USPS", [Some("RENO"), Some("NV"), None], "2026-11-20T20:30:00Z", "RENO, NV, US", "12:30"),
        ("DHL", berlin, "2026-03-29T00:59:00Z", "Berlin, DE", "01:59"),
        ("DHL", berlin, "2026-03-29T01:00:00Z", "Berlin, DE", "03:00"),
        ("DHL", berlin, "2026-10-25T00:59:00Z", "Berlin, DE", "02:59"),
        ("DHL", berlin, "2026-10-25T01:00:00Z", "Berlin, DE", "02:00"),
        ("DHL", bangkok, "2026-03-29T01:00:00Z", "Bangkok, TH", "08:00"),
        ("DHL", bangkok, "2026-10-31T20:00:00Z", "Bangkok, TH", "03:00"),
        ("DHL", berlin, "2026-07-01T12:00:00+02:00", "Berlin, DE", "12:00"),
        ("DHL", [Some("Springfield"), None, None], "2026-07-01T12:00:00Z", "Springfield", "12:00"),
        ("DHL", [None, None, None], "2026-07-01T12:00:00Z", "", "12:00"),
    ];
    for (source, spot, when, place, clock) in table {
        let told = told(&json!({ "object": "Tracker", "tracking_code": "1", "status": "in_transit", "carrier": source,
            "tracking_details": [detail(source, spot, when)] }))
        .await;
        let minute = told[0].at.minute_of_day_at(told[0].offset_minutes);
        let shown = format!("{:02}:{:02}", minute / 60, minute % 60);
        assert_eq!((told.len(), told[0].place.as_str(), shown.as_str()), (1, place, clock), "{source} {when}");
    }
}

#[tokio::test]
async fn the_day_it_comes_is_the_day_where_it_goes() {
    let reno = json!({ "object": "TrackingLocation", "city": "RENO", "state": "NV", "country": null, "zip": "89501" });
    let table = [
        (json!("2026-11-24T00:00:00Z"), Value::Null, reno.clone(), Some("2026-11-24")),
        (json!("2026-11-25T04:00:00Z"), Value::Null, reno.clone(), Some("2026-11-24")),
        (json!("2026-11-25T04:00:00Z"), Value::Null, Value::Null, Some("2026-11-25")),
        (json!("2026-11-25T04:00:00Z"), json!("2026-11-26"), reno.clone(), Some("2026-11-26")),
        (json!("2026-11-25"), Value::Null, reno.clone(), Some("2026-11-25")),
        (Value::Null, Value::Null, reno, None),
    ];
    for (moment, local, to, day) in table {
        let tracker = json!({ "object": "Tracker", "tracking_code": "1", "status": "unknown", "carrier": "USPS",
            "updated_at": "2026-11-20T10:00:00Z", "est_delivery_date": moment, "tracking_details": [],
            "carrier_detail": { "object": "CarrierDetail", "est_delivery_date_local": local, "destination_tracking_location": to } });
        let days: Vec<Option<Day>> = told(&tracker).await.iter().map(|told| told.expected).collect();
        assert_eq!(days, day.map(|day| vec![Day::parse(day)]).unwrap_or_default(), "{tracker}");
    }
}
