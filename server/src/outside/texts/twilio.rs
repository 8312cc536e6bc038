//! Text messages by Twilio's API (2010-04-01) or one like it: a form, and the account's name and secret.

use serde::Deserialize;

use super::Texts;
use crate::outside::line::{Line, Secret};
use crate::outside::mail::Untaken;
use crate::outside::{Soon, Trouble};

/// The merchant's account there.
#[derive(Clone, Debug)]
pub struct Account {
    /// Its name, `AC...`.
    pub sid: String,
    /// Its secret.
    pub token: Secret,
    /// The number or name messages come from.
    pub from: String,
    /// Where the API is: `https://api.twilio.com`.
    pub api: String,
}

/// Whoever speaks as Twilio does.
#[derive(Debug)]
pub struct Twilio {
    account: Account,
    line: Line,
}

/// What comes back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Said {
    sid: String,
    message: String,
}

impl Twilio {
    /// One that works with this account.
    pub fn new(account: Account) -> db::Result<Self> {
        Ok(Self { line: Line::to(&account.api)?, account })
    }

    async fn send(&self, to: &str, says: &str) -> Result<String, Untaken> {
        let Account { sid, token, from, .. } = &self.account;
        let form = [("To", to), ("From", from), ("Body", says)];
        let order =
            self.line.post(&format!("/2010-04-01/Accounts/{sid}/Messages.json")).basic_auth(sid, Some(token.text())).form(&form);
        let reply = self.line.say(order).await.map_err(|trouble: Trouble| Untaken::Later(trouble.to_string()))?;
        let said: Said = serde_json::from_slice(&reply.body).unwrap_or_default();
        let why = token.left_out_of(&format!("{} {}", reply.status, said.message));
        match reply.status {
            200..=299 => Ok(said.sid),
            // The number is none, or wants nothing.
            400 | 404 => Err(Untaken::Refused(why)),
            // Too many at once, a wrong secret, or a bad day: ours or theirs to mend.
            _ => Err(Untaken::Later(why)),
        }
    }
}

impl Texts for Twilio {
    fn text<'a>(&'a self, to: &'a str, says: &'a str) -> Soon<'a, Result<String, Untaken>> {
        Box::pin(self.send(to, says))
    }
}
