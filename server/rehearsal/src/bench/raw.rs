//! The rows of an order written straight into SQLite: what `place` is measured against.
//!
//! The same schema, pragmas and rows, as many at once, committed in groups of the same size; but nothing is read, nothing
//! is decided, and nobody asks.

use std::path::Path;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use db::token::Token;
use domain::orders::OrderNumber;
use rusqlite::{Connection, params};
use tokio::sync::oneshot;

use crate::trouble::Outcome;

/// What no two orders have alike. It is made up before, as it is for `place`.
pub struct Own {
    /// Cart, from 1.
    cart: i64,
    number: OrderNumber,
    link: String,
    browser: String,
}

impl Own {
    /// Number and secrets for the order of a cart.
    pub fn of(cart: i64) -> Outcome<Self> {
        let (number, link, browser) = (OrderNumber::of(db::token::chance()?), Token::mint()?, Token::mint()?);
        Ok(Self { cart, number, link: link.hash(), browser: browser.hash() })
    }
}

/// One order to write, and who waits.
pub struct Wanted {
    /// The order.
    pub order: Own,
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
            write_order(&conn, &wanted.order)?;
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

/// An order of one line, as `place` leaves it: its number and the hashes of its secrets are chance, so that their indexes
/// grow all over and not at their end.
fn write_order(conn: &Connection, own: &Own) -> Outcome<()> {
    const AT: i64 = 1_795_165_200_000;
    const ORDER: &str =
        "INSERT INTO orders (number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, name, line1,
            line2, city, district, region, postcode, country, phone, service, pickup, promised_from, promised_to, currency,
            goods_minor, delivery_minor, total_minor, tax_minor, treatment, home_currency, rate, rate_day, goods_off_minor,
            delivery_off_minor, person, cards_minor, gift_note)
        VALUES ($1, $2, $3, $4, 'en', 'placed', $5, 'guest@example.com', 'Guest', 'Brivibas iela 12',
            '', 'Riga', '', '', 'LV-1010', 'LV', '', 'standard', '', 20780, 20782, 'EUR',
            2450, 490, 2940, 510, 'domestic', 'EUR', '1.000000', 20780, 0,
            0, 'guest@example.com', 0, '') RETURNING id";
    const LINE: &str =
        "INSERT INTO order_lines (order_id, position, variant_id, product_id, slug, name, value1, value2, value3, sku, picture,
            unit_minor, quantity, off_minor, percent, gift_card)
        VALUES ($1, 0, $2, $2, 'mug-1', 'Mug number 1', '', '', '', 'R-mug-1', NULL, 2450, 1, 0, 2100, 0)";
    const TAX: &str = "INSERT INTO order_taxes (order_id, percent, net, tax) VALUES ($1, 2100, 2430, 510)";
    const HOLD: &str = "UPDATE variants SET held = held + 1 WHERE id = $1";
    const HELD: &str =
        "INSERT INTO stock_ledger (at, variant_id, on_hand, held, cause, order_id) VALUES ($1, $2, 0, 1, 'hold', $3)";
    const PAYMENT: &str = "INSERT INTO payments (order_id, way, provider, state, minor, currency, made_at)
        VALUES ($1, 'card', 'testpay', 'pending', 2940, 'EUR', $2) RETURNING id";
    const PLACED: &str = "INSERT INTO timeline (order_id, at, kind) VALUES ($1, $2, 'placed')";
    const LATER: &str = "INSERT INTO outbox (kind, subject, run_at) VALUES ($1, $2, $3)";
    let variant = own.cart % i64::from(super::placing::PRODUCTS) + 1;
    let named = params![own.number.as_str(), own.cart, own.link, own.browser, AT];
    let id: i64 = conn.prepare_cached(ORDER)?.query_row(named, |row| row.get(0))?;
    conn.prepare_cached(LINE)?.execute(params![id, variant])?;
    conn.prepare_cached(TAX)?.execute([id])?;
    conn.prepare_cached(HOLD)?.execute([variant])?;
    conn.prepare_cached(HELD)?.execute(params![AT, variant, id])?;
    let payment: i64 = conn.prepare_cached(PAYMENT)?.query_row([id, AT], |row| row.get(0))?;
    conn.prepare_cached(PLACED)?.execute([id, AT])?;
    let mut later = conn.prepare_cached(LATER)?;
    later.execute(params!["ask_payment", payment, AT + 60_000])?;
    later.execute(params!["expire_order", id, AT + 900_000])?;
    Ok(())
}
