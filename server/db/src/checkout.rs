//! The checkout's draft, and `place`: the verb that turns a cart into an order.

use domain::cart::Cart;
use domain::checkout::{Agreed, Draft, Method, PlaceRefusal, Step, TypedAddress, may_place};
use domain::contact::{Address, Email};
use domain::delivery::{DeliveryOption, Service, options};
use domain::ids::{CartId, OrderId, PaymentId};
use domain::money::Money;
use domain::orders::{OrderEvent, OrderNumber};
use domain::pricing::{Totals, totals};
use domain::time::Timestamp;
use rusqlite::Row;

use crate::careless::{self, Way};
use crate::cart;
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::outbox::Job;
use crate::rows::Columns;
use crate::stock::{self, Item};
use crate::token::Token;

/// How long goods are held for an order that is not paid.
pub const HOLD_SECONDS: i64 = 15 * 60;
/// How long the shop waits before it asks the provider by itself.
const FIRST_LOOK_SECONDS: i64 = 60;

/// The draft of a cart; a blank one when nothing was said yet.
pub fn draft(conn: &Conn, cart: CartId) -> Result<Draft> {
    const OF: &str = "SELECT email, country, name, line1, line2, postcode, city, region, phone, service, method
        FROM drafts WHERE cart_id = $1";
    Ok(conn.one(OF, &[&cart.0], read)?.unwrap_or_default())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        typed: TypedAddress {
            email: row.get("email")?,
            country: row.get("country")?,
            name: row.get("name")?,
            line1: row.get("line1")?,
            line2: row.get("line2")?,
            postcode: row.get("postcode")?,
            city: row.get("city")?,
            region: row.get("region")?,
            phone: row.get("phone")?,
        },
        service: row.maybe_code("service")?,
        method: row.maybe_code("method")?,
    })
}

/// Keeps the address form as typed, right or wrong.
pub fn keep_address(tx: &Tx<'_>, token: &Token, typed: &TypedAddress) -> Answer<Draft, PlaceRefusal> {
    const KEEP: &str = "INSERT INTO drafts (cart_id, email, country, name, line1, line2, postcode, city, region, phone)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (cart_id) DO UPDATE SET email = excluded.email, country = excluded.country, name = excluded.name,
            line1 = excluded.line1, line2 = excluded.line2, postcode = excluded.postcode, city = excluded.city,
            region = excluded.region, phone = excluded.phone";
    let id = open_cart(tx, token)?;
    let t = typed;
    tx.run(KEEP, &[&id.0, &t.email, &t.country, &t.name, &t.line1, &t.line2, &t.postcode, &t.city, &t.region, &t.phone])?;
    Ok(draft(tx, id)?)
}

/// Keeps how it is to be sent.
pub fn keep_service(tx: &Tx<'_>, token: &Token, service: Service) -> Answer<Draft, PlaceRefusal> {
    const KEEP: &str =
        "INSERT INTO drafts (cart_id, service) VALUES ($1, $2) ON CONFLICT (cart_id) DO UPDATE SET service = excluded.service";
    let id = open_cart(tx, token)?;
    tx.run(KEEP, &[&id.0, &service.code()])?;
    Ok(draft(tx, id)?)
}

/// Keeps how it is to be paid.
pub fn keep_method(tx: &Tx<'_>, token: &Token, method: Method) -> Answer<Draft, PlaceRefusal> {
    const KEEP: &str =
        "INSERT INTO drafts (cart_id, method) VALUES ($1, $2) ON CONFLICT (cart_id) DO UPDATE SET method = excluded.method";
    let id = open_cart(tx, token)?;
    tx.run(KEEP, &[&id.0, &method.code()])?;
    Ok(draft(tx, id)?)
}

fn open_cart(conn: &Conn, token: &Token) -> Answer<CartId, PlaceRefusal> {
    cart::id_of(conn, token)?.ok_or(Error::Refused(PlaceRefusal::EmptyCart))
}

/// What a cart costs, sent as the draft says, if paid at `now`. None while there is no good address or no service.
pub fn sum(cart: &Cart, draft: &Draft, now: Timestamp) -> Option<(DeliveryOption, Totals)> {
    let (_, address) = draft.typed.parse().ok()?;
    let option = options(cart.goods(), address.country, now).into_iter().find(|option| Some(option.service) == draft.service)?;
    let totals = totals(cart, &option);
    Some((option, totals))
}

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
    /// The language to write in.
    pub lang: String,
    /// The provider to pay with.
    pub provider: &'static str,
    /// The sum on the button.
    pub agreed: Agreed,
}

/// An order that is written down, and the payment to make for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The order.
    pub order: OrderId,
    /// Its number.
    pub number: OrderNumber,
    /// The payment.
    pub payment: PaymentId,
    /// What is to be paid.
    pub total: Money,
}

/// Writes the order, holds its goods and says what is to be done next, in one transaction.
///
/// A cart becomes one order: asked again, by a second click, tab or retry, it gives the same one.
pub fn place(tx: &Tx<'_>, placing: &Placing) -> Answer<Placed, PlaceRefusal> {
    if let Some(placed) = placed_before(tx, &placing.cart)?.filter(|_| !careless::is(Way::Twice)) {
        return Ok(placed);
    }
    let id = open_cart(tx, &placing.cart)?;
    let (cart, draft) = (cart::by_id(tx, id)?, draft(tx, id)?);
    let (option, totals) = sum(&cart, &draft, tx.now()).ok_or_else(|| Error::Refused(PlaceRefusal::StepMissing(draft.next())))?;
    may_place(&cart, &draft, totals.total, placing.agreed).or_else(forgiven).map_err(Error::Refused)?;
    let Ok((email, address)) = draft.typed.parse() else {
        return Err(Error::Refused(PlaceRefusal::StepMissing(Step::Address)));
    };
    let order = write_order(tx, placing, id, &Agreement { email: &email, address: &address, option: &option, totals })?;
    for (line, position) in cart.lines.iter().zip(0_i64..) {
        write_line(tx, order, position, line)?;
        if !stock::hold(tx, Item { variant: line.variant, count: line.quantity.count() }, order)? {
            return Err(Error::Refused(PlaceRefusal::OutOfStock));
        }
    }
    let payment = write_payment(tx, order, placing.provider, totals.total)?;
    crate::orders::note(tx, order, OrderEvent::Placed)?;
    tx.later(Job::AskPayment, payment.0, tx.now().plus_seconds(FIRST_LOOK_SECONDS))?;
    tx.later(Job::ExpireOrder, order.0, tx.now().plus_seconds(HOLD_SECONDS))?;
    Ok(Placed { order, number: placing.number.clone(), payment, total: totals.total })
}

fn forgiven(refusal: PlaceRefusal) -> std::result::Result<(), PlaceRefusal> {
    if careless::is(Way::Oversell) { Ok(()) } else { Err(refusal) }
}

/// Whether the cart of this secret has become an order.
pub fn is_placed(conn: &Conn, cart: &Token) -> Result<bool> {
    Ok(placed_before(conn, cart)?.is_some())
}

/// The number of the order that the cart of this secret has become.
pub fn order_of(conn: &Conn, cart: &Token) -> Result<Option<OrderNumber>> {
    Ok(placed_before(conn, cart)?.map(|placed| placed.number))
}

fn placed_before(conn: &Conn, cart: &Token) -> Result<Option<Placed>> {
    const BEFORE: &str = "SELECT o.id, o.number, o.total_minor, o.currency,
            (SELECT p.id FROM payments p WHERE p.order_id = o.id ORDER BY p.id DESC LIMIT 1) AS payment
        FROM carts c JOIN orders o ON o.cart_id = c.id WHERE c.token_hash = $1";
    conn.one(BEFORE, &[&cart.hash()], |row| {
        Ok(Placed {
            order: OrderId(row.get("id")?),
            number: row.text("number")?,
            payment: PaymentId(row.get("payment")?),
            total: row.money("total_minor", "currency")?,
        })
    })
}

/// What was agreed, as it is written on the order.
struct Agreement<'a> {
    email: &'a Email,
    address: &'a Address,
    option: &'a DeliveryOption,
    totals: Totals,
}

fn write_order(tx: &Tx<'_>, placing: &Placing, cart: CartId, agreed: &Agreement<'_>) -> Result<OrderId> {
    const WRITE: &str =
        "INSERT INTO orders (number, cart_id, token_hash, browser_hash, lang, state, placed_at, email, name, line1,
            line2, city, region, postcode, country, phone, service, promised_from, promised_to, currency, goods_minor,
            delivery_minor, total_minor)
        VALUES ($1, $2, $3, $4, $5, 'placed', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
        RETURNING id";
    let Agreement { email, address, option, totals } = agreed;
    let id = tx.one(
        WRITE,
        &[
            &placing.number.as_str(),
            &careless::forget(cart)?.0,
            &placing.link.hash(),
            &placing.browser.hash(),
            &placing.lang,
            &tx.now().0,
            &email.as_str(),
            &address.name.as_str(),
            &address.line1,
            &address.line2,
            &address.city,
            &address.region,
            &address.postcode,
            &address.country.code(),
            &address.phone,
            &option.service.code(),
            &option.from.0,
            &option.to.0,
            &totals.total.currency.code(),
            &totals.goods.minor,
            &totals.delivery.minor,
            &totals.total.minor,
        ],
        |row| Ok(OrderId(row.get("id")?)),
    )?;
    id.ok_or(Fault::Books("a new order has no id".to_owned()))
}

fn write_line(tx: &Tx<'_>, order: OrderId, position: i64, line: &domain::cart::CartLine) -> Result<()> {
    const WRITE: &str =
        "INSERT INTO order_lines (order_id, position, variant_id, slug, name, value1, value2, value3, sku, picture,
            unit_minor, quantity)
        SELECT $1, $2, v.id, p.slug, p.name, v.value1, v.value2, v.value3, v.sku, $3, $4, $5
        FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = $6";
    let picture = line.picture.as_ref().map(|picture| picture.file.as_str());
    tx.run(WRITE, &[&order.0, &position, &picture, &line.unit.minor, &line.quantity.count(), &line.variant.0])?;
    Ok(())
}

fn write_payment(tx: &Tx<'_>, order: OrderId, provider: &str, total: Money) -> Result<PaymentId> {
    const WRITE: &str = "INSERT INTO payments (order_id, provider, state, minor, currency, made_at)
        VALUES ($1, $2, 'pending', $3, $4, $5) RETURNING id";
    let id = tx.one(WRITE, &[&order.0, &provider, &total.minor, &total.currency.code(), &tx.now().0], |row| {
        Ok(PaymentId(row.get("id")?))
    })?;
    id.ok_or(Fault::Books("a new payment has no id".to_owned()))
}
