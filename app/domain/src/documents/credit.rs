//! The credit note of an invoice: what is owed less.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::invoice::{home_tax, split};
use super::{Document, DocumentNumber, HomeTax, Line, Reference, Subject};
use crate::money::{Currency, Money};
use crate::tax::percent::rounded;
use crate::tax::{Split, TaxLine, shares};
use crate::time::Day;

/// What is credited of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Credit {
    /// Everything that has not been credited yet.
    All,
    /// So many of some of its lines, each by its place on the invoice, from 0. Its delivery is a line too.
    Lines(Vec<(usize, u32)>),
    /// A part of the sum, tax included: of every rate in proportion to what is left of it.
    Part(Money),
}

/// Why nothing was credited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum CreditRefusal {
    /// There is no invoice to refer to.
    #[error("there is no invoice")]
    NoInvoice,
    /// It would credit nothing.
    #[error("nothing is credited")]
    Nothing,
    /// The invoice has no such line.
    #[error("the invoice has no line {0}")]
    NoLine(usize),
    /// So many of the line were not credited yet.
    #[error("line {line} has only {left} left")]
    OnlyLeft {
        /// Its place on the invoice.
        line: usize,
        /// How many.
        left: u32,
    },
    /// Only this is left of the invoice, or of one of its rates.
    #[error("only {} is left", .0.plain())]
    MoreThanLeft(Money),
}

/// What was decided to be credited: it has no number yet, since a refusal must not take one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credited {
    lines: Vec<Line>,
    taxes: Vec<TaxLine>,
    total: Split,
    home_tax: Option<HomeTax>,
}

/// Decides what is credited of `invoice`, of which `earlier` were credited before. Nothing is ever credited twice: not the
/// thing, and not the sum, at any rate.
pub fn credited(invoice: &Document, earlier: &[Document], credit: &Credit) -> Result<Credited, CreditRefusal> {
    let left = left(invoice, earlier);
    let lines = match credit {
        Credit::All if earlier.is_empty() => invoice.lines.clone(),
        Credit::All => left.iter().filter(|rate| gross(rate) != 0).map(|rate| rest(rate, gross(rate))).collect(),
        Credit::Lines(wanted) => of_lines(invoice, earlier, wanted)?,
        Credit::Part(sum) => part(&left, *sum)?,
    };
    let taxes: Vec<TaxLine> = left.iter().map(|rate| at_rate(rate, &lines)).filter(|rate| gross(rate) != 0).collect();
    if lines.is_empty() || taxes.is_empty() {
        return Err(CreditRefusal::Nothing);
    }
    for credited in &taxes {
        let rate = left.iter().find(|rate| rate.percent == credited.percent);
        if let Some(rate) = rate.filter(|rate| credited.net.minor > rate.net.minor || credited.tax.minor > rate.tax.minor) {
            return Err(CreditRefusal::MoreThanLeft(Money::new(gross(rate), rate.net.currency)));
        }
    }
    let total = sum(&taxes, invoice.total.gross.currency);
    let home_tax = invoice.home_tax.as_ref().and_then(|home| at_home(home, earlier, total.tax));
    // An invoice without tax has no row of it; nor has what is credited of it.
    let taxes = if invoice.taxes.is_empty() { Vec::new() } else { taxes };
    Ok(Credited { lines, taxes, total, home_tax })
}

impl Credited {
    /// What is credited, line by line.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The credit note, which refers to its invoice.
    pub fn note(self, invoice: &Document, number: DocumentNumber, day: Day) -> Document {
        let Credited { lines, taxes, total, home_tax } = self;
        let refers_to = Some(Reference { number: invoice.number, issued: invoice.issued });
        Document { number, issued: day, supplied: day, refers_to, lines, taxes, total, home_tax, ..invoice.clone() }
    }
}

/// What is left of an invoice at each of its rates; one row of nothing per cent where it is without tax.
fn left(invoice: &Document, earlier: &[Document]) -> Vec<TaxLine> {
    let mut left = rows(invoice);
    for credited in earlier.iter().flat_map(rows) {
        if let Some(rate) = left.iter_mut().find(|rate| rate.percent == credited.percent) {
            rate.net.minor -= credited.net.minor;
            rate.tax.minor -= credited.tax.minor;
        }
    }
    left
}

fn rows(document: &Document) -> Vec<TaxLine> {
    let Split { net, tax, .. } = document.total;
    if document.taxes.is_empty() { vec![TaxLine { percent: Default::default(), net, tax }] } else { document.taxes.clone() }
}

fn gross(rate: &TaxLine) -> i64 {
    rate.net.minor + rate.tax.minor
}

fn at_rate(rate: &TaxLine, lines: &[Line]) -> TaxLine {
    let mine = || lines.iter().filter(|line| line.percent == rate.percent);
    let money = |minor| Money::new(minor, rate.net.currency);
    TaxLine {
        percent: rate.percent,
        net: money(mine().map(|line| line.sum.net.minor).sum()),
        tax: money(mine().map(|line| line.sum.tax.minor).sum()),
    }
}

fn sum(rates: &[TaxLine], currency: Currency) -> Split {
    let money = |minor| Money::new(minor, currency);
    let tax = money(rates.iter().map(|rate| rate.tax.minor).sum());
    split(money(rates.iter().map(gross).sum()), tax)
}

/// So many of each line. A line that is named twice is meant once, with both counts.
fn of_lines(invoice: &Document, earlier: &[Document], wanted: &[(usize, u32)]) -> Result<Vec<Line>, CreditRefusal> {
    let mut counts: BTreeMap<usize, u32> = BTreeMap::new();
    for &(at, count) in wanted {
        let sum = counts.entry(at).or_default();
        *sum = sum.saturating_add(count);
    }
    counts.into_iter().map(|(at, count)| of_line(invoice, earlier, at, count)).collect()
}

/// So many of a line, after those that were credited before: what is credited of it step by step adds up to the line.
fn of_line(invoice: &Document, earlier: &[Document], at: usize, count: u32) -> Result<Line, CreditRefusal> {
    let line = invoice.lines.get(at).ok_or(CreditRefusal::NoLine(at))?;
    let left = left_of(line, at, earlier);
    let before = line.quantity - left;
    match count {
        0 => return Err(CreditRefusal::Nothing),
        count if count > left => return Err(CreditRefusal::OnlyLeft { line: at, left }),
        _ => {}
    }
    let share = |whole: Money| {
        let upto = |many: u32| rounded(i128::from(whole.minor) * i128::from(many), i128::from(line.quantity));
        Money::new(upto(before + count) - upto(before), whole.currency)
    };
    Ok(Line {
        quantity: count,
        discount: share(line.discount),
        sum: split(share(line.sum.gross), share(line.sum.tax)),
        ..line.clone()
    })
}

/// How many of a line of an invoice, at its place, were not credited yet.
pub fn left_of(line: &Line, at: usize, earlier: &[Document]) -> u32 {
    let same = |other: &&Line| other.of == at && other.subject == line.subject;
    let before: u32 = earlier.iter().flat_map(|note| &note.lines).filter(same).map(|line| line.quantity).sum();
    line.quantity.saturating_sub(before)
}

fn part(left: &[TaxLine], wanted: Money) -> Result<Vec<Line>, CreditRefusal> {
    let all = sum(left, left.first().map_or(wanted.currency, |rate| rate.net.currency)).gross;
    if wanted.minor <= 0 || wanted.currency != all.currency {
        return Err(CreditRefusal::Nothing);
    }
    if wanted.minor > all.minor {
        return Err(CreditRefusal::MoreThanLeft(all));
    }
    let weights: Vec<i64> = left.iter().map(gross).collect();
    let parts = left.iter().zip(shares(wanted, &weights)).filter(|(_, share)| !share.is_zero());
    Ok(parts.map(|(rate, share)| rest(rate, share.minor)).collect())
}

/// A part of what is left at a rate, its tax in proportion.
fn rest(rate: &TaxLine, minor: i64) -> Line {
    let tax = rounded(i128::from(minor) * i128::from(rate.tax.minor), i128::from(gross(rate)).max(1));
    let sum = split(Money::new(minor, rate.net.currency), Money::new(tax, rate.net.currency));
    Line {
        subject: Subject::Rest,
        of: 0,
        quantity: 1,
        unit: sum.net,
        discount: Money::zero(sum.net.currency),
        percent: rate.percent,
        sum,
    }
}

/// The tax in the shop's currency, after what was credited before: step by step it adds up to the invoice's.
fn at_home(home: &HomeTax, earlier: &[Document], tax: Money) -> Option<HomeTax> {
    let before: i64 = earlier.iter().map(|note| note.total.tax.minor).sum();
    let upto = |minor| Some(home_tax(Money::new(minor, tax.currency), home.converted.clone())?.tax.minor);
    let minor = upto(before + tax.minor)? - upto(before)?;
    Some(HomeTax { tax: Money::new(minor, home.tax.currency), converted: home.converted.clone() })
}
