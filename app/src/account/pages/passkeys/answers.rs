//! Questions to devices, and what their answers lead to. Of an answer that opens nothing it is not told why: whose passkey it would
//! be is nobody's to know.

use std::sync::Arc;

use db::Error;
use db::account::{self, Challenge, Held, Kept, NewPasskey};
use db::token::Token;
use domain::account::{PasskeyName, PasskeyRefusal, device};
use domain::ids::{AccountId, PasskeyId};

use super::super::door::come_in;
use super::super::{Heard, spoken, tell};
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::request::{Doubt, Guess, Owner, Passkeys, Question, Shop};
use crate::{request, routes};

/// What a device is asked, and the secret its answer is sent with.
type Asked = (String, String);

/// Asks this device for a new passkey. For who has just proven who they are.
pub async fn new_passkey(held: &Held) -> Result<Asked, Failure> {
    let (shop, account) = (request::shop()?, held.account.clone());
    let door = door(&shop)?;
    if !held.proven {
        return Err(Failure::SignedOut);
    }
    let id = account.id;
    let known = shop.db.read(move |conn| account::passkeys(conn, id)).await?.into_iter().map(|(_, id)| id).collect();
    let handle = account::handle(&*shop.account, &account.seed);
    let question = door.ask_new(&Owner { handle, email: account.email.as_str().to_owned(), known })?;
    asked(&shop, Some(account.id), question).await
}

/// Asks this device for a passkey there is.
pub async fn ask_for_passkey(shop: &Shop) -> Result<Asked, Failure> {
    if !request::may_guess(Guess::Passkey) {
        return Err(Failure::Busy);
    }
    asked(shop, None, door(shop)?.ask()?).await
}

async fn asked(shop: &Shop, account: Option<AccountId>, question: Question) -> Result<Asked, Failure> {
    let (token, challenge) = (Token::mint()?, Challenge { account, asked: question.kept });
    let given = token.clone();
    shop.db.write(move |tx| account::challenge(tx, &given, &challenge)).await?;
    Ok((token.secret().to_owned(), question.asks))
}

fn door(shop: &Shop) -> Result<&dyn Passkeys, Failure> {
    shop.passkeys.as_deref().ok_or(Failure::NotFound)
}

/// What an answer is checked by; none where nothing was asked, or too long ago, or it was answered.
async fn kept(shop: &Shop, challenge: &str, account: Option<AccountId>) -> Result<Option<String>, Failure> {
    let token = Token::parse(challenge).unwrap_or_default();
    Ok(shop.db.write(move |tx| account::answered(tx, &token, account)).await?)
}

/// Adds the passkey a device has made.
pub async fn add_passkey(held: &Held, lang: &str, typed: &str, (challenge, answer): (&str, &str)) -> Result<(), Failure> {
    let (shop, lang) = (request::shop()?, spoken(lang));
    let (door, page) = (door(&shop)?, routes::passkeys(lang));
    if !held.proven {
        request::go(&page);
        return Ok(());
    }
    let Some(kept) = kept(&shop, challenge, Some(held.account.id)).await? else {
        tell(&page, Heard::PasskeyOver);
        return Ok(());
    };
    let heard = match door.made(&kept, answer) {
        None => Heard::PasskeyWrong,
        Some((credential, checked_by)) => {
            let named = PasskeyName::parse(typed).or_else(|_| PasskeyName::parse(&device(&request::device().name)));
            let name = named.or_else(|_| PasskeyName::parse(&credential)).map_err(|_| Failure::Broken)?;
            let (account, new) = (held.account.clone(), NewPasskey { name, credential, checked_by });
            match shop.db.write(move |tx| account::add_passkey(tx, &account, lang, &new)).await {
                Ok(()) => Heard::PasskeyAdded,
                Err(Error::Refused(PasskeyRefusal::Full)) => Heard::PasskeyFull,
                Err(Error::Refused(PasskeyRefusal::Known)) => Heard::PasskeyWrong,
                Err(Error::Fault(fault)) => return Err(fault.into()),
            }
        }
    };
    tell(&page, heard);
    Ok(())
}

/// Takes a passkey away.
pub async fn remove_passkey(held: &Held, lang: &str, passkey: PasskeyId) -> Result<(), Failure> {
    let id = held.account.id;
    request::db()?.write(move |tx| account::remove_passkey(tx, id, passkey)).await?;
    tell(&routes::passkeys(spoken(lang)), Heard::PasskeyRemoved);
    Ok(())
}

/// Signs in with a passkey.
pub async fn enter_by_passkey(shop: &Shop, lang: &str, (challenge, answer): (&str, &str)) -> Result<(), Failure> {
    let (lang, door) = (spoken(lang), door(shop)?);
    let page = routes::sign_in(lang);
    if !request::may_guess(Guess::Passkey) {
        tell(&page, Heard::Wait);
        return Ok(());
    }
    let Some(asked) = kept(shop, challenge, None).await? else {
        tell(&page, Heard::PasskeyOver);
        return Ok(());
    };
    let Some(kept) = claimed(shop, door, answer).await? else {
        tell(&page, Heard::PasskeyWrong);
        return Ok(());
    };
    match door.proven(&asked, answer, &kept.checked_by) {
        Ok(checked_by) => open(shop, lang, kept, checked_by).await?,
        Err(Doubt::Wrong) => tell(&page, Heard::PasskeyWrong),
        Err(Doubt::Copied) => {
            shop.db.write(move |tx| account::refuse_passkey(tx, &kept, lang)).await?;
            tell(&page, Heard::PasskeyCopied);
        }
    }
    Ok(())
}

/// The passkey an answer says it is of, if whoever it says owns it does.
async fn claimed(shop: &Shop, door: &dyn Passkeys, answer: &str) -> Result<Option<Kept>, Failure> {
    let Some((credential, handle)) = door.claimed(answer) else { return Ok(None) };
    let kept = shop.db.read(move |conn| account::passkey_of(conn, &credential)).await?;
    Ok(kept.filter(|kept| account::handle(&*shop.account, &kept.account.seed) == handle))
}

async fn open(shop: &Shop, lang: Lang, kept: Kept, checked_by: String) -> Result<(), Failure> {
    let (token, account) = (Token::mint()?, kept.account.clone());
    let (key, given, here) = (Arc::clone(&shop.account), token.clone(), request::device());
    let opened = shop.db.write(move |tx| account::enter_by_passkey(tx, &*key, (&kept, &checked_by), (&given, &here)));
    match opened.await {
        Ok(()) => {
            request::guessed_right(Guess::Passkey);
            come_in(shop, lang, &token, account).await
        }
        Err(Error::Refused(_)) => {
            tell(&routes::sign_in(lang), Heard::PasskeyWrong);
            Ok(())
        }
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}
