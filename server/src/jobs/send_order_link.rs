//! Sends the letter with a link to an order that was asked for by number and e-mail address or postcode.

use app::i18n::Words;
use app::routes;
use db::Fault;
use db::orders::links::{self, LinkLetter};
use db::token::Token;

use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::letterbox::Letter;

pub(super) async fn send(tools: &Tools, id: i64) -> Result<Outcome, Obstacle> {
    // The secret is made here and is nowhere but in the letter. Done twice, the later letter's is the one that opens.
    let link = Token::mint()?;
    let secret = link.clone();
    let asked = tools.shop.write(move |tx| links::seal(tx, id, &secret)).await.map_err(Fault::from)?;
    let Some(asked) = asked else { return Ok(Outcome::Done) };
    hand_over(tools, id, asked, &link).await?;
    Ok(Outcome::Done)
}

/// Hands the letter to whoever carries letters.
async fn hand_over(tools: &Tools, id: i64, asked: LinkLetter, link: &Token) -> Result<(), Trouble> {
    let words = Words::of(asked.lang);
    let number = asked.number.as_str();
    let address = format!("{}{}", tools.letters.origin(), routes::order_by_link(asked.lang, &asked.number, link));
    let says = words.with("link-letter-text", &[("number", number.into()), ("day", words.date(asked.until.day()).into())]);
    let letter = Letter {
        name: format!("order-link-{id}"),
        to: asked.email,
        subject: words.with("link-letter-subject", &[("number", number.into())]),
        text: format!("{says}\n\n{address}\n\n{}", words.say("link-letter-unasked")),
        at: tools.shop.now(),
    };
    let letters = tools.letters.clone();
    let laid = tokio::task::spawn_blocking(move || letters.lay(&letter)).await.map_err(|_| Trouble::Unknown)?;
    laid.map_err(|error| {
        tracing::error!(%error, "a letter cannot be written");
        Trouble::Unreachable
    })
}
