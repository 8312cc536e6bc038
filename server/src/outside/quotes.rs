//! What whoever brings new parcels would take for one, asked while staff look at it.

use std::time::Duration;

use app::failure::Failure;
use app::request::Offered;
use db::{Database, customs, tracking};
use domain::orders::Order;

use super::Trouble;
use super::carriers::{Carrier, Consignment};

/// How long staff wait for a carrier.
const PATIENCE: Duration = Duration::from_secs(8);

/// So many are offered, the cheapest first.
const OFFERED: usize = 20;

/// The rates of a piece of an order; none where the carrier gives no answer, or there is no such piece.
pub(super) async fn of(db: &Database, carrier: &dyn Carrier, order: &Order, piece: u32) -> Result<Option<Vec<Offered>>, Failure> {
    let Some(piece) = order.pieces.iter().find(|known| known.number == piece) else { return Ok(None) };
    let (id, number) = (order.id, piece.number);
    let known = db.read(|conn| {
        let before = tracking::void_before(conn, id, number)?;
        Ok((tracking::packet(conn, id, number)?, before, customs::declared(conn, order, piece)?))
    });
    let (packet, before, declared) = known.await?;
    let asked = carrier.rates(Consignment { before, customs: declared.as_ref(), ..Consignment::of(order, piece, packet) });
    match tokio::time::timeout(PATIENCE, asked).await.unwrap_or(Err(Trouble::Unknown)) {
        Ok(rates) => {
            let usual = carrier.usual(order, &rates);
            let offered = |(at, rate)| Offered { rate, usual: usual == Some(at) };
            Ok(Some(rates.into_iter().enumerate().map(offered).take(OFFERED).collect()))
        }
        Err(trouble) => {
            tracing::warn!(carrier = carrier.name(), order = id.0, piece = number, %trouble, "no rates are named");
            Ok(None)
        }
    }
}
