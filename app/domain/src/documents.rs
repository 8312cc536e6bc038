//! Documents: the invoice, the receipt and the credit note of an order.
//!
//! What an invoice has to say is Directive 2006/112/EC art. 226 (in brackets its numbers): the day of issue (1), a number
//! without gaps (2), the seller's VAT number (3) and that of a buyer who owes the tax (4), names and addresses of both (5),
//! what and how much (6), the day the tax fell due where it is another (7), for each rate what it is laid on, the price of one
//! without tax and what was taken off (8), the rate (9), the tax (10), and why there is none (11, 11a). A tax in another
//! currency stands beside in the shop's own (art. 230). Outside the Union less is asked for; the shop says the same.
//!
//! - The goods are not there yet when the money comes, so the day of payment is the tax point (art. 65): [`Document::supplied`].
//! - A business in another member state buys *goods* free of tax by art. 138, and accounts for its own acquisition; art. 196
//!   is of services and is not named. An export is free by art. 146.
//! - A credit note refers to its invoice and so is one itself (art. 219). Its sums are positive and the title says which way
//!   they go, as EN 16931 has it (type 381 of BT-3).
//! - All sums are exact: nets and taxes are the total, and what was credited never exceeds its invoice, rate by rate.
//!
//! Rooms: `number` · `invoice` (of an order as it was agreed) · `credit` (of an invoice) · `receipt` (of a payment) · `paper` · `keeping`
//! (for how long they name their buyer).

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::contact::Country;
use crate::delivery::Service;
use crate::lang::Lang;
use crate::money::Money;
use crate::orders::{Converted, OrderNumber};
use crate::tax::{Percent, Split, TaxLine, VatNumber};
use crate::time::Day;

mod credit;
mod invoice;
mod keeping;
mod number;
mod paper;
mod receipt;

pub use credit::{Credit, CreditRefusal, Credited, credited, left_of};
pub use invoice::invoice;
pub use keeping::books_kept_until;
pub use number::{DocumentKind, DocumentNumber, NotADocumentNumber};
pub use paper::PaperSize;
pub use receipt::receipt;

/// A document as it was issued. It never changes: a mistake is put right by a credit note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Its number, which also says what it is.
    pub number: DocumentNumber,
    /// The order it is of.
    pub order: OrderNumber,
    /// The language it is written in: the order's.
    pub lang: Lang,
    /// The day of issue, by the shop's own calendar.
    pub issued: Day,
    /// The day the money came, on which the tax fell due.
    pub supplied: Day,
    /// The invoice it corrects, or whose payment it confirms.
    pub refers_to: Option<Reference>,
    /// Who sells.
    pub seller: Seller,
    /// Who buys.
    pub buyer: Buyer,
    /// What is charged, or credited. A receipt has none.
    pub lines: Vec<Line>,
    /// The tax at each rate, the highest first; none where it is sold without.
    pub taxes: Vec<TaxLine>,
    /// All of it: `gross` is what is paid, or goes back.
    pub total: Split,
    /// The tax in the shop's own currency, where the order is in another.
    pub home_tax: Option<HomeTax>,
    /// What the law wants said besides.
    pub notes: Vec<Note>,
    /// The country whose tax is inside; none where there is none.
    pub taxed_in: Option<Country>,
    /// Where the money went: on a receipt.
    pub paid: Option<Paid>,
}

/// Another document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Its number.
    pub number: DocumentNumber,
    /// When it was issued.
    pub issued: Day,
}

/// Who sells, as documents name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seller {
    /// The firm.
    pub name: String,
    /// Its address, without the country.
    pub address: Vec<String>,
    /// The country it is in.
    pub country: Country,
    /// Its number in the register of companies; empty when there is none.
    pub registration: String,
    /// Its VAT number, if it has one.
    pub vat: Option<VatNumber>,
}

impl Seller {
    /// One that has said no more than its name.
    pub fn named(name: &str, country: Country) -> Self {
        Self { name: name.to_owned(), address: Vec::new(), country, registration: String::new(), vat: None }
    }
}

/// Who buys, as documents name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buyer {
    /// Name and address as they are read, without the country.
    pub lines: Vec<String>,
    /// The country.
    pub country: Country,
    /// The VAT number of a business that owes the tax itself; empty otherwise.
    pub vat: String,
}

/// A line of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What it is about.
    pub subject: Subject,
    /// Which line of the invoice, counted from 0; of a credit note's [`Subject::Rest`], 0.
    pub of: usize,
    /// How many.
    pub quantity: u32,
    /// The price of one before its discount, without tax, rounded to the minor unit; the sums count.
    pub unit: Money,
    /// What was taken off all of them, without tax.
    pub discount: Money,
    /// The rate.
    pub percent: Percent,
    /// What is charged for all of them.
    pub sum: Split,
}

/// What a line is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// A thing, in the language of the order.
    Goods {
        /// Its name.
        name: String,
        /// The chosen values.
        values: Vec<String>,
        /// The merchant's number; empty when there is none.
        sku: String,
    },
    /// Its delivery.
    Delivery(Service),
    /// A part of everything charged at one rate.
    Rest,
}

/// A tax in the shop's own currency (art. 230).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HomeTax {
    /// The tax.
    pub tax: Money,
    /// The rate it was converted at: the order's own.
    pub converted: Converted,
}

/// How a payment came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// Who took it; empty where gift cards paid it all.
    pub provider: String,
    /// That provider's name for it; empty when there is none.
    pub reference: String,
    /// What gift cards paid of it; none where there was no card.
    #[serde(default)]
    pub cards: Option<Money>,
}

codes! {
    /// What the law wants said on a document. The words are the page's.
    Note {
        /// Goods for a business in another member state: free by art. 138; the buyer accounts for the tax.
        ReverseCharge = "reverse-charge",
        /// Out of the Union: free by art. 146.
        ExportUnion = "export-union",
        /// Out of another country than one of the Union, by its own law.
        Export = "export",
        /// The tax is the destination's and is declared through the one-stop shop (art. 369a and after).
        OneStopShop = "one-stop-shop",
    }
}

#[cfg(test)]
pub(crate) mod tests;
