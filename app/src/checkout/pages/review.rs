//! Step 4: everything once more, and the button that carries the sum.

use domain::checkout::{Standing, Step};
use domain::contact::Address;
use domain::delivery::Service;
use domain::local_rules;
use domain::money::{Currency, Money};
use domain::payments::Way;
use leptos::prelude::*;

use super::steps::{StepPage, standing_at};
use super::ways::InParts;
use crate::cart::pages::refusal;
use crate::delivery::arrives;
use crate::i18n::{Lang, Words, format};
use crate::layout::page;
use crate::offers::pages::{Codes, Gifts};
use crate::orders::pages::{AddressLines, NoteLines};
use crate::ui::Icon;
use crate::{request, routes};

/// `/{lang}/checkout/review`
#[component]
pub fn ReviewPage() -> impl IntoView {
    let lang = request::lang();
    page(async move { Ok(standing_at(Step::Review).await?.map(|standing| form(lang, standing))) })
}

fn form(lang: Lang, standing: Standing) -> Option<impl IntoView> {
    let words = Words::of(lang);
    let (email, address) = standing.draft.typed.parse().ok()?;
    let option = standing.chosen()?;
    let sums = standing.totals(&option);
    let way = standing.way(&option, sums.due())?;
    let (today, flow) = (standing.now.day(), way.flow());
    let (due, cart) = (sums.due(), standing.cart.clone());
    let total = words.money(due);
    let changed = changed(words, &total);
    let refused = request::query("refused").map(|code| refusal(words, &code));
    // Directive 2011/83/EU, article 8(2): the button says that pressing it costs money, in words the law knows.
    let rules = local_rules::of(standing.country());
    let button = match way {
        Way::Nothing => "pay-button-nothing",
        _ if rules.obligation_button => "pay-button-obligation",
        _ => "pay-button",
    };
    let pay = words.with(button, &[("total", total.clone().into())]);
    let (currency, minor) = (due.currency.code().to_owned(), due.minor);
    let pickup = standing.pickup.clone().filter(|_| option.service == Service::Pickup);
    let notes = notes(words, &standing);
    let note = standing.cart.note.clone();
    Some(view! {
        <StepPage lang step=Step::Review standing errors=false>
            {changed.map(|says| view! { <p class="notice" role="alert">{says}</p> })}
            {refused.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
            <h1>{words.say("review-heading")}</h1>
            <dl class="answers">
                <Answered words href=routes::checkout(lang, Step::Address) name="review-address"><To address email=email.as_str().to_owned() words /></Answered>
                <Answered words href=routes::checkout(lang, Step::Delivery) name="review-delivery">
                    <p>{arrives(words, &option)}</p>
                    <p class="calm">{words.say(&format!("service-{}", option.service.code()))}</p>
                    {pickup.map(|point| view! { <p class="calm"><bdi>{format!("{}, {}, {}", point.name, point.line, point.city)}</bdi></p> })}
                </Answered>
                <Answered words href=routes::checkout(lang, Step::Payment) name="review-payment">
                    <p>{words.way(way)}</p>
                    <InParts words way sum=due today />
                </Answered>
                {note.map(|note| view! { <Answered words href=routes::cart(lang) name="gift-note"><NoteLines note /></Answered> })}
            </dl>
            {notes.into_iter().map(|note| view! { <p class="calm">{note}</p> }).collect_view()}
            <Gifts words offering=cart.offering.clone() best=sums.best.clone() back=routes::checkout(lang, Step::Review) />
            <Codes words cart best=sums.best back=routes::checkout(lang, Step::Review) />
            <form method="post" action="/api/checkout/place" class="stack" data-once="">
                <input type="hidden" name="lang" value=lang.code() />
                <input type="hidden" name="total" value=minor />
                <input type="hidden" name="currency" value=currency />
                <button class="button wide pay" type="submit">{pay}</button>
                <p class="calm"><Icon name="lock" />{words.say(&format!("review-then-{}", flow.code()))}</p>
                {rules.withdrawal_days.map(|days| view! {
                    <p class="calm"><Icon name="return" /><a href=routes::help(lang, "withdrawal")>{words.with("review-withdrawal", &[("days", days.into())])}</a></p>
                })}
            </form>
        </StepPage>
    })
}

/// That the sum is another than the one on the button, and what that was.
fn changed(words: Words, total: &str) -> Option<String> {
    let was = request::query("changed")?;
    let says = words.with("total-changed", &[("total", total.into())]);
    let was = was.split_once(' ').and_then(|(was, currency)| Money::parse(was, Currency::parse(currency).ok()?).ok());
    let was = was.map(|was| words.with("total-was", &[("was", words.money(was).into())]));
    Some(std::iter::once(says).chain(was).collect::<Vec<_>>().join(" "))
}

/// What is charged in, at which rate, and what became of a VAT number.
fn notes(words: Words, standing: &Standing) -> Vec<String> {
    let exchange = &standing.view.list.exchange;
    let currency = format::currency_name(words.lang, exchange.to);
    let charged = if exchange.is_none() {
        words.with("charged-in", &[("currency", currency.into())])
    } else {
        let about = [("currency", currency.into()), ("day", words.date(exchange.day).into()), ("rate", exchange.text().into())];
        words.with("charged-at", &about)
    };
    let unknown = !standing.draft.vat.trim().is_empty() && standing.draft.business().is_none();
    let vat = unknown.then(|| words.say("vat-unknown"));
    vat.into_iter().chain([charged]).collect()
}

#[component]
fn To(address: Address, email: String, words: Words) -> AnyView {
    view! {
        <AddressLines words address />
        <p class="calm"><bdi>{email}</bdi></p>
    }
    .into_any()
}

/// An answer with the way to change it.
#[component]
fn Answered(words: Words, href: String, name: &'static str, children: Children) -> AnyView {
    view! {
        <div class="answer">
            <dt>{words.say(name)}</dt>
            <dd>{children()}</dd>
            <dd class="answer-change">
                <a href=href>{words.say("change")}<span class="unseen">" "{words.say(name)}</span></a>
            </dd>
        </div>
    }
    .into_any()
}
