//! An order that is a gift: the note in its parcel, and the paper round it.

use crate::desk;
use crate::form::{between, in_order, plain, value};
use crate::rig::Rig;
use crate::shopper::{GOOD_CARD, Shopper};

/// What another shop says of its paper: two colours, one of which is gone.
const PAPER: &str = "Handle,Title,Option1 Name,Option1 Value,Price,Variant Inventory Tracker,Variant Inventory Qty\n\
    gift-wrapping,Gift wrapping,Colour,Moss,4.50,shopify,7\n\
    gift-wrapping,,,Rust,4.50,shopify,0\n";

const NOTE: &str = "Daudz laimes, Edgar!\r\n<b>🎂</b> & عيد ميلاد سعيد";

/// Somebody with a pan in the cart.
async fn with_a_pan(rig: &Rig) -> Shopper<'_> {
    let ada = rig.shopper();
    ada.put(&rig.variant("carbon-pan", "").await, "1").await;
    ada
}

async fn gives(ada: &Shopper<'_>, note: &str, paper: &str) -> String {
    ada.send("/api/cart/gift", &[("lang", "en"), ("note", note), ("paper", paper)]).await
}

#[tokio::test]
async fn a_shop_without_paper_offers_a_note_alone() {
    let rig = Rig::new().await;
    let ada = with_a_pan(&rig).await;
    let page = ada.read("/en/cart").await;
    assert!(page.contains("Note for the parcel") && !page.contains("No wrapping"), "{page}");
}

#[tokio::test]
async fn a_note_and_paper_go_from_the_cart_to_the_packer() {
    let rig = desk::rig().await;
    rig.take_in(PAPER).await;
    let ada = with_a_pan(&rig).await;
    let moss = rig.variant("gift-wrapping", "Moss").await;
    let page = plain(&ada.read("/en/cart").await);
    assert!(page.contains("Moss, €4.50") && !page.contains("Rust, €4.50"), "only what is there is offered");
    assert_eq!(gives(&ada, NOTE, &moss).await, "/en/cart");
    let page = ada.read("/en/cart").await;
    assert_eq!(
        between(&page, "aria-describedby=\"gift-hint\">", "</textarea>"),
        "Daudz laimes, Edgar!\n&lt;b&gt;🎂&lt;/b&gt; &amp; عيد ميلاد سعيد"
    );
    in_order(&plain(&page), &["Gift wrapping", "€4.50", "It’s a gift"]);

    ada.reach_review().await;
    let review = ada.read("/en/checkout/review").await;
    in_order(&review, &["Note for the parcel", "Daudz laimes, Edgar!", "&lt;b&gt;🎂", "Change"]);
    let total = value(&review, "total").to_owned();
    let pay = ada.place(&total).await;
    let back = ada.pay(&pay, GOOD_CARD).await.header("location").to_owned();
    let order = ada.read(&back).await;
    in_order(&order, &["Note for the parcel", "Daudz laimes, Edgar!</span>", ">&lt;b&gt;🎂"]);
    in_order(&plain(&order), &["Gift wrapping", "€4.50"]);
    rig.work().await;

    let link = back.strip_suffix("&paid").unwrap();
    let number = between(link, "/orders/", "?").to_owned();
    rig.carrier_tells("e1", "picked_up", 1, None).await;
    rig.work().await;
    let receipt = ada.read(&link.replace('?', "/receipt?")).await;
    assert!(!receipt.contains("Daudz laimes"), "a receipt is no greeting");
    let packer = desk::ada(&rig).await.read(&format!("/desk/orders/{number}")).await;
    in_order(&packer, &["lay this note in, and no prices", "Daudz laimes, Edgar!"]);
    rig.books_are_right().await;
}

#[tokio::test]
async fn another_paper_takes_the_place_of_the_first_and_none_takes_it_off() {
    let rig = Rig::new().await;
    rig.take_in(&PAPER.replace("shopify,0", "shopify,3")).await;
    let ada = with_a_pan(&rig).await;
    let (moss, rust) = (rig.variant("gift-wrapping", "Moss").await, rig.variant("gift-wrapping", "Rust").await);
    for (paper, count) in [(moss.as_str(), 2), (rust.as_str(), 2), (rust.as_str(), 2), ("", 1)] {
        gives(&ada, "", paper).await;
        assert_eq!(ada.cart().await["count"], count, "{paper}");
    }
}

#[tokio::test]
async fn what_cannot_be_given_is_refused_and_the_cart_stays() {
    let rig = Rig::new().await;
    rig.take_in(PAPER).await;
    let ada = with_a_pan(&rig).await;
    gives(&ada, "For Edgars", "").await;
    let (pan, rust) = (rig.variant("carbon-pan", "").await, rig.variant("gift-wrapping", "Rust").await);
    assert_eq!(gives(&ada, &"永".repeat(301), "").await, "/en/cart?refused=long-note");
    assert!(ada.read("/en/cart?refused=long-note").await.contains("A note has 300 characters at most"));
    assert_eq!(gives(&ada, "", &pan).await, "/en/cart?refused=not-sold", "nothing is wrapped in a pan");
    assert_eq!(gives(&ada, "", &rust).await, "/en/cart?refused=sold-out");
    assert_eq!(gives(&ada, "", "1e9").await, "/en/cart?refused=not-sold");
    assert!(ada.read("/en/cart").await.contains(">For Edgars</textarea>"), "a refusal changes nothing");
    assert_eq!(gives(&rig.shopper(), "Hello", "").await, "/en/cart?refused=not-sold", "who has no cart gives nothing");
}
