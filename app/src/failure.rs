//! The one error that crosses the wire. What broke is logged here, once, and never told.

use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// Why there is no answer. What the shop refuses is not here: a refusal is an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Failure {
    /// There is no such thing, or not for whoever asks.
    NotFound,
    /// Whoever sent it is not signed in, or no longer.
    SignedOut,
    /// Too much to do; try again in a moment.
    Busy,
    /// Something broke, and it is ours.
    Broken,
}

impl Failure {
    /// The status a browser and a machine are told.
    pub const fn status(self) -> u16 {
        match self {
            Failure::NotFound => 404,
            Failure::SignedOut => 401,
            Failure::Busy => 503,
            Failure::Broken => 500,
        }
    }
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Failure::NotFound => "not found",
            Failure::SignedOut => "signed out",
            Failure::Busy => "busy",
            Failure::Broken => "broken",
        })
    }
}

impl std::error::Error for Failure {}

impl FromServerFnError for Failure {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        // What was sent could not be read: nothing of the shop's is at that address in that form.
        match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Failure::NotFound
            }
            _ => Failure::Broken,
        }
    }
}

#[cfg(feature = "ssr")]
impl From<db::Fault> for Failure {
    fn from(fault: db::Fault) -> Self {
        match fault {
            db::Fault::NotFound(_) => Failure::NotFound,
            db::Fault::Busy => Failure::Busy,
            db::Fault::DiskFull(text) => {
                tracing::error!(text, "the disk does not take more; selling is paused");
                Failure::Busy
            }
            db::Fault::Disk(error) => {
                tracing::error!(%error, "the disk failed; whoever asked is told to try again");
                Failure::Busy
            }
            fault => {
                tracing::error!(%fault, "a fault");
                Failure::Broken
            }
        }
    }
}

#[cfg(feature = "ssr")]
impl From<db::Error<domain::Never>> for Failure {
    fn from(error: db::Error<domain::Never>) -> Self {
        match error {
            db::Error::Refused(never) => match never {},
            db::Error::Fault(fault) => fault.into(),
        }
    }
}
