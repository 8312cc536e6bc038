//! Single cells of a product file as what they mean.

use domain::catalogue::Shown;
use domain::money::{Currency, Money};

/// A price. A comma stands for the point where only cents can follow it; thousands are not parted.
pub fn price(cell: &str, currency: Currency) -> Result<Money, String> {
    if cell.is_empty() {
        return Err("there is no price".to_owned());
    }
    let point = match cell.split_once(',') {
        Some((whole, cents)) if (1..=2).contains(&cents.len()) && !whole.contains('.') => format!("{whole}.{cents}"),
        _ => cell.to_owned(),
    };
    Money::parse(&point, currency).map_err(|error| error.to_string().replace(&point, cell))
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

/// Grams, rounded up: a parcel is never lighter than it is weighed.
pub fn grams(cell: &str) -> Result<u32, String> {
    if cell.is_empty() {
        return Ok(0);
    }
    let wrong = || format!("`{cell}` is not a weight in grams");
    let (whole, part) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return Err(wrong());
    }
    let more = u32::from(part.bytes().any(|digit| digit != b'0'));
    whole.parse::<u32>().ok().and_then(|grams| grams.checked_add(more)).ok_or_else(wrong)
}

/// A side in millimetres, rounded up; nothing when nobody has measured. The column's name says what it is measured in.
pub fn side(cell: &str, column: &str) -> Result<Option<u32>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let unit = if column.to_ascii_lowercase().contains("(cm)") { 10 } else { 1 };
    let wrong = || format!("`{cell}` is not a length");
    let (whole, part) = cell.split_once(['.', ',']).unwrap_or((cell, ""));
    let digits = |text: &str| text.len() <= 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return Err(wrong());
    }
    let scale = 10_u64.pow(u32::try_from(part.len()).unwrap_or(0));
    let exact: u64 = format!("{whole}{part}").parse().map_err(|_| wrong())?;
    u32::try_from((exact * unit).div_ceil(scale)).map(Some).map_err(|_| wrong())
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
        "" | "active" => Shown::Live,
        "draft" | "unlisted" => Shown::Draft,
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

/// The last part of a category's path; nothing when it is a number of a list we do not have.
pub fn last_of_path(cell: &str) -> &str {
    let last = cell.rsplit('>').next().unwrap_or("").trim();
    if last.bytes().all(|byte| byte.is_ascii_digit()) { "" } else { last }
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
        assert_eq!((grams("340"), grams("340.0"), grams("340.2"), grams("")), (Ok(340), Ok(340), Ok(341), Ok(0)));
        assert!(grams("-1").is_err() && grams("1 kg").is_err() && grams("99999999999").is_err());
    }

    #[test]
    fn sides_are_measured_as_their_column_says() {
        for (cell, column, expected) in [
            ("340", "Length (mm)", Some(340)),
            ("340.2", "Length (mm)", Some(341)),
            ("9,5", "Height (cm)", Some(95)),
            ("9.51", "Height (cm)", Some(96)),
            ("", "Width (cm)", None),
        ] {
            assert_eq!(side(cell, column), Ok(expected), "{cell} {column}");
        }
        for cell in ["-1", "ten", "1e3", "9.5.1", "12345678"] {
            assert!(side(cell, "Length (mm)").is_err(), "{cell}");
        }
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
