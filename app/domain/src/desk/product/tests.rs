//! Forms as people fill them in.

use super::*;
use crate::catalogue::Slug;
use crate::money::Money;
use crate::time::Day;

fn plain(text: &str) -> String {
    text.to_owned()
}

/// A mug in two colours.
fn mug() -> Incoming {
    let variant = |value: &str, stock| IncomingVariant {
        values: vec![value.to_owned()],
        sku: format!("M-{value}"),
        own: Some(Vec::new()),
        grams: 340,
        ready_days: Some(0),
        stock: Some(stock),
        ..IncomingVariant::at(Money::new(2100, Currency::EUR))
    };
    Incoming {
        name: "Mug".to_owned(),
        maker: "Kalna".to_owned(),
        story: "<p>Heavy.</p>".to_owned(),
        facts: vec![("Made of".to_owned(), "Clay".to_owned())],
        tariff: Stated::That(Some(TariffCode::parse("691200").unwrap())),
        origin: Stated::That(None),
        care: Stated::That(Some("By hand.\nNot in the dishwasher.".to_owned())),
        shown: Shown::Live,
        choices: read_choices("Colour: Oat #efe6d2, Moss").unwrap(),
        variants: vec![variant("Oat", 5), variant("Moss", 0)],
        ..Incoming::blank(Slug::of("mug").unwrap())
    }
}

fn parse(typed: &TypedProduct) -> Result<(Checked, When), Vec<FieldFlaw>> {
    typed.parse(&mug(), None, plain, Currency::EUR)
}

fn form() -> TypedProduct {
    TypedProduct::of(&mug(), None, String::new())
}

#[track_caller]
fn flawed(typed: &TypedProduct, wrong: &[(&str, Wrong)]) {
    let flaws = parse(typed).unwrap_err();
    assert_eq!(flaws.iter().map(|flaw| (flaw.field.as_str(), flaw.wrong)).collect::<Vec<_>>(), wrong);
}

#[test]
fn a_form_nobody_touched_changes_nothing() {
    let (goods, when) = parse(&form()).unwrap();
    let mut same = mug();
    same.variants.iter_mut().for_each(|variant| variant.stock = None);
    assert_eq!((&*goods, when), (&same, When::Now(Shown::Live)));
}

#[test]
fn what_is_typed_is_what_is_meant() {
    let mut typed = form();
    typed.name = "  Ridge   mug ".to_owned();
    typed.variants[0].price = "24,50".to_owned();
    typed.variants[0].was = "30".to_owned();
    typed.variants[0].stock = "9".to_owned();
    typed.variants[1].gone = "yes".to_owned();
    typed.choices = "Colour: Oat #efe6d2, Ink".to_owned();
    typed.variants.push(TypedVariant { values: vec!["Ink".to_owned()], price: "21".to_owned(), ..TypedVariant::default() });
    typed.variants.push(TypedVariant { values: vec![String::new()], ..TypedVariant::default() });
    typed.drop_empty_end();
    assert_eq!(typed.variants.len(), 3);
    let (goods, _) = parse(&typed).unwrap();
    assert_eq!(goods.name, "Ridge mug");
    let told: Vec<_> = goods.variants.iter().map(|one| (one.title(), one.price.minor, one.stock)).collect();
    assert_eq!(told, [("Oat".to_owned(), 2450, Some(9)), ("Ink".to_owned(), 2100, Some(0))]);
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let mut typed = form();
    typed.name = " ".to_owned();
    typed.facts = "heavy".to_owned();
    typed.variants[0].price = "a lot".to_owned();
    typed.variants[1].stock = "-1".to_owned();
    let wrong =
        [("name", Wrong::Empty), ("facts", Wrong::Line), ("variants-0-price", Wrong::Price), ("variants-1-stock", Wrong::Count)];
    flawed(&typed, &wrong);
}

#[test]
fn what_contradicts_itself_is_named_where_it_stands() {
    let mut typed = form();
    typed.variants[1].values = vec!["Plaid".to_owned()];
    flawed(&typed, &[("variants-1-values-0", Wrong::Values)]);
    typed.variants[1].values = vec!["Oat".to_owned()];
    flawed(&typed, &[("variants-1-values-0", Wrong::Repeated)]);
    let mut typed = form();
    typed.variants[0].was = "21".to_owned();
    flawed(&typed, &[("variants-0-was", Wrong::NotReduced)]);
    let mut typed = form();
    typed.variants.iter_mut().for_each(|row| row.gone = "yes".to_owned());
    flawed(&typed, &[("variants-0-price", Wrong::Nothing)]);
}

#[test]
fn a_product_is_shown_now_or_from_a_moment_on() {
    let at = |shown: &str, at: &str| {
        parse(&TypedProduct { shown: shown.to_owned(), at: at.to_owned(), ..form() }).map(|(goods, when)| (goods.shown, when))
    };
    let nine = Timestamp(Day::parse("2026-12-01").unwrap().start().0 + 9 * 3_600_000);
    assert_eq!(at("later", "2026-12-01T09:00"), Ok((Shown::Draft, When::At(nine))));
    assert_eq!(at("archived", ""), Ok((Shown::Archived, When::Now(Shown::Archived))));
    for text in ["", "tomorrow", "2026-02-30T09:00", "2026-12-01T24:00", "2026-12-01"] {
        assert_eq!(at("later", text).unwrap_err()[0], FieldFlaw::new("at", Wrong::Moment), "{text}");
    }
    assert_eq!(TypedProduct::of(&mug(), Some(nine), String::new()).at, "2026-12-01T09:00");
}
