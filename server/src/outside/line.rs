//! A line to another company's API: deadlines, no redirects, answers of bounded length, and what it means when none comes.

use std::time::Duration;

use db::Fault;
use reqwest::{Client, RequestBuilder, Response};

use super::Trouble;

const CONNECT: Duration = Duration::from_secs(2);
/// For one call: two of them, and a look at what became of them, fit into what the desk waits.
const WHOLE: Duration = Duration::from_secs(4);
/// Longer answers are not an API's.
const MOST_BYTES: usize = 1024 * 1024;

/// A secret that is sent along, and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

impl Secret {
    /// The secret as it was handed out.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Its text, to be sent and for nothing else.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What another company wrote, without the secret, should it repeat it.
    pub fn left_out_of(&self, text: &str) -> String {
        if self.0.is_empty() { text.to_owned() } else { text.replace(&self.0, "...") }
    }
}

/// A line to one company. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Line {
    client: Client,
    base: String,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The whole body.
    pub body: Vec<u8>,
}

impl Line {
    /// A line to the address its paths begin with, such as `https://api.stripe.com`.
    pub fn to(base: &str) -> db::Result<Self> {
        // The program may have chosen its TLS already; the first choice stands.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .user_agent(concat!("Cartwright/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| Fault::Books(format!("no HTTP client: {error}")))?;
        Ok(Self { client, base: base.trim_end_matches('/').to_owned() })
    }

    /// A question to a path, which begins with a slash.
    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.base))
    }

    /// An order to a path, which begins with a slash.
    pub fn post(&self, path: &str) -> RequestBuilder {
        self.client.post(format!("{}{path}", self.base))
    }

    /// What is at a path, which begins with a slash, is to go.
    pub fn delete(&self, path: &str) -> RequestBuilder {
        self.client.delete(format!("{}{path}", self.base))
    }

    /// Says it, and waits for the answer. Who was never reached has done nothing; whose answer did not come may have.
    pub async fn say(&self, words: RequestBuilder) -> Result<Reply, Trouble> {
        let answer = words.send().await.map_err(|error| self.silence(error))?;
        let status = answer.status().as_u16();
        Ok(Reply { status, body: self.bounded(answer).await? })
    }

    async fn bounded(&self, mut answer: Response) -> Result<Vec<u8>, Trouble> {
        let mut body = Vec::new();
        while let Some(chunk) = answer.chunk().await.map_err(|error| self.silence(error))? {
            if body.len() + chunk.len() > MOST_BYTES {
                return Err(Trouble::Unknown);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }

    fn silence(&self, error: reqwest::Error) -> Trouble {
        let trouble = if error.is_connect() { Trouble::Unreachable } else { Trouble::Unknown };
        tracing::warn!(error = %error.without_url(), company = self.base, "no answer came");
        trouble
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_not_shown() {
        let secret = Secret::new("sk_test_1");
        assert_eq!(format!("{secret:?}"), "Secret(..)");
        assert_eq!(secret.left_out_of("no such key: sk_test_1"), "no such key: ...");
        assert_eq!(Secret::new("").left_out_of("no key"), "no key");
    }
}
