//! What an order that is paid is given for the next one: a copy of an offer, behind a code nobody guesses, to be had once.
//!
//! A copy keeps what the offer gave when it was given: a promise is not changed afterwards. It rests while the offer rests.

use domain::ids::{OfferId, OrderId};
use domain::lang::Lang;
use domain::offers::{Code, Limits, Now, Span};
use domain::orders::GivenCode;

use crate::database::{Conn, Tx};
use crate::error::Result;
use crate::rows::{Columns, written};
use crate::token::chance_for_code;

/// Gives an order its codes. Once, however often it is asked. Of an offer that so many orders may have, so many are given.
pub(crate) fn give(tx: &Tx<'_>, order: OrderId) -> Result<()> {
    const ORIGINALS: &str = "SELECT id, limits FROM offers WHERE copied = 1 AND paused = 0 ORDER BY id";
    const GIVE: &str = "INSERT INTO offers (code, gives, reach, limits, together, copy_of, order_id, made_at)
        SELECT $1, gives, reach, $2, together, id, $3, $4 FROM offers WHERE id = $5 ON CONFLICT (order_id, copy_of) DO NOTHING";
    let originals = tx.all(ORIGINALS, &[], |row| Ok((OfferId(row.get("id")?), row.json::<Limits>("limits")?)))?;
    let now = Now { at: tx.now(), day: tx.now().day() };
    for (original, limits) in originals.into_iter().filter(|(_, limits)| limits.stands(now) != Span::Ended) {
        if let Some(most) = limits.in_all
            && copies(tx, original)? >= most
        {
            continue;
        }
        let limits = written(&Limits { in_all: Some(1), ..limits })?;
        let code = Code::of(chance_for_code()?);
        tx.run(GIVE, &[&code.as_str(), &limits, &order.0, &tx.now().0, &original.0])?;
    }
    Ok(())
}

/// How many copies of an offer were given.
fn copies(conn: &Conn, original: OfferId) -> Result<u32> {
    const COPIES: &str = "SELECT count(*) AS n FROM offers WHERE copy_of = $1";
    Ok(conn.one(COPIES, &[&original.0], |row| row.get("n"))?.unwrap_or(0))
}

/// The codes an order was given, each with what it is called in this language, and none that was had already.
pub(crate) fn given(conn: &Conn, order: OrderId, lang: Lang) -> Result<Vec<GivenCode>> {
    const GIVEN: &str = "SELECT c.code, coalesce(w.name, f.name) AS name FROM offers c JOIN offers t ON t.id = c.copy_of
        JOIN offer_words f ON f.offer_id = t.id AND f.lang = $1 LEFT JOIN offer_words w ON w.offer_id = t.id AND w.lang = $2
        WHERE c.order_id = $3 AND t.paused = 0 AND NOT EXISTS (SELECT 1 FROM order_offers h JOIN orders o ON o.id = h.order_id
            WHERE h.offer_id = c.id AND o.state <> 'cancelled') ORDER BY c.id";
    conn.all(GIVEN, &[&Lang::FIRST.code(), &lang.code(), &order.0], |row| {
        Ok(GivenCode { code: row.text("code")?, name: row.get("name")? })
    })
}
