//! What the shop answers to a change of the cart: data for an island, a page for a form.

use db::{Answer, Error};
use domain::cart::{Cart, CartRefusal, GiftNote, Gone, Offering};
use domain::market::Market;

use super::shown::drawn;
use crate::cart::CartView;
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// A change of the cart, and where its form stood.
#[derive(Clone, Copy, Debug)]
pub struct Change<'a> {
    /// What the shopper has set.
    pub market: Market,
    /// The line it is about, if it is about one.
    pub line: Option<i64>,
    /// The page to go back to when it is refused; the cart's when empty.
    pub back: &'a str,
    /// Whether one goes back there when it is done, too.
    pub stays: bool,
}

/// Answers a change. A refusal comes with the cart as it is; what was taken out comes with the way back. Without script
/// the shopper is led to the cart, or back to where the form stood, and the page says why.
pub async fn answer(change: Change<'_>, changed: Answer<(Cart, Option<Gone>), CartRefusal>) -> Result<CartView, Failure> {
    let (cart, removed, refused) = match changed {
        Ok((cart, removed)) => (cart, removed, None),
        Err(Error::Fault(fault)) => return Err(fault.into()),
        Err(Error::Refused(refusal)) => {
            let token = request::cart();
            let cart = request::ask_in(change.market, move |conn, view| db::cart::of(conn, view, token.as_ref())).await?;
            (cart, None, Some(refusal))
        }
    };
    if request::wants_page() {
        request::go(&landing(change.market.lang, change, removed.as_ref(), refused));
        return Ok(CartView::default());
    }
    let refused = refused.map(|refusal| (change.line.unwrap_or(0), refusal));
    drawn(change.market.lang, &cart, refused, removed.as_ref())
}

/// A change that takes nothing out.
pub fn kept(changed: Answer<Cart, CartRefusal>) -> Answer<(Cart, Option<Gone>), CartRefusal> {
    changed.map(|cart| (cart, None))
}

fn landing(lang: Lang, change: Change<'_>, removed: Option<&Gone>, refused: Option<CartRefusal>) -> String {
    let Some(refusal) = refused else {
        if change.stays && !change.back.is_empty() {
            return change.back.to_owned();
        }
        let gone = removed.map(|Gone { line, aside }| {
            let aside = if *aside { "&aside" } else { "" };
            format!("?removed={}&many={}{aside}", line.variant, line.quantity.count())
        });
        return format!("{}{}", routes::cart(lang), gone.unwrap_or_default());
    };
    let line = change.line.map(|line| format!("&line={line}")).unwrap_or_default();
    format!("{}{line}", sent_back(lang, change.back, refusal))
}

/// Where a refusal leads that came of a form on the page `back`, the cart's when empty.
pub fn sent_back(lang: Lang, back: &str, refusal: CartRefusal) -> String {
    let at = if back.is_empty() { routes::cart(lang) } else { back.to_owned() };
    let mark = if at.contains('?') { '&' } else { '?' };
    format!("{at}{mark}refused={}", code(refusal))
}

/// A refusal as it stands in an address.
fn code(refusal: CartRefusal) -> String {
    match refusal {
        CartRefusal::OnlyLeft(left) => format!("left-{left}"),
        CartRefusal::SoldOut => "sold-out".to_owned(),
        CartRefusal::NotSold => "not-sold".to_owned(),
        CartRefusal::NotAQuantity => "quantity".to_owned(),
        CartRefusal::Full => "full".to_owned(),
        CartRefusal::NoSuchCode => "no-such-code".to_owned(),
        CartRefusal::CodesFull => "codes-full".to_owned(),
        CartRefusal::Guessing => "guessing".to_owned(),
        CartRefusal::LongNote => "long-note".to_owned(),
    }
}

/// What a refusal in an address says. An unknown one says that the cart was not changed.
pub fn refusal(words: Words, code: &str) -> String {
    let left = code.strip_prefix("left-").and_then(|left| left.parse().ok()).map(CartRefusal::OnlyLeft);
    let known = left.or(match code {
        "sold-out" => Some(CartRefusal::SoldOut),
        "quantity" => Some(CartRefusal::NotAQuantity),
        "full" => Some(CartRefusal::Full),
        "no-such-code" => Some(CartRefusal::NoSuchCode),
        "codes-full" => Some(CartRefusal::CodesFull),
        "guessing" => Some(CartRefusal::Guessing),
        "long-note" => Some(CartRefusal::LongNote),
        _ => None,
    });
    refusal_says(words, known.unwrap_or(CartRefusal::NotSold))
}

/// What a refusal says.
pub fn refusal_says(words: Words, refusal: CartRefusal) -> String {
    match refusal {
        CartRefusal::OnlyLeft(left) => words.with("refused-only-left", &[("count", left.into())]),
        CartRefusal::SoldOut => words.say("refused-sold-out"),
        CartRefusal::NotSold => words.say("refused-not-sold"),
        CartRefusal::NotAQuantity => words.say("refused-quantity"),
        CartRefusal::Full => words.with("refused-full", &[("count", Cart::MOST_LINES.into())]),
        CartRefusal::NoSuchCode => words.say("offer-not-unknown"),
        CartRefusal::CodesFull => words.with("refused-codes-full", &[("count", Offering::MOST_CODES.into())]),
        CartRefusal::Guessing => words.say("refused-guessing"),
        CartRefusal::LongNote => words.with("refused-long-note", &[("count", GiftNote::MOST.into())]),
    }
}
