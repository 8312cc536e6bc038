//! What is meant by the form of an offer, and what is wrong with it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Meant, Shelf, TypedOffer, Way};
use crate::contact::{Country, Email};
use crate::desk::words::text;
use crate::desk::{FieldFlaw, Wrong};
use crate::ids::OfferId;
use crate::lang::Lang;
use crate::money::{Currency, Money};
use crate::offers::{BuyGet, Code, Gives, Kind, Limits, Offer, OfferFlaw, Reach, Tier, Together, When};
use crate::tax::Percent;
use crate::time::Day;

impl TypedOffer {
    /// What is meant, or everything that is wrong at once.
    pub fn parse(&self, id: OfferId, shelf: &Shelf, currency: Currency) -> Result<Meant, Vec<FieldFlaw>> {
        let mut flaws = Vec::new();
        let names = self.named(&mut flaws);
        let code = Some(self.code.trim()).filter(|code| !code.is_empty()).map(Code::parse).transpose();
        // One that is copied has a code for each copy.
        let code =
            code.map(|code| code.filter(|_| self.given.is_empty())).map_err(|_| flaws.push(FieldFlaw::new("code", Wrong::Code)));
        let gives = self.gives(shelf, currency, &mut flaws);
        let reach = self.reach(shelf, &mut flaws);
        let limits = self.limits(currency, &mut flaws);
        let together = Together::from_code(&self.together).unwrap_or(Together::All);
        let (Ok(code), Some(gives)) = (code, gives) else { return Err(flaws) };
        let offer = Offer { id, code, gives, reach, limits, together };
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let flaw = |flaw| match flaw {
            OfferFlaw::GivesNothing if offer.kind() == Kind::Gift => FieldFlaw::new("gifts", Wrong::Empty),
            OfferFlaw::GivesNothing => FieldFlaw::new("value", Wrong::Empty),
            OfferFlaw::MoreThanAll => FieldFlaw::new("value", Wrong::Percent),
            OfferFlaw::ForNobody => FieldFlaw::new("in_all", Wrong::Count),
            OfferFlaw::OverBefore => FieldFlaw::new("until", Wrong::Over),
        };
        match offer.flaw() {
            None => Ok((offer, names)),
            Some(odd) => Err(vec![flaw(odd)]),
        }
    }

    fn named(&self, flaws: &mut Vec<FieldFlaw>) -> BTreeMap<Lang, String> {
        let mut names = BTreeMap::from([(Lang::FIRST, text("name", &self.name, NAME, flaws))]);
        for line in lines(&self.names) {
            let named = line.split_once(':').and_then(|(code, name)| Some((Lang::from_code(code.trim())?, name)));
            match named.filter(|(lang, _)| *lang != Lang::FIRST) {
                Some((lang, name)) => {
                    names.insert(lang, text("names", name, NAME, flaws));
                }
                None => flaws.push(FieldFlaw::about("names", Wrong::Line, line)),
            }
        }
        names
    }

    fn gives(&self, shelf: &Shelf, currency: Currency, flaws: &mut Vec<FieldFlaw>) -> Option<Gives> {
        let value = self.value.trim();
        let mut percent = |text: &str| {
            let percent = Percent::parse(&text.replace(',', "."));
            percent.map_err(|_| flaws.push(FieldFlaw::new("value", Wrong::Percent))).ok()
        };
        match Way::from_code(&self.gives).unwrap_or(Way::Percent) {
            Way::Percent => percent(value).map(Gives::Percent),
            Way::BuyGet => {
                let percent = percent(if value.is_empty() { "100" } else { value });
                let (buy, get) = (count("buy", &self.buy, flaws).flatten(), count("get", &self.get, flaws).flatten());
                Some(Gives::BuyGet(BuyGet { buy: buy?, get: get?, of: None, percent: percent?, times: None }))
            }
            Way::Amount => sum("value", value, currency, flaws).flatten().map(Gives::Amount).or_else(|| {
                if value.is_empty() {
                    flaws.push(FieldFlaw::new("value", Wrong::Price));
                }
                None
            }),
            Way::Delivery => sum("value", value, currency, flaws).map(Gives::Delivery),
            Way::Gift => Some(Gives::Gift(self.tiers(shelf, currency, flaws))),
        }
    }

    /// Each line a sum and the numbers of what comes along; worth what the first of them costs.
    fn tiers(&self, shelf: &Shelf, currency: Currency, flaws: &mut Vec<FieldFlaw>) -> Vec<Tier> {
        let mut tiers = Vec::new();
        for line in lines(&self.gifts) {
            let split = line.split_once(':').and_then(|(from, numbers)| Some((Money::typed(from, currency).ok()?, numbers)));
            let Some((from, numbers)) = split else {
                flaws.push(FieldFlaw::about("gifts", Wrong::Line, line));
                continue;
            };
            let mut found = Vec::new();
            for number in numbers.split(',').map(str::trim) {
                match shelf.variants.get(number) {
                    Some(variant) => found.push(*variant),
                    None => flaws.push(FieldFlaw::about("gifts", Wrong::Nowhere, number)),
                }
            }
            let worth = found.first().map_or(Money::zero(currency), |(_, price)| *price);
            tiers.push(Tier { from, variants: found.into_iter().map(|(variant, _)| variant).collect(), worth });
        }
        tiers
    }

    fn reach(&self, shelf: &Shelf, flaws: &mut Vec<FieldFlaw>) -> Reach {
        let products = found("products", &self.products, &shelf.products, flaws);
        let categories = found("categories", &self.categories, &shelf.categories, flaws);
        match (self.products.trim().is_empty(), self.categories.trim().is_empty()) {
            (true, true) => Reach::Everything,
            (false, true) => Reach::Products(products),
            (true, false) => Reach::Categories(categories),
            (false, false) => {
                flaws.push(FieldFlaw::new("categories", Wrong::Both));
                Reach::Everything
            }
        }
    }

    fn limits(&self, currency: Currency, flaws: &mut Vec<FieldFlaw>) -> Limits {
        let mut when = |field: &str, typed: &str| match typed.trim() {
            "" => None,
            typed => match Day::parse(typed) {
                Some(day) => Some(When::On(day)),
                None => {
                    flaws.push(FieldFlaw::new(field, Wrong::Day));
                    None
                }
            },
        };
        let (from, until) = (when("from", &self.from), when("until", &self.until));
        Limits {
            from,
            until,
            in_all: count("in_all", &self.in_all, flaws).flatten(),
            per_person: count("per_person", &self.per_person, flaws).flatten(),
            least: sum("least", &self.least, currency, flaws).flatten(),
            customers: each("customers", &self.customers, ['\n', ';'], flaws, |text| Email::parse(text).ok()),
            countries: each("countries", &self.countries, [',', ' '], flaws, |text| Country::parse(&text.to_uppercase()).ok())
                .map(BTreeSet::from_iter),
            first_order: !self.first.is_empty(),
        }
    }
}

/// Characters of a name at most.
const NAME: usize = 80;

pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// What stands at these addresses.
fn found<T: Ord + Copy>(field: &str, typed: &str, known: &BTreeMap<String, T>, flaws: &mut Vec<FieldFlaw>) -> BTreeSet<T> {
    let find = |address: &str| match known.get(address) {
        Some(id) => Some(*id),
        None => {
            flaws.push(FieldFlaw::about(field, Wrong::Nowhere, address));
            None
        }
    };
    lines(typed).filter_map(find).collect()
}

/// A number from 1 on, if one was typed; none, with a flaw noted, where it is no number.
fn count(field: &str, typed: &str, flaws: &mut Vec<FieldFlaw>) -> Option<Option<u32>> {
    match typed.trim() {
        "" => Some(None),
        typed => match typed.parse::<u32>().ok().filter(|count| *count > 0) {
            Some(count) => Some(Some(count)),
            None => {
                flaws.push(FieldFlaw::new(field, Wrong::Count));
                None
            }
        },
    }
}

/// A sum, if one was typed; none, with a flaw noted, where it is none.
fn sum(field: &str, typed: &str, currency: Currency, flaws: &mut Vec<FieldFlaw>) -> Option<Option<Money>> {
    match typed.trim() {
        "" => Some(None),
        typed => match Money::typed(typed, currency) {
            Ok(sum) => Some(Some(sum)),
            Err(_) => {
                flaws.push(FieldFlaw::new(field, Wrong::Price));
                None
            }
        },
    }
}

/// Each of what was typed, if anything was; what cannot be read is a flaw.
fn each<T>(
    field: &str,
    typed: &str,
    between: [char; 2],
    flaws: &mut Vec<FieldFlaw>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<Vec<T>> {
    let parts = typed.split(between).map(str::trim).filter(|part| !part.is_empty());
    let all: Vec<T> = parts
        .filter_map(|part| {
            let found = read(part);
            if found.is_none() {
                flaws.push(FieldFlaw::about(field, Wrong::Line, part));
            }
            found
        })
        .collect();
    (!typed.trim().is_empty()).then_some(all)
}
