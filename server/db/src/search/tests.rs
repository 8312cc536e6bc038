//! The index held against a slow and simple model.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use domain::catalogue::{Selling, Shown, Slug};
use domain::goods::{Incoming, IncomingVariant, ProductWords};
use domain::ids::ProductId;
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::search::{Found, Typed, Wish};
use proptest::prelude::*;

use super::find::some;
use super::{find, freshen, ideas, renew};
use crate::testing::TestDb;
use crate::{goods, words};

/// A thing of a random catalogue: of few letters, so that words begin alike.
#[derive(Clone, Debug)]
struct Thing {
    name: Vec<String>,
    maker: String,
    fact: String,
    story: Vec<String>,
    live: bool,
}

impl Thing {
    fn incoming(&self, at: usize) -> Incoming {
        let variant =
            IncomingVariant { grams: 340, selling: Selling::Always, ..IncomingVariant::at(Money::new(1900, Currency::EUR)) };
        Incoming {
            name: self.name.join(" "),
            maker: self.maker.clone(),
            story: format!("<p>{}</p>", self.story.join(" ")),
            facts: vec![("Made of".to_owned(), self.fact.clone())],
            shown: if self.live { Shown::Live } else { Shown::Archived },
            popularity: Some(50),
            variants: vec![variant],
            ..Incoming::blank(Slug::of(&format!("thing-{at}")).unwrap())
        }
    }

    /// The words that half a word may become.
    fn called(&self) -> BTreeSet<String> {
        self.name.iter().chain([&self.maker, &self.fact]).filter(|word| word.len() > 1).cloned().collect()
    }

    fn says(&self, words: &BTreeSet<String>) -> bool {
        let all = self.name.iter().chain(&self.story).chain([&self.maker, &self.fact]);
        all.into_iter().any(|word| words.contains(word))
    }
}

/// What a word of a query may stand for. `known`: what things are called or were.
fn meant(word: &str, last: bool, known: &BTreeSet<String>) -> BTreeSet<String> {
    // `ae` may be an umlaut's.
    let mut meant = BTreeSet::from([word.to_owned(), word.replace("ae", "a")]);
    for other in known.iter().filter(|_| word.len() > 1) {
        let begun = last && other.starts_with(word);
        let form = word.len() >= 3 && stem(other) == stem(word);
        if begun || form {
            meant.insert(other.clone());
        }
    }
    meant
}

/// A word without two letters of its ending at most.
fn stem(word: &str) -> String {
    let mut stem = word.to_owned();
    for _ in 0..2 {
        if stem.len() > 3 && stem.ends_with(['a', 'e', 'i', 'o', 'u', 'y', 's']) {
            stem.pop();
        }
    }
    stem
}

/// Which things have everything that is wanted; two words are also one where something is called by it.
fn model(things: &[Thing], known: &BTreeSet<String>, query: &[String]) -> BTreeSet<usize> {
    let mut each: Vec<Vec<BTreeSet<String>>> = Vec::new();
    let mut at = 0;
    while at < query.len() {
        let pair = query.get(at + 1).map(|next| format!("{}{next}", query[at])).filter(|both| known.contains(both));
        match pair {
            Some(both) => {
                let alone = |at: usize| BTreeSet::from([query[at].clone()]);
                each.push(vec![BTreeSet::from([both]), alone(at), alone(at + 1)]);
                at += 2;
            }
            None => {
                each.push(vec![meant(&query[at], at + 1 == query.len(), known)]);
                at += 1;
            }
        }
    }
    let has = |thing: &Thing| {
        thing.live
            && each.iter().all(|want| match want.as_slice() {
                [one] => thing.says(one),
                [both, first, second] => thing.says(both) || (thing.says(first) && thing.says(second)),
                _ => false,
            })
    };
    things.iter().enumerate().filter(|(_, thing)| has(thing)).map(|(at, _)| at).collect()
}

fn word() -> impl Strategy<Value = String> {
    // Not the fact's own letters alone, so that stems and beginnings meet.
    proptest::string::string_regex("[kt][aes]{1,2}[kl]?[aes]?").unwrap()
}

fn thing() -> impl Strategy<Value = Thing> {
    let words = |most| prop::collection::vec(word(), 1..=most);
    (words(3), word(), word(), words(4), prop::bool::weighted(0.85)).prop_map(|(name, maker, fact, story, live)| Thing {
        name,
        maker,
        fact,
        story,
        live,
    })
}

/// The things a query finds, by their place in the catalogue.
fn found(shop: &TestDb, query: &[String]) -> BTreeSet<usize> {
    let wish = Wish { lang: Lang::En, typed: Typed::of(&query.join(" ")), exact: true };
    let ids = shop.read(|conn| find(conn, &wish)).goods;
    ids.into_iter().map(|id| number(shop, id)).collect()
}

fn number(shop: &TestDb, id: ProductId) -> usize {
    const SLUG: &str = "SELECT slug FROM products WHERE id = $1";
    let slug: String = shop.read(|conn| conn.one(SLUG, &[&id.0], |row| row.get("slug"))).unwrap();
    slug.trim_start_matches("thing-").parse().unwrap()
}

fn save(shop: &TestDb, things: &[Thing]) {
    let goods: Vec<_> = things.iter().enumerate().map(|(at, thing)| thing.incoming(at).check(Currency::EUR).unwrap()).collect();
    shop.write(move |tx| goods.iter().map(|goods| goods::save(tx, goods)).collect::<Result<Vec<_>, _>>()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_search_finds_what_the_model_finds(
        before in prop::collection::vec(thing(), 1..8),
        after in prop::collection::vec(thing(), 8),
        queries in prop::collection::vec(prop::collection::vec(word(), 1..=3), 12),
    ) {
        let shop = TestDb::new();
        save(&shop, &before);
        // The same things in other words, some gone: what was is not found any more.
        let things: Vec<Thing> = before.iter().zip(&after).map(|(_, thing)| thing.clone()).collect();
        save(&shop, &things);
        // A word is known from the first thing that was called by it while it was shown, and stays known.
        let mut known: BTreeSet<String> = before.iter().chain(&things).filter(|thing| thing.live).flat_map(Thing::called).collect();
        for query in &queries {
            prop_assert_eq!(found(&shop, query), model(&things, &known, query), "{:?} in {:?}", query, things);
        }
        // Made anew, the index knows only what there is.
        shop.write::<_, domain::Never>(|tx| { renew(tx)?; freshen(tx, 1000)?; Ok(()) }).unwrap();
        known = things.iter().filter(|thing| thing.live).flat_map(Thing::called).collect();
        for query in &queries {
            prop_assert_eq!(found(&shop, query), model(&things, &known, query), "anew: {:?} in {:?}", query, things);
        }
    }

    #[test]
    fn anything_at_all_can_be_typed(text in "\\PC{0,60}", noise in "[\"*():^{}+\\-a-z ]{0,40}") {
        let shop = TestDb::new();
        save(&shop, &[plain("kettle")]);
        for typed in [&text, &noise] {
            for lang in [Lang::En, Lang::Th] {
                shop.read(|conn| find(conn, &Wish { lang, typed: Typed::of(typed), exact: false }));
                shop.read(|conn| ideas(conn, lang, &Typed::of(typed)));
            }
        }
    }
}

fn plain(name: &str) -> Thing {
    let words = vec![name.to_owned()];
    Thing { name: words.clone(), maker: "kalna".to_owned(), fact: "steel".to_owned(), story: words, live: true }
}

#[test]
fn what_nobody_has_translated_is_found_in_the_first_language_and_what_is_translated_in_any() {
    let shop = TestDb::new();
    save(&shop, &[plain("kettle"), plain("teapot")]);
    let russian = ProductWords {
        lang: Lang::Ru,
        slug: Slug::of("чайник").unwrap(),
        name: "Чайник".to_owned(),
        lead: String::new(),
        story: String::new(),
        facts: Vec::new(),
        alts: Vec::new(),
        care: domain::goods::Stated::Nothing,
    };
    shop.write::<_, domain::Never>(move |tx| Ok(words::save_product(tx, &Slug::of("thing-1").unwrap(), &russian)?)).unwrap();
    let found = |lang, typed: &str| {
        let wish = Wish { lang, typed: Typed::of(typed), exact: true };
        let found: Vec<usize> = shop.read(|conn| find(conn, &wish)).goods.into_iter().map(|id| number(&shop, id)).collect();
        found
    };
    assert_eq!(found(Lang::Ru, "kettle"), [0], "English only, read by a Russian");
    assert_eq!(found(Lang::Ru, "чайники"), [1]);
    assert_eq!(found(Lang::Ru, "teapot"), [1], "by its first name, once");
    assert_eq!(found(Lang::En, "чайник"), [1], "typed in another language than the page's");
    assert_eq!(found(Lang::Ru, "kalna"), [1, 0], "the reader's language before the first one");
}

#[test]
fn a_word_everything_has_gives_the_best_liked_first_and_no_more_than_are_ranked() {
    const LIKED: ProductId = ProductId(Found::MOST as i64 + 41);
    let shop = TestDb::new();
    let many: Vec<Thing> = (0..Found::MOST + 50).map(|_| plain("kettle")).collect();
    save(&shop, &many);
    shop.write::<_, domain::Never>(|tx| {
        tx.run("UPDATE products SET popularity = 99 WHERE id = $1", &[&LIKED.0])?;
        super::put(tx, LIKED).map_err(Into::into)
    })
    .unwrap();
    let begun = Instant::now();
    let found = shop.read(|conn| find(conn, &Wish { lang: Lang::En, typed: Typed::of("kettle"), exact: false }));
    assert_eq!((found.goods.len(), found.more), (Found::MOST, true));
    assert_eq!(found.goods.first(), Some(&LIKED));
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
}

#[test]
fn a_search_that_is_ended_answers_with_what_it_has_and_says_that_there_may_be_more() {
    let shop = TestDb::new();
    let many: Vec<Thing> = (0..Found::MOST + 50).map(|_| plain("kettle")).collect();
    save(&shop, &many);
    let wish = Wish { lang: Lang::En, typed: Typed::of("kettle"), exact: false };
    let within = |limit| shop.read(|conn| some(conn, &wish, Found::MOST, limit));
    assert!(!within(Duration::from_secs(1)).cut);
    // However early it is ended: nothing breaks, and what is told of it is true.
    let ended: Vec<Found> = (0..200).map(|step| within(Duration::from_micros(step * 50))).filter(|found| found.cut).collect();
    assert!(!ended.is_empty() && ended.iter().all(|found| found.more), "{}", ended.len());
    assert!(ended.iter().all(|found| found.goods.len() <= Found::MOST));
}

#[test]
fn a_question_that_goes_on_for_ever_is_ended() {
    const FOR_EVER: &str = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS i FROM n";
    let shop = TestDb::new();
    let begun = Instant::now();
    let limit = Duration::from_millis(20);
    let answer = shop.read(|conn| conn.within(limit, || conn.one(FOR_EVER, &[], |row| row.get::<_, i64>("i"))));
    assert_eq!(answer, None);
    assert!(begun.elapsed() < Duration::from_millis(900), "{:?}", begun.elapsed());
    // The reader is as good as before.
    assert_eq!(shop.read(|conn| conn.one("SELECT 1 AS i", &[], |row| row.get::<_, i64>("i"))), Some(1));
}
