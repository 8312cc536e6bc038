//! Every form of the shop, as it is sent by whoever wants what is not theirs.

use super::account_forms::ACCOUNTS;
use crate::chance::Chance;
use crate::page::percent;
use crate::shopper::FORM;

mod odd;
mod parts;

use odd::{MORE, ODD};
use parts::{PARTS, in_parts};

/// What is known of the shop that tampers well.
#[derive(Clone, Debug)]
pub struct Known {
    /// A line of somebody else's cart.
    pub line: String,
    /// Somebody else's order.
    pub number: String,
    /// A line of the own cart.
    pub own_line: String,
    /// Something that is sold.
    pub variant: String,
}

/// What is sent.
#[derive(Clone, Debug)]
pub struct Sent {
    /// The address.
    pub path: String,
    /// Whether it is asked for, not posted.
    pub get: bool,
    /// The kind the body says it is.
    pub kind: &'static str,
    /// The body.
    pub body: Vec<u8>,
}

/// The fields of a form, with what stands in them.
pub(super) type Fields = &'static [(&'static str, &'static str)];

/// Every server function but those of accounts (`account_forms.rs`), whether it is asked for by `GET`, and its fields with what a browser would send; an address of its own begins with a stroke, and is sent to
/// in parts, with a picture. `~` stands for what is
/// known: `~line` for a line of the own cart, `~other` for one of somebody else's, and so on.
pub const FORMS: &[(&str, bool, Fields)] = &[
    ("cart", true, &[("lang", "en")]),
    ("cart/add", false, &[("lang", "en"), ("variant", "~variant"), ("quantity", "1"), ("back", "/en/cart"), ("aside", "false")]),
    ("cart/change", false, &[("lang", "en"), ("line", "~line"), ("quantity", "2"), ("by", "0")]),
    ("cart/remove", false, &[("lang", "en"), ("line", "~other")]),
    ("cart/aside", false, &[("lang", "en"), ("line", "~line"), ("aside", "true")]),
    ("cart/accept", false, &[("lang", "en")]),
    ("cart/gift", false, &[("lang", "en"), ("note", "For you"), ("paper", "~variant")]),
    ("catalogue/seen", true, &[("lang", "en"), ("ids", "1,2,3")]),
    ("checkout/suggest", true, &[("country", "LV"), ("line", "Briv"), ("postcode", "LV-1010")]),
    (
        "checkout/address",
        false,
        &[
            ("lang", "en"),
            ("address[email]", "thief@example.com"),
            ("address[country]", "LV"),
            ("address[name]", "A Thief"),
            ("address[line1]", "Brivibas iela 12"),
            ("address[postcode]", "LV-1010"),
            ("address[city]", "Riga"),
            ("vat", ""),
            ("relay", ""),
            ("take", ""),
            ("tell[texts]", "true"),
            ("tell[reminder]", "true"),
        ],
    ),
    ("checkout/delivery", false, &[("lang", "en"), ("service", "standard"), ("pickup", "")]),
    ("checkout/express", false, &[("lang", "en"), ("way", "card"), ("variant", "~variant"), ("quantity", "1")]),
    ("checkout/remembered", false, &[("lang", "en"), ("address", "1"), ("forget", "1"), ("shown", "")]),
    ("checkout/payment", false, &[("lang", "en"), ("way", "card")]),
    ("checkout/place", false, &[("lang", "en"), ("total", "1"), ("currency", "EUR")]),
    ("lists/put", false, &[("lang", "en"), ("variant", "~variant"), ("quantity", "2"), ("list", "1")]),
    ("lists/from-cart", false, &[("lang", "en"), ("line", "~other")]),
    ("lists/make", false, &[("lang", "en"), ("name", "Mine")]),
    ("lists/rename", false, &[("lang", "en"), ("list", "1"), ("name", "Stolen")]),
    ("lists/change", false, &[("lang", "en"), ("list", "1"), ("item", "1"), ("quantity", "2"), ("note", "x"), ("to", "2")]),
    ("lists/remove", false, &[("lang", "en"), ("list", "1"), ("item", "1")]),
    ("lists/back", false, &[("lang", "en"), ("list", "1"), ("item", "1")]),
    ("lists/buy", false, &[("lang", "en"), ("list", "1"), ("key", "")]),
    ("lists/share", false, &[("lang", "en"), ("list", "1")]),
    ("lists/unshare", false, &[("lang", "en"), ("list", "1")]),
    ("lists/watch", false, &[("lang", "en"), ("list", "1"), ("email", "thief@example.com")]),
    ("lists/unwatch", false, &[("lang", "en"), ("list", "1")]),
    ("lists/confirm", false, &[("lang", "en"), ("key", "~long")]),
    (
        "messages/choose",
        false,
        &[
            ("lang", "en"),
            ("token", "0000000000000000000000000000000000000000000000000000000000000000"),
            ("wanted[shipped-email]", "1"),
        ],
    ),
    (
        "messages/stop",
        false,
        &[("lang", "en"), ("token", "0000000000000000000000000000000000000000000000000000000000000000"), ("kind", "cart_left")],
    ),
    (
        "messages/device",
        false,
        &[
            ("token", "0000000000000000000000000000000000000000000000000000000000000000"),
            ("number", "~number"),
            ("key", ""),
            ("device[endpoint]", "https://127.0.0.1/1"),
            ("device[p256dh]", "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            ("device[auth]", "BTBZMqHH6r4Tts7J_aSIgg"),
        ],
    ),
    ("messages/device-gone", false, &[("endpoint", "https://127.0.0.1/1"), ("auth", "BTBZMqHH6r4Tts7J_aSIgg")]),
    (
        "messages/moved",
        false,
        &[("was", "https://127.0.0.1/1"), ("secret", "x"), ("endpoint", "https://127.0.0.1/2"), ("auth", "x")],
    ),
    ("offers/code", false, &[("lang", "en"), ("code", "WELCOME10"), ("back", "/en/cart")]),
    ("offers/drop", false, &[("lang", "en"), ("code", "WELCOME10"), ("back", "/en/cart")]),
    ("offers/card", false, &[("lang", "en"), ("card", "1"), ("back", "/en/cart")]),
    ("offers/gift", false, &[("lang", "en"), ("offer", "1"), ("variant", "~variant"), ("back", "/en/cart")]),
    (
        "orders/address",
        false,
        &[
            ("lang", "en"),
            ("number", "~number"),
            ("key", ""),
            ("address[country]", "LV"),
            ("address[name]", "A Thief"),
            ("address[line1]", "Brivibas iela 12"),
            ("address[postcode]", "LV-1010"),
            ("address[city]", "Riga"),
            ("relay", ""),
            ("take", ""),
        ],
    ),
    (
        "orders/change",
        false,
        &[
            ("lang", "en"),
            ("number", "~number"),
            ("key", ""),
            ("wanted", "items 0:2 1:0"),
            ("seen", "0"),
            ("difference", "-2900"),
        ],
    ),
    (
        "orders/change",
        false,
        &[
            ("lang", "en"),
            ("number", "~number"),
            ("key", ""),
            ("wanted", "delivery express"),
            ("seen", "0"),
            ("difference", "900"),
        ],
    ),
    ("orders/keep", false, &[("lang", "en"), ("number", "~number"), ("key", "")]),
    ("orders/again", false, &[("lang", "en"), ("number", "~number"), ("key", "")]),
    ("orders/cancel", false, &[("lang", "en"), ("number", "~number"), ("key", "")]),
    ("orders/ask-cancel", false, &[("lang", "en"), ("number", "~number"), ("key", ""), ("said", "Mine")]),
    (
        "orders/wish",
        false,
        &[("lang", "en"), ("number", "~number"), ("piece", "1"), ("kind", "instruct"), ("said", "Give it to the thief")],
    ),
    ("orders/link", false, &[("lang", "en"), ("number", "~number"), ("contact", "thief@example.com")]),
    (
        "/en/orders/~number/problem",
        false,
        &[
            ("problem[trouble]", "damaged"),
            ("problem[piece]", "1"),
            ("problem[lines][0]", "yes"),
            ("problem[said]", "Mine"),
            ("kept[1]", "yes"),
        ],
    ),
    ("orders/opinion", false, &[("lang", "en"), ("number", "~number"), ("key", ""), ("mark", "1"), ("said", "Never again")]),
    ("orders/share", false, &[("lang", "en"), ("number", "~number"), ("key", "")]),
    ("orders/unshare", false, &[("lang", "en"), ("number", "~number"), ("key", "")]),
    ("orders/pay", false, &[("lang", "en"), ("number", "~number"), ("way", "card"), ("key", "")]),
    ("restock/wish", false, &[("lang", "en"), ("variant", "~variant"), ("email", "thief@example.com")]),
    ("search/ideas", true, &[("lang", "en"), ("q", "mug")]),
    ("settings", false, &[("lang", "en"), ("country", "LV"), ("currency", "EUR"), ("back", "/en/cart")]),
    ("desk/sign-in", false, &[("name", "ada"), ("password", "x"), ("then", "/desk/orders")]),
    ("desk/sign-out", false, &[]),
    ("desk/product", false, &[("id", "2"), ("product[name]", "Stolen"), ("product[price]", "0.01")]),
    ("desk/pictures", false, &[("id", "2"), ("pictures[0][gone]", "1")]),
    ("desk/words", false, &[("id", "2"), ("lang", "lv"), ("words[name]", "Zagts")]),
    ("desk/category", false, &[("slug", "mugs"), ("category[name]", "Stolen")]),
    ("desk/category-words", false, &[("slug", "mugs"), ("lang", "lv"), ("words[name]", "Zagts")]),
    ("desk/synonyms", false, &[("lang", "en"), ("groups", "mug, cup")]),
    ("desk/answer", false, &[("problem", "1"), ("answer", "Keep it")]),
    ("desk/cancellation", false, &[("number", "~number"), ("answer", "yes"), ("said", "Mine"), ("list", "yes")]),
    ("desk/pack", false, &[("number", "~number")]),
    ("desk/split", false, &[("number", "~number"), ("split[piece]", "1"), ("split[lines][0]", "1")]),
    ("desk/note", false, &[("number", "~number"), ("note", "Mine")]),
    ("desk/brought", false, &[("number", "~number"), ("piece", "1"), ("brand", "dhl"), ("parcel", "JD014600003889")]),
    ("desk/collect", false, &[("number", "~number"), ("piece", "1"), ("day", "2026-12-01"), ("from", "9"), ("until", "17")]),
    (
        "desk/rate",
        false,
        &[
            ("number", "~number"),
            ("piece", "1"),
            ("rate", r#"{"name":"standard","brand":"","price":{"minor":0,"currency":"EUR"}}"#),
        ],
    ),
    ("desk/void", false, &[("number", "~number"), ("piece", "1"), ("reason", "Mine")]),
    ("desk/refund", false, &[("number", "~number"), ("refund[left]", "2940"), ("refund[more]", "29.40")]),
    ("desk/offer", false, &[("id", ""), ("offer[name]", "Free"), ("offer[gives]", "percent"), ("offer[value]", "100")]),
    ("desk/rest-offer", false, &[("id", "1"), ("paused", "true")]),
    ("desk/delay", false, &[("delay[country]", "LV"), ("delay[days]", "60"), ("delay[cause]", "strike")]),
    ("desk/take-back", false, &[("id", "1")]),
    ("desk/discard", false, &[("place", "product/1"), ("then", "/desk/orders")]),
];

/// A form with something wrong with it: fields, their number, their names, or the body they are in.
pub fn mutated(known: &Known, chance: &mut Chance) -> Sent {
    let at = pick(chance, FORMS.len() + ACCOUNTS.len());
    let (path, get, fields) = FORMS.iter().chain(ACCOUNTS).nth(at).copied().unwrap_or(FORMS[0]);
    let mut fields: Vec<(String, String)> = fields.iter().map(|(name, text)| ((*name).to_owned(), known.means(text))).collect();
    for _ in 0..chance.between(1, 3) {
        let at = pick(chance, fields.len().max(1));
        match chance.between(0, 5) {
            0 if !fields.is_empty() => drop(fields.remove(at)),
            1 if !fields.is_empty() => fields.push(fields[at].clone()),
            2 => fields.push((MORE[pick(chance, MORE.len())].to_owned(), known.means(ODD[pick(chance, ODD.len())]))),
            3 if !fields.is_empty() => fields[at].0.push_str("[0]"),
            _ if !fields.is_empty() => fields[at].1 = known.means(ODD[pick(chance, ODD.len())]),
            _ => {}
        }
    }
    if path.starts_with('/') {
        let path = path.replace("~number", &known.number);
        return Sent { path, get, kind: PARTS, body: in_parts(&fields, chance) };
    }
    let text = fields.iter().map(|(name, text)| format!("{}={}", percent(name), percent(text))).collect::<Vec<_>>().join("&");
    // An address has no room for more.
    let asked: String = text.chars().take(1500).collect();
    let path = if get { format!("/api/{path}?{asked}") } else { format!("/api/{path}") };
    let (kind, body) = broken(text.into_bytes(), chance);
    Sent { path, get, kind, body }
}

/// One body in five is broken, or says that it is something else.
fn broken(mut body: Vec<u8>, chance: &mut Chance) -> (&'static str, Vec<u8>) {
    match chance.between(0, 39) {
        0 => (FORM, vec![]),
        1 => (FORM, b"%".to_vec()),
        2 => (FORM, vec![0xff; 64]),
        3 => ("text/plain", body),
        4 => ("application/json", b"{\"quantity\":".to_vec()),
        5 => ("multipart/form-data; boundary=x", b"--x\r\ncontent-disposition: form-data; name=\"lang\"\r\n\r\nen".to_vec()),
        6 => {
            body.truncate(body.len() / 2);
            (FORM, body)
        }
        7 => {
            body.resize(70_000, b'a');
            (FORM, body)
        }
        _ => (FORM, body),
    }
}

fn pick(chance: &mut Chance, count: usize) -> usize {
    chance.between(0, count as u64 - 1) as usize
}

impl Known {
    fn means(&self, text: &str) -> String {
        match text {
            "~line" => self.own_line.clone(),
            "~other" => self.line.clone(),
            "~number" => self.number.clone(),
            "~variant" => self.variant.clone(),
            "~long" => "long ".repeat(2_000),
            text => text.to_owned(),
        }
    }
}
