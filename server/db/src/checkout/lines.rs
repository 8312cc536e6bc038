//! The lines of an order, as the shopper reads them, in its language.

use domain::cart::{Cart, CartLine, GiftThing};
use domain::checkout::PlaceRefusal;
use domain::ids::{OrderId, VariantId};
use domain::money::Money;
use domain::offers::Best;
use domain::tax::Percent;

use crate::database::Tx;
use crate::error::{Answer, Error, Result};
use crate::stock::{self, Item};

/// Writes a line of the cart down, with what offers take off it and the rate of the tax inside.
pub(super) fn write(tx: &Tx<'_>, order: OrderId, position: i64, line: &CartLine, (off, percent): (Money, Percent)) -> Result<()> {
    write_down(tx, order, position, &Written::of(line, off, percent))
}

/// Gifts are lines that cost nothing. What they weigh is not counted: who gives a gift sends it.
pub(super) fn write_gifts(tx: &Tx<'_>, order: OrderId, cart: &Cart, best: &Best) -> Answer<(), PlaceRefusal> {
    let gifts = best.applied.iter().filter_map(|applied| cart.offering.gift(applied));
    for (gift, position) in gifts.zip(cart.lines.len() as i64..) {
        write_down(tx, order, position, &Written::gift(gift))?;
        if !stock::hold(tx, Item { variant: gift.variant, count: 1 }, order)? {
            return Err(Error::Refused(PlaceRefusal::OutOfStock));
        }
    }
    Ok(())
}

/// What a line of an order says.
struct Written<'a> {
    variant: VariantId,
    slug: &'a str,
    name: &'a str,
    values: &'a [String],
    picture: Option<&'a str>,
    unit: i64,
    count: u32,
    off: i64,
    percent: u32,
}

impl<'a> Written<'a> {
    fn of(line: &'a CartLine, off: Money, percent: Percent) -> Self {
        Self {
            variant: line.variant,
            slug: line.slug.as_str(),
            name: &line.name.text,
            values: &line.values,
            picture: line.picture.as_ref().map(|picture| picture.file.as_str()),
            unit: line.unit.minor,
            count: line.quantity.count(),
            off: off.minor,
            percent: percent.hundredths(),
        }
    }

    fn gift(gift: &'a GiftThing) -> Self {
        Self {
            variant: gift.variant,
            slug: gift.slug.as_str(),
            name: &gift.name.text,
            values: &gift.values,
            picture: gift.picture.as_deref(),
            unit: 0,
            count: 1,
            off: 0,
            percent: 0,
        }
    }
}

fn write_down(tx: &Tx<'_>, order: OrderId, position: i64, line: &Written<'_>) -> Result<()> {
    const WRITE: &str =
        "INSERT INTO order_lines (order_id, position, variant_id, product_id, slug, name, value1, value2, value3, sku, picture,
            unit_minor, quantity, off_minor, percent, gift_card)
        SELECT $1, $2, v.id, v.product_id, $3, $4, $5, $6, $7, v.sku, $8, $9, $10, $11, $12, p.tax_class = 'voucher'
        FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = $13";
    let value = |at: usize| line.values.get(at).map_or("", String::as_str);
    tx.run(
        WRITE,
        &[
            &order.0,
            &position,
            &line.slug,
            &line.name,
            &value(0),
            &value(1),
            &value(2),
            &line.picture,
            &line.unit,
            &line.count,
            &line.off,
            &line.percent,
            &line.variant.0,
        ],
    )?;
    Ok(())
}
