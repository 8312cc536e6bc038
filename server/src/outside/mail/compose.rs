//! A letter as RFC 5322 writes it.

use std::time::{Duration, SystemTime};

use db::notifications::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};
use lettre::{Address, message};

use super::{Letterhead, Untaken};
use crate::letters::{Letter, Rendered};

/// The bytes of a letter. With an address for one click it can be stopped from the mail program itself (RFC 2369, RFC 8058).
pub fn letter(
    head: &Letterhead,
    lead: &Message,
    letter: &Letter,
    rendered: &Rendered,
    one_click: Option<String>,
) -> Result<Vec<u8>, Untaken> {
    let to = Mailbox::new(None, address(&lead.recipient)?);
    let written_at = SystemTime::UNIX_EPOCH + Duration::from_millis(u64::try_from(lead.made_at.0).unwrap_or(0));
    let mut made = message::MessageBuilder::new()
        .from(Mailbox::new(Some(head.name.clone()), address(&head.from)?))
        .to(to)
        .date(written_at)
        .message_id(Some(format!("<{}@{}>", lead.message, head.host)))
        .subject(letter.subject.clone());
    if let Some(reply_to) = &head.reply_to {
        made = made.reply_to(Mailbox::new(None, address(reply_to)?));
    }
    let both = MultiPart::alternative_plain_html(rendered.text.clone(), rendered.html.clone());
    let mut made = made.multipart(both).map_err(|error| Untaken::Refused(error.to_string()))?;
    let headers = made.headers_mut();
    // No machine answers a machine (RFC 3834).
    headers.insert_raw(plain("Auto-Submitted", "auto-generated")?);
    headers.insert_raw(plain("Content-Language", &letter.lang)?);
    if let Some(address) = one_click {
        headers.insert_raw(plain("List-Unsubscribe", &format!("<{address}>"))?);
        headers.insert_raw(plain("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")?);
    }
    Ok(made.formatted())
}

/// An address as mail servers take it; one that no server could take is no box at all.
pub(super) fn address(text: &str) -> Result<Address, Untaken> {
    text.parse().map_err(|_| Untaken::NoSuchBox("it is not an address".to_owned()))
}

/// A header that is never folded or encoded: addresses in it are read by machines.
fn plain(name: &str, value: &str) -> Result<HeaderValue, Untaken> {
    let name = HeaderName::new_from_ascii(name.to_owned()).map_err(|error| Untaken::Refused(error.to_string()))?;
    Ok(HeaderValue::dangerous_new_pre_encoded(name, value.to_owned(), value.to_owned()))
}
