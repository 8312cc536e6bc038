//! Playing the bank: on TestPay's page for every way but cards a tester says what becomes of the money.

use std::fmt::Write;

use db::outside::testpay::{Session, SessionState};
use domain::codes;
use domain::payments::{Flow, parts};
use domain::time::Timestamp;

use super::cards::CARDS;
use super::pages::{Above, bill, escape, page, said};
use super::words;

codes! {
    /// What a bank does that is not asked: money comes in, or is fetched back.
    Play {
        /// The sum comes in.
        All = "all",
        /// Half of it comes in.
        Part = "part",
        /// Twice the sum comes in.
        Twice = "twice",
        /// It comes in once more.
        More = "more",
        /// The shopper's bank fetches it back.
        Dispute = "dispute",
        /// It was wrong to, and gives it again.
        Win = "win",
        /// What was given back comes back: the account is closed.
        Bounce = "bounce",
    }
}

/// The page of a wallet or a bank: the owner agrees, or one of the stories of the test cards happens.
pub(super) fn agree(merchant: &str, session: &Session, above: &Above<'_>, now: Timestamp) -> String {
    let words = words::of(session);
    let sum = words.money(session.amount);
    let title = words.with("testpay-pay", &[("sum", sum.into())]);
    let stories = CARDS.iter().filter(|(_, _, says)| !matches!(*says, "pays" | "challenge"));
    let stories = stories.fold(String::new(), |mut list, (_, _, says)| {
        let text = escape(&words.say(&format!("testpay-card-{says}")));
        let _ = write!(list, r#"<p><button name="story" value="{says}" class="plain">{text}</button></p>"#);
        list
    });
    let main = format!(
        r#"{above}{bill}{parts}
<form method="post" action="/testpay/pay/{reference}/agree">
<button name="story" value="pays">{title}</button>
<h2>{others}</h2>{stories}
</form>
<p><a href="{cancelled}">{back}</a></p>"#,
        above = said(words, above),
        bill = bill(merchant, session),
        parts = in_parts(session, now),
        reference = escape(&session.reference),
        title = escape(&title),
        others = escape(&words.say("testpay-stories")),
        cancelled = escape(&session.cancelled),
        back = escape(&words.with("testpay-back-unpaid", &[("merchant", merchant.into())])),
    );
    page(words, &title, &main)
}

/// The plan of a way that is paid in parts.
fn in_parts(session: &Session, now: Timestamp) -> String {
    let words = words::of(session);
    let rows = parts(session.way, session.amount, now.day()).into_iter().fold(String::new(), |mut rows, part| {
        let (day, sum) = (escape(&words.date(part.on)), escape(&words.money(part.sum)));
        let _ = write!(rows, "<div><dt>{day}</dt><dd>{sum}</dd></div>");
        rows
    });
    if rows.is_empty() { rows } else { format!("<dl>{rows}</dl>") }
}

/// The page on which money comes in that was paid somewhere else.
pub(super) fn bank(merchant: &str, session: &Session) -> String {
    let words = words::of(session);
    let title = words.say("testpay-bank");
    let plays: &[Play] = match (session.state, session.way.flow()) {
        (SessionState::Paid, _) => &[Play::More, Play::Dispute],
        (_, Flow::Transfer) => &[Play::All, Play::Part, Play::Twice],
        _ => &[Play::All, Play::Twice],
    };
    let won = (session.lost > session.won).then_some(&Play::Win);
    let bounced = (session.returned > session.bounced).then_some(&Play::Bounce);
    let plays = plays.iter().chain(won).chain(bounced);
    let buttons = plays.fold(String::new(), |mut list, play| {
        let (code, text) = (play.code(), escape(&words.say(&format!("testpay-play-{}", play.code()))));
        let _ = write!(list, r#"<p><button name="play" value="{code}">{text}</button></p>"#);
        list
    });
    let main = format!(
        r#"{bill}
<p>{text}</p>
<form method="post" action="/testpay/pay/{reference}/play">{buttons}</form>
<p><a href="{done}">{back}</a></p>"#,
        bill = bill(merchant, session),
        text = escape(&words.say("testpay-bank-text")),
        reference = escape(&session.reference),
        done = escape(&session.done),
        back = escape(&words.with("testpay-back", &[("merchant", merchant.into())])),
    );
    page(words, &title, &main)
}
