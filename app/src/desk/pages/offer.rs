//! An offer, and the form that makes and changes it.

use db::desk::log;
use db::offers::Kept;
use domain::codes::Coded;
use domain::desk::{Subject, TypedOffer, Way};
use domain::ids::OfferId;
use domain::lang::Lang;
use domain::offers::{Given, Together};
use leptos::prelude::*;

use super::field::{Discard, Form};
use super::frame::{Frame, Told, desk};
use super::log::Lines;
use crate::desk::offer_id;
use crate::desk::saving::{Standing, offer_place, standing};
use crate::failure::Failure;
use crate::i18n::Words;
use crate::{request, routes};

/// Lines of the log below the form.
const LINES: u32 = 20;

/// `/desk/offers/{id}`, or `/desk/offers/new`
#[component]
pub fn OfferPage() -> impl IntoView {
    desk(async move |words, staff| {
        let segment = request::segment(2)?;
        let id = if segment == "new" { None } else { Some(offer_id(&segment)?) };
        let (kept, saved) = match id {
            Some(id) => opened(id).await.map(|(kept, saved)| (Some(kept), saved))?,
            None => (None, Some(TypedOffer::default())),
        };
        let lines = match id {
            Some(id) => request::db()?.read(move |conn| log(conn, Some((Subject::Offer, id.0)), 0, LINES)).await?,
            None => Vec::new(),
        };
        let name = kept.as_ref().and_then(|kept| kept.names.get(&Lang::FIRST).cloned());
        let title = name.unwrap_or_else(|| words.say("desk-new-offer"));
        let place = offer_place(id);
        let Standing { typed, flaws, drafted } = standing(&staff, &place, || saved).await?;
        let form = Form { words, prefix: "offer", flaws };
        Ok(view! {
            <Frame words title=title.clone() staff>
                {form.summary()}
                <Told words />
                <h1>{title}</h1>
                {drafted.then(|| view! { <Discard words place then=routes::desk_offer(id) /> })}
                {kept.map(|kept| view! { <Rest words kept /> })}
                {typed.map(|typed| view! { <OfferForm form typed id /> })}
                {id.map(|_| view! { <section class="band"><h2>{words.say("desk-log")}</h2><Lines words lines /></section> })}
            </Frame>
        })
    })
}

/// An offer and its form; none where it is of a kind the form does not write.
async fn opened(id: OfferId) -> Result<(Kept, Option<TypedOffer>), Failure> {
    let db = request::db()?;
    let found = db.read(move |conn| {
        let kept = db::offers::by_id(conn, id)?;
        let shelf = db::offers::shelf_of(conn, &kept.offer)?;
        Ok((kept, shelf))
    });
    let (kept, shelf) = found.await?;
    let typed = TypedOffer::of(&kept.offer, &kept.names, kept.given, &shelf);
    Ok((kept, typed))
}

/// Whether it rests, and the button that changes that.
#[component]
fn Rest(words: Words, kept: Kept) -> AnyView {
    let (says, button) =
        if kept.paused { (Some(words.say("desk-offer-rests")), "desk-offer-resume") } else { (None, "desk-offer-pause") };
    view! {
        <form method="post" action="/api/desk/rest-offer" class="desk-form stack">
            {says.map(|says| view! { <p class="notice">{says}</p> })}
            <input type="hidden" name="id" value=kept.offer.id.to_string() />
            <input type="hidden" name="paused" value=(!kept.paused).to_string() />
            <button class="button quiet" type="submit">{words.say(button)}</button>
        </form>
    }
    .into_any()
}

#[component]
fn OfferForm(form: Form, typed: TypedOffer, id: Option<OfferId>) -> AnyView {
    let words = form.words;
    let nobody = (String::new(), words.say("desk-given-as-it-is"));
    let given = std::iter::once(nobody).chain(choices(words, "desk-given", Given::ALL)).collect();
    view! {
        <form method="post" action="/api/desk/offer" class="stack desk-form">
            {id.map(|id| view! { <input type="hidden" name="id" value=id.to_string() /> })}
            {form.text("name", "desk-label-name", &typed.name)}
            {form.lines("names", "desk-label-names", Some("desk-hint-names"), &typed.names, 3)}
            {form.hinted("code", "desk-label-code", Some("desk-hint-code"), &typed.code)}
            <fieldset class="stack">
                <legend>{words.say("desk-offer-what")}</legend>
                {form.select("gives", "desk-label-gives", &typed.gives, choices(words, "desk-gives", Way::ALL))}
                {form.hinted("value", "desk-label-value", Some("desk-hint-value"), &typed.value)}
                {form.text("buy", "desk-label-buy", &typed.buy)}
                {form.text("get", "desk-label-get", &typed.get)}
                {form.lines("gifts", "desk-label-gifts", Some("desk-hint-gifts"), &typed.gifts, 2)}
                {form.lines("products", "desk-label-products", Some("desk-hint-addresses"), &typed.products, 3)}
                {form.lines("categories", "desk-label-categories", None, &typed.categories, 2)}
            </fieldset>
            <fieldset class="stack">
                <legend>{words.say("desk-offer-who")}</legend>
                {form.hinted("from", "desk-label-from", Some("desk-hint-day"), &typed.from)}
                {form.text("until", "desk-label-until", &typed.until)}
                {form.text("in_all", "desk-label-in_all", &typed.in_all)}
                {form.text("per_person", "desk-label-per_person", &typed.per_person)}
                {form.text("least", "desk-label-least", &typed.least)}
                {form.text("countries", "desk-label-countries", &typed.countries)}
                {form.lines("customers", "desk-label-customers", None, &typed.customers, 2)}
                {form.select("given", "desk-label-given", &typed.given, given)}
                {form.tick("first", words.say("desk-label-first"), !typed.first.is_empty())}
                {form.select("together", "desk-label-together", &typed.together, choices(words, "desk-together", Together::ALL))}
            </fieldset>
            <button class="button" type="submit">{words.say("desk-save")}</button>
        </form>
    }
    .into_any()
}

/// Codes to choose from, and what each is called.
fn choices<C: Coded>(words: Words, key: &str, all: &[C]) -> Vec<(String, String)> {
    all.iter().map(|one| (one.code().to_owned(), words.say(&format!("{key}-{}", one.code())))).collect()
}
