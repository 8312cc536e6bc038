//! Single cells of a product file as what they mean.

use domain::catalogue::{Shown, Unit};
use domain::delivery::MOST_READY_DAYS;
use domain::exchange::step;
use domain::money::{Currency, Money};

/// A price. A comma stands for the point where only cents can follow it; thousands are not parted.
pub fn price(cell: &str, currency: Currency) -> Result<Money, String> {
    if cell.is_empty() {
        return Err("there is no price".to_owned());
    }
    Money::typed(cell, currency).map_err(|error| error.to_string())
}

/// A price before a reduction: nothing unless it is more than the price.
pub fn was(cell: &str, price: Money) -> Result<Option<Money>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    Ok(Some(self::price(cell, price.currency)?).filter(|was| was.minor > price.minor))
}

/// A count; below zero it says that more was sold than there was.
pub fn quantity(cell: &str) -> Result<Option<i64>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let whole = whole(cell).unwrap_or(cell);
    let count = whole.parse::<i64>().map_err(|_| format!("`{cell}` is not a whole number"))?;
    if count > i64::from(u32::MAX) { Err(format!("`{cell}` is too many")) } else { Ok(Some(count)) }
}

/// Working days until a thing is made; nothing when that is not said.
pub fn ready_days(cell: &str) -> Result<Option<u32>, String> {
    let days = quantity(cell)?.map(|days| u32::try_from(days).ok().filter(|days| *days <= MOST_READY_DAYS));
    match days {
        Some(None) => Err(format!("`{cell}` is not a number of days from 0 to {MOST_READY_DAYS}")),
        days => Ok(days.flatten()),
    }
}

/// A weight as grams, rounded up: a parcel is never lighter than it is weighed. Without a unit it is in grams.
pub fn grams(cell: &str, unit: &str) -> Result<u32, String> {
    if cell.is_empty() {
        return Ok(0);
    }
    let (unit, named) = match unit.to_ascii_lowercase().as_str() {
        "" | "g" | "gram" | "grams" => ("1", "grams"),
        "kg" | "kgs" => ("1000", "kilograms"),
        "lb" | "lbs" => ("453.59237", "pounds"),
        "oz" => ("28.349523125", "ounces"),
        other => return Err(format!("`{other}` is not a unit of weight")),
    };
    let weighed = decimal(cell).zip(decimal(unit)).and_then(|((weight, places), (unit, more))| {
        let parts = weight.checked_mul(unit)?;
        Some(parts.div_ceil(10_u128.checked_pow(places + more)?))
    });
    weighed.and_then(|grams| u32::try_from(grams).ok()).ok_or_else(|| format!("`{cell}` is not a weight in {named}"))
}

/// A side in millimetres, rounded up; nothing when nobody has measured. Without a unit it is in millimetres.
pub fn side(cell: &str, unit: &str) -> Result<Option<u32>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let tenths = match unit.to_ascii_lowercase().as_str() {
        "" | "mm" => 10,
        "cm" => 100,
        "m" => 10_000,
        "in" => 254,
        other => return Err(format!("`{other}` is not a unit of length")),
    };
    let measured = decimal(cell).and_then(|(length, places)| {
        let parts = length.checked_mul(tenths)?;
        Some(parts.div_ceil(10_u128.checked_pow(places + 1)?))
    });
    measured.and_then(|side| u32::try_from(side).ok()).map(Some).ok_or_else(|| format!("`{cell}` is not a length"))
}

/// A price of whole steps of its currency: no other can be shown and paid.
pub fn payable(price: Money) -> Result<Money, String> {
    let step = step(price.currency);
    if price.minor % step == 0 {
        return Ok(price);
    }
    let step = Money::new(step, price.currency).plain();
    Err(format!("`{}` is not a multiple of {step}, as prices in {} are", price.plain(), price.currency.code()))
}

/// How much is in a pack, as the books measure it.
pub fn content(cell: &str, unit: &str) -> Result<Option<(u32, Unit)>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let (unit, times) = match unit.to_ascii_lowercase().as_str() {
        "g" => (Unit::Gram, 1),
        "kg" => (Unit::Gram, 1000),
        "ml" => (Unit::Millilitre, 1),
        "cl" => (Unit::Millilitre, 10),
        "l" => (Unit::Millilitre, 1000),
        "cm" => (Unit::Centimetre, 1),
        "m" => (Unit::Centimetre, 100),
        "" | "item" | "pc" => (Unit::Piece, 1),
        other => return Err(format!("`{other}` is not a unit the price of a unit is given for")),
    };
    let whole = decimal(cell).and_then(|(amount, places)| {
        let (all, one) = (amount.checked_mul(times)?, 10_u128.checked_pow(places)?);
        (all % one == 0).then(|| u32::try_from(all / one).ok())?
    });
    whole.filter(|amount| *amount > 0).map(|amount| Some((amount, unit))).ok_or_else(|| format!("`{cell}` is not a content"))
}

/// `12.50` or `12,5` as its digits and how many of them stand behind the point.
fn decimal(cell: &str) -> Option<(u128, u32)> {
    let (whole, part) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return None;
    }
    Some((format!("{whole}{part}").parse().ok()?, u32::try_from(part.len()).ok()?))
}

/// `3.0` as `3`.
fn whole(cell: &str) -> Option<&str> {
    cell.split_once('.').filter(|(_, part)| part.bytes().all(|digit| digit == b'0')).map(|(whole, _)| whole)
}

/// A yes or no in the words exporters use; nothing when it is neither.
pub fn yes(cell: &str) -> Option<bool> {
    match cell.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" | "continue" => Some(true),
        "false" | "no" | "0" | "deny" => Some(false),
        _ => None,
    }
}

/// Whether shoppers see it: what is not published is a draft, whatever its status.
pub fn shown(status: &str, published: &str) -> Result<Shown, String> {
    let by_status = match status.to_ascii_lowercase().as_str() {
        "" | "active" | "published" => Shown::Live,
        "draft" | "unlisted" | "proposed" | "rejected" => Shown::Draft,
        "archived" => Shown::Archived,
        _ => return Err(format!("`{status}` is none of active, draft, archived")),
    };
    let hidden = yes(published) == Some(false) && by_status == Shown::Live;
    Ok(if hidden { Shown::Draft } else { by_status })
}

/// A number that a spreadsheet was kept from changing by a leading apostrophe.
pub fn number(cell: &str) -> String {
    cell.strip_prefix('\'').unwrap_or(cell).trim().to_owned()
}

/// A category's path, `Kitchen > Kettles` or `Kitchen -> Kettles`: the first part and the last. Nothing when it is a number
/// of a list we do not have.
pub fn path(cell: &str) -> Option<(&str, Option<&str>)> {
    let mut parts = cell.split('>').map(|part| part.trim().trim_end_matches('-').trim()).filter(|part| !part.is_empty());
    let top = parts.next()?;
    let sub = parts.next_back();
    let is_number = sub.is_none() && top.bytes().all(|byte| byte.is_ascii_digit());
    (!is_number).then_some((top, sub))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prices_are_read_or_refused_with_their_text() {
        let minor = |cell| price(cell, Currency::EUR).map(|money| money.minor);
        for (cell, cents) in [("50", 5000), ("50.5", 5050), ("50.00", 5000), ("12,50", 1250), ("0", 0)] {
            assert_eq!(minor(cell), Ok(cents), "{cell}");
        }
        for cell in ["", "abc", "-1", "1,299.00", "1,299", "1.234,50", "€5", "5 EUR", "1e3", "NaN"] {
            assert!(minor(cell).is_err(), "{cell}");
        }
        assert_eq!(minor("12,5o"), Err("`12,5o` is not an amount".to_owned()));
    }

    #[test]
    fn a_reduction_is_one_only_when_it_reduces() {
        let price = Money::new(5000, Currency::EUR);
        for (cell, before) in [("", None), ("0", None), ("50.00", None), ("60", Some(6000))] {
            assert_eq!(was(cell, price).unwrap().map(|was| was.minor), before, "{cell}");
        }
        assert!(was("much", price).is_err());
    }

    #[test]
    fn counts_and_weights_are_whole() {
        assert_eq!(quantity("-3"), Ok(Some(-3)));
        assert_eq!(quantity("3.0"), Ok(Some(3)));
        assert_eq!(quantity(""), Ok(None));
        assert!(quantity("3.5").is_err() && quantity("many").is_err() && quantity("99999999999").is_err());
        let grams = |cell| grams(cell, "");
        assert_eq!((grams("340"), grams("340.0"), grams("340.2"), grams("")), (Ok(340), Ok(340), Ok(341), Ok(0)));
        assert!(grams("-1").is_err() && grams("1 kg").is_err() && grams("99999999999").is_err());
    }

    #[test]
    fn weights_and_contents_are_read_in_their_units() {
        for (cell, unit, weighs) in [("1.5", "kg", 1500), ("19,8", "lb", 8982), ("2", "lbs", 908), ("1", "oz", 29)] {
            assert_eq!(grams(cell, unit), Ok(weighs), "{cell} {unit}");
        }
        assert_eq!(grams("1", "stone"), Err("`stone` is not a unit of weight".to_owned()));
        assert_eq!(content("0.75", "l"), Ok(Some((750, Unit::Millilitre))));
        assert_eq!(content("", "l"), Ok(None));
        assert!(content("0", "l").is_err() && content("0.5", "g").is_err() && content("1", "gallon").is_err());
    }

    #[test]
    fn sides_are_measured_as_their_column_says() {
        for (cell, unit, millimetres) in [
            ("340", "mm", 340),
            ("340.2", "", 341),
            ("9,5", "cm", 95),
            ("9.51", "cm", 96),
            ("13.8", "in", 351),
            ("1.2", "m", 1200),
        ] {
            assert_eq!(side(cell, unit), Ok(Some(millimetres)), "{cell} {unit}");
        }
        assert_eq!(side("", "cm"), Ok(None));
        for cell in ["-1", "ten", "1e3", "9.5.1", "99999999999"] {
            assert!(side(cell, "mm").is_err(), "{cell}");
        }
        assert_eq!(side("1", "cubit"), Err("`cubit` is not a unit of length".to_owned()));
    }

    #[test]
    fn a_category_is_read_from_its_path() {
        assert_eq!(path("Kitchen -> Coffee Machines"), Some(("Kitchen", Some("Coffee Machines"))));
        assert_eq!(path("Home > Kitchen > Cutting Boards"), Some(("Home", Some("Cutting Boards"))));
        assert_eq!(path("Cups"), Some(("Cups", None)));
        assert_eq!((path("4521"), path(""), path(" > ")), (None, None, None));
    }

    #[test]
    fn what_is_not_published_is_a_draft() {
        for (status, published, expected) in [
            ("", "true", Shown::Live),
            ("", "", Shown::Live),
            ("", "FALSE", Shown::Draft),
            ("Active", "false", Shown::Draft),
            ("draft", "true", Shown::Draft),
            ("archived", "false", Shown::Archived),
        ] {
            assert_eq!(shown(status, published), Ok(expected), "{status} {published}");
        }
        assert!(shown("gone", "true").is_err());
    }
}
