//! Somebody of the shop's own at the desk.

use crate::page::field;
use crate::premises::Premises;
use crate::shopper::{Shopper, Snag, Step};
use crate::trouble::Outcome;

const NAME: &str = "ada";
const PASSWORD: &str = "four plain words here";

/// Takes somebody in; before the shop opens.
pub async fn employ(premises: &Premises) -> Outcome<()> {
    premises.employ(NAME, PASSWORD).await
}

/// Sits down at the desk of an open shop.
pub async fn sit_down(premises: &Premises) -> Step<Shopper> {
    let mut ada = Shopper::new(premises.addr);
    let fields = [("name", NAME), ("password", PASSWORD), ("then", "/desk/orders")];
    let answer = ada.send("/api/desk/sign-in", &fields).await?;
    match ada.led(&answer, "/api/desk/sign-in")?.as_str() {
        "/desk/orders" => Ok(ada),
        other => Err(Snag::Refused(other.to_owned())),
    }
}

/// Writes an offer of a tenth off behind a code, for so many orders and so many of one person.
pub async fn offer(ada: &mut Shopper, code: &str, in_all: u32, per_person: u32) -> Step<()> {
    let (in_all, per_person) = (in_all.to_string(), per_person.to_string());
    let fields = [
        ("offer[name]", code),
        ("offer[code]", code),
        ("offer[gives]", "percent"),
        ("offer[value]", "10"),
        ("offer[in_all]", in_all.as_str()),
        ("offer[per_person]", per_person.as_str()),
        ("offer[together]", "all"),
    ];
    let answer = ada.send("/api/desk/offer", &fields).await?;
    let to = ada.led(&answer, "/api/desk/offer")?;
    if to.ends_with("saved=") { Ok(()) } else { Err(Snag::Refused(to)) }
}

/// What the desk's form says can be refunded of an order; none where nothing can.
pub async fn left(ada: &mut Shopper, number: &str) -> Step<Option<String>> {
    Ok(field(&ada.page(&format!("/desk/orders/{number}")).await?, "refund[left]"))
}
