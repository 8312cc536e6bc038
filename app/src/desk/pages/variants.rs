//! What can be bought of a product: a table with a row for each, and an empty one to add another.

use domain::desk::{TypedProduct, TypedVariant};
use leptos::prelude::*;

use super::field::Form;
use crate::i18n::Words;

/// Choices, and a row for each variant.
#[component]
pub fn Variants(form: Form, typed: TypedProduct, pictures: usize) -> AnyView {
    let words = form.words;
    let choices = choice_names(&typed.choices);
    let mut rows = typed.variants.clone();
    rows.push(TypedVariant::default());
    let last = rows.len() - 1;
    let columns = ["sku", "barcode", "price", "was", "own", "stock", "grams", "ready", "picture"];
    let heads = choices.clone().into_iter().chain(columns.iter().map(|column| words.say(&format!("desk-label-{column}"))));
    view! {
        <fieldset class="stack">
            <legend>{words.say("desk-variants")}</legend>
            {form.lines("choices", "desk-label-choices", Some("desk-hint-choices"), &typed.choices, 3)}
            <p class="hint">{words.say("desk-hint-variants")}</p>
            <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-variants")>
                <table class="desk-table">
                    <thead><tr>
                        {heads.map(|head| view! { <th scope="col">{head}</th> }).collect_view()}
                        <th scope="col">{words.say("desk-label-selling")}</th>
                    </tr></thead>
                    <tbody>
                        {rows.into_iter().enumerate().map(|(at, row)| {
                            view! { <VariantRow form=form.clone() at row choices=choices.clone() pictures fresh=at == last /> }
                        }).collect_view()}
                    </tbody>
                </table>
            </div>
        </fieldset>
    }
    .into_any()
}

/// What the choices are called, as far as their field can be read.
fn choice_names(choices: &str) -> Vec<String> {
    choices
        .lines()
        .filter_map(|line| Some(line.split_once(':')?.0.trim().to_owned()))
        .filter(|name| !name.is_empty())
        .take(3)
        .collect()
}

#[component]
fn VariantRow(form: Form, at: usize, row: TypedVariant, choices: Vec<String>, pictures: usize, fresh: bool) -> AnyView {
    let words: Words = form.words;
    let id = |field: &str| format!("variants-{at}-{field}");
    let cell = |field: &str, value: &str, numeric: bool| {
        let label = words.say(&format!("desk-label-{field}"));
        view! { <td>{form.cell(&id(field), label, value, numeric)}</td> }
    };
    let value = |(place, name): (usize, String)| {
        let text = row.values.get(place).cloned().unwrap_or_default();
        view! { <td>{form.cell(&format!("variants-{at}-values-{place}"), name, &text, false)}</td> }
    };
    let picture = if pictures > 0 || !row.picture.is_empty() {
        cell("picture", &row.picture, true).into_any()
    } else {
        view! { <td></td> }.into_any()
    };
    view! {
        <tr>
            {choices.into_iter().enumerate().map(value).collect_view()}
            {cell("sku", &row.sku, false)}
            {cell("barcode", &row.barcode, false)}
            {cell("price", &row.price, true)}
            {cell("was", &row.was, true)}
            {cell("own", &row.own.replace('\n', "; "), false)}
            {cell("stock", &row.stock, true)}
            {cell("grams", &row.grams, true)}
            {cell("ready", &row.ready, true)}
            {picture}
            <td>
                {form.hidden(&id("stock_was"), &row.stock_was)}
                {form.tick(&id("always"), words.say("desk-always"), !row.always.is_empty())}
                {(!fresh).then(|| form.tick(&id("gone"), words.say("desk-gone"), !row.gone.is_empty()))}
            </td>
        </tr>
    }
    .into_any()
}
