//! Has the parcels of a paid order made: what goes together is decided once and written down, then each piece gets its label.

use std::time::Duration;

use db::orders::Bench;
use db::tracking::NewLabel;
use db::{Fault, customs, orders, tracking};
use domain::ids::OrderId;
use domain::orders::Order;
use domain::tracking::Piece;

use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::carriers::{Carrier, Consignment, Label};

/// How long a carrier may take to answer.
pub(super) const PATIENCE: Duration = Duration::from_secs(8);
/// What a carrier says is shown at the desk; so many characters of it.
pub(super) const MOST_SAID: usize = 200;
/// How long until it is looked whether somebody has written down what customs ask for, in seconds.
const CUSTOMS_SECONDS: i64 = 600;

pub(super) async fn make(tools: &Tools, id: OrderId) -> Result<Outcome, Obstacle> {
    // What is written on the label is what the order says at this moment; it is not changed after.
    match tools.shop.write(move |tx| orders::begin_packing(tx, id)).await.map_err(Fault::from)? {
        Bench::Empty => return Ok(Outcome::Done),
        Bench::Waits(until) => return Ok(Outcome::Again(until)),
        Bench::Packs(_) => {}
    }
    let carrier = tools.carriers.first().ok_or_else(|| Trouble::Refused("there is no carrier".to_owned()))?;
    let (most, by_hand, by_choice) = (carrier.most(), tools.by_hand, tools.by_choice);
    let planned = tools.shop.write(move |tx| {
        let pieces = tracking::plan(tx, id, most, by_hand)?;
        if !by_choice {
            return Ok(pieces);
        }
        tracking::wait_for_choice(tx, id)?;
        Ok(tracking::of_order(tx, id)?)
    });
    let pieces = planned.await.map_err(Fault::from)?;
    let order = tools.shop.read(|conn| orders::by_id(conn, id)).await?;
    let mut waits = false;
    for piece in pieces.iter().filter(|piece| piece.parcel.is_none() && !piece.by_hand) {
        waits |= !buy(tools, carrier.as_ref(), &order, piece).await?;
    }
    Ok(if waits { Outcome::Again(tools.shop.now().plus_seconds(CUSTOMS_SECONDS)) } else { Outcome::Done })
}

/// Has the label of a piece bought, unless nobody has chosen one who should. False where it waits until somebody has written down what
/// customs ask for, which the desk says. What was chosen and is not to be had any more is said at
/// the desk, where another can be chosen.
async fn buy(tools: &Tools, carrier: &dyn Carrier, order: &Order, piece: &Piece) -> Result<bool, Obstacle> {
    let (id, number) = (order.id, piece.number);
    let known = tools.shop.read(|conn| {
        let before = tracking::void_before(conn, id, number)?;
        let (chosen, declared) = (tracking::choice(conn, id, number)?, customs::declared(conn, order, piece)?);
        Ok((tracking::packet(conn, id, number)?, before, chosen, declared))
    });
    let (packet, before, chosen, declared) = known.await?;
    if piece.by_choice && chosen.is_none() {
        return Ok(true);
    }
    if carrier.declares() && declared.as_ref().is_some_and(|declared| declared.is_short()) {
        return Ok(false);
    }
    let customs = declared.as_ref();
    let asked = carrier.make_parcel(Consignment { order, piece, packet, before, chosen: chosen.as_ref(), customs });
    match (tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(Trouble::Unknown)), chosen) {
        (Err(Trouble::Refused(why)), Some(_)) => {
            tracing::warn!(order = id.0, piece = number, why, "what was chosen for a parcel is not to be had");
            let said: String = why.chars().take(MOST_SAID).collect();
            tools.shop.write(move |tx| tracking::gone(tx, id, number, &said)).await.map_err(Fault::from)?;
        }
        (answer, _) => {
            let label = answer?;
            let carrier = carrier.name().to_owned();
            tools.shop.write(move |tx| tracking::made(tx, id, number, &written(carrier, label))).await.map_err(Fault::from)?;
        }
    }
    Ok(true)
}

fn written(carrier: String, label: Label) -> NewLabel {
    let Label { number, shipment, brand, page, service, price, expected } = label;
    NewLabel { carrier, number, shipment, brand, page, service, price, expected }
}
