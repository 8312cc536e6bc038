//! Money: whole minor units and a currency. There are no floats near it.

use serde::{Deserialize, Serialize};

/// An ISO 4217 currency code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

/// The text is not three capital Latin letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a currency code")]
pub struct NotACurrency(pub String);

impl Currency {
    /// The euro.
    pub const EUR: Currency = Currency(*b"EUR");

    /// Reads a code such as `EUR`.
    pub fn parse(code: &str) -> Result<Self, NotACurrency> {
        match code.as_bytes() {
            &[a, b, c] if [a, b, c].iter().all(u8::is_ascii_uppercase) => Ok(Self([a, b, c])),
            _ => Err(NotACurrency(code.to_owned())),
        }
    }

    /// The code, three capital letters.
    pub fn code(&self) -> &str {
        // The bytes are ASCII capitals by construction.
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// How many digits ISO 4217 puts behind the point (amendment 176: the exceptions to two).
    pub fn exponent(&self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG" | b"RWF" | b"UGX" | b"UYI"
            | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            b"CLF" | b"UYW" => 4,
            _ => 2,
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = NotACurrency;
    fn try_from(code: String) -> Result<Self, NotACurrency> {
        Self::parse(&code)
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> String {
        currency.code().to_owned()
    }
}

/// An amount in minor units (cents for EUR, yen for JPY) of one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units; negative for money that goes back.
    pub minor: i64,
    /// What they are minor units of.
    pub currency: Currency,
}

/// Why a price could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPrice {
    /// Not digits with at most one point or comma.
    #[error("`{0}` is not an amount")]
    Shape(String),
    /// More digits behind the point than the currency has.
    #[error("`{0}` has more decimals than the currency")]
    TooFine(String),
    /// Larger than a shop can mean.
    #[error("`{0}` is too large")]
    TooLarge(String),
}

impl NotAPrice {
    fn of(self, text: &str) -> Self {
        match self {
            Self::Shape(_) => Self::Shape(text.to_owned()),
            Self::TooFine(_) => Self::TooFine(text.to_owned()),
            Self::TooLarge(_) => Self::TooLarge(text.to_owned()),
        }
    }
}

impl Money {
    /// The largest price a shop can mean: a thousand million minor units.
    pub const MOST: i64 = 1_000_000_000;

    /// `minor` units of `currency`.
    pub const fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// Nothing, in `currency`.
    pub const fn zero(currency: Currency) -> Self {
        Self::new(0, currency)
    }

    /// Whether it is nothing.
    pub const fn is_zero(&self) -> bool {
        self.minor == 0
    }

    /// Reads `12`, `12.5`, `12.50`; trailing zeros beyond the currency's digits are allowed (`12.5000`).
    pub fn parse(text: &str, currency: Currency) -> Result<Self, NotAPrice> {
        let shape = || NotAPrice::Shape(text.to_owned());
        let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(fraction) {
            return Err(shape());
        }
        let exponent = currency.exponent() as usize;
        let (kept, rest) = fraction.split_at(fraction.len().min(exponent));
        if rest.bytes().any(|byte| byte != b'0') {
            return Err(NotAPrice::TooFine(text.to_owned()));
        }
        let minor = format!("{whole}{kept:0<exponent$}").parse::<i64>().map_err(|_| NotAPrice::TooLarge(text.to_owned()))?;
        if minor > Self::MOST {
            return Err(NotAPrice::TooLarge(text.to_owned()));
        }
        Ok(Self::new(minor, currency))
    }

    /// Reads a price as people type it: a comma stands for the point where only cents can follow it; thousands are not parted.
    pub fn typed(text: &str, currency: Currency) -> Result<Self, NotAPrice> {
        match text.trim().split_once(',') {
            Some((whole, cents)) if (1..=2).contains(&cents.len()) && !whole.contains('.') => {
                // What is wrong is said of what was typed.
                Self::parse(&format!("{whole}.{cents}"), currency).map_err(|error| error.of(text.trim()))
            }
            _ => Self::parse(text, currency),
        }
    }

    /// The plain form a machine reads: `12.50`, `1200` for yen.
    pub fn plain(&self) -> String {
        let exponent = self.currency.exponent();
        let unit = 10_u64.pow(exponent);
        let (sign, minor) = (if self.minor < 0 { "-" } else { "" }, self.minor.unsigned_abs());
        match exponent as usize {
            0 => format!("{sign}{minor}"),
            width => format!("{sign}{}.{:0width$}", minor / unit, minor % unit),
        }
    }

    /// The sum, if both are of one currency and it fits.
    pub fn plus(self, other: Self) -> Option<Self> {
        (self.currency == other.currency)
            .then(|| self.minor.checked_add(other.minor))
            .flatten()
            .map(|minor| Self::new(minor, self.currency))
    }

    /// This many of it, if it fits.
    pub fn times(self, count: u32) -> Option<Self> {
        self.minor.checked_mul(i64::from(count)).map(|minor| Self::new(minor, self.currency))
    }

    /// Splits by weights without losing a minor unit: the largest remainders get what is left over.
    /// All zero where the weights are.
    pub fn allocate<const N: usize>(self, weights: [u32; N]) -> [Self; N] {
        let total: i128 = weights.iter().map(|&weight| i128::from(weight)).sum();
        if total == 0 {
            return [Self::zero(self.currency); N];
        }
        let exact = weights.map(|weight| i128::from(self.minor) * i128::from(weight));
        let mut parts = exact.map(|part| part.div_euclid(total));
        let mut by_remainder: Vec<usize> = (0..N).collect();
        by_remainder.sort_by_key(|&at| std::cmp::Reverse(exact[at].rem_euclid(total)));
        let left = i128::from(self.minor) - parts.iter().sum::<i128>();
        for &at in by_remainder.iter().take(usize::try_from(left).unwrap_or(0)) {
            parts[at] += 1;
        }
        // Each part lies between zero and the whole, so it fits where the whole does.
        parts.map(|minor| Self::new(i64::try_from(minor).unwrap_or(0), self.currency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn eur(minor: i64) -> Money {
        Money::new(minor, Currency::EUR)
    }

    #[test]
    fn a_price_is_read_as_it_is_written() {
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(Money::parse("50", Currency::EUR), Ok(eur(5000)));
        assert_eq!(Money::parse("12.5", Currency::EUR), Ok(eur(1250)));
        assert_eq!(Money::parse("12.5000", Currency::EUR), Ok(eur(1250)));
        assert_eq!(Money::parse("1200", yen), Ok(Money::new(1200, yen)));
    }

    #[test]
    fn what_is_no_price_is_refused() {
        for text in ["", "-1", "1e9", "1,50", "NaN", "free", "1.2.3", "٣", ".5"] {
            assert!(matches!(Money::parse(text, Currency::EUR), Err(NotAPrice::Shape(_))), "{text}");
        }
        assert!(matches!(Money::parse("1.005", Currency::EUR), Err(NotAPrice::TooFine(_))));
        assert!(matches!(Money::parse("99999999999999999999", Currency::EUR), Err(NotAPrice::TooLarge(_))));
    }

    #[test]
    fn two_currencies_do_not_add() {
        assert_eq!(eur(100).plus(Money::new(100, Currency::parse("USD").unwrap())), None);
    }

    proptest! {
        #[test]
        fn splitting_loses_no_cent(minor in 0..Money::MOST, a in 0_u32..1000, b in 0_u32..1000, c in 1_u32..1000) {
            let parts = eur(minor).allocate([a, b, c]);
            prop_assert_eq!(parts.iter().map(|part| part.minor).sum::<i64>(), minor);
            prop_assert!(parts.iter().all(|part| part.minor >= 0));
        }

        #[test]
        fn plain_text_reads_back(minor in 0..Money::MOST, code in "(EUR|JPY|KWD|CLF)") {
            let money = Money::new(minor, Currency::parse(&code).unwrap());
            prop_assert_eq!(Money::parse(&money.plain(), money.currency), Ok(money));
        }
    }
}
