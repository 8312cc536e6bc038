//! What parcels declare that leave the customs union, and what is still to be written down before they can.

use domain::contact::Country;
use domain::customs::{Declaration, Known, TariffCode, crosses, declaration};
use domain::ids::{OrderId, ProductId};
use domain::money::Currency;
use domain::orders::Order;
use domain::tracking::Piece;
use rusqlite::Row;

use crate::database::Conn;
use crate::error::Result;
use crate::{market, tracking};

/// What customs want to know of each line of an order, in their order; the gift cards among them are in no parcel.
pub fn known(conn: &Conn, order: OrderId) -> Result<Vec<Known>> {
    const OF: &str = "SELECT p.id, p.name, v.grams, p.tariff_code, p.origin FROM order_lines l
        JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id WHERE l.order_id = $1 ORDER BY l.position";
    conn.all(OF, &[&order.0], |row| {
        let (tariff, origin) = facts(row)?;
        Ok(Known { product: ProductId(row.get("id")?), name: row.get("name")?, grams: row.get("grams")?, tariff, origin })
    })
}

/// The tariff code and the country of origin of a product's row.
pub(crate) fn facts(row: &Row<'_>) -> rusqlite::Result<(Option<TariffCode>, Option<Country>)> {
    let (tariff, origin): (String, String) = (row.get("tariff_code")?, row.get("origin")?);
    Ok((TariffCode::parse(&tariff).ok(), Country::parse(&origin).ok()))
}

/// What is not known of the things in an order that goes where customs ask for it; nothing inside the customs union. Each product once.
pub fn missing(conn: &Conn, order: &Order) -> Result<Vec<Known>> {
    if !crosses(conn.home().country, order.address.country) {
        return Ok(Vec::new());
    }
    let lines = known(conn, order.id)?.into_iter().zip(&order.lines);
    let short = lines.filter(|(known, line)| known.is_short() && !line.gift_card).map(|(known, _)| known);
    let mut all: Vec<Known> = Vec::new();
    for one in short {
        if all.iter().all(|other| other.product != one.product) {
            all.push(one);
        }
    }
    Ok(all)
}

/// What a piece of an order declares; none inside the customs union.
pub fn declared(conn: &Conn, order: &Order, piece: &Piece) -> Result<Option<Declaration>> {
    if !crosses(conn.home().country, order.address.country) {
        return Ok(None);
    }
    let known = known(conn, order.id)?;
    let grams = tracking::packet(conn, order.id, piece.number)?.grams;
    let rates = market::rates(conn, order.placed_at.day())?;
    let euros = |sum: domain::money::Money| match &rates {
        _ if sum.currency == Currency::EUR => Some(sum),
        Some(rates) => rates.worth(sum, Currency::EUR),
        None => None,
    };
    Ok(Some(declaration((order, piece), &known, conn.issuer().seller.clone(), grams, euros)))
}
