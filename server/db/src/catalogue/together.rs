//! What is bought together, as far as it says nothing of any one shopper.

use domain::ids::ProductId;
use domain::orders::OrderState;
use domain::tracking::ParcelState;

use crate::database::Conn;
use crate::error::Result;

/// So many of a product's latest orders are looked at: enough to tell what goes with it, and as quick for one in a hundred
/// thousand orders as for one in a few hundred.
const LATEST: u32 = 300;
/// So many different people must have bought both, lest the page tell what one of them did.
const PEOPLE: u32 = 3;

/// Products that stand in the same paid orders as this one, the most frequent first: those that can be bought now, at most
/// `take`. An order that is not paid, was given up or comes back does not count.
pub fn together(conn: &Conn, product: ProductId, take: u32) -> Result<Vec<ProductId>> {
    conn.all(TOGETHER, &[&product.0, &LATEST, &OrderState::Paid.code(), &ParcelState::Returning.code(), &PEOPLE, &take], |row| {
        Ok(ProductId(row.get("id")?))
    })
}

/// `CROSS JOIN` keeps SQLite from beginning with all goods, or all orders, instead of the latest few.
const TOGETHER: &str = "WITH latest AS (SELECT DISTINCT order_id FROM order_lines WHERE product_id = $1
            ORDER BY order_id DESC LIMIT $2)
        SELECT l.product_id AS id FROM latest CROSS JOIN orders o CROSS JOIN order_lines l CROSS JOIN products p
        WHERE o.id = latest.order_id AND o.state = $3 AND l.order_id = o.id AND l.product_id <> $1
            AND NOT EXISTS (SELECT 1 FROM parcels WHERE order_id = o.id AND state = $4)
            AND p.id = l.product_id AND p.shown = 'live'
            AND EXISTS (SELECT 1 FROM variants v WHERE v.product_id = p.id AND v.retired = 0
                AND (v.selling = 'always' OR v.on_hand > v.held))
        GROUP BY l.product_id HAVING count(DISTINCT lower(o.email)) >= $5
        ORDER BY count(DISTINCT o.id) DESC, max(o.id) DESC, l.product_id LIMIT $6";

#[cfg(test)]
mod tests {
    use domain::Never;
    use domain::ids::ProductId;
    use rusqlite::StatementStatus;

    use super::{TOGETHER, together};
    use crate::database::Tx;
    use crate::error::Result;
    use crate::testing::TestDb;

    const TEAPOT: i64 = 1;
    const TEA: i64 = 2;
    const CUP: i64 = 3;
    const TRAY: i64 = 4;

    /// A shop with four things that can be bought, the teapot in two colours.
    fn shop() -> TestDb {
        let shop = TestDb::new();
        let goods = |tx: &Tx<'_>| {
            for id in [TEAPOT, TEA, CUP, TRAY] {
                tx.run("INSERT INTO products (id, slug, name, shown, added_day) VALUES ($1, 'p' || $1, 'P', 'live', 1)", &[&id])?;
                tx.run(
                    "INSERT INTO variants (id, product_id, position, price_minor, selling) VALUES ($1, $1, 0, 900, 'always')",
                    &[&id],
                )?;
            }
            tx.run(
                "INSERT INTO variants (id, product_id, position, value1, price_minor, selling) VALUES (9, 1, 1, 'Moss', 900, 'always')",
                &[],
            )?;
            Ok(())
        };
        shop.write::<_, Never>(goods).unwrap();
        shop
    }

    /// Somebody's order of some products, in this state.
    fn order(shop: &TestDb, who: &str, state: &'static str, products: &'static [i64]) {
        let who = who.to_owned();
        shop.write::<_, Never>(move |tx| Ok(put(tx, &who, state, products)?)).unwrap();
    }

    fn put(tx: &Tx<'_>, who: &str, state: &str, products: &[i64]) -> Result<()> {
        let id: i64 = tx.one("SELECT coalesce(max(id), 0) + 1 AS id FROM orders", &[], |row| row.get("id"))?.unwrap();
        tx.run(
            "INSERT INTO orders (id, number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, name, line1, line2,
                city, region, postcode, country, phone, service, promised_from, promised_to, currency, goods_minor, delivery_minor,
                total_minor, home_currency)
            VALUES ($1, $1, $1, $1, 'b', 'en', 'placed', 1, $2, '', '', '', '', '', '', 'LV', '', 'standard', 1, 2, 'EUR', 900, 0, 900, 'EUR')",
            &[&id, &who],
        )?;
        tx.run("UPDATE orders SET state = $1 WHERE id = $2", &[&state, &id])?;
        for (position, product) in (0_i64..).zip(products) {
            // Every second teapot is the other one.
            let variant = if *product == TEAPOT && id % 2 == 0 { 9 } else { *product };
            tx.run(
                "INSERT INTO order_lines (order_id, position, variant_id, product_id, slug, name, value1, value2, value3, sku,
                    unit_minor, quantity) VALUES ($1, $2, $3, $4, 'p', 'P', '', '', '', '', 900, 1)",
                &[&id, &position, &variant, product],
            )?;
        }
        if who.starts_with("returning") {
            tx.run("INSERT INTO pieces (order_id, piece) VALUES ($1, 1)", &[&id])?;
            const PARCEL: &str =
                "INSERT INTO parcels (order_id, piece, carrier, number, state, made_at) VALUES ($1, 1, 'c', $1, 'returning', 1)";
            tx.run(PARCEL, &[&id])?;
        }
        Ok(())
    }

    fn with_teapot(shop: &TestDb) -> Vec<i64> {
        shop.read(|conn| together(conn, ProductId(TEAPOT), 4)).into_iter().map(|id| id.0).collect()
    }

    #[test]
    fn what_three_people_bought_with_it_is_told_and_the_most_frequent_first() {
        let shop = shop();
        for who in ["ada@a.lv", "bob@a.lv", "cem@a.lv"] {
            order(&shop, who, "paid", &[TEAPOT, TEA]);
            order(&shop, who, "paid", &[TEAPOT, TEA, CUP]);
        }
        order(&shop, "ada@a.lv", "paid", &[TEAPOT, TRAY]);
        order(&shop, "bob@a.lv", "paid", &[TEAPOT, TRAY]);
        order(&shop, "cem@a.lv", "paid", &[TRAY]);
        assert_eq!(with_teapot(&shop), [TEA, CUP]);
    }

    #[test]
    fn what_one_shopper_buys_every_week_is_nobody_elses_business() {
        let shop = shop();
        for who in ["ada@a.lv", "Ada@a.lv", "ADA@a.lv", "bob@a.lv"] {
            order(&shop, who, "paid", &[TEAPOT, TEA]);
        }
        assert!(with_teapot(&shop).is_empty());
    }

    #[test]
    fn orders_that_are_not_paid_or_were_given_up_or_come_back_do_not_count() {
        for (who, state) in [("cem@a.lv", "placed"), ("cem@a.lv", "cancelled"), ("returning@a.lv", "paid")] {
            let shop = shop();
            order(&shop, "ada@a.lv", "paid", &[TEAPOT, TEA]);
            order(&shop, "bob@a.lv", "paid", &[TEAPOT, TEA]);
            order(&shop, who, state, &[TEAPOT, TEA]);
            assert!(with_teapot(&shop).is_empty(), "{who} {state}");
            order(&shop, "dan@a.lv", "paid", &[TEAPOT, TEA]);
            assert_eq!(with_teapot(&shop), [TEA], "{who} {state}");
        }
    }

    #[test]
    fn what_cannot_be_bought_is_not_recommended() {
        for gone in [
            "UPDATE products SET shown = 'archived' WHERE id = 2",
            "UPDATE variants SET selling = 'in_stock' WHERE id = 2",
            "UPDATE variants SET retired = 1 WHERE id = 2",
        ] {
            let shop = shop();
            for who in ["ada@a.lv", "bob@a.lv", "cem@a.lv"] {
                order(&shop, who, "paid", &[TEAPOT, TEA]);
            }
            shop.write::<_, Never>(move |tx| Ok(tx.run(gone, &[])?)).unwrap();
            assert!(with_teapot(&shop).is_empty(), "{gone}");
        }
    }

    #[test]
    fn a_teapot_in_five_thousand_orders_is_asked_about_as_quickly_as_one_in_five_hundred() {
        let shop = shop();
        let steps = || {
            shop.read(|conn| {
                let mut statement = conn.raw().prepare(TOGETHER)?;
                let found: Vec<i64> = statement
                    .query_map(rusqlite::params![TEAPOT, super::LATEST, "paid", "returning", super::PEOPLE, 4], |row| row.get(0))?
                    .collect::<rusqlite::Result<_>>()?;
                assert_eq!(found, [TEA]);
                Ok(statement.get_status(StatementStatus::VmStep))
            })
        };
        let sell = |from: u32, to: u32| {
            let buyers =
                move |tx: &Tx<'_>| Ok((from..to).try_for_each(|who| put(tx, &format!("{who}@a.lv"), "paid", &[TEAPOT, TEA]))?);
            shop.write::<_, Never>(buyers).unwrap();
        };
        sell(0, 500);
        let few = steps();
        sell(500, 5_000);
        let many = steps();
        assert!(many < few + few / 20, "{few} steps, then {many}");
    }
}
