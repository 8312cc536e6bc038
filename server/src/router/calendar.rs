//! The arrival of an order, for the shopper's own calendar (iCalendar, RFC 5545): an event that lasts all day for each parcel that
//! has still to come. Opened again after the day has changed, it moves the event instead of making another.

use std::fmt::Write;
use std::sync::Arc;

use app::cookies::Cookie;
use app::i18n::{Lang, Words};
use app::routes;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use db::orders::{self, Keys};
use db::token::Token;
use db::{Conn, Fault};
use domain::delivery::Service;
use domain::orders::{Order, OrderNumber, OrderState};
use domain::time::{Day, Timestamp};
use domain::tracking::{ParcelState, Piece};
use http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderMap, StatusCode};
use serde::Deserialize;

use super::House;

/// What the address says besides its path.
#[derive(Deserialize)]
pub struct Link {
    /// The secret of the order's link.
    key: Option<String>,
}

/// A line has no more bytes; a longer one goes on after a blank (§ 3.1).
const LINE: usize = 75;

/// Gives the calendar to who may see the order; for others there is none.
pub async fn arrival(
    State(house): State<Arc<House>>,
    Path((lang, number)): Path<(String, String)>,
    Query(link): Query<Link>,
    headers: HeaderMap,
) -> Response {
    let keys = Keys { browser: house.cookies.read(&headers, Cookie::Session), link: link.key.as_deref().and_then(Token::parse) };
    let (Ok(number), Some(lang)) = (OrderNumber::parse(&number), Lang::from_code(&lang)) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let found = house.db.read(|conn: &Conn| orders::by_id(conn, orders::id_for(conn, &number, &keys)?)).await;
    match found.map(|order| calendar(&order, Words::of(lang), house.config.origin.as_str(), house.db.now())) {
        Ok(Some(text)) => {
            let name = format!("attachment; filename=\"{}.ics\"", number.as_str());
            let headers = [
                (CONTENT_TYPE, "text/calendar; charset=utf-8".to_owned()),
                (CACHE_CONTROL, "private, no-store".to_owned()),
                (CONTENT_DISPOSITION, name),
            ];
            (headers, text).into_response()
        }
        Ok(None) | Err(Fault::NotFound(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(fault) => {
            tracing::error!(%fault, "an order's arrival cannot be told");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// One parcel that has still to come.
struct Arrival {
    piece: u32,
    from: Day,
    to: Day,
    /// How often the day was changed.
    changes: usize,
}

/// None where nothing has to come any more.
fn calendar(order: &Order, words: Words, origin: &str, now: Timestamp) -> Option<String> {
    let all = arrivals(order);
    if all.is_empty() {
        return None;
    }
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    let (number, shop) = (order.number.as_str(), words.say("shop-name"));
    let says = words.with("calendar-summary", &[("number", number.into()), ("shop", shop.into())]);
    let (says, page) = (plain(&says), format!("{origin}{}", routes::order(words.lang, &order.number)));
    let mut text = String::new();
    let mut line = |name: &str, value: &str| folded(&format!("{name}:{value}"), &mut text);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Cartwright//Arrival//EN");
    line("METHOD", "PUBLISH");
    for one in all {
        line("BEGIN", "VEVENT");
        line("UID", &format!("{number}-{}@{host}", one.piece));
        line("DTSTAMP", &moment(now));
        line("SEQUENCE", &one.changes.to_string());
        line("DTSTART;VALUE=DATE", &date(one.from));
        // The end is the first day it does not last.
        line("DTEND;VALUE=DATE", &date(one.to.plus(1)));
        line("SUMMARY", &says);
        line("URL", &page);
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    Some(text)
}

fn arrivals(order: &Order) -> Vec<Arrival> {
    if order.state == OrderState::Cancelled || order.service == Service::Online {
        return Vec::new();
    }
    let (from, to) = order.due();
    if order.pieces.is_empty() {
        return vec![Arrival { piece: 1, from, to, changes: 0 }];
    }
    let of = |piece: &Piece| match &piece.parcel {
        None => Some(Arrival { piece: piece.number, from, to, changes: 0 }),
        Some(parcel) if matches!(parcel.state, ParcelState::Delivered | ParcelState::Returning) => None,
        Some(parcel) => {
            let (from, to) = parcel.expected.map_or((from, to), |day| (day, day));
            Some(Arrival { piece: piece.number, from, to, changes: parcel.promises.len() })
        }
    };
    order.pieces.iter().filter_map(of).collect()
}

/// `20261127`
fn date(day: Day) -> String {
    let (year, month, day) = day.civil();
    format!("{year:04}{month:02}{day:02}")
}

/// `20261127T083000Z`
fn moment(at: Timestamp) -> String {
    let seconds = at.0.rem_euclid(86_400_000) / 1000;
    format!("{}T{:02}{:02}{:02}Z", date(at.day()), seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// A text as a value holds it (§ 3.3.11), without the marks that set names apart on pages.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars().filter(|letter| !matches!(letter, '\u{2066}'..='\u{2069}' | '\r')) {
        match letter {
            '\\' | ';' | ',' => plain.extend(['\\', letter]),
            '\n' => plain.push_str("\\n"),
            _ => plain.push(letter),
        }
    }
    plain
}

fn folded(line: &str, into: &mut String) {
    let mut bytes = 0;
    for letter in line.chars() {
        if bytes + letter.len_utf8() > LINE {
            into.push_str("\r\n ");
            bytes = 1;
        }
        bytes += letter.len_utf8();
        into.push(letter);
    }
    // Writing to a String does not fail.
    let _ = write!(into, "\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_goes_on_after_a_blank_and_is_cut_between_letters() {
        let mut text = String::new();
        folded(&format!("SUMMARY:{}", "ā".repeat(80)), &mut text);
        let lines: Vec<&str> = text.split("\r\n").collect();
        assert!(lines.iter().all(|line| line.len() <= LINE), "{lines:?}");
        let whole: String = lines
            .iter()
            .enumerate()
            .map(|(at, line)| if at > 0 { line.strip_prefix(' ').unwrap_or(line) } else { line })
            .collect();
        assert_eq!(whole, format!("SUMMARY:{}", "ā".repeat(80)));
    }

    #[test]
    fn a_text_says_what_it_says_and_nothing_more() {
        assert_eq!(plain("Order 7, from A;B\\C\nEND:VEVENT\r\u{2068}x\u{2069}"), "Order 7\\, from A\\;B\\\\C\\nEND:VEVENTx");
    }

    #[test]
    fn days_and_moments_are_written_as_calendars_read_them() {
        let day = Day::on(2026, 11, 27).unwrap();
        assert_eq!(date(day), "20261127");
        assert_eq!(moment(Timestamp(day.start().0 + (8 * 3600 + 30 * 60 + 5) * 1000)), "20261127T083005Z");
    }
}
