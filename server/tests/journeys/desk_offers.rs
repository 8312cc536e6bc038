//! Offers at the desk: written, mistyped, mended, changed, laid to rest.

use crate::desk::{ada, rig};
use crate::form::{between, in_order, value};
use crate::shopper::Shopper;

/// The form of a tenth off.
const FORM: [(&str, &str); 8] = [
    ("offer[name]", "Spring <b>"),
    ("offer[names]", "lv: Pavasaris\nde: Frühling"),
    ("offer[code]", "spring-10"),
    ("offer[gives]", "percent"),
    ("offer[value]", "10"),
    ("offer[per_person]", "1"),
    ("offer[until]", "2026-12-31"),
    ("offer[together]", "all"),
];

/// Sends the form with some fields filled in otherwise.
async fn send(ada: &Shopper<'_>, other: &[(&str, &str)]) -> String {
    let usual = FORM.iter().filter(|(name, _)| other.iter().all(|(known, _)| known != name));
    let fields: Vec<(&str, &str)> = usual.chain(other).copied().collect();
    ada.send("/api/desk/offer", &fields).await
}

#[tokio::test]
async fn an_offer_is_written_at_the_desk_and_had_in_the_shop_in_every_language() {
    let rig = rig().await;
    let (ada, bob) = (ada(&rig).await, rig.shopper());
    assert!(ada.read("/desk/offers/new").await.contains("It gives"));
    let at = send(&ada, &[]).await;
    let at = at.strip_suffix("?saved=").unwrap();
    in_order(&ada.read("/desk/offers").await, &["Spring &lt;b&gt;", "SPRING10", "Running", "0"]);
    bob.put(&rig.variant("carbon-pan", "").await, "1").await;
    bob.send("/api/offers/code", &[("lang", "en"), ("code", "Spring 10")]).await;
    in_order(&bob.read("/en/cart").await, &["Spring &lt;b&gt;", "-€4.90"]);
    assert!(bob.read("/lv/cart").await.contains("Pavasaris") && bob.read("/de/cart").await.contains("Frühling"));
    assert!(bob.read("/fr/cart").await.contains("lang=\"en\""), "what nobody translated says which language it is in");
    let id = at.rsplit('/').next().unwrap();
    send(&ada, &[("id", id), ("offer[value]", "20")]).await;
    assert!(bob.read("/en/cart").await.contains("-€9.80"), "at once");
    in_order(&ada.read(at).await, &["ada", "gives", "percent:1000", "percent:2000"]);
    bob.buy().await;
    in_order(&ada.read("/desk/offers").await, &["SPRING10", "Running", "<td class=\"number\">1"]);
    in_order(&ada.read("/desk/log").await, &["href=\"/desk/offers/", "Spring &lt;b&gt;"]);
}

#[tokio::test]
async fn nobody_sees_the_offers_at_the_desk_who_is_not_let_in() {
    let rig = rig().await;
    send(&ada(&rig).await, &[]).await;
    for path in ["/desk/offers", "/desk/offers/1", "/desk/offers/new"] {
        let answer = rig.shopper().open(path).await;
        assert!(answer.header("location").starts_with("/desk/sign-in?then=%2Fdesk%2Foffers"), "{path}");
        assert!(!answer.text().contains("SPRING10"), "{path} shows what is behind the door");
    }
    assert_eq!(ada(&rig).await.open("/desk/offers/999").await.status, 404);
}

#[tokio::test]
async fn an_offer_that_rests_is_nobodys() {
    let rig = rig().await;
    let (ada, bob) = (ada(&rig).await, rig.shopper());
    let at = send(&ada, &[("offer[code]", "")]).await;
    bob.put(&rig.variant("carbon-pan", "").await, "1").await;
    assert!(bob.read("/en/cart").await.contains("-€4.90"), "without a code it is everybody's");
    let page = ada.read(&at).await;
    let form = between(&page, "action=\"/api/desk/rest-offer\"", "</form>").to_owned();
    let fields = ["id", "paused"].map(|name| (name, value(&form, name)));
    ada.send("/api/desk/rest-offer", &fields).await;
    assert!(!bob.read("/en/cart").await.contains("-€4.90"));
    in_order(&ada.read(&at).await, &["It rests: nobody gets it.", "Let it run", "paused", "yes"]);
    assert!(ada.read("/desk/offers").await.contains("Resting"));
    ada.send("/api/desk/rest-offer", &[fields[0], ("paused", "false")]).await;
    assert!(bob.read("/en/cart").await.contains("-€4.90"));
}

#[tokio::test]
async fn what_is_wrong_with_an_offer_stands_beside_its_field_and_nothing_typed_is_lost() {
    let rig = rig().await;
    let ada = ada(&rig).await;
    send(&ada, &[]).await;
    let wrong = [
        ("offer[name]", ""),
        ("offer[value]", "a <tenth>"),
        ("offer[categories]", "attic"),
        ("offer[from]", "tomorrow"),
        ("offer[countries]", "LV, Mars"),
    ];
    assert_eq!(send(&ada, &wrong).await, "/desk/offers/new?errors=");
    let page = ada.read("/desk/offers/new?errors=").await;
    for (field, says) in [
        ("name", "Fill this in."),
        ("value", "Type per cent between 0 and 100"),
        ("categories", "There is nothing at this address: attic"),
        ("from", "Type a day, such as 2026-12-01."),
        ("countries", "This line cannot be read: Mars"),
    ] {
        assert!(page.contains(&format!("<a href=\"#{field}\">")), "{field} in {page}");
        assert!(between(&page, &format!("id=\"{field}-error\" class=\"error\">"), "<").starts_with(says), "{field}");
    }
    assert_eq!(value(&page, "offer[value]"), "a &lt;tenth&gt;");
    assert!(page.contains("not saved yet") && page.contains("attic"));
    assert_eq!(send(&ada, &[("offer[name]", "Another")]).await, "/desk/offers/new?errors=", "the code is taken");
    assert!(ada.read("/desk/offers/new").await.contains("Something else has this already: spring-10"));
    assert!(send(&ada, &[("offer[code]", "autumn")]).await.ends_with("?saved="));
}

#[tokio::test]
async fn goods_are_named_by_their_addresses_and_shown_so_again() {
    let rig = rig().await;
    let (ada, bob) = (ada(&rig).await, rig.shopper());
    let three = [
        ("offer[code]", ""),
        ("offer[gives]", "buy_get"),
        ("offer[value]", ""),
        ("offer[buy]", "2"),
        ("offer[get]", "1"),
        ("offer[products]", "ridge-mug\ncarbon-pan"),
    ];
    let at = send(&ada, &three).await;
    let page = ada.read(&at).await;
    assert_eq!((value(&page, "offer[buy]"), value(&page, "offer[value]")), ("2", "100"));
    in_order(&page, &["carbon-pan", "ridge-mug"]);
    bob.put(&rig.variant("carbon-pan", "").await, "2").await;
    bob.put(&rig.variant("last-lamp", "").await, "1").await;
    assert!(bob.read("/en/cart").await.contains("1 more and you get: Spring"));
    bob.put(&rig.variant("ridge-mug", "Oat").await, "1").await;
    in_order(&bob.read("/en/cart").await, &["Spring &lt;b&gt;", "-€21.00", "Total"]);
}
