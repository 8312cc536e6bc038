//! Keeping the address, and what it leads to.

use db::checkout::Business;
use db::token::Token;
use domain::checkout::{Draft, Step, TypedAddress};
use domain::tax::VatCheck;

use super::onward::{onward, refused};
use crate::cookies::Prefs;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::request::Verdict;
use crate::{request, routes};

/// What comes after keeping.
#[derive(Clone, Copy, Debug)]
pub struct Then<'a> {
    /// The language of the page.
    pub lang: &'a str,
    /// Only the form is to be laid anew, for another country.
    pub relay: bool,
    /// This browser is to remember the address.
    pub remember: bool,
    /// The shopper wants text messages about the order; and to be reminded of a cart that is left.
    pub tell: (bool, bool),
}

/// Keeps the address as typed. Where it goes is where the shopper's prices are for from now on.
pub async fn keep(token: Token, typed: TypedAddress, vat: String, then: Then<'_>) -> Result<(), Failure> {
    let business = checked(&typed, vat).await?;
    let browser = if then.remember { Some(request::browser_that_remembers()?) } else { request::browser() };
    let db = request::db()?;
    let (lang, tell, remember_it, relay) = (Lang::from_code(then.lang).unwrap_or_default(), then.tell, then.remember, then.relay);
    let zone = request::zone().unwrap_or_default();
    let kept = db.write(move |tx| {
        let draft = db::checkout::keep_address(tx, &token, &typed, &business)?;
        db::checkout::wish(tx, &token, remember_it)?;
        db::notifications::remind(tx, &token, (lang, &zone), tell)?;
        match browser.filter(|_| !relay) {
            Some(browser) => db::checkout::remember(tx, &browser, &token),
            None => Ok(draft),
        }
    });
    match kept.await {
        Ok(draft) if then.relay => {
            remember(&draft).await?;
            request::go(&format!("{}?relaid", routes::checkout(Lang::from_code(then.lang).unwrap_or_default(), Step::Address)));
            Ok(())
        }
        Ok(draft) => {
            remember(&draft).await?;
            onward(then.lang, Step::Address, draft.next() > Step::Address)
        }
        Err(error) => refused(then.lang, Step::Address, error).await,
    }
}

async fn remember(draft: &Draft) -> Result<(), Failure> {
    let before = request::prefs();
    match draft.country() {
        Some(country) if Some(country) != before.country => {
            request::keep_settings(&Prefs { country: Some(country), ..before }).await
        }
        _ => Ok(()),
    }
}

/// A VAT number, and whether the register knows it. Where the register does not answer, the number is kept and the tax is
/// charged; the page says so.
async fn checked(typed: &TypedAddress, vat: String) -> Result<Business, Failure> {
    let draft = Draft { typed: typed.clone(), vat: vat.chars().take(TypedAddress::MOST).collect(), ..Draft::default() };
    let shop = request::shop()?;
    let verdict = match draft.vat_number() {
        Some(Ok(number)) => shop.register.ask(&number).await.unwrap_or(Verdict::Unknown),
        _ => Verdict::Unknown,
    };
    let check = match verdict {
        Verdict::Known(reference) => Some(VatCheck { reference, at: shop.db.now() }),
        Verdict::Unknown => None,
    };
    Ok(Business { vat: draft.vat, check })
}
