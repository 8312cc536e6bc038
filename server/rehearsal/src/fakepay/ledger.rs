//! The books of the rehearsal's own provider, and what it does when it is asked.

use std::collections::HashMap;

use axum::http::Method;
use serde_json::{Value, json};

use super::Mood;
use crate::chance::Chance;

/// What goes wrong with a call.
#[derive(Clone, Copy)]
pub enum Mishap {
    /// It is not done, and this status says so.
    Says(u16),
    /// It is done, and this status says that it is not.
    DoneAndSays(u16),
    /// It is done, and the line breaks before the answer is there.
    AnswerLost,
    /// It is done, and answered too late.
    Stalls,
}

/// One payment, as it sees it.
#[derive(Clone, Debug)]
pub struct Paid {
    /// The merchant's name for it.
    pub key: String,
    /// Where its shopper goes back to.
    pub done: String,
    /// What is to be paid, in minor units.
    pub amount: i64,
    /// In what, as Stripe writes it.
    pub currency: String,
    /// Whether its page takes money.
    pub open: bool,
    /// How far it has come, in Stripe's words.
    pub status: &'static str,
    /// What was taken, in minor units.
    pub taken: i64,
    /// How often money was taken.
    pub captures: u32,
    /// What was given back.
    pub returned: i64,
}

/// What it knows, and how it is.
pub struct Books {
    pub paid: Vec<Paid>,
    answered: HashMap<String, (String, Value)>,
    pub mood: Mood,
    chance: Chance,
    pub calls: u32,
    pub mishaps: u32,
}

/// A no, in Stripe's form.
pub fn error(message: &str) -> Value {
    json!({ "error": { "type": "invalid_request_error", "message": message } })
}

impl Books {
    /// Blank ones.
    pub fn new(chance: Chance) -> Self {
        Self { paid: vec![], answered: HashMap::new(), mood: Mood::Well, chance, calls: 0, mishaps: 0 }
    }

    /// What goes wrong with the next call.
    pub fn next_mishap(&mut self) -> Option<Mishap> {
        match self.mood {
            Mood::Well => None,
            Mood::Down => Some(Mishap::Says(503)),
            Mood::Moody if self.chance.percent(67) => None,
            Mood::Moody => Some(match self.chance.between(0, 99) {
                0..30 => Mishap::AnswerLost,
                30..60 => Mishap::DoneAndSays(500),
                60..80 => Mishap::Says(500),
                80..97 => Mishap::Says(429),
                _ => Mishap::Stalls,
            }),
        }
    }

    /// Does what is asked; what must be done once is answered as it was the first time.
    pub fn hear(&mut self, method: &Method, path: &str, key: &str, body: &str) -> (u16, Value) {
        if method == Method::GET {
            return self.look(path);
        }
        let said = format!("{path} {body}");
        if let Some((before, told)) = self.answered.get(key) {
            return if *before == said { (200, told.clone()) } else { (400, error("other words under the same key")) };
        }
        let (status, told) = self.act(path, body);
        if !key.is_empty() && status == 200 {
            self.answered.insert(key.to_owned(), (said, told.clone()));
        }
        (status, told)
    }

    fn look(&self, path: &str) -> (u16, Value) {
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        match parts[..] {
            ["v1", "checkout", "sessions", id] => self.found(id).map_or((404, error("no session")), |at| (200, self.session(at))),
            ["v1", "payment_intents", id] => self.found(id).map_or((404, error("no payment")), |at| (200, self.intent(at))),
            ["v1", "disputes"] => (200, json!({ "object": "list", "data": [] })),
            _ => (404, error("no such thing")),
        }
    }

    fn act(&mut self, path: &str, body: &str) -> (u16, Value) {
        let parts: Vec<&str> = path.split('/').skip(1).collect();
        let word = |name: &str| word(body, name);
        match parts[..] {
            ["v1", "checkout", "sessions"] => {
                let amount = word("line_items[0][price_data][unit_amount]").and_then(|text| text.parse().ok());
                let (Some(key), Some(amount)) = (word("client_reference_id"), amount) else {
                    return (400, error("nothing to pay"));
                };
                let (done, currency) =
                    (word("success_url").unwrap_or_default(), word("line_items[0][price_data][currency]").unwrap_or_default());
                let status = "requires_payment_method";
                self.paid.push(Paid { key, done, amount, currency, open: true, status, taken: 0, captures: 0, returned: 0 });
                (200, self.session(self.paid.len() - 1))
            }
            ["v1", "checkout", "sessions", id, "expire"] => self.change(id, |paid| paid.open, |paid| paid.open = false),
            ["v1", "payment_intents", id, "cancel"] => {
                self.change(id, |paid| paid.status == "requires_capture", |paid| paid.status = "canceled")
            }
            ["v1", "payment_intents", id, "capture"] => self.change(
                id,
                |paid| paid.status == "requires_capture",
                |paid| {
                    (paid.status, paid.taken, paid.captures) = ("succeeded", paid.taken + paid.amount, paid.captures + 1);
                },
            ),
            ["v1", "refunds"] => {
                let (intent, amount) =
                    (word("payment_intent").unwrap_or_default(), word("amount").and_then(|text| text.parse().ok()));
                let amount: i64 = amount.unwrap_or(0);
                self.change(&intent, |paid| amount > 0 && paid.returned + amount <= paid.taken, |paid| paid.returned += amount)
            }
            _ => (404, error("no such thing")),
        }
    }

    fn change(&mut self, id: &str, may: impl FnOnce(&Paid) -> bool, change: impl FnOnce(&mut Paid)) -> (u16, Value) {
        let Some(at) = self.found(id) else { return (404, error("no such thing")) };
        match self.paid.get_mut(at).filter(|paid| may(paid)) {
            Some(paid) => change(paid),
            None => return (400, error("not in this state")),
        }
        (200, self.intent(at))
    }

    /// The place of what is called `cs_7` or `pi_7`.
    fn found(&self, id: &str) -> Option<usize> {
        id.rsplit('_').next()?.parse().ok().filter(|at| *at < self.paid.len())
    }

    fn session(&self, at: usize) -> Value {
        let paid = &self.paid[at];
        let begun = !paid.open && paid.status != "requires_payment_method";
        json!({
            "id": format!("cs_{at}"), "object": "checkout.session", "url": format!("https://pay.example/cs_{at}"),
            "status": if paid.open { "open" } else if begun { "complete" } else { "expired" }, "client_reference_id": paid.key,
            "amount_total": paid.amount, "currency": paid.currency,
            "payment_intent": if begun { self.intent(at) } else { Value::Null },
        })
    }

    fn intent(&self, at: usize) -> Value {
        let paid = &self.paid[at];
        json!({
            "id": format!("pi_{at}"), "object": "payment_intent", "status": paid.status, "amount": paid.amount, "currency": paid.currency,
            "amount_received": paid.taken, "metadata": { "payment": paid.key }, "last_payment_error": null, "next_action": null,
            "latest_charge": {
                "amount": paid.amount, "amount_captured": paid.taken, "amount_refunded": paid.returned, "disputed": false,
            },
        })
    }
}

/// A field of a form.
fn word(body: &str, name: &str) -> Option<String> {
    let pairs = body.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(key, value)| (plain(key), plain(value))).find(|(key, _)| key == name).map(|(_, value)| value)
}

fn plain(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16)).unwrap_or_default();
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => (digit(rest.next()) * 16 + digit(rest.next())) as u8,
            byte => byte,
        });
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
