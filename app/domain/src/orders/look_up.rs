//! Finding an order again without its link: by its number and something its shopper knows of it.
//!
//! Whether the two belong together is never said on a page; a letter goes to the order's own address if they do.

use super::OrderNumber;
use crate::codes;
use crate::contact::Email;
use crate::delivery::bare;

codes! {
    /// What is wrong with what was typed, which says nothing about any order.
    LookUpFlaw {
        /// It has not the form of an order's number.
        Number = "number",
        /// It is neither an e-mail address nor a postcode.
        Contact = "contact",
    }
}

/// An order's number and what is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// Its number.
    pub number: OrderNumber,
    known: Known,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Known {
    /// Of a person.
    Email(String),
    /// Letters and digits only.
    Postcode(String),
}

impl LookUp {
    /// Reads what was typed: a number, and an e-mail address or a postcode.
    pub fn parse(number: &str, contact: &str) -> Result<Self, LookUpFlaw> {
        let number = OrderNumber::parse(number).map_err(|_| LookUpFlaw::Number)?;
        let known = if contact.contains('@') {
            Known::Email(Email::parse(contact).map_err(|_| LookUpFlaw::Contact)?.person())
        } else {
            Known::Postcode(bare(contact))
        };
        match &known {
            Known::Postcode(postcode) if !(2..=16).contains(&postcode.chars().count()) => Err(LookUpFlaw::Contact),
            _ => Ok(Self { number, known }),
        }
    }

    /// Whether what is known is true of an order with this e-mail address and this postcode.
    pub fn fits(&self, email: &Email, postcode: &str) -> bool {
        match &self.known {
            Known::Email(known) => *known == email.person(),
            Known::Postcode(known) => *known == bare(postcode),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NUMBER: &str = "000000000";

    fn fits(contact: &str, email: &str, postcode: &str) -> bool {
        LookUp::parse(NUMBER, contact).unwrap().fits(&Email::parse(email).unwrap(), postcode)
    }

    #[test]
    fn capitals_blanks_and_hyphens_make_no_difference() {
        assert!(fits(" Ada@Example.org", "ada@example.org", "LV-1010"));
        assert!(fits("lv 1010", "ada@example.org", "LV-1010"));
        assert!(fits("SW1A1AA", "ada@example.org", "SW1A 1AA"));
        assert!(!fits("LV-1011", "ada@example.org", "LV-1010"));
        assert!(!fits("eve@example.org", "ada@example.org", "LV-1010"));
    }

    #[test]
    fn an_order_without_a_postcode_is_not_found_by_none() {
        assert_eq!(LookUp::parse(NUMBER, ""), Err(LookUpFlaw::Contact));
        assert_eq!(LookUp::parse(NUMBER, " - "), Err(LookUpFlaw::Contact));
        assert!(!fits("1010", "ada@example.org", ""));
    }

    #[test]
    fn a_mistyped_number_is_noticed_before_anything_is_looked_up() {
        assert_eq!(LookUp::parse("000000001", "LV-1010"), Err(LookUpFlaw::Number));
        assert_eq!(LookUp::parse(NUMBER, "ada@home"), Err(LookUpFlaw::Contact));
    }
}
