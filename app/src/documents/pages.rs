//! The pages of documents, for who may see their order.

mod document;
mod links;

pub use document::{CreditNotePage, DocumentPage, InvoicePage, ReceiptPage};
pub use links::Links;
