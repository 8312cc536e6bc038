//! Brings a company's letters to the shop's door, over HTTP: each until the shop has taken it, restarts or not.
//! A letter may arrive twice; it says the same both times.

use std::time::Duration;

use db::database::{Database, Event};
use db::outside::deliveries::{self, Sent, Waiting};
use db::{Fault, Result};
use futures_util::{StreamExt, stream};

use super::signature::Key;
use super::{Stop, nap};

/// How many letters are on their way at once.
const AT_ONCE: usize = 16;
/// How long the shop may take to answer.
const PATIENCE: Duration = Duration::from_secs(5);

/// Signs a body at a moment (Unix seconds): the headers to send.
pub type Sign = fn(&Key, i64, &str) -> Vec<(&'static str, String)>;

/// A company's courier.
pub struct Courier {
    books: Database,
    client: reqwest::Client,
    to: String,
    key: Key,
    sign: Sign,
}

impl Courier {
    /// For the letters in `books`, to be brought to the URL `to`.
    pub fn new(books: Database, to: String, key: Key, sign: Sign) -> Result<Self> {
        // The program may have chosen its TLS already; the first choice stands.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(PATIENCE)
            .connect_timeout(Duration::from_secs(2))
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()
            .map_err(|error| Fault::Books(format!("no HTTP client: {error}")))?;
        Ok(Self { books, client, to, key, sign })
    }

    /// Brings what is due, as it becomes due, until told to stop.
    pub async fn run(&self, mut stop: Stop) {
        let mut events = self.books.events();
        while !*stop.borrow() {
            let round = self.round().await;
            if let Err(fault) = &round {
                tracing::error!(%fault, to = self.to, "letters stay where they are for now");
            }
            if matches!(round, Ok(1..)) {
                continue;
            }
            let next = self.books.read(deliveries::next_at).await.ok().flatten();
            nap(next, self.books.now(), &mut events, Event::Outbox, &mut stop).await;
        }
    }

    /// Brings what waits about one subject now, and says when the shop has it, or has not taken it.
    pub async fn bring_now(&self, subject: &str) -> Result<()> {
        let letters = self.books.read(|conn| deliveries::waiting_about(conn, subject)).await?;
        self.bring(letters).await
    }

    /// Brings some of what is due; says how much that was.
    pub(super) async fn round(&self) -> Result<usize> {
        let now = self.books.now();
        let letters = self.books.read(|conn| deliveries::due(conn, now, 4 * AT_ONCE as u32)).await?;
        let count = letters.len();
        self.bring(letters).await?;
        Ok(count)
    }

    /// All of a round is noted in one write: a payment costs its provider two, its session's and its money's.
    async fn bring(&self, letters: Vec<Waiting>) -> Result<()> {
        if letters.is_empty() {
            return Ok(());
        }
        let sent: Vec<Sent> = stream::iter(letters).map(|letter| self.send(letter)).buffer_unordered(AT_ONCE).collect().await;
        Ok(self.books.write::<(), domain::Never>(move |tx| Ok(deliveries::sent(tx, &sent)?)).await?)
    }

    async fn send(&self, letter: Waiting) -> Sent {
        let at = self.books.now().0.div_euclid(1000);
        let mut post = self.client.post(&self.to).header("content-type", "application/json").body(letter.body.clone());
        for (name, value) in (self.sign)(&self.key, at, &letter.body) {
            post = post.header(name, value);
        }
        let trouble = match post.send().await {
            Ok(answer) if answer.status().is_success() => None,
            Ok(answer) => Some(format!("the shop answered {}", answer.status().as_u16())),
            Err(error) => Some(error.without_url().to_string()),
        };
        Sent { letter, trouble }
    }
}
