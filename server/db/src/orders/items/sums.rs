//! The sums of an order once a change of it is made, and the tax inside them.

use domain::ids::OrderId;
use domain::money::Money;
use domain::orders::{Charged, taxed};
use domain::tax::TaxLine;

use super::way::WayPlan;
use super::{Row, rows};
use crate::database::Tx;
use crate::documents;
use crate::error::Result;
use crate::orders::by_id;

/// The sums of an order are those of what is in it now and, where that changes, of the `way` it is sent; `onto_cards` went back to
/// the gift cards that paid a part of it. What is on an invoice is taxed as that says; the rest as it would be on one of its own.
pub(super) fn sum_up(tx: &Tx<'_>, id: OrderId, onto_cards: i64, way: Option<&WayPlan>) -> Result<()> {
    const SUM: &str = "UPDATE orders SET goods_minor = $1, goods_off_minor = $2,
            delivery_minor = $3, delivery_off_minor = $4, total_minor = $1 - $2 + $3 - $4, cards_minor = cards_minor - $5,
            tax_minor = $6
        WHERE id = $7";
    const TAX: &str = "INSERT INTO order_taxes (order_id, percent, net, tax) VALUES ($1, $2, $3, $4)";
    let order = by_id(tx, id)?;
    let lines = rows(tx, &order)?;
    let billed = documents::billed(tx, id)?;
    let before = (order.delivery.minor, order.delivery.minor - order.delivery_paid().minor);
    let (whole, taken_off) = way.map_or(before, |way| (way.delivery, way.off));
    let charged = |row: &Row| Charged { percent: row.line.percent, paid: row.paid() };
    let brought = || lines.iter().filter(|row| !row.line.unit.is_zero());
    let open: Vec<Charged> = brought().filter(|row| row.billed.is_none()).map(charged).collect();
    let delivery = Money::new(whole - taken_off - billed.delivery, order.total.currency);
    let mut taxes = billed.taxes;
    for row in taxed(&open, delivery, &brought().map(charged).collect::<Vec<_>>()) {
        add(&mut taxes, row);
    }
    tx.run("DELETE FROM order_taxes WHERE order_id = $1", &[&id.0])?;
    let taxes = if order.taxes.is_empty() { Vec::new() } else { taxes };
    for row in taxes.iter().filter(|row| row.net.minor != 0 || row.tax.minor != 0) {
        tx.run(TAX, &[&id.0, &row.percent.hundredths(), &row.net.minor, &row.tax.minor])?;
    }
    let (goods, off) = lines.iter().fold((0, 0), |(goods, off), row| (goods + row.line.total.minor, off + row.line.off.minor));
    let tax: i64 = taxes.iter().map(|row| row.tax.minor).sum();
    tx.run(SUM, &[&goods, &off, &whole, &taken_off, &onto_cards, &tax, &id.0])?;
    Ok(())
}

fn add(taxes: &mut Vec<TaxLine>, more: TaxLine) {
    match taxes.iter_mut().find(|row| row.percent == more.percent) {
        Some(row) => (row.net.minor, row.tax.minor) = (row.net.minor + more.net.minor, row.tax.minor + more.tax.minor),
        None => taxes.push(more),
    }
}
