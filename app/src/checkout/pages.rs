//! The pages of the checkout, and what its forms lead to.

mod address;
mod business;
mod charges;
mod delivery;
mod doubts;
mod field;
mod keep;
mod onward;
mod payment;
mod place;
mod review;
mod steps;
mod suggested;
mod ways;

pub use address::AddressPage;
pub use charges::Taxes;
pub use delivery::DeliveryPage;
pub use keep::{Then, keep};
pub use onward::{onward, refused};
pub use payment::PaymentPage;
pub use place::{pay, place_order};
pub use review::ReviewPage;
pub use suggested::{completed, suggested};
pub use ways::{Choice, WaysToPay};
