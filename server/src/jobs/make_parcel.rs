//! Has the parcels of a paid order made: what goes together is decided once and written down, then each piece gets its label.

use std::time::Duration;

use db::orders::Bench;
use db::tracking::NewLabel;
use db::{Fault, orders, tracking};
use domain::ids::OrderId;

use super::{Obstacle, Outcome, Tools};
use crate::outside::Trouble;
use crate::outside::carriers::{Consignment, Label};

/// How long a carrier may take to answer.
pub(super) const PATIENCE: Duration = Duration::from_secs(8);

pub(super) async fn make(tools: &Tools, id: OrderId) -> Result<Outcome, Obstacle> {
    // What is written on the label is what the order says at this moment; it is not changed after.
    match tools.shop.write(move |tx| orders::begin_packing(tx, id)).await.map_err(Fault::from)? {
        Bench::Empty => return Ok(Outcome::Done),
        Bench::Waits(until) => return Ok(Outcome::Again(until)),
        Bench::Packs(_) => {}
    }
    let carrier = tools.carriers.first().ok_or_else(|| Trouble::Refused("there is no carrier".to_owned()))?;
    let (most, by_hand) = (carrier.most(), tools.by_hand);
    let pieces = tools.shop.write(move |tx| tracking::plan(tx, id, most, by_hand)).await.map_err(Fault::from)?;
    let order = tools.shop.read(|conn| orders::by_id(conn, id)).await?;
    for piece in pieces.iter().filter(|piece| piece.parcel.is_none() && !piece.by_hand) {
        let (number, carrier_name) = (piece.number, carrier.name());
        let packet = tools.shop.read(|conn| tracking::packet(conn, id, number)).await?;
        let asked = carrier.make_parcel(Consignment { order: &order, piece, packet });
        let Label { number, shipment, brand, page, expected } =
            tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(Trouble::Unknown))?;
        let label = NewLabel { carrier: carrier_name.to_owned(), number, shipment, brand, page, expected };
        let piece = piece.number;
        tools.shop.write(move |tx| tracking::made(tx, id, piece, &label)).await.map_err(Fault::from)?;
    }
    Ok(Outcome::Done)
}
