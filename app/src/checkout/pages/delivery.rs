//! Step 2: how and when it comes.

use domain::checkout::{Draft, Standing, Step};
use domain::delivery::{DeliveryOption, LeftOut, PickupPoint, Service, TooMuch};
use domain::tracking::WishKind;
use leptos::prelude::*;

use super::steps::{StepPage, standing_at};
use crate::delivery::{Delayed, arrives};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::page;
use crate::ui::lines_of;
use crate::{request, routes};

/// `/{lang}/checkout/delivery`
#[component]
pub fn DeliveryPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let Some(standing) = standing_at(Step::Delivery).await? else { return Ok(None) };
        let points = points(&standing).await?;
        Ok(Some(form(lang, standing, points)))
    })
}

/// The pickup points near the address, with the one that was chosen before among them; nobody is asked where nothing can be sent
/// to any.
async fn points(standing: &Standing) -> Result<Vec<PickupPoint>, Failure> {
    if standing.options().iter().all(|option| option.service != Service::Pickup) {
        return Ok(Vec::new());
    }
    let typed = &standing.draft.typed;
    let mut points = request::shop()?.bringers.near(standing.country(), &typed.postcode, &typed.city).await?;
    let chosen = standing.pickup.iter().find(|chosen| points.iter().all(|point| point.id != chosen.id));
    points.extend(chosen.cloned());
    Ok(points)
}

fn form(lang: Lang, standing: Standing, points: Vec<PickupPoint>) -> impl IntoView {
    let words = Words::of(lang);
    let chosen = standing.shown().map(|option| option.service);
    let list = standing.view.list;
    let mut all = standing.options();
    // Whoever brings it may have no point there.
    all.retain(|option| option.service != Service::Pickup || !points.is_empty());
    let none = all.is_empty();
    let onward = words.say(if standing.draft.way.is_some() { "to-review" } else { "to-payment" });
    let left_out = standing.left_out();
    let draft = standing.draft.clone();
    let takes_words = request::shop().is_ok_and(|shop| shop.bringers.grants_new().contains(&WishKind::Instruct));
    let takes_words = takes_words && all.iter().any(|option| !matches!(option.service, Service::Pickup | Service::Online));
    let delays = standing.delays(&all);
    let options = all.into_iter().map(|option| {
        let checked = Some(option.service) == chosen;
        let price = words.money(list.service(option.price));
        let points = (option.service == Service::Pickup)
            .then(|| view! { <Points words points=points.clone() chosen=standing.draft.pickup.clone() /> });
        view! { <Way words option price checked>{points}</Way> }
    });
    let options = options.collect_view();
    view! {
        <StepPage lang step=Step::Delivery standing errors=false>
            <h1>{words.say("delivery-heading")}</h1>
            {none.then(|| view! {
                <div class="notice bad" role="alert">
                    <p>{words.say("delivery-none")}</p>
                    <p><a href=routes::cart(lang)>{words.say("checkout-back-to-cart")}</a></p>
                </div>
            })}
            <Delayed words delays />
            <form method="post" action="/api/checkout/delivery" class="stack">
                <input type="hidden" name="lang" value=lang.code() />
                <fieldset class="ways"><legend class="unseen">{words.say("delivery-heading")}</legend>{options}</fieldset>
                {takes_words.then(|| view! { <ToCourier words draft=draft.clone() /> })}
                {(!left_out.is_empty()).then(|| view! { <LeftOutWays words left_out /> })}
                {(!none).then(|| view! { <button class="button wide" type="submit">{onward}</button> })}
            </form>
        </StepPage>
    }
}

/// A way to send it, with when it comes and what it costs; what belongs to it stands below.
#[component]
pub fn Way(words: Words, option: DeliveryOption, price: String, checked: bool, children: Children) -> AnyView {
    let code = option.service.code();
    let price = if option.price.is_zero() { words.say("delivery-free") } else { price };
    view! {
        <div class="way">
            <label>
                <input type="radio" name="service" value=code checked=checked />
                <span>
                    <strong>{arrives(words, &option)}</strong>
                    <small>{words.say(&format!("service-{code}"))}</small>
                </span>
                <span class="sum">{price}</span>
            </label>
            {children()}
        </div>
    }
    .into_any()
}

/// The ways that go there and do not take what is in the cart, each with what it takes at most.
#[component]
fn LeftOutWays(words: Words, left_out: Vec<LeftOut>) -> AnyView {
    let ways = left_out.into_iter().map(|left| view! { <li>{says(words, left)}</li> });
    view! {
        <div class="left-out">
            <p>{words.say("left-out-title")}</p>
            <ul>{ways.collect_view()}</ul>
        </div>
    }
    .into_any()
}

fn says(words: Words, LeftOut { service, why }: LeftOut) -> String {
    let service = ("service", words.say(&format!("service-{}", service.code())).into());
    let centimetres = |mm: u32| words.number(mm / 10).into();
    let thousands = |small: u32| words.number(small / 1000).into();
    match why {
        TooMuch::Box([length, width, height]) => {
            let [length, width, height] = [length, width, height].map(centimetres);
            words.with("left-out-box", &[service, ("length", length), ("width", width), ("height", height)])
        }
        TooMuch::Long(most) => words.with("left-out-long", &[service, ("length", centimetres(most))]),
        TooMuch::Girth(most) => words.with("left-out-girth", &[service, ("length", centimetres(most))]),
        TooMuch::Heavy(most) => words.with("left-out-heavy", &[service, ("weight", thousands(most))]),
        TooMuch::Bulky(most) => words.with("left-out-bulky", &[service, ("room", thousands(most))]),
    }
}

/// A word to whoever brings it to the door, with what is wrong with it.
#[component]
fn ToCourier(words: Words, draft: Draft) -> AnyView {
    let wrong = matches!(draft.said_to_courier(), Some(Err(_)));
    let described = if wrong { "instructions-error instructions-hint" } else { "instructions-hint" };
    view! {
        <div class="field" class:wrong=wrong>
            <label for="instructions">{words.say("wish-words")}</label>
            <p class="hint" id="instructions-hint">{words.say("wish-words-hint")}</p>
            {wrong.then(|| view! { <p class="error" id="instructions-error">{words.say("wish-not-long")}</p> })}
            <textarea id="instructions" name="instructions" rows="2" dir="auto" autocomplete="off" aria-describedby=described aria-invalid=wrong.then_some("true") inner_html=lines_of(&draft.instructions)></textarea>
        </div>
    }
    .into_any()
}

/// The pickup points to choose from.
#[component]
pub fn Points(words: Words, points: Vec<PickupPoint>, chosen: String) -> AnyView {
    let option = move |point: PickupPoint| {
        let selected = point.id == chosen;
        view! { <option value=point.id selected=selected>{format!("{}, {}, {}", point.name, point.line, point.city)}</option> }
    };
    view! {
        <div class="field points">
            <label for="pickup">{words.say("pickup-where")}</label>
            <select id="pickup" name="pickup" autocomplete="off">{points.into_iter().map(option).collect_view()}</select>
        </div>
    }
    .into_any()
}
