//! Pickup points, as their carrier names them; and a carrier that is silent, slow or gone keeps nobody from buying.

use std::time::Duration;

use cartwright::outside::mishaps::Mishap;

use crate::form::{between, in_order};
use crate::rig::Rig;
use crate::shopper::Shopper;

/// Somebody in Riga who is asked how it is to be sent.
async fn in_riga(rig: &Rig) -> Shopper<'_> {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    let at = [("country", "LV"), ("city", "Rīga"), ("postcode", "LV-1010")];
    assert_eq!(ada.live_at(&at).await, "/en/checkout/delivery");
    ada
}

fn points(page: &str) -> String {
    between(page, "id=\"pickup\"", "</select>").to_owned()
}

#[tokio::test]
async fn the_carrier_names_the_points_and_one_of_them_is_on_the_order() {
    let rig = Rig::new().await;
    let ada = in_riga(&rig).await;
    let offered = points(&ada.read("/en/checkout/delivery").await);
    assert_eq!(offered.matches("<option").count(), 12);
    assert_eq!(rig.count("SELECT count(*) FROM pickup_points").await, 12, "what was named is known");
    let point = between(&offered, "value=\"", "\"").to_owned();
    // By the time it is chosen nobody has to be asked.
    rig.company.world.simcarrier.mishaps.add(Mishap::Unreachable);
    let chosen = [("lang", "en"), ("service", "pickup"), ("pickup", point.as_str())];
    assert_eq!(ada.send("/api/checkout/delivery", &chosen).await, "/en/checkout/payment");
    ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let name = between(&offered, &format!("value=\"{point}\""), "<").split_once('>').unwrap().1.to_owned();
    let name = name.split(',').next().unwrap().to_owned();
    assert!(ada.read("/en/checkout/review").await.contains(&name), "{name}");
}

#[tokio::test]
async fn a_carrier_that_gives_no_answer_keeps_nobody_waiting_and_nothing_is_lost() {
    let rig = Rig::new().await;
    let ada = in_riga(&rig).await;
    let before = points(&ada.read("/en/checkout/delivery").await);
    for mishap in
        [Mishap::Unreachable, Mishap::AnswerLost, Mishap::Refused("closed".to_owned()), Mishap::Late(Duration::from_secs(3600))]
    {
        rig.company.world.simcarrier.mishaps.add(mishap.clone());
        let page = ada.read("/en/checkout/delivery").await;
        assert_eq!(points(&page), before, "{mishap:?}: those it has named before");
        in_order(&page, &["name=\"service\" value=\"pickup\"", "id=\"pickup\""]);
    }
}

#[tokio::test]
async fn where_no_carrier_was_ever_heard_the_shop_offers_what_it_knows() {
    let rig = Rig::new().await;
    let ada = in_riga(&rig).await;
    rig.company.world.simcarrier.mishaps.add(Mishap::Unreachable);
    let offered = points(&ada.read("/en/checkout/delivery").await);
    assert_eq!(rig.count("SELECT count(*) FROM pickup_points").await, 0);
    assert!(offered.matches("<option").count() > 3, "{offered}");
}
