//! The form of an offer.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::words::text;
use super::{FieldFlaw, Wrong};
use crate::codes;
use crate::contact::{Country, Email};
use crate::ids::{CategoryId, OfferId, ProductId};
use crate::lang::Lang;
use crate::money::{Currency, Money};
use crate::offers::{BuyGet, Code, Gives, Limits, Offer, OfferFlaw, Reach, Together, When};
use crate::tax::Percent;
use crate::time::Day;

codes! {
    /// What an offer of the form gives. Gifts are not written there.
    Way {
        /// A part of the price.
        Percent = "percent",
        /// So much off.
        Amount = "amount",
        /// Some for less beside others.
        BuyGet = "buy_get",
        /// Delivery.
        Delivery = "delivery",
    }
}

/// An offer as it stands in its form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedOffer {
    /// What it is called in the first language.
    pub name: String,
    /// What it is called in others, a line each: `de: Zehn Prozent`.
    pub names: String,
    /// The code it is behind; empty for none.
    pub code: String,
    /// A [`Way`].
    pub gives: String,
    /// Per cent or a sum; of delivery the most, or empty for all of it.
    pub value: String,
    /// How many are bought at full price.
    pub buy: String,
    /// How many are had for less.
    pub get: String,
    /// Addresses of products, a line each.
    pub products: String,
    /// Addresses of categories, a line each.
    pub categories: String,
    /// The first day: `2026-12-01`.
    pub from: String,
    /// The last day.
    pub until: String,
    /// How many orders may have it.
    pub in_all: String,
    /// How many orders of one person.
    pub per_person: String,
    /// The least sum of goods.
    pub least: String,
    /// Codes of countries.
    pub countries: String,
    /// E-mail addresses, a line each.
    pub customers: String,
    /// Whether it is for a first order only.
    pub first: String,
    /// Which others it goes with.
    pub together: String,
    /// Whether every order that is paid is given a code of its own for it.
    pub after: String,
}

/// Products and categories by their addresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Products.
    pub products: BTreeMap<String, ProductId>,
    /// Categories.
    pub categories: BTreeMap<String, CategoryId>,
}

/// An offer that is meant, and what it is called.
pub type Meant = (Offer, BTreeMap<Lang, String>);

impl TypedOffer {
    /// The form of an offer as it is; none of one that gives gifts, or something beside others that are not its own.
    pub fn of(offer: &Offer, names: &BTreeMap<Lang, String>, after: bool, shelf: &Shelf) -> Option<Self> {
        let (gives, value, buy, get) = match &offer.gives {
            Gives::Percent(percent) => (Way::Percent, percent.plain(), String::new(), String::new()),
            Gives::Amount(amount) => (Way::Amount, amount.plain(), String::new(), String::new()),
            Gives::Delivery(most) => {
                (Way::Delivery, most.map(|most| most.plain()).unwrap_or_default(), String::new(), String::new())
            }
            Gives::BuyGet(BuyGet { buy, get, of: None, percent, times: None }) => {
                (Way::BuyGet, percent.plain(), buy.to_string(), get.to_string())
            }
            Gives::BuyGet(_) | Gives::Gift(_) => return None,
        };
        let lines = |lines: Vec<&str>| lines.join("\n");
        let (products, categories) = match &offer.reach {
            Reach::Everything => (String::new(), String::new()),
            Reach::Products(ids) => (lines(addresses(&shelf.products, ids)), String::new()),
            Reach::Categories(ids) => (String::new(), lines(addresses(&shelf.categories, ids))),
        };
        let limits = &offer.limits;
        let others = names.iter().filter(|(lang, _)| **lang != Lang::FIRST);
        let number = |limit: Option<u32>| limit.map(|limit| limit.to_string()).unwrap_or_default();
        Some(Self {
            name: names.get(&Lang::FIRST).cloned().unwrap_or_default(),
            names: others.map(|(lang, name)| format!("{}: {name}\n", lang.code())).collect(),
            code: offer.code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default(),
            gives: gives.code().to_owned(),
            value,
            buy,
            get,
            products,
            categories,
            from: day(limits.from)?,
            until: day(limits.until)?,
            in_all: number(limits.in_all),
            per_person: number(limits.per_person),
            least: limits.least.map(|least| least.plain()).unwrap_or_default(),
            countries: limits.countries.iter().flatten().map(Country::code).collect::<Vec<_>>().join(", "),
            customers: limits.customers.iter().flatten().map(Email::as_str).collect::<Vec<_>>().join("\n"),
            first: ticked(limits.first_order),
            together: offer.together.code().to_owned(),
            after: ticked(after),
        })
    }

    /// The addresses of products and of categories that were typed.
    pub fn addresses(&self) -> (Vec<String>, Vec<String>) {
        let all = |typed: &str| lines(typed).map(str::to_owned).collect();
        (all(&self.products), all(&self.categories))
    }

    /// What is meant, or everything that is wrong at once.
    pub fn parse(&self, id: OfferId, shelf: &Shelf, currency: Currency) -> Result<Meant, Vec<FieldFlaw>> {
        let mut flaws = Vec::new();
        let names = self.named(&mut flaws);
        let code = Some(self.code.trim()).filter(|code| !code.is_empty()).map(Code::parse).transpose();
        // One that is copied has a code for each copy.
        let code =
            code.map(|code| code.filter(|_| self.after.is_empty())).map_err(|_| flaws.push(FieldFlaw::new("code", Wrong::Code)));
        let gives = self.gives(currency, &mut flaws);
        let reach = self.reach(shelf, &mut flaws);
        let limits = self.limits(currency, &mut flaws);
        let together = Together::from_code(&self.together).unwrap_or(Together::All);
        let (Ok(code), Some(gives)) = (code, gives) else { return Err(flaws) };
        let offer = Offer { id, code, gives, reach, limits, together };
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let flaw = |flaw| match flaw {
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

    fn gives(&self, currency: Currency, flaws: &mut Vec<FieldFlaw>) -> Option<Gives> {
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
        }
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

fn ticked(is: bool) -> String {
    if is { "yes".to_owned() } else { String::new() }
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// A limit of the form is a day; one that is a moment cannot be written there.
fn day(when: Option<When>) -> Option<String> {
    match when {
        None => Some(String::new()),
        Some(When::On(day)) => Some(day.to_string()),
        Some(When::At(_)) => None,
    }
}

fn addresses<'a, T: Ord>(known: &'a BTreeMap<String, T>, ids: &BTreeSet<T>) -> Vec<&'a str> {
    known.iter().filter(|(_, id)| ids.contains(id)).map(|(address, _)| address.as_str()).collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn shelf() -> Shelf {
        Shelf {
            products: [("ridge-mug".to_owned(), ProductId(1))].into(),
            categories: [("table".to_owned(), CategoryId(7))].into(),
        }
    }

    fn typed() -> TypedOffer {
        let text = str::to_owned;
        TypedOffer {
            name: text("Ten off"),
            names: text("de: Zehn weniger\n"),
            code: text("SPRING10"),
            gives: text("percent"),
            value: text("12.5"),
            categories: text("table"),
            from: text("2026-12-01"),
            until: text("2026-12-31"),
            in_all: text("100"),
            per_person: text("1"),
            least: text("50.00"),
            countries: text("EE, LV"),
            customers: text("ada@example.org"),
            first: text("yes"),
            together: text("alone"),
            ..TypedOffer::default()
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let buy_two = TypedOffer {
            gives: "buy_get".to_owned(),
            value: "100".to_owned(),
            buy: "2".to_owned(),
            get: "1".to_owned(),
            ..typed()
        };
        let delivery = TypedOffer { gives: "delivery".to_owned(), value: String::new(), ..typed() };
        let amount = TypedOffer { gives: "amount".to_owned(), value: "10.00".to_owned(), code: String::new(), ..typed() };
        let after = TypedOffer { after: "yes".to_owned(), code: String::new(), ..typed() };
        for form in [typed(), buy_two, delivery, amount, after] {
            let (offer, names) = form.parse(OfferId(3), &shelf(), Currency::EUR).unwrap();
            assert_eq!(TypedOffer::of(&offer, &names, !form.after.is_empty(), &shelf()), Some(form));
        }
    }

    #[test]
    fn each_thing_that_is_wrong_stands_at_its_field() {
        let wrong = |change: &dyn Fn(&mut TypedOffer)| {
            let mut form = typed();
            change(&mut form);
            let flaws = form.parse(OfferId(0), &shelf(), Currency::EUR).unwrap_err();
            flaws.into_iter().map(|flaw| (flaw.field, flaw.wrong)).collect::<Vec<_>>()
        };
        let one = |field: &str, wrong| vec![(field.to_owned(), wrong)];
        assert_eq!(wrong(&|form| form.name.clear()), one("name", Wrong::Empty));
        assert_eq!(wrong(&|form| form.names = "xx: Nichts".to_owned()), one("names", Wrong::Line));
        assert_eq!(wrong(&|form| form.code = "10 %".to_owned()), one("code", Wrong::Code));
        assert_eq!(wrong(&|form| form.value = "a tenth".to_owned()), one("value", Wrong::Percent));
        assert_eq!(wrong(&|form| form.value = "101".to_owned()), one("value", Wrong::Percent));
        assert_eq!(wrong(&|form| form.products = "ridge-mug".to_owned()), one("categories", Wrong::Both));
        assert_eq!(wrong(&|form| form.categories = "attic".to_owned()), one("categories", Wrong::Nowhere));
        assert_eq!(wrong(&|form| form.from = "1 December".to_owned()), one("from", Wrong::Day));
        assert_eq!(wrong(&|form| form.until = "2026-11-30".to_owned()), one("until", Wrong::Over));
        assert_eq!(wrong(&|form| form.in_all = "0".to_owned()), one("in_all", Wrong::Count));
        assert_eq!(wrong(&|form| form.least = "much".to_owned()), one("least", Wrong::Price));
        assert_eq!(wrong(&|form| form.countries = "LV, Riga".to_owned()), one("countries", Wrong::Line));
        assert_eq!(wrong(&|form| form.customers = "ada".to_owned()), one("customers", Wrong::Line));
        let amount = |form: &mut TypedOffer| {
            form.gives = "amount".to_owned();
            form.value.clear();
        };
        assert_eq!(wrong(&amount), one("value", Wrong::Price));
    }
}
