//! SMTP (RFC 5321), step by step: it matters at which step a server says no. A no to the recipient is about the box; a no to the
//! sender, to the login or to the letter is about us.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use app::request;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailParameter};
use lettre::transport::smtp::response::Response;
use reqwest::Url;
use tokio::net::TcpStream;

use super::compose::address;
use super::no::at_recipient;
use super::{Post, Sealed, Untaken};
use crate::outside::Soon;
use crate::outside::line::Secret;

/// How long a server may take for one step.
const STEP: Duration = Duration::from_secs(15);
/// How long it may take for all of a letter.
const WHOLE: Duration = Duration::from_secs(60);
/// Connections that are kept for the next letter.
const KEPT: usize = 20;

/// How a server is spoken to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Server {
    host: String,
    port: u16,
    tls: Tls,
    login: Option<(String, Secret)>,
}

/// When the line is made secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tls {
    /// From the beginning: `smtps://`.
    First,
    /// Before anything is said: `smtp://`, unless the server is this machine.
    Started,
    /// Never: a server on this machine.
    Never,
}

/// Why an address names no server.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not an address such as smtps://name:password@mail.example:465")]
pub struct NoServer;

impl std::str::FromStr for Server {
    type Err = NoServer;

    /// `smtps://` speaks TLS from the beginning, `smtp://` with STARTTLS, which is then demanded; plain is only spoken with this
    /// machine, for a letter holds the secret of an order.
    fn from_str(text: &str) -> Result<Self, NoServer> {
        let url = Url::parse(text).map_err(|_| NoServer)?;
        let host = url.host_str().ok_or(NoServer)?.trim_matches(['[', ']']).to_owned();
        let here = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
        let (tls, usual) = match url.scheme() {
            "smtps" => (Tls::First, 465),
            "smtp" if here => (Tls::Never, 25),
            "smtp" => (Tls::Started, 587),
            _ => return Err(NoServer),
        };
        let decoded = |text: &str| request::decoded(text).ok_or(NoServer);
        let login = match (url.username(), url.password()) {
            ("", _) => None,
            (name, password) => Some((decoded(name)?, Secret::new(decoded(password.unwrap_or_default())?))),
        };
        Ok(Self { host, port: url.port().unwrap_or(usual), tls, login })
    }
}

/// The post that speaks SMTP.
pub struct Smtp {
    server: Server,
    hello: ClientId,
    step: Duration,
    idle: Mutex<Vec<AsyncSmtpConnection>>,
}

impl Smtp {
    /// A post that hands letters to this server; `host` is the shop's own name.
    pub fn new(server: Server, host: &str) -> Self {
        Self { server, hello: ClientId::Domain(host.to_owned()), step: STEP, idle: Mutex::default() }
    }

    /// The same, less patient.
    #[must_use]
    pub fn waiting(self, step: Duration) -> Self {
        Self { step, ..self }
    }

    async fn connection(&self) -> Result<AsyncSmtpConnection, Untaken> {
        loop {
            let kept = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
            let Some(mut kept) = kept else { break };
            // A server may have hung up meanwhile.
            if self.in_time(kept.command(lettre::transport::smtp::commands::Rset)).await.is_ok() {
                return Ok(kept);
            }
        }
        let Server { host, port, tls, login } = &self.server;
        let parameters = || TlsParameters::new(host.clone()).map_err(later);
        let place = (host.as_str(), *port);
        let mut made = if *tls == Tls::First {
            let connecting = AsyncSmtpConnection::connect_tokio1(place, Some(self.step), &self.hello, Some(parameters()?), None);
            self.in_time(connecting).await.map_err(later)?
        } else {
            // A letter and its end are two writes: where the second waits for word of the first, a letter takes 40 ms more.
            let line = tokio::time::timeout(self.step, TcpStream::connect(place)).await.map_err(later)?.map_err(later)?;
            line.set_nodelay(true).map_err(later)?;
            let connecting = AsyncSmtpConnection::connect_with_transport(Box::new(line), &self.hello);
            self.in_time(connecting).await.map_err(later)?
        };
        if *tls == Tls::Started {
            self.in_time(made.starttls(parameters()?, &self.hello)).await.map_err(later)?;
        }
        if let Some((name, password)) = login {
            let credentials = Credentials::new(name.clone(), password.text().to_owned());
            // A wrong password is ours to mend; letters wait for that.
            self.in_time(made.auth(&[Mechanism::Plain, Mechanism::Login], &credentials)).await.map_err(later)?;
        }
        Ok(made)
    }

    async fn hand_over(&self, letter: &Sealed) -> Result<String, Untaken> {
        let (from, to) = (
            address(&letter.from).map_err(|_| Untaken::Later("the shop's own address is none".to_owned()))?,
            address(&letter.to)?,
        );
        let mut line = self.connection().await?;
        let taken = self.steps(&mut line, letter, from, to).await;
        match &taken {
            // After a no the server waits for the next letter; after silence nobody knows for what.
            Ok(_) | Err(Untaken::NoSuchBox(_)) if !line.has_broken() => {
                let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
                if idle.len() < KEPT {
                    idle.push(line);
                }
            }
            _ => {}
        }
        taken
    }

    async fn steps(
        &self,
        line: &mut AsyncSmtpConnection,
        letter: &Sealed,
        from: lettre::Address,
        to: lettre::Address,
    ) -> Result<String, Untaken> {
        let abroad = !letter.to.is_ascii();
        if abroad && !line.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err(Untaken::Refused("the server takes no such address (SMTPUTF8)".to_owned()));
        }
        let parameters = if abroad { vec![MailParameter::SmtpUtfEight] } else { Vec::new() };
        self.in_time(line.command(Mail::new(Some(from), parameters))).await.map_err(later)?;
        self.in_time(line.command(Rcpt::new(to, Vec::new()))).await.map_err(|error| match error.no() {
            Some((code, said)) => at_recipient(code, &said, error.to_string()),
            None => later(error),
        })?;
        let refused = |error: Silence| if error.permanent() { Untaken::Refused(error.to_string()) } else { later(error) };
        self.in_time(line.command(Data)).await.map_err(refused)?;
        let said = self.in_time(line.message(&letter.bytes)).await.map_err(refused)?;
        Ok(first_line(&said))
    }

    async fn in_time<T>(&self, step: impl Future<Output = Result<T, Error>>) -> Result<T, Silence> {
        match tokio::time::timeout(self.step, step).await {
            Ok(done) => done.map_err(Silence::Said),
            Err(_) => Err(Silence::Nothing),
        }
    }
}

/// What a server said instead of yes.
#[derive(Debug, thiserror::Error)]
enum Silence {
    #[error("{}", whole(.0))]
    Said(Error),
    #[error("it did not answer in time")]
    Nothing,
}

impl Silence {
    fn permanent(&self) -> bool {
        matches!(self, Self::Said(error) if error.is_permanent())
    }

    /// A no for good: its code, and what was said with it.
    fn no(&self) -> Option<(u16, String)> {
        let Self::Said(error) = self else { return None };
        let code = error.status().filter(|_| error.is_permanent())?;
        let said = std::error::Error::source(error).map(ToString::to_string);
        Some((u16::from(code), said.unwrap_or_default()))
    }
}

/// An error with what is behind it.
fn whole(error: &Error) -> String {
    let behind = std::error::Error::source(error).map(|source| format!(": {source}")).unwrap_or_default();
    format!("{error}{behind}")
}

fn later(why: impl ToString) -> Untaken {
    Untaken::Later(why.to_string())
}

fn first_line(said: &Response) -> String {
    said.first_line().unwrap_or_default().to_owned()
}

impl Post for Smtp {
    fn name(&self) -> &'static str {
        "smtp"
    }

    fn carry<'a>(&'a self, letter: &'a Sealed) -> Soon<'a, Result<String, Untaken>> {
        Box::pin(async move {
            let whole = WHOLE.min(self.step * 8);
            tokio::time::timeout(whole, self.hand_over(letter)).await.unwrap_or_else(|_| Err(later("it took too long")))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_spoken_to_in_secret_unless_it_is_this_machine() {
        let server = |text: &str| text.parse::<Server>();
        let far = server("smtps://shop%40example.org:p%3Ass@mail.example").unwrap();
        assert_eq!((far.port, far.tls), (465, Tls::First));
        assert_eq!(far.login, Some(("shop@example.org".to_owned(), Secret::new("p:ss"))));
        assert_eq!(server("smtp://mail.example").map(|s| (s.port, s.tls)), Ok((587, Tls::Started)));
        assert_eq!(server("smtp://127.0.0.1:2525").map(|s| (s.port, s.tls)), Ok((2525, Tls::Never)));
        assert_eq!(server("smtp://[::1]:2525").map(|s| s.tls), Ok(Tls::Never));
        for none in ["mail.example", "https://mail.example", "smtp:", ""] {
            assert_eq!(server(none), Err(NoServer), "{none}");
        }
        assert!(!format!("{far:?}").contains("p:ss"));
    }
}
