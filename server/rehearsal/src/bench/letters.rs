//! B10: ten thousand letters wait, each about an order of its own; how many a second are decided, written and handed to a mail
//! server on this machine, everything on disk before it is believed.

use std::time::{Duration, Instant};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::orders::{copied, with_an_order};
use super::table::{Table, grouped};
use crate::post::Post;
use crate::premises::Program;
use crate::trouble::{Outcome, wrong};
use domain::orders::OrderNumber;

const LETTERS: i64 = 10_000;
/// Letters a second.
const TARGET: f64 = 300.0;
/// Nobody waits longer for all of them.
const PATIENCE: Duration = Duration::from_secs(180);

/// Prints how many a second.
pub async fn measure(program: &Program, table: &mut Table) -> Outcome<()> {
    table.title(&format!("B10 {} letters that wait, each of an order of its own, over SMTP", grouped(LETTERS as f64)));
    let post = Post::open(Duration::ZERO).await?;
    let mut program = program.clone();
    program.settings.extend(post.settings());
    let premises = with_an_order(&program).await?;
    queue(&premises.file("shop.sqlite"))?;
    let before = post.count();
    let begun = Instant::now();
    let shop = premises.open().await?;
    while post.count() < before + LETTERS as usize {
        if begun.elapsed() > PATIENCE {
            return wrong(format!("{} of {LETTERS} letters came within {} s", post.count() - before, PATIENCE.as_secs()));
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let rate = LETTERS as f64 / begun.elapsed().as_secs_f64();
    shop.close().await?;
    table.judged("decided, rendered, sent and noted, 20 at once", &format!("{}/s", grouped(rate)), rate >= TARGET, ">= 300/s");
    Ok(())
}

/// Writes as many orders as letters, each like the one there is, and a letter that is due about each.
fn queue(file: &std::path::Path) -> Outcome<()> {
    let mut books = Connection::open(file)?;
    let books = books.transaction()?;
    books.execute_batch("PRAGMA defer_foreign_keys=ON")?;
    let (order, who): (i64, i64) =
        books.query_row("SELECT order_id, correspondent_id FROM notifications WHERE order_id IS NOT NULL", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    for number in 1..=LETTERS {
        let id = 1_000_000 + number;
        let instead = [
            ("id", Value::from(id)),
            ("number", Value::from(OrderNumber::of(number as u64).as_str().to_owned())),
            ("cart_id", Value::from(id)),
            ("token_hash", Value::from(format!("queued-{number}"))),
            ("state", Value::from("placed".to_owned())),
        ];
        copied(&books, "orders", ("id", order), &instead)?;
        copied(&books, "order_lines", ("order_id", order), &[("order_id", Value::from(id))])?;
        let payment = [
            ("id", Value::from(id)),
            ("order_id", Value::from(id)),
            ("reference", Value::Null),
            ("state", Value::from("pending".to_owned())),
        ];
        copied(&books, "payments", ("order_id", order), &payment)?;
        books.execute(
            "INSERT INTO notifications (id, event, channel, kind, order_id, correspondent_id, recipient, lang, message, made_at, due_at)
                VALUES ($1, $2, 'email', 'order_link', $3, $4, 'ada@example.org', 'en', $5, 1, 1)",
            rusqlite::params![id, format!("queued:{number}"), id, who, format!("{number:032x}")],
        )?;
        books.execute("INSERT INTO outbox (kind, lane, subject, run_at) VALUES ('send_message', 'post', $1, 1)", [id])?;
    }
    // Tried for days, as the shop sees it, they would be given up at the first trouble; there is none.
    books.execute("UPDATE notifications SET due_at = unixepoch() * 1000 WHERE due_at = 1", [])?;
    books.commit()?;
    Ok(())
}
