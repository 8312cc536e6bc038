//! Offers: what makes an order cheaper, by itself or behind a code.
//!
//! The shopper always gets the best that is allowed. Offers take from prices as they stand on the shelf, each as if it were
//! alone (20 % and 10 % are 30 % of the price, not 28), up to what a line costs; only amounts off come last, and seek what the
//! others have left. So the more offers go together, the more is saved, whatever their order.
//!
//! [`best`] is exact, and needs no search. Whether two offers go together hangs on their kinds and on what each says of others
//! ([`Together`]), so what is allowed is either one offer that stands alone or, of each kind apart, all that go with all or
//! one that goes with other kinds only. Offers of one kind never take from what another kind takes from. Hence each kind is
//! decided for itself: no more sums than there are offers, and one for each kind, where subsets would be two to their number.
//! Only amounts that reach different goods ask for more (`fill.rs`), and that is bounded by their number and that of the lines.
//! Measured in processor time on one core, 100 lines and 50 offers, 400 carts: 0.2 to 0.4 ms in the middle and 1.1 at worst with
//! all sorts mixed; 0.6 to 0.9 and 2.9 where all 50 are amounts that go together and come to nearly the whole cart.
//!
//! What is not here: who may use a code how often is counted by whoever remembers orders, and [`best`] is asked again, with the
//! counts of that moment, where an order is written.
//!
//! Rooms: `offer.rs` (what one is) · `check.rs` (whether it can be meant) · `basket.rs` (what they are weighed against) ·
//! `open.rs` (whom, when and where it is for) · `takes.rs` (what one takes alone) · `fill.rs` (amounts, after the others) ·
//! `best.rs` (the choice) · `told.rs` (its answer) · `meter.rs` (how far to the next gift) · `code.rs` ·
//! `given.rs` (codes that are given away).

mod basket;
mod best;
mod check;
mod code;
mod fill;
mod given;
mod meter;
mod offer;
mod open;
mod takes;
mod told;

#[cfg(test)]
mod tests;

pub use basket::{Basket, Convert, Now, Standing, Used, Ware};
pub use best::best;
pub use check::OfferFlaw;
pub use code::{Code, NotACode};
pub use given::{Given, Giver};
pub use meter::{Meter, meter};
pub use offer::{BuyGet, Gives, Kind, Limits, Offer, Reach, Tier, Together, When};
pub use open::{OfferRefusal, Span};
pub use told::{Applied, Best, Gift, LeftOut};
