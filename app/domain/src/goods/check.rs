//! What is checked of goods before they come in, and the reasons they may not.

use crate::catalogue::Choice;
use crate::goods::{Incoming, IncomingVariant};
use crate::money::{Currency, Money};

/// Why a product cannot come in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind}")]
pub struct Flaw {
    /// The variant it is about, counted from 0; none when it is about the whole product.
    pub variant: Option<usize>,
    /// What is wrong.
    pub kind: FlawKind,
}

/// What is wrong with a product.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FlawKind {
    /// It has no name.
    #[error("it has no name")]
    NoName,
    /// There is nothing to buy.
    #[error("it has no variant, so nothing of it can be bought")]
    NoVariants,
    /// More than a shop can mean.
    #[error("it has {0} variants; at most {most} can be read", most = Incoming::MOST_VARIANTS)]
    TooManyVariants(usize),
    /// More choices than a page can offer.
    #[error("it has {0} choices; at most {most} can be offered", most = Incoming::MOST_CHOICES)]
    TooManyChoices(usize),
    /// A choice without a name, or two of one name.
    #[error("the name of choice `{0}` is missing or used twice")]
    OddChoice(String),
    /// A choice has one value twice.
    #[error("choice `{choice}` offers `{value}` twice")]
    RepeatedValue {
        /// The choice's name.
        choice: String,
        /// The value.
        value: String,
    },
    /// A variant has no value for a choice, or one that the choice does not offer.
    #[error("it has no value for each of the choices {0:?}")]
    OddValues(Vec<String>),
    /// Two variants cannot be told apart.
    #[error("another variant is `{0}` too")]
    RepeatedVariant(String),
    /// Two variants have one number.
    #[error("SKU `{0}` is used twice")]
    RepeatedSku(String),
    /// Not in the shop's currency.
    #[error("its price is in {0}, the shop's in {1}")]
    OtherCurrency(String, String),
    /// Less than nothing, or more than a shop can mean.
    #[error("its price {0} is out of range")]
    OddPrice(String),
    /// A reduction that reduces nothing.
    #[error("the price before the reduction, {0}, is not more than the price")]
    NotReduced(String),
    /// Its picture is not one of the product's.
    #[error("it names picture {0}, which the product does not have")]
    NoSuchPicture(usize),
    /// Its rating is not between one star and five.
    #[error("its rating of {0} tenths is not between 10 and 50")]
    OddRating(u8),
}

/// A product that was checked: only such a one is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked(Incoming);

impl std::ops::Deref for Checked {
    type Target = Incoming;
    fn deref(&self) -> &Incoming {
        &self.0
    }
}

impl Incoming {
    /// Choices at most: a page can show three rows of buttons, and the database has three columns.
    pub const MOST_CHOICES: usize = 3;
    /// Variants at most; the largest catalogue we read allows as many.
    pub const MOST_VARIANTS: usize = 2048;

    /// Checks everything at once, so that whoever sent it can mend everything at once.
    pub fn check(self, currency: Currency) -> Result<Checked, Vec<Flaw>> {
        let mut flaws = self.own_flaws();
        let mut seen = Seen::default();
        for (at, variant) in self.variants.iter().enumerate() {
            let mut kinds = variant.price_flaws(currency);
            kinds.extend(self.value_flaw(variant));
            kinds.extend(seen.repeated(variant));
            kinds.extend(variant.picture.filter(|&picture| picture >= self.pictures.len()).map(FlawKind::NoSuchPicture));
            flaws.extend(kinds.into_iter().map(|kind| Flaw { variant: Some(at), kind }));
        }
        if flaws.is_empty() { Ok(Checked(self)) } else { Err(flaws) }
    }

    fn own_flaws(&self) -> Vec<Flaw> {
        let mut kinds = Vec::new();
        if self.name.trim().is_empty() {
            kinds.push(FlawKind::NoName);
        }
        match self.variants.len() {
            0 => kinds.push(FlawKind::NoVariants),
            count if count > Self::MOST_VARIANTS => kinds.push(FlawKind::TooManyVariants(count)),
            _ => {}
        }
        if self.choices.len() > Self::MOST_CHOICES {
            kinds.push(FlawKind::TooManyChoices(self.choices.len()));
        }
        if let Some((tenths, _)) = self.rating.filter(|(tenths, _)| !(10..=50).contains(tenths)) {
            kinds.push(FlawKind::OddRating(tenths));
        }
        kinds.extend(self.choice_flaws());
        kinds.into_iter().map(|kind| Flaw { variant: None, kind }).collect()
    }

    fn choice_flaws(&self) -> Vec<FlawKind> {
        let mut kinds = Vec::new();
        for (at, choice) in self.choices.iter().enumerate() {
            if choice.name.trim().is_empty() || self.choices[..at].iter().any(|earlier| earlier.name == choice.name) {
                kinds.push(FlawKind::OddChoice(choice.name.clone()));
            }
            for (at, value) in choice.values.iter().enumerate() {
                if choice.values[..at].iter().any(|earlier| earlier.name == value.name) {
                    kinds.push(FlawKind::RepeatedValue { choice: choice.name.clone(), value: value.name.clone() });
                }
            }
        }
        kinds
    }

    fn value_flaw(&self, variant: &IncomingVariant) -> Option<FlawKind> {
        let offered = |(choice, value): (&Choice, &String)| choice.values.iter().any(|known| known.name == *value);
        let fits = variant.values.len() == self.choices.len()
            && self.choices.iter().zip(&variant.values).all(offered)
            && variant.values.iter().all(|value| !value.is_empty());
        (!fits).then(|| FlawKind::OddValues(self.choices.iter().map(|choice| choice.name.clone()).collect()))
    }
}

impl IncomingVariant {
    fn price_flaws(&self, currency: Currency) -> Vec<FlawKind> {
        let mut kinds = Vec::new();
        for money in std::iter::once(self.price).chain(self.was) {
            if money.currency != currency {
                kinds.push(FlawKind::OtherCurrency(money.currency.code().to_owned(), currency.code().to_owned()));
            }
            if !(0..=Money::MOST).contains(&money.minor) {
                kinds.push(FlawKind::OddPrice(money.plain()));
            }
        }
        kinds.extend(self.was.filter(|was| was.minor <= self.price.minor).map(|was| FlawKind::NotReduced(was.plain())));
        kinds
    }
}

/// What was met among the variants so far.
#[derive(Default)]
struct Seen<'a> {
    values: std::collections::HashSet<&'a [String]>,
    skus: std::collections::HashSet<&'a str>,
}

impl<'a> Seen<'a> {
    fn repeated(&mut self, variant: &'a IncomingVariant) -> Vec<FlawKind> {
        let mut kinds = Vec::new();
        if !self.values.insert(&variant.values) {
            kinds.push(FlawKind::RepeatedVariant(variant.title()));
        }
        if !variant.sku.is_empty() && !self.skus.insert(&variant.sku) {
            kinds.push(FlawKind::RepeatedSku(variant.sku.clone()));
        }
        kinds
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{ChoiceValue, Selling, Shown, Slug};
    use crate::goods::Place;

    fn variant(values: &[&str], minor: i64) -> IncomingVariant {
        IncomingVariant {
            ready_days: None,
            values: values.iter().map(|&value| value.to_owned()).collect(),
            sku: String::new(),
            barcode: String::new(),
            price: Money::new(minor, Currency::EUR),
            was: None,
            own: None,
            content: None,
            grams: 340,
            measures: None,
            selling: Selling::WhileInStock,
            stock: Some(3),
            picture: None,
        }
    }

    fn mug(variants: Vec<IncomingVariant>) -> Incoming {
        let values = ["Oat", "Moss"].map(|name| ChoiceValue { name: name.to_owned(), swatch: None });
        Incoming {
            slug: Slug::of("Ridge mug").unwrap(),
            name: "Ridge mug".to_owned(),
            maker: String::new(),
            lead: String::new(),
            story: String::new(),
            facts: Vec::new(),
            place: Some(Place::of("Table", Some("Cups")).unwrap()),
            shown: Shown::Live,
            tax: crate::tax::TaxClass::Standard,
            class: crate::duty::GoodsClass::General,
            tariff: crate::goods::Stated::Nothing,
            origin: crate::goods::Stated::Nothing,
            care: crate::goods::Stated::Nothing,
            popularity: None,
            rating: None,
            added: None,
            choices: vec![Choice { name: "Colour".to_owned(), values: values.to_vec() }],
            variants,
            pictures: Vec::new(),
        }
    }

    fn flaws(product: Incoming) -> Vec<(Option<usize>, FlawKind)> {
        product.check(Currency::EUR).unwrap_err().into_iter().map(|flaw| (flaw.variant, flaw.kind)).collect()
    }

    #[test]
    fn a_mug_in_two_colours_comes_in() {
        assert!(mug(vec![variant(&["Oat"], 1900), variant(&["Moss"], 1900)]).check(Currency::EUR).is_ok());
    }

    #[test]
    fn a_mug_that_is_twice_the_same_does_not() {
        let twice = mug(vec![variant(&["Oat"], 1900), variant(&["Oat"], 2100)]);
        assert_eq!(flaws(twice), [(Some(1), FlawKind::RepeatedVariant("Oat".to_owned()))]);
    }

    #[test]
    fn all_reasons_are_told_at_once() {
        let mut wrong = mug(vec![variant(&["Plum"], 1900), variant(&["Moss"], -1)]);
        wrong.name = " ".to_owned();
        wrong.variants[0].was = Some(Money::new(1900, Currency::EUR));
        wrong.variants[1].picture = Some(0);
        let told = flaws(wrong);
        assert_eq!(
            told,
            [
                (None, FlawKind::NoName),
                (Some(0), FlawKind::NotReduced("19.00".to_owned())),
                (Some(0), FlawKind::OddValues(vec!["Colour".to_owned()])),
                (Some(1), FlawKind::OddPrice("-0.01".to_owned())),
                (Some(1), FlawKind::NoSuchPicture(0)),
            ]
        );
    }

    #[test]
    fn a_fourth_choice_and_a_foreign_price_are_refused() {
        let mut wrong = mug(vec![variant(&["Oat", "S", "a", "b"], 1900)]);
        for (name, value) in [("Size", "S"), ("Glaze", "a"), ("Foot", "b")] {
            let values = vec![ChoiceValue { name: value.to_owned(), swatch: None }];
            wrong.choices.push(Choice { name: name.to_owned(), values });
        }
        assert_eq!(flaws(wrong), [(None, FlawKind::TooManyChoices(4))]);
        let product = mug(vec![variant(&["Oat"], 1900)]);
        let told = product.check(Currency::parse("USD").unwrap()).unwrap_err();
        assert_eq!(told[0].kind, FlawKind::OtherCurrency("EUR".to_owned(), "USD".to_owned()));
    }

    #[test]
    fn a_subcategory_has_an_address_of_its_own() {
        let place = Place::of("Kitchen", Some("Pots and pans")).unwrap();
        assert_eq!(place.sub.unwrap().slug.as_str(), "kitchen-pots-and-pans");
        assert!(Place::of("!!!", None).is_err());
    }
}
