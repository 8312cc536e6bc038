//! The invoice of an order, as it was agreed.

use super::{Buyer, Document, DocumentNumber, HomeTax, Line, Note, Seller, Subject};
use crate::exchange::{Exchange, Rate};
use crate::money::Money;
use crate::orders::{Converted, Order, OrderLine};
use crate::tax::percent::rounded;
use crate::tax::{Percent, Split, TaxLine, Treatment, in_union, shares};
use crate::time::Day;

/// Makes the invoice of an order whose money came on `day`.
///
/// The order's own tax rows are the authority: each line gets its share of the tax at its rate, and the delivery is what is
/// left of each rate, so that nets and taxes are the order's to the cent whatever was rounded where.
pub fn invoice(order: &Order, number: DocumentNumber, day: Day, seller: &Seller) -> Document {
    let tax = order.taxes.iter().map(|line| line.tax.minor).sum();
    let total = split(order.total, Money::new(tax, order.total.currency));
    Document {
        number,
        order: order.number.clone(),
        lang: order.lang,
        issued: day,
        supplied: day,
        refers_to: None,
        seller: seller.clone(),
        buyer: Buyer { lines: order.address.page_lines(), country: order.address.country, vat: order.vat.clone() },
        lines: lines(order),
        taxes: order.taxes.clone(),
        total,
        home_tax: order
            .converted
            .clone()
            .filter(|_| !order.taxes.is_empty())
            .and_then(|converted| home_tax(total.tax, converted)),
        notes: note(order.treatment, seller).into_iter().collect(),
        taxed_in: order.treatment.taxed_in(seller.country, order.address.country).filter(|_| !order.taxes.is_empty()),
        paid: None,
    }
}

/// What was taken off a line of an order, tax included.
fn discount(line: &OrderLine) -> Money {
    Money::zero(line.unit.currency)
}

fn note(treatment: Treatment, seller: &Seller) -> Option<Note> {
    match treatment {
        Treatment::Domestic => None,
        Treatment::Union => Some(Note::OneStopShop),
        Treatment::ReverseCharge => Some(Note::ReverseCharge),
        Treatment::Export if in_union(seller.country) => Some(Note::ExportUnion),
        Treatment::Export => Some(Note::Export),
    }
}

/// A tax in the shop's own currency, back at the rate the order's prices were made with. None where that is no rate.
pub(super) fn home_tax(tax: Money, converted: Converted) -> Option<HomeTax> {
    let rate = Rate::parse(&converted.rate).ok()?;
    let back = Exchange::between((tax.currency, rate), (converted.from, Rate::ONE), converted.day)?;
    Some(HomeTax { tax: back.worth(tax), converted })
}

/// Something that is charged for, at the rate of this place.
struct Charge {
    subject: Subject,
    quantity: u32,
    before: Money,
    gross: Money,
    rate: usize,
}

fn lines(order: &Order) -> Vec<Line> {
    let untaxed = TaxLine { percent: Percent::ZERO, net: order.total, tax: Money::zero(order.total.currency) };
    let rates = if order.taxes.is_empty() { vec![untaxed] } else { order.taxes.clone() };
    let mut charges: Vec<Charge> = order.lines.iter().map(|line| goods(line, &rates)).collect();
    for (at, rate) in rates.iter().enumerate() {
        let goods: i64 = charges.iter().filter(|charge| charge.rate == at).map(|charge| charge.gross.minor).sum();
        let left = Money::new(rate.net.minor + rate.tax.minor - goods, order.total.currency);
        if !left.is_zero() {
            charges.push(Charge { subject: Subject::Delivery(order.service), quantity: 1, before: left, gross: left, rate: at });
        }
    }
    let taxes = spread(&charges, &rates);
    charges.iter().zip(taxes).enumerate().map(|(of, (charge, tax))| charge.line(of, tax, &rates)).collect()
}

fn goods(line: &OrderLine, rates: &[TaxLine]) -> Charge {
    let gross = Money::new(line.total.minor - discount(line).minor, line.total.currency);
    Charge {
        subject: Subject::Goods { name: line.name.clone(), values: line.values.clone(), sku: line.sku.clone() },
        quantity: line.quantity,
        before: line.total,
        gross,
        rate: rates.iter().position(|rate| rate.percent == line.percent).unwrap_or(0),
    }
}

/// The tax of each rate, shared by what bears it.
fn spread(charges: &[Charge], rates: &[TaxLine]) -> Vec<Money> {
    let mut taxes: Vec<Money> = charges.iter().map(|charge| Money::zero(charge.gross.currency)).collect();
    for (at, rate) in rates.iter().enumerate() {
        let bearing: Vec<usize> = (0..charges.len()).filter(|&place| charges[place].rate == at).collect();
        let weights: Vec<i64> = bearing.iter().map(|&place| charges[place].gross.minor).collect();
        for (place, tax) in bearing.into_iter().zip(shares(rate.tax, &weights)) {
            taxes[place] = tax;
        }
    }
    taxes
}

impl Charge {
    fn line(&self, of: usize, tax: Money, rates: &[TaxLine]) -> Line {
        let sum = split(self.gross, tax);
        // What was taken off is without tax in proportion.
        let (net, gross) = (i128::from(sum.net.minor), i128::from(self.gross.minor).max(1));
        let before = if self.before == self.gross { sum.net.minor } else { rounded(i128::from(self.before.minor) * net, gross) };
        let unit = rounded(i128::from(before), i128::from(self.quantity.max(1)));
        Line {
            subject: self.subject.clone(),
            of,
            quantity: self.quantity,
            unit: Money::new(unit, self.gross.currency),
            discount: Money::new(before - sum.net.minor, self.gross.currency),
            percent: rates.get(self.rate).map_or(Percent::ZERO, |rate| rate.percent),
            sum,
        }
    }
}

/// A sum taken apart by the tax that is known to be inside.
pub(super) fn split(gross: Money, tax: Money) -> Split {
    Split { net: Money::new(gross.minor - tax.minor, gross.currency), tax, gross }
}
