//! Offers: what makes an order cheaper, by itself or behind a code, and gift cards, which pay for a part of it.
//!
//! The shopper always gets the best that is allowed. Offers take from prices as they stand on the shelf, each as if it were
//! alone (20 % and 10 % are 30 % of the price, not 28), up to what a line costs; only amounts off come last, and seek what the
//! others have left. So the more offers go together, the more is saved, whatever their order.
//!
//! [`best`] is exact, and needs no search. Whether two offers go together hangs on their kinds and on what each says of others
//! ([`Together`]), so what is allowed is either one offer that stands alone or, of each kind apart, all that go with all or
//! one that goes with other kinds only. Offers of one kind never take from what another kind takes from. Hence each kind is
//! decided for itself: as many sums as there are offers, where subsets would be two to their number. A cart of 100 lines with 50
//! offers takes about a tenth of a millisecond.
//!
//! Rooms: `offer.rs` (what one is) · `basket.rs` (what they are weighed against) · `open.rs` (whom, when and where it is for) ·
//! `takes.rs` (what one takes alone) · `fill.rs` (amounts, after the others) · `best.rs` (the choice) · `told.rs` (its answer) ·
//! `meter.rs` (how far to the next gift) · `code.rs` · `gift_card.rs`.

mod basket;
mod best;
mod code;
mod fill;
mod gift_card;
mod meter;
mod offer;
mod open;
mod takes;
mod told;

#[cfg(test)]
mod tests;

pub use basket::{Basket, Convert, Now, Standing, Used, Ware};
pub use best::best;
pub use code::{Code, NotACode};
pub use gift_card::{CardRefusal, Entry, GiftCard, LedgerRow, NotALedger, balance};
pub use meter::{Meter, meter};
pub use offer::{BuyGet, Gives, Kind, Limits, Offer, Reach, Tier, Together, When};
pub use open::OfferRefusal;
pub use told::{Applied, Best, Gift, LeftOut};
