//! The schema, step by step; `user_version` tells how far a database has come.

use rusqlite::Connection;
use rusqlite_migration::{Error, M, MigrationDefinitionError, Migrations};

use crate::error::{Fault, Result};

const STEPS: &[M<'static>] = &[
    M::up(include_str!("../migrations/0001_catalogue.sql")),
    M::up(include_str!("../migrations/0002_cart.sql")),
    M::up(include_str!("../migrations/0003_orders.sql")),
    M::up(include_str!("../migrations/0004_world.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0005_sizes.sql")),
    M::up(include_str!("../migrations/0006_photos.sql")),
    M::up(include_str!("../migrations/0007_search.sql")),
    M::up(include_str!("../migrations/0008_lists.sql")),
    M::up(include_str!("../migrations/0009_desk.sql")),
    M::up(include_str!("../migrations/0010_extras.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0011_offers.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0012_documents.sql")),
    M::up(include_str!("../migrations/0013_payments.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0014_gift_cards.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0015_checkout.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0016_won_back.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0017_gifts.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0018_cards_won_back.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0019_offers_had.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0020_legal_steps.sql")),
    M::up(include_str!("../migrations/0021_messages.sql")),
    M::up(include_str!("../migrations/0022_parcels.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0023_self_service.sql")),
    M::up(include_str!("../migrations/0024_outbox_lanes.sql")),
    M::up(include_str!("../migrations/0025_pause_before_packing.sql")),
    M::up(include_str!("../migrations/0026_shared_orders.sql")),
    M::up(include_str!("../migrations/0028_delays.sql")),
    M::up(include_str!("../migrations/0029_pickup_points.sql")),
    M::up(include_str!("../migrations/0030_wishes.sql")),
    M::up(include_str!("../migrations/0031_cart_changes.sql")),
    M::up(include_str!("../migrations/0032_devices.sql")),
    M::up(include_str!("../migrations/0033_problems.sql")),
    M::up(include_str!("../migrations/0034_accounts.sql")),
    M::up(include_str!("../migrations/0035_items_changed.sql")),
    M::up(include_str!("../migrations/0038_persons.sql")),
    M::up(include_str!("../migrations/0039_changes_of_address.sql")),
    M::up(include_str!("../migrations/0041_wishlists.sql")),
    M::up(include_str!("../migrations/0042_watched_wishlists.sql")),
    M::up(include_str!("../migrations/0044_collections.sql")),
    M::up(include_str!("../migrations/0045_liked.sql")),
    M::up(include_str!("../migrations/0046_cancellations.sql")),
    M::up(include_str!("../migrations/0047_ways_changed.sql")),
    M::up(include_str!("../migrations/0048_passkeys.sql")),
    M::up(include_str!("../migrations/0049_kept_cards.sql")),
    M::up(include_str!("../migrations/0050_labels.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0051_customs.sql")),
    M::up(include_str!("../migrations/0052_problem_photos.sql")),
    M::up(include_str!("../migrations/0053_desk_subjects.sql")).foreign_key_check(),
    M::up(include_str!("../migrations/0054_goods_seen.sql")),
    M::up(include_str!("../migrations/0055_own_falls.sql")),
    M::up(include_str!("../migrations/0056_places_changed.sql")),
    M::up(include_str!("../migrations/0057_readers_clocks.sql")),
    M::up(include_str!("../migrations/0058_opinions_and_care.sql")),
    M::up(include_str!("../migrations/0060_revisions.sql")),
];

/// Brings a database to this program's schema. One made by a newer program is left alone and refused.
pub fn migrate(conn: &mut Connection) -> Result<()> {
    bring(conn, STEPS)
}

/// Brings a file to the end of its own steps. References rest meanwhile: a table that is made anew is dropped first,
/// and SQLite would take its rows' references along. A step that does so checks them before it counts as done.
pub(crate) fn bring(conn: &mut Connection, steps: &[M<'_>]) -> Result<()> {
    conn.execute_batch("PRAGMA foreign_keys=OFF")?;
    let brought = up(conn, steps);
    conn.execute_batch("PRAGMA foreign_keys=ON")?;
    brought
}

fn up(conn: &mut Connection, steps: &[M<'_>]) -> Result<()> {
    Migrations::from_slice(steps).to_latest(conn).map_err(|error| match error {
        Error::MigrationDefinition(MigrationDefinitionError::DatabaseTooFarAhead) => Fault::Newer(
            "this database was made by a newer Cartwright; start that one, or restore a backup made by this one".to_owned(),
        ),
        Error::RusqliteError { err, .. } => err.into(),
        other => Fault::Books(other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shop_from_before_things_had_sizes_keeps_its_goods_orders_and_parcels() {
        let mut conn = Connection::open_in_memory().unwrap();
        bring(&mut conn, &STEPS[..4]).unwrap();
        conn.execute_batch(
            "INSERT INTO products (id, slug, name, shown, added_day) VALUES (1, 'mug', 'Mug', 'live', 1);
             INSERT INTO variants (id, product_id, position, price_minor, grams, selling) VALUES (1, 1, 0, 1900, 400, 'always');
             INSERT INTO carts (id, token_hash, made_at, touched_at) VALUES (1, 'a', 1, 1), (2, 'b', 1, 1);
             INSERT INTO drafts (cart_id, email, vat, vat_known) VALUES (2, 'ada@example.org', 'DE136695976', 1);
             INSERT INTO orders (id, number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, name, line1, line2,
                    city, region, postcode, country, phone, service, promised_from, promised_to, currency, goods_minor,
                    delivery_minor, total_minor, home_currency)
                VALUES (1, 'N', 1, 'a', 'b', 'en', 'placed', 1, '', '', '', '', '', '', '', 'LV', '', 'standard', 1, 2, 'EUR', 1900,
                    0, 1900, 'EUR');
             INSERT INTO order_taxes (order_id, percent, net, tax) VALUES (1, 2100, 1570, 330);",
        )
        .unwrap();
        conn.execute_batch(
            "UPDATE orders SET state = 'paid'; INSERT INTO order_lines (order_id, position, variant_id, slug, name, value1,
            value2, value3, sku, unit_minor, quantity) VALUES (1, 0, 1, 'mug', 'Mug', '', '', '', '', 1900, 1);
             INSERT INTO parcels (id, order_id, carrier, number, state, made_at, expected)
                VALUES (7, 1, 'simcarrier', 'SC1', 'in_transit', 5, 20780);
             INSERT INTO timeline (order_id, parcel_id, at, kind, carrier_event, expected) VALUES (1, 7, 9, 'label', 'e1', 20778);",
        )
        .unwrap();
        migrate(&mut conn).unwrap();
        let one = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, Option<i64>>(0)).unwrap();
        assert_eq!((one("SELECT grams FROM variants"), one("SELECT length_mm FROM variants")), (Some(400), None));
        assert_eq!(one("SELECT tax_minor FROM orders"), Some(330));
        assert_eq!(one("SELECT percent FROM order_lines"), Some(2100));
        assert_eq!(one("SELECT subject FROM outbox WHERE kind = 'issue_documents'"), Some(1), "its invoice is written");
        // Its parcel is the one piece of the order, with all of it inside and the day that was promised first.
        assert_eq!(one("SELECT quantity FROM piece_lines WHERE order_id = 1 AND piece = 1 AND position = 0"), Some(1));
        assert_eq!(
            (one("SELECT promised FROM parcels WHERE id = 7"), one("SELECT expected FROM parcels")),
            (Some(20778), Some(20780))
        );
        assert_eq!(one("SELECT count(*) FROM timeline WHERE parcel_id = 7"), Some(1));
        // Whoever was in the middle of a checkout is asked about anew, since nobody kept when the register said yes.
        assert_eq!(one("SELECT vat_checked_at FROM drafts WHERE vat = 'DE136695976'"), None);
    }
}
