//! A parcel that its carrier fetches from the shop: asked for, and what became of it.

use domain::orders::OrderNumber;
use domain::tracking::{Collection, CollectionRefusal, CollectionState, ParcelState, Piece, Window};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::i18n::format::machine;
use crate::orders::pages::brought_by;
use crate::request;

/// The hours of a packing day.
const HOURS: [&str; 2] = ["9", "17"];

/// What is known of it; the form, while the parcel is on the bench and its carrier comes for parcels.
#[component]
pub fn Collecting(words: Words, order: OrderNumber, piece: Piece, known: Option<Collection>) -> Option<AnyView> {
    let wrong = request::query("collect").filter(|at| *at == piece.number.to_string()).and_then(|_| refusal(words));
    let wrong = wrong.map(|says| view! { <p class="error" role="alert">{says}</p> });
    let Some(parcel) = piece.parcel else { return wrong.map(IntoAny::into_any) };
    let comes =
        parcel.state == ParcelState::LabelCreated && request::shop().is_ok_and(|shop| shop.bringers.collects(&parcel.carrier));
    let open = comes && known.as_ref().is_none_or(|known| known.state == CollectionState::Refused);
    let carrier = brought_by(words, &parcel);
    let told = known.map(|known| view! { <Told words carrier=carrier.clone() known /> });
    let tried = wrong.is_some();
    let form = open.then(|| view! { <CollectForm words order piece=piece.number carrier tried /> });
    Some(view! { {told} {wrong} {form} }.into_any())
}

#[component]
fn Told(words: Words, carrier: String, known: Collection) -> AnyView {
    let Window { from, until } = known.window;
    let offset = request::shop_offset(from);
    let when = format!("{} · {}–{}", words.day(from.day_at(offset)), words.clock(from, offset), words.clock(until, offset));
    let key = format!("desk-collect-{}", known.state.code());
    let says = words.with(&key, &[("carrier", carrier.into()), ("when", when.into())]);
    let price = known.price.map(|price| words.money(price));
    view! {
        <p class="calm">
            <time datetime=machine(from)>{says}</time>
            {(!known.confirmation.is_empty()).then(|| view! { " "<bdi dir="ltr">{known.confirmation}</bdi> })}
            {price.map(|price| view! { " · "{price} })}
            {(!known.said.is_empty()).then(|| view! { " "<bdi>{known.said}</bdi> })}
        </p>
    }
    .into_any()
}

#[component]
fn CollectForm(words: Words, order: OrderNumber, piece: u32, carrier: String, tried: bool) -> AnyView {
    let typed = |field: &str, usual: &str| request::query(field).filter(|_| tried).unwrap_or_else(|| usual.to_owned());
    let today = request::db().map(|db| db.now().day_at(request::shop_offset(db.now())));
    let day = today.map(|today| today.plus(1).plus_working(0).to_string()).unwrap_or_default();
    let hour = |name: &'static str, label: &'static str, value: String| {
        let id = format!("{name}-{piece}");
        view! {
            <div class="field">
                <label for=id.clone()>{words.say(label)}</label>
                <input id=id name=name type="number" min="0" max="23" inputmode="numeric" value=value />
            </div>
        }
    };
    let id = format!("day-{piece}");
    view! {
        <details open=tried>
            <summary>{words.with("desk-collect", &[("carrier", carrier.into())])}</summary>
            <form method="post" action="/api/desk/collect" class="stack desk-form" data-once="">
                <input type="hidden" name="number" value=order.as_str().to_owned() />
                <input type="hidden" name="piece" value=piece />
                <div class="field">
                    <label for=id.clone()>{words.say("desk-collect-day")}</label>
                    <input id=id name="day" type="date" value=typed("day", &day) />
                </div>
                {hour("from", "desk-collect-from", typed("from", HOURS[0]))}
                {hour("until", "desk-collect-until", typed("until", HOURS[1]))}
                <button class="button quiet" type="submit">{words.say("desk-collect-button")}</button>
            </form>
        </details>
    }
    .into_any()
}

/// Why nobody was asked to come.
fn refusal(words: Words) -> Option<String> {
    let why = CollectionRefusal::from_code(&request::query("uncollected")?)?;
    let values = [("hours", Window::LEAST_HOURS.into()), ("days", Window::MOST_DAYS.into())];
    Some(words.with(&format!("desk-collect-wrong-{}", why.code()), &values))
}
