//! What comes later than it was promised: said by the clock where it goes, with what is done about it and where to ask.

use crate::desk;
use crate::form::{between, in_order, value};
use crate::rig::{GOODS, Rig};
use crate::shopper::{GOOD_CARD, Shopper};
use crate::ways::{at_payment, place_by};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// 2026-11-24, a Tuesday.
const TUESDAY: i64 = 20_781;

async fn bought(rig: &Rig) -> (Shopper<'_>, String) {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    (ada.clone(), ada.buy().await)
}

/// The link to the form that is for this.
fn ask(link: &str) -> String {
    format!("<a href=\"{}\">Ask us about it</a>", link.replace("?key=", "/problem?key="))
}

#[tokio::test]
async fn an_order_that_was_not_packed_when_it_had_to_be_says_so_and_later_that_it_is_late() {
    let rig = Rig::with("parcels = 'by_hand'", GOODS).await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    // Friday evening in Riga: it may still leave today.
    rig.wait(12 * HOUR);
    let page = ada.read(&link).await;
    assert!(!page.contains("is still here") && !page.contains("Ask us about it"), "{page}");
    rig.wait(2 * HOUR);
    let page = ada.read(&link).await;
    in_order(&page, &["way-day", "25", "It was to leave us by Friday 20 November and is still here.", &ask(&link)]);
    assert!(!page.contains("Later than promised") && !page.contains("<s>"), "its day is not over: {page}");
    assert!(!page.contains("we will pack it soon"), "{page}");
    let form = ask(&link);
    assert!(ada.read(&between(&form, "href=\"", "\"").replace("&amp;", "&")).await.contains("It did not arrive"));
    // Promised until Friday the 27th; at eleven in the evening of it in Berlin it may still come, at midnight not.
    rig.wait(6 * DAY + 23 * HOUR);
    assert!(!ada.read(&link).await.contains("Later than promised"));
    rig.wait(HOUR);
    let page = ada.read(&link).await;
    in_order(&page, &["Was to arrive", "<s>", "27", "</s>", "Later than promised.", "We are sorry.", &ask(&link)]);
    for (lang, says) in [("lv", "Vēlāk, nekā solīts."), ("ar", "متأخّر عمّا وُعد به."), ("ja", "お約束より遅れています。")]
    {
        let page = ada.read(&link.replace("/en/", &format!("/{lang}/"))).await;
        assert!(page.contains(says), "{lang}: {page}");
    }
}

#[tokio::test]
async fn what_waited_four_days_for_its_money_is_late_four_working_days_later() {
    let rig = Rig::with("parcels = 'by_hand'", GOODS).await;
    let ada = at_payment(&rig, &[], "EUR").await;
    let order = place_by(&ada, "bank_transfer").await;
    let number = value(&ada.read(&order).await, "number").to_owned();
    rig.wait(4 * DAY);
    let pay = ada.send("/api/orders/pay", &[("lang", "en"), ("number", &number), ("way", "card")]).await;
    let back = ada.pay(&pay, GOOD_CARD).await;
    assert!(ada.read(back.header("location")).await.contains("Thank you."));
    // Promised from Wednesday 25 to Friday 27 November, had it been paid on Friday 20.
    let page = ada.read(&order).await;
    in_order(&page, &["Confirmed", "way-day", "1", "3 December"]);
    assert!(!page.contains("is still here") && !page.contains("Later than promised"), "{page}");
    rig.wait(4 * DAY);
    let page = ada.read(&order).await;
    assert!(page.contains("It was to leave us by Thursday 26 November") && !page.contains("Later than promised"), "{page}");
    rig.wait(6 * DAY);
    assert!(ada.read(&order).await.contains("Later than promised."));
}

#[tokio::test]
async fn a_parcel_with_scans_and_no_new_day_is_late_once_its_day_is_over_where_it_goes() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("e1", "label", 0, Some(TUESDAY)).await;
    rig.carrier_tells_from("Leipzig, DE", "e2", "hub", 10, None).await;
    // 22:30 of Tuesday in Berlin, then half past midnight.
    rig.wait(4 * DAY + 12 * HOUR + HOUR / 2);
    rig.carrier_tells_from("Leipzig, DE", "e3", "hub", 0, None).await;
    let page = ada.read(&link).await;
    assert!(page.contains("Tuesday 24 November") && !page.contains("<s>") && !page.contains("Later than promised"), "{page}");
    rig.wait(2 * HOUR);
    let page = ada.read(&link).await;
    in_order(&page, &["Was to arrive", "<s>Tuesday 24 November</s>", "Later than promised.", "We are sorry.", &ask(&link)]);
    rig.carrier_tells_from("Leipzig, DE", "e4", "delay", 1, Some(TUESDAY + 3)).await;
    let page = ada.read(&link).await;
    in_order(&page, &["Arrives", "Friday 27 November", "<s>Tuesday 24 November</s> Delayed on the road"]);
    assert!(!page.contains("Later than promised") && !page.contains("Ask us about it"), "the new day holds: {page}");
    rig.carrier_tells_from("Berlin, DE", "e5", "delivered", 2, None).await;
    rig.wait(9 * DAY);
    let page = ada.read(&link).await;
    assert!(!page.contains("Later than promised") && !page.contains("Was to arrive"), "it is there: {page}");
}

#[tokio::test]
async fn what_was_in_the_van_yesterday_does_not_come_today_and_what_waits_is_not_late() {
    let rig = Rig::new().await;
    let (ada, link) = bought(&rig).await;
    rig.work().await;
    rig.carrier_tells("e1", "label", 0, Some(TUESDAY)).await;
    rig.wait(4 * DAY);
    rig.carrier_tells_from("Berlin, DE", "e2", "out_for_delivery", 0, None).await;
    assert!(ada.read(&link).await.contains("It comes today."));
    rig.wait(DAY);
    let page = ada.read(&link).await;
    in_order(&page, &["Later than promised.", "It was in the van, and nobody has told us yet that it arrived.", &ask(&link)]);
    assert!(!page.contains("It comes today."), "{page}");
    rig.carrier_tells_from("Berlin, DE", "e3", "pickup_ready", 0, None).await;
    let page = ada.read(&link).await;
    in_order(&page, &["Ready for pickup", "It waits for you at the pickup point."]);
    assert!(!page.contains("way-day") && !page.contains("Later than promised"), "it has come: {page}");
}

#[tokio::test]
async fn of_two_parcels_the_late_one_says_so_and_who_has_the_link_sees_it_too() {
    let rig = desk::rig().await;
    let ada = rig.shopper();
    rig.take_in(
        "Handle,Title,Vendor,Type,Status,SKU,Price,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty\n\
         iron-pot,Iron pot,Kalna,Pans,active,I-1,40.00,6000,shopify,50\n",
    )
    .await;
    ada.put(&rig.variant("iron-pot", "").await, "2").await;
    let link = ada.buy().await;
    rig.work().await;
    rig.carrier_tells("e1", "label", 0, Some(TUESDAY)).await;
    rig.carrier_tells_from("Berlin, DE", "e2", "hub", 1, None).await;
    rig.wait(5 * DAY);
    let page = ada.read(&link).await;
    let second = between(&page, "id=\"parcel-2\"", "</article>").to_owned();
    in_order(&second, &["<s>Tuesday 24 November</s>", "Later than promised.", "/problem?parcel=2&amp;key=", "Ask us about it"]);
    let (number, key) = (between(&link, "/en/orders/", "?").to_owned(), link.split("key=").nth(1).unwrap().to_owned());
    let to = ada.send("/api/orders/share", &[("lang", "en"), ("number", &number), ("key", &key)]).await;
    let page = ada.read(to.split('#').next().unwrap()).await;
    let link = between(&page, "id=\"share-link\"", "/>").to_owned();
    let shared = between(&format!("{link} "), "value=\"http://127.0.0.1:3000", "\"").to_owned();
    let page = rig.shopper().read(&shared).await;
    in_order(&page, &["Parcel 2 of 2", "<s>Tuesday 24 November</s>", "Later than promised."]);
    assert!(!page.contains("Ask us about it"), "whose it is not is asked nothing: {page}");
}
