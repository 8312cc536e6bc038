//! Taxes: what a price holds, whose tax it is, and what an order owes.
//!
//! The books hold gross prices in the home currency with the home country's VAT inside. Inside the European Union the
//! shopper's price stays the same everywhere and the VAT inside it is the destination's (Directive 2006/112/EC art. 33
//! and 59c; the one-stop shop of Directive (EU) 2017/2455). An export carries no VAT; a business of another member state
//! with a valid VAT number buys at the net price. [`assess`] decides all of it for one order, and the order keeps the
//! answer: a new rate is a new row with its day, so nothing decided earlier ever changes.
//!
//! Rooms: [`percent`] · [`split`] (net, tax, gross) · [`rates`] (VAT) · [`sales`] (America) · [`mod@treatment`] · [`number`]
//! (VAT numbers) · [`order`] (all of it at once). What the other side of a border asks for is [`crate::duty`].
//!
//! A shop that sells less than 10 000 euro a year across the Union may charge its home VAT there too (art. 59c); the demo
//! shop does not use that.

pub mod number;
pub mod order;
pub mod percent;
pub mod rates;
pub mod sales;
pub mod split;
pub(crate) mod table;
pub mod treatment;

pub use number::{VatCheck, VatFlaw, VatNumber};
pub use order::{Assessment, Sale, assess};
pub use percent::{NotAPercent, Percent};
pub use rates::{TaxClass, rate};
pub use sales::sales_tax;
pub use split::{Split, TaxLine, inside, on_top, shares, without};
pub use treatment::{Treatment, in_union, treatment};
