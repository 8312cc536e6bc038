//! The nights in which clocks are changed, in Berlin, New York and Sydney: days stay days, hours are those on the wall there, and
//! nobody is woken.

use std::sync::atomic::Ordering;

use domain::time::{Day, Timestamp};
use domain::tracking::Dialect;

use crate::desk;
use crate::form::{between, in_order, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::{GOOD_CARD, Shopper};
use crate::teller::{NUMBER, Scan, Teller};

const BERLIN: [(&str, &str); 5] =
    [("country", "DE"), ("postcode", "10115"), ("city", "Berlin"), ("region", ""), ("phone", "030 1234567")];
const NEW_YORK: [(&str, &str); 5] =
    [("country", "US"), ("postcode", "10001"), ("city", "New York"), ("region", "NY"), ("phone", "212 555 0100")];
const SYDNEY: [(&str, &str); 5] =
    [("country", "AU"), ("postcode", "2000"), ("city", "Sydney"), ("region", "NSW"), ("phone", "02 9374 4000")];

/// A night: where, its Sunday, and in UTC half an hour before and after the change, when the Sunday opens at eight and is over.
struct Night {
    city: [(&'static str, &'static str); 5],
    sunday: &'static str,
    said: &'static str,
    before: (&'static str, &'static str),
    after: (&'static str, &'static str),
    eight: &'static str,
    over: &'static str,
}

/// Those of 2027: the clock there half an hour before and after each change stands beside it.
const NIGHTS: [Night; 6] = [
    Night {
        city: BERLIN,
        sunday: "2027-03-28",
        said: "Sunday 28 March",
        before: ("2027-03-28T00:30:00Z", "01:30"),
        after: ("2027-03-28T01:30:00Z", "03:30"),
        eight: "2027-03-28T06:00:00Z",
        over: "2027-03-28T22:00:00Z",
    },
    Night {
        city: BERLIN,
        sunday: "2027-10-31",
        said: "Sunday 31 October",
        before: ("2027-10-31T00:30:00Z", "02:30"),
        after: ("2027-10-31T01:30:00Z", "02:30"),
        eight: "2027-10-31T07:00:00Z",
        over: "2027-10-31T23:00:00Z",
    },
    Night {
        city: NEW_YORK,
        sunday: "2027-03-14",
        said: "Sunday 14 March",
        before: ("2027-03-14T06:30:00Z", "01:30"),
        after: ("2027-03-14T07:30:00Z", "03:30"),
        eight: "2027-03-14T12:00:00Z",
        over: "2027-03-15T04:00:00Z",
    },
    Night {
        city: NEW_YORK,
        sunday: "2027-11-07",
        said: "Sunday 7 November",
        before: ("2027-11-07T05:30:00Z", "01:30"),
        after: ("2027-11-07T06:30:00Z", "01:30"),
        eight: "2027-11-07T13:00:00Z",
        over: "2027-11-08T05:00:00Z",
    },
    Night {
        city: SYDNEY,
        sunday: "2027-04-04",
        said: "Sunday 4 April",
        before: ("2027-04-03T15:30:00Z", "02:30"),
        after: ("2027-04-03T16:30:00Z", "02:30"),
        eight: "2027-04-03T22:00:00Z",
        over: "2027-04-04T14:00:00Z",
    },
    Night {
        city: SYDNEY,
        sunday: "2027-10-03",
        said: "Sunday 3 October",
        before: ("2027-10-02T15:30:00Z", "01:30"),
        after: ("2027-10-02T16:30:00Z", "03:30"),
        eight: "2027-10-02T21:00:00Z",
        over: "2027-10-03T13:00:00Z",
    },
];

/// A moment of UTC.
fn utc(text: &str) -> Timestamp {
    let number = |at: usize| text[at..at + 2].parse::<i64>().unwrap();
    Day::parse(&text[..10]).unwrap().start().plus_seconds(number(11) * 3600 + number(14) * 60)
}

fn set(rig: &Rig, at: Timestamp) {
    rig.shop.clock.store(at.0, Ordering::SeqCst);
}

/// Buys a pan that goes to this city, to be told of by text message.
async fn buys<'a>(rig: &'a Rig, night: &Night) -> (Shopper<'a>, String) {
    let ben = rig.shopper();
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    let address: Vec<_> = night.city.into_iter().chain([("tell[texts]", "true")]).collect();
    assert_eq!(ben.live_at(&address).await, "/en/checkout/delivery", "{}", night.said);
    ben.send("/api/checkout/delivery", &[("lang", "en"), ("service", "standard")]).await;
    ben.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let review = ben.read("/en/checkout/review").await;
    let [total, currency] = ["total", "currency"].map(|name| value(&review, name).to_owned());
    let page = ben.send("/api/checkout/place", &[("lang", "en"), ("total", &total), ("currency", &currency)]).await;
    let back = ben.pay(&page, GOOD_CARD).await;
    assert!(ben.read(back.header("location")).await.contains("Thank you"), "{}", night.said);
    let link = back.header("location").strip_suffix("&paid").unwrap().to_owned();
    rig.work().await;
    (ben, link)
}

/// The days somebody is promised who looks at the delivery to this city at this moment.
async fn promised(rig: &Rig, night: &Night, at: &str) -> String {
    set(rig, utc(at));
    let zoe = rig.shopper();
    zoe.put(&rig.variant("carbon-pan", "").await, "1").await;
    zoe.live_at(&night.city).await;
    between(&zoe.read("/en/checkout/delivery").await, "<strong>Arrives ", "</strong>").to_owned()
}

fn texts(rig: &Rig) -> Vec<String> {
    let file = rig.shop.house.config.data.join("mail/texts.tsv");
    std::fs::read_to_string(file).unwrap_or_default().lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn the_night_the_clocks_change_days_stay_days_and_nobody_is_woken() {
    for night in &NIGHTS {
        let (city, sunday) = (night.city[2].1, Day::parse(night.sunday).unwrap());
        let which = format!("{city}, {}", night.said);
        let teller = Teller::open(Dialect::EasyPost).await;
        let rig = Rig::with(&teller.settings(), GOODS).await;
        set(&rig, sunday.plus(-2).start().plus_seconds(10 * 3600));
        rig.employs("ada", desk::PASSWORD).await;
        let (ben, link) = buys(&rig, night).await;
        let number = between(&link, "/en/orders/", "?").to_owned();
        let fields = [("number", number.as_str()), ("piece", "1"), ("brand", "dhl"), ("parcel", NUMBER)];
        assert!(desk::ada(&rig).await.send("/api/desk/brought", &fields).await.ends_with("?saved="), "{which}");

        assert_eq!(promised(&rig, night, night.before.0).await, promised(&rig, night, night.after.0).await, "{which}");

        let country = night.city[0].1;
        let scans: [Scan; 2] = [("hub", night.before.0, (city, country)), ("delay", night.after.0, (city, country))];
        teller.knows(&scans, Some(night.sunday));
        teller.writes(&rig).await;
        rig.work().await;
        let page = ben.read(&link).await;
        let (earlier, later) = (night.before.1, night.after.1);
        in_order(&page, &["way-day", night.said, "What happened", "Delayed on the road", night.said, later]);
        in_order(&page, &["Delayed on the road", later, city, "Passed a sorting centre", earlier, city]);

        let file = link.replace("?key=", "/arrival.ics?key=");
        let days = [sunday, sunday.plus(1)].map(|day| day.to_string().replace('-', ""));
        let lines = [format!("DTSTART;VALUE=DATE:{}\r\n", days[0]), format!("DTEND;VALUE=DATE:{}\r\n", days[1])];
        let calendar = rig.shopper().open(&file).await.text().to_owned();
        assert!(lines.iter().all(|line| calendar.contains(line)), "{which}: {calendar}");

        set(&rig, utc(night.eight).plus_seconds(-60));
        rig.work().await;
        assert_eq!(texts(&rig), Vec::<String>::new(), "{which}: it is one minute to eight there");
        set(&rig, utc(night.eight));
        rig.work().await;
        let told = texts(&rig);
        assert!(told.iter().any(|text| text.contains("Delayed; no new day yet.")), "{which}: {told:?}");

        set(&rig, utc(night.over).plus_seconds(-60));
        assert!(!ben.read(&link).await.contains("Later than promised"), "{which}: its day lasts until midnight there");
        set(&rig, utc(night.over));
        in_order(&ben.read(&link).await, &["Was to arrive", night.said, "Later than promised."]);
        rig.books_are_right().await;
    }
}
