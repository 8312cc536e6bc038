//! How letters are carried, and who they are from.

use super::{Origin, Reader, Wrong, wrong};
use crate::outside::line::Secret;
use crate::outside::mail::Letterhead;
use crate::outside::mail::smtp::Server;
use crate::outside::texts::twilio;

/// Where letters come from in a shop that writes them into files.
const NOBODY: &str = "shop@cartwright.example";

/// The settings of mail.
#[derive(Clone, Debug)]
pub struct Mail {
    /// The server that takes letters; none where they become files.
    pub server: Option<Server>,
    /// Who they are from.
    pub head: Letterhead,
    /// The account text messages are sent with; none where they are written into a file.
    pub texts: Option<twilio::Account>,
}

impl Reader<'_> {
    /// A server needs an address letters come from: whoever receives them asks its host whether that is right.
    pub(super) fn mail(&self, origin: &Origin) -> Result<Mail, Wrong> {
        // A password may be in it, so it is not repeated.
        let says = "is not an address such as smtps://name:password@mail.example:465";
        let server = self.0.get("smtp").map(|text| text.parse().map_err(|_| wrong("smtp", says))).transpose()?;
        let address = |key: &str| {
            let read = |text: &str| match domain::contact::Email::parse(text) {
                Ok(address) => Ok(address.as_str().to_owned()),
                Err(_) => Err(wrong(key, &format!("says `{text}`, which is not an e-mail address"))),
            };
            self.0.get(key).map(read).transpose()
        };
        let from = match (address("mail_from")?, &server) {
            (Some(from), _) => from,
            (None, None) => NOBODY.to_owned(),
            (None, Some(_)) => return Err(wrong("mail_from", "is missing; letters need an address they come from")),
        };
        let host = origin.as_str().split("://").nth(1).unwrap_or_default();
        let host = host.rsplit_once(':').map_or(host, |(host, _)| host).trim_matches(['[', ']']).to_owned();
        let head = Letterhead { name: self.text("seller").to_owned(), from, reply_to: address("mail_reply_to")?, host };
        Ok(Mail { server, head, texts: self.texts()? })
    }

    /// The account at Twilio, or at one that speaks as it does.
    fn texts(&self) -> Result<Option<twilio::Account>, Wrong> {
        let all = ["sms_account", "sms_token", "sms_from"];
        let (sid, token, from) = match all.map(|key| self.0.get(key)) {
            [Some(sid), Some(token), Some(from)] => (sid.to_owned(), Secret::new(token), from.to_owned()),
            [None, None, None] => return Ok(None),
            some => {
                let missing = all.iter().zip(some).find(|(_, text)| text.is_none()).map_or("sms_account", |(key, _)| key);
                return Err(wrong(missing, "is missing; text messages need an account, its token and a sender"));
            }
        };
        let api: Origin = self.parsed("sms_api", "is not an origin such as https://api.twilio.com")?;
        Ok(Some(twilio::Account { sid, token, from, api: api.as_str().to_owned() }))
    }
}
