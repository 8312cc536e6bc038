//! Calls to Stripe's API: form-encoded, under the merchant's key and one version, each answer read or turned into a trouble.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::outside::Trouble;
use crate::outside::line::{Line, Reply, Secret};

/// The version of the API whose words are used here. Stripe goes on answering in it, whatever comes after.
const VERSION: &str = "2026-06-24.dahlia";

/// The words of a call: names as Stripe nests them, `line_items[0][quantity]`.
pub(super) type Form = Vec<(&'static str, String)>;

/// Stripe's API, for one account.
#[derive(Debug)]
pub(super) struct Calls {
    line: Line,
    key: Secret,
}

/// What an error says.
#[derive(Deserialize)]
struct Failed {
    error: Why,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Why {
    #[serde(rename = "type")]
    kind: String,
    code: Option<String>,
    message: Option<String>,
}

impl Calls {
    pub(super) const fn new(line: Line, key: Secret) -> Self {
        Self { line, key }
    }

    /// Asks for something.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Trouble> {
        self.read(self.line.say(self.signed(self.line.get(path))).await?)
    }

    /// Does what may be done twice: the second time it is refused, or changes nothing.
    pub(super) async fn post<T: DeserializeOwned>(&self, path: &str, form: &Form) -> Result<T, Trouble> {
        self.read(self.line.say(self.signed(self.line.post(path)).form(form)).await?)
    }

    /// Takes something away.
    pub(super) async fn delete<T: DeserializeOwned>(&self, path: &str) -> Result<T, Trouble> {
        self.read(self.line.say(self.signed(self.line.delete(path))).await?)
    }

    /// Does what must be done once: under the same key Stripe answers as it did the first time, for a day.
    pub(super) async fn post_once<T: DeserializeOwned>(&self, path: &str, key: &str, form: &Form) -> Result<T, Trouble> {
        let words = self.signed(self.line.post(path)).header("idempotency-key", key).form(form);
        self.read(self.line.say(words).await?)
    }

    fn signed(&self, words: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
        words.bearer_auth(self.key.text()).header("stripe-version", VERSION)
    }

    fn read<T: DeserializeOwned>(&self, reply: Reply) -> Result<T, Trouble> {
        if !(200..300).contains(&reply.status) {
            return Err(self.trouble(&reply));
        }
        serde_json::from_slice(&reply.body).map_err(|error| {
            tracing::error!(%error, "Stripe's answer cannot be read");
            Trouble::Unknown
        })
    }

    fn trouble(&self, reply: &Reply) -> Trouble {
        let why = serde_json::from_slice(&reply.body).map_or_else(|_| Why::default(), |failed: Failed| failed.error);
        match reply.status {
            // Too many at once: this one was not begun.
            429 => Trouble::Unreachable,
            // The first call under this key counts, whether it is still on its way or was made in other words: it is asked for.
            409 => Trouble::Unknown,
            400 if why.kind == "idempotency_error" => Trouble::Unknown,
            status @ 400..500 => {
                let (code, message) = (why.code.unwrap_or(why.kind), why.message.unwrap_or_default());
                Trouble::Refused(self.key.left_out_of(format!("{status} {code} {message}").trim()))
            }
            _ => Trouble::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trouble(status: u16, body: &str) -> Trouble {
        let calls = Calls::new(Line::to("http://127.0.0.1:1").unwrap(), Secret::new("sk_test_secret"));
        calls.trouble(&Reply { status, body: body.as_bytes().to_vec() })
    }

    #[test]
    fn what_was_not_done_is_told_from_what_may_have_been() {
        let error = |kind: &str| format!(r#"{{"error":{{"type":"{kind}","code":"card_declined","message":"Declined."}}}}"#);
        assert_eq!(trouble(402, &error("card_error")), Trouble::Refused("402 card_declined Declined.".to_owned()));
        assert_eq!(trouble(429, &error("invalid_request_error")), Trouble::Unreachable);
        for status in [409, 500, 502, 503, 504] {
            assert_eq!(trouble(status, &error("api_error")), Trouble::Unknown, "{status}");
        }
        assert_eq!(trouble(400, &error("idempotency_error")), Trouble::Unknown);
        assert_eq!(trouble(502, "<html>bad gateway</html>"), Trouble::Unknown);
        assert_eq!(trouble(404, "<html>"), Trouble::Refused("404".to_owned()));
    }

    #[test]
    fn the_key_is_in_no_message() {
        let told = trouble(401, r#"{"error":{"type":"invalid_request_error","message":"Invalid API Key: sk_test_secret"}}"#);
        assert_eq!(told, Trouble::Refused("401 invalid_request_error Invalid API Key: ...".to_owned()));
    }
}
