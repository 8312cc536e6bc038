//! Drivers that EasyPost's carriers send: a pickup is made with its rates, then one of them is bought
//! (<https://docs.easypost.com/docs/pickups>).

use app::i18n::format::machine;
use domain::money::{Currency, Money};
use domain::tracking::Window;
use serde_json::{Value, json};

use super::calls::{Calls, is_id, known};
use crate::outside::Trouble;
use crate::outside::carriers::{Collected, Known};
use crate::outside::reading::{list, text};

/// So many characters of what a carrier calls a pickup are kept.
const MOST: usize = 80;

impl Calls {
    /// A pickup with what carriers would take for it; refused where none comes then.
    pub(super) async fn propose(&self, parcel: Known<'_>, window: Window) -> Result<String, Trouble> {
        let shipment = known(parcel)?;
        let body = json!({ "pickup": {
            "shipment": { "id": shipment }, "address": { "id": self.from }, "is_account_address": false,
            "min_datetime": machine(window.from), "max_datetime": machine(window.until), "instructions": "",
        }});
        let pickup = self.post("/v2/pickups", &body).await?;
        let id = text(&pickup, "id");
        if !is_id(id) {
            return Err(Trouble::Unknown);
        }
        cheapest(&pickup).map(|_| id.to_owned()).ok_or_else(|| Trouble::Refused(why_not(&pickup)))
    }

    /// The pickup, bought: the one that was, or the cheapest of its rates.
    pub(super) async fn collect(&self, proposed: &str) -> Result<Collected, Trouble> {
        if !is_id(proposed) {
            return Err(Trouble::Refused("EasyPost has proposed nothing".to_owned()));
        }
        let pickup = self.read(&self.get(&format!("/v2/pickups/{proposed}")).await?)?;
        let price = cheapest(&pickup).map(|(_, price)| price);
        if text(&pickup, "status") == "scheduled" {
            return Ok(booked(&pickup, price));
        }
        let (rate, price) = cheapest(&pickup).ok_or_else(|| Trouble::Refused(why_not(&pickup)))?;
        let chosen = json!({ "carrier": text(rate, "carrier"), "service": text(rate, "service") });
        let bought = self.post(&format!("/v2/pickups/{proposed}/buy"), &chosen).await?;
        // Bought, but not readable: it is looked at again.
        if text(&bought, "status") == "scheduled" { Ok(booked(&bought, Some(price))) } else { Err(Trouble::Unknown) }
    }
}

fn booked(pickup: &Value, price: Option<Money>) -> Collected {
    Collected { confirmation: text(pickup, "confirmation").chars().filter(|c| !c.is_control()).take(MOST).collect(), price }
}

/// The cheapest rate that can be read; the first of those that cost the same.
fn cheapest(pickup: &Value) -> Option<(&Value, Money)> {
    let read = |rate| {
        let currency = Currency::parse(text(rate, "currency")).ok()?;
        let named = !text(rate, "carrier").is_empty() && !text(rate, "service").is_empty();
        Some((rate, Money::typed(text(rate, "rate"), currency).ok()?)).filter(|_| named)
    };
    list(pickup, "pickup_rates").iter().filter_map(read).min_by_key(|(_, price)| price.minor)
}

/// What carriers say about it.
fn why_not(pickup: &Value) -> String {
    let said = list(pickup, "messages").iter().map(|message| text(message, "message")).find(|said| !said.is_empty());
    said.unwrap_or("no carrier comes then").to_owned()
}
