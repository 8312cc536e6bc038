//! What the shop writes is what `Intl` writes.

use domain::contact::Country;
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::time::Day;

use super::table::Table;
use super::*;

/// The shop's answer to a question of `golden.tsv`: what is asked, then about what.
fn answer(lang: Lang, question: &str) -> String {
    let (what, about) = question.split_once(' ').unwrap_or((question, ""));
    let words: Vec<&str> = about.split(' ').collect();
    let whole = |at: usize| words[at].parse::<i64>().unwrap();
    let sum = || Money::new(whole(1), Currency::parse(words[0]).unwrap());
    let items = || about.split('|').map(str::to_owned).collect::<Vec<_>>();
    match what {
        "money" => money(lang, sum()),
        "money_whole" => money_whole(lang, sum()),
        "number" => number(lang, whole(0)),
        "decimal" => decimal(lang, whole(0), words[1].parse().unwrap()),
        "percent" => percent(lang, whole(0)),
        "day" => day(lang, Day(whole(0))),
        "day_short" => day_short(lang, Day(whole(0))),
        "date" => date(lang, Day(whole(0))),
        "days" => days(lang, Day(whole(0)), Day(whole(1))),
        "clock" => clock(lang, whole(0)),
        "ago" => ago(lang, whole(0)),
        "away" => away(lang, whole(0), unit(words[1])),
        "list" => list(lang, &items()),
        "sorted" => {
            let named = items().into_iter().map(|name| (name, ())).collect();
            sorted_by_name(lang, named).into_iter().map(|(name, ())| name).collect::<Vec<_>>().join("|")
        }
        "countries" => countries(lang).iter().map(|(each, _)| each.code()).collect::<Vec<_>>().join(" "),
        "country" => country(lang, Country::parse(about).unwrap()),
        "currency_name" => currency_name(lang, Currency::parse(about).unwrap()),
        other => panic!("nobody answers `{other}`"),
    }
}

fn unit(name: &str) -> Unit {
    match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        other => panic!("no unit is called `{other}`"),
    }
}

#[test]
fn the_shop_writes_what_intl_writes() {
    let golden = Table::read(include_str!("../../../data/golden.tsv"));
    let mut asked = 0;
    let mut wrong = Vec::new();
    for question in golden.keys().filter(|question| !question.is_empty()) {
        for &lang in Lang::ALL {
            asked += 1;
            let (ours, theirs) = (answer(lang, question), golden.get(question, lang).unwrap());
            // But for the mark that holds `R$` together in Arabic.
            if ours != theirs && ours.strip_suffix('\u{200e}') != Some(theirs) {
                wrong.push(format!("{} {question}: {ours:?}, Intl {theirs:?}", lang.code()));
            }
        }
    }
    wrong.sort();
    assert!(wrong.is_empty(), "{} of {asked} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(asked > 9000, "only {asked} were asked");
}

#[test]
fn every_country_has_a_name_in_every_language() {
    for &lang in Lang::ALL {
        assert_eq!(countries(lang).len(), 249);
        for (each, name) in countries(lang) {
            assert_ne!(name, each.code(), "{}", lang.code());
        }
    }
}

#[test]
fn a_currency_nobody_heard_of_stands_by_its_code() {
    let money_of = |lang| money(lang, Money::new(1250, Currency::parse("XQQ").unwrap()));
    assert_eq!(money_of(Lang::En), "XQQ\u{a0}12.50");
    assert_eq!(money_of(Lang::De), "12,50\u{a0}XQQ");
    assert_eq!(currency_name(Lang::De, Currency::parse("XQQ").unwrap()), "XQQ");
}

#[test]
fn the_sign_of_a_currency_keeps_behind_its_letters_from_right_to_left() {
    assert_eq!(money(Lang::Ar, Money::new(1250, Currency::parse("BRL").unwrap())), "\u{200f}12.50\u{a0}R$\u{200e}");
}

#[test]
fn the_largest_sums_do_not_break() {
    assert_eq!(money(Lang::En, Money::new(i64::MIN, Currency::EUR)), "-€92,233,720,368,547,758.08");
    assert_eq!(day(Lang::En, Day(i64::MAX)), "");
    assert!(ago(Lang::En, i64::MIN).starts_with("in 15,250,284,"));
}
