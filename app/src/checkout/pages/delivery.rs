//! Step 2: how and when it comes.

use domain::checkout::{Standing, Step};
use domain::delivery::{DeliveryOption, LeftOut, PickupPoint, Service, TooMuch, nearest};
use leptos::prelude::*;

use super::steps::{StepPage, standing_at};
use crate::delivery::arrives;
use crate::i18n::{Lang, Words};
use crate::layout::page;
use crate::{request, routes};

/// So many pickup points are offered: those near the address.
const POINTS: usize = 12;

/// `/{lang}/checkout/delivery`
#[component]
pub fn DeliveryPage() -> impl IntoView {
    let lang = request::lang();
    page(async move { Ok(standing_at(Step::Delivery).await?.map(|standing| form(lang, standing))) })
}

fn form(lang: Lang, standing: Standing) -> impl IntoView {
    let words = Words::of(lang);
    let chosen = standing.shown().map(|option| option.service);
    let list = standing.view.list;
    let all = standing.options();
    let none = all.is_empty();
    let onward = words.say(if standing.draft.way.is_some() { "to-review" } else { "to-payment" });
    let left_out = standing.left_out();
    let options = all.into_iter().map(|option| {
        let checked = Some(option.service) == chosen;
        let price = words.money(list.service(option.price));
        let points = (option.service == Service::Pickup).then(|| view! { <Points words standing=standing.clone() /> });
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
            <form method="post" action="/api/checkout/delivery" class="stack">
                <input type="hidden" name="lang" value=lang.code() />
                <fieldset class="ways"><legend class="unseen">{words.say("delivery-heading")}</legend>{options}</fieldset>
                {(!left_out.is_empty()).then(|| view! { <LeftOutWays words left_out /> })}
                {(!none).then(|| view! { <button class="button wide" type="submit">{onward}</button> })}
            </form>
        </StepPage>
    }
}

#[component]
fn Way(words: Words, option: DeliveryOption, price: String, checked: bool, children: Children) -> AnyView {
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

/// The pickup points near the address.
#[component]
fn Points(words: Words, standing: Standing) -> AnyView {
    let typed = &standing.draft.typed;
    let points = nearest(standing.country(), &typed.postcode, &typed.city, POINTS);
    let chosen = standing.draft.pickup.clone();
    let option = move |point: &'static PickupPoint| {
        let selected = point.id == chosen;
        view! { <option value=point.id.as_str() selected=selected>{format!("{}, {}, {}", point.name, point.line, point.city)}</option> }
    };
    view! {
        <div class="field points">
            <label for="pickup">{words.say("pickup-where")}</label>
            <select id="pickup" name="pickup" autocomplete="off">{points.into_iter().map(option).collect_view()}</select>
        </div>
    }
    .into_any()
}
