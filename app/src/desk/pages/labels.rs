//! The label of a parcel on the bench: choosing how it is brought, and printing. Giving it back is in `voiding.rs`.

use db::tracking::{Choice, HAND, Void, bought_labels, choices, voids};
use domain::money::Money;
use domain::orders::{Order, OrderState};
use domain::tracking::{ChoiceRefusal, ChoiceState, Chosen, ParcelState, Piece, VoidRefusal, VoidState};
use leptos::prelude::*;

use super::voiding::{VoidForm, given_back};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::request::Offered;
use crate::{request, routes};

/// What is known of the labels of an order.
#[derive(Clone, Debug, Default)]
pub struct Labels {
    bought: Vec<(u32, String, Option<Money>)>,
    choices: Vec<Choice>,
    voids: Vec<Void>,
    /// What the carrier offers for a piece, where somebody chooses for it; none when it does not answer.
    offered: Option<(u32, Option<Vec<Offered>>)>,
}

impl Labels {
    /// What is known of an order's; what is offered at this moment for the piece somebody chooses for, and for one whose choice is not
    /// to be had any more.
    pub async fn of(order: &Order) -> Result<Self, Failure> {
        let id = order.id;
        let known = request::db()?.read(move |conn| Ok((bought_labels(conn, id)?, choices(conn, id)?, voids(conn, id)?))).await?;
        let (bought, choices, voids) = known;
        let asked = request::query("rates").and_then(|piece| piece.parse::<u32>().ok());
        let gone = |piece: &Piece| choices.iter().any(|it| it.piece == piece.number && it.state == ChoiceState::Gone);
        let open = order.pieces.iter().filter(|piece| order.state == OrderState::Paid && is_open(piece));
        let buying = |piece: &&Piece| choices.iter().any(|it| it.piece == piece.number && it.state == ChoiceState::Asked);
        let for_piece =
            open.filter(|piece| !buying(piece)).find(|piece| asked.map_or_else(|| gone(piece), |it| it == piece.number));
        let offered = match for_piece {
            Some(piece) => Some((piece.number, request::shop()?.bringers.rates(order, piece.number).await?)),
            None => None,
        };
        Ok(Self { bought, choices, voids, offered })
    }
}

/// Whether a label can be chosen for it.
fn is_open(piece: &Piece) -> bool {
    piece.parcel.is_none() && !piece.by_hand
}

/// The label of a piece, and those that were given back.
#[component]
pub fn Label(words: Words, order: Order, piece: Piece, labels: Labels) -> AnyView {
    let number = piece.number;
    let here = request::query("label").is_some_and(|at| at == number.to_string());
    let tried = here && request::query("unvoided").is_some();
    let wrong = here.then(|| refusal(words)).flatten().map(|says| view! { <p class="error" role="alert">{says}</p> });
    let current = piece.parcel.clone().filter(|parcel| parcel.carrier != HAND);
    let void = current.as_ref().and_then(|parcel| labels.voids.iter().find(|void| void.parcel == parcel.id));
    let back = current.as_ref().is_some_and(|parcel| parcel.state == ParcelState::LabelCreated)
        && order.state == OrderState::Paid
        && void.is_none_or(|void| void.state == VoidState::Refused);
    let told = labels.voids.iter().filter(|void| void.piece == number).cloned();
    let told = told.map(|void| view! { <li>{given_back(words, &void)}{said(void.said)}</li> }).collect_view();
    let any = labels.voids.iter().any(|void| void.piece == number);
    let bought = labels.bought.iter().find(|(known, ..)| *known == number).and_then(|(_, name, price)| cost(words, name, *price));
    view! {
        {wrong}
        {current.is_some().then(|| view! { <Print words order=order.clone() piece=number bought /> })}
        {any.then(|| view! { <ul class="calm">{told}</ul> })}
        {(order.state == OrderState::Paid && is_open(&piece)).then(|| view! { <Choosing words order=order.clone() piece labels /> })}
        {back.then(|| view! { <VoidForm words order piece=number tried /> })}
    }
    .into_any()
}

/// The ways to its label, and what that is.
#[component]
fn Print(words: Words, order: Order, piece: u32, bought: Option<String>) -> AnyView {
    let link = |zpl: bool| routes::desk_label(&order.number, piece, zpl);
    view! {
        <p>
            <a href=link(false)>{words.say("desk-print")}</a>
            " · "
            <a href=link(true)>{words.say("desk-print-zpl")}</a>
            {bought.map(|bought| view! { " · "<bdi>{bought}</bdi> })}
        </p>
    }
    .into_any()
}

/// How it is brought: what was chosen, what can be, or the way there.
#[component]
fn Choosing(words: Words, order: Order, piece: Piece, labels: Labels) -> AnyView {
    let number = piece.number;
    let choice = labels.choices.into_iter().find(|choice| choice.piece == number);
    let rate =
        choice.as_ref().and_then(|choice| cost(words, &named(&choice.chosen), Some(choice.chosen.price))).unwrap_or_default();
    let about = [("rate", rate.into())];
    if choice.as_ref().is_some_and(|choice| choice.state == ChoiceState::Asked) {
        return view! { <p class="notice" role="status">{words.with("desk-rate-buying", &about)}</p> }.into_any();
    }
    let gone = choice.filter(|choice| choice.state == ChoiceState::Gone);
    let gone = gone.map(|choice| {
        view! { <p class="notice bad" role="alert">{words.with("desk-rate-gone", &about)}{said(choice.said)}</p> }
    });
    let shown = match labels.offered.filter(|(known, _)| *known == number) {
        Some((_, Some(offered))) if !offered.is_empty() => view! { <Rates words order piece=number offered /> }.into_any(),
        Some((_, Some(_))) => view! { <p class="notice bad">{words.say("desk-rate-none")}</p> }.into_any(),
        Some((_, None)) => view! { <p class="notice bad" role="alert">{words.say("desk-rate-silent")}</p> }.into_any(),
        None => {
            let asks = routes::with(&routes::desk_order(&order.number), &[("rates".to_owned(), number.to_string())]);
            view! { <p><a class="button quiet" href=format!("{asks}#parcel-{number}")>{words.say("desk-rate-choose")}</a></p> }
                .into_any()
        }
    };
    view! { {gone} {shown} }.into_any()
}

/// What the carrier offers at this moment; the one the rule would take is chosen.
#[component]
fn Rates(words: Words, order: Order, piece: u32, offered: Vec<Offered>) -> AnyView {
    let one = |offer: Offered| {
        let rate = offer.rate;
        let chosen = Chosen { name: rate.name, brand: rate.brand, price: rate.price };
        let days = rate.days.map_or_else(|| words.say("desk-rate-no-days"), |(from, to)| words.days(from, to));
        let (value, name) = (serde_json::to_string(&chosen).unwrap_or_default(), called(words, &named(&chosen)));
        view! {
            <div class="way">
                <label>
                    <input type="radio" name="rate" value=value checked=offer.usual />
                    <span>
                        <strong><bdi>{name}</bdi></strong>
                        <small>{days}{offer.usual.then(|| format!(" · {}", words.say("desk-rate-usual")))}</small>
                    </span>
                    <span class="sum">{words.money(chosen.price)}</span>
                </label>
            </div>
        }
    };
    view! {
        <form method="post" action="/api/desk/rate" class="stack desk-form" data-once="">
            <input type="hidden" name="number" value=order.number.as_str().to_owned() />
            <input type="hidden" name="piece" value=piece />
            <fieldset class="ways">
                <legend>{words.say("desk-rate-offered")}</legend>
                {offered.into_iter().map(one).collect_view()}
            </fieldset>
            <button class="button" type="submit">{words.say("desk-rate-buy")}</button>
        </form>
    }
    .into_any()
}

/// Who brings it and how, as the carrier calls that.
fn named(chosen: &Chosen) -> String {
    format!("{} {}", chosen.brand, chosen.name).trim().to_owned()
}

/// The shop's own word for a way that it knows; else the carrier's.
fn called(words: Words, name: &str) -> String {
    let own = domain::delivery::Service::from_code(name);
    own.map_or_else(|| name.to_owned(), |service| words.say(&format!("service-{}", service.code())))
}

/// What it is and what it takes, as far as that is known.
fn cost(words: Words, name: &str, price: Option<Money>) -> Option<String> {
    let parts = [Some(called(words, name)).filter(|name| !name.is_empty()), price.map(|price| words.money(price))];
    let known: Vec<String> = parts.into_iter().flatten().collect();
    (!known.is_empty()).then(|| known.join(" · "))
}

/// The carrier's own words.
fn said(said: String) -> Option<impl IntoView> {
    (!said.is_empty()).then(|| view! { " "<bdi>{said}</bdi> })
}

/// Why no label was bought, or none given back.
fn refusal(words: Words) -> Option<String> {
    let bought = request::query("unbought").and_then(|code| ChoiceRefusal::from_code(&code));
    let void = request::query("unvoided").and_then(|code| VoidRefusal::from_code(&code));
    let bought = bought.map(|why| words.say(&format!("desk-rate-wrong-{}", why.code())));
    bought.or_else(|| void.map(|why| words.say(&format!("desk-void-wrong-{}", why.code()))))
}
