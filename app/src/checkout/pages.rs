//! The pages of the checkout, and what its forms lead to.

mod address;
mod business;
mod charges;
mod delivery;
mod doubts;
mod express;
mod field;
mod keep;
mod onward;
mod payment;
mod place;
mod remembered;
mod review;
mod steps;
mod suggested;
mod ways;

pub use address::{AddressPage, laid, rows as address_rows};
pub use charges::Taxes;
pub use delivery::{DeliveryPage, Points, Way as WayToCome};
pub use doubts::Doubts;
pub use express::{Express, Pressed, express_checkout, express_ways};
pub use field::{CountryField, ErrorSummary, TextField};
pub use keep::{Then, keep};
pub use onward::{onward, past_delivery, refused};
pub use payment::PaymentPage;
pub use place::{pay, pay_for, place_order};
pub use remembered::{RememberedList, forget_remembered, place as place_of, remembered, take_remembered};
pub use review::ReviewPage;
pub use suggested::{completed, suggested};
pub use ways::{Choice, WaysToPay};
