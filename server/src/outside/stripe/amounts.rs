//! Sums as Stripe writes them. Most are minor units as ISO 4217 has them; the exceptions are in Stripe's "Supported currencies"
//! (docs.stripe.com/currencies, read 2026): some currencies have fewer or more digits there, and some digits must be zeros.

use domain::money::{Currency, Money};

/// How a currency is written: digits behind the point, and what every sum is a multiple of.
#[derive(Clone, Copy)]
struct Form {
    digits: u32,
    step: i64,
}

/// None for a currency Stripe does not know, or not as ISO writes it.
fn form(currency: Currency) -> Option<Form> {
    let (digits, step) = match currency.code() {
        "BIF" | "CLP" | "DJF" | "GNF" | "JPY" | "KMF" | "KRW" | "MGA" | "PYG" | "RWF" | "VND" | "VUV" | "XAF" | "XOF" | "XPF" => {
            (0, 1)
        }
        // They have no cents any more, and are written with two zeros for those who had written cents.
        "ISK" | "UGX" => (2, 100),
        // Card networks do not carry the third digit.
        "BHD" | "JOD" | "KWD" | "OMR" | "TND" => (3, 10),
        _ if currency.exponent() == 2 => (2, 1),
        _ => return None,
    };
    Some(Form { digits, step })
}

/// A sum in Stripe's units; none where Stripe cannot take exactly that.
pub(super) fn units(sum: Money) -> Option<i64> {
    let form = form(sum.currency)?;
    let units = scale(sum.minor, sum.currency.exponent(), form.digits)?;
    (units % form.step == 0).then_some(units)
}

/// Stripe's units, as the shop's sum; none where the shop's minor units are too coarse for it.
pub(super) fn money(units: i64, currency: Currency) -> Option<Money> {
    let form = form(currency)?;
    Some(Money::new(scale(units, form.digits, currency.exponent())?, currency))
}

/// The same sum with other digits behind the point, if no digit but zeros is lost.
fn scale(amount: i64, from: u32, to: u32) -> Option<i64> {
    let more = 10_i64.pow(to.saturating_sub(from));
    let fewer = 10_i64.pow(from.saturating_sub(to));
    (amount % fewer == 0).then(|| (amount / fewer).checked_mul(more)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(minor: i64, code: &str) -> Option<i64> {
        units(Money::new(minor, Currency::parse(code).unwrap()))
    }

    #[test]
    fn euros_are_cents_and_yen_are_yen() {
        assert_eq!(written(5420, "EUR"), Some(5420));
        assert_eq!(written(1200, "JPY"), Some(1200));
        assert_eq!((written(1, "HUF"), written(1, "TWD")), (Some(1), Some(1)), "only payouts of these are whole");
    }

    #[test]
    fn what_has_no_cents_any_more_is_written_with_two_zeros() {
        assert_eq!((written(5, "ISK"), written(5, "UGX")), (Some(500), Some(500)));
        assert_eq!(money(500, Currency::parse("ISK").unwrap()).map(|sum| sum.minor), Some(5));
        assert_eq!(money(550, Currency::parse("ISK").unwrap()), None, "half a crown is no sum");
    }

    #[test]
    fn the_third_digit_of_a_dinar_must_be_a_zero() {
        assert_eq!((written(5120, "KWD"), written(5124, "KWD")), (Some(5120), None));
        assert_eq!((written(500, "MGA"), written(505, "MGA")), (Some(5), None), "an ariary has no hundredths at Stripe");
        assert_eq!((written(5, "CLF"), written(5, "IQD"), written(5, "UYI")), (None, None, None));
    }

    proptest! {
        #[test]
        fn what_stripe_takes_comes_back_as_it_went(minor in 0..Money::MOST, letters in "[A-Z]{3}") {
            let sum = Money::new(minor, Currency::parse(&letters).unwrap());
            if let Some(units) = units(sum) {
                prop_assert_eq!(money(units, sum.currency), Some(sum));
            }
        }
    }
}
