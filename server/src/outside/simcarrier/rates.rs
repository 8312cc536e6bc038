//! What SimCarrier asks for a parcel: the shop's own tariff, which is its price list.

use app::i18n::format::offset;
use domain::delivery::{DeliveryOption, Sending, TARIFF_CURRENCY, options};
use domain::exchange::Exchange;
use domain::money::Money;
use domain::time::Timestamp;
use domain::tracking::Rate;

use super::plan::Door;
use crate::outside::carriers::Consignment;

/// The ways it would bring a parcel from this door, the cheapest first.
pub fn of(door: &Door, Consignment { order, packet, .. }: Consignment<'_>, now: Timestamp) -> Vec<Rate> {
    let sending = Sending {
        // What the goods are worth earns the merchant no free delivery.
        goods: Money::zero(TARIFF_CURRENCY),
        exchange: Exchange::none(TARIFF_CURRENCY, now.day()),
        packet: Some(packet),
        from: door.country(),
        to: order.address.country,
        now,
        shop_offset_minutes: offset(door.zone(), now),
        handling_days: 0,
        delays: Vec::new(),
    };
    // Its ways are the shop's: it calls them by their codes.
    let rate = |option: DeliveryOption| Rate {
        name: option.service.code().to_owned(),
        brand: String::new(),
        price: option.price,
        days: Some((option.from, option.to)),
    };
    options(&sending).into_iter().map(rate).collect()
}
