//! Which messages there are, and what each is like.

use crate::codes;

codes! {
    /// What a message is about.
    Kind {
        /// The order is written down, and what happens next.
        Received = "received",
        /// Its money is there, or certain.
        Paid = "paid",
        /// It waits for its money: the account, the slip or the code, and until when.
        PaymentPending = "payment_pending",
        /// It is about to be given up for lack of money.
        PaymentExpiring = "payment_expiring",
        /// Its shopper has changed what is in it.
        Changed = "changed",
        /// All of it is picked and packed, with a label on each of its parcels.
        Packed = "packed",
        /// Its parcel is on the way, with the number to follow it by.
        Shipped = "shipped",
        /// Its parcel comes on another day than was said, and why.
        Delayed = "delayed",
        /// Its parcel comes today.
        OutForDelivery = "out_for_delivery",
        /// Its parcel can be fetched, and where.
        PickupReady = "pickup_ready",
        /// Its parcel waits to be fetched still, and goes back if nobody does.
        PickupWaits = "pickup_waits",
        /// Nobody was in.
        AttemptFailed = "attempt_failed",
        /// The day its parcel was to come on is over, and nobody has said another.
        Late = "late",
        /// Its parcel is damaged, lost or not let through, as its carrier says.
        Trouble = "trouble",
        /// Its parcel goes back to the shop.
        Returning = "returning",
        /// Its parcel is back in the shop.
        CameBack = "came_back",
        /// It is there: thanks, and how to look after it.
        Delivered = "delivered",
        /// How things are sent back, and until when.
        HowToReturn = "how_to_return",
        /// Asked some days later.
        HowWasIt = "how_was_it",
        /// It will not be delivered.
        Cancelled = "cancelled",
        /// Money went back.
        Refunded = "refunded",
        /// The link to the order, asked for by whoever has lost it.
        OrderLink = "order_link",
        /// Staff have answered what was told to be wrong with the order.
        ProblemAnswered = "problem_answered",
        /// Staff have said that an order cannot be cancelled any more, and why.
        CancelDeclined = "cancel_declined",
        /// A thing somebody waits for can be bought again.
        BackInStock = "back_in_stock",
        /// Things in somebody's list cost less.
        PriceFell = "price_fell",
        /// Whether an address is to be told of a list, asked of whoever has it.
        ListConfirm = "list_confirm",
        /// A cart was filled and left; only who asked for it is reminded.
        CartLeft = "cart_left",
        /// The link that signs in, asked for by whoever has the address.
        SignIn = "sign_in",
        /// An account is to have this address, if whoever has the address says so.
        EmailNew = "email_new",
        /// An account is to have another address than this, unless whoever has this one refuses.
        EmailOld = "email_old",
        /// An account has one more passkey.
        PasskeyAdded = "passkey_added",
        /// A passkey was refused, since there may be a copy of it.
        PasskeyRefused = "passkey_refused",
    }
}

codes! {
    /// How a message is carried.
    Channel {
        /// A letter.
        Email = "email",
        /// A text message to a telephone.
        Sms = "sms",
        /// A notice of the browser.
        Push = "push",
    }
}

/// How much a message may disturb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// About an order.
    Order,
    /// About an order, and of no use tomorrow.
    Urgent,
    /// Not about an order: nobody has to have it.
    Marketing,
}

const DAY: i64 = 24 * 3600;

impl Kind {
    /// How much it may disturb.
    pub const fn class(self) -> Class {
        match self {
            Kind::OutForDelivery | Kind::AttemptFailed | Kind::OrderLink | Kind::ListConfirm => Class::Urgent,
            _ if self.is_of_account() => Class::Urgent,
            Kind::HowWasIt | Kind::BackInStock | Kind::PriceFell | Kind::CartLeft => Class::Marketing,
            _ => Class::Order,
        }
    }

    /// Whether it is about an account, and of no order.
    pub const fn is_of_account(self) -> bool {
        matches!(self, Kind::SignIn | Kind::EmailNew | Kind::EmailOld | Kind::PasskeyAdded | Kind::PasskeyRefused)
    }

    /// What may carry it.
    pub const fn channels(self) -> &'static [Channel] {
        match self {
            Kind::PaymentExpiring => &[Channel::Email, Channel::Sms, Channel::Push],
            _ if self.is_about_parcel() => &[Channel::Email, Channel::Sms, Channel::Push],
            Kind::Packed => &[Channel::Email, Channel::Push],
            _ => &[Channel::Email],
        }
    }

    /// Whether it is sent on a channel to who has said nothing of it: that something is packed is no letter unless that is asked for.
    pub const fn is_usual(self, channel: Channel) -> bool {
        !matches!((self, channel), (Kind::Packed, Channel::Email))
    }

    /// How long a device that cannot be reached is waited for, in seconds: tomorrow nobody needs to know what was urgent today.
    pub const fn waits_for_device(self) -> i64 {
        match (self, self.class()) {
            (_, Class::Urgent) => DAY / 4,
            // The day after it the order is given up.
            (Kind::PaymentExpiring, _) => DAY,
            (_, Class::Order | Class::Marketing) => 2 * DAY,
        }
    }

    /// Whether it is sent whatever its reader has chosen: what the law wants confirmed on a durable medium (Directive 2011/83/EU
    /// art. 8(7)), what money hangs on, and what was asked for this moment.
    pub const fn is_always_sent(self) -> bool {
        matches!(
            self,
            Kind::Received
                | Kind::Paid
                | Kind::PaymentPending
                | Kind::PaymentExpiring
                | Kind::Changed
                | Kind::Cancelled
                | Kind::Refunded
                | Kind::OrderLink
                | Kind::ProblemAnswered
                | Kind::CancelDeclined
                | Kind::ListConfirm
        ) || self.is_of_account()
    }

    /// Whether what was ordered stands in it.
    pub const fn lists_goods(self) -> bool {
        matches!(
            self,
            Kind::Received
                | Kind::Paid
                | Kind::Changed
                | Kind::PaymentPending
                | Kind::Shipped
                | Kind::Delivered
                | Kind::Cancelled
                | Kind::OrderLink
        )
    }

    /// Whether the parcel stands in it.
    pub const fn is_about_parcel(self) -> bool {
        matches!(
            self,
            Kind::Shipped
                | Kind::Delayed
                | Kind::OutForDelivery
                | Kind::PickupReady
                | Kind::PickupWaits
                | Kind::AttemptFailed
                | Kind::Late
                | Kind::Trouble
                | Kind::Returning
                | Kind::CameBack
                | Kind::Delivered
        )
    }

    /// How long after its event it is due, in seconds. An order is mostly paid within two minutes of being placed, and then both
    /// are said at once.
    pub const fn waits_seconds(self) -> i64 {
        match self {
            Kind::Received => 120,
            // The carrier mostly comes soon, and then that is said.
            Kind::Packed => 900,
            Kind::HowToReturn | Kind::PickupWaits => 3 * DAY,
            Kind::HowWasIt => 7 * DAY,
            Kind::CartLeft => 20 * 3600,
            // What falls within it goes along: prices are mostly changed many at a time.
            Kind::PriceFell => 900,
            _ => 0,
        }
    }

    /// Whether it goes alone, and not together with others about the same order.
    pub const fn goes_alone(self) -> bool {
        matches!(
            self,
            Kind::HowWasIt
                | Kind::HowToReturn
                | Kind::OrderLink
                | Kind::ProblemAnswered
                | Kind::CancelDeclined
                | Kind::BackInStock
                | Kind::PriceFell
                | Kind::ListConfirm
                | Kind::CartLeft
        ) || self.is_of_account()
    }

    /// Whether it has nothing more to say once `newer` has happened.
    pub const fn is_stale_after(self, newer: Kind) -> bool {
        use Kind as K;
        match newer {
            K::Paid => matches!(self, K::PaymentPending | K::PaymentExpiring),
            K::Cancelled => matches!(
                self,
                K::Paid
                    | K::Changed
                    | K::PaymentPending
                    | K::PaymentExpiring
                    | K::Packed
                    | K::Shipped
                    | K::Delayed
                    | K::Late
                    | K::HowToReturn
                    | K::HowWasIt
            ),
            K::Shipped => matches!(self, K::Packed),
            K::Delayed => matches!(self, K::Packed | K::Delayed | K::Late | K::OutForDelivery),
            K::Late => matches!(self, K::Packed | K::OutForDelivery),
            K::OutForDelivery | K::PickupReady | K::AttemptFailed => {
                self.is_of_the_way() && !matches!(self, K::PickupReady | K::PickupWaits)
            }
            // The number of its parcel is good to have, whatever has happened to it.
            K::Trouble => self.is_of_the_way() && !matches!(self, K::Shipped),
            K::Delivered => self.is_of_the_way(),
            K::Returning => self.is_of_the_way() || matches!(self, K::HowToReturn | K::HowWasIt),
            K::CameBack => self.is_of_the_way() || matches!(self, K::Returning | K::HowToReturn | K::HowWasIt),
            _ => false,
        }
    }

    /// Whether it says where a parcel is on its way to its reader, which is over once it has ended.
    const fn is_of_the_way(self) -> bool {
        matches!(
            self,
            Kind::Packed
                | Kind::Shipped
                | Kind::Delayed
                | Kind::OutForDelivery
                | Kind::PickupReady
                | Kind::PickupWaits
                | Kind::AttemptFailed
                | Kind::Late
                | Kind::Trouble
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_about_an_order_can_always_be_declined() {
        for &kind in Kind::ALL {
            assert!(kind.class() != Class::Marketing || !kind.is_always_sent(), "{kind:?}");
            assert!(kind.channels().contains(&Channel::Email), "{kind:?}");
            assert!(!kind.is_always_sent() || kind.is_usual(Channel::Email), "{kind:?}");
        }
    }

    #[test]
    fn a_message_is_not_made_stale_by_what_came_before_it() {
        use Kind as K;
        let way = [K::Received, K::PaymentPending, K::Paid, K::Packed, K::Shipped, K::OutForDelivery, K::Delivered];
        for (at, older) in way.iter().enumerate() {
            assert!(way[..at].iter().all(|before| !older.is_stale_after(*before)), "{older:?}");
        }
        assert!(K::Delayed.is_stale_after(K::Delayed), "of two new days the newer counts");
        assert!(!K::Refunded.is_stale_after(K::Refunded), "money went back twice");
        let back = [K::Shipped, K::Trouble, K::Returning, K::CameBack];
        for (at, older) in back.iter().enumerate() {
            assert!(back[..at].iter().all(|before| !older.is_stale_after(*before)), "{older:?}");
        }
        assert!(!K::Shipped.is_stale_after(K::Trouble), "its number is told");
        assert!(!K::PickupWaits.is_stale_after(K::PickupReady) && K::PickupWaits.is_stale_after(K::Returning));
    }
}
