//! What the forms of lists lead to. A refusal leads back to where the form stood, which says why; what was typed stands there still.

use db::token::Token;
use db::wishlists::{self, Changed, Put, Reached};
use db::{Answer, Error};
use domain::cart::Quantity;
use domain::ids::{LineId, VariantId, WishlistId, WishlistItemId};
use domain::wishlists::{Note, WishlistName, WishlistRefusal};

use super::heard::Heard;
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

fn spoken(lang: &str) -> Lang {
    Lang::from_code(lang).unwrap_or_default()
}

/// Leads to a page that says what became of a form; `item` is the thing it was about.
pub(super) fn tell(page: &str, heard: Heard, item: Option<WishlistItemId>) {
    let item = item.map(|item| ("item".to_owned(), item.to_string()));
    let said: Vec<_> = [("heard".to_owned(), heard.code().to_owned())].into_iter().chain(item).collect();
    request::go(&routes::with(page, &said));
}

/// Takes a refusal for an answer.
fn heard<T>(answer: Answer<T, WishlistRefusal>, good: impl FnOnce(T) -> Heard) -> Result<Heard, Failure> {
    match answer {
        Ok(done) => Ok(good(done)),
        Err(Error::Refused(refusal)) => Ok(refusal.into()),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Leads to the list something was put in, or to all of them where it was refused.
fn led(lang: Lang, put: Answer<Put, WishlistRefusal>, good: Heard, named: Option<WishlistId>) -> Result<(), Failure> {
    let mut page = named.map_or_else(|| routes::wishlists(lang), |list| routes::wishlist(lang, list));
    let heard = heard(put, |Put { list, known }| {
        page = routes::wishlist(lang, list);
        if known { Heard::Known } else { good }
    })?;
    tell(&page, heard, None);
    Ok(())
}

/// Puts a thing in a list.
pub async fn put(keeper: Token, lang: &str, list: Option<WishlistId>, thing: (&str, &str)) -> Result<(), Failure> {
    let variant = VariantId(thing.0.parse().unwrap_or(0));
    let wanted = Quantity::parse(thing.1).unwrap_or(Quantity::ONE);
    let put = request::db()?.write(move |tx| wishlists::put(tx, &keeper, list, (variant, wanted))).await;
    led(spoken(lang), put, Heard::Put, list)
}

/// Moves a line of the cart to a list.
pub async fn from_cart(keeper: Token, lang: &str, line: LineId) -> Result<(), Failure> {
    let cart = request::cart().unwrap_or_default();
    let put = request::db()?.write(move |tx| wishlists::from_cart(tx, &keeper, &cart, line)).await;
    led(spoken(lang), put, Heard::Moved, None)
}

/// Makes a list.
pub async fn make(keeper: Token, lang: &str, typed: &str) -> Result<(), Failure> {
    let (lang, db) = (spoken(lang), request::db()?);
    let made = match WishlistName::parse(typed) {
        Ok(name) => db.write(move |tx| wishlists::make(tx, &keeper, &name)).await,
        Err(refusal) => Err(Error::Refused(refusal)),
    };
    match made {
        Ok(list) => request::go(&routes::wishlist(lang, list)),
        Err(Error::Refused(refusal)) => {
            request::keep_typed(typed)?;
            tell(&routes::wishlists(lang), refusal.into(), None);
        }
        Err(Error::Fault(fault)) => return Err(fault.into()),
    }
    Ok(())
}

/// Calls a list something else.
pub async fn rename(keeper: Token, lang: &str, list: WishlistId, typed: &str) -> Result<(), Failure> {
    let page = routes::wishlist(spoken(lang), list);
    let renamed = match WishlistName::parse(typed) {
        Ok(name) => request::db()?.write(move |tx| wishlists::rename(tx, &keeper, list, &name)).await,
        Err(refusal) => {
            request::keep_typed(typed)?;
            Err(Error::Refused(refusal))
        }
    };
    tell(&page, heard(renamed, |()| Heard::Saved)?, None);
    Ok(())
}

/// What was typed of a thing.
#[derive(Clone, Copy, Debug)]
pub struct TypedItem<'a> {
    /// How many are wanted.
    pub quantity: &'a str,
    /// What is noted.
    pub note: &'a str,
    /// The list it is moved to; its own without one.
    pub to: Option<WishlistId>,
}

impl TypedItem<'_> {
    fn parse(&self, list: WishlistId) -> Result<Changed, WishlistRefusal> {
        let wanted = Quantity::parse(self.quantity).map_err(|_| WishlistRefusal::NotAQuantity)?;
        Ok(Changed { wanted, note: Note::parse(self.note)?, to: self.to.unwrap_or(list) })
    }
}

/// Changes a thing in a list; one that is moved is shown where it is then.
pub async fn change(
    keeper: Token,
    lang: &str,
    (list, item): (WishlistId, WishlistItemId),
    typed: TypedItem<'_>,
) -> Result<(), Failure> {
    let mut page = routes::wishlist(spoken(lang), list);
    let saved = match typed.parse(list) {
        Ok(changed) => {
            let to = changed.to;
            let saved = request::db()?.write(move |tx| wishlists::change(tx, &keeper, (list, item), &changed)).await;
            saved.map(|()| page = routes::wishlist(spoken(lang), to))
        }
        Err(refusal) => {
            request::keep_typed(typed.note)?;
            Err(Error::Refused(refusal))
        }
    };
    tell(&page, heard(saved, |()| Heard::Saved)?, Some(item));
    Ok(())
}

/// Takes a thing out of a list, or a list away.
pub async fn remove(keeper: Token, lang: &str, list: WishlistId, item: Option<WishlistItemId>) -> Result<(), Failure> {
    let (lang, db) = (spoken(lang), request::db()?);
    let Some(item) = item else {
        db.write(move |tx| wishlists::remove_list(tx, &keeper, list)).await?;
        request::go(&routes::with(&routes::wishlists(lang), &[("gone".to_owned(), list.to_string())]));
        return Ok(());
    };
    let removed = db.write(move |tx| wishlists::remove(tx, &keeper, (list, item))).await;
    tell(&routes::wishlist(lang, list), heard(removed, |()| Heard::Removed)?, Some(item));
    Ok(())
}

/// Brings back what was taken out, or the list that was taken away.
pub async fn give_back(keeper: Token, lang: &str, list: WishlistId, item: Option<WishlistItemId>) -> Result<(), Failure> {
    let (page, db) = (routes::wishlist(spoken(lang), list), request::db()?);
    let back = match item {
        Some(item) => db.write(move |tx| wishlists::give_back(tx, &keeper, (list, item))).await,
        None => {
            db.write(move |tx| wishlists::give_back_list(tx, &keeper, list)).await?;
            Ok(())
        }
    };
    tell(&page, heard(back, |()| Heard::Back)?, None);
    Ok(())
}

/// Puts all that can be had of a list in this browser's cart, and shows it; or says, where the list is, that nothing can be had.
pub async fn buy(keeper: Token, lang: &str, list: WishlistId, key: &str) -> Result<(), Failure> {
    let reached = match Token::parse(key) {
        Some(link) => Reached::ByLink(link),
        None => Reached::Own(keeper, list),
    };
    let cart = request::cart_for_adding().await?;
    request::db()?.write(move |tx| wishlists::into_cart(tx, &cart, &reached)).await?;
    request::go(&routes::cart(spoken(lang)));
    Ok(())
}
