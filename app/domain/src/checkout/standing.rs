//! A checkout as it stands: what is bought, what was said, and what follows from both.

use super::{Draft, Step};
use crate::cart::Cart;
use crate::contact::Country;
use crate::delivery::{Delay, DeliveryOption, LeftOut, PickupPoint, Sending, Service, felt, left_out, options};
use crate::exchange::Rates;
use crate::market::View;
use crate::money::Money;
use crate::offers::Now;
use crate::payments::{Asked, Way};
use crate::pricing::{Totals, totals};
use crate::time::Timestamp;

/// A cart and its draft, in the market of the address typed so far.
#[derive(Clone, Debug)]
pub struct Standing {
    /// What is bought.
    pub cart: Cart,
    /// What was said so far.
    pub draft: Draft,
    /// The pickup point that was chosen, where it is one of the country it goes to.
    pub pickup: Option<PickupPoint>,
    /// The reader's language and prices.
    pub view: View,
    /// The day's rates, for customs' thresholds.
    pub rates: Option<Rates>,
    /// Now.
    pub now: Timestamp,
    /// How far the shop's clock is ahead of UTC now, in minutes.
    pub shop_offset_minutes: i16,
}

impl Standing {
    /// Where it goes: what the address says, or where the shopper has said before.
    pub fn country(&self) -> Country {
        self.view.list.to
    }

    /// The ways to send it, cheapest first, with prices of the shop's books.
    pub fn options(&self) -> Vec<DeliveryOption> {
        options(&self.sending())
    }

    /// The ways that go there and do not take it.
    pub fn left_out(&self) -> Vec<LeftOut> {
        left_out(&self.sending())
    }

    /// The announced delays that one of these ways runs into, the longest first.
    pub fn delays(&self, ways: &[DeliveryOption]) -> Vec<Delay> {
        felt(&self.sending(), ways).into_iter().cloned().collect()
    }

    fn sending(&self) -> Sending {
        Sending::of(&self.cart, self.now, self.shop_offset_minutes)
    }

    /// The delivery chosen, while it can still be had.
    pub fn chosen(&self) -> Option<DeliveryOption> {
        self.options().into_iter().find(|option| Some(option.service) == self.draft.service)
    }

    /// The delivery chosen, or the cheapest to the door while none is: what a sum is shown with.
    pub fn shown(&self) -> Option<DeliveryOption> {
        let options = self.options();
        let chosen = options.iter().find(|option| Some(option.service) == self.draft.service);
        let cheapest = || options.iter().find(|option| option.service != Service::Pickup);
        chosen.or_else(cheapest).or(options.first()).cloned()
    }

    /// What it costs with that delivery.
    pub fn totals(&self, option: &DeliveryOption) -> Totals {
        let now = Now { at: self.now, day: self.now.day_at(self.shop_offset_minutes) };
        totals(&self.cart, option, &self.view.list, &self.draft.typed.region, self.rates.as_ref(), now)
    }

    /// What decides in which ways that can be paid; `sum` is what is left to pay.
    pub fn asked(&self, option: &DeliveryOption, sum: Money) -> Asked {
        Asked { country: self.country(), sum, to_the_door: !matches!(option.service, Service::Pickup | Service::Online) }
    }

    /// The way it is paid, while it can still be had. Nobody has to choose where nothing is left to pay.
    pub fn way(&self, option: &DeliveryOption, due: Money) -> Option<Way> {
        let asked = self.asked(option, due);
        let way = if asked.sum.is_zero() { Some(Way::Nothing) } else { self.draft.way };
        way.filter(|way| asked.fits(*way))
    }

    /// The first step that still has to be done: also when what was chosen can no longer be had.
    pub fn next(&self) -> Step {
        match (self.draft.next(), self.chosen()) {
            (Step::Payment | Step::Review, None) => Step::Delivery,
            (Step::Payment | Step::Review, Some(option)) => self.next_with(&option, self.totals(&option).due()),
            (step, _) => step,
        }
    }

    /// The same for who knows the delivery chosen and what is left to pay with it: offers are weighed once.
    pub fn next_with(&self, option: &DeliveryOption, due: Money) -> Step {
        match self.draft.next() {
            Step::Payment | Step::Review => self.way(option, due).map_or(Step::Payment, |_| Step::Review),
            step => step,
        }
    }
}
