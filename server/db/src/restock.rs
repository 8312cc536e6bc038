//! Who wants to be told when a thing is back.
//!
//! Whatever makes a variant one that can be bought calls [`back`] or [`product_back`] in its own transaction, which marks
//! those who wait as due and leaves the work of telling them in the outbox.

use domain::Never;
use domain::catalogue::Slug;
use domain::contact::Email;
use domain::ids::{ProductId, VariantId};
use domain::lang::Lang;
use domain::restock::{KEPT_DAYS, WishRefusal};
use domain::time::Timestamp;

use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::outbox::Job;
use crate::rows::Columns;

/// Where a variant's page is in this language. One that shoppers do not find there is as good as none.
pub fn address(conn: &Conn, lang: Lang, variant: VariantId) -> Result<Slug> {
    const OF: &str = "SELECT coalesce(w.slug, p.slug) AS slug FROM variants v JOIN products p ON p.id = v.product_id
        LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        WHERE v.id = $2 AND v.retired = 0 AND p.shown = 'live'";
    conn.one(OF, &[&lang.code(), &variant.0], |row| row.text("slug"))?.ok_or(Fault::NotFound("variant"))
}

/// Keeps a wish, once for each address however often it is said. The one who says it again waits anew. `zone` is the name of that
/// by whose clock they live; empty where nobody knows.
pub fn wish(tx: &Tx<'_>, variant: VariantId, email: &Email, (lang, zone): (Lang, &str)) -> Answer<(), WishRefusal> {
    const WISH: &str = "INSERT INTO restock_wishes (variant_id, email, lang, zone, wished_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (variant_id, lower(email)) DO UPDATE
            SET email = excluded.email, lang = excluded.lang, zone = excluded.zone, wished_at = excluded.wished_at, due_at = NULL";
    address(tx, lang, variant)?;
    if can_be_bought(tx, variant)? {
        return Err(Error::Refused(WishRefusal::InStock));
    }
    tx.run(WISH, &[&variant.0, &email.as_str(), &lang.code(), &zone, &tx.now().0])?;
    tx.later(Job::ForgetWishes, 0, end_of(tx.now()))?;
    Ok(())
}

/// A variant has more than it had. If it can be bought now, who waits for it is due to be told, and the outbox says so.
pub(crate) fn back(tx: &Tx<'_>, variant: VariantId) -> Result<()> {
    const WAITED_FOR: &str = "SELECT 1 AS one FROM restock_wishes WHERE variant_id = $1 AND due_at IS NULL LIMIT 1";
    const DUE: &str = "UPDATE restock_wishes SET due_at = $1 WHERE variant_id = $2 AND due_at IS NULL";
    let waited_for = tx.one(WAITED_FOR, &[&variant.0], |_| Ok(()))?.is_some();
    if waited_for && can_be_bought(tx, variant)? {
        tx.run(DUE, &[&tx.now().0, &variant.0])?;
        tx.later(Job::TellBack, variant.0, tx.now())?;
    }
    Ok(())
}

/// A product is not what it was: the same for each of its variants.
pub(crate) fn product_back(tx: &Tx<'_>, product: ProductId) -> Result<()> {
    const WAITED_FOR: &str = "SELECT DISTINCT w.variant_id AS id FROM variants v JOIN restock_wishes w ON w.variant_id = v.id
        WHERE v.product_id = $1 AND w.due_at IS NULL ORDER BY w.variant_id";
    let variants = tx.all(WAITED_FOR, &[&product.0], |row| Ok(VariantId(row.get("id")?)))?;
    variants.into_iter().try_for_each(|variant| back(tx, variant))
}

/// How many are due to be told of a variant.
pub fn due(conn: &Conn, variant: VariantId) -> Result<u32> {
    const DUE: &str = "SELECT count(*) AS n FROM restock_wishes WHERE variant_id = $1 AND due_at IS NOT NULL";
    Ok(conn.one(DUE, &[&variant.0], |row| row.get("n"))?.unwrap_or(0))
}

/// Forgets the wishes that are too old, told or not; says when the next one will be.
pub fn forget_old(tx: &Tx<'_>) -> Answer<Timestamp, Never> {
    const OLDEST: &str = "SELECT min(wished_at) AS oldest FROM restock_wishes";
    let kept_since = tx.now().plus_seconds(-KEPT_SECONDS);
    tx.run("DELETE FROM restock_wishes WHERE wished_at <= $1", &[&kept_since.0])?;
    let oldest = tx.one(OLDEST, &[], |row| row.get::<_, Option<i64>>("oldest"))?.flatten();
    Ok(end_of(oldest.map_or(tx.now(), Timestamp)))
}

const KEPT_SECONDS: i64 = KEPT_DAYS * 24 * 3600;

fn end_of(wished_at: Timestamp) -> Timestamp {
    wished_at.plus_seconds(KEPT_SECONDS)
}

/// Whether a variant can be bought now.
pub(crate) fn can_be_bought(conn: &Conn, variant: VariantId) -> Result<bool> {
    const CAN: &str = "SELECT 1 AS one FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = $1 AND v.retired = 0
        AND (v.selling = 'always' OR v.on_hand > v.held) AND p.shown = 'live'";
    Ok(conn.one(CAN, &[&variant.0], |_| Ok(()))?.is_some())
}
