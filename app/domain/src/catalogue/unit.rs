//! The price of a kilogram, a litre, a metre.

use crate::codes;
use crate::money::Money;

codes! {
    /// What the content of a pack is measured in.
    Unit {
        /// Grams; priced by the kilogram.
        Gram = "g",
        /// Millilitres; priced by the litre.
        Millilitre = "ml",
        /// Centimetres; priced by the metre.
        Centimetre = "cm",
        /// Pieces; priced by the piece.
        Piece = "piece",
    }
}

impl Unit {
    /// How many of it make the unit a price is given for (Directive 98/6/EC, article 2: the kilogram, the litre, the
    /// metre, the piece).
    pub const fn priced(self) -> i64 {
        match self {
            Unit::Gram | Unit::Millilitre => 1000,
            Unit::Centimetre => 100,
            Unit::Piece => 1,
        }
    }
}

/// The price of a kilogram, a litre, a metre or a piece of what costs `price`, rounded half up; none when nobody said how
/// much is in it.
pub fn unit_price(price: Money, content: Option<(u32, Unit)>) -> Option<(Money, Unit)> {
    let (content, unit) = content.filter(|(content, _)| *content > 0)?;
    let (whole, content) = (price.minor.checked_mul(unit.priced())?, i64::from(content));
    Some((Money::new((whole + content / 2) / content, price.currency), unit))
}
