//! What the forms at the door lead to. Whoever sends them hears the same of an address with an account and of one without.

use std::sync::Arc;

use db::account::{self, NotLetIn};
use db::token::Token;
use db::{Error, Fault};
use domain::account::{Account, Profile};
use domain::contact::Email;
use domain::ids::AccountId;

use super::{Heard, spoken, tell};
use crate::cookies::Prefs;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::request::{Guess, Shop};
use crate::{request, routes};

/// Sends a letter with a link to whatever address is typed.
pub async fn send_link(shop: &Shop, lang: &str, typed: &str) -> Result<(), Failure> {
    let lang = spoken(lang);
    let heard = match Email::parse(typed) {
        Err(_) => Heard::Email,
        Ok(_) if !request::may_guess(Guess::Letter) => Heard::Wait,
        Ok(email) => {
            let key = Arc::clone(&shop.account);
            shop.db.write(move |tx| account::ask(tx, &*key, (&email, lang))).await?;
            Heard::Sent
        }
    };
    if heard != Heard::Sent {
        keep(typed)?;
    }
    tell(&routes::sign_in(lang), heard);
    Ok(())
}

/// Signs in by a letter's link.
pub async fn enter(shop: &Shop, lang: &str, link: &str) -> Result<(), Failure> {
    let (lang, token) = (spoken(lang), Token::mint()?);
    let link = Token::parse(link).unwrap_or_default();
    let (key, given, device) = (Arc::clone(&shop.account), token.clone(), request::device());
    match shop.db.write(move |tx| account::follow(tx, &*key, &link, (&given, &device))).await {
        Ok(account) => come_in(shop, lang, &token, account).await?,
        Err(Error::Refused(_)) => tell(&routes::sign_in(lang), Heard::Over),
        Err(Error::Fault(fault)) => return Err(fault.into()),
    }
    Ok(())
}

/// Signs in by a password.
pub async fn sign_in(shop: &Shop, lang: &str, typed: &str, password: &str) -> Result<(), Failure> {
    let lang = spoken(lang);
    let heard = match Email::parse(typed) {
        Err(_) => Heard::Email,
        Ok(email) => match account::sign_in(&shop.db, &shop.account, (&email, password), request::device()).await {
            Ok((token, account)) => return come_in(shop, lang, &token, account).await,
            Err(NotLetIn::Wrong) => Heard::Wrong,
            Err(NotLetIn::Wait(_)) => Heard::Wait,
            Err(NotLetIn::Fault(fault)) => return Err(fault.into()),
        },
    };
    keep(typed)?;
    tell(&routes::sign_in(lang), heard);
    Ok(())
}

/// Lets somebody in, and goes on in their own language. Who has never said how they want the shop has it as this device does.
pub(super) async fn come_in(shop: &Shop, lang: Lang, token: &Token, account: Account) -> Result<(), Failure> {
    let set = account.profile;
    if (set.lang, set.country, set.currency) == (None, None, None) {
        let Prefs { country, currency, .. } = request::prefs();
        let (id, profile) = (account.id, Profile { lang: Some(lang), country, currency, ..Profile::default() });
        shop.db.write(move |tx| account::keep_settings(tx, id, &profile)).await.map_err(Fault::from)?;
    }
    leave_another(shop, account.id).await?;
    request::let_in(token)?;
    request::go(&routes::account(set.lang.unwrap_or(lang)));
    Ok(())
}

/// Whoever was signed in here is no longer; if it was somebody else, nothing they have left stays for who comes now.
async fn leave_another(shop: &Shop, comes: AccountId) -> Result<(), Failure> {
    if let Ok(held) = request::account() {
        if held.account.id != comes {
            request::forget_pages()?;
        }
        let (id, session) = (held.account.id, held.session);
        shop.db.write(move |tx| account::sign_out(tx, id, Some(session))).await.map_err(Fault::from)?;
    }
    Ok(())
}

fn keep(typed: &str) -> Result<(), Failure> {
    request::keep_typed(&typed.chars().take(254).collect::<String>())
}
