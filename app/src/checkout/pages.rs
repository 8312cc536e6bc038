//! The pages of the checkout, and what its forms lead to.

mod address;
mod delivery;
mod field;
mod onward;
mod payment;
mod place;
mod review;
mod steps;

pub use address::AddressPage;
pub use delivery::DeliveryPage;
pub use onward::{onward, refused};
pub use payment::PaymentPage;
pub use place::{pay, place_order};
pub use review::ReviewPage;
