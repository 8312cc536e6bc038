//! The parcels of an order: each with its own way, day, number and content, and what its packer tells.

use domain::ids::ParcelId;
use domain::orders::{Order, OrderLine, OrderState, Progress};
use domain::time::Timestamp;
use domain::tracking::{Parcel, Piece, Wished, silent_since};
use leptos::prelude::*;

use super::journey::Journey;
use super::late::{Late, today_in};
use super::progress::{Arrival, Line};
use super::wished::Wishes;
use crate::i18n::Words;
use crate::problems::pages::of_parcel;

/// Its parcels, where there are several; of one, the order's own way says it all, but for what is wished of it.
#[component]
pub fn Parcels(words: Words, order: Order, now: Timestamp, wishes: Vec<(ParcelId, Wished)>, key: String) -> AnyView {
    if order.state == OrderState::Cancelled {
        return ().into_any();
    }
    let wished = move |piece: &Piece| {
        let of = piece.parcel.as_ref().map(|parcel| parcel.id);
        wishes.iter().filter(|(parcel, _)| Some(*parcel) == of).map(|(_, wished)| wished.clone()).collect::<Vec<_>>()
    };
    if let [only] = order.pieces.as_slice() {
        let (piece, wishes) = (only.clone(), wished(only));
        return view! { <Wishes words order piece wishes key /> }.into_any();
    }
    if order.pieces.is_empty() {
        return ().into_any();
    }
    let count = order.pieces.len();
    let each = (1..).zip(order.pieces.clone()).map(|(at, piece)| {
        let wishes = wished(&piece);
        let wishes = view! { <Wishes words order=order.clone() piece=piece.clone() wishes key=key.clone() /> };
        let problem = of_parcel(words, &order.number, piece.number, &key);
        let (of, parcel, number) = (order.clone(), piece.parcel.clone(), Some(piece.number));
        let late = view! { <Late words order=of parcel piece=number now key=key.clone() /> };
        view! { <One words order=order.clone() piece at count now>{late}{wishes}{problem}</One> }
    });
    view! {
        <section aria-labelledby="parcels">
            <h2 id="parcels">{words.say("parcels-title")}</h2>
            {each.collect_view()}
        </section>
    }
    .into_any()
}

#[component]
fn One(words: Words, order: Order, piece: Piece, at: usize, count: usize, now: Timestamp, children: Children) -> AnyView {
    let progress = Progress::of_one(piece.parcel.as_ref().map(|parcel| parcel.state));
    let trouble = progress.is_trouble();
    let comes = !matches!(progress, Progress::Delivered | Progress::Returning | Progress::ReadyForPickup);
    let today = today_in(order.address.country, &order.address.region, now);
    let (id, heading) = (format!("parcel-{at}"), words.with("parcel-heading", &[("at", at.into()), ("count", count.into())]));
    let lang = (order.lang != words.lang).then(|| order.lang.code());
    let (labelled, inside) = (id.clone(), inside(&order, &piece));
    let silence = piece.parcel.as_ref().and_then(|parcel| silence(words, &order, parcel, now));
    view! {
        <article class="way-card" class:trouble=trouble aria-labelledby=labelled>
            <h3 id=id>{heading}</h3>
            <p class="way-state">{words.say(&format!("progress-{}-title", progress.code()))}</p>
            {comes.then(|| view! { <Arrival words parcel=piece.parcel.clone() promised=order.due() today /> })}
            {silence}
            {piece.parcel.map(|parcel| view! {
                <p class="way-text"><Number words parcel=parcel.clone() /></p>
                <Journey words parcel city=order.address.city.clone() country=order.address.country />
            })}
            <p class="way-text">{words.say("parcel-inside")}</p>
            <ul lang=lang>{inside.into_iter().map(|says| view! { <li><bdi>{says}</bdi></li> }).collect_view()}</ul>
            {children()}
            <Line words progress />
        </article>
    }
    .into_any()
}

/// The parcel of an order that has no other, while it stands.
pub fn only_parcel(order: &Order) -> Option<Parcel> {
    let [only] = order.pieces.as_slice() else { return None };
    only.parcel.clone().filter(|_| order.state != OrderState::Cancelled)
}

/// What is in a piece, a line each.
pub fn inside(order: &Order, piece: &Piece) -> Vec<String> {
    let says = |line: &OrderLine, quantity: u32| {
        let values = if line.values.is_empty() { String::new() } else { format!(" ({})", line.values.join(", ")) };
        format!("{quantity} × {}{values}", line.name)
    };
    let lines = piece.shares.iter().filter_map(|share| Some((order.lines.get(share.line as usize)?, share.quantity)));
    lines.map(|(line, quantity)| says(line, quantity)).collect()
}

/// Who brings a parcel, its number, and the way to their own page.
#[component]
pub fn Number(words: Words, parcel: Parcel) -> AnyView {
    let carrier = brought_by(words, &parcel);
    let follow = words.with("parcel-follow", &[("carrier", carrier.clone().into())]);
    view! {
        <bdi>{carrier}</bdi>" "<bdi dir="ltr">{parcel.number}</bdi>
        {(!parcel.page.is_empty()).then(|| view! { " "<a href=parcel.page rel="noopener noreferrer external">{follow}</a> })}
    }
    .into_any()
}

/// Who brings a parcel, as shoppers know them.
pub fn brought_by(words: Words, parcel: &Parcel) -> String {
    if parcel.brand.is_empty() { words.say(&format!("carrier-{}", parcel.carrier)) } else { parcel.brand.clone() }
}

/// That nothing was heard of a parcel for longer than its way takes, and that its carrier was asked.
pub fn silence(words: Words, order: &Order, parcel: &Parcel, now: Timestamp) -> Option<impl IntoView + use<>> {
    let since = silent_since(parcel, order.service, order.address.country, now)?;
    let asked = parcel.asked_at.is_some_and(|asked| asked > parcel.last_news());
    let key = if asked { "parcel-silent-asked" } else { "parcel-silent" };
    Some(view! { <p class="notice" role="status">{words.with(key, &[("day", words.day(since).into())])}</p> })
}

/// What the packer tells.
#[component]
pub fn FromThePacker(words: Words, order: Order) -> AnyView {
    let note = order.packers_note.filter(|_| order.state != OrderState::Cancelled);
    let said = |note: domain::tracking::PackersNote| {
        let lines = note.as_str().lines().map(|line| view! { <span class="address-line" dir="auto">{line.to_owned()}</span> });
        view! {
            <section class="notice" aria-labelledby="packer">
                <h2 id="packer">{words.say("packer-title")}</h2>
                <p>{lines.collect_view()}</p>
            </section>
        }
    };
    note.map(said).into_any()
}
