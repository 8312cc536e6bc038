//! Mail: the port, behind which letters are carried.
//!
//! [`files`] is the embedded one: letters become files in the data folder, which [`viewer`] shows at `/dev/mail` while the shop is
//! one to try out. [`smtp`] is the real one, and `no` knows what its refusals mean. [`compose`] makes of a letter the bytes both carry.

use std::sync::Arc;

use db::notifications::Message;

use super::Soon;
use crate::letters::words::Sender;
use crate::letters::{Letter, Rendered};

pub mod compose;
pub mod files;
mod no;
pub mod smtp;
pub mod viewer;

pub use no::without;

/// A letter ready to be carried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The left side of its Message-ID: the same letter has the same.
    pub message: String,
    /// Who sends it, as the carrier is told.
    pub from: String,
    /// Whom it goes to.
    pub to: String,
    /// Its subject.
    pub subject: String,
    /// The two forms of it, for whoever shows it here.
    pub rendered: Rendered,
    /// The letter as RFC 5322 writes it.
    pub bytes: Vec<u8>,
}

/// Why a letter was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Untaken {
    /// There is no such box, and there will not be.
    #[error("there is no such box: {0}")]
    NoSuchBox(String),
    /// The letter is not taken, however often it is tried.
    #[error("it is refused: {0}")]
    Refused(String),
    /// Not now.
    #[error("not now: {0}")]
    Later(String),
    /// Not for so many seconds.
    #[error("not for {1} seconds: {0}")]
    NotFor(String, i64),
    /// Nobody is there any more to take it, which is no fault.
    #[error("nobody is there: {0}")]
    Nobody(String),
}

/// Whoever carries letters.
pub trait Post: Send + Sync {
    /// Its name, for the log.
    fn name(&self) -> &'static str;
    /// Carries a letter. What is taken is theirs to bring; what was said of it then is given back. Where the answer does not come
    /// it may have been taken: the letter is then sent again under the same Message-ID.
    fn carry<'a>(&'a self, letter: &'a Sealed) -> Soon<'a, Result<String, Untaken>>;
}

/// Who letters are from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The name beside the address.
    pub name: String,
    /// The address.
    pub from: String,
    /// Where answers go, if that is elsewhere.
    pub reply_to: Option<String>,
    /// The right side of Message-IDs: the host of the shop's address.
    pub host: String,
}

/// Everything it takes to send a letter.
#[derive(Clone)]
pub struct Mail {
    /// Who carries it.
    pub post: Arc<dyn Post>,
    /// Who it is from.
    pub head: Letterhead,
    /// How it is said.
    pub sender: Sender,
    /// Who brings text messages.
    pub texts: Arc<dyn super::texts::Texts>,
    /// Who tells devices.
    pub push: Arc<dyn super::push::Push>,
    /// How it looks.
    pub templates: crate::letters::templates::Templates,
}

impl Mail {
    /// Seals a letter: rendered, with its headers, under the Message-ID of the message it was claimed for.
    pub fn seal(&self, lead: &Message, letter: &Letter) -> Result<Sealed, Untaken> {
        let rendered = self.templates.render(letter).map_err(|broken| Untaken::Later(broken.to_string()))?;
        let one_click = letter.stop.as_ref().and_then(|_| self.sender.one_click(lead));
        let bytes = compose::letter(&self.head, lead, letter, &rendered, one_click)?;
        Ok(Sealed {
            message: lead.message.clone(),
            from: self.head.from.clone(),
            to: lead.recipient.clone(),
            subject: letter.subject.clone(),
            rendered,
            bytes,
        })
    }
}
