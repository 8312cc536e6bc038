//! The demo shop's offers: a tenth off a first order behind a code, delivery from a sum on, and three things of one shelf for
//! the price of two.

use std::collections::{BTreeMap, BTreeSet};

use db::Database;
use db::offers::{Kept, NotKept, all, keep, shelf};
use domain::desk::Addresses;
use domain::ids::{CategoryId, OfferId};
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::offers::{BuyGet, Code, Gives, Limits, Offer, Reach, Together};
use domain::tax::Percent;
use serde::Deserialize;

use super::Trouble;
use super::sheet::parse;

/// From this sum on delivery is on the shop, express too: in units of the shop's currency.
const CARRIED_FROM: i64 = 250;

/// The shelf of which the third is free.
const SHELF: &str = "rest-bath";

/// `offers.toml`: what each is called, by language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    welcome: BTreeMap<Lang, String>,
    delivery: BTreeMap<Lang, String>,
    bath: BTreeMap<Lang, String>,
}

/// Writes the offers into a shop that has none.
pub async fn fill(db: &Database) -> Result<(), Trouble> {
    let names: Names = parse("offers.toml", include_str!("offers.toml"))?;
    let currency = db.currency();
    let written = db.write(move |tx| {
        let named = Addresses { categories: vec![SHELF.to_owned()], ..Addresses::default() };
        let bath = shelf(tx, &named)?.categories.into_values().collect();
        let wanted = if all(tx)?.is_empty() { offers(names, bath, currency) } else { Vec::new() };
        wanted.iter().try_for_each(|kept| keep(tx, "", None, kept).map(drop))
    });
    written.await.map_err(|error| match error {
        db::Error::Refused(why) => Trouble::Data(NotKept::to_string(&why)),
        db::Error::Fault(fault) => Trouble::Shop(fault),
    })
}

fn offers(names: Names, bath: BTreeSet<CategoryId>, currency: Currency) -> Vec<Kept> {
    let tenth = Gives::Percent(Percent::from_hundredths(1000));
    let first = Limits { first_order: true, per_person: Some(1), ..Limits::default() };
    let from = Money::new(CARRIED_FROM * 10_i64.pow(currency.exponent()), currency);
    let third = Gives::BuyGet(BuyGet { buy: 2, get: 1, of: None, percent: Percent::from_hundredths(10_000), times: None });
    let all = [
        (names.welcome, Code::parse("WELCOME10").ok(), tenth, Reach::Everything, first),
        (names.delivery, None, Gives::Delivery(None), Reach::Everything, Limits { least: Some(from), ..Limits::default() }),
        (names.bath, None, third, Reach::Categories(bath), Limits::default()),
    ];
    let kept = |(names, code, gives, reach, limits)| {
        let offer = Offer { id: OfferId(0), code, gives, reach, limits, together: Together::All };
        Kept { offer, names, paused: false, given: None }
    };
    all.map(kept).into()
}
