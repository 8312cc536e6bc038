//! Sending an order elsewhere before it is packed: the checkout's own form, checked as it checks.

use db::Error;
use domain::addresses::Ask;
use domain::checkout::{Field, TypedAddress};
use domain::delivery::Service;
use domain::ids::OrderId;
use domain::orders::{ChangeRefusal, Order, OrderNumber};
use leptos::prelude::*;

use super::cancellation::way_out;
use super::keys;
use crate::checkout::pages::{CountryField, Doubts, ErrorSummary, TextField, address_rows, completed, laid};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::{request, routes};

/// `/{lang}/orders/{number}/address`
#[component]
pub fn ChangeAddressPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let key = request::query("key").unwrap_or_default();
        let (asked, db) = (keys(&key), request::db()?);
        let found = db.read(move |conn| {
            let id: OrderId = db::orders::id_for(conn, &number, &asked)?;
            Ok((db::orders::by_id(conn, id)?, db::orders::changeable(conn, id)?, db::orders::typed_address(conn, id)?))
        });
        let (order, changeable, typed) = found.await?;
        let words = Words::of(lang);
        Ok(match changeable {
            Ok(_) => form(words, order, typed.map(|(typed, _)| typed), key).into_any(),
            Err(refusal) => view! { <Not words refusal order key /> }.into_any(),
        })
    })
}

fn form(words: Words, order: Order, typed: Option<TypedAddress>, key: String) -> impl IntoView {
    let title = words.with("change-address-title", &[("number", order.number.as_str().into())]);
    let head = Head { title: title.clone(), ..Head::default() };
    let other = (request::query("refused").is_some()).then(|| words.say("items-not-other-prices"));
    let typed = typed.unwrap_or_else(|| TypedAddress::of(&order.email, &order.address));
    let flaws = if request::query("errors").is_some() { typed.parse().err().unwrap_or_default() } else { Vec::new() };
    let own = |ask: &Ask| ask.field != Field::Email;
    let rows = address_rows(&typed, &flaws).into_iter().map(|row| row.into_iter().filter(|(ask, _)| own(ask)).collect());
    let rows: Vec<Vec<(Ask, bool)>> = rows.filter(|row: &Vec<_>| !row.is_empty()).collect();
    let field = |ask: Ask| match ask.field {
        Field::Country => view! { <CountryField words typed=typed.clone() flaws=flaws.clone() /> }.into_any(),
        _ => view! { <TextField words ask typed=typed.clone() flaws=flaws.clone() /> }.into_any(),
    };
    let rows = laid(rows, field, words);
    let text = words.with("change-address-text", &[("country", words.country(order.address.country).into())]);
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <ErrorSummary words flaws=flaws.clone() typed=typed.clone() vat=None />
                <h1>{title}</h1>
                {other.map(|says| view! { <p class="notice bad" role="alert">{says}</p> })}
                <p>{text}</p>
                {(order.service == Service::Pickup).then(|| view! { <p>{words.say("change-address-pickup")}" "<bdi>{order.pickup.clone()}</bdi></p> })}
                <form method="post" action="/api/orders/address" novalidate class="stack" data-address="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="number" value=order.number.as_str().to_owned() />
                    <input type="hidden" name="key" value=key.clone() />
                    // The Enter key presses a form's first button: onward, and not a suggestion.
                    <button type="submit" class="unseen" tabindex="-1" aria-hidden="true"></button>
                    {rows}
                    <Doubts words flaws />
                    <div><button class="button" type="submit">{words.say("change-address-button")}</button></div>
                </form>
                <Out words order key />
            </div>
        </Document>
    }
}

/// What can be done instead: another order, or none of it.
#[component]
fn Out(words: Words, order: Order, key: String) -> AnyView {
    view! {
        <p><a href=routes::with_key(&routes::order(words.lang, &order.number), &key)>{words.say("cancel-not-follow")}</a></p>
        {way_out(&order).map(|says| view! { <p><a href=routes::with_key(&routes::cancel_order(words.lang, &order.number), &key)>{words.say(says)}</a></p> })}
    }
    .into_any()
}

/// Why it stays as it is, and what can be done instead.
#[component]
fn Not(words: Words, refusal: ChangeRefusal, order: Order, key: String) -> AnyView {
    let title = words.say("change-not-title");
    let head = Head { title: title.clone(), ..Head::default() };
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                <h1>{title}</h1>
                <p>{words.say(&format!("change-not-{}", refusal.code()))}</p>
                <Out words order key />
            </div>
        </Document>
    }
    .into_any()
}

/// What was sent: an order, an address, and a suggestion that was taken.
#[derive(Clone, Debug)]
pub struct Moving<'a> {
    /// The language of the page.
    pub lang: &'a str,
    /// The order's number, as sent.
    pub number: &'a str,
    /// The secret of the link to it, if it was reached by that.
    pub key: &'a str,
    /// The address as typed.
    pub typed: TypedAddress,
    /// Whether the country was changed, and only the form is to be laid anew.
    pub relay: bool,
    /// A suggestion that was taken, `field=text`.
    pub take: &'a str,
}

/// Sends an order elsewhere, and leads to its page; to where the way there is chosen, if that is another country; back to the form,
/// with everything as it was typed, where something is wrong with it or somebody packs the order already.
pub async fn move_order(moving: Moving<'_>) -> Result<(), Failure> {
    let Moving { lang, number, key, typed, relay, take } = moving;
    let lang = Lang::from_code(lang).unwrap_or_default();
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (asked, keys, db) = (number.clone(), keys(key), request::db()?);
    let (id, email) = db
        .read(move |conn| {
            let id = db::orders::id_for(conn, &asked, &keys)?;
            Ok((id, db::orders::by_id(conn, id)?.email))
        })
        .await?;
    // Messages go where they went: whoever has the link moves the parcel, not the letters that tell of it.
    let typed = completed(TypedAddress { email: email.as_str().to_owned(), ..typed.cut() }, take).await?;
    let form = routes::change_address(lang, &number);
    let to = match typed.parse() {
        Ok((_, address)) if !relay => match db.write(move |tx| db::orders::change_address(tx, id, &address)).await {
            Ok(()) => format!("{}?moved", routes::order(lang, &number)),
            Err(Error::Refused(ChangeRefusal::Country)) => {
                db.write(move |tx| db::orders::keep_typed_address(tx, id, &typed)).await?;
                routes::change_place(lang, &number)
            }
            Err(Error::Refused(ChangeRefusal::Packing | ChangeRefusal::Cancelled)) => form,
            Err(Error::Fault(fault)) => return Err(fault.into()),
        },
        _ => {
            db.write(move |tx| db::orders::keep_typed_address(tx, id, &typed)).await?;
            if relay { form } else { format!("{form}?errors") }
        }
    };
    request::go(&routes::with_key(&to, key));
    Ok(())
}
