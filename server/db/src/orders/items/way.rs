//! How an order is sent, changed before it is packed: the ways there are for it, and what each would cost (`domain::orders` has the
//! rule).

use domain::contact::Address;
use domain::delivery::{DeliveryOption, Packet, Sending, Service, options};
use domain::exchange::{Exchange, Rate};
use domain::ids::{ChangeId, OrderId, VariantId};
use domain::market::View;
use domain::money::{Currency, Money};
use domain::orders::{ChangedWay, ItemsRefusal, Order, SentBy, WantedWay};
use domain::payments::Flow;
use domain::time::Timestamp;

use super::plan::view_of;
use super::{may, rows, seen, things};
use crate::checkout::Moment;
use crate::database::{Conn, Tx};
use crate::error::Result;
use crate::orders::by_id;
use crate::rows::Columns;
use crate::{delays, payments, pickup};

/// An order whose shopper would have it sent otherwise, or elsewhere.
#[derive(Clone, Debug)]
pub struct Ways {
    /// The order.
    pub order: Order,
    /// Where it goes then.
    pub to: Address,
    /// When that was typed, where it is another country than was agreed.
    pub typed_at: Option<Timestamp>,
    /// The ways there are, cheapest first, each with what is paid for it, offers taken off.
    pub options: Vec<(DeliveryOption, Money)>,
    /// The latest change there is; what is asked for on a page that does not know it is asked for too late.
    pub seen: ChangeId,
}

/// The ways in which an order can be sent; why it stays as it is, where it cannot be changed.
pub fn ways(conn: &Conn, id: OrderId, moment: Moment) -> Result<std::result::Result<Ways, (ItemsRefusal, Order)>> {
    let order = by_id(conn, id)?;
    if let Err(refusal) = may(conn, &order)? {
        return Ok(Err((refusal, order)));
    }
    let mut all = match view_of(conn, &order, moment.now)? {
        Some(view) => ways_to(conn, &order, (&order.address, &view), moment)?,
        None => Vec::new(),
    };
    // The way it is sent by stays as it was agreed.
    for (option, sum) in all.iter_mut().filter(|(option, _)| option.service == order.service) {
        (option.from, option.to) = order.promised;
        *sum = order.delivery_paid();
    }
    Ok(Ok(Ways { options: all, seen: seen(conn, id)?, to: order.address.clone(), typed_at: None, order }))
}

/// The ways in which an order can be sent there, each with what is paid for it, offers taken off.
pub(super) fn ways_to(
    conn: &Conn,
    order: &Order,
    there: (&Address, &View),
    moment: Moment,
) -> Result<Vec<(DeliveryOption, Money)>> {
    let offered = offered(conn, order.id)?;
    let all = open(conn, order, there, moment)?.into_iter();
    Ok(all.map(|option| (option.clone(), price(there.1, &option, offered).paid())).collect())
}

/// The ways a parcel of all that is in an order can take to an address from today on. What is paid at the door goes to the door.
fn open(conn: &Conn, order: &Order, (address, view): (&Address, &View), moment: Moment) -> Result<Vec<DeliveryOption>> {
    let bought: Vec<_> = rows(conn, order)?.into_iter().filter(|row| !row.line.unit.is_zero()).collect();
    let all: Vec<(VariantId, u32)> = bought.iter().map(|row| (row.variant, row.line.quantity)).collect();
    let packet = Packet::of(things(conn, &all)?);
    let sending = Sending::by(&view.list, at_home(order), Some(packet), moment.now, moment.shop_offset_minutes);
    let today = moment.now.day();
    let sending = Sending {
        handling_days: ready_days(conn, order.id)?,
        delays: delays::at(conn, address.country, &address.postcode, today)?,
        ..sending
    };
    let at_the_door = payments::of_order(conn, order.id)?.way.flow() == Flow::Door;
    let fits = |option: &DeliveryOption| option.service != Service::Online && !(at_the_door && option.service == Service::Pickup);
    Ok(options(&sending).into_iter().filter(fits).collect())
}

/// What the goods of an order are worth in the shop's books, at the rate it was placed at.
fn at_home(order: &Order) -> Money {
    let Some(converted) = &order.converted else { return order.goods };
    let back = Rate::parse(&converted.rate)
        .ok()
        .and_then(|rate| Exchange::between((order.goods.currency, rate), (converted.from, Rate::ONE), converted.day));
    back.map_or(Money::zero(converted.from), |back| back.worth(order.goods))
}

/// The working days before all of an order can leave.
fn ready_days(conn: &Conn, order: OrderId) -> Result<u32> {
    const READY: &str = "SELECT coalesce(max(v.ready_days), 0) AS days FROM order_lines l JOIN variants v ON v.id = l.variant_id
        WHERE l.order_id = $1 AND l.unit_minor > 0";
    Ok(conn.one(READY, &[&order.0], |row| row.get("days"))?.unwrap_or(0))
}

/// What offers took off delivery when the order was placed, in minor units.
fn offered(conn: &Conn, order: OrderId) -> Result<i64> {
    const OFF: &str = "SELECT coalesce(sum(delivery_minor), 0) AS off FROM order_offers WHERE order_id = $1";
    Ok(conn.one(OFF, &[&order.0], |row| row.get("off"))?.unwrap_or(0))
}

/// What a way costs, and what offers take off that.
#[derive(Clone, Copy, Debug)]
struct Price {
    whole: i64,
    off: i64,
    currency: Currency,
}

impl Price {
    fn paid(self) -> Money {
        Money::new(self.whole - self.off, self.currency)
    }
}

fn price(view: &View, option: &DeliveryOption, offered: i64) -> Price {
    let whole = view.list.service(option.price);
    Price { whole: whole.minor, off: offered.min(whole.minor), currency: whole.currency }
}

/// A change of how an order is sent, with what is written on the order for it.
#[derive(Clone, Debug)]
pub(super) struct WayPlan {
    pub(super) change: ChangedWay,
    pub(super) delivery: i64,
    pub(super) off: i64,
}

pub(super) fn plan(
    conn: &Conn,
    order: &Order,
    wanted: &WantedWay,
    moment: Moment,
) -> Result<std::result::Result<WayPlan, ItemsRefusal>> {
    if order.service != wanted.service {
        let Some(view) = view_of(conn, order, moment.now)? else { return Ok(Err(ItemsRefusal::NotThere)) };
        return plan_to(conn, order, (&order.address, &view), wanted, moment);
    }
    let Some(pickup) = pickup(conn, &order.address, wanted)? else { return Ok(Err(ItemsRefusal::NotThere)) };
    let was = sent_by(order);
    let (delivery, off) = (order.delivery.minor, order.delivery.minor - was.sum.minor);
    let change = ChangedWay { then: SentBy { pickup, ..was.clone() }, was };
    Ok(if change.was == change.then { Err(ItemsRefusal::Nothing) } else { Ok(WayPlan { change, delivery, off }) })
}

/// What it takes to send an order there, by today's tariff.
pub(super) fn plan_to(
    conn: &Conn,
    order: &Order,
    there: (&Address, &View),
    wanted: &WantedWay,
    moment: Moment,
) -> Result<std::result::Result<WayPlan, ItemsRefusal>> {
    let option = open(conn, order, there, moment)?.into_iter().find(|option| option.service == wanted.service);
    let Some((option, pickup)) = option.zip(pickup(conn, there.0, wanted)?) else { return Ok(Err(ItemsRefusal::NotThere)) };
    let price = price(there.1, &option, offered(conn, order.id)?);
    let then = SentBy { service: option.service, pickup, sum: price.paid(), promised: (option.from, option.to) };
    Ok(Ok(WayPlan { change: ChangedWay { was: sent_by(order), then }, delivery: price.whole, off: price.off }))
}

/// The pickup point that is wished, in one line; empty to the door, none where it is of another country or of none.
fn pickup(conn: &Conn, to: &Address, wanted: &WantedWay) -> Result<Option<String>> {
    if wanted.service != Service::Pickup {
        return Ok(Some(String::new()));
    }
    Ok(pickup::by_id(conn, &wanted.point)?.filter(|point| point.country == to.country).map(|point| point.whole()))
}

/// How an order is sent as it stands.
fn sent_by(order: &Order) -> SentBy {
    let (service, pickup) = (order.service, order.pickup.clone());
    SentBy { service, pickup, sum: order.delivery_paid(), promised: order.promised }
}

/// Keeps how an order is sent with a change.
pub(super) fn keep(tx: &Tx<'_>, id: ChangeId, plan: &WayPlan) -> Result<()> {
    const KEEP: &str = "INSERT INTO order_change_ways (change_id, was_service, was_pickup, was_from, was_to, was_minor, service,
            pickup, promised_from, promised_to, delivery_minor, delivery_off_minor)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    let ChangedWay { was, then } = &plan.change;
    tx.run(
        KEEP,
        &[
            &id.0,
            &was.service.code(),
            &was.pickup,
            &was.promised.0.0,
            &was.promised.1.0,
            &was.sum.minor,
            &then.service.code(),
            &then.pickup,
            &then.promised.0.0,
            &then.promised.1.0,
            &plan.delivery,
            &plan.off,
        ],
    )?;
    Ok(())
}

/// How an order is sent, as a change of it was asked for; none where it changes what is in it.
pub(super) fn load(conn: &Conn, id: ChangeId, currency: Currency) -> Result<Option<WayPlan>> {
    const OF: &str = "SELECT was_service, was_pickup, was_from, was_to, was_minor, service, pickup, promised_from, promised_to,
            delivery_minor, delivery_off_minor
        FROM order_change_ways WHERE change_id = $1";
    conn.one(OF, &[&id.0], |row| {
        let (delivery, off): (i64, i64) = (row.get("delivery_minor")?, row.get("delivery_off_minor")?);
        let was = SentBy {
            service: row.code("was_service")?,
            pickup: row.get("was_pickup")?,
            sum: Money::new(row.get("was_minor")?, currency),
            promised: (row.day("was_from")?, row.day("was_to")?),
        };
        let then = SentBy {
            service: row.code("service")?,
            pickup: row.get("pickup")?,
            sum: Money::new(delivery - off, currency),
            promised: (row.day("promised_from")?, row.day("promised_to")?),
        };
        Ok(WayPlan { change: ChangedWay { was, then }, delivery, off })
    })
}

/// An order is sent so from now on. Its sums follow.
pub(super) fn send(tx: &Tx<'_>, order: OrderId, plan: &WayPlan) -> Result<()> {
    const SEND: &str = "UPDATE orders SET service = $1, pickup = $2, promised_from = $3, promised_to = $4 WHERE id = $5";
    let then = &plan.change.then;
    tx.run(SEND, &[&then.service.code(), &then.pickup, &then.promised.0.0, &then.promised.1.0, &order.0])?;
    Ok(())
}
