//! The rows of an order written straight into SQLite: what `place` is measured against.
//!
//! The same schema, pragmas and rows, as many at once, committed in groups of the same size; but nothing is read, nothing
//! is decided, and nobody asks.

use std::path::Path;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use rusqlite::{Connection, params};
use tokio::sync::oneshot;

use crate::trouble::Outcome;

/// One order to write: the number of its cart, and who waits.
pub struct Wanted {
    /// Cart, from 1.
    pub cart: i64,
    /// Told when it is on disk.
    pub reply: oneshot::Sender<()>,
}

const GROUP: usize = 64;
const GROUP_TIME: Duration = Duration::from_millis(2);

/// Writes what is asked until nobody asks any more.
pub fn write(file: &Path, asked: &Receiver<Wanted>) -> Outcome<()> {
    let conn = Connection::open(file)?;
    conn.set_prepared_statement_cache_capacity(64);
    conn.execute_batch(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=1000; PRAGMA journal_size_limit=67108864;
         PRAGMA cache_size=-65536; PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;
         PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA busy_timeout=5000;",
    )?;
    while let Ok(first) = asked.recv() {
        let opened = Instant::now();
        let (mut group, mut next) = (Vec::new(), Some(first));
        conn.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        while let Some(wanted) = next {
            order(&conn, wanted.cart)?;
            group.push(wanted.reply);
            let room = group.len() < GROUP && opened.elapsed() < GROUP_TIME;
            next = room.then(|| asked.try_recv().ok()).flatten();
        }
        conn.prepare_cached("COMMIT")?.execute([])?;
        for reply in group {
            // Whoever asked may be gone.
            let _ = reply.send(());
        }
    }
    Ok(())
}

/// An order of one line, as `place` leaves it.
fn order(conn: &Connection, cart: i64) -> Outcome<()> {
    const AT: i64 = 1_795_165_200_000;
    let text = format!("{cart:064x}");
    let variant = cart % i64::from(super::placing::PRODUCTS) + 1;
    let id: i64 = conn
        .prepare_cached(
            "INSERT INTO orders (number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, person, name, line1, line2, city,
                region, postcode, country, phone, service, promised_from, promised_to, currency, goods_minor, delivery_minor,
                total_minor, home_currency)
             VALUES ($1, $2, $3, $3, 'en', 'placed', $4, 'guest@example.com', 'guest@example.com', 'Guest', 'Brivibas iela 12', '', 'Riga', '', 'LV-1010',
                'LV', '', 'standard', 20780, 20782, 'EUR', 2450, 490, 2940, 'EUR') RETURNING id",
        )?
        .query_row(params![&text[55..], cart, text, AT], |row| row.get(0))?;
    conn.prepare_cached(
        "INSERT INTO order_lines (order_id, position, variant_id, product_id, slug, name, value1, value2, value3, sku, picture,
            unit_minor, quantity, percent)
         VALUES ($1, 0, $2, $2, 'mug-1', 'Mug number 1', '', '', '', 'R-mug-1', NULL, 2450, 1, 2100)",
    )?
    .execute(params![id, variant])?;
    conn.prepare_cached("INSERT INTO order_taxes (order_id, percent, net, tax) VALUES ($1, 2100, 2430, 510)")?.execute([id])?;
    conn.prepare_cached("UPDATE variants SET held = held + 1 WHERE id = $1")?.execute([variant])?;
    conn.prepare_cached(
        "INSERT INTO stock_ledger (at, variant_id, on_hand, held, cause, order_id) VALUES ($1, $2, 0, 1, 'hold', $3)",
    )?
    .execute(params![AT, variant, id])?;
    let payment: i64 = conn
        .prepare_cached(
            "INSERT INTO payments (order_id, provider, state, minor, currency, made_at) VALUES ($1, 'testpay', 'pending', 2940, 'EUR', $2)
             RETURNING id",
        )?
        .query_row([id, AT], |row| row.get(0))?;
    conn.prepare_cached("INSERT INTO timeline (order_id, at, kind) VALUES ($1, $2, 'placed')")?.execute([id, AT])?;
    let mut later = conn.prepare_cached("INSERT INTO outbox (kind, subject, run_at) VALUES ($1, $2, $3)")?;
    later.execute(params!["ask_payment", payment, AT + 60_000])?;
    later.execute(params!["expire_order", id, AT + 900_000])?;
    Ok(())
}
