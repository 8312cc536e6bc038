//! What is said in a page's place: too much, too fast, too late, broken. Kind, short, and never what went wrong inside.

use std::time::Duration;

use axum::body::Body;
use axum::response::Response;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};
use http::{StatusCode, header::CONNECTION};

use crate::serve::Site;

/// Why there is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A form of another site.
    Foreign,
    /// The body did not come in time.
    TooSlow,
    /// The body is too large.
    TooLarge,
    /// The address is too long.
    TooLong,
    /// Too many requests of one client.
    TooMany {
        /// Until the next one may come.
        wait: Duration,
    },
    /// What a form is about is not there, or the form says nothing that can be read.
    Missing,
    /// Something broke.
    Broken,
    /// Too much to do at once.
    Busy,
    /// The answer would have come too late.
    Late,
}

/// Who asks: somebody who sees a page, or a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asker {
    /// A browser that shows what comes.
    Person,
    /// A script or another machine.
    Program,
}

impl Asker {
    /// Told by what is wanted back.
    pub fn of(headers: &HeaderMap) -> Self {
        let wants = headers.get(ACCEPT).and_then(|accept| accept.to_str().ok()).unwrap_or_default();
        if wants.contains("text/html") { Self::Person } else { Self::Program }
    }
}

impl Notice {
    fn status(self) -> StatusCode {
        match self {
            Self::Foreign => StatusCode::FORBIDDEN,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Missing => StatusCode::NOT_FOUND,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy | Self::Late => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// A heading and what to do.
    fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Foreign => ("This form came from elsewhere", "Open the page in the shop and send it again."),
            Self::TooSlow => ("The connection was too slow", "Nothing was changed. Send it again when the network is better."),
            Self::TooLarge => ("That is more than we can take", "Shorten the text or choose a smaller file."),
            Self::TooLong => ("This address is too long", "Start again from the first page."),
            Self::TooMany { .. } => {
                ("A little slower", "Many requests came from your network. Wait a moment and try again; your cart is safe.")
            }
            Self::Missing => {
                ("What you sent leads nowhere", "Nothing was changed. Load the page it came from again and send it once more.")
            }
            Self::Broken => ("Something broke, and it is ours", "Your cart and your orders are safe. Try again in a moment."),
            Self::Busy | Self::Late => ("The shop is very full", "Wait a moment and try again; your cart is safe."),
        }
    }

    fn wait(self) -> Option<u64> {
        match self {
            Self::TooMany { wait } => Some(wait.as_secs_f64().ceil().max(1.0) as u64),
            Self::Busy | Self::Late => Some(2),
            _ => None,
        }
    }

    /// The answer, as a page or as a line.
    pub fn answer(self, asker: Asker, site: &Site, id: &str) -> Response {
        let (heading, advice) = self.words();
        let (kind, text) = match asker {
            Asker::Person => ("text/html; charset=utf-8", page(heading, advice, site, id)),
            Asker::Program => ("text/plain; charset=utf-8", format!("{heading}. {advice}\n")),
        };
        let mut answer = Response::new(Body::from(text));
        *answer.status_mut() = self.status();
        let headers = answer.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(kind));
        if let Some(seconds) = self.wait() {
            headers.insert(RETRY_AFTER, HeaderValue::from(seconds));
        }
        if matches!(self, Self::TooSlow | Self::TooLarge) {
            // What is left of the body would be taken for the next request.
            headers.insert(CONNECTION, HeaderValue::from_static("close"));
        }
        answer
    }
}

fn page(heading: &str, advice: &str, site: &Site, id: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>{heading}</title><link rel=\"stylesheet\" \
         href=\"/{}/cartwright.css\"></head><body><main id=\"main\"><h1>{heading}</h1><p>{advice}</p>\
         <p><a href=\"/\">To the first page</a></p><p><small>{id}</small></p></main></body></html>",
        site.package()
    )
}
