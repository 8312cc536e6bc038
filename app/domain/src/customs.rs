//! What a parcel that leaves the customs union declares: on the post's own form, on a commercial invoice, to a carrier.
//!
//! - The form: CN 22 up to 300 special drawing rights, CN 23 above (UPU Convention Manual, Regulations, art. 20-001 "Items subject
//!   to customs control"). The rights move from day to day and the ECB names no rate of them, so the limit is counted at 1.15 euros a
//!   right, below what one has cost in these years (imf.org/external/np/fin/data/rms_sdrv.aspx): in between CN 23 is taken, which says
//!   all that CN 22 does.
//! - The worth is what was paid for the things without a tax: that is what customs take for their value (WCO Agreement on Customs
//!   Valuation, art. 1).
//! - Duties: the shop charges none ([`crate::duty`]), so whoever receives the parcel pays them: DAP (Incoterms 2020).

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::contact::{Address, Country};
use crate::delivery::Zone;
use crate::documents::Seller;
use crate::ids::ProductId;
use crate::money::Money;
use crate::orders::{Order, OrderNumber};
use crate::tax::inside;
use crate::time::Day;
use crate::tracking::{Piece, Share};

/// A code of the Harmonized System: six digits all countries share, and up to four of a country's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TariffCode(String);

/// Not six to ten digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a tariff code has six to ten digits, such as 6912.00")]
pub struct NotATariffCode;

impl TariffCode {
    /// A code as it is written; dots and blanks between its digits are left out.
    pub fn parse(text: &str) -> Result<Self, NotATariffCode> {
        let digits: String = text.chars().filter(|letter| !matches!(letter, '.' | ' ' | '-' | '\u{a0}')).collect();
        let known = (6..=10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        // Chapters are 1 to 97; 77 is kept for later, and 98 and 99 are a country's own.
        let chapter = digits.get(..2).and_then(|chapter| chapter.parse::<u8>().ok());
        if known && chapter.is_some_and(|chapter| chapter > 0) { Ok(Self(digits)) } else { Err(NotATariffCode) }
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for TariffCode {
    type Error = NotATariffCode;

    fn try_from(text: String) -> Result<Self, NotATariffCode> {
        Self::parse(&text)
    }
}

impl From<TariffCode> for String {
    fn from(code: TariffCode) -> Self {
        code.0
    }
}

codes! {
    /// The post's form.
    CustomsForm {
        /// The small one.
        Cn22 = "cn22",
        /// The large one.
        Cn23 = "cn23",
    }
}

/// The limit of the small form, in euro cents: 300 special drawing rights at 1.15 euros.
const CN22_MOST_CENTS: i64 = 34_500;

/// What customs want to know of a line of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its product.
    pub product: ProductId,
    /// What the product is called in the shop's first language.
    pub name: String,
    /// What one of it weighs, in grams; 0 when nobody said.
    pub grams: u32,
    /// Its code.
    pub tariff: Option<TariffCode>,
    /// Where it was made.
    pub origin: Option<Country>,
}

impl Known {
    /// Whether something is not known that customs ask for.
    pub const fn is_short(&self) -> bool {
        self.tariff.is_none() || self.origin.is_none()
    }
}

/// What is declared of a line that lies in a parcel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declared {
    /// What is known of it.
    pub known: Known,
    /// The merchant's number; empty when there is none.
    pub sku: String,
    /// How many.
    pub quantity: u32,
    /// What all of them weigh, in grams.
    pub grams: u32,
    /// What was paid for all of them, without a tax.
    pub value: Money,
}

/// What a parcel declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// The order it is of.
    pub order: OrderNumber,
    /// Its number in the order.
    pub piece: u32,
    /// The day the order was placed.
    pub day: Day,
    /// Who sends it.
    pub sender: Seller,
    /// Who receives it, and where.
    pub receiver: Address,
    /// The receiver's tax number; empty when there is none.
    pub receiver_vat: String,
    /// What is in it.
    pub lines: Vec<Declared>,
    /// What was paid for its delivery; nothing but for the first parcel of an order.
    pub carriage: Money,
    /// What it weighs, in grams.
    pub grams: u32,
    /// The post's form.
    pub form: CustomsForm,
}

/// Whether a parcel from one country to another is looked at by customs. Nobody sends where nobody delivers.
pub fn crosses(from: Country, to: Country) -> bool {
    Zone::between(from, to).is_some_and(Zone::has_customs)
}

/// What a piece of an order declares; `known` is of the order's lines, in their order, `grams` what it weighs packed, and `euros` turns
/// a sum into euro cents, where there is a rate.
pub fn declaration(
    (order, piece): (&Order, &Piece),
    known: &[Known],
    sender: Seller,
    grams: u32,
    euros: impl Fn(Money) -> Option<Money>,
) -> Declaration {
    let lines: Vec<Declared> = piece.shares.iter().filter_map(|share| declared(order, piece, known, *share)).collect();
    let carriage = if piece.number == 1 { order.delivery_paid() } else { Money::zero(order.total.currency) };
    let value: i64 = lines.iter().map(|line| line.value.minor).sum();
    let small = euros(Money::new(value, order.total.currency)).is_some_and(|worth| worth.minor <= CN22_MOST_CENTS);
    Declaration {
        order: order.number.clone(),
        piece: piece.number,
        day: order.placed_at.day(),
        sender,
        receiver: order.address.clone(),
        receiver_vat: order.vat.clone(),
        grams: grams.max(lines.iter().map(|line| line.grams).sum()),
        lines,
        carriage,
        form: if small { CustomsForm::Cn22 } else { CustomsForm::Cn23 },
    }
}

/// So many of a line, with their part of what was paid for it. The parts that lie in several parcels add up to the whole.
fn declared(order: &Order, piece: &Piece, known: &[Known], share: Share) -> Option<Declared> {
    let at = share.line as usize;
    let (line, known) = (order.lines.get(at)?, known.get(at)?.clone());
    let earlier = order.pieces.iter().filter(|other| other.number < piece.number).flat_map(|other| &other.shares);
    let before: u32 = earlier.filter(|other| other.line == share.line).map(|other| other.quantity).sum();
    let paid = Money::new(line.total.minor - line.off.minor, line.total.currency);
    let net = inside(paid, line.percent).net.minor;
    let up_to = |count: u32| i128::from(net) * i128::from(count.min(line.quantity)) / i128::from(line.quantity.max(1));
    let value = i64::try_from(up_to(before + share.quantity) - up_to(before)).unwrap_or(0);
    Some(Declared {
        grams: known.grams.saturating_mul(share.quantity),
        known,
        sku: line.sku.clone(),
        quantity: share.quantity,
        value: Money::new(value, paid.currency),
    })
}

impl Declaration {
    /// What the carrier and the shop call the parcel: the order's number, and the piece's behind it from the second on.
    pub fn name(&self) -> String {
        match self.piece {
            1 => self.order.as_str().to_owned(),
            piece => format!("{}-{piece}", self.order.as_str()),
        }
    }

    /// What all of it is worth, without its delivery.
    pub fn value(&self) -> Money {
        let minor = self.lines.iter().map(|line| line.value.minor).sum();
        Money::new(minor, self.carriage.currency)
    }

    /// Whether something is not known that customs ask for.
    pub fn is_short(&self) -> bool {
        self.lines.iter().any(|line| line.known.is_short())
    }
}

#[cfg(test)]
mod tests;
