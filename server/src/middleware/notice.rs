//! What is said in a page's place: too much, too fast, too late, broken. Kind, short, and never what went wrong inside.

use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::response::Response;
use http::header::{ACCEPT, CONTENT_TYPE, HeaderMap, HeaderValue, RETRY_AFTER};
use http::{StatusCode, header::CONNECTION};

use app::cookies::Cookies;
use app::i18n::{Lang, Words, negotiated};
use http::header::REFERER;

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
    /// A form of the desk, from somebody who is not signed in, or no longer.
    SignedOut,
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
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Busy | Self::Late => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The key of its words: a heading, and with `-text` what to do.
    fn key(self) -> &'static str {
        match self {
            Self::Foreign => "notice-foreign",
            Self::TooSlow => "notice-slow",
            Self::TooLarge => "notice-large",
            Self::TooLong => "notice-long",
            Self::TooMany { .. } => "notice-many",
            Self::Missing => "notice-missing",
            Self::SignedOut => "notice-signed-out",
            Self::Broken => "notice-broken",
            Self::Busy | Self::Late => "notice-busy",
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
    pub fn answer(self, asker: Asker, lang: Lang, site: &Site, id: &str) -> Response {
        let (words, key) = (Words::of(lang), self.key());
        let (heading, advice) = (words.say(key), words.say(&format!("{key}-text")));
        let (kind, text) = match asker {
            Asker::Person => ("text/html; charset=utf-8", page(words, &heading, &advice, site, id)),
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

/// The language of an answer: that of the page, or of the page a form was sent from, or what the shopper wants.
pub fn language(cookies: Cookies, request: &Request) -> Lang {
    let from = request.headers().get(REFERER).and_then(|from| from.to_str().ok());
    let path = from.and_then(|from| from.split_once("://")?.1.split_once('/')).map(|(_, path)| format!("/{path}"));
    let of_page = Lang::of_path(request.uri().path());
    of_page.or_else(|| Lang::of_path(&path?)).unwrap_or_else(|| negotiated(cookies, request.headers()))
}

fn page(words: Words, heading: &str, advice: &str, site: &Site, id: &str) -> String {
    let (lang, pkg, home) = (words.lang, site.package(), words.say("notice-home"));
    format!(
        "<!DOCTYPE html><html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>{heading}</title><link rel=\"stylesheet\" \
         href=\"/{pkg}/cartwright.css\"></head><body><main id=\"main\"><h1>{heading}</h1><p>{advice}</p>\
         <p><a href=\"{}\">{home}</a></p><p><small>{id}</small></p></main></body></html>",
        lang.code(),
        lang.dir(),
        app::routes::home(lang),
    )
}
