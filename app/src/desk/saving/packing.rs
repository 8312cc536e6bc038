//! Packing: splitting a parcel, a note for the shopper, the number of a parcel that staff brought to a carrier, and a carrier that is
//! to come for one.

use db::Error;
use domain::orders::OrderNumber;
use domain::staff::Staff;
use domain::tracking::{Brand, BroughtRefusal, CollectionRefusal, PackersNote, Share, SplitRefusal, Window};

use crate::desk::api::TypedSplit;
use crate::failure::Failure;
use crate::{request, routes};

/// Takes an order to the bench before its pause is over.
pub async fn pack(_: &Staff, number: &str) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let asked = number.clone();
    request::db()?.write(move |tx| db::orders::pack_now(tx, db::desk::order(tx, &asked)?)).await?;
    told(&number, "", &[])
}

/// Takes what was typed out of a parcel into one of its own.
pub async fn split(_: &Staff, number: &str, typed: &TypedSplit) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let out =
        (0..).zip(&typed.lines).map(|(line, text)| Some(Share { line, quantity: count(text)? })).collect::<Option<Vec<_>>>();
    let (Some(out), Ok(piece)) = (out, typed.piece.parse()) else { return told(&number, "nothing", &[]) };
    let asked = number.clone();
    let done = request::db()?.write(move |tx| db::tracking::split(tx, db::desk::order(tx, &asked)?, piece, &out)).await;
    match done {
        Ok(_) => told(&number, "", &[]),
        Err(Error::Refused(SplitRefusal::Left)) => told(&number, "left", &[]),
        Err(Error::Refused(SplitRefusal::Nothing)) => told(&number, "nothing", &[]),
        Err(Error::Refused(SplitRefusal::TooMany)) => told(&number, "too-many", &[]),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Leaves a note on the order's page; an empty one takes it away.
pub async fn note(staff: &Staff, number: &str, typed: &str) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let Ok(note) = PackersNote::parse(&typed.replace("\r\n", "\n")) else {
        let kept = typed.chars().take(2 * PackersNote::MOST).collect();
        return told(&number, "long", &[("note", kept)]);
    };
    let (asked, staff) = (number.clone(), staff.clone());
    let db = request::db()?;
    db.write(move |tx| db::tracking::leave_note(tx, db::desk::order(tx, &asked)?, note.as_ref(), &staff)).await?;
    told(&number, "", &[])
}

/// Writes down the number a carrier gave to a parcel that was brought there.
pub async fn brought(_: &Staff, number: &str, piece: &str, brand: &str, parcel: &str) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let kept = [("parcel", parcel.chars().take(80).collect())];
    let (Ok(piece), Some(brand)) = (piece.parse(), Brand::from_code(brand)) else { return told(&number, "bad", &kept) };
    let (asked, typed) = (number.clone(), parcel.to_owned());
    let done =
        request::db()?.write(move |tx| db::tracking::brought(tx, db::desk::order(tx, &asked)?, piece, (brand, &typed))).await;
    match done {
        Ok(()) => told(&number, "", &[]),
        Err(Error::Refused(BroughtRefusal::NoNumber)) => told(&number, "bad", &kept),
        Err(Error::Refused(BroughtRefusal::Taken)) => told(&number, "taken", &kept),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Has a parcel fetched by its carrier: a day, and the hours between which it comes, as typed.
pub async fn collect(staff: &Staff, number: &str, piece: &str, typed: (&str, &str, &str)) -> Result<(), Failure> {
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (piece, shop) = (piece.parse::<u32>().map_err(|_| Failure::NotFound)?, request::shop()?);
    let asked = number.clone();
    let db = request::db()?;
    let found = move |conn: &db::Conn| db::tracking::label_of(conn, db::desk::order(conn, &asked)?, piece);
    let label = db.read(found).await?;
    let window = match (Window::typed(typed, request::shop_offset, db.now()), label) {
        (_, Some(label)) if !shop.bringers.collects(&label.carrier) => Err(CollectionRefusal::Cannot),
        (_, None) => Err(CollectionRefusal::Gone),
        (window, Some(label)) => window.map(|window| (window, label.order)),
    };
    let done = match window {
        Err(why) => Err(Error::Refused(why)),
        Ok((window, order)) => {
            let staff = staff.clone();
            db.write(move |tx| db::tracking::collect(tx, order, piece, window, &staff)).await
        }
    };
    match done {
        Ok(()) => told(&number, "", &[]),
        Err(Error::Refused(why)) => {
            let (day, from, until) = typed;
            let cut = |text: &str| text.chars().take(20).collect::<String>();
            let kept = [("collect", piece.to_string()), ("uncollected", why.code().to_owned())];
            let typed = [("day", cut(day)), ("from", cut(from)), ("until", cut(until))];
            let kept = kept.into_iter().chain(typed).map(|(name, text)| (name.to_owned(), text));
            request::go(&routes::with(&routes::desk_order(&number), &kept.collect::<Vec<_>>()));
            Ok(())
        }
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

fn count(text: &str) -> Option<u32> {
    if text.trim().is_empty() { Some(0) } else { text.trim().parse().ok() }
}

/// Leads back to the order's page, with why it was refused and what was typed; saved without one.
fn told(number: &OrderNumber, why: &str, kept: &[(&str, String)]) -> Result<(), Failure> {
    let said = if why.is_empty() { ("saved".to_owned(), String::new()) } else { ("unpacked".to_owned(), why.to_owned()) };
    let kept = kept.iter().map(|(name, text)| ((*name).to_owned(), text.clone()));
    request::go(&routes::with(&routes::desk_order(number), &[said].into_iter().chain(kept).collect::<Vec<_>>()));
    Ok(())
}
