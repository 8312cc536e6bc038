//! What the shop answers to a change of the cart: data for an island, a page for a form.

use db::{Answer, Error};
use domain::cart::{Cart, CartRefusal};

use super::shown::shown;
use crate::cart::{CartAnswer, Refused};
use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// Answers a change. A refusal comes with the cart as it is. Without script the shopper is led back to where the form
/// stood (`back`), or to the cart, and the page says why.
pub async fn answer(
    lang: &str,
    line: Option<i64>,
    back: &str,
    changed: Answer<Cart, CartRefusal>,
) -> Result<CartAnswer, Failure> {
    let language = Lang::from_code(lang).unwrap_or_default();
    let (cart, refused) = match changed {
        Ok(cart) => (cart, None),
        Err(Error::Fault(fault)) => return Err(fault.into()),
        Err(Error::Refused(refusal)) => {
            let token = request::cart();
            (request::db()?.read(move |conn| db::cart::of(conn, token.as_ref())).await?, Some(refusal))
        }
    };
    if request::wants_page() {
        request::go(&landing(language, line, back, refused));
    }
    let words = language.words();
    let refused = refused.map(|refusal| Refused { line: line.unwrap_or(0), says: refusal_says(words, refusal) });
    Ok(CartAnswer { cart: shown(lang, &cart), refused })
}

fn landing(lang: Lang, line: Option<i64>, back: &str, refused: Option<CartRefusal>) -> String {
    let Some(refusal) = refused else { return routes::cart(lang) };
    let at = if back.is_empty() { routes::cart(lang) } else { back.to_owned() };
    let mark = if at.contains('?') { '&' } else { '?' };
    let line = line.map(|line| format!("&line={line}")).unwrap_or_default();
    format!("{at}{mark}refused={}{line}", code(refusal))
}

/// A refusal as it stands in an address.
fn code(refusal: CartRefusal) -> String {
    match refusal {
        CartRefusal::OnlyLeft(left) => format!("left-{left}"),
        CartRefusal::SoldOut => "sold-out".to_owned(),
        CartRefusal::NotSold => "not-sold".to_owned(),
        CartRefusal::NotAQuantity => "quantity".to_owned(),
        CartRefusal::Full => "full".to_owned(),
    }
}

/// What a refusal in an address says. An unknown one says that the cart was not changed.
pub fn refusal(words: Words, code: &str) -> String {
    let left = code.strip_prefix("left-").and_then(|left| left.parse().ok()).map(CartRefusal::OnlyLeft);
    let known = left.or(match code {
        "sold-out" => Some(CartRefusal::SoldOut),
        "quantity" => Some(CartRefusal::NotAQuantity),
        "full" => Some(CartRefusal::Full),
        _ => None,
    });
    refusal_says(words, known.unwrap_or(CartRefusal::NotSold))
}

fn refusal_says(words: Words, refusal: CartRefusal) -> String {
    match refusal {
        CartRefusal::OnlyLeft(left) => words.with("refused-only-left", &[("count", left.into())]),
        CartRefusal::SoldOut => words.say("refused-sold-out"),
        CartRefusal::NotSold => words.say("refused-not-sold"),
        CartRefusal::NotAQuantity => words.say("refused-quantity"),
        CartRefusal::Full => words.with("refused-full", &[("count", Cart::MOST_LINES.into())]),
    }
}
