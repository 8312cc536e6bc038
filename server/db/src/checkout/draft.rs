//! What a shopper has told the checkout, exactly as typed.

use domain::checkout::{Draft, PlaceRefusal, TypedAddress};
use domain::delivery::Service;
use domain::ids::CartId;
use domain::payments::Way;
use domain::tax::VatCheck;
use domain::time::Timestamp;
use domain::tracking::Instructions;
use rusqlite::Row;

use super::open_cart;
use crate::database::{Conn, Tx};
use crate::error::{Answer, Result};
use crate::rows::Columns;
use crate::token::Token;

/// The draft of a cart; a blank one when nothing was said yet.
pub fn draft(conn: &Conn, cart: CartId) -> Result<Draft> {
    const OF: &str = "SELECT email, country, name, line1, line2, postcode, city, district, region, phone, keep, remember, texts, reminder, vat,
            vat_reference, vat_checked_at, service, pickup, way, keep_card,
            coalesce((SELECT i.typed FROM draft_instructions i WHERE i.cart_id = drafts.cart_id), '') AS instructions
        FROM drafts WHERE cart_id = $1";
    Ok(conn.one(OF, &[&cart.0], read)?.unwrap_or_default())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        typed: TypedAddress {
            email: row.get("email")?,
            country: row.get("country")?,
            name: row.get("name")?,
            line1: row.get("line1")?,
            line2: row.get("line2")?,
            postcode: row.get("postcode")?,
            city: row.get("city")?,
            district: row.get("district")?,
            region: row.get("region")?,
            phone: row.get("phone")?,
            keep: row.get("keep")?,
        },
        remember: row.get("remember")?,
        texts: row.get("texts")?,
        reminder: row.get("reminder")?,
        vat: row.get("vat")?,
        vat_check: check(row)?,
        service: row.maybe_code("service")?,
        pickup: row.get("pickup")?,
        instructions: row.get("instructions")?,
        way: row.maybe_code("way")?,
        keep_card: row.get("keep_card")?,
    })
}

/// A VAT number as typed, and that it was found to be a business's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Business {
    /// As typed; empty for everybody who is none.
    pub vat: String,
    /// When it was found to be one's, and by which consultation of the register.
    pub check: Option<VatCheck>,
}

/// Keeps the address form as typed, right or wrong, and the number of a business, if it is one.
pub fn keep_address(tx: &Tx<'_>, token: &Token, typed: &TypedAddress, business: &Business) -> Answer<Draft, PlaceRefusal> {
    const KEEP: &str = "INSERT INTO drafts (cart_id, email, country, name, line1, line2, postcode, city, district, region, phone,
            keep, vat, vat_reference, vat_checked_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (cart_id) DO UPDATE SET email = excluded.email, country = excluded.country, name = excluded.name,
            line1 = excluded.line1, line2 = excluded.line2, postcode = excluded.postcode, city = excluded.city,
            district = excluded.district, region = excluded.region, phone = excluded.phone, keep = excluded.keep,
            vat = excluded.vat, vat_reference = excluded.vat_reference, vat_checked_at = excluded.vat_checked_at";
    let id = open_cart(tx, token)?;
    let t = typed;
    let (reference, at) = evidence(business.check.as_ref());
    tx.run(
        KEEP,
        &[
            &id.0,
            &t.email,
            &t.country,
            &t.name,
            &t.line1,
            &t.line2,
            &t.postcode,
            &t.city,
            &t.district,
            &t.region,
            &t.phone,
            &t.keep,
            &business.vat,
            &reference,
            &at,
        ],
    )?;
    Ok(draft(tx, id)?)
}

/// The evidence of the columns `vat_reference` and `vat_checked_at`.
pub(crate) fn check(row: &Row<'_>) -> rusqlite::Result<Option<VatCheck>> {
    let (reference, at) = (row.get("vat_reference")?, row.get::<_, Option<i64>>("vat_checked_at")?);
    Ok(at.map(|at| VatCheck { reference, at: Timestamp(at) }))
}

/// The same as its columns hold it.
pub(super) fn evidence(check: Option<&VatCheck>) -> (&str, Option<i64>) {
    check.map_or(("", None), |check| (&check.reference, Some(check.at.0)))
}

/// Keeps how it is to be sent, and to which pickup point.
pub fn keep_service(tx: &Tx<'_>, token: &Token, service: Service, pickup: &str) -> Answer<Draft, PlaceRefusal> {
    const KEEP: &str = "INSERT INTO drafts (cart_id, service, pickup) VALUES ($1, $2, $3)
        ON CONFLICT (cart_id) DO UPDATE SET service = excluded.service, pickup = excluded.pickup";
    let id = open_cart(tx, token)?;
    tx.run(KEEP, &[&id.0, &service.code(), &pickup])?;
    Ok(draft(tx, id)?)
}

/// Keeps a word to whoever brings it, as typed, right or wrong; nothing takes it away.
pub fn keep_instructions(tx: &Tx<'_>, token: &Token, typed: &str) -> Answer<Draft, PlaceRefusal> {
    const KEEP: &str = "INSERT INTO draft_instructions (cart_id, typed) VALUES ($1, $2)
        ON CONFLICT (cart_id) DO UPDATE SET typed = excluded.typed";
    let id = open_cart(tx, token)?;
    let typed: String = typed.chars().take(3 * Instructions::MOST).collect();
    tx.run(KEEP, &[&id.0, &typed])?;
    Ok(draft(tx, id)?)
}

/// Keeps how it is to be paid.
pub fn keep_way(tx: &Tx<'_>, token: &Token, way: Way) -> Answer<Draft, PlaceRefusal> {
    const KEEP: &str = "INSERT INTO drafts (cart_id, way) VALUES ($1, $2) ON CONFLICT (cart_id) DO UPDATE SET way = excluded.way";
    let id = open_cart(tx, token)?;
    tx.run(KEEP, &[&id.0, &way.code()])?;
    Ok(draft(tx, id)?)
}

/// Keeps whether the card that is paid with is to be kept.
pub fn keep_card(tx: &Tx<'_>, token: &Token, keep: bool) -> Answer<(), PlaceRefusal> {
    let id = open_cart(tx, token)?;
    tx.run("UPDATE drafts SET keep_card = $1 WHERE cart_id = $2", &[&keep, &id.0])?;
    Ok(())
}
