//! A letter about nobody: what templates are tried and shown with.

use std::sync::Arc;

use db::notifications::Message;
use db::token::Token;
use db::wishlists::Fallen;
use domain::catalogue::Slug;
use domain::contact::{Address, Country, Email, PersonName};
use domain::delivery::Service;
use domain::ids::{ChangeId, CorrespondentId, NotificationId, OrderId, ParcelId, VariantId};
use domain::lang::Lang;
use domain::money::{Currency, Money};
use domain::notifications::{Channel, Kind, Particulars};
use domain::orders::{ChangedLine, ItemsChange, Order, OrderLine, OrderNumber, OrderState};
use domain::tax::{Percent, Treatment};
use domain::time::{Day, Timestamp};
use domain::tracking::{CheckpointKind, Parcel, ParcelState, Piece};

use super::Letter;
use super::facts::Facts;
use super::words::Sender;

/// Friday, 2026-11-20, 09:00 UTC.
const NOW: Timestamp = Timestamp(1_795_165_200_000);

/// A letter of a kind in a language, about an order there is not.
pub fn letter(kind: Kind, lang: Lang) -> Letter {
    let sender = Sender {
        origin: "https://shop.example".into(),
        zone: "Europe/Riga".into(),
        order: Arc::new(|_| Token::of(&[7; 32])),
        short: Arc::new(|number| format!("/o/{}-ABCDEFGH", number.as_str())),
        preferences: Arc::new(|_| Some(Token::of(&[8; 32]))),
        account: Arc::new(|_| Token::of(&[9; 32])),
    };
    facts(kind, lang).and_then(|facts| sender.letter(&[message(kind, lang)], &facts)).unwrap_or_default()
}

/// The message of such a letter.
pub fn message(kind: Kind, lang: Lang) -> Message {
    let order =
        !matches!(kind, Kind::BackInStock | Kind::PriceFell | Kind::ListConfirm | Kind::CartLeft) && !kind.is_of_account();
    Message {
        id: NotificationId(1),
        kind,
        channel: Channel::Email,
        order: order.then_some(OrderId(1)),
        correspondent: CorrespondentId(1),
        seed: "0".repeat(32),
        recipient: "ada@example.org".to_owned(),
        lang,
        about: Particulars {
            sum: Some(Money::new(4_900, Currency::EUR)),
            day: Some(NOW.day().plus(5)),
            until: Some(NOW.plus_seconds(3 * 86_400)),
            why: (kind == Kind::Delayed).then_some(CheckpointKind::Delay),
            variant: Some(VariantId(1)),
            said: match kind {
                Kind::ProblemAnswered => "Another mug is on its way to you.".to_owned(),
                Kind::CancelDeclined => "It is in the van already.".to_owned(),
                _ => String::new(),
            },
            change: (kind == Kind::Changed).then_some(ChangeId(1)),
            ..Particulars::default()
        },
        message: "0".repeat(32),
        made_at: NOW,
        due_at: NOW,
        attempts: 0,
    }
}

/// What it speaks of.
pub fn facts(kind: Kind, lang: Lang) -> Option<Facts> {
    let thing = Slug::parse("ridge-mug").ok().map(|slug| ("Ridge mug".to_owned(), slug));
    match kind {
        Kind::BackInStock => Some(Facts { thing, ..Facts::default() }),
        Kind::CartLeft => Some(Facts { cart: vec!["Ridge mug".to_owned(), "Carbon pan".to_owned()], ..Facts::default() }),
        kind if kind.is_of_account() || kind == Kind::ListConfirm => Some(Facts::default()),
        Kind::Changed => Some(Facts { order: Some(order(lang)?), changes: vec![(ChangeId(1), change())], ..Facts::default() }),
        Kind::PriceFell => {
            let (name, slug) = thing?;
            let euros = |minor| Money::new(minor, Currency::EUR);
            let (price, before, lowest) = (euros(1_500), euros(2_100), Some(euros(1_900)));
            Some(Facts { fallen: vec![Fallen { variant: VariantId(1), name, slug, price, before, lowest }], ..Facts::default() })
        }
        _ => Some(Facts { order: Some(order(lang)?), ..Facts::default() }),
    }
}

fn change() -> ItemsChange {
    let euros = |minor| Money::new(minor, Currency::EUR);
    let taken = ChangedLine { name: "Ridge mug".to_owned(), values: vec!["Oat".to_owned()], quantity: 1, sum: euros(2_100) };
    ItemsChange { taken: vec![taken], added: Vec::new(), way: None, place: None, was: euros(11_200), total: euros(9_100) }
}

fn order(lang: Lang) -> Option<Order> {
    let euros = |minor| Money::new(minor, Currency::EUR);
    let line = |slug: &str, name: &str, value: &str, unit: i64, quantity: u32| {
        Some(OrderLine {
            slug: Slug::parse(slug).ok()?,
            name: name.to_owned(),
            values: if value.is_empty() { Vec::new() } else { vec![value.to_owned()] },
            sku: String::new(),
            picture: None,
            unit: euros(unit),
            quantity,
            total: euros(unit * i64::from(quantity)),
            off: euros(0),
            percent: Percent::from_hundredths(2100),
            gift_card: false,
        })
    };
    let lines = vec![line("ridge-mug", "Ridge mug", "Oat", 2_100, 2)?, line("carbon-pan", "Carbon pan", "", 4_900, 1)?];
    let expected: Day = NOW.day().plus(3);
    Some(Order {
        id: OrderId(1),
        number: OrderNumber::of(42),
        lang,
        state: OrderState::Paid,
        placed_at: NOW,
        email: Email::parse("ada@example.org").ok()?,
        address: Address {
            name: PersonName::parse("Ada Lovelace").ok()?,
            line1: "1 Elm Street".to_owned(),
            line2: String::new(),
            city: "Riga".to_owned(),
            district: String::new(),
            region: String::new(),
            postcode: "LV-1010".to_owned(),
            country: Country::LATVIA,
            phone: String::new(),
        },
        service: Service::Standard,
        pickup: String::new(),
        promised: (expected, expected),
        note: None,
        lines,
        goods: euros(9_100),
        delivery: euros(0),
        offers: Vec::new(),
        given: Vec::new(),
        cards: Vec::new(),
        issued: Vec::new(),
        total: euros(9_100),
        treatment: Treatment::from_code("domestic").or_else(|| Treatment::ALL.first().copied())?,
        vat: String::new(),
        vat_check: None,
        taxes: Vec::new(),
        converted: None,
        packing: true,
        pieces: vec![Piece { number: 1, shares: Vec::new(), by_hand: false, by_choice: false, parcel: Some(parcel(expected)) }],
        packers_note: None,
        timeline: Vec::new(),
    })
}

fn parcel(expected: Day) -> Parcel {
    Parcel {
        id: ParcelId(1),
        carrier: "simcarrier".to_owned(),
        brand: String::new(),
        number: "SC123456789LV".to_owned(),
        page: String::new(),
        state: ParcelState::InTransit,
        made_at: NOW,
        asked_at: None,
        expected: Some(expected),
        promises: Vec::new(),
        checkpoints: Vec::new(),
    }
}
