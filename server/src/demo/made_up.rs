//! Large catalogues for measurements: the demo goods again and again, under other names and at other prices.

use domain::catalogue::{Choice, Slug};
use domain::goods::{Checked, Incoming};
use domain::money::{Currency, Money};
use domain::time::Day;

use super::Trouble;

const KINDS: [&str; 24] = [
    "Harbour",
    "Quarry",
    "Orchard",
    "Northern",
    "Slate",
    "Winter",
    "Meadow",
    "Chapel",
    "Ferry",
    "Juniper",
    "Lantern",
    "Mill",
    "Moorland",
    "Saltwater",
    "Sunday",
    "Thistle",
    "Timber",
    "Upland",
    "Valley",
    "Wharf",
    "Barley",
    "Copper",
    "Dune",
    "Ember",
];

/// A variation is sold in so many variants at most: half a million rows are enough to tell how the shop bears many.
const VARIANTS: usize = 2;

/// The `at`th product of a large catalogue: the given ones, then variations of them. The same for the same number, so
/// that filling twice is filling once.
pub fn product(goods: &[Checked], at: usize, currency: Currency) -> Result<Checked, Trouble> {
    match goods.get(at) {
        Some(product) => Ok(product.clone()),
        None => variation(&goods[at % goods.len()], at / goods.len(), currency),
    }
}

fn variation(base: &Checked, round: usize, currency: Currency) -> Result<Checked, Trouble> {
    let mut product = Incoming::clone(base);
    let (kind, series) = (KINDS[round % KINDS.len()], round / KINDS.len());
    product.name = match series {
        0 => format!("{kind} {}", lower_first(&base.name)),
        _ => format!("{kind} {} No. {series}", lower_first(&base.name)),
    };
    let wrong = |error: &dyn std::fmt::Display| Trouble::Data(format!("variation {round} of {}: {error}", base.slug.as_str()));
    product.slug = Slug::of(&format!("{} {round}", base.slug.as_str())).map_err(|error| wrong(&error))?;
    // Numbers without a common step, so that orders by price, age and liking all differ.
    let step = i64::try_from(round).unwrap_or(i64::MAX / 1000);
    product.popularity = base.popularity.map(|liked| (liked * 31 + step * 17) % 100);
    product.added = base.added.map(|day| Day(day.0 - (step * 13) % 600));
    let first = round % product.variants.len();
    product.variants.rotate_left(first);
    product.variants.truncate(VARIANTS);
    for variant in &mut product.variants {
        variant.sku = format!("{}-{round}", variant.sku);
        variant.own = None;
        let dearer = variant.price.minor * (step * 7 % 60) / 100;
        variant.price = Money::new(variant.price.minor + dearer, currency);
        variant.was = variant.was.map(|was| Money::new(was.minor + dearer, currency));
    }
    for at in 0..product.choices.len() {
        let sold: Vec<String> = product.variants.iter().filter_map(|variant| variant.values.get(at).cloned()).collect();
        keep_sold(&mut product.choices[at], &sold);
    }
    product.check(currency).map_err(|flaws| flaws.first().map_or_else(|| wrong(&"it is refused"), |flaw| wrong(flaw)))
}

/// Of a choice remains what can be chosen.
fn keep_sold(choice: &mut Choice, sold: &[String]) {
    choice.values.retain(|value| sold.contains(&value.name));
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
