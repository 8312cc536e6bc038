//! Calls to PayPal's API: JSON, under a token that is asked for with the account's id and secret and lasts some hours.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;

use crate::outside::Trouble;
use crate::outside::line::{Line, Reply, Secret};

/// PayPal's API, for one account.
#[derive(Debug)]
pub(super) struct Calls {
    line: Line,
    client: String,
    secret: Secret,
    token: Mutex<Option<Secret>>,
}

#[derive(Deserialize)]
struct Granted {
    access_token: String,
}

/// What an error says.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Failed {
    name: String,
    message: String,
    details: Vec<Detail>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Detail {
    issue: String,
}

impl Calls {
    pub(super) fn new(line: Line, client: String, secret: Secret) -> Self {
        Self { line, client, secret, token: Mutex::new(None) }
    }

    /// Asks for something.
    pub(super) async fn get<T: DeserializeOwned>(&self, path: &str) -> Result<T, Trouble> {
        self.read(self.say(|token| self.line.get(path).bearer_auth(token)).await?)
    }

    /// Does something; under the same key PayPal answers as it did the first time, for six hours. `body` is JSON.
    pub(super) async fn post<T: DeserializeOwned>(&self, path: &str, key: Option<String>, body: String) -> Result<T, Trouble> {
        let words = |token: &str| {
            let words = self.line.post(path).bearer_auth(token).header("content-type", "application/json").body(body.clone());
            key.iter().fold(words, |words, key| words.header("paypal-request-id", key))
        };
        self.read(self.say(words).await?)
    }

    /// Says it under the token there is, and once more under a new one when that is over.
    async fn say(&self, words: impl Fn(&str) -> reqwest::RequestBuilder) -> Result<Reply, Trouble> {
        let reply = self.line.say(words(self.token().await?.text())).await?;
        if reply.status != 401 {
            return Ok(reply);
        }
        *self.token.lock().await = None;
        self.line.say(words(self.token().await?.text())).await
    }

    async fn token(&self) -> Result<Secret, Trouble> {
        let mut token = self.token.lock().await;
        if let Some(token) = token.as_ref() {
            return Ok(token.clone());
        }
        let words = self.line.post("/v1/oauth2/token").basic_auth(&self.client, Some(self.secret.text()));
        let granted: Granted = self.read(self.line.say(words.form(&[("grant_type", "client_credentials")])).await?)?;
        Ok(token.insert(Secret::new(granted.access_token)).clone())
    }

    fn read<T: DeserializeOwned>(&self, reply: Reply) -> Result<T, Trouble> {
        if !(200..300).contains(&reply.status) {
            return Err(self.trouble(&reply));
        }
        // What was let go is answered with nothing at all.
        let body = if reply.body.is_empty() { b"null" } else { reply.body.as_slice() };
        serde_json::from_slice(body).map_err(|error| {
            tracing::error!(%error, "PayPal's answer cannot be read");
            Trouble::Unknown
        })
    }

    fn trouble(&self, reply: &Reply) -> Trouble {
        let why: Failed = serde_json::from_slice(&reply.body).unwrap_or_default();
        match reply.status {
            429 => Trouble::Unreachable,
            // The first call under this key is still on its way.
            409 => Trouble::Unknown,
            status @ 400..500 => {
                let issues = why.details.iter().map(|detail| format!(" {}", detail.issue)).collect::<String>();
                Trouble::Refused(self.secret.left_out_of(format!("{status} {}{issues} {}", why.name, why.message).trim()))
            }
            _ => Trouble::Unknown,
        }
    }
}
