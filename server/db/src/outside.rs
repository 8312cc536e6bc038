//! The books of the two embedded companies, the provider TestPay and the carrier SimCarrier.
//!
//! Each has a file of its own and knows nothing of the shop's: what the shop wants, it has to ask for.

pub mod deliveries;
pub mod simcarrier;
pub mod testpay;
