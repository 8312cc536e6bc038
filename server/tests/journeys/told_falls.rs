//! Whoever keeps a list is told of prices set by hand in their own currency, and of what is shown again after it was hidden: once.

use domain::Never;
use domain::money::{Currency, Money};

use crate::form::in_order;
use crate::rig::{GOODS, Rig};
use crate::shopper::Shopper;
use crate::watched_lists::{Reader, falls, priced, subject, watched};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// The merchant sets a price in Swedish crowns by hand, and what is due then is done.
async fn costs_crowns(rig: &Rig, sku: &'static str, crowns: i64) {
    let price = Money::new(crowns * 100, Currency::parse("SEK").unwrap());
    rig.shop.house.db.write::<_, Never>(move |tx| Ok(db::goods::save_price(tx, sku, price, None)?)).await.unwrap();
    rig.work().await;
    rig.wait(20 * 60);
}

async fn in_sweden(rig: &Rig) -> Shopper<'_> {
    rig.takes_rates().await;
    let bob = rig.shopper();
    bob.send("/api/settings", &[("lang", "en"), ("country", "SE"), ("currency", "SEK"), ("back", "/en/cart")]).await;
    bob
}

async fn one_letter(reader: &mut Reader<'_>, parts: &[&str]) {
    let letter = reader.letter().await;
    in_order(&letter, parts);
}

#[tokio::test]
async fn who_pays_in_crowns_is_told_once_of_each_fall_of_a_price_in_crowns_and_of_none_in_euros() {
    let rig = Rig::new().await;
    let bob = in_sweden(&rig).await;
    costs_crowns(&rig, "M-1", 240).await;
    let (_, mut reader) = watched(&rig, &bob).await;
    falls(&rig, &priced("15.00", "49.00")).await;
    rig.wait(HOUR);
    reader.nothing("in Sweden it costs 240 crowns still").await;
    costs_crowns(&rig, "M-1", 200).await;
    one_letter(&mut reader, &["Ridge mug (Oat) costs less now", "Ridge mug (Oat)", "200.00", "240.00"]).await;
    for (crowns, why) in [(200, "the same"), (220, "it rose"), (200, "it was told that it cost this")] {
        costs_crowns(&rig, "M-1", crowns).await;
        reader.nothing(why).await;
    }
    costs_crowns(&rig, "M-1", 190).await;
    one_letter(&mut reader, &["Ridge mug (Oat) costs less now", "190.00", "200.00"]).await;

    costs_crowns(&rig, "P-1", 900).await;
    reader.nothing("the first price in crowns is no fall of one").await;
    costs_crowns(&rig, "P-1", 450).await;
    one_letter(&mut reader, &["Carbon pan costs less now", "450.00", "900.00"]).await;
    costs_crowns(&rig, "P-1", 440).await;
    costs_crowns(&rig, "P-1", 500).await;
    rig.books_are_right().await;
}

#[tokio::test]
async fn who_pays_in_euros_is_not_told_of_prices_in_crowns_and_a_fall_that_is_none_any_more_is_not_told() {
    let rig = Rig::new().await;
    let anna = in_sweden(&rig).await;
    costs_crowns(&rig, "M-1", 240).await;
    let (_, mut reader) = watched(&rig, &rig.shopper()).await;
    costs_crowns(&rig, "M-1", 100).await;
    reader.nothing("he pays in euros").await;
    falls(&rig, &priced("15.00", "49.00")).await;
    rig.wait(HOUR);
    one_letter(&mut reader, &["15.00", "21.00"]).await;

    let (_, mut reader) = watched(&rig, &anna).await;
    rig.wait(12 * HOUR);
    costs_crowns(&rig, "M-1", 90).await;
    costs_crowns(&rig, "M-1", 100).await;
    rig.wait(12 * HOUR);
    reader.nothing("it rose again in the night").await;
}

#[tokio::test]
async fn what_is_shown_again_after_it_was_hidden_is_told_once_if_it_can_be_had() {
    let with = |mug: &str, oat: u32, pan: &str| {
        let mugs = GOODS
            .replace("Cups,active,M-1,Colour,Oat,21.00,,shopify,5", &format!("Cups,{mug},M-1,Colour,Oat,21.00,,shopify,{oat}"));
        mugs.replace("Pans,active", &format!("Pans,{pan}"))
    };
    let rig = Rig::new().await;
    let (_, mut reader) = watched(&rig, &rig.shopper()).await;
    falls(&rig, &with("active", 0, "draft")).await;
    reader.nothing("it is hidden").await;
    falls(&rig, &with("active", 0, "active")).await;
    assert_eq!(subject(&reader.letter().await), "Carbon pan is back");
    for (wait, told) in [(DAY, 0), (7 * DAY, 1)] {
        falls(&rig, &with("active", 0, "draft")).await;
        rig.wait(wait);
        falls(&rig, &with("active", 0, "active")).await;
        falls(&rig, &with("active", 0, "active")).await;
        assert_eq!(reader.news().await.len(), told, "{wait}: once a week at most");
    }
    falls(&rig, &with("draft", 0, "active")).await;
    falls(&rig, &with("active", 0, "active")).await;
    reader.nothing("it is shown again, and sold out").await;
    falls(&rig, &with("active", 4, "active")).await;
    assert_eq!(subject(&reader.letter().await), "Ridge mug (Oat) is back");
    rig.books_are_right().await;
}
