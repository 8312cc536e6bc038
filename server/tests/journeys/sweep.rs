//! Every address of the shop, asked for by everybody: what is another's and what there is not are the same answer. An address or a
//! form that is not in the lists here fails the test, so that nobody forgets to say whose it is.

use std::collections::BTreeSet;
use std::path::Path;

use axum::http::StatusCode;

mod lists;

use lists::Whose::{Askers, Book, Desk, Order, Outside, Secret, Wish};
use lists::{FORMS, PAGES};

use crate::account::{bought, signed_in};
use crate::form::value;
use crate::photos::photo;
use crate::problem_photos::sends;
use crate::rig::Rig;
use crate::shopper::Shopper;

/// A number no order has, with its check digit: nobody has chance of 1.
const NO_ORDER: &str = "00000001H";

/// What stands between two texts, everywhere in the Rust files of a folder of the house.
fn named(folder: &str, start: &str) -> BTreeSet<String> {
    fn all(folder: &Path, files: &mut Vec<String>) {
        for one in std::fs::read_dir(folder).unwrap().map(|one| one.unwrap().path()) {
            if one.is_dir() {
                all(&one, files);
            } else if one.extension().is_some_and(|kind| kind == "rs") && !one.ends_with("tests.rs") {
                // Servers of tests have routes too.
                files.push(std::fs::read_to_string(one).unwrap().split("\n#[cfg(test)]").next().unwrap().to_owned());
            }
        }
    }
    let mut files = Vec::new();
    all(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder), &mut files);
    files.iter().flat_map(|text| text.split(start).skip(1)).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn no_address_and_no_form_is_forgotten() {
    // A part of a path that stands for anything is `:name` among pages.
    let braced = |path: String| {
        let part = |part: &str| part.strip_prefix(':').map_or_else(|| part.to_owned(), |name| format!("{{{name}}}"));
        path.split('/').map(part).collect::<Vec<_>>().join("/")
    };
    let mut found: BTreeSet<String> = named("app/src", "path!(\"").into_iter().map(braced).collect();
    found.extend(named("server/src", ".route(\"").into_iter().filter(|path| path.starts_with('/')));
    let listed: BTreeSet<String> = PAGES.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(found.difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new(), "say whose it is");
    assert_eq!(listed.difference(&found).collect::<Vec<_>>(), Vec::<&String>::new(), "there is no such address");
    let listed: BTreeSet<String> = FORMS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(named("app/src", "endpoint = \""), listed);
    for (path, whose) in PAGES.iter().filter(|(path, _)| path.contains("orders/{number}") && !path.starts_with("/desk")) {
        assert_eq!(*whose, Order, "{path}");
    }
}

/// What an answer tells: its status, where it leads, and all it says, without chance and without what was asked for.
type Told = (StatusCode, String, String);

/// Takes out what is another with each answer, and what was asked for itself, where it stands alone.
fn same(text: &str, asked: &str) -> String {
    let without = |text: &str, start: &str, end: &str| {
        let mut parts = text.split(start);
        let first = parts.next().unwrap_or_default().to_owned();
        parts.fold(first, |all, part| all + part.split_once(end).map_or("", |(_, rest)| rest))
    };
    let text = without(&without(text, "nonce=\"", "\""), "<small>", "</small>");
    if asked.is_empty() {
        return text;
    }
    [asked, &coded(asked)].iter().fold(text, |text, asked| match asked.len() {
        // A short one is a part of much else.
        0..6 => ["addresses/", "line=", "lists/", "list="]
            .iter()
            .fold(text, |text, start| text.replace(&format!("{start}{asked}"), &format!("{start}~"))),
        _ => text.replace(asked, "~"),
    })
}

/// Every byte in percents, as nobody writes it.
fn coded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn open(who: &Shopper<'_>, path: &str, asked: &str) -> Told {
    let answer = who.open(path).await;
    let text = String::from_utf8_lossy(&answer.body).into_owned();
    (answer.status, same(&format!("{}\"", answer.header("location")), asked), same(&text, asked))
}

async fn send(who: &Shopper<'_>, path: &str, fields: &[(&str, &str)], asked: &str) -> Told {
    let answer = who.post(path, fields).await;
    let text = String::from_utf8_lossy(&answer.body).into_owned();
    (answer.status, same(&format!("{}\"", answer.header("location")), asked), same(&text, asked))
}

/// What somebody owns: the name of each by what forms call it.
struct Things {
    number: String,
    link: String,
    book: String,
    line: String,
    session: String,
    list: String,
}

/// Signs in, buys, and fills the cart and the address book.
async fn owner<'a>(rig: &'a Rig, email: &str) -> (Shopper<'a>, Things) {
    let who = signed_in(rig, rig.shopper(), email).await;
    let other = signed_in(rig, rig.shopper(), email).await;
    who.put(&rig.variant("carbon-pan", "").await, "1").await;
    let link = who.buy().await;
    let (number, key) = link.split_once("?key=").map(|(path, key)| (path.rsplit('/').next().unwrap(), key)).unwrap();
    let address = [
        ("lang", "en"),
        ("address[country]", "DE"),
        ("address[name]", "Ada Lovelace"),
        ("address[line1]", "1 Elm Street"),
        ("address[postcode]", "10115"),
        ("address[city]", "Berlin"),
    ];
    who.send("/api/account/address", &address).await;
    who.put(&rig.variant("ridge-mug", "Oat").await, "1").await;
    let (line, book) = (who.line().await, value(&who.read("/en/account/addresses").await, "id").to_owned());
    let session = value(&who.read("/en/account").await, "session").to_owned();
    drop(other);
    let made = who.send("/api/lists/make", &[("lang", "en"), ("name", "Mine")]).await;
    let list = made.rsplit('/').next().unwrap().to_owned();
    (who, Things { number: number.to_owned(), link: key.to_owned(), book, line, session, list })
}

#[tokio::test]
async fn what_is_anothers_and_what_there_is_not_are_the_same_page() {
    let rig = crate::desk::rig().await;
    let (bob, _) = owner(&rig, "bob@example.org").await;
    let (ada, things) = owner(&rig, "ada@example.org").await;
    let staff = crate::desk::ada(&rig).await;
    sends(&ada, (&things.number, ""), &[("problem[trouble]", "wrong")], &[("pan.png", &photo(1, 40, 30))]).await;
    rig.work().await;
    // With her parcel on its way there is an invoice.
    rig.carrier_tells("a1", "picked_up", 0, None).await;
    rig.work().await;
    let (nobody, guest) = (rig.shopper(), rig.shopper());
    let zeros = "0".repeat(64);
    let others = [("nobody", &nobody), ("bob", &bob), ("staff", &staff)];
    for (pattern, whose) in PAGES {
        let filled = |asked: &str| {
            let path = pattern.replace("{lang}", "en").replace("{piece}", "1").replace("{document}", "CN-2026-000001");
            let path = path.replace("{photo}/{size}", "1/small");
            ["{number}", "{id}", "{token}", "{code}"].iter().fold(path, |path, name| path.replace(name, asked))
        };
        let (own, missing) = match whose {
            Order => (things.number.as_str(), NO_ORDER),
            Book => (things.book.as_str(), "999999"),
            Wish => (things.list.as_str(), "999999"),
            Secret => ("", zeros.as_str()),
            Desk | Askers | Outside => continue,
        };
        for (name, who) in others {
            let not = open(who, &filled(missing), missing).await;
            if *whose == Secret {
                assert_eq!(not.0, StatusCode::NOT_FOUND, "{pattern}, {name}");
                continue;
            }
            let door = *whose == Book && name != "bob";
            assert_eq!(not.0, if door { StatusCode::SEE_OTHER } else { StatusCode::NOT_FOUND }, "{pattern}, {name}");
            assert_eq!(open(who, &filled(own), own).await, not, "{pattern}, {name}");
            assert_eq!(
                open(who, &filled(&coded(own)), own).await,
                open(who, &filled(&coded(missing)), missing).await,
                "{pattern}, {name}"
            );
            let key = |path: String, key: &str| format!("{path}?key={key}");
            assert_eq!(
                open(who, &key(filled(own), &zeros), own).await,
                open(who, &key(filled(missing), &zeros), missing).await,
                "{pattern}"
            );
        }
        // The link of one order opens no other.
        if *whose == Order {
            let (own, missing) =
                (format!("{}?key={}", filled(NO_ORDER), things.link), format!("{}?key={zeros}", filled(NO_ORDER)));
            let told = (open(&guest, &own, &things.link).await, open(&guest, &missing, &zeros).await);
            assert_eq!(told.0, told.1, "{pattern}");
        }
    }
    for path in [
        format!("/en/orders/{}", things.number),
        format!("/en/orders/{}/invoice", things.number),
        format!("/en/orders/{}/photos/1/small", things.number),
        format!("/en/account/addresses/{}", things.book),
        format!("/en/lists/{}", things.list),
    ] {
        assert_eq!(ada.open(&path).await.status, StatusCode::OK, "{path}");
    }
    let by_link = format!("/en/orders/{}?key={}", things.number, things.link);
    assert_eq!(guest.open(&by_link).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_desk_is_shut_to_all_but_staff_whatever_is_behind_it() {
    let rig = crate::desk::rig().await;
    let (ada, things) = owner(&rig, "ada@example.org").await;
    let (nobody, staff) = (rig.shopper(), crate::desk::ada(&rig).await);
    for (pattern, _) in PAGES.iter().filter(|(_, whose)| *whose == Desk) {
        let filled = |asked: &str| {
            let path = pattern.replace("{lang}", "lv").replace("{piece}", "1").replace("{kind}", "paid").replace("{file}", asked);
            ["{number}", "{id}", "{slug}"].iter().fold(path, |path, name| path.replace(name, asked))
        };
        for who in [&ada, &nobody] {
            let (there, not) =
                (open(who, &filled(&things.number), &things.number).await, open(who, &filled(NO_ORDER), NO_ORDER).await);
            assert_eq!(there, not, "{pattern}");
            // Pictures are only sent to their address.
            let shut = [StatusCode::SEE_OTHER, StatusCode::NOT_FOUND, StatusCode::UNAUTHORIZED, StatusCode::METHOD_NOT_ALLOWED];
            assert!(shut.contains(&there.0), "{pattern}: {}", there.0);
        }
    }
    assert_eq!(staff.open(&format!("/desk/orders/{}", things.number)).await.status, StatusCode::OK);
    for (name, _) in FORMS.iter().filter(|(_, field)| *field == "desk") {
        for who in [&ada, &nobody] {
            let path = format!("/api/{name}");
            let sent = |number| vec![("lang", "en"), ("number", number), ("id", "1"), ("slug", "cups"), ("place", "product/1")];
            let answers = [
                send(who, &path, &sent(&things.number), &things.number).await,
                send(who, &path, &sent(NO_ORDER), NO_ORDER).await,
            ];
            assert_eq!(answers[0], answers[1], "{name}");
            assert!(answers[0].0.is_client_error(), "{name}: {}", answers[0].0);
        }
    }
}

#[tokio::test]
async fn a_form_that_names_what_is_anothers_is_answered_as_one_that_names_nothing_and_changes_nothing() {
    let rig = crate::desk::rig().await;
    let (ada, things) = owner(&rig, "ada@example.org").await;
    let (bob, _) = owner(&rig, "bob@example.org").await;
    let staff = crate::desk::ada(&rig).await;
    let guest = rig.shopper();
    let bought_by_guest = bought(&rig, &guest).await;
    rig.work().await;
    let order = format!("/en/orders/{}", things.number);
    let seen = async || {
        let pages = [order.as_str(), "/en/cart", "/en/account/addresses", "/en/account"];
        let mut all = Vec::new();
        for page in pages {
            all.push(open(&ada, page, "").await);
        }
        all
    };
    let before = seen().await;
    let nobody = rig.shopper();
    let zeros = "0".repeat(64);
    for (name, field) in FORMS.iter().filter(|(_, field)| !field.is_empty() && *field != "desk") {
        let (own, missing) = match *field {
            "number" => (things.number.as_str(), NO_ORDER),
            "id" | "address" => (things.book.as_str(), "999999"),
            "list" => (things.list.as_str(), "999999"),
            "line" => (things.line.as_str(), "999999"),
            "session" => (things.session.as_str(), "999999"),
            "join" | "card" | "passkey" => ("1", "999999"),
            // Secrets there are none of.
            _ => (zeros.as_str(), &*"f".repeat(64).leak()),
        };
        for who in [&nobody, &bob, &guest, &staff] {
            let sent = |asked| {
                let mut fields = vec![
                    ("lang", "en"),
                    ("piece", "1"),
                    ("kind", "instruct"),
                    ("said", "Mine"),
                    ("quantity", "2"),
                    ("way", "card"),
                ];
                fields.extend([("aside", "true"), ("remove", "true"), ("wanted", "items 0:1")]);
                fields.extend([("forget", "1"), ("back", "/en/cart"), (*field, asked)]);
                fields
            };
            let path = format!("/api/{name}");
            // Signing out nowhere is signing out nobody: whoever is signed out by it is not asked further.
            if *name == "account/sign-out" && !std::ptr::eq(who, &bob) {
                continue;
            }
            let answers = [send(who, &path, &sent(own), own).await, send(who, &path, &sent(missing), missing).await];
            assert_eq!(answers[0], answers[1], "{name}");
        }
    }
    assert!(seen().await == before, "nothing of ada's is another");
    assert_eq!(guest.open(&format!("/en/orders/{bought_by_guest}")).await.status, StatusCode::OK);
}
