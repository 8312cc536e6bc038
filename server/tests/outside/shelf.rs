//! What the shop has to sell.

use db::database::Database;
use domain::Never;
use domain::ids::VariantId;
use domain::money::{Currency, Money};

/// So many teapots.
pub async fn stock(shop: &Database, teapots: i64) {
    let price = Money::new(4_500, Currency::EUR);
    let stocked = shop.write::<(), Never>(move |tx| {
        tx.run("INSERT INTO products (id, slug, name, shown, added_day) VALUES (1, 'teapot', 'Teapot', 'live', 20000)", &[])?;
        tx.run(
            "INSERT INTO variants (id, product_id, position, price_minor, selling) VALUES (1, 1, 0, $1, 'in_stock')",
            &[&price.minor],
        )?;
        db::stock::count(tx, VariantId(1), teapots)?;
        Ok(())
    });
    stocked.await.unwrap();
}
