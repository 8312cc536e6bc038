//! Other companies' JSON, read with care: a field that is missing or of another kind is none, and what is no JSON is no answer.

use domain::time::{Day, Timestamp};
use domain::tracking::Checkpoint;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Trouble;
use super::line::{Reply, Secret};

/// What an answer says. A refusal is one; a company that is out of order, has too much to do, or answers with something that is
/// no JSON, has said nothing, and is asked again.
pub fn answered(company: &str, reply: &Reply, secret: &Secret) -> Result<Value, Trouble> {
    let read = serde_json::from_slice::<Value>(&reply.body);
    match (reply.status, read) {
        (200..300, Ok(value)) => Ok(value),
        // Nobody who speaks this language refuses in another one.
        (400..=428 | 430..=499, Ok(value)) => {
            let said = ["message", "detail", "title"].into_iter().map(|key| any(&value, key)).find(|text| !text.is_empty());
            Err(Trouble::Refused(format!("{}: {}", reply.status, secret.left_out_of(said.unwrap_or_default()))))
        }
        (status, _) => {
            tracing::warn!(company, status, "the answer cannot be read");
            Err(Trouble::Unknown)
        }
    }
}

/// A text under a key, wherever companies put it: at the top, under `error` or under `meta`.
fn any<'a>(value: &'a Value, key: &str) -> &'a str {
    let places = [value, &value["error"], &value["meta"]];
    places.into_iter().map(|place| text(place, key)).find(|text| !text.is_empty()).unwrap_or_default()
}

/// A text; empty when there is none.
pub fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// A list; empty when there is none.
pub fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// A moment as RFC 3339 writes it, and how many minutes its clock is east of UTC. One without an offset is taken as UTC's.
pub fn moment(text: &str) -> Option<(Timestamp, i16)> {
    let day = day(text)?;
    let time = text.get(11..)?;
    let number = |range: std::ops::Range<usize>| time.get(range)?.parse::<i64>().ok();
    let (hour, minute, second) = (number(0..2)?, number(3..5)?, number(6..8).unwrap_or(0));
    if !(0..24).contains(&hour) || !(0..60).contains(&minute) || !(0..61).contains(&second) {
        return None;
    }
    let offset = time.get(5..).and_then(|rest| rest.find(['+', '-']).and_then(|at| rest.get(at..))).map_or(Some(0), offset)?;
    let seconds = hour * 3600 + minute * 60 + second - i64::from(offset) * 60;
    Some((day.start().plus_seconds(seconds), offset))
}

/// A moment at a place, and how many minutes its clock is east of UTC there. Where the place's zone is known, what is written as
/// UTC's is told by the clock there, and what is written without an offset is what that clock shows.
pub fn moment_in(zone: Option<&str>, text: &str) -> Option<(Timestamp, i16)> {
    let (at, written) = moment(text)?;
    let Some(zone) = zone.filter(|_| written == 0) else { return Some((at, written)) };
    let ahead = app::i18n::format::offset(zone, at);
    if text.get(11..).is_some_and(|time| time.contains(['Z', 'z', '+', '-'])) {
        return Some((at, ahead));
    }
    let shown = |ahead: i16| at.plus_seconds(-i64::from(ahead) * 60);
    let ahead = app::i18n::format::offset(zone, shown(ahead));
    Some((shown(ahead), ahead))
}

/// `+02:00`, `-0530`, in minutes.
fn offset(text: &str) -> Option<i16> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let minutes = digits.get(0..2)?.parse::<i16>().ok()? * 60 + digits.get(2..4).unwrap_or("0").parse::<i16>().ok()?;
    (minutes <= 14 * 60).then_some(if text.starts_with('-') { -minutes } else { minutes })
}

/// The day a moment begins with.
pub fn day(text: &str) -> Option<Day> {
    Day::parse(text.get(0..10)?).filter(|day| day.0 > 0)
}

/// A name for an event that has none: the same for the same, another for another.
pub fn name_of(pieces: &[&str]) -> String {
    let mut hash = Sha256::new();
    for piece in pieces {
        hash.update(piece.as_bytes());
        hash.update([0]);
    }
    db::token::hex(&hash.finalize()[..12])
}

/// That a parcel comes on another day, which nothing happened with: news of its own. `known` is how much has happened.
pub fn promise(day: Day, at: Timestamp, known: usize) -> Checkpoint {
    Checkpoint {
        event: format!("comes-{}-{known}", day.0),
        kind: domain::tracking::CheckpointKind::Unknown,
        at,
        place: String::new(),
        offset_minutes: 0,
        expected: Some(day),
        said: String::new(),
    }
}

/// A number as it goes into an address: letters, digits and hyphens.
pub fn plain(number: &str) -> Result<&str, Trouble> {
    let plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain { Ok(number) } else { Err(Trouble::Refused(format!("`{number}` is no number"))) }
}

/// A place of up to three parts.
pub fn place(parts: [&str; 3]) -> String {
    let parts: Vec<&str> = parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(", ").chars().take(120).collect()
}

/// What a carrier said, in its code and its words, as staff read it.
pub fn said(code: &str, words: &str) -> String {
    let both = if words.is_empty() { code.to_owned() } else { format!("{code}: {words}") };
    both.chars().take(300).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_they_are_written_around_the_world() {
        let at = Timestamp(1_741_290_506_000);
        for (text, minutes) in [
            ("2025-03-06T19:48:26Z", 0),
            ("2025-03-06T19:48:26.123Z", 0),
            ("2025-03-06T19:48:26", 0),
            ("2025-03-06T21:48:26+02:00", 120),
            ("2025-03-06T14:18:26-0530", -330),
        ] {
            assert_eq!(moment(text), Some((at, minutes)), "{text}");
        }
        for odd in [
            "",
            "soon",
            "2025-03-06",
            "2025-13-06T19:48:26Z",
            "2025-03-06T25:00:00Z",
            "2025-03-06T19:48:26+99:00",
            "２０２５-03-06",
        ] {
            assert_eq!(moment(odd), None, "{odd}");
        }
    }

    #[test]
    fn what_happens_somewhere_is_told_by_the_clock_there_in_summer_and_in_winter() {
        let told = |zone, text: &str| {
            let (at, ahead) = moment_in(zone, text).unwrap();
            (app::i18n::format::machine(at), ahead)
        };
        // Winter, the hours around each change of 2026, and summer; Bangkok changes nothing.
        for (zone, utc, ahead) in [
            ("America/New_York", "2026-01-15T12:00:00Z", -300),
            ("America/New_York", "2026-03-08T06:59:00Z", -300),
            ("America/New_York", "2026-03-08T07:00:00Z", -240),
            ("America/New_York", "2026-11-01T05:59:00Z", -240),
            ("America/New_York", "2026-11-01T06:00:00Z", -300),
            ("Europe/Berlin", "2026-03-29T00:59:00Z", 60),
            ("Europe/Berlin", "2026-03-29T01:00:00Z", 120),
            ("Europe/Berlin", "2026-10-25T00:59:00Z", 120),
            ("Europe/Berlin", "2026-10-25T01:00:00Z", 60),
            ("Asia/Bangkok", "2026-03-29T01:00:00Z", 420),
            ("Asia/Bangkok", "2026-11-01T06:00:00Z", 420),
        ] {
            assert_eq!(told(Some(zone), utc), (utc.to_owned(), ahead), "{zone}");
            assert_eq!(told(Some(zone), &utc.replace('Z', "+00:00")), (utc.to_owned(), ahead), "{zone}");
        }
        // Without an offset it is what the clock on the wall there shows.
        for (zone, shown, utc, ahead) in [
            ("America/New_York", "2026-03-07T20:00:00", "2026-03-08T01:00:00Z", -300),
            ("America/New_York", "2026-03-08T03:30:00", "2026-03-08T07:30:00Z", -240),
            ("America/New_York", "2026-11-01T20:00:00", "2026-11-02T01:00:00Z", -300),
            ("Europe/Berlin", "2026-03-29T03:30:00", "2026-03-29T01:30:00Z", 120),
            ("Europe/Berlin", "2026-10-25T12:00:00", "2026-10-25T11:00:00Z", 60),
            ("Asia/Bangkok", "2026-06-01T03:00:00", "2026-05-31T20:00:00Z", 420),
        ] {
            assert_eq!(told(Some(zone), shown), (utc.to_owned(), ahead), "{zone} {shown}");
        }
        assert_eq!(
            told(Some("Asia/Bangkok"), "2026-06-01T03:00:00+09:00"),
            ("2026-05-31T18:00:00Z".to_owned(), 540),
            "as written"
        );
        assert_eq!(told(None, "2026-06-01T03:00:00"), ("2026-06-01T03:00:00Z".to_owned(), 0), "nobody knows where");
        assert_eq!(moment_in(Some("Asia/Bangkok"), "soon"), None);
    }

    #[test]
    fn what_is_no_answer_is_asked_for_again_and_a_refusal_is_one() {
        let reply = |status, body: &str| answered("EasyPost", &Reply { status, body: body.into() }, &Secret::new("EZTK1"));
        assert!(reply(200, "{}").is_ok());
        for (status, body) in
            [(200, "<html>"), (200, "{\"id\": \"shp"), (429, "{}"), (500, "{}"), (502, "<html>"), (404, "<html>")]
        {
            assert_eq!(reply(status, body), Err(Trouble::Unknown), "{status} {body}");
        }
        let refused = reply(422, r#"{"error": {"message": "EZTK1 cannot buy this"}}"#);
        assert_eq!(refused, Err(Trouble::Refused("422: ... cannot buy this".to_owned())));
    }
}
