//! What a wish would change of an order, and what that costs.

use domain::contact::Country;
use domain::delivery::{Packet, Sending, Service, options};
use domain::documents::Credit;
use domain::ids::OrderId;
use domain::market::{Market, View};
use domain::money::Money;
use domain::orders::{
    Changeable, ChangedLine, ChangedPlace, Edit, ItemsChange, ItemsRefusal, Order, WantedChange, WantedItems, edits, part_of,
};
use domain::tax::{Treatment, VatNumber};
use domain::time::Timestamp;

use super::way::{self, WayPlan};
use super::{Row, Sold, changeable_line, may, place, rows, sold, things};
use crate::checkout::Moment;
use crate::database::Conn;
use crate::error::Result;
use crate::{documents, market};

/// Today's prices for an order; none where there is no rate for what it was paid in.
pub(super) fn view_of(conn: &Conn, order: &Order, now: Timestamp) -> Result<Option<View>> {
    Ok(view_in(conn, order, order.address.country, now)?.filter(|view| view.list.treatment == order.treatment))
}

/// Today's prices for an order, were it to go to this country; none where there is no rate for what it was paid in.
pub(super) fn view_in(conn: &Conn, order: &Order, country: Country, now: Timestamp) -> Result<Option<View>> {
    let market = Market { lang: order.lang, country, currency: order.total.currency };
    let business = (order.treatment == Treatment::ReverseCharge).then(|| VatNumber::parse(market.country, &order.vat).ok());
    let view = market::view(conn, market, business.flatten().as_ref(), now.day())?;
    Ok(Some(view).filter(|view| view.list.exchange.to == market.currency))
}

/// What goes out of a line, and what that is of its offers.
pub(super) struct Taken {
    pub(super) row: usize,
    pub(super) count: u32,
    pub(super) off: i64,
}

/// A change that could be made.
pub(super) struct Plan {
    pub(super) rows: Vec<Row>,
    pub(super) taken: Vec<Taken>,
    /// What comes, for which line, and how many.
    pub(super) added: Vec<(Sold, u32, u32)>,
    /// How it is sent, where that changes.
    pub(super) way: Option<WayPlan>,
    /// Where it goes, where that is another country.
    pub(super) place: Option<ChangedPlace>,
}

impl Plan {
    /// Nothing comes and nothing goes; it is sent so.
    pub(super) fn sent(way: WayPlan, place: Option<ChangedPlace>) -> Self {
        Self { rows: Vec::new(), taken: Vec::new(), added: Vec::new(), way: Some(way), place }
    }

    /// What is paid for something that goes.
    fn gone(&self, taken: &Taken) -> Money {
        let unit = self.rows[taken.row].line.unit;
        Money::new(unit.minor * i64::from(taken.count) - taken.off, unit.currency)
    }

    pub(super) fn change(&self, order: &Order) -> ItemsChange {
        let goes = |taken: &Taken| {
            let line = &self.rows[taken.row].line;
            ChangedLine { name: line.name.clone(), values: line.values.clone(), quantity: taken.count, sum: self.gone(taken) }
        };
        let comes = |(sold, _, count): &(Sold, u32, u32)| {
            let sum = Money::new(sold.unit.minor * i64::from(*count), sold.unit.currency);
            ChangedLine { name: sold.name.clone(), values: sold.values.clone(), quantity: *count, sum }
        };
        let (taken, added): (Vec<_>, Vec<_>) = (self.taken.iter().map(goes).collect(), self.added.iter().map(comes).collect());
        let sum = |lines: &[ChangedLine]| lines.iter().map(|line| line.sum.minor).sum::<i64>();
        let way = self.way.as_ref().map(|plan| plan.change.clone());
        let sent = way.as_ref().map_or(0, |way| way.then.sum.minor - way.was.sum.minor);
        let total = Money::new(order.total.minor - sum(&taken) + sum(&added) + sent, order.total.currency);
        ItemsChange { taken, added, way, place: self.place.clone(), was: order.total, total }
    }
}

/// What has to be done so that an order becomes what is wished.
pub(super) fn plan(
    conn: &Conn,
    order: &Order,
    wanted: &WantedChange,
    moment: Moment,
) -> Result<std::result::Result<Plan, ItemsRefusal>> {
    if let Err(refusal) = may(conn, order)? {
        return Ok(Err(refusal));
    }
    match wanted {
        WantedChange::Items(wanted) => plan_items(conn, order, wanted, moment.now),
        WantedChange::Way(wanted) => Ok(way::plan(conn, order, wanted, moment)?.map(|way| Plan::sent(way, None))),
        WantedChange::Place(wanted) => place::plan(conn, order, wanted, moment),
    }
}

fn plan_items(
    conn: &Conn,
    order: &Order,
    wanted: &WantedItems,
    now: Timestamp,
) -> Result<std::result::Result<Plan, ItemsRefusal>> {
    let rows = rows(conn, order)?;
    let lines: Vec<Changeable> = rows.iter().map(changeable_line).collect();
    let steps = match edits(&lines, wanted) {
        Ok(steps) => steps,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let (view, mut taken, mut added) = (view_of(conn, order, now)?, Vec::new(), Vec::new());
    for step in steps {
        match step {
            Edit::Take { line, count } => taken.push(take(conn, order.id, &rows, line as usize, count)?),
            Edit::Add { line, variant, count } => {
                let Some(view) = &view else { return Ok(Err(ItemsRefusal::NotSold(line))) };
                let all = sold(conn, view, rows[line as usize].product)?;
                match all.into_iter().find(|sold| sold.variant == variant) {
                    None => return Ok(Err(ItemsRefusal::NotSold(line))),
                    Some(sold) if sold.left() == 0 => return Ok(Err(ItemsRefusal::OnlyLeft { line, left: 0 })),
                    Some(sold) if sold.left() < count => {
                        return Ok(Err(ItemsRefusal::OnlyLeft { line, left: sold.left() }));
                    }
                    Some(sold) => added.push((sold, line, count)),
                }
            }
        }
    }
    let plan = Plan { rows, taken, added, way: None, place: None };
    let fits = match &view {
        Some(view) if !plan.added.is_empty() => carried(conn, order, &plan, view, now)?,
        _ => true,
    };
    Ok(if fits { Ok(plan) } else { Err(ItemsRefusal::TooMuch) })
}

/// So many of a line go, as a credit note counts them where there is an invoice.
fn take(conn: &Conn, order: OrderId, rows: &[Row], at: usize, count: u32) -> Result<Taken> {
    let row = &rows[at];
    let paid = match row.billed {
        Some((invoice, line)) => documents::would_credit(conn, order, invoice, &Credit::Lines(vec![(line, count)]))?,
        None => part_of(row.paid(), count, row.line.quantity),
    };
    Ok(Taken { row: at, count, off: row.line.unit.minor * i64::from(count) - paid.minor })
}

/// Whether the way it is sent takes what it is then.
fn carried(conn: &Conn, order: &Order, plan: &Plan, view: &View, now: Timestamp) -> Result<bool> {
    if order.service == Service::Online {
        return Ok(false);
    }
    let gone = |at: usize| plan.taken.iter().filter(|taken| taken.row == at).map(|taken| taken.count).sum::<u32>();
    let stays = plan.rows.iter().enumerate().map(|(at, row)| (row.variant, row.line.quantity - gone(at)));
    let all: Vec<_> = stays.chain(plan.added.iter().map(|(sold, _, count)| (sold.variant, *count))).collect();
    let packet = Packet::of(things(conn, &all)?);
    let goods = Money::zero(view.list.exchange.from);
    let sending = Sending::by(&view.list, goods, Some(packet), now, 0);
    Ok(options(&sending).iter().any(|option| option.service == order.service))
}
