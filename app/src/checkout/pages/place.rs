//! Placing an order and leading the shopper to where it is paid.

use db::checkout::{Placed, Placing};
use db::token::{Token, chance};
use db::{Answer, Error};
use domain::checkout::{Agreed, PlaceRefusal};
use domain::ids::PaymentId;
use domain::market::Market;
use domain::money::{Currency, Money};
use domain::orders::OrderNumber;

use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// Writes the order down. A cart that is an order already gives that order.
pub async fn place_order(lang: &str, cart: Token, browser: Token, agreed: (&str, &str)) -> Answer<Placed, PlaceRefusal> {
    let Ok(shop) = request::shop() else { return Err(Error::Fault(db::Fault::Busy)) };
    let number = OrderNumber::of(chance()?);
    let market = request::market_in(Lang::from_code(lang).unwrap_or_default());
    // A sum that cannot be read was never on the button. What is paid in is what the button said, whatever was set since.
    let (total, currency) = agreed;
    let currency = Currency::parse(currency).unwrap_or(market.currency);
    let agreed = Agreed { due: Money::new(total.trim().parse().unwrap_or(-1), currency) };
    let link = (shop.link)(&number);
    let market = Market { currency, ..market };
    let shop_offset_minutes = request::shop_offset(shop.db.now());
    let takers = shop.till.takers();
    let placing = Placing { cart, browser, number, link, market, shop_offset_minutes, takers, agreed };
    shop.db.write(move |tx| db::checkout::place(tx, &placing)).await
}

/// Leads the shopper to the provider's page. When the provider does not answer, the order stands, its goods are held,
/// and its page offers to try again.
pub async fn pay(lang: &str, payment: PaymentId, number: &OrderNumber) -> Result<(), Failure> {
    pay_for(lang, payment, number, "paid").await
}

/// The same for a payment after which the order's page says something else.
pub async fn pay_for(lang: &str, payment: PaymentId, number: &OrderNumber, done: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let shop = request::shop()?;
    let order = routes::order_by_link(lang, number, &(shop.link)(number));
    let at = |mark: &str| format!("{}{order}&{mark}", shop.origin);
    match shop.till.begin(payment, at(done), at("unpaid")).await {
        Ok(url) => request::go_outside(&url),
        Err(_) => request::go(&format!("{order}&later")),
    }
    Ok(())
}
