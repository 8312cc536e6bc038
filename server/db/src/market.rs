//! What prices are for a shopper: rates by day, and the price list made of them.

use domain::delivery::TARIFF_CURRENCY;
use domain::exchange::{Exchange, Rate, Rates};
use domain::market::{Market, PriceList, View};
use domain::money::Currency;
use domain::tax::{VatNumber, treatment};
use domain::time::Day;

use crate::database::{Conn, Event, Tx};
use crate::error::Result;
use crate::rows::Columns;

/// What a page or a verb is made for. A currency without a rate gives the shop's own: never a wrong price.
pub fn view(conn: &Conn, market: Market, business: Option<&VatNumber>, today: Day) -> Result<View> {
    let home = conn.home();
    let same = market.currency == home.currency && home.currency == TARIFF_CURRENCY;
    let rates = if same { None } else { rates(conn, today)? };
    let between = |from, to| match from == to {
        true => Some(Exchange::none(from, today)),
        false => rates.as_ref().and_then(|rates| rates.exchange(from, to)),
    };
    let exchange = between(home.currency, market.currency).unwrap_or(Exchange::none(home.currency, today));
    // Without a rate the tariff stays in its own currency, by which nothing can be sent.
    let delivery = between(TARIFF_CURRENCY, home.currency).unwrap_or(Exchange::none(TARIFF_CURRENCY, today));
    let treatment = treatment(home.country, market.country, business);
    let list = PriceList { home: home.country, to: market.country, exchange, delivery, treatment, day: today };
    Ok(View { lang: market.lang, list })
}

/// The newest rates that are not of the future.
pub fn rates(conn: &Conn, today: Day) -> Result<Option<Rates>> {
    const NEWEST: &str = "SELECT max(day) AS day FROM rates WHERE day <= $1";
    const OF: &str = "SELECT currency, rate FROM rates WHERE day = $1";
    let day = conn.one(NEWEST, &[&today.0], |row| row.maybe_day("day"))?.flatten();
    let Some(day) = day else { return Ok(None) };
    let each = conn.all(OF, &[&day.0], |row| Ok((row.text::<Currency>("currency")?, row.text::<Rate>("rate")?)))?;
    Ok(Some(Rates { day, each }))
}

/// The currencies prices can be shown in, by code: the shop's own at least.
pub fn offered(conn: &Conn, today: Day) -> Result<Vec<Currency>> {
    let home = conn.currency();
    Ok(rates(conn, today)?.map_or_else(|| vec![home], |rates| rates.offered(home)))
}

/// Keeps a day's rates. Those of a day that is known stay as they are: an order may have been made by them.
pub fn save_rates(tx: &Tx<'_>, day: Day, rates: &[(Currency, Rate)]) -> Result<usize> {
    const SAVE: &str = "INSERT INTO rates (day, currency, rate) VALUES ($1, $2, $3) ON CONFLICT (day, currency) DO NOTHING";
    let mut new = 0;
    for (currency, rate) in rates {
        new += tx.run(SAVE, &[&day.0, &currency.code(), &rate.text()])?;
    }
    if new > 0 {
        tx.emit(Event::Catalogue);
    }
    Ok(new)
}
