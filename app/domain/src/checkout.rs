//! The checkout: four steps, a draft that forgets nothing, and why the shop may say no.

use serde::{Deserialize, Serialize};

use crate::cart::Cart;
use crate::codes;
use crate::contact::{Address, Country, Email, Flaw, PersonName, line};
use crate::delivery::Service;
use crate::money::Money;

codes! {
    /// The steps, in their order. Each is a page.
    Step {
        /// Who and where.
        Address = "address",
        /// How and when it comes.
        Delivery = "delivery",
        /// How it is paid.
        Payment = "payment",
        /// Everything once more, and the button.
        Review = "review",
    }
}

codes! {
    /// A way to pay.
    Method {
        /// A card, on the provider's page.
        Card = "card",
    }
}

codes! {
    /// A field of the address form; its code is the field's name.
    Field {
        /// E-mail address.
        Email = "email",
        /// Country.
        Country = "country",
        /// Full name.
        Name = "name",
        /// Street and number.
        Line1 = "line1",
        /// Flat, unit, company.
        Line2 = "line2",
        /// Postcode.
        Postcode = "postcode",
        /// Town or city.
        City = "city",
        /// State or province.
        Region = "region",
        /// Phone.
        Phone = "phone",
    }
}

/// The address form exactly as typed, so that nothing is ever lost.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedAddress {
    /// E-mail address.
    pub email: String,
    /// Country code.
    pub country: String,
    /// Full name.
    pub name: String,
    /// Street and number.
    pub line1: String,
    /// Flat, unit, company.
    pub line2: String,
    /// Postcode.
    pub postcode: String,
    /// Town or city.
    pub city: String,
    /// State or province.
    pub region: String,
    /// Phone.
    pub phone: String,
}

/// What is wrong with one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFlaw {
    /// Which.
    pub field: Field,
    /// What.
    pub flaw: Flaw,
}

impl TypedAddress {
    /// More than this many characters of any field are not even kept.
    pub const MOST: usize = 300;

    /// The text of a field.
    pub fn get(&self, field: Field) -> &str {
        match field {
            Field::Email => &self.email,
            Field::Country => &self.country,
            Field::Name => &self.name,
            Field::Line1 => &self.line1,
            Field::Line2 => &self.line2,
            Field::Postcode => &self.postcode,
            Field::City => &self.city,
            Field::Region => &self.region,
            Field::Phone => &self.phone,
        }
    }

    /// Every field cut to [`Self::MOST`] characters.
    #[must_use]
    pub fn cut(mut self) -> Self {
        for text in [
            &mut self.email,
            &mut self.country,
            &mut self.name,
            &mut self.line1,
            &mut self.line2,
            &mut self.postcode,
            &mut self.city,
            &mut self.region,
            &mut self.phone,
        ] {
            if let Some((end, _)) = text.char_indices().nth(Self::MOST) {
                text.truncate(end);
            }
        }
        self
    }

    /// The address it means, or everything that is wrong with it, in the order of the form.
    pub fn parse(&self) -> Result<(Email, Address), Vec<FieldFlaw>> {
        let mut flaws = Vec::new();
        let email = note(&mut flaws, Field::Email, Email::parse(&self.email));
        let country = note(&mut flaws, Field::Country, Country::parse(&self.country));
        let name = note(&mut flaws, Field::Name, PersonName::parse(&self.name));
        let line1 = note(&mut flaws, Field::Line1, line(&self.line1, 120));
        let line2 = note(&mut flaws, Field::Line2, optional(&self.line2, 120));
        let has_postcode = country.is_none_or(|country| country.has_postcode());
        let postcode =
            note(&mut flaws, Field::Postcode, if has_postcode { postcode(&self.postcode) } else { optional(&self.postcode, 16) });
        let city = note(&mut flaws, Field::City, line(&self.city, 80));
        let has_region = country.is_some_and(|country| country.has_region());
        let region =
            note(&mut flaws, Field::Region, if has_region { line(&self.region, 80) } else { optional(&self.region, 80) });
        let phone = note(&mut flaws, Field::Phone, phone(&self.phone));
        match (email, country, name, line1, line2, postcode, city, region, phone) {
            (
                Some(email),
                Some(country),
                Some(name),
                Some(line1),
                Some(line2),
                Some(postcode),
                Some(city),
                Some(region),
                Some(phone),
            ) => Ok((email, Address { name, line1, line2, city, region, postcode, country, phone })),
            _ => Err(flaws),
        }
    }
}

fn note<T>(flaws: &mut Vec<FieldFlaw>, field: Field, read: Result<T, Flaw>) -> Option<T> {
    read.map_err(|flaw| flaws.push(FieldFlaw { field, flaw })).ok()
}

fn optional(text: &str, most: usize) -> Result<String, Flaw> {
    match line(text, most) {
        Err(Flaw::Empty) => Ok(String::new()),
        read => read,
    }
}

/// Letters, digits, blanks and hyphens of any script's width; at least two of them, at most 16.
fn postcode(text: &str) -> Result<String, Flaw> {
    let text = line(text, 16)?;
    let fine = text.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-'));
    if fine && text.chars().filter(|letter| letter.is_alphanumeric()).count() >= 2 { Ok(text) } else { Err(Flaw::Shape) }
}

/// Empty, or 5 to 20 digits with what people put between them.
fn phone(text: &str) -> Result<String, Flaw> {
    let text = optional(text, 40)?;
    let digits = text.chars().filter(|letter| letter.is_numeric()).count();
    let fine = text.chars().all(|letter| letter.is_numeric() || matches!(letter, '+' | ' ' | '-' | '(' | ')' | '.' | '/'));
    if text.is_empty() || (fine && (5..=20).contains(&digits)) { Ok(text) } else { Err(Flaw::Shape) }
}

/// What a shopper has told the checkout so far.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The address form as typed.
    pub typed: TypedAddress,
    /// The way it is sent.
    pub service: Option<Service>,
    /// The way it is paid.
    pub method: Option<Method>,
}

impl Draft {
    /// The first step that still has to be done.
    pub fn next(&self) -> Step {
        if self.typed.parse().is_err() {
            Step::Address
        } else if self.service.is_none() {
            Step::Delivery
        } else if self.method.is_none() {
            Step::Payment
        } else {
            Step::Review
        }
    }
}

/// What the shopper saw on the review page when the button was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// The sum on the button.
    pub total: Money,
}

/// Why an order is not placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PlaceRefusal {
    /// There is nothing in the cart.
    #[error("the cart is empty")]
    EmptyCart,
    /// A step has not been done.
    #[error("step not done")]
    StepMissing(Step),
    /// Some lines can no longer be had as they are; the cart page says which.
    #[error("not enough in stock")]
    OutOfStock,
    /// The sum is no longer the one on the button.
    #[error("the total changed")]
    TotalChanged(Money),
}

/// Decides whether a cart may become an order.
pub fn may_place(cart: &Cart, draft: &Draft, total: Money, agreed: Agreed) -> Result<(), PlaceRefusal> {
    if cart.lines.is_empty() {
        return Err(PlaceRefusal::EmptyCart);
    }
    match draft.next() {
        Step::Review => {}
        step => return Err(PlaceRefusal::StepMissing(step)),
    }
    if cart.short().next().is_some() {
        return Err(PlaceRefusal::OutOfStock);
    }
    if total != agreed.total {
        return Err(PlaceRefusal::TotalChanged(total));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ada() -> TypedAddress {
        TypedAddress {
            email: "ada@home.lv".into(),
            country: "LV".into(),
            name: "Ada Lovelace".into(),
            line1: "Brīvības iela 1".into(),
            postcode: "lv-1010".into(),
            city: "Rīga".into(),
            ..TypedAddress::default()
        }
    }

    fn flaws(typed: &TypedAddress) -> Vec<(Field, Flaw)> {
        typed.parse().err().unwrap_or_default().into_iter().map(|flaw| (flaw.field, flaw.flaw)).collect()
    }

    #[test]
    fn ada_reaches_delivery_with_a_good_address() {
        let mut draft = Draft { typed: ada(), ..Draft::default() };
        assert_eq!(draft.next(), Step::Delivery);
        draft.service = Some(Service::Standard);
        assert_eq!(draft.next(), Step::Payment);
        draft.method = Some(Method::Card);
        assert_eq!(draft.next(), Step::Review);
        draft.typed.city.clear();
        assert_eq!(draft.next(), Step::Address);
    }

    #[test]
    fn every_flaw_is_named_in_the_order_of_the_form() {
        let typed = TypedAddress { email: "ada".into(), phone: "call me".into(), ..TypedAddress::default() };
        assert_eq!(
            flaws(&typed),
            [
                (Field::Email, Flaw::Shape),
                (Field::Country, Flaw::Empty),
                (Field::Name, Flaw::Empty),
                (Field::Line1, Flaw::Empty),
                (Field::Postcode, Flaw::Empty),
                (Field::City, Flaw::Empty),
                (Field::Phone, Flaw::Shape),
            ]
        );
    }

    #[test]
    fn hong_kong_has_no_postcode_and_the_states_have_states() {
        let hong_kong = TypedAddress { country: "HK".into(), postcode: String::new(), ..ada() };
        assert_eq!(flaws(&hong_kong), []);
        let states = TypedAddress { country: "US".into(), ..ada() };
        assert_eq!(flaws(&states), [(Field::Region, Flaw::Empty)]);
    }

    #[test]
    fn a_very_long_field_is_cut_at_a_character() {
        let typed = TypedAddress { name: "ā".repeat(1000), ..ada() }.cut();
        assert_eq!(typed.name.chars().count(), TypedAddress::MOST);
        assert_eq!(flaws(&typed), [(Field::Name, Flaw::TooLong)]);
    }
}
