//! The shop's and the provider's books, read when the shop is closed: what a page would not tell.

use std::path::Path;
use std::time::{Duration, Instant};

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use crate::trouble::Outcome;

/// A closed shop's file.
pub struct Books(Connection);

impl Books {
    /// Opens a file to read.
    pub fn open(path: &Path) -> Outcome<Self> {
        // A file whose program was killed has a write-ahead log beside it, which only a connection that may write reads.
        Ok(Self(Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?))
    }

    /// The number a question finds.
    pub fn count(&self, question: &str) -> Outcome<i64> {
        Ok(self.0.query_row(question, [], |row| row.get(0))?)
    }

    /// The texts a question finds.
    pub fn texts(&self, question: &str) -> Outcome<Vec<String>> {
        let mut statement = self.0.prepare(question)?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

impl Books {
    /// Everything a question finds, a line for each row, but for the columns of these names.
    pub fn dump(&self, question: &str, without: &[&str]) -> Outcome<String> {
        let mut statement = self.0.prepare(question)?;
        let names: Vec<String> = statement.column_names().into_iter().map(str::to_owned).collect();
        let mut rows = statement.query([])?;
        let mut text = String::new();
        while let Some(row) = rows.next()? {
            for (at, name) in names.iter().enumerate().filter(|(_, name)| !without.contains(&name.as_str())) {
                let value: Value = row.get(at)?;
                text.push_str(&format!("{name}={value:?} "));
            }
            text.push('\n');
        }
        Ok(text)
    }

    /// Lets all the time pass that work of a kind waits for.
    pub fn hurry(&self, kind: &str) -> Outcome<usize> {
        Ok(self.0.execute("UPDATE outbox SET run_at = 0 WHERE state = 'waiting' AND kind = $1", [kind])?)
    }
}

/// Asks an open shop's books until a question finds nothing, for so long at most; how many are left then.
pub async fn none_left(path: &Path, question: &str, patience: Duration) -> Outcome<i64> {
    let since = Instant::now();
    loop {
        let left = Books::open(path)?.count(question)?;
        if left == 0 || since.elapsed() > patience {
            return Ok(left);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Folds the log in and leaves nothing of its file; finds whether somebody was in the way.
pub const FOLD: &str = "PRAGMA wal_checkpoint(TRUNCATE)";
/// How long somebody may be in the way.
pub const SOON: Duration = Duration::from_secs(5);
/// Orders that wait for their money.
pub const PLACED: &str = "SELECT count(*) FROM orders WHERE state = 'placed'";
/// Orders there are.
pub const ORDERS: &str = "SELECT count(*) FROM orders";
/// Orders that are paid.
pub const PAID: &str = "SELECT count(*) FROM orders WHERE state = 'paid'";
/// Payments there are.
pub const PAYMENTS: &str = "SELECT count(*) FROM payments";
/// What is left on all shelves.
pub const ON_HAND: &str = "SELECT sum(on_hand) FROM variants";

/// Orders whose money did not come, or was not promised, exactly once: on the timeline, as a payment, in the ledger once taken.
pub const NOT_PAID_ONCE: &str = "SELECT o.number || ' is ' || o.state || ', taken '
        || (SELECT count(*) FROM timeline t WHERE t.order_id = o.id AND t.kind IN ('payment_taken', 'payment_promised')) || ' times, ledger '
        || (SELECT coalesce(sum(l.minor), 0) FROM money_ledger l WHERE l.order_id = o.id AND l.account = 'provider')
        || ' of ' || o.total_minor
    FROM orders o
    WHERE o.state <> 'paid'
        OR (SELECT count(*) FROM timeline t WHERE t.order_id = o.id AND t.kind IN ('payment_taken', 'payment_promised')) <> 1
        OR (SELECT count(*) FROM payments p WHERE p.order_id = o.id AND p.state IN ('captured', 'promised')) <> 1
        OR (SELECT coalesce(sum(l.minor), 0) FROM money_ledger l WHERE l.order_id = o.id AND l.account = 'provider')
            <> (SELECT coalesce(sum(p.minor), 0) FROM payments p WHERE p.order_id = o.id AND p.state = 'captured')";

/// At the provider: sessions that are not paid exactly once.
pub const SESSIONS_NOT_PAID_ONCE: &str = "SELECT s.order_number || ' at the provider: ' || s.state || ', taken '
        || (SELECT count(*) FROM movements m WHERE m.session_id = s.id AND m.kind = 'promise') || ' times'
    FROM sessions s
    WHERE s.state NOT IN ('promised', 'paid')
        OR (SELECT count(*) FROM movements m WHERE m.session_id = s.id AND m.kind = 'promise') <> 1";
