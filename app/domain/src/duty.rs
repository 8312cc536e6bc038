//! What a parcel pays at the border: duty and import tax, **estimated** before payment and paid to the carrier on arrival.
//!
//! The shop charges none of it. The estimate is honest, not exact: customs go by tariff codes of ten digits and by origin,
//! the shop knows ten classes of goods ([`GoodsClass`]) and takes the usual rate of each (most-favoured-nation), even where a
//! trade agreement would free goods made in the Union, since the shop cannot prove where a thing was made. Carriers add
//! fees of their own. The rates and where they come from: [`law`].

pub mod law;

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::contact::Country;
use crate::money::{Currency, Money};
use crate::tax::percent::rounded;
use crate::tax::{Percent, shares};
use crate::time::Day;

use law::Law;

codes! {
    /// What customs see in a product.
    GoodsClass {
        /// Anything else.
        General = "general",
        /// Clothes, linen, carpets (chapters 50 to 63 of the Harmonized System).
        Textiles = "textiles",
        /// Stoneware and porcelain (chapter 69).
        Ceramics = "ceramics",
        /// Glassware (chapter 70).
        Glass = "glass",
        /// Leather goods (chapters 42 and 64).
        Leather = "leather",
        /// Paper, books, prints (chapters 48 and 49).
        Paper = "paper",
        /// Furniture (headings 9401 to 9404).
        Furniture = "furniture",
        /// Pots, knives, tools (chapters 73 to 83).
        Metalware = "metalware",
        /// Lamps (heading 9405).
        Lighting = "lighting",
        /// Packed food (chapters 9 and 16 to 21).
        Food = "food",
    }
}

codes! {
    /// Which value customs take.
    Valuation {
        /// Cost, insurance, freight: the goods and the delivery.
        Cif = "cif",
        /// Free on board: the goods alone.
        Fob = "fob",
    }
}

/// Goods of one class in a parcel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DutyLine {
    /// What they are.
    pub class: GoodsClass,
    /// What they cost, without the home country's tax.
    pub value: Money,
}

/// What is likely due on arrival, in the currency of the goods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Estimate {
    /// Customs duty.
    pub duty: Money,
    /// VAT, GST or what the country calls it.
    pub tax: Money,
    /// The worth of the goods up to which nothing would be due, in the currency the law names; none where something always
    /// is, or never.
    pub below: Option<Money>,
    /// How it was reckoned.
    pub basis: Basis,
}

/// How an estimate was reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// Which value the duty is laid on.
    pub valuation: Valuation,
    /// That value.
    pub value: Money,
    /// The day the rules used came into force, or the first day of the table.
    pub since: Day,
}

impl Estimate {
    /// Both together, if it fits.
    pub fn total(&self) -> Option<Money> {
        self.duty.plus(self.tax)
    }
}

/// Estimates what a parcel with `lines`, sent for `delivery`, owes in `to` (in the province or state `region`, by its code) on
/// `day`. `convert` gives a sum in another currency.
///
/// `duty = value × rate`, `tax = (value + duty) × rate`, each line rounded half up; the delivery is divided over the lines by
/// value. None where the country's rules are not known (the Union's among them: nothing is due there), the currencies of
/// lines and delivery differ, a threshold cannot be converted or a sum does not fit.
pub fn estimate(
    lines: &[DutyLine],
    delivery: Money,
    to: Country,
    region: &str,
    day: Day,
    convert: &dyn Fn(Money, Currency) -> Option<Money>,
) -> Option<Estimate> {
    let law = Law::of(to, day)?;
    let currency = delivery.currency;
    let weights: Vec<i64> = lines.iter().map(|line| line.value.minor).collect();
    let sent = if lines.is_empty() { Vec::new() } else { shares(delivery, &weights) };
    let parts = lines
        .iter()
        .zip(sent)
        .map(|(line, sent)| Part::of(&law, line, sent, law.tax(line.class, region, day)?))
        .collect::<Option<Vec<_>>>()?;
    let goods = sum(parts.iter().map(|part| part.goods), currency)?;
    let local = |limit: Money| {
        if limit.is_zero() || limit.currency == currency {
            Some(Money::new(limit.minor, currency))
        } else {
            convert(limit, currency)
        }
    };
    let exceeds = |limit: Option<Money>| limit.map_or(Some(false), |limit| local(limit).map(|limit| goods.minor > limit.minor));
    let waived = local(law.waived)?;
    let collected = |owed: Money| if owed.minor > waived.minor { owed } else { Money::zero(currency) };

    let duty =
        if exceeds(law.duty_free)? { collected(sum(parts.iter().map(Part::duty), currency)?) } else { Money::zero(currency) };
    let dutiable = !duty.is_zero();
    let taxes = parts.iter().map(|part| part.tax(dutiable, law.uplift)).collect::<Option<Vec<_>>>()?;
    let tax = if exceeds(law.tax_free)? { collected(sum(taxes.into_iter(), currency)?) } else { Money::zero(currency) };
    let value = sum(parts.iter().map(|part| part.value), currency)?;
    Some(Estimate { duty, tax, below: below(&law, &parts), basis: Basis { valuation: law.valuation, value, since: law.since } })
}

/// A line as customs see it.
struct Part {
    /// What counts of its price.
    goods: Money,
    /// What the duty is laid on.
    value: Money,
    /// What the tax is laid on, besides the duty.
    taxable: Money,
    duty: Percent,
    tax: Percent,
}

impl Part {
    fn of(law: &Law, line: &DutyLine, sent: Money, tax: Percent) -> Option<Self> {
        let goods = law.counted.of(line.value);
        // Adding nothing still refuses a line in another currency than the delivery's.
        let with = |sent_too: bool| if sent_too { goods.plus(sent) } else { goods.plus(Money::zero(sent.currency)) };
        Some(Self {
            goods,
            value: with(law.valuation == Valuation::Cif)?,
            taxable: with(law.tax_on_delivery)?,
            duty: law.duty(line.class),
            tax,
        })
    }

    fn duty(&self) -> Money {
        self.duty.of(self.value)
    }

    fn tax(&self, dutiable: bool, uplift: Percent) -> Option<Money> {
        let duty = if dutiable { self.duty() } else { Money::zero(self.value.currency) };
        Some(self.tax.of(self.taxable.plus(uplift.of(self.value))?.plus(duty)?))
    }
}

fn sum(amounts: impl Iterator<Item = Money>, currency: Currency) -> Option<Money> {
    let mut amounts = amounts;
    amounts.try_fold(Money::zero(currency), Money::plus)
}

/// The worth of the goods up to which neither duty nor tax is collected, as far as these goods bear them at all.
fn below(law: &Law, parts: &[Part]) -> Option<Money> {
    let limit = |free: Option<Money>, highest: Option<Percent>| {
        let rate = highest.filter(|rate| !rate.is_zero())?;
        let free = rounded_down(free?.minor, Percent::from_hundredths(10_000), law.counted);
        Some(free.max(rounded_down(law.waived.minor, Percent::from_hundredths(10_000), rate)))
    };
    let duty = limit(law.duty_free, parts.iter().map(|part| part.duty).max());
    let tax = limit(law.tax_free, parts.iter().map(|part| part.tax).max());
    let lowest = duty.into_iter().chain(tax).min().filter(|&minor| minor > 0)?;
    Some(Money::new(lowest, law.waived.currency))
}

/// `minor × one / other`, without what is left over.
fn rounded_down(minor: i64, one: Percent, other: Percent) -> i64 {
    let (one, other) = (i128::from(one.hundredths()), i128::from(other.hundredths().max(1)));
    let exact = i128::from(minor) * one;
    rounded(exact - exact.rem_euclid(other), other)
}

#[cfg(test)]
mod tests;
