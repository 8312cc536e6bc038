//! What a shopper is shown who pays somewhere else, until the money is there.

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::time::Timestamp;

codes! {
    /// A line of a bank account.
    Account {
        /// Whose it is.
        Holder = "holder",
        /// The bank.
        Bank = "bank",
        /// IBAN (ISO 13616).
        Iban = "iban",
        /// BIC (ISO 9362).
        Bic = "bic",
        /// Account number, where there are no IBANs.
        Number = "number",
        /// The branch: sort code, routing number, BSB.
        Branch = "branch",
        /// CLABE: Mexico.
        Clabe = "clabe",
        /// What the transfer has to say, so that it is found.
        Reference = "reference",
    }
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// A code: its text is drawn as one to scan, and can be copied.
    Code {
        /// The text.
        text: String,
        /// An address that opens the app it is for, on the same phone.
        app: Option<String>,
    },
    /// A slip: the number that is said, typed or scanned at the counter.
    Slip(String),
    /// An account to transfer to.
    Account(Vec<(Account, String)>),
}

/// What is shown, and until when it can be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// What.
    pub shown: Shown,
    /// The moment it is over.
    pub until: Timestamp,
    /// The provider's own page about it: the whole slip, and how it is paid.
    pub page: Option<String>,
}
