//! The days and the price of delivery to where the shopper is.

use domain::contact::Country;
use domain::delivery::{DeliveryOption, Free, Packet, Sending, Service, free, options};
use domain::market::PriceList;
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
}

/// "Arrives Tuesday to Thursday"; at once, where it needs no parcel.
pub fn arrives(words: Words, option: &DeliveryOption) -> String {
    match option.service {
        Service::Online => words.say("line-online"),
        _ => words.with("arrives", &[("days", words.days(option.from, option.to).into())]),
    }
}

impl Expected {
    /// For something that weighs next to nothing, as long as nobody has chosen anything.
    pub async fn of_anything() -> Result<Self, Failure> {
        let list = request::ask(|_, view| Ok(view.list)).await?;
        let now = request::db()?.now();
        Ok(Self::on(list, Money::zero(list.exchange.from), Some(Packet::default()), now))
    }

    /// For goods of this worth in the shop's books, packed so, on a price list.
    pub fn on(list: PriceList, goods: Money, packet: Option<Packet>, now: Timestamp) -> Self {
        let sending = Sending::by(&list, goods, packet, now, request::shop_offset(now));
        let option = options(&sending).into_iter().find(|option| option.service != Service::Pickup);
        Self { country: list.to, list, option, free: packet.and_then(|_| free(goods, list.home, list.to, &list.delivery)) }
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
