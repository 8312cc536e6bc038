//! What is said before anything is bought: when things leave, what is made first, and what delays them.

use crate::desk::{ada, rig};
use crate::form::{between, in_order};
use crate::rig::Rig;
use crate::shopper::Shopper;

/// A stool that is made when it is ordered, and a spoon that lies on the shelf.
const MADE: &str = "\
URL handle,Title,Vendor,Status,SKU,Price,Weight value (grams),Inventory tracker,Inventory quantity,Ready in days
oak-stool,Oak stool,Kalna,active,O-1,90.00,900,shopify,50,5
wood-spoon,Wood spoon,Kalna,active,W-1,5.00,60,shopify,50,
";

/// Snow in Latvia.
const SNOW: [(&str, &str); 6] = [
    ("delay[country]", "LV"),
    ("delay[from]", "2026-11-01"),
    ("delay[until]", "2027-01-31"),
    ("delay[days]", "3"),
    ("delay[cause]", "weather"),
    ("delay[words]", "en: The <roads> are shut.\nlv: Ceļi ir slēgti."),
];

async fn announce(ada: &Shopper<'_>, other: &[(&str, &str)]) -> String {
    let usual = SNOW.iter().filter(|(name, _)| other.iter().all(|(known, _)| known != name));
    let fields: Vec<(&str, &str)> = usual.chain(other).copied().collect();
    ada.send("/api/desk/delay", &fields).await
}

/// What the page says of the days a thing comes on.
async fn promised(rig: &Rig, page: &str) -> String {
    let page = rig.shopper().read(page).await;
    between(&page, "<strong>To Latvia: ", "</strong>").to_owned()
}

/// Somebody who has things sent to Germany.
async fn in_germany(rig: &Rig) -> Shopper<'_> {
    let greta = rig.shopper();
    greta.send("/api/settings", &[("lang", "en"), ("country", "DE"), ("currency", "EUR"), ("back", "/en")]).await;
    greta
}

#[tokio::test]
async fn snow_that_the_desk_announces_is_said_and_promised_where_it_lies() {
    let rig = rig().await;
    rig.take_in(MADE).await;
    let ada = ada(&rig).await;
    let spoon = "/en/products/wood-spoon";
    let before = promised(&rig, spoon).await;
    let at = announce(&ada, &[]).await;
    assert!(at.ends_with("?saved="), "{at}");
    let page = rig.shopper().read(spoon).await;
    in_order(
        &page,
        &["<strong>To Latvia", "Bad weather: delivery takes 3 working days longer until", "The &lt;roads&gt; are shut."],
    );
    assert_ne!(promised(&rig, spoon).await, before, "the day allows for it");
    assert!(rig.shopper().read("/lv/products/wood-spoon").await.contains("Ceļi ir slēgti."));
    let elsewhere = in_germany(&rig).await;
    assert!(!elsewhere.read(spoon).await.contains("Bad weather"), "in Germany there is no snow");

    let bob = rig.shopper();
    bob.put(&rig.variant("wood-spoon", "").await, "1").await;
    assert!(bob.read("/en/cart").await.contains("delivery takes 3 working days longer"));

    let back = at.strip_suffix("?saved=").unwrap().rsplit('/').next().unwrap();
    assert_eq!(ada.send("/api/desk/take-back", &[("id", back)]).await, "/desk/delays?saved=");
    assert_eq!(promised(&rig, spoon).await, before);
    assert!(!bob.read("/en/cart").await.contains("Bad weather"));
    in_order(&ada.read("/desk/log").await, &["weather", "2027-01-31"]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn snow_at_one_postcode_is_said_to_who_lives_there_and_their_order_is_promised_by_it() {
    let rig = rig().await;
    rig.take_in(MADE).await;
    let ada = ada(&rig).await;
    announce(&ada, &[("delay[postcode]", "LV-10")]).await;
    assert!(!rig.shopper().read("/en/products/wood-spoon").await.contains("Bad weather"), "nobody has said where they live");
    let (bob, ben) = (rig.shopper(), rig.shopper());
    for one in [&bob, &ben] {
        one.put(&rig.variant("wood-spoon", "").await, "1").await;
    }
    let at_home = |postcode| [("country", "LV"), ("city", "Rīga"), ("postcode", postcode)];
    assert_eq!(bob.live_at(&at_home("LV-1010")).await, "/en/checkout/delivery");
    assert_eq!(ben.live_at(&at_home("LV-3001")).await, "/en/checkout/delivery");
    assert!(bob.read("/en/checkout/delivery").await.contains("Bad weather: delivery takes 3 working days longer"));
    assert!(!ben.read("/en/checkout/delivery").await.contains("Bad weather"));
    assert!(bob.read("/en/cart").await.contains("Bad weather") && !ben.read("/en/cart").await.contains("Bad weather"));
    let days = |page: &str| between(page, "<strong>Arrives ", "</strong>").to_owned();
    assert_ne!(days(&bob.read("/en/checkout/delivery").await), days(&ben.read("/en/checkout/delivery").await));
}

#[tokio::test]
async fn a_delay_that_is_none_is_refused_and_kept_as_it_was_typed() {
    let rig = rig().await;
    let ada = ada(&rig).await;
    let at = announce(&ada, &[("delay[until]", "2026-10-01"), ("delay[days]", "many"), ("delay[words]", "<snow>")]).await;
    assert_eq!(at, "/desk/delays/new?errors=");
    let page = ada.read(&at).await;
    in_order(&page, &["role=\"alert\"", "value=\"many\"", "&lt;snow&gt;"]);
    assert_eq!(rig.count("SELECT count(*) FROM delays").await, 0);
    assert_eq!(rig.shopper().post("/api/desk/delay", &SNOW).await.status, 401);
    assert_eq!(rig.shopper().post("/api/desk/take-back", &[("id", "1")]).await.status, 401);
    for path in ["/desk/delays", "/desk/delays/new"] {
        assert!(rig.shopper().open(path).await.header("location").starts_with("/desk/sign-in"), "{path}");
    }
    assert_eq!(ada.open("/desk/delays/7").await.status, 404);
}

#[tokio::test]
async fn what_is_made_first_says_so_and_comes_later() {
    let rig = rig().await;
    rig.take_in(MADE).await;
    let (stool, spoon) = ("/en/products/oak-stool", "/en/products/wood-spoon");
    let page = rig.shopper().read(stool).await;
    assert!(page.contains("Made for you: ready in 5 working days") && !page.contains("Order by"), "{page}");
    let quick = rig.shopper().read(spoon).await;
    assert!(quick.contains("Order by ") && quick.contains(" and it leaves that day") && !quick.contains("Made for you"));
    assert_ne!(promised(&rig, stool).await, promised(&rig, spoon).await);

    let bob = rig.shopper();
    bob.put(&rig.variant("wood-spoon", "").await, "1").await;
    assert!(bob.read("/en/cart").await.contains("Order by "));
    let alone = between(&bob.read("/en/cart").await, "sums-days\">", "<a").to_owned();
    bob.put(&rig.variant("oak-stool", "").await, "1").await;
    let page = bob.read("/en/cart").await;
    assert!(page.contains("Made for you: ready in 5 working days") && !page.contains("Order by "));
    assert_ne!(between(&page, "sums-days\">", "<a"), alone, "they leave together");

    // A file that says nothing of it leaves it as it is; a form of the desk that says it changes it.
    rig.take_in("Handle,Title,Status,Variant SKU,Variant Price\noak-stool,Oak stool,active,O-1,95.00\n").await;
    assert_eq!(rig.count("SELECT ready_days FROM variants WHERE sku = 'O-1'").await, 5);
    rig.take_in("Handle,Title,Status,Variant SKU,Variant Price,Ready in days\noak-stool,Oak stool,active,O-1,95,0\n").await;
    assert_eq!(rig.count("SELECT ready_days FROM variants WHERE sku = 'O-1'").await, 0);
}

#[tokio::test]
async fn the_hour_until_which_things_leave_is_the_shops_and_names_its_day() {
    let rig = rig().await;
    rig.take_in(MADE).await;
    let spoon = "/en/products/wood-spoon";
    let home = rig.shopper().read(spoon).await;
    let by = between(&home, "Order by ", " and it leaves").to_owned();
    assert!(by.contains("2:00") || by.contains("14:00"), "{by}");
    let abroad = in_germany(&rig).await.read(spoon).await;
    assert!(abroad.contains("(our time)"), "{abroad}");
    rig.wait(5 * 3600);
    let later = rig.shopper().read(spoon).await;
    assert_ne!(between(&later, "Order by ", " and it leaves"), by, "on Friday afternoon it is Monday's");
}
