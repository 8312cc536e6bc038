//! A letter said in its reader's language.

use std::sync::Arc;

use app::i18n::Words;
use app::i18n::format::offset;
use app::orders::pages::{brought_by, inside};
use app::request::{AccountKey, Preferences};
use app::routes;
use db::notifications::Message;
use db::token::Token;
use domain::delivery::zone_of;
use domain::lang::Lang;
use domain::notifications::{Class, Kind, fitted};
use domain::orders::{Order, OrderNumber};
use domain::payments::Shown;
use domain::time::Timestamp;

use super::facts::Facts;
use super::parts::{changes, sums};
use super::{Fact, Letter, Line, Link, Section};
use crate::outside::push::{Notice, Urgency};

mod care;
pub(super) mod lists;
mod parcels;

use parcels::{is_undated, kept_at, parcel_of, piece_of, said_as, which};

/// Who writes, and how links are made that only the reader has.
#[derive(Clone)]
pub struct Sender {
    /// The shop's address, without a slash at the end.
    pub origin: Arc<str>,
    /// The zone of the shop's own clock.
    pub zone: Arc<str>,
    /// The secret of an order's link.
    pub order: Arc<dyn Fn(&OrderNumber) -> Token + Send + Sync>,
    /// The short address of an order, without the shop's.
    pub short: Arc<dyn Fn(&OrderNumber) -> String + Send + Sync>,
    /// The secret of somebody's preferences, of their seed.
    pub preferences: Preferences,
    /// What secrets of accounts are made with.
    pub account: AccountKey,
}

/// A text of somebody else's within ours: of whatever direction, it does not turn what stands beside it round.
pub(super) fn apart(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

impl Sender {
    /// An address of the shop with its origin before it.
    pub fn whole(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// The page of an order, for whoever has this letter.
    pub fn order_page(&self, lang: Lang, number: &OrderNumber) -> String {
        self.whole(&routes::order_by_link(lang, number, &(self.order)(number)))
    }

    /// Where one click stops a kind of letters (RFC 8058).
    pub fn one_click(&self, message: &Message) -> Option<String> {
        let token = (self.preferences)(&message.seed)?;
        Some(self.whole(&routes::one_click(&token, message.kind)))
    }

    /// The letter of messages that go as one, the oldest first; the newest is its headline.
    pub fn letter(&self, messages: &[Message], facts: &Facts) -> Option<Letter> {
        let newest = messages.last()?;
        let words = Words::of(newest.lang);
        let said = |message: &Message, part: &str| self.say(words, message, facts, part);
        let paragraphs = self.paragraphs(words, newest, facts);
        let also = messages.iter().enumerate().rev().skip(1).map(|(at, message)| {
            // What is good to have at hand of a parcel stands once in a letter, with the newest that is said of it.
            let newer = &messages[at + 1..];
            let told = message.kind.is_about_parcel() && newer.iter().any(|newer| newer.about.parcel == message.about.parcel);
            Section {
                heading: which(words, message, facts, said(message, "heading")),
                paragraphs: self.paragraphs(words, message, facts),
                facts: if told { Vec::new() } else { self.facts(words, message, facts) },
            }
        });
        let marketing = newest.kind.class() == Class::Marketing;
        let rtl = newest.lang.dir() == "rtl";
        let sides = if rtl { ("right", "left") } else { ("left", "right") };
        let token = (self.preferences)(&newest.seed);
        let why = if facts.order.is_some() { "letter-why-order" } else { "letter-why-asked" };
        let shop = words.say("shop-name");
        let order = facts.order.as_ref();
        Some(Letter {
            kind: newest.kind.code().to_owned(),
            lang: newest.lang.code().to_owned(),
            dir: newest.lang.dir().to_owned(),
            start: sides.0.to_owned(),
            end: sides.1.to_owned(),
            origin: self.origin.to_string(),
            subject: bare(&which(words, newest, facts, said(newest, "subject"))),
            preheader: paragraphs.first().map(|text| bare(text)).unwrap_or_default(),
            heading: which(words, newest, facts, said(newest, "heading")),
            facts: self.facts(words, newest, facts),
            button: self.button(words, newest, facts),
            also: also.chain(care::sections(words, messages, facts)).collect(),
            lines: order.filter(|_| newest.kind.lists_goods()).map(|order| self.lines(words, order)).unwrap_or_default(),
            sums: order.filter(|_| newest.kind.lists_goods()).map(|order| sums(words, order)).unwrap_or_default(),
            why: words.with(why, &[("shop", shop.clone().into())]),
            choose: token
                .as_ref()
                .map(|token| Link { label: words.say("letter-choose"), href: self.whole(&routes::messages(newest.lang, token)) }),
            stop: token.filter(|_| marketing).map(|token| Link {
                label: words.say("letter-stop"),
                href: self.whole(&routes::messages_stop(newest.lang, &token, newest.kind)),
            }),
            shop,
            paragraphs,
        })
    }

    /// What is said of a message in one of its parts: `subject`, `heading`, `text`.
    pub fn say(&self, words: Words, message: &Message, facts: &Facts, part: &str) -> String {
        let about = &message.about;
        let order = facts.order.as_ref();
        let number = order.map(|order| apart(order.number.as_str())).unwrap_or_default();
        let name = order.map(|order| apart(order.address.name.as_str())).unwrap_or_default();
        let total = facts.payment.as_ref().map(|payment| payment.due()).or(order.map(|order| order.total));
        let total = total.map(|total| words.money(total)).unwrap_or_default();
        let sum = about.sum.map(|sum| words.money(sum)).unwrap_or_default();
        let day = about.day.map(|day| words.day(day)).unwrap_or_default();
        let until = about.until.map(|until| self.moment(words, order, until)).unwrap_or_default();
        let thing = facts.thing.as_ref().map(|(name, _)| name).or(facts.fallen.first().map(|one| &one.name));
        let thing = thing.map(|name| apart(name)).unwrap_or_default();
        let things = facts.cart.iter().map(|name| apart(name)).collect::<Vec<_>>().join(", ");
        words.with(
            &format!("letter-{}-{part}", said_as(message)),
            &[
                ("number", number.into()),
                ("name", name.into()),
                ("total", total.into()),
                ("sum", sum.into()),
                ("day", day.into()),
                ("until", until.into()),
                ("thing", thing.into()),
                ("things", things.into()),
                ("count", facts.fallen.len().into()),
            ],
        )
    }

    /// A text message: the shop's name, what happened, and a short address; one segment.
    pub fn text(&self, message: &Message, facts: &Facts) -> Option<String> {
        let words = Words::of(message.lang);
        let order = facts.order.as_ref()?;
        let day = message.about.day.map(|day| words.day(day)).unwrap_or_default();
        let says = words.with(&format!("sms-{}", said_as(message)), &[("day", day.into())]);
        let says = which(words, message, facts, says);
        Some(fitted(&words.say("shop-name"), &bare(&says), &self.whole(&(self.short)(&order.number))))
    }

    /// A notice on a device: which order, what happened, and where to look. `message` is the name by which a device knows it again
    /// when it comes twice. One that is told of `all` orders may not be the browser that placed this one, so it gets the short
    /// address; nobody but the device can read either.
    pub fn notice(&self, newest: &Message, message: &str, facts: &Facts, all: bool) -> Option<Notice> {
        let words = Words::of(newest.lang);
        let number = &facts.order.as_ref()?.number;
        let day = newest.about.day.map(|day| words.day(day)).unwrap_or_default();
        let url = if all { (self.short)(number) } else { routes::order(newest.lang, number) };
        let body = words.with(&format!("sms-{}", said_as(newest)), &[("day", day.into())]);
        // A notice takes the place of an older one of the same parcel, and of none of another.
        let tag = match piece_of(newest, facts) {
            Some((_, piece)) => format!("{}-{}", number.as_str(), piece.number),
            None => number.as_str().to_owned(),
        };
        let says = serde_json::json!({
            "title": words.with("order-heading", &[("number", number.as_str().into())]),
            "body": which(words, newest, facts, body),
            "tag": tag,
            "id": message,
            "url": url,
            "lang": newest.lang.code(),
            "dir": newest.lang.dir(),
        });
        Some(Notice {
            says: says.to_string().into_bytes(),
            topic: tag,
            urgency: if newest.kind.class() == Class::Urgent { Urgency::High } else { Urgency::Normal },
            seconds: newest.kind.waits_for_device(),
        })
    }

    /// A moment by the clock where the parcel goes.
    fn moment(&self, words: Words, order: Option<&Order>, at: Timestamp) -> String {
        let zone = order.map_or(&*self.zone, |order| zone_of(order.address.country, &order.address.region));
        let ahead = offset(zone, at);
        let (day, time) = (words.date(at.day_at(ahead)), words.clock(at, ahead));
        words.with("until-moment", &[("day", day.into()), ("time", time.into())])
    }

    fn paragraphs(&self, words: Words, message: &Message, facts: &Facts) -> Vec<String> {
        let about = &message.about;
        let part = if about.unpaid { "unpaid" } else { "text" };
        let mut all = vec![self.say(words, message, facts, part)];
        all.extend(about.said.lines().filter(|line| !line.trim().is_empty()).map(apart));
        let change = facts.changes.iter().find(|(id, _)| Some(*id) == about.change);
        all.extend(change.map(|(_, change)| changes(words, change)).unwrap_or_default());
        if let Some(why) = about.why {
            all.push(words.say(&format!("letter-late-{}", why.code())));
        }
        all
    }

    fn facts(&self, words: Words, message: &Message, facts: &Facts) -> Vec<Fact> {
        let Some(order) = &facts.order else { return lists::fallen(words, &facts.fallen) };
        let fact = |key: &str, value: String| Fact { label: words.say(key), value };
        let mut all = Vec::new();
        if let Some((_, piece)) = piece_of(message, facts) {
            let things: Vec<String> = inside(order, piece).iter().map(|thing| apart(thing)).collect();
            all.push(fact("parcel-inside", things.join(", ")));
        }
        if message.kind.is_about_parcel() {
            if let Some(parcel) = parcel_of(order, message.about.parcel) {
                all.push(fact("order-carrier", brought_by(words, parcel)));
                all.push(fact("letter-parcel", apart(&parcel.number)));
                let expected = parcel.expected.filter(|_| message.kind != Kind::Delivered && !is_undated(message));
                all.extend(expected.map(|day| fact("letter-expected", words.day(day))));
            }
            if let Some(place) = kept_at(message, order, facts) {
                all.push(fact("order-pickup", apart(&place)));
            }
        }
        if matches!(message.kind, Kind::PaymentPending | Kind::PaymentExpiring) {
            match facts.payment.as_ref().and_then(|payment| payment.waiting.as_ref()).map(|waiting| &waiting.shown) {
                Some(Shown::Account(lines)) => {
                    all.extend(lines.iter().map(|(line, text)| fact(&format!("account-{}", line.code()), apart(text))));
                }
                Some(Shown::Slip(number)) => all.push(fact("letter-slip", apart(number))),
                // A code is scanned, from the order's page.
                Some(Shown::Code { .. }) | None => {}
            }
        }
        all
    }

    fn lines(&self, words: Words, order: &Order) -> Vec<Line> {
        let line = |line: &domain::orders::OrderLine| {
            let values = line.values.join(", ");
            let name = if values.is_empty() { line.name.clone() } else { format!("{} ({values})", line.name) };
            let href = self.whole(&routes::product(words.lang, &line.slug));
            Line { name: apart(&name), quantity: words.number(line.quantity), total: words.money(line.total), href }
        };
        order.lines.iter().map(line).collect()
    }
}

/// A text without the marks that keep directions apart: a list of letters would show them as boxes.
fn bare(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
