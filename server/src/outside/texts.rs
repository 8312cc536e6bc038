//! Text messages: the port, behind which short words go to telephones.
//!
//! [`written`] is the embedded one: a line in a file. [`twilio`] is the real one, for Twilio and those who speak as it does.

use super::Soon;
use super::mail::Untaken;

pub mod twilio;
pub mod written;

/// Whoever brings text messages.
pub trait Texts: Send + Sync {
    /// Sends one. Whoever brings them knows no name by which the same one is known again, so one whose answer did not come may
    /// come twice.
    fn text<'a>(&'a self, to: &'a str, says: &'a str) -> Soon<'a, Result<String, Untaken>>;
}
