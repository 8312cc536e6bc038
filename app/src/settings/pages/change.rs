//! What a change of settings leads to.

use domain::contact::Country;
use domain::delivery::is_served;
use domain::money::Currency;

use crate::cookies::Prefs;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// Keeps what was said and leads back. What was not said stays as it was; what nobody knows leaves everything as it was,
/// and the page of settings says so.
pub async fn changed(before: Prefs, lang: &str, country: &str, currency: &str, back: &str) -> Result<(), Failure> {
    let offered = request::ask(|conn, view| db::market::offered(conn, view.list.day)).await?;
    let page = Lang::of_path(back).unwrap_or(before.lang.unwrap_or_default());
    let asked = (
        said(lang, Lang::from_code),
        said(country, |code| Country::parse(code).ok().filter(|country| is_served(*country))),
        said(currency, |code| Currency::parse(code).ok().filter(|currency| offered.contains(currency))),
    );
    let unknown = match asked {
        (Err(()), ..) => Some("language"),
        (_, Err(()), _) => Some("country"),
        (.., Err(())) => Some("currency"),
        _ => None,
    };
    if let Some(what) = unknown {
        request::go(&format!("{}?unknown={what}", routes::settings(page)));
        return Ok(());
    }
    let (lang, country, currency) = (asked.0.ok().flatten(), asked.1.ok().flatten(), asked.2.ok().flatten());
    request::keep_settings(&Prefs {
        lang: lang.or(before.lang),
        // Who changes the language stays where they are.
        country: country.or(before.country).or_else(|| lang.map(|_| request::market_in(page).country)),
        currency: currency.or(before.currency),
    })
    .await?;
    let back = if Lang::of_path(back).is_some() { back.to_owned() } else { routes::home(page) };
    request::go(&lang.map_or_else(|| back.clone(), |lang| routes::in_language(&back, lang)));
    Ok(())
}

/// Nothing said is no mistake.
fn said<T>(text: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, ()> {
    match text.trim() {
        "" => Ok(None),
        text => read(text).map(Some).ok_or(()),
    }
}
