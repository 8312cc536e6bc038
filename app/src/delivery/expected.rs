//! The days and the price of delivery to where the shopper is.

use db::Conn;
use domain::catalogue::Variant;
use domain::contact::Country;
use domain::delivery::{Delay, DeliveryOption, Free, Packet, Sending, Service, felt, free, next_cut_off, options};
use domain::market::{PriceList, View};
use domain::money::Money;
use domain::tax::TaxClass;
use domain::time::Timestamp;

use crate::failure::Failure;
use crate::i18n::Words;
use crate::request;

/// What a shopper who has not said anything yet may expect.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Where it goes.
    pub country: Country,
    /// The price list there.
    pub list: PriceList,
    /// The cheapest way to the door, its price of the books; none where nobody carries such a thing.
    pub option: Option<DeliveryOption>,
    /// How far the goods are from free delivery, in the shop's books; none where it is never free.
    pub free: Option<Free>,
    /// The announced delays it runs into, the longest first.
    pub delays: Vec<Delay>,
    /// Until when it must be paid to leave on the day that is counted from; none for what is made first, and what needs no parcel.
    pub cut_off: Option<Timestamp>,
}

/// "Arrives Tuesday to Thursday"; at once, where it needs no parcel.
pub fn arrives(words: Words, option: &DeliveryOption) -> String {
    match option.service {
        Service::Online => words.say("line-online"),
        _ => words.with("arrives", &[("days", words.days(option.from, option.to).into())]),
    }
}

/// What is announced where a shopper is, as far as their country says it.
pub fn delays_of(conn: &Conn, view: &View) -> db::Result<Vec<Delay>> {
    db::delays::at(conn, view.list.to, "", view.list.day)
}

impl Expected {
    /// For something that weighs next to nothing, as long as nobody has chosen anything.
    pub async fn of_anything() -> Result<Self, Failure> {
        let (list, delays) = request::ask(|conn, view| Ok((view.list, delays_of(conn, view)?))).await?;
        let now = request::db()?.now();
        Ok(Self::of_little(list, delays, now))
    }

    /// The same on a price list, where something is announced.
    pub fn of_little(list: PriceList, delays: Vec<Delay>, now: Timestamp) -> Self {
        let offset = request::shop_offset(now);
        let little = Sending::by(&list, Money::zero(list.exchange.from), Some(Packet::default()), now, offset);
        Self::on(list, &Sending { delays, ..little })
    }

    /// For one of a product.
    pub fn of_one(list: PriceList, variant: &Variant, delays: Vec<Delay>, now: Timestamp) -> Self {
        let one = Sending::by(&list, variant.home, variant.packet(), now, request::shop_offset(now));
        Self::on(list, &Sending { handling_days: variant.ready_days, delays, ..one })
    }

    /// For what is to be sent, on a price list.
    pub fn on(list: PriceList, sending: &Sending) -> Self {
        let option = options(sending).into_iter().find(|option| option.service != Service::Pickup);
        let delays = felt(sending, option.as_slice()).into_iter().cloned().collect();
        let free = sending.packet.and_then(|_| free(sending.goods, list.home, list.to, &list.delivery));
        let waits = sending.packet.is_none() || sending.handling_days > 0 || option.is_none();
        let cut_off = (!waits).then(|| next_cut_off(sending.from, sending.now, request::shop_offset));
        Self { country: list.to, list, option, free, delays, cut_off }
    }

    /// "Order by 14:00 on Friday and it leaves that day". It names the day, so that it stays true on a page that is kept.
    pub fn order_by(&self, words: Words) -> Option<String> {
        let at = self.cut_off?;
        let offset = request::shop_offset(at);
        let key = if self.list.home == self.country { "order-by" } else { "order-by-ours" };
        let about = [("time", words.clock(at, offset).into()), ("day", words.day(at.day_at(offset)).into())];
        Some(words.with(key, &about))
    }

    /// Whether it crosses a border where taxes may be asked for.
    pub fn abroad(&self) -> bool {
        self.list.inside(TaxClass::Standard).is_none()
    }

    /// "To Latvia: Tuesday to Thursday".
    pub fn when(&self, words: Words) -> String {
        let country = words.country(self.country);
        match &self.option {
            Some(option) if option.service == Service::Online => words.say("line-online"),
            Some(option) => {
                let days = words.days(option.from, option.to);
                words.with("line-delivery", &[("country", country.into()), ("days", days.into())])
            }
            None => words.with("line-delivery-none", &[("country", country.into())]),
        }
    }

    /// What it costs, and from when on it is free.
    pub fn cost(&self, words: Words) -> String {
        let Some(option) = &self.option else { return words.say("line-delivery-none-text") };
        if option.service == Service::Online {
            return words.say("line-online-text");
        }
        let price = self.price(words).unwrap_or_default();
        match self.free.filter(|_| !option.price.is_zero()) {
            Some(free) => {
                let from = words.round_money(self.list.exchange.price(free.from));
                words.with("line-delivery-cost", &[("price", price.into()), ("free", from.into())])
            }
            None => words.with("line-delivery-price", &[("price", price.into())]),
        }
    }

    /// The price of delivery as it is shown; none where nobody carries such a thing.
    pub fn price(&self, words: Words) -> Option<String> {
        let price = self.list.service(self.option.as_ref()?.price);
        Some(if price.is_zero() { words.say("delivery-free") } else { words.money(price) })
    }

    /// Both in one sentence, for the first page.
    pub fn says(&self, words: Words) -> String {
        format!("{}. {}", self.when(words), self.cost(words))
    }

    /// What stands beside a price: the tax in it, or that it is left out.
    pub fn tax(&self, words: Words, class: TaxClass) -> String {
        match self.list.inside(class) {
            _ if class == TaxClass::Voucher => words.say("product-tax-voucher"),
            Some(percent) => words.with("product-tax", &[("percent", words.percent(percent).into())]),
            None => words.say("product-tax-none"),
        }
    }
}
