//! What of an order no invoice speaks of yet, and what is on those there are.

use domain::documents::{Document, DocumentKind, Line, Subject, left_of};
use domain::ids::OrderId;
use domain::money::Money;
use domain::orders::{Order, OrderLine};
use domain::tax::TaxLine;

use super::{Kept, kept};
use crate::database::{Conn, Tx};
use crate::error::Result;

/// What an order's invoices charge, less what changes of it have credited. What the desk has refunded is not taken off: the order
/// is still of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Billed {
    /// At each rate.
    pub(crate) taxes: Vec<TaxLine>,
    /// For delivery, tax included, in minor units.
    pub(crate) delivery: i64,
}

/// What is on the invoices of an order.
pub(crate) fn billed(conn: &Conn, order: OrderId) -> Result<Billed> {
    Ok(of(&kept(conn, order)?))
}

fn of(all: &[Kept]) -> Billed {
    let mut billed = Billed::default();
    for one in all {
        let sign = match one.document.number.kind {
            DocumentKind::Invoice => 1,
            DocumentKind::CreditNote if one.of_change => -1,
            DocumentKind::CreditNote | DocumentKind::Receipt => continue,
        };
        for rate in &one.document.taxes {
            let (net, tax) = (sign * rate.net.minor, sign * rate.tax.minor);
            match billed.taxes.iter_mut().find(|known| known.percent == rate.percent) {
                Some(known) => (known.net.minor, known.tax.minor) = (known.net.minor + net, known.tax.minor + tax),
                None => billed.taxes.push(TaxLine {
                    percent: rate.percent,
                    net: Money::new(net, rate.net.currency),
                    tax: Money::new(tax, rate.tax.currency),
                }),
            }
        }
        let sent = one.document.lines.iter().filter(|line| matches!(line.subject, Subject::Delivery(_)));
        billed.delivery += sign * sent.map(|line| line.sum.gross.minor).sum::<i64>();
    }
    billed
}

/// What of an order is to be invoiced, as an order of that alone; none where there is nothing.
pub(super) fn left(conn: &Conn, order: &Order, all: &[Kept]) -> Result<Option<Order>> {
    const OPEN: &str = "SELECT position FROM order_lines WHERE order_id = $1 AND document_id IS NULL ORDER BY position";
    let open: Vec<u32> = conn.all(OPEN, &[&order.id.0], |row| row.get("position"))?;
    let lines: Vec<OrderLine> = open.into_iter().filter_map(|at| order.lines.get(at as usize).cloned()).collect();
    let (billed, currency) = (of(all), order.total.currency);
    let paid: i64 = lines.iter().map(|line| line.total.minor - line.off.minor).sum();
    let total = Money::new(paid + order.delivery_paid().minor - billed.delivery, currency);
    if lines.is_empty() && total.is_zero() {
        return Ok(None);
    }
    let before = |row: &TaxLine| billed.taxes.iter().find(|known| known.percent == row.percent);
    let rest = |row: &TaxLine| {
        let (net, tax) = before(row).map_or((0, 0), |known| (known.net.minor, known.tax.minor));
        TaxLine {
            percent: row.percent,
            net: Money::new(row.net.minor - net, currency),
            tax: Money::new(row.tax.minor - tax, currency),
        }
    };
    let is_more = |row: &TaxLine| all.is_empty() || row.net.minor != 0 || row.tax.minor != 0;
    let taxes = order.taxes.iter().map(rest).filter(is_more).collect();
    Ok(Some(Order { lines, taxes, total, ..order.clone() }))
}

/// Every line that was on no invoice is on this one, in their order.
pub(super) fn bill(tx: &Tx<'_>, order: OrderId, invoice: i64) -> Result<()> {
    const OPEN: &str = "SELECT position FROM order_lines WHERE order_id = $1 AND document_id IS NULL ORDER BY position";
    const BILL: &str = "UPDATE order_lines SET document_id = $1, document_line = $2 WHERE order_id = $3 AND position = $4";
    let open: Vec<i64> = tx.all(OPEN, &[&order.0], |row| row.get("position"))?;
    for (position, line) in open.into_iter().zip(0_i64..) {
        tx.run(BILL, &[&invoice, &line, &order.0, &position])?;
    }
    Ok(())
}

/// An invoice by its row, with its credit notes.
pub(super) fn of_invoice(all: Vec<Kept>, id: i64) -> Option<(Document, Vec<Document>)> {
    let invoice = all.iter().find(|one| one.id == id)?.document.clone();
    let refers = |one: &Document| one.refers_to.as_ref().is_some_and(|to| to.number == invoice.number);
    let notes = all.into_iter().map(|one| one.document).filter(|one| one.number.kind == DocumentKind::CreditNote && refers(one));
    let notes = notes.collect();
    Some((invoice, notes))
}

/// The lines of invoices that charge for delivery and were not credited yet, by the row of the invoice.
pub(super) fn delivery(all: Vec<Kept>) -> Vec<(i64, Vec<(usize, u32)>)> {
    let invoices = all.iter().filter(|one| one.document.number.kind == DocumentKind::Invoice).map(|one| one.id);
    let documents: Vec<(i64, Document)> = all.iter().map(|one| (one.id, one.document.clone())).collect();
    let refers = |one: &Document, to: &Document| one.refers_to.as_ref().is_some_and(|refers| refers.number == to.number);
    let of = |id: i64| {
        let invoice = documents.iter().find(|(known, _)| *known == id).map(|(_, invoice)| invoice)?;
        let notes = documents.iter().map(|(_, one)| one).filter(|one| one.number.kind == DocumentKind::CreditNote);
        let notes: Vec<Document> = notes.filter(|one| refers(one, invoice)).cloned().collect();
        let is_open = |(at, line): (usize, &Line)| {
            let left = left_of(line, at, &notes);
            (matches!(line.subject, Subject::Delivery(_)) && left > 0).then_some((at, left))
        };
        let lines: Vec<_> = invoice.lines.iter().enumerate().filter_map(is_open).collect();
        (!lines.is_empty()).then_some((id, lines))
    };
    invoices.filter_map(of).collect()
}
