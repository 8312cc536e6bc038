//! Changing what is in an order: a form of its lines, then what changes and the difference, before anything is done.

use db::checkout::Moment;
use db::orders::items::{Items, Sold};
use domain::cart::Quantity;
use domain::catalogue::Stock;
use domain::ids::VariantId;
use domain::orders::{ItemsRefusal, Order, OrderLine, OrderNumber, WantedChange, WantedItems, WantedLine};
use leptos::prelude::*;

use super::cancellation::way_out;
use super::changing::{Differs, Looked};
use super::keys;
use crate::failure::Failure;
use crate::i18n::Words;
use crate::layout::{Document, Head, page};
use crate::ui::Shot;
use crate::{request, routes};

/// `/{lang}/orders/{number}/items`
#[component]
pub fn ChangeItemsPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let key = request::query("key").unwrap_or_default();
        let (asked, db) = (keys(&key), request::db()?);
        let (typed, now) = (wanted(), db.now());
        let wish = typed.clone().ok().filter(|_| request::query("see").is_some());
        let moment = Moment { now, shop_offset_minutes: request::shop_offset(now) };
        let found = db.read(move |conn| {
            let id = db::orders::id_for(conn, &number, &asked)?;
            let quote = |wish: &WantedItems| db::orders::items::quote(conn, id, &WantedChange::Items(wish.clone()), moment);
            let looked = wish.map(|wish| Ok::<_, db::Fault>((quote(&wish)?, wish))).transpose()?;
            let payment = db::payments::of_order(conn, id)?;
            Ok((db::orders::items::items(conn, id, now)?, db::orders::items::waiting(conn, id)?.is_some(), looked, payment))
        });
        let (items, waits, looked, payment) = found.await?;
        let words = Words::of(lang);
        Ok(match (items, looked) {
            (Err((refusal, order)), _) => Some(view! { <Not words refusal order key /> }.into_any()),
            (Ok(items), _) if waits => {
                request::go(&routes::with_key(&routes::order(lang, &items.order.number), &key));
                None
            }
            (Ok(items), Some((Ok(change), wish))) => {
                let wish = WantedChange::Items(wish);
                let looked = Looked { order: items.order, seen: items.seen, change, wish, payment, key };
                Some(view! { <Differs words looked /> }.into_any())
            }
            (Ok(items), Some((Err(refusal), wish))) => Some(form(words, items, Some(refusal), wish, key).into_any()),
            (Ok(items), None) => {
                let stale = request::query("stale").map(|_| ItemsRefusal::Stale);
                let wrong = stale.or_else(|| typed.is_err().then_some(ItemsRefusal::NoSuchLine));
                Some(form(words, items, wrong, typed.unwrap_or_default(), key).into_any())
            }
        })
    })
}

/// What is typed in the form, or stands in a link back to it; an error where that cannot be read.
fn wanted() -> Result<WantedItems, ()> {
    if let Some(text) = request::query("wanted") {
        return text.parse().map_err(|_| ());
    }
    let (all, mut lines) = (request::parameters(), Vec::new());
    let named = |name: String| all.iter().find(|(known, _)| *known == name).map(|(_, text)| text.trim());
    for line in 0..2 * domain::cart::Cart::MOST_LINES as u32 {
        let Some(text) = named(format!("q{line}")) else { continue };
        let quantity = text.parse().map_err(|_| ())?;
        let variant = named(format!("v{line}")).map(|text| text.parse().map(VariantId)).transpose().map_err(|_| ())?;
        lines.push(WantedLine { line, quantity, variant });
    }
    WantedItems::of(lines).map_err(|_| ())
}

fn form(words: Words, items: Items, refusal: Option<ItemsRefusal>, wish: WantedItems, key: String) -> impl IntoView {
    let Items { order, choices, lines, .. } = items;
    let title = words.with("items-title", &[("number", order.number.as_str().into())]);
    let head = Head { title: title.clone(), ..Head::default() };
    let at = |line: u32| order.lines.get(line as usize).map(|line| line.name.clone()).unwrap_or_default();
    let says = refusal.map(|refusal| says(words, refusal, at));
    let bought_in = (order.lang != words.lang).then(|| order.lang.code());
    let each = order.lines.iter().cloned().zip(choices).zip(&lines).zip(0_u32..);
    let rows = each.filter(|((_, known), _)| !known.gift).map(|(((line, choices), known), at)| {
        let typed = wish.line(at).unwrap_or(WantedLine { line: at, quantity: known.quantity, variant: Some(known.variant) });
        let chosen = typed.variant.unwrap_or(known.variant);
        view! { <Line words line choices typed=WantedLine { variant: Some(chosen), ..typed } lang=bought_in /> }
    });
    let rows = rows.collect_view();
    let back = routes::with_key(&routes::order(words.lang, &order.number), &key);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                {says.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <p>{words.say("items-text")}</p>
                <form method="get" action=routes::change_items(words.lang, &order.number) class="stack">
                    <input type="hidden" name="see" value="" />
                    {(!key.is_empty()).then(|| view! { <input type="hidden" name="key" value=key.clone() /> })}
                    {rows}
                    <p class="hint">{words.say("items-rule")}</p>
                    <div><button class="button" type="submit">{words.say("items-see")}</button></div>
                </form>
                <p><a href=back>{words.say("items-leave")}</a></p>
            </div>
        </Document>
    }
}

/// Why it cannot be changed so; `at` says what a line is of.
fn says(words: Words, refusal: ItemsRefusal, at: impl Fn(u32) -> String) -> String {
    let (line, left) = match refusal {
        ItemsRefusal::OnlyLeft { line, left } => (line, left),
        ItemsRefusal::NotSold(line) => (line, 0),
        _ => return words.say(&format!("items-not-{}", refusal.code())),
    };
    let thing = format!("\u{2068}{}\u{2069}", at(line));
    words.with(&format!("items-not-{}", refusal.code()), &[("thing", thing.into()), ("left", left.into())])
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

/// Why what was ordered stays as it is, and what can be done instead.
#[component]
pub fn Not(words: Words, refusal: ItemsRefusal, order: Order, key: String) -> AnyView {
    let title = words.say("change-not-title");
    let head = Head { title: title.clone(), ..Head::default() };
    let (follow, cancel) = (routes::order(words.lang, &order.number), routes::cancel_order(words.lang, &order.number));
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                <p>{words.say(&format!("items-not-{}", refusal.code()))}</p>
                <p><a href=routes::with_key(&follow, &key)>{words.say("cancel-not-follow")}</a></p>
                {way_out(&order).map(|says| view! { <p><a href=routes::with_key(&cancel, &key)>{words.say(says)}</a></p> })}
            </div>
        </Document>
    }
    .into_any()
}
