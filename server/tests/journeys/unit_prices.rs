//! What the law of a country wants beside a price, wherever the price stands.

use crate::form::{between, value};
use crate::rig::Rig;
use crate::shopper::Shopper;
use crate::support::Shop;

#[tokio::test]
async fn ink_is_priced_by_the_litre_on_its_card_its_page_and_in_the_cart_where_the_law_asks_for_it() {
    let shop = Shop::real().await;
    let ada = Shopper::new(&shop);
    let product = ada.read("/en/products/bottled-ink").await;
    let said = between(&product, "class=\"price-fact\">", "<").to_owned();
    assert!(said.ends_with(" per litre"), "{said}");
    let shelf = ada.read("/en/c/desk").await;
    assert!(shelf.contains(&format!("<p class=\"card-fact\">{said}</p>")), "{said}");
    let variant = value(&product, "variant").to_owned();
    ada.send("/api/cart/add", &[("lang", "en"), ("variant", &variant), ("quantity", "2")]).await;
    assert!(ada.read("/en/cart").await.contains(&format!("<p class=\"line-values\">{said}</p>")), "of one, however many");
    let japan = Shopper::new(&shop).with("prefs", "en.JP.EUR");
    for path in ["/en/products/bottled-ink", "/en/c/desk"] {
        assert!(!japan.read(path).await.contains("per litre"), "{path}: no law of Japan's asks for it");
    }
}

#[tokio::test]
async fn a_crossed_out_price_on_a_card_stands_beside_the_lowest_of_thirty_days() {
    let rig = Rig::selling("Title,SKU,Price,Compare-at price\nLamp,L-1,80.00,\nStool,S-1,50.00,\n").await;
    rig.wait(10 * 86_400);
    rig.take_in("Title,SKU,Price,Compare-at price\nLamp,L-1,70.00,\nStool,S-1,50.00,\n").await;
    rig.wait(10 * 86_400);
    rig.take_in("Title,SKU,Price,Compare-at price\nLamp,L-1,60.00,90.00\nStool,S-1,50.00,\n").await;
    let front = rig.shopper().read("/en/").await;
    let card = between(&front, ">Lamp<", "</li>");
    assert!(card.contains("€90.00") && card.contains("Lowest price of the 30 days before: €70.00"), "{card}");
    assert!(!between(&front, ">Stool<", "</li>").contains("Lowest price"), "what is not reduced says nothing");
    let swiss = rig.shopper().with("prefs", "en.CH.EUR").read("/en/").await;
    assert!(swiss.contains(">Lamp<") && !swiss.contains("Lowest price"));
}
