//! What shoppers think of their orders: told on a page of the order, read at the desk.

use domain::Never;
use domain::ids::OrderId;
use domain::opinions::{Mark, Opinion, OpinionRow};
use rusqlite::Row;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::rows::Columns;

/// Rows on a page of the desk.
pub const PAGE: u32 = 50;

/// Keeps what somebody thinks of an order; what they told before is no longer what they think.
pub fn tell(tx: &Tx<'_>, order: OrderId, opinion: &Opinion) -> Answer<(), Never> {
    const TELL: &str = "INSERT INTO opinions (order_id, mark, said, told_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (order_id) DO UPDATE SET mark = excluded.mark, said = excluded.said, told_at = excluded.told_at";
    tx.run(TELL, &[&order.0, &opinion.mark.map(Mark::count), &opinion.said, &tx.now().0])?;
    Ok(())
}

/// What was told of an order.
pub fn of_order(conn: &Conn, order: OrderId) -> Result<Option<Opinion>> {
    conn.one("SELECT mark, said FROM opinions WHERE order_id = $1", &[&order.0], read)
}

/// A page of all there are, the newest first; one more than the page where there are more.
pub fn all(conn: &Conn, page: u32) -> Result<Vec<OpinionRow>> {
    const ALL: &str = "SELECT p.mark, p.said, p.told_at, o.number FROM opinions p JOIN orders o ON o.id = p.order_id
        ORDER BY p.told_at DESC, p.order_id DESC LIMIT $1 OFFSET $2";
    let from = page.saturating_sub(1).saturating_mul(PAGE);
    conn.all(ALL, &[&(PAGE + 1), &from], |row| {
        Ok(OpinionRow { order: row.text("number")?, opinion: read(row)?, told_at: row.time("told_at")? })
    })
}

/// How often each mark was given, the best first.
pub fn counts(conn: &Conn) -> Result<Vec<(Mark, u32)>> {
    const COUNTS: &str = "SELECT mark, count(*) AS n FROM opinions WHERE mark IS NOT NULL GROUP BY mark";
    let found = conn.all(COUNTS, &[], |row| Ok((row.get::<_, u8>("mark")?, row.get::<_, u32>("n")?)))?;
    let of = |mark: Mark| found.iter().find(|(count, _)| *count == mark.count()).map_or(0, |(_, n)| *n);
    Ok(Mark::ALL.into_iter().map(|mark| (mark, of(mark))).collect())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Opinion> {
    Ok(Opinion { mark: row.get::<_, Option<u8>>("mark")?.and_then(Mark::new), said: row.get("said")? })
}
