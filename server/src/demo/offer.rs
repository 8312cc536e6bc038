//! The demo's data as goods that come in.

use domain::catalogue::{Choice, ChoiceValue, Selling, Shown, Slug, Unit};
use domain::contact::Country;
use domain::customs::TariffCode;
use domain::delivery::Measures;
use domain::duty::GoodsClass;
use domain::goods::{Checked, Incoming, IncomingCategory, IncomingPicture, IncomingVariant, Named, Place, Source, Stated};
use domain::money::{Currency, Money};
use domain::tax::TaxClass;
use domain::time::Day;

use super::Trouble;
use super::sheet::{Category, Product, Sheet, Sub, Value};
use super::views::{SIDE, View, front_of, views};
use super::words::Words;
use crate::pictures::Media;

/// A product's pictures, as its sheet describes them.
pub fn pictures(sheet: &Sheet, product: &Product) -> Result<Vec<View>, Trouble> {
    views(product, sheet.shelf(product)?.0)
}

/// A product with its pictures kept. `first` has the words of the first language for them.
pub fn incoming(
    sheet: &Sheet,
    product: &Product,
    views: &[View],
    first: &Words,
    currency: Currency,
    media: &Media,
) -> Result<Checked, Trouble> {
    let (category, sub) = sheet.shelf(product)?;
    let mut pictures = Vec::new();
    for view in views {
        let source = Source::Stored(media.store_drawing(&view.svg, SIDE, SIDE)?);
        pictures.push(IncomingPicture { source, alt: first.alt(&product.name, &product.scene, &view.shows)? });
    }
    let wrong = |what: String| Trouble::Data(format!("{}: {what}", product.slug));
    let class = GoodsClass::from_code(&product.class).ok_or_else(|| wrong(format!("`{}` is no class", product.class)))?;
    let incoming = Incoming {
        slug: slug(&product.slug)?,
        name: product.name.clone(),
        maker: product.maker.clone(),
        lead: product.lead.clone(),
        story: product.story.trim().to_owned(),
        facts: product.facts.clone(),
        place: Some(Place { top: top(category)?, sub: Some(below(category, sub)?) }),
        shown: Shown::Live,
        tax: tax(product).ok_or_else(|| wrong("tax".into()))?,
        class,
        tariff: Stated::That(TariffCode::parse(tariff(class)).ok()),
        origin: Stated::That(Some(Country::LATVIA)),
        care: Stated::Nothing,
        popularity: Some(product.popularity),
        rating: Some(((product.rating.0 * 10.0).round() as u8, product.rating.1)),
        added: Some(day(&product.added).ok_or_else(|| wrong(format!("`{}` is not a day", product.added)))?),
        choices: choices(product),
        variants: variants(product, currency)?,
        pictures,
    };
    incoming.check(currency).map_err(|flaws| wrong(flaws.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")))
}

/// The usual code of each class of the demo goods (Harmonized System 2022).
const fn tariff(class: GoodsClass) -> &'static str {
    match class {
        GoodsClass::General => "392410",
        GoodsClass::Textiles => "630260",
        GoodsClass::Ceramics => "691200",
        GoodsClass::Glass => "701349",
        GoodsClass::Leather => "420231",
        GoodsClass::Paper => "482010",
        GoodsClass::Furniture => "940360",
        GoodsClass::Metalware => "732393",
        GoodsClass::Lighting => "940521",
        GoodsClass::Food => "210690",
    }
}

/// The categories with their pictures, the parents before their children.
pub fn categories(sheet: &Sheet, products: &[Checked]) -> Result<Vec<IncomingCategory>, Trouble> {
    let in_use = |slug: &str| {
        let product = products.iter().find(|product| product.slug.as_str() == slug);
        let picture = product.and_then(|product| product.pictures.get(1)).map(|picture| picture.source.clone());
        picture.ok_or_else(|| Trouble::Data(format!("a category is to show {slug}, which there is not")))
    };
    let mut all = Vec::new();
    for (position, category) in (0..).zip(&sheet.shelves.category) {
        let named = top(category)?;
        let parent = named.slug.clone();
        let (blurb, picture) = (category.blurb.clone(), Some(in_use(&category.picture)?));
        all.push(IncomingCategory { named, blurb, parent: None, position, picture });
        for (position, sub) in (0..).zip(&category.sub) {
            let (blurb, picture) = (sub.blurb.clone(), Some(in_use(&sub.picture)?));
            all.push(IncomingCategory { named: below(category, sub)?, blurb, parent: Some(parent.clone()), position, picture });
        }
    }
    Ok(all)
}

fn top(category: &Category) -> Result<Named, Trouble> {
    Ok(Named { slug: slug(&category.slug)?, name: category.name.clone() })
}

fn below(category: &Category, sub: &Sub) -> Result<Named, Trouble> {
    Ok(Named { slug: slug(&format!("{}-{}", category.slug, sub.slug))?, name: sub.name.clone() })
}

fn slug(text: &str) -> Result<Slug, Trouble> {
    Slug::parse(text).map_err(|error| Trouble::Data(error.to_string()))
}

fn tax(product: &Product) -> Option<TaxClass> {
    product.tax.as_deref().map_or(Some(TaxClass::Standard), TaxClass::from_code)
}

fn choices(product: &Product) -> Vec<Choice> {
    let value = |value: &Value| ChoiceValue { name: value.name.clone(), swatch: value.swatch.clone() };
    let choice =
        |choice: &super::sheet::Choice| Choice { name: choice.name.clone(), values: choice.values.iter().map(value).collect() };
    product.choices.iter().map(choice).collect()
}

/// Every combination of values, the last choice changing fastest.
fn variants(product: &Product, currency: Currency) -> Result<Vec<IncomingVariant>, Trouble> {
    let mut combinations: Vec<Vec<usize>> = vec![Vec::new()];
    for choice in &product.choices {
        let longer = |start: &Vec<usize>| {
            let start = start.clone();
            (0..choice.values.len()).map(move |at| [start.as_slice(), &[at]].concat()).collect::<Vec<_>>()
        };
        combinations = combinations.iter().flat_map(longer).collect();
    }
    combinations.iter().map(|at| variant(product, at, currency)).collect()
}

fn variant(product: &Product, at: &[usize], currency: Currency) -> Result<IncomingVariant, Trouble> {
    let values: Vec<&Value> = product.choices.iter().zip(at).filter_map(|(choice, &at)| choice.values.get(at)).collect();
    let names: Vec<String> = values.iter().map(|value| value.name.clone()).collect();
    let mut price = minor(&product.price, currency)?;
    let mut was = product.was.as_deref().map(|was| minor(was, currency)).transpose()?;
    for add in values.iter().filter_map(|value| value.add.as_deref()) {
        let add = minor(add, currency)?;
        price += add;
        was = was.map(|was| was + add);
    }
    let card = tax(product) == Some(TaxClass::Voucher);
    let title = names.join(" / ");
    let colour = product.painted().and_then(|choice| at.get(choice)).copied().unwrap_or(0);
    Ok(IncomingVariant {
        sku: number(&product.slug, &names),
        values: names,
        barcode: String::new(),
        price: Money::new(price, currency),
        was: was.map(|was| Money::new(was, currency)),
        own: Some(own(price, was, currency, if card { WORTH } else { ROUND })),
        content: content(values.iter().find_map(|value| value.content.as_ref()).or(product.content.as_ref())),
        grams: values.iter().find_map(|value| value.grams).or(product.grams).unwrap_or(if card { 0 } else { 500 }),
        measures: measures(values.iter().find_map(|value| value.size).or(product.size))?,
        ready_days: None,
        selling: if card { Selling::Always } else { Selling::WhileInStock },
        stock: Some(product.stock.get(&title).copied().unwrap_or(product.stock_each)),
        picture: Some(front_of(colour)),
    })
}

/// In hundredths of the price in euros: the pound is worth more, the dollar less, as of late.
const ROUND: [(&str, i64); 2] = [("GBP", 85), ("USD", 115)];

/// A gift card is worth what it says, whatever it is paid in.
const WORTH: [(&str, i64); 2] = [("GBP", 100), ("USD", 100)];

/// Prices the merchant sets by hand where round ones sell better than converted ones: a shop that counts in euros asks
/// for whole pounds and dollars.
fn own(price: i64, was: Option<i64>, currency: Currency, each: [(&str, i64); 2]) -> Vec<(Money, Option<Money>)> {
    if currency != Currency::EUR {
        return Vec::new();
    }
    let round = |minor: i64, percent: i64| ((minor * percent + 9_999) / 10_000).max(1) * 100;
    let priced = |(code, percent): (&str, i64)| {
        let currency = Currency::parse(code).ok()?;
        let money = |minor| Money::new(round(minor, percent), currency);
        Some((money(price), was.map(money).filter(|was| was.minor > money(price).minor)))
    };
    each.into_iter().filter_map(priced).collect()
}

fn measures(size: Option<[u32; 3]>) -> Result<Option<Measures>, Trouble> {
    size.map(Measures::of).transpose().map_err(|odd| Trouble::Data(odd.to_string()))
}

fn content(content: Option<&(u32, String)>) -> Option<(u32, Unit)> {
    content.and_then(|(amount, unit)| Some((*amount, Unit::from_code(unit)?)))
}

/// `RIDGE-MUG-MOSS-250-ML`.
fn number(slug: &str, values: &[String]) -> String {
    let text = std::iter::once(slug).chain(values.iter().map(String::as_str)).collect::<Vec<_>>().join("-");
    Slug::of(&text).map_or_else(|_| slug.to_uppercase(), |slug| slug.as_str().to_uppercase())
}

/// The demo's prices have two decimals. In a currency with fewer they are as many whole units, so that a mug
/// costs 1900 yen; with more, the digits behind are zero.
fn minor(text: &str, currency: Currency) -> Result<i64, Trouble> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let euro = Money::parse(digits, Currency::EUR).map_err(|error| Trouble::Data(error.to_string()))?;
    Ok(sign * euro.minor * 10_i64.pow(currency.exponent().saturating_sub(2)))
}

/// The day of a date such as `2026-09-14`, by counting years that begin in March.
fn day(text: &str) -> Option<Day> {
    let mut parts = text.splitn(3, '-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(Day(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day() {
        for (text, number) in [("1970-01-01", 0), ("2026-11-20", 20_777), ("2024-02-29", 19_782), ("2025-03-01", 20_148)] {
            assert_eq!(day(text), Some(Day(number)), "{text}");
        }
        assert_eq!(day("2026-13-01"), None);
        assert_eq!(day("soon"), None);
    }

    #[test]
    fn prices_keep_their_size_in_other_currencies() {
        for (code, amount) in [("EUR", 1900), ("JPY", 1900), ("KWD", 19_000)] {
            assert_eq!(minor("19.00", Currency::parse(code).unwrap()).unwrap(), amount, "{code}");
        }
        assert_eq!(minor("-3.00", Currency::EUR).unwrap(), -300);
    }

    #[test]
    fn a_mug_costs_round_sums_abroad_and_a_gift_card_what_it_says() {
        let of = |each| own(2500, None, Currency::EUR, each).iter().map(|(price, _)| price.minor).collect::<Vec<_>>();
        assert_eq!(of(ROUND), [2200, 2900]);
        assert_eq!(of(WORTH), [2500, 2500]);
    }
}
