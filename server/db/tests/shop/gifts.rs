//! Gifts: what comes along, which is chosen, and what is said when there are none left.

use db::testing::{RIGA, TestDb, riga};
use db::token::Token;
use db::{cart, offers, orders};
use domain::catalogue::Slug;
use domain::ids::{OfferId, VariantId};
use domain::money::{Currency, Money};
use domain::offers::{Gives, Limits, Tier};

use super::goods::{offer, shelf, teapot};
use super::offers::{offered, tenth};
use super::{books_are_right, place, put_in, ready};

/// A mug at 40.00, so many of them.
fn mug(shop: &TestDb, name: &str, count: u32) -> VariantId {
    let slug = Slug::of(name).unwrap();
    let (known, name) = (slug.clone(), name.to_owned());
    offer(shop, |mug| {
        (mug.slug, mug.name) = (slug, name);
        mug.variants[0].stock = Some(count);
    });
    shop.read(|conn| db::catalogue::product(conn, &riga(conn)?, &known)).variants[0].id
}

fn gives(shop: &TestDb, tiers: &[(i64, &[VariantId])]) -> OfferId {
    let mut kept = tenth("X", Limits::default());
    kept.offer.code = None;
    let eur = |minor| Money::new(minor, Currency::EUR);
    let tier = |(from, variants): &(i64, &[VariantId])| Tier { from: eur(*from), variants: variants.to_vec(), worth: eur(4000) };
    kept.offer.gives = Gives::Gift(tiers.iter().map(tier).collect());
    offered(shop, kept)
}

fn lines(shop: &TestDb, cart: &Token) -> Vec<(String, i64, u32)> {
    let placed = place(shop, cart, 8000).unwrap();
    let order = shop.read(|conn| orders::by_id(conn, placed.order));
    order.lines.into_iter().map(|line| (line.name, line.total.minor, line.quantity)).collect()
}

#[test]
fn a_gift_is_a_line_that_costs_nothing_and_is_held_like_the_others() {
    let shop = shelf(9);
    let mug = mug(&shop, "Mug", 1);
    gives(&shop, &[(5000, &[mug])]);
    let (first, second) = (ready(&shop), ready(&shop));
    assert_eq!(lines(&shop, &first), [("Teapot".to_owned(), 8000, 2), ("Mug".to_owned(), 0, 1)]);
    assert_eq!(lines(&shop, &second), [("Teapot".to_owned(), 8000, 2)], "the last one is another's");
    books_are_right(&shop);
}

#[test]
fn the_dearest_gift_that_is_reached_comes_and_of_several_the_one_that_was_chosen() {
    let shop = shelf(9);
    let (mug, bowl, jug) = (mug(&shop, "Mug", 9), mug(&shop, "Bowl", 9), mug(&shop, "Jug", 9));
    let id = gives(&shop, &[(2000, &[jug]), (5000, &[mug, bowl]), (9000, &[jug])]);
    let (usual, choosing) = (ready(&shop), ready(&shop));
    assert_eq!(lines(&shop, &usual)[1].0, "Mug");
    let token = choosing.clone();
    shop.write(move |tx| offers::choose(tx, RIGA, &token, id, bowl)).unwrap();
    assert_eq!(lines(&shop, &choosing)[1].0, "Bowl");
    let token = ready(&shop);
    let told = token.clone();
    shop.write(move |tx| offers::choose(tx, RIGA, &told, id, jug)).unwrap();
    assert_eq!(lines(&shop, &token)[1].0, "Mug", "what is not reached is not had by choosing it");
    books_are_right(&shop);
}

#[test]
fn what_is_in_the_cart_already_is_not_promised_twice() {
    let shop = shelf(9);
    let mug = mug(&shop, "Mug", 1);
    gives(&shop, &[(2000, &[mug])]);
    let cart = Token::mint().unwrap();
    put_in(&shop, &cart, teapot(&shop), 1).unwrap();
    let gifts = |shop: &TestDb| shop.read(|conn| cart::of(conn, &riga(conn)?, Some(&cart))).offering.gifts.len();
    assert_eq!(gifts(&shop), 1);
    put_in(&shop, &cart, mug, 1).unwrap();
    assert_eq!(gifts(&shop), 0);
}
