//! Labels: how a parcel is brought, as it was chosen, and giving one back.

use db::Error;
use domain::orders::OrderNumber;
use domain::staff::Staff;
use domain::tracking::{ChoiceRefusal, Chosen, VoidReason};

use crate::failure::Failure;
use crate::{request, routes};

/// No carrier calls its ways by more letters.
const LONGEST: usize = 120;

/// Has a label of a rate bought: `rate` is one that was offered, as the form has it.
pub async fn choose(staff: &Staff, number: &str, piece: &str, rate: &str) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let piece = piece.parse::<u32>().map_err(|_| Failure::NotFound)?;
    let Some(chosen) = offered(rate) else { return told(&number, piece, ("unbought", ChoiceRefusal::Nothing.code())) };
    let (asked, staff) = (number.clone(), staff.clone());
    let db = request::db()?;
    let done = db.write(move |tx| db::tracking::choose(tx, db::desk::order(tx, &asked)?, piece, &chosen, &staff)).await;
    match done {
        Ok(()) => told(&number, piece, ("saved", "")),
        Err(Error::Refused(why)) => told(&number, piece, ("unbought", why.code())),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Asks the carrier of a parcel to take its label back.
pub async fn void(staff: &Staff, number: &str, piece: &str, reason: &str) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let piece = piece.parse::<u32>().map_err(|_| Failure::NotFound)?;
    let reason = match VoidReason::parse(reason) {
        Ok(reason) => reason,
        Err(why) => return told(&number, piece, ("unvoided", why.code())),
    };
    let (asked, staff) = (number.clone(), staff.clone());
    let db = request::db()?;
    let done = db.write(move |tx| db::tracking::void(tx, db::desk::order(tx, &asked)?, piece, &reason, &staff)).await;
    match done {
        Ok(()) => told(&number, piece, ("saved", "")),
        Err(Error::Refused(why)) => told(&number, piece, ("unvoided", why.code())),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

fn offered(typed: &str) -> Option<Chosen> {
    let chosen: Chosen = serde_json::from_str(typed).ok()?;
    let fits = |text: &str| text.chars().count() <= LONGEST && !text.chars().any(char::is_control);
    (fits(&chosen.name) && fits(&chosen.brand) && chosen.price.minor >= 0).then_some(chosen)
}

/// Leads back to the parcel, with what became of it.
fn told(number: &OrderNumber, piece: u32, (name, said): (&str, &str)) -> Result<(), Failure> {
    let told = [(name.to_owned(), said.to_owned()), ("label".to_owned(), piece.to_string())];
    let place = routes::with(&routes::desk_order(number), &told);
    // What was done is said on top of the page.
    request::go(&if name == "saved" { place } else { format!("{place}#parcel-{piece}") });
    Ok(())
}
