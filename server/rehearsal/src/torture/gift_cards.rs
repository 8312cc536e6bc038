//! T15: one gift card, laid down in many carts, and everybody pays with it at the same moment; what an order gives up is on the
//! card again.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Barrier;
use tokio::task::JoinSet;

use super::Verdict;
use crate::books::{Books, PLACED, none_left};
use crate::goods::{GIFT_CARD, gift_cards, plenty_of};
use crate::page::between;
use crate::premises::{Premises, Program};
use crate::shopper::{Shopper, Snag, Step};
use crate::trouble::Outcome;

/// How long money may take to be there, and orders whose time is over to be given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// What cards have paid of orders beyond what was on them, card by card.
const OVERSPENT: &str = "SELECT 'card ' || g.id || ' of ' || i.minor || ' paid ' || sum(-l.minor) AS row FROM gift_cards g
    JOIN gift_card_ledger i ON i.card_id = g.id AND i.entry = 'issued'
    JOIN gift_card_ledger l ON l.card_id = g.id AND l.entry IN ('spent', 'given_back')
    GROUP BY g.id HAVING sum(-l.minor) > i.minor";

/// Buys a card in each round and lets so many buyers pay with it.
pub async fn run(program: &Program, rounds: u32, buyers: usize) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &gift_cards(10)).await?;
    let mut verdict = Verdict::default();
    let (mut paid, mut given_up) = (0, 0);
    for round in 0..rounds {
        let shop = premises.open().await?;
        let code = card(&premises).await.map_err(|snag| format!("nobody can buy a card: {snag:?}"))?;
        let first = all_at_once(&premises, &code, buyers, &mut verdict).await?;
        // A mug and its way take more than half of a card: it pays for one order, and for a part of the next.
        verdict.must(first == 1, || format!("round {}: {first} orders were paid with one card at the same moment", round + 1));
        shop.close().await?;
        let books = Books::open(&premises.file("shop.sqlite"))?;
        verdict.wrong.extend(books.texts(OVERSPENT)?);
        books.hurry("expire_order")?;
        drop(books);
        let shop = premises.open().await?;
        let left = none_left(&premises.file("shop.sqlite"), PLACED, PATIENCE).await?;
        verdict.must(left == 0, || format!("{left} orders whose time is over still wait"));
        let again = all_at_once(&premises, &code, buyers, &mut verdict).await?;
        verdict.must(again == 1, || format!("round {}: {again} orders were paid with what was given back", round + 1));
        shop.close().await?;
        (paid, given_up) = (paid + first + again, given_up + first);
    }
    verdict.wrong.extend(Books::open(&premises.file("shop.sqlite"))?.texts(OVERSPENT)?);
    verdict.audit(&premises).await?;
    verdict.figures = format!(
        "{rounds} cards of 50.00, {buyers} buyers at once, twice: {paid} orders had the whole of it, {given_up} of them were given up"
    );
    Ok(verdict)
}

/// Buys a card; its code.
async fn card(premises: &Premises) -> Step<String> {
    let mut shopper = Shopper::new(premises.addr).hurried().by("pay_by_bank").sent("online");
    shopper.fill_cart(GIFT_CARD).await?;
    let review = shopper.reach_review("Giver").await?;
    let page = shopper.place(&review).await?;
    let back = shopper.agree(&page).await?;
    let html = shopper.page(&back).await?;
    let cards = html.split_once("id=\"gift-cards\"").map(|(_, rest)| rest).unwrap_or_default();
    between(cards, "<bdi dir=\"ltr\">", "</bdi>").ok_or_else(|| Snag::Strange(format!("{back} shows no card")))
}

/// How many orders were placed at the sum that is left when the card pays all it holds.
async fn all_at_once(premises: &Premises, code: &str, buyers: usize, verdict: &mut Verdict) -> Outcome<u32> {
    let gate = Arc::new(Barrier::new(buyers));
    let mut crowd = JoinSet::new();
    for number in 0..buyers {
        let shopper = Shopper::new(premises.addr).hurried();
        crowd.spawn(buy(shopper, code.to_owned(), number, Arc::clone(&gate)));
    }
    let mut placed = 0;
    while let Some(ended) = crowd.join_next().await {
        match ended? {
            Ok(()) => placed += 1,
            Err(Snag::Refused(_)) => {}
            Err(snag) => verdict.snag("a buyer", &snag),
        }
    }
    Ok(placed)
}

/// Places an order of three mugs that the card pays the most of, and leaves before paying the rest.
async fn buy(mut shopper: Shopper, code: String, number: usize, gate: Arc<Barrier>) -> Step<()> {
    let ready = async {
        for mug in 1..=3 {
            shopper.fill_cart(&plenty_of(mug)).await?;
        }
        shopper.types(&code).await?;
        shopper.reach_review(&format!("Buyer {number}")).await
    };
    let ready = ready.await;
    gate.wait().await;
    let ready = ready?;
    shopper.place(&ready).await.map(drop)
}
