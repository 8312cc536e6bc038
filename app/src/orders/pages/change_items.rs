//! Changing what is in an order: a row for each of its lines.

use db::orders::items::{Items, Sold};
use domain::cart::Quantity;
use domain::catalogue::Stock;
use domain::ids::VariantId;
use domain::orders::{NotWanted, OrderLine, WantedItems, WantedLine};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::request;
use crate::ui::Shot;

/// What is typed in the form; an error where that cannot be read.
pub fn typed() -> Result<WantedItems, NotWanted> {
    let (all, mut lines) = (request::parameters(), Vec::new());
    let named = |name: String| all.iter().find(|(known, _)| *known == name).map(|(_, text)| text.trim());
    for line in 0..2 * domain::cart::Cart::MOST_LINES as u32 {
        let Some(text) = named(format!("q{line}")) else { continue };
        let quantity = text.parse().map_err(|_| NotWanted)?;
        let variant = named(format!("v{line}")).map(|text| text.parse().map(VariantId)).transpose().map_err(|_| NotWanted)?;
        lines.push(WantedLine { line, quantity, variant });
    }
    WantedItems::of(lines)
}

/// A row for each line that can be changed.
pub fn rows(words: Words, items: Items, wish: &WantedItems) -> AnyView {
    let Items { order, choices, lines, .. } = items;
    let bought_in = (order.lang != words.lang).then(|| order.lang.code());
    let each = order.lines.into_iter().zip(choices).zip(&lines).zip(0_u32..);
    let rows = each.filter(|((_, known), _)| !known.gift).map(|(((line, choices), known), at)| {
        let typed = wish.line(at).unwrap_or(WantedLine { line: at, quantity: known.quantity, variant: Some(known.variant) });
        let chosen = typed.variant.unwrap_or(known.variant);
        view! { <Line words line choices typed=WantedLine { variant: Some(chosen), ..typed } lang=bought_in /> }
    });
    rows.collect_view().into_any()
}

/// How many of a line, and of which variant.
#[component]
fn Line(words: Words, line: OrderLine, choices: Vec<Sold>, typed: WantedLine, lang: Option<&'static str>) -> AnyView {
    let (many, which) = (format!("q{}", typed.line), format!("v{}", typed.line));
    let named = [vec![line.name.clone()], line.values.clone()].concat().join(", ");
    let most = if choices.is_empty() { line.quantity } else { Quantity::MOST };
    let options = (choices.len() > 1).then(|| {
        let option = |sold: &Sold| {
            let name = format!("{} · {}", sold.values.join(", "), words.money(sold.unit));
            let gone = sold.stock == Stock::Left(0) && Some(sold.variant) != typed.variant;
            view! { <option value=sold.variant.0 selected=Some(sold.variant) == typed.variant disabled=gone>{name}</option> }
        };
        choices.iter().map(option).collect_view()
    });
    view! {
        <fieldset class="change-line">
            <legend lang=lang><bdi>{named}</bdi></legend>
            <Shot picture=line.picture quiet=true />
            <div class="field">
                <label for=many.clone()>{words.say("items-many")}</label>
                <input id=many.clone() name=many type="number" min="0" max=most value=typed.quantity inputmode="numeric" autocomplete="off" />
            </div>
            {options.map(|options| view! {
                <div class="field">
                    <label for=which.clone()>{words.say("items-which")}</label>
                    <select id=which.clone() name=which autocomplete="off" lang=lang>{options}</select>
                </div>
            })}
        </fieldset>
    }
    .into_any()
}
