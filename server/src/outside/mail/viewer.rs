//! What the embedded post has written, to look at: `/dev/mail`, in a shop to try out and nowhere else.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;

use super::files::{self, Kept};

/// What a page that shows letters may do: a letter brings its own styles, and runs no script.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
);

const STYLE: &str = "body{margin:0 auto;max-width:60rem;padding:1.5rem;font:1rem/1.5 system-ui,sans-serif;color-scheme:light dark}\
    table{width:100%;border-collapse:collapse}td,th{padding:.5rem .75rem;border-block-end:1px solid;text-align:start;vertical-align:top}\
    iframe{width:100%;height:46rem;border:1px solid;border-radius:.5rem;background:Canvas}pre{white-space:pre-wrap;overflow-wrap:anywhere}";

/// `/dev/mail` and the letters below it.
pub fn routes(data: &std::path::Path) -> Router {
    Router::new().route("/dev/mail", get(list)).route("/dev/mail/{letter}", get(one)).with_state(Arc::new(files::folder(data)))
}

async fn list(State(folder): State<Arc<PathBuf>>) -> Response {
    let names = files::all(&folder).unwrap_or_default();
    let rows = names.iter().filter_map(|name| Some((name, files::read(&folder, name)?)));
    let rows = rows.fold(String::new(), |mut rows, (name, letter)| {
        // Writing to a String does not fail.
        let _ = write!(
            rows,
            "<tr><td><a href=\"/dev/mail/{name}\" dir=\"auto\">{subject}</a></td><td>{to}</td></tr>",
            subject = escaped(&letter.subject),
            to = escaped(&letter.to),
        );
        rows
    });
    let empty = if rows.is_empty() { "<p>No letter has been written yet.</p>" } else { "" };
    page(
        "Letters",
        &format!(
            "<h1>Letters</h1>{empty}<table><thead><tr><th>Subject</th><th>To</th></tr></thead><tbody>{rows}</tbody></table>"
        ),
    )
}

async fn one(State(folder): State<Arc<PathBuf>>, Path(name): Path<String>) -> Response {
    match files::read(&folder, &name) {
        Some(letter) => page(&letter.subject, &shown(&letter)),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

fn shown(letter: &Kept) -> String {
    format!(
        "<p><a href=\"/dev/mail\">All letters</a></p><h1 dir=\"auto\">{subject}</h1><p>To {to}</p>\
         <iframe title=\"The letter\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"{html}\"></iframe>\
         <h2>As text</h2><pre dir=\"auto\">{text}</pre>",
        subject = escaped(&letter.subject),
        to = escaped(&letter.to),
        html = escaped(&opened_apart(&letter.html)),
        text = linked(&letter.text),
    )
}

/// The letter's links lead out of its frame.
fn opened_apart(html: &str) -> String {
    html.replacen("<head>", "<head><base target=\"_blank\">", 1)
}

/// A text whose addresses are links.
fn linked(text: &str) -> String {
    let word = |word: &str| {
        let address = escaped(word);
        if word.starts_with("http://") || word.starts_with("https://") {
            format!("<a href=\"{address}\">{address}</a>")
        } else {
            address
        }
    };
    text.split('\n').map(|line| line.split(' ').map(word).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("\n")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn page(title: &str, main: &str) -> Response {
    let title = escaped(title);
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"robots\" content=\"noindex\"><title>{title}</title><link rel=\"icon\" href=\"data:,\"><style>{STYLE}</style></head>\
         <body><main>{main}</main></body></html>"
    );
    ([(header::CONTENT_SECURITY_POLICY, POLICY)], Html(html)).into_response()
}
