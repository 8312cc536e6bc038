//! What a shopper asks of a list, and how that stands in the list's address.
//!
//! An address is written in one order, whatever order it was read in, and what cannot be understood is left out: whoever follows
//! an old or a broken link sees goods. Facets and their values are written as the books have them, so that an
//! address means the same in every language.

use std::collections::{BTreeMap, BTreeSet};

use super::{Slug, Sort};

/// What goods have to be like: one of the values of each thing that is asked, all things at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// In one of these parts of the list, by their address in the books.
    pub within: BTreeSet<Slug>,
    /// At least so many whole units of the shopper's currency.
    pub least: Option<u32>,
    /// At most so many; not less than `least`.
    pub most: Option<u32>,
    /// So many stars or more: one of [`Filter::STARS`].
    pub stars: Option<u8>,
    /// Only what can be bought now.
    pub in_stock: bool,
    /// Facets and their values. No facet is without values.
    pub facets: BTreeMap<String, BTreeSet<String>>,
}

/// What a list is asked for: a filter, an order, and which pages of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// What goods have to be like.
    pub filter: Filter,
    /// In which order; none for the list's own: the best liked first, or what fits a search best.
    pub sort: Option<Sort>,
    /// Which pages.
    pub pages: Pages,
    /// A facet of which every value is to be shown to choose from, not only the most frequent ones.
    pub whole: Option<String>,
}

/// Pages that are shown one below the other, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    first: u32,
    last: u32,
}

/// One thing a filter asks, which can be taken away again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// In this part.
    Within(Slug),
    /// Between these prices.
    Price,
    /// With these stars.
    Stars,
    /// There to be bought.
    InStock,
    /// With this value of this facet.
    Value(String, String),
}

/// A parameter of a facet begins so; the facet's name follows.
const FACET: &str = "is.";
/// Nobody chooses more; a longer list of parameters is no shopper's.
const MOST_FACETS: usize = 12;
const MOST_VALUES: usize = 24;
/// No name of a facet and no value is longer, in characters.
const MOST_LETTERS: usize = 80;
/// No price is higher, in whole units.
const MOST_PRICE: u32 = 1_000_000_000;

impl Filter {
    /// How many stars can be asked for.
    pub const STARS: [u8; 2] = [4, 3];

    /// Whether it lets everything through.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Everything it asks, in the order of the address.
    pub fn wanted(&self) -> Vec<Wanted> {
        let within = self.within.iter().cloned().map(Wanted::Within);
        let price = (self.least.is_some() || self.most.is_some()).then_some(Wanted::Price);
        let stars = self.stars.map(|_| Wanted::Stars);
        let stock = self.in_stock.then_some(Wanted::InStock);
        let of = |(facet, values): (&String, &BTreeSet<String>)| {
            values.iter().map(|value| Wanted::Value(facet.clone(), value.clone())).collect::<Vec<_>>()
        };
        within.chain(price).chain(stars).chain(stock).chain(self.facets.iter().flat_map(of)).collect()
    }

    /// The same without one of the things it asks.
    pub fn without(&self, wanted: &Wanted) -> Self {
        let mut rest = self.clone();
        match wanted {
            Wanted::Within(slug) => rest.within.retain(|part| part != slug),
            Wanted::Price => (rest.least, rest.most) = (None, None),
            Wanted::Stars => rest.stars = None,
            Wanted::InStock => rest.in_stock = false,
            Wanted::Value(facet, value) => {
                rest.facets.get_mut(facet).into_iter().for_each(|values| values.retain(|known| known != value));
                rest.facets.retain(|_, values| !values.is_empty());
            }
        }
        rest
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "in" if self.within.len() < MOST_VALUES => self.within.extend(Slug::parse(value)),
            "least" => self.least = price(value, false),
            "most" => self.most = price(value, true),
            "stars" => self.stars = value.parse().ok().filter(|stars| Self::STARS.contains(stars)),
            "stock" => self.in_stock = value == "now",
            _ => name.strip_prefix(FACET).into_iter().for_each(|facet| self.take_value(facet, value)),
        }
    }

    fn take_value(&mut self, facet: &str, value: &str) {
        let room = self.facets.contains_key(facet) || self.facets.len() < MOST_FACETS;
        if fits(facet) && fits(value) && room {
            let values = self.facets.entry(facet.to_owned()).or_default();
            if values.len() < MOST_VALUES {
                values.insert(value.to_owned());
            }
        }
    }
}

/// Whether a text may be the name of a facet or a value.
fn fits(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= MOST_LETTERS && !text.chars().any(char::is_control)
}

/// Whole units of a price as people type it: `20`, `19.90` and `19,90`; a highest price is not cut below what was typed.
fn price(text: &str, up: bool) -> Option<u32> {
    let (whole, rest) = text.trim().split_once(['.', ',']).unwrap_or((text.trim(), ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let whole: u32 = whole.parse().ok().filter(|_| digits(whole) && digits(rest))?;
    let more = up && rest.bytes().any(|digit| digit != b'0');
    whole.checked_add(u32::from(more)).filter(|units| *units <= MOST_PRICE)
}

impl Asked {
    /// Reads the parameters of an address.
    pub fn parse(parameters: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut asked = Self::default();
        for (name, value) in parameters {
            match name.as_str() {
                "sort" => asked.sort = Sort::from_code(&value),
                "page" => asked.pages = Pages::parse(&value),
                "whole" => asked.whole = Some(value).filter(|facet| fits(facet)),
                _ => asked.filter.take(&name, &value),
            }
        }
        let filter = &mut asked.filter;
        if let (Some(least), Some(most)) = (filter.least, filter.most) {
            // Whoever mixes the two up means what lies between them.
            (filter.least, filter.most) = (Some(least.min(most)), Some(least.max(most)));
        }
        asked
    }

    /// Whether a parameter is a field of a list's form.
    pub fn has_field(name: &str) -> bool {
        matches!(name, "in" | "least" | "most" | "stars" | "stock" | "sort" | "whole") || name.starts_with(FACET)
    }

    /// The parameters of its address, in their order.
    pub fn parameters(&self) -> Vec<(String, String)> {
        let Self { filter, sort, pages, whole } = self;
        let one = |name: &str, value: String| (name.to_owned(), value);
        let mut all: Vec<_> = filter.within.iter().map(|slug| one("in", slug.as_str().to_owned())).collect();
        all.extend(filter.least.map(|least| one("least", least.to_string())));
        all.extend(filter.most.map(|most| one("most", most.to_string())));
        all.extend(filter.stars.map(|stars| one("stars", stars.to_string())));
        all.extend(filter.in_stock.then(|| one("stock", "now".to_owned())));
        for (facet, values) in &filter.facets {
            all.extend(values.iter().map(|value| (facet_parameter(facet), value.clone())));
        }
        all.extend(sort.map(|sort| one("sort", sort.code().to_owned())));
        all.extend(whole.iter().map(|facet| one("whole", facet.clone())));
        all.extend((*pages != Pages::default()).then(|| one("page", pages.text())));
        all
    }

    /// The same goods in the same order, from the first page on with another filter.
    pub fn with(&self, filter: Filter) -> Self {
        Self { filter, sort: self.sort, ..Self::default() }
    }
}

/// What a facet's parameter is called.
pub fn facet_parameter(facet: &str) -> String {
    format!("{FACET}{facet}")
}

impl Pages {
    /// So many are shown together at most.
    pub const TOGETHER: u32 = 10;
    /// No list is longer.
    const MOST: u32 = 10_000;

    /// From one page to another, the first ones of too many.
    pub fn new(first: u32, last: u32) -> Self {
        let first = first.clamp(1, Self::MOST);
        Self { first, last: last.clamp(first, (first + Self::TOGETHER - 1).min(Self::MOST)) }
    }

    /// One page.
    pub fn one(page: u32) -> Self {
        Self::new(page, page)
    }

    /// The first of them.
    pub fn first(self) -> u32 {
        self.first
    }

    /// The last of them.
    pub fn last(self) -> u32 {
        self.last
    }

    /// Reads `3` or `1-3`.
    fn parse(text: &str) -> Self {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        match (first.parse(), last.parse()) {
            (Ok(first), Ok(last)) => Self::new(first, last),
            _ => Self::default(),
        }
    }

    fn text(self) -> String {
        if self.first == self.last { self.last.to_string() } else { format!("{}-{}", self.first, self.last) }
    }
}

impl Default for Pages {
    fn default() -> Self {
        Self { first: 1, last: 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::{btree_map, btree_set, vec};
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn asked(address: &[(&str, &str)]) -> Asked {
        Asked::parse(address.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    fn filters() -> impl Strategy<Value = Filter> {
        let slugs = btree_set(select(vec!["cups", "pans", "чашки"]).prop_map(|slug| Slug::parse(slug).unwrap()), 0..3);
        let prices = (option::of(0..9000_u32), option::of(0..9000_u32));
        let facets = btree_map("[a-zA-Zé &=%+/]{1,8}", btree_set("\\PC{1,8}", 1..4), 0..4);
        let stars = option::of(select(Filter::STARS.to_vec()));
        (slugs, prices, stars, any::<bool>(), facets).prop_map(|(within, (one, other), stars, in_stock, facets)| {
            let (least, most) = match (one, other) {
                (Some(one), Some(other)) => (Some(one.min(other)), Some(one.max(other))),
                either => either,
            };
            Filter { within, least, most, stars, in_stock, facets }
        })
    }

    proptest! {
        #[test]
        fn what_is_written_in_an_address_is_read_from_it(
            filter in filters(), sort in option::of(select(Sort::ALL.to_vec())), first in 1..20_u32, more in 0..10_u32,
            whole in option::of("[a-zA-Zé &=%+/]{1,8}"),
        ) {
            let asked = Asked { filter, sort, pages: Pages::new(first, first + more), whole };
            prop_assert_eq!(Asked::parse(asked.parameters()), asked);
        }

        #[test]
        fn whatever_is_in_an_address_is_no_trouble_and_comes_in_one_order(
            mut pairs in vec(("in|least|most|stars|stock|sort|page|is\\.[a-c]|\\PC{0,6}", "now|4|3|[0-9,.-]{0,12}|\\PC{0,9}"), 0..30)
        ) {
            let asked = Asked::parse(pairs.clone());
            prop_assert_eq!(Asked::parse(asked.parameters()), asked.clone());
            // A parameter that stands twice counts as it stands last; only those that may are turned round.
            pairs.retain(|(name, _)| name.starts_with(FACET));
            pairs.truncate(MOST_FACETS);
            let straight = Asked::parse(pairs.clone());
            pairs.reverse();
            prop_assert_eq!(Asked::parse(pairs), straight);
        }

        #[test]
        fn a_filter_is_taken_away_thing_by_thing(filter in filters()) {
            let rest = filter.wanted().iter().fold(filter, |filter, wanted| filter.without(wanted));
            prop_assert!(rest.is_empty());
        }
    }

    #[test]
    fn what_nobody_offers_is_not_asked() {
        let odd = [
            ("stars", "5"),
            ("stock", "later"),
            ("sort", "colour"),
            ("page", "-3"),
            ("least", "-5"),
            ("most", "1e9"),
            ("in", "A B"),
            ("is.", "x"),
            ("is.Colour", ""),
            ("is.Colour", "a\u{0}b"),
            ("utm_source", "x"),
        ];
        assert_eq!(asked(&odd), Asked::default());
        let long = "x".repeat(100_000);
        assert_eq!(
            asked(&[("is.Colour", &long), (&format!("is.{long}"), "x"), ("page", &long), ("least", &long)]),
            Asked::default()
        );
        let many: Vec<_> = (0..1000).map(|at| (format!("is.{at}"), format!("{at}"))).collect();
        assert_eq!(Asked::parse(many).filter.facets.len(), MOST_FACETS);
    }

    #[test]
    fn a_price_is_read_as_people_type_it() {
        let filter = asked(&[("least", " 19,90"), ("most", "30.01")]).filter;
        assert_eq!((filter.least, filter.most), (Some(19), Some(31)));
        let filter = asked(&[("least", "50"), ("most", "20")]).filter;
        assert_eq!((filter.least, filter.most), (Some(20), Some(50)));
    }

    #[test]
    fn pages_are_shown_together_up_to_a_bound() {
        let pages = |text| asked(&[("page", text)]).pages;
        assert_eq!((pages("1-3"), pages("3-1"), pages("x")), (Pages::new(1, 3), Pages::one(3), Pages::one(1)));
        assert_eq!((pages("1-4000").first(), pages("1-4000").last()), (1, 10));
        assert_eq!(pages("4294967295"), Pages::one(Pages::MOST));
    }
}
