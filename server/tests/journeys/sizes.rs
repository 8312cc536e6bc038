//! Large things: what takes them, and what says that it does not.

use crate::form::{in_order, value};
use crate::rig::Rig;

const GOODS: &str = "\
Handle,Title,SKU,Price,Weight value (grams),Length (cm),Width (cm),Height (cm)
mug,Mug,M-1,10.00,430,14,12,12
umbrella,Umbrella,U-1,10.00,760,92,8,8
pouffe,Pouffe,P-1,10.00,6400,52,52,36
stool,Stool,S-1,10.00,4000,,,
";

/// What the step says of delivery to Berlin, for so many of a thing.
async fn step(rig: &Rig, slug: &str, many: &str) -> String {
    let ada = rig.shopper();
    ada.put(&rig.variant(slug, "").await, many).await;
    assert_eq!(ada.live_at(&[]).await, "/en/checkout/delivery");
    ada.read("/en/checkout/delivery").await
}

#[tokio::test]
async fn what_does_not_fit_into_a_locker_is_not_offered_one_and_is_told_why() {
    let rig = Rig::selling(GOODS).await;
    let mug = step(&rig, "mug", "1").await;
    assert!(mug.contains("value=\"pickup\"") && !mug.contains("Not for what is in this cart"));
    let umbrella = step(&rig, "umbrella", "1").await;
    assert!(!umbrella.contains("value=\"pickup\"") && umbrella.contains("value=\"standard\""));
    let why = [
        "Not for what is in this cart",
        "Economy, by post: at most 90 cm long",
        "To a pickup point or locker: it must fit into 64 × 39 × 38 cm",
    ];
    in_order(&umbrella, &why);
    let crowd = step(&rig, "mug", "50").await;
    assert!(crowd.contains("To a pickup point or locker: it must fit into 64 × 39 × 38 cm"), "each mug fits, fifty do not");
    assert!(crowd.contains("Economy, by post: at most 5 kg"));
}

#[tokio::test]
async fn a_light_thing_that_takes_much_room_is_charged_for_the_room() {
    let rig = Rig::selling(GOODS).await;
    // 52 x 52 x 36 cm are 97 litres, charged as 19.5 kg; unmeasured, the stool is charged as the 4 kg it weighs.
    let price = |page: &str| crate::form::between(page, "value=\"standard\"", "</label>").to_owned();
    assert!(price(&step(&rig, "pouffe", "1").await).contains("€18.90"));
    assert!(price(&step(&rig, "stool", "1").await).contains("€9.90"));
}

#[tokio::test]
async fn nobody_orders_by_a_way_that_no_longer_takes_what_is_in_the_cart() {
    let rig = Rig::selling(GOODS).await;
    let ada = rig.shopper();
    ada.put(&rig.variant("mug", "").await, "1").await;
    ada.live_at(&[]).await;
    let pickup = [("lang", "en"), ("service", "pickup"), ("pickup", "DE-01")];
    assert_eq!(ada.send("/api/checkout/delivery", &pickup).await, "/en/checkout/payment");
    ada.send("/api/checkout/payment", &[("lang", "en"), ("way", "card")]).await;
    let total = value(&ada.read("/en/checkout/review").await, "total").to_owned();
    ada.put(&rig.variant("umbrella", "").await, "1").await;
    assert_eq!(ada.place(&total).await, "/en/checkout/delivery?errors");
    assert_eq!(rig.orders().await, 0);
}
