//! What carriers tell through EasyPost, AfterShip and DHL, on the order's page and in letters: the day and why it changed, that
//! nothing is heard, and that nothing can be wished.

use domain::tracking::Dialect;

use crate::desk;
use crate::form::{between, in_order};
use crate::letters::{read, subjects};
use crate::post_office::PostOffice;
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;
use crate::teller::{NUMBER, Scan, Teller};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
const LEIPZIG: (&str, &str) = ("Leipzig", "DE");
const RIGA: (&str, &str) = ("Riga", "LV");

/// A shop whose staff bring parcels to DHL, of which this company tells.
async fn rig(teller: &Teller, office: &PostOffice) -> Rig {
    let rig = Rig::with(&format!("{}{}", teller.settings(), office.settings()), GOODS).await;
    rig.employs("ada", desk::PASSWORD).await;
    rig
}

/// Ben's pan is promised from Wednesday 25 to Friday 27 November, and has been brought to DHL on Friday 20; his page.
async fn brought(rig: &Rig) -> (Shopper<'_>, String) {
    let ben = rig.shopper();
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = ben.buy().await;
    rig.work().await;
    let ada = desk::ada(rig).await;
    let number = between(&link, "/en/orders/", "?").to_owned();
    let fields = [("number", number.as_str()), ("piece", "1"), ("brand", "dhl"), ("parcel", NUMBER)];
    assert!(ada.send("/api/desk/brought", &fields).await.ends_with("?saved="));
    (ben, link)
}

/// Time passes, and what is due is done.
async fn later(rig: &Rig, seconds: i64) {
    rig.wait(seconds);
    rig.work().await;
}

#[tokio::test]
async fn a_new_day_says_why_whoever_tells_of_it() {
    for &dialect in Dialect::ALL {
        let (teller, office) = (Teller::open(dialect).await, PostOffice::open().await);
        let rig = rig(&teller, &office).await;
        let (ben, link) = brought(&rig).await;
        let mut scans: Vec<Scan> = vec![("hub", "2026-11-20T12:00:00Z", RIGA)];
        teller.knows(&scans, Some("2026-11-26"));
        later(&rig, 7 * HOUR).await;
        let page = ben.read(&link).await;
        in_order(&page, &["way-day", "Thursday 26 November", "What happened", "Passed a sorting centre", "Riga, LV"]);
        let quiet = ["<s>", "Now expected", "News from the carrier", "Later than promised"];
        assert!(quiet.iter().all(|words| !page.contains(words)), "{dialect:?}: it is within what was promised: {page}");

        scans.push(("customs", "2026-11-23T08:00:00Z", LEIPZIG));
        teller.knows(&scans, Some("2026-11-30"));
        later(&rig, 3 * DAY).await;
        let page = ben.read(&link).await;
        in_order(&page, &["way-day", "Monday 30 November", "<s>Thursday 26 November</s>", "With customs"]);
        in_order(&page, &["What happened", "Now expected Monday 30 November", "With customs", "09:00", "Leipzig, DE"]);
        assert!(page.contains("from Riga to Berlin. Last seen in Leipzig."), "{dialect:?}: it is on the map: {page}");
        assert!(!page.contains("News from the carrier"), "{dialect:?}: {page}");
        let letter = read(office.letters().last().unwrap());
        assert!(letter.contains("Monday 30 November") && letter.contains("Customs is looking at it."), "{dialect:?}: {letter}");

        let told = office.letters().len();
        scans.push(("delay", "2026-11-24T09:00:00Z", LEIPZIG));
        teller.knows(&scans, Some("2026-11-30"));
        later(&rig, DAY).await;
        let page = ben.read(&link).await;
        in_order(&page, &["way-day", "Monday 30 November", "has named no new day yet", "<s>Thursday 26 November</s>"]);
        assert_eq!(page.matches("Now expected").count(), 1, "{dialect:?}: the day said once more is no news");
        assert_eq!(office.letters().len(), told + 1, "{dialect:?}: {:?}", subjects(&office));
        assert!(subjects(&office).last().unwrap().ends_with("your parcel is delayed"), "{:?}", subjects(&office));
        let letter = read(office.letters().last().unwrap());
        assert!(letter.contains("has named no new day yet") && !letter.contains("30 November"), "{dialect:?}: {letter}");

        teller.knows(&scans, Some("2026-12-02"));
        later(&rig, DAY).await;
        let page = ben.read(&link).await;
        in_order(
            &page,
            &["Wednesday 2 December", "<s>Thursday 26 November</s>", "<s>Monday 30 November</s> Delayed on the road"],
        );
        assert!(!page.contains("has named no new day yet"), "{dialect:?}: {page}");
        rig.books_are_right().await;
    }
}

#[tokio::test]
async fn the_first_day_a_carrier_names_is_late_where_it_is_later_than_was_promised() {
    for &dialect in Dialect::ALL {
        let (teller, office) = (Teller::open(dialect).await, PostOffice::open().await);
        let rig = rig(&teller, &office).await;
        let (ben, link) = brought(&rig).await;
        teller.knows(&[("hub", "2026-11-20T12:00:00Z", RIGA), ("attempt", "2026-11-20T13:00:00Z", LEIPZIG)], Some("2026-12-01"));
        later(&rig, 7 * HOUR).await;
        let page = ben.read(&link).await;
        in_order(&page, &["way-day", "Tuesday 1 December", "<s>Friday 27 November</s> Nobody was in"]);
        in_order(&page, &["What happened", "Now expected Tuesday 1 December", "Nobody was in"]);
        let letters: Vec<String> = office.letters().iter().map(read).collect();
        let late = letters.iter().find(|letter| letter.contains("Tuesday 1 December"));
        assert!(late.is_some_and(|letter| letter.contains("Nobody was in.")), "{dialect:?}: {:?}", subjects(&office));
    }
}

#[tokio::test]
async fn a_carrier_that_is_silent_is_named_before_anybody_asks_and_no_longer_once_it_speaks() {
    for &dialect in Dialect::ALL {
        let (teller, office) = (Teller::open(dialect).await, PostOffice::open().await);
        let rig = rig(&teller, &office).await;
        let (ben, link) = brought(&rig).await;
        teller.knows(&[("hub", "2026-11-20T12:00:00Z", RIGA)], Some("2026-12-04"));
        later(&rig, 7 * HOUR).await;
        later(&rig, 2 * DAY).await;
        assert!(!ben.read(&link).await.contains("Nothing new since"), "{dialect:?}: a weekend is no silence");
        later(&rig, 4 * DAY).await;
        let page = ben.read(&link).await;
        in_order(&page, &["role=\"status\"", "Nothing new since Friday 20 November. We have asked the carrier"]);
        teller.knows(&[("hub", "2026-11-20T12:00:00Z", RIGA), ("hub", "2026-11-26T09:00:00Z", LEIPZIG)], Some("2026-12-04"));
        later(&rig, DAY).await;
        let page = ben.read(&link).await;
        assert!(!page.contains("Nothing new since") && page.contains("Leipzig, DE"), "{dialect:?}: {page}");
    }
}

#[tokio::test]
async fn of_a_carrier_that_takes_no_wishes_it_is_said_so_and_its_own_page_is_named() {
    let (teller, office) = (Teller::open(Dialect::Dhl).await, PostOffice::open().await);
    let rig = rig(&teller, &office).await;
    let (ben, link) = brought(&rig).await;
    teller.knows(&[("hub", "2026-11-20T12:00:00Z", RIGA)], None);
    later(&rig, 7 * HOUR).await;
    let own = format!("href=\"https://www.dhl.com/global-en/home/tracking.html?submit=1&amp;tracking-id={NUMBER}\"");
    let parcel = link.replace("?key=", "/parcels/1?key=");
    for at in [&link, &parcel] {
        let page = ben.read(at).await;
        in_order(&page, &["takes no wishes from us on the way", &own, "To its page at"]);
        assert!(!page.contains("Change this delivery") && !page.contains("action=\"/api/orders/wish\""), "{page}");
    }
    teller.knows(&[("hub", "2026-11-20T12:00:00Z", RIGA), ("van", "2026-11-25T07:00:00Z", LEIPZIG)], None);
    later(&rig, 5 * DAY).await;
    assert!(!ben.read(&link).await.contains("takes no wishes"), "in the van nobody takes any");
    // Before it is bought nobody is asked for a word to the courier that nobody would pass on.
    ben.put(&rig.variant("carbon-pan", "").await, "1").await;
    ben.live_at(&[]).await;
    assert!(!ben.read("/en/checkout/delivery").await.contains("For the courier"));
}
