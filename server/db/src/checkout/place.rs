//! `place`: the verb that turns a cart into an order.

use domain::cart::GiftNote;
use domain::checkout::{Agreed, Draft, PlaceRefusal, Standing, Step, may_place};
use domain::contact::{Address, Email};
use domain::delivery::{DeliveryOption, PickupPoint, Service};
use domain::ids::{CartId, OrderId};
use domain::market::Market;
use domain::notifications::Kind;
use domain::orders::{OrderEvent, OrderNumber};
use domain::payments::{Report, Reported};
use domain::pricing::Totals;
use domain::tax::Treatment;

use super::draft::evidence;
use super::{Moment, Placed, lines, open_cart, placed_before, standing};
use crate::careless::{self, Way};
use crate::database::Tx;
use crate::error::{Answer, Error, Fault, Result};
use crate::gift_cards;
use crate::notifications;
use crate::offers;
use crate::payments::{self, Takers};
use crate::stock::{self, Item};
use crate::token::Token;

/// Who places an order, and what they saw.
#[derive(Clone, Debug)]
pub struct Placing {
    /// The cart's secret: the key that makes one order of one cart.
    pub cart: Token,
    /// The secret of the browser, for its own order history.
    pub browser: Token,
    /// The number it gets if it is new.
    pub number: OrderNumber,
    /// The secret of that order's link.
    pub link: Token,
    /// The language to write in, and what is paid in.
    pub market: Market,
    /// How far the shop's clock is ahead of UTC now, in minutes.
    pub shop_offset_minutes: i16,
    /// Who takes the money of each way.
    pub takers: Takers,
    /// The sum on the button.
    pub agreed: Agreed,
}

/// Writes the order, holds its goods and says what is to be done next, in one transaction.
///
/// A cart becomes one order: asked again, by a second click, tab or retry, it gives the same one. Prices, the day's rate,
/// what offers take off and the tax inside are written with it, so that nothing that happens later changes them.
pub fn place(tx: &Tx<'_>, placing: &Placing) -> Answer<Placed, PlaceRefusal> {
    if let Some(placed) = placed_before(tx, &placing.cart)?.filter(|_| !careless::is(Way::Twice)) {
        careless::rewrite(tx, &placed, placing)?;
        return Ok(placed);
    }
    let id = open_cart(tx, &placing.cart)?;
    let moment = Moment { now: tx.now(), shop_offset_minutes: placing.shop_offset_minutes };
    let standing = standing(tx, id, placing.market, moment)?;
    let missing = |step| Error::Refused(PlaceRefusal::StepMissing(step));
    let option = standing.chosen().ok_or_else(|| missing(standing.next()))?;
    let totals = careless::as_told(standing.totals(&option), placing.agreed);
    may_place(&standing, &option, totals.due(), placing.agreed).or_else(forgiven).map_err(Error::Refused)?;
    let Ok((email, address)) = standing.draft.typed.parse() else { return Err(missing(Step::Address)) };
    let pickup = pickup(&standing, &option).ok_or_else(|| missing(Step::Delivery))?;
    let agreement = Agreement { email: &email, address: &address, option: &option, pickup, totals: &totals, standing: &standing };
    let order = write_order(tx, placing, id, &agreement)?;
    for ((line, off), position) in standing.cart.lines.iter().zip(&totals.best.lines).zip(0_i64..) {
        let percent = standing.view.list.inside(line.tax).unwrap_or_default();
        lines::write(tx, order, position, line, (off.1, percent))?;
        if !stock::hold(tx, Item { variant: line.variant, count: line.quantity.count() }, order)? {
            return Err(Error::Refused(PlaceRefusal::OutOfStock));
        }
    }
    lines::write_gifts(tx, order, &standing.cart, &totals.best)?;
    write_taxes(tx, order, &totals)?;
    offers::note(tx, order, &standing.cart.offering, &totals.best)?;
    if let Some(Ok(words)) = standing.draft.said_to_courier() {
        tx.run(INSTRUCT, &[&order.0, &words.as_str()])?;
    }
    if standing.view.list.treatment == Treatment::ReverseCharge {
        write_buyer(tx, order, &standing.draft)?;
    }
    if !gift_cards::spend(tx, order, &totals.cards)? {
        return Err(Fault::Books("a gift card holds less than the cart said".to_owned()).into());
    }
    let way = standing.way(&option, totals.due()).ok_or_else(|| missing(Step::Payment))?;
    let provider = placing.takers.of(way).ok_or_else(|| missing(Step::Payment))?;
    let payment = payments::begin(tx, order, way, provider, totals.due())?;
    if way.can_be_kept() {
        payments::open_purse(tx, payment, standing.draft.keep_card)?;
    }
    crate::orders::note(tx, order, OrderEvent::Placed)?;
    notifications::proven(tx, &email)?;
    notifications::say(tx, Kind::Received, order)?;
    if way == domain::payments::Way::Nothing {
        // Where gift cards and offers pay for everything, nobody has to be asked whether the money is there.
        let nothing = Report { state: Reported::Captured, ..Report::open(totals.due(), "") };
        payments::settle(tx, payment, &nothing).map_err(Fault::from)?;
    }
    Ok(Placed { order, number: placing.number.clone(), payment, due: totals.due() })
}

/// A word to whoever brings it.
const INSTRUCT: &str = "INSERT INTO order_instructions (order_id, words) VALUES ($1, $2)";

fn forgiven(refusal: PlaceRefusal) -> std::result::Result<(), PlaceRefusal> {
    if careless::is(Way::Oversell) { Ok(()) } else { Err(refusal) }
}

/// Where a parcel for a pickup point goes, in one line; nothing for one that goes to the door. None when the point is of
/// another country, or of none.
fn pickup(standing: &Standing, option: &DeliveryOption) -> Option<String> {
    if option.service != Service::Pickup {
        return Some(String::new());
    }
    standing.pickup.as_ref().map(PickupPoint::whole)
}

/// What was agreed, as it is written on the order.
struct Agreement<'a> {
    email: &'a Email,
    address: &'a Address,
    option: &'a DeliveryOption,
    pickup: String,
    totals: &'a Totals,
    standing: &'a Standing,
}

fn write_order(tx: &Tx<'_>, placing: &Placing, cart: CartId, agreed: &Agreement<'_>) -> Result<OrderId> {
    const WRITE: &str =
        "INSERT INTO orders (number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, name, line1,
            line2, city, district, region, postcode, country, phone, service, pickup, promised_from, promised_to, currency,
            goods_minor, delivery_minor, total_minor, tax_minor, treatment, home_currency, rate, rate_day, goods_off_minor,
            delivery_off_minor, person, cards_minor, gift_note, texts)
        VALUES ($1, $2, $3, $4, $5, 'placed', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
            $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35)
        RETURNING id";
    let Agreement { email, address, option, pickup, totals, standing } = agreed;
    let list = &standing.view.list;
    let id = tx.one(
        WRITE,
        &[
            &placing.number.as_str(),
            &careless::forget(cart)?.0,
            &placing.link.hash(),
            &placing.browser.hash(),
            &placing.market.lang.code(),
            &tx.now().0,
            &email.as_str(),
            &address.name.as_str(),
            &address.line1,
            &address.line2,
            &address.city,
            &address.district,
            &address.region,
            &address.postcode,
            &address.country.code(),
            &address.phone,
            &option.service.code(),
            pickup,
            &option.from.0,
            &option.to.0,
            &totals.total.currency.code(),
            &totals.goods.minor,
            &totals.delivery.minor,
            &totals.total.minor,
            &totals.tax().minor,
            &list.treatment.code(),
            &list.exchange.from.code(),
            &list.exchange.text(),
            &list.exchange.day.0,
            &totals.best.goods.minor,
            &totals.best.delivery.minor,
            &email.person(),
            &totals.by_cards().minor,
            &standing.cart.note.as_ref().map_or("", GiftNote::as_str),
            &standing.draft.texts,
        ],
        |row| Ok(OrderId(row.get("id")?)),
    )?;
    id.ok_or(Fault::Books("a new order has no id".to_owned()))
}

fn write_taxes(tx: &Tx<'_>, order: OrderId, totals: &Totals) -> Result<()> {
    const WRITE: &str = "INSERT INTO order_taxes (order_id, percent, net, tax) VALUES ($1, $2, $3, $4)";
    for line in &totals.taxes {
        tx.run(WRITE, &[&order.0, &line.percent.hundredths(), &line.net.minor, &line.tax.minor])?;
    }
    Ok(())
}

/// The business that owes the tax itself, with the evidence that it is one.
fn write_buyer(tx: &Tx<'_>, order: OrderId, draft: &Draft) -> Result<()> {
    const WRITE: &str = "UPDATE orders SET vat = $1, vat_reference = $2, vat_checked_at = $3 WHERE id = $4";
    let (reference, at) = evidence(draft.vat_check.as_ref());
    tx.run(WRITE, &[&draft.vat, &reference, &at, &order.0])?;
    Ok(())
}
