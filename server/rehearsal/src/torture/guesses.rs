//! T18: how long an answer takes tells nobody who has an account, or which orders there are.
//!
//! A stranger guesses at what there is and at what there is not, in an order of chance, and stops the time from the first byte sent
//! to the last one read; [`apart`] says whether the two can be told from each other. The answers themselves must be the same, too.

use std::time::Instant;

use domain::orders::OrderNumber;

use super::Verdict;
use crate::chance::Chance;
use crate::client::Client;
use crate::goods::{plenty, plenty_of};
use crate::page::between;
use crate::people::{self, address, nobodys};
use crate::premises::{Premises, Program};
use crate::shopper::{PAYS, Shopper};
use crate::trouble::{Outcome, wrong};
use apart::Apart;

mod apart;

/// Orders there are.
const ORDERS: usize = 20;

/// What is guessed at.
#[derive(Clone, Copy, Debug)]
enum Guess {
    /// Signing in with a wrong password.
    Password,
    /// Asking for a letter with a link.
    Letter,
    /// Looking an order up with an address that is not its own.
    Order,
}

impl Guess {
    const ALL: [Self; 3] = [Self::Password, Self::Letter, Self::Order];

    const fn name(self) -> &'static str {
        match self {
            Self::Password => "a wrong password",
            Self::Letter => "asking for a letter",
            Self::Order => "looking an order up",
        }
    }

    /// What the shop says to every guess.
    const fn heard(self) -> &'static str {
        match self {
            Self::Password => "/en/account/sign-in?heard=wrong",
            Self::Letter => "/en/account/sign-in?heard=sent",
            Self::Order => "/en/track?heard=sent",
        }
    }

    /// The form that is sent for the guess of this number, at what there is or at what there is not.
    fn form(self, shopper: &Shopper, orders: &Orders, (number, there): (usize, bool)) -> String {
        let email = if there { address(number) } else { nobodys(number) };
        let lang = ("lang", "en");
        match self {
            Self::Password => {
                shopper.form("/api/account/sign-in", &[lang, ("email", &email), ("password", "a guess at a password")])
            }
            Self::Letter => shopper.form("/api/account/link", &[lang, ("email", &email)]),
            Self::Order => {
                let orders = if there { &orders.there } else { &orders.nowhere };
                let order = &orders[number % orders.len()];
                shopper.form("/api/orders/link", &[lang, ("number", order), ("contact", "stranger@example.org")])
            }
        }
    }
}

/// Numbers of orders, as many of each.
struct Orders {
    there: Vec<String>,
    nowhere: Vec<String>,
}

/// How often each is guessed at what there is, and as often at what there is not. Looking at a password takes longest.
#[derive(Clone, Copy)]
pub struct Guesses {
    /// Wrong passwords.
    pub passwords: u32,
    /// Letters asked for, and orders looked up, each.
    pub others: u32,
}

/// Guesses so often.
pub async fn run(program: &Program, guesses: Guesses, chance: &mut Chance) -> Outcome<Verdict> {
    let premises = Premises::with_goods(program, &plenty(1)).await?;
    let shop = premises.open().await?;
    let orders = buy(&premises, chance).await?;
    shop.close().await?;
    people::move_in(&premises.file("shop.sqlite"), guesses.passwords.max(guesses.others) as usize)?;
    let shop = premises.open().await?;
    let (mut verdict, mut figures) = (Verdict::default(), Vec::new());
    for guess in Guess::ALL {
        let many = if matches!(guess, Guess::Password) { guesses.passwords } else { guesses.others };
        let apart = measured(&premises, guess, (many, &orders), chance).await?;
        verdict.must(!apart.tells(), || format!("{} tells: {apart}", guess.name()));
        verdict.must(apart.is_sharp(), || format!("{} was measured too roughly: {apart}", guess.name()));
        figures.push(format!("{} {apart}", guess.name()));
    }
    shop.close().await?;
    verdict.audit(&premises).await?;
    let Guesses { passwords, others } = guesses;
    verdict.figures = format!(
        "2 × {passwords} wrong passwords, 2 × {others} of the others, no difference of {}: {}",
        apart::NOTICED,
        figures.join("; ")
    );
    Ok(verdict)
}

/// Buys a few times.
async fn buy(premises: &Premises, chance: &mut Chance) -> Outcome<Orders> {
    let mut there = Vec::new();
    for number in 0..ORDERS {
        let bought = Shopper::new(premises.addr).hurried().buy(&plenty_of(1), &format!("Buyer {number}"), PAYS).await;
        let page = bought.map_err(|snag| format!("nobody can buy: {snag:?}"))?;
        there.push(between(&page, "/orders/", "?").ok_or_else(|| format!("{page} names no order"))?);
    }
    let nowhere = there.iter().map(|_| OrderNumber::of(chance.next()).as_str().to_owned()).collect();
    Ok(Orders { there, nowhere })
}

/// Guesses in an order of chance, so that the moods of the machine meet both kinds alike.
async fn measured(premises: &Premises, guess: Guess, (guesses, orders): (u32, &Orders), chance: &mut Chance) -> Outcome<Apart> {
    let (shopper, mut client) = (Shopper::new(premises.addr), Client::new(premises.addr));
    let (mut there, mut nowhere) = (Vec::new(), Vec::new());
    let most = guesses as usize;
    while there.len() < most || nowhere.len() < most {
        let left = [most - there.len(), most - nowhere.len()].map(|left| left as u64);
        let real = chance.between(1, left[0] + left[1]) <= left[0];
        let times = if real { &mut there } else { &mut nowhere };
        let request = guess.form(&shopper, orders, (times.len(), real));
        let begun = Instant::now();
        let answer = client.ask(request.as_bytes()).await?;
        let took = begun.elapsed();
        let to = answer.header("location").filter(|to| answer.status == 303 && to.ends_with(guess.heard()));
        if to.is_none() {
            return wrong(format!("{} was answered {} {:?}", guess.name(), answer.status, answer.header("location")));
        }
        times.push(took);
    }
    Ok(Apart::of(there, nowhere))
}
