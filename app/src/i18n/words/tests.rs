//! Every language says everything the first one says, in all the forms its numbers ask for.

use std::collections::{BTreeMap, BTreeSet};

use domain::lang::Lang;
use domain::time::Timestamp;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::parse;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use super::{LOCALES, Words};

/// What a message uses: its variables, and the keys of each of its choices.
#[derive(Debug, Default)]
struct Uses {
    variables: BTreeSet<String>,
    choices: Vec<BTreeSet<String>>,
}

impl Uses {
    fn look(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                let key = |key: &VariantKey<&str>| match key {
                    VariantKey::Identifier { name } => Some((*name).to_owned()),
                    VariantKey::NumberLiteral { .. } => None,
                };
                self.choices.push(variants.iter().filter_map(|variant| key(&variant.key)).collect());
                for variant in variants {
                    self.look(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => drop(self.variables.insert(id.name.to_owned())),
            InlineExpression::Placeable { expression } => self.expression(expression),
            _ => {}
        }
    }
}

/// Every message of a language.
fn messages(lang: Lang) -> BTreeMap<String, Uses> {
    let mut all = BTreeMap::new();
    for file in LOCALES.get_dir(lang.code()).unwrap_or_else(|| panic!("{lang:?} has no words")).files() {
        let resource = parse(file.contents_utf8().unwrap()).unwrap_or_else(|(_, errors)| panic!("{:?}: {errors:?}", file.path()));
        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let mut uses = Uses::default();
                message.value.iter().for_each(|pattern| uses.look(pattern));
                assert!(all.insert(message.id.name.to_owned(), uses).is_none(), "{lang:?}: {} stands twice", message.id.name);
            }
        }
    }
    all
}

fn categories(lang: Lang) -> BTreeSet<String> {
    let locale: Locale = lang.code().parse().unwrap();
    let rules = PluralRules::try_new_cardinal(locale.into()).unwrap();
    let name = |category| match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    };
    rules.categories().map(|category| name(category).to_owned()).collect()
}

/// What is wrong with a language beside the first one.
fn faults(lang: Lang, first: &BTreeMap<String, Uses>, theirs: &BTreeMap<String, Uses>) -> Vec<String> {
    let wanted = categories(lang);
    let mut faults = Vec::new();
    let missing = first.keys().filter(|key| !theirs.contains_key(*key));
    faults.extend(missing.map(|key| format!("{lang:?}: {key} is missing")));
    for (key, uses) in theirs {
        let Some(english) = first.get(key) else {
            faults.push(format!("{lang:?}: {key} is said in no other language"));
            continue;
        };
        // A count may be said by the form of the words alone, such as the dual; everything else must be said.
        let mut unsaid = english.variables.difference(&uses.variables).filter(|name| *name != "count" && *name != "days");
        let mut unknown = uses.variables.difference(&english.variables);
        if let Some(name) = unsaid.next().or(unknown.next()) {
            faults.push(format!("{lang:?}: {key} and ${name} do not fit"));
        }
        for choice in &uses.choices {
            if *choice != wanted {
                faults.push(format!("{lang:?}: {key} has the forms {choice:?}, its numbers need {wanted:?}"));
            }
        }
    }
    faults
}

#[test]
fn every_language_says_everything_in_all_the_forms_of_its_numbers() {
    let first = messages(Lang::FIRST);
    assert!(first.len() > 300);
    let faults: Vec<String> = Lang::ALL.iter().flat_map(|&lang| faults(lang, &first, &messages(lang))).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn how_long_ago_is_said_for_a_week_and_not_of_what_is_to_come() {
    let at = Timestamp(1_795_165_200_000);
    let after = |seconds: i64| Words::of(Lang::En).ago(at, at.plus_seconds(seconds), 120);
    let says = |text: &str| Some(text.to_owned());
    assert_eq!((after(-1), after(0), after(59)), (None, says("now"), says("now")));
    assert_eq!((after(60), after(3 * 3600 + 59)), (says("1 minute ago"), says("3 hours ago")));
    // Friday, 11:00 in Riga; on Saturday an hour after that it was yesterday, and on Monday at five past midnight three days ago.
    assert_eq!((after(25 * 3600), after(61 * 3600 + 300)), (says("yesterday"), says("3 days ago")));
    assert_eq!((after(6 * 86_400), after(7 * 86_400)), (says("6 days ago"), None));
    assert_eq!(Words::of(Lang::Lv).ago(at, at.plus_seconds(25 * 3600), 120), says("vakar"));
}

#[test]
fn a_missing_word_variable_or_form_is_seen() {
    let uses = |variables: &[&str], forms: &[&str]| Uses {
        variables: variables.iter().map(|name| (*name).to_owned()).collect(),
        choices: if forms.is_empty() { Vec::new() } else { vec![forms.iter().map(|form| (*form).to_owned()).collect()] },
    };
    let first = BTreeMap::from([("a".to_owned(), uses(&["count", "name"], &["one", "other"])), ("b".to_owned(), uses(&[], &[]))]);
    let good = BTreeMap::from([
        ("a".to_owned(), uses(&["count", "name"], &["one", "few", "many", "other"])),
        ("b".to_owned(), uses(&[], &[])),
    ]);
    assert_eq!(faults(Lang::Ru, &first, &good), Vec::<String>::new());
    let bad = BTreeMap::from([("a".to_owned(), uses(&["count", "nmae"], &["one", "few", "other"]))]);
    assert_eq!(faults(Lang::Ru, &first, &bad).len(), 3);
}
