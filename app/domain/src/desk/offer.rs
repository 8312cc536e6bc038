//! The form of an offer. What is meant by it is in `offer/reading.rs`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::contact::{Country, Email};
use crate::ids::{CategoryId, ProductId, VariantId};
use crate::lang::Lang;
use crate::money::Money;
use crate::offers::{BuyGet, Given, Gives, Offer, Reach, Tier, When};

mod reading;

use reading::lines;

codes! {
    /// What an offer of the form gives.
    Way {
        /// A part of the price.
        Percent = "percent",
        /// So much off.
        Amount = "amount",
        /// Some for less beside others.
        BuyGet = "buy_get",
        /// Delivery.
        Delivery = "delivery",
        /// Something comes along.
        Gift = "gift",
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
    /// Gifts, a line for each sum of goods they come from: `50.00: M-1, M-2`, by their numbers.
    pub gifts: String,
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
    /// Whom a code of their own is given for it: a [`Given`], or empty where it is had as it is.
    pub given: String,
}

/// Products and categories by their addresses, variants by their numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf {
    /// Variants, and what each costs.
    pub variants: BTreeMap<String, (VariantId, Money)>,
    /// Products.
    pub products: BTreeMap<String, ProductId>,
    /// Categories.
    pub categories: BTreeMap<String, CategoryId>,
}

/// What a form names, by addresses and numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Addresses {
    /// Of products.
    pub products: Vec<String>,
    /// Of categories.
    pub categories: Vec<String>,
    /// Numbers of variants.
    pub gifts: Vec<String>,
}

/// An offer that is meant, and what it is called.
pub type Meant = (Offer, BTreeMap<Lang, String>);

impl TypedOffer {
    /// The form of an offer as it is; none of one that gives something beside others that are not its own, or ends at a moment.
    pub fn of(offer: &Offer, names: &BTreeMap<Lang, String>, given: Option<Given>, shelf: &Shelf) -> Option<Self> {
        let (gives, value, buy, get) = match &offer.gives {
            Gives::Percent(percent) => (Way::Percent, percent.plain(), String::new(), String::new()),
            Gives::Amount(amount) => (Way::Amount, amount.plain(), String::new(), String::new()),
            Gives::Delivery(most) => {
                (Way::Delivery, most.map(|most| most.plain()).unwrap_or_default(), String::new(), String::new())
            }
            Gives::BuyGet(BuyGet { buy, get, of: None, percent, times: None }) => {
                (Way::BuyGet, percent.plain(), buy.to_string(), get.to_string())
            }
            Gives::Gift(_) => (Way::Gift, String::new(), String::new(), String::new()),
            Gives::BuyGet(_) => return None,
        };
        let gifts = if let Gives::Gift(tiers) = &offer.gives { write_tiers(tiers, shelf) } else { String::new() };
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
            gifts,
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
            given: given.map(Given::code).unwrap_or_default().to_owned(),
        })
    }

    /// The addresses of products and of categories that were typed, and the numbers of gifts.
    pub fn addresses(&self) -> Addresses {
        let all = |typed: &str| lines(typed).map(str::to_owned).collect();
        let numbers = lines(&self.gifts).filter_map(|line| line.split_once(':')).flat_map(|(_, numbers)| numbers.split(','));
        let gifts = numbers.map(|number| number.trim().to_owned()).collect();
        Addresses { products: all(&self.products), categories: all(&self.categories), gifts }
    }
}

fn write_tiers(tiers: &[Tier], shelf: &Shelf) -> String {
    let number = |id: &VariantId| shelf.variants.iter().find(|(_, (known, _))| known == id).map(|(number, _)| number.as_str());
    let line = |tier: &Tier| {
        let numbers: Vec<&str> = tier.variants.iter().filter_map(number).collect();
        format!("{}: {}\n", tier.from.plain(), numbers.join(", "))
    };
    tiers.iter().map(line).collect()
}

fn ticked(is: bool) -> String {
    if is { "yes".to_owned() } else { String::new() }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Wrong;
    use crate::ids::OfferId;
    use crate::money::Currency;

    fn shelf() -> Shelf {
        Shelf {
            products: [("ridge-mug".to_owned(), ProductId(1))].into(),
            categories: [("table".to_owned(), CategoryId(7))].into(),
            variants: [("M-1".to_owned(), (VariantId(4), Money::new(2100, Currency::EUR)))].into(),
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
        let after = TypedOffer { given: "friends".to_owned(), code: String::new(), ..typed() };
        let gift = TypedOffer { gives: "gift".to_owned(), value: String::new(), gifts: "50.00: M-1\n".to_owned(), ..typed() };
        for form in [typed(), buy_two, delivery, amount, after, gift] {
            let (offer, names) = form.parse(OfferId(3), &shelf(), Currency::EUR).unwrap();
            assert_eq!(TypedOffer::of(&offer, &names, Given::from_code(&form.given), &shelf()), Some(form));
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
        let gifts = |text: &'static str| {
            move |form: &mut TypedOffer| {
                form.gives = "gift".to_owned();
                form.gifts = text.to_owned();
            }
        };
        assert_eq!(wrong(&gifts("")), one("gifts", Wrong::Empty));
        assert_eq!(wrong(&gifts("M-1")), one("gifts", Wrong::Line));
        assert_eq!(wrong(&gifts("50: M-9")), one("gifts", Wrong::Nowhere));
        let amount = |form: &mut TypedOffer| {
            form.gives = "amount".to_owned();
            form.value.clear();
        };
        assert_eq!(wrong(&amount), one("value", Wrong::Price));
    }
}
