//! An order on the packing bench: what goes in which parcel, splitting one, and a note for the shopper. Labels are in `labels.rs`.

use domain::ids::ParcelId;
use domain::orders::{Order, OrderState};
use domain::time::Timestamp;
use domain::tracking::{Brand, Collection, Parcel, ParcelState, Piece, Share};
use leptos::prelude::*;

use super::collecting::Collecting;
use super::field::Form;
use super::labels::{Label, Labels};
use crate::i18n::Words;
use crate::i18n::format::machine;
use crate::orders::pages::brought_by;
use crate::request;

/// What a page tells of when an order is packed: until when its shopper can change it, and until when they can pay for a change, before
/// which nobody packs it.
pub type Waits = (Option<Timestamp>, Option<Timestamp>);

/// What goes in which parcel, and who fetches it; before it is packed, until when it waits and how it is begun with at once.
#[component]
pub fn Packing(words: Words, order: Order, waits: Waits, fetched: Vec<(ParcelId, Collection)>, labels: Labels) -> AnyView {
    if order.state != OrderState::Paid || order.lines.iter().all(|line| line.gift_card) {
        return ().into_any();
    }
    let count = order.pieces.len();
    let unprinted = request::query("unprinted").filter(|code| ["refused", "unknown"].contains(&code.as_str()));
    let unprinted = unprinted.map(|code| words.say(&format!("desk-print-{code}")));
    let refused = request::query("unpacked").and_then(|code| refusal(words, &code)).or(unprinted);
    let each = (1..).zip(order.pieces.clone()).map(|(at, piece)| {
        let of = |parcel: &Parcel| fetched.iter().find(|(id, _)| *id == parcel.id).map(|(_, collection)| collection.clone());
        let known = piece.parcel.as_ref().and_then(of);
        let fetching = view! { <Collecting words order=order.number.clone() piece=piece.clone() known /> };
        let label = view! { <Label words order=order.clone() piece=piece.clone() labels=labels.clone() /> };
        view! { <One words order=order.clone() piece at count label=label.into_any()>{fetching}</One> }
    });
    view! {
        <section aria-labelledby="packing">
            <h2 id="packing">{words.say("parcels-title")}</h2>
            {refused.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
            {match waits {
                (_, Some(until)) => Some(view! { <p>{waiting(words, until, "desk-packing-changes")}</p> }.into_any()),
                (Some(until), None) => Some(view! { <PackNow words order=order.clone() until /> }.into_any()),
                (None, None) => None,
            }}
            {each.collect_view()}
            <NoteForm words order />
        </section>
    }
    .into_any()
}

/// That the shopper can still change it, and the button that ends this.
#[component]
fn PackNow(words: Words, order: Order, until: Timestamp) -> AnyView {
    view! {
        <form method="post" action="/api/desk/pack" class="stack desk-form" data-once="">
            <p>{waiting(words, until, "desk-packing-waits")}</p>
            <input type="hidden" name="number" value=order.number.as_str().to_owned() />
            <button class="button quiet" type="submit">{words.say("desk-packing-now")}</button>
        </form>
    }
    .into_any()
}

/// Until when it waits, by the shop's clock.
fn waiting(words: Words, until: Timestamp, says: &str) -> impl IntoView + use<> {
    let offset = request::shop_offset(until);
    let time = format!("{} · {}", words.day(until.day_at(offset)), words.clock(until, offset));
    view! { <time datetime=machine(until)>{words.with(says, &[("time", time.into())])}</time> }
}

/// Why it was not packed so.
fn refusal(words: Words, code: &str) -> Option<String> {
    let known = ["left", "nothing", "too-many", "long", "bad", "taken"].contains(&code);
    known.then(|| words.say(&format!("desk-packing-{code}")))
}

#[component]
fn One(words: Words, order: Order, piece: Piece, at: u32, count: usize, label: AnyView, children: Children) -> AnyView {
    let heading = words.with("parcel-heading", &[("at", i64::from(at).into()), ("count", count.into())]);
    let inside = piece.shares.iter().map(|share| view! { <li dir="auto">{named(&order, *share)}</li> }).collect_view();
    let parcel = piece.parcel.as_ref();
    let brought = match parcel {
        Some(parcel) => format!("{} {}", brought_by(words, parcel), parcel.number),
        None if piece.by_hand => words.say("desk-packing-by-hand"),
        None if piece.by_choice => words.say("desk-rate-waiting"),
        None => words.say("desk-packing-no-label"),
    };
    let on_the_bench = parcel.is_none_or(|parcel| parcel.state == ParcelState::LabelCreated);
    let more = piece.shares.iter().map(|share| share.quantity).sum::<u32>() > 1;
    let said = parcel.and_then(|parcel| parcel.checkpoints.iter().rev().find(|told| !told.checkpoint.said.is_empty()));
    let said = said.map(|told| told.checkpoint.said.clone());
    view! {
        <h3 id=format!("parcel-{}", piece.number)>{heading}</h3>
        <p><bdi>{brought}</bdi></p>
        {label}
        {said.map(|said| view! { <p class="calm" dir="auto">{said}</p> })}
        <ul>{inside}</ul>
        {children()}
        {parcel.is_none().then(|| view! { <BroughtForm words order=order.clone() piece=piece.number /> })}
        {(on_the_bench && more).then(|| view! { <SplitForm words order piece=piece.clone() /> })}
    }
    .into_any()
}

fn named(order: &Order, share: Share) -> String {
    let line = order.lines.get(share.line as usize);
    let named = line.map(|line| [vec![line.name.clone()], line.values.clone()].concat().join(", ")).unwrap_or_default();
    format!("{} × {named}", share.quantity)
}

/// How many of each line go into a parcel of their own.
#[component]
fn SplitForm(words: Words, order: Order, piece: Piece) -> AnyView {
    let number = order.number.as_str().to_owned();
    let fields = piece.shares.iter().map(|share| {
        let (id, name) = (format!("split-{}-{}", piece.number, share.line), format!("split[lines][{}]", share.line));
        view! {
            <div class="field">
                <label for=id.clone() dir="auto">{named(&order, *share)}</label>
                <input id=id name=name type="number" min="0" max=share.quantity value="0" inputmode="numeric" />
            </div>
        }
    });
    // Lines are told by their place in the order; those that are not in this parcel stand at none.
    let highest = piece.shares.iter().map(|share| share.line).max().unwrap_or(0);
    let absent = (0..highest).filter(|line| piece.shares.iter().all(|share| share.line != *line));
    let absent = absent.map(|line| view! { <input type="hidden" name=format!("split[lines][{line}]") value="0" /> });
    view! {
        <details>
            <summary>{words.say("desk-packing-split")}</summary>
            <form method="post" action="/api/desk/split" class="stack desk-form" data-once="">
                <input type="hidden" name="number" value=number />
                <input type="hidden" name="split[piece]" value=piece.number />
                {fields.collect_view()}
                {absent.collect_view()}
                <button class="button quiet" type="submit">{words.say("desk-packing-split-button")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// The number a carrier gave to whoever brought it there.
#[component]
fn BroughtForm(words: Words, order: Order, piece: u32) -> AnyView {
    let form = Form { words, prefix: "", flaws: Vec::new() };
    let brands = Brand::ALL.iter().map(|brand| (brand.code().to_owned(), brand.name().to_owned())).collect();
    view! {
        <details>
            <summary>{words.say("desk-packing-brought")}</summary>
            <form method="post" action="/api/desk/brought" class="stack desk-form" data-once="">
                <input type="hidden" name="number" value=order.number.as_str().to_owned() />
                <input type="hidden" name="piece" value=piece />
                {form.select("brand", "order-carrier", "dhl", brands)}
                {form.text("parcel", "desk-packing-number", &request::query("parcel").unwrap_or_default())}
                <button class="button quiet" type="submit">{words.say("desk-packing-brought-button")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// What the shopper reads on the order's page.
#[component]
fn NoteForm(words: Words, order: Order) -> AnyView {
    let form = Form { words, prefix: "", flaws: Vec::new() };
    // What was too long is not lost.
    let typed = request::query("note").or_else(|| order.packers_note.map(|note| note.as_str().to_owned())).unwrap_or_default();
    view! {
        <form method="post" action="/api/desk/note" class="stack desk-form" data-once="">
            <input type="hidden" name="number" value=order.number.as_str().to_owned() />
            {form.lines("note", "desk-packing-note", Some("desk-packing-note-hint"), &typed, 3)}
            <button class="button quiet" type="submit">{words.say("desk-packing-note-button")}</button>
        </form>
    }
    .into_any()
}
