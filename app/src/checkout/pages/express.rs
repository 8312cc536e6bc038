//! The short way: a button that says how it is paid, and a checkout that asks only for what is not known yet.

use db::Error;
use db::token::Token;
use domain::cart::{CartRefusal, Quantity};
use domain::checkout::{PlaceRefusal, Step};
use domain::ids::VariantId;
use domain::market::Market;
use domain::payments::{Asked, Way, express};
use leptos::prelude::*;

use super::onward::refused;
use super::steps::standing_of;
use crate::cart::pages::sent_back;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::ui::Icon;
use crate::{request, routes};

/// What was pressed, and where.
#[derive(Clone, Copy, Debug)]
pub struct Pressed<'a> {
    /// The language of the page.
    pub lang: &'a str,
    /// The way to pay.
    pub way: &'a str,
    /// The thing to buy; empty where the cart is bought as it is.
    pub variant: &'a str,
    /// How many of it.
    pub quantity: &'a str,
    /// The page of the thing.
    pub back: &'a str,
}

/// The ways for which there is a button, for what is asked.
pub fn express_ways(asked: &Asked, last: Option<Way>) -> Result<Vec<Way>, Failure> {
    let takers = request::shop()?.till.takers();
    Ok(express(asked, last).into_iter().filter(|way| takers.of(*way).is_some()).collect())
}

/// A button for each way, in a form that says what is bought.
#[component]
pub fn Express(words: Words, ways: Vec<Way>) -> Option<AnyView> {
    let button = |way: Way| {
        view! {
            <button class="button quiet" formaction="/api/checkout/express" name="way" value=way.code()>
                <Icon name=way.code() />
                {way.brand()}
            </button>
        }
    };
    (!ways.is_empty()).then(|| {
        view! { <div class="express"><p class="calm">{words.say("express-title")}</p>{ways.into_iter().map(button).collect_view()}</div> }.into_any()
    })
}

/// Puts the thing in the cart, takes what is known of whoever buys, and leads to the first step that has work.
pub async fn express_checkout(cart: Token, pressed: Pressed<'_>) -> Result<(), Failure> {
    let lang = Lang::from_code(pressed.lang).unwrap_or_default();
    let market = request::market_in(lang);
    if let Some(refusal) = put_in(&cart, market, pressed).await? {
        request::go(&sent_back(lang, pressed.back, refusal));
        return Ok(());
    }
    let (token, browser) = (cart.clone(), request::browser().unwrap_or_default());
    let way = Way::from_code(pressed.way).unwrap_or(Way::Card);
    if let Err(error) = request::db()?.write(move |tx| db::checkout::express(tx, &browser, &token, way)).await {
        return refused(pressed.lang, Step::Address, error).await;
    }
    match standing_of(&cart, market).await? {
        Some(standing) => request::go(&routes::checkout(lang, standing.next())),
        None => return refused(pressed.lang, Step::Address, Error::Refused(PlaceRefusal::EmptyCart)).await,
    }
    Ok(())
}

/// Sees to it that the cart has what was pressed; says why it cannot. Pressed twice, it is not there twice.
async fn put_in(cart: &Token, market: Market, pressed: Pressed<'_>) -> Result<Option<CartRefusal>, Failure> {
    if pressed.variant.is_empty() {
        return Ok(None);
    }
    let Ok(quantity) = Quantity::parse(pressed.quantity) else { return Ok(Some(CartRefusal::NotAQuantity)) };
    let (token, variant) = (cart.clone(), VariantId(pressed.variant.parse().unwrap_or(0)));
    match request::db()?.write(move |tx| db::cart::have(tx, market, &token, variant, quantity)).await {
        Ok(_) => Ok(None),
        Err(Error::Refused(refusal)) => Ok(Some(refusal)),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}
