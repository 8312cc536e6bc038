//! Fetching a picture from its address, after the commit that made it awaited.

use std::time::Duration;

use db::Database;
use db::error::Error;
use domain::ids::PictureId;
use reqwest::header::CONTENT_TYPE;
use reqwest::redirect::{Attempt, Policy};
use reqwest::{Client, RequestBuilder, Response, Url};

use super::reach::{OutOfReach, Reach};
use super::{MOST_BYTES, Media, NotKept};

const CONNECT: Duration = Duration::from_secs(2);
const WHOLE: Duration = Duration::from_secs(15);
const MOST_REDIRECTS: usize = 5;

/// Fetches pictures. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Fetcher {
    client: Client,
    reach: Reach,
    most_bytes: usize,
}

/// Why a picture was not fetched.
#[derive(Debug, thiserror::Error)]
pub enum NotFetched {
    /// Not an address.
    #[error("`{0}` is not an address")]
    NotAnAddress(String),
    /// Nowhere the shop goes.
    #[error(transparent)]
    OutOfReach(#[from] OutOfReach),
    /// The other machine did not answer, or not in time.
    #[error("{0}")]
    NoAnswer(String),
    /// The other machine said no.
    #[error("the other side answers {0}")]
    Status(u16),
    /// What came is not kept.
    #[error(transparent)]
    NotKept(#[from] NotKept),
    /// The shop's own books did not take it.
    #[error("{0}")]
    Shop(db::Fault),
}

impl From<reqwest::Error> for NotFetched {
    fn from(error: reqwest::Error) -> Self {
        // The outermost text names the address only; what went wrong is in its sources.
        let mut text = error.to_string();
        let mut source = std::error::Error::source(&error);
        while let Some(error) = source {
            text = format!("{text}: {error}");
            source = error.source();
        }
        NotFetched::NoAnswer(text)
    }
}

impl Fetcher {
    /// `allow_private` lets it go to private networks too.
    pub fn new(allow_private: bool) -> Result<Self, NotFetched> {
        Self::with(if allow_private { Reach::Anywhere } else { Reach::Public }, WHOLE, MOST_BYTES)
    }

    fn with(reach: Reach, whole: Duration, most_bytes: usize) -> Result<Self, NotFetched> {
        // Somebody else in the program may have chosen the same provider already.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .timeout(whole)
            // A proxy would go where this program refuses to.
            .no_proxy()
            .referer(false)
            .dns_resolver(reach)
            .redirect(Policy::custom(move |attempt| redirect(reach, attempt)))
            .user_agent(concat!("Cartwright/", env!("CARGO_PKG_VERSION")))
            .build()?;
        Ok(Self { client, reach, most_bytes })
    }

    /// The bytes at an address.
    pub async fn fetch(&self, address: &str) -> Result<Vec<u8>, NotFetched> {
        let url = self.reachable(address)?;
        self.answer(self.client.get(url)).await
    }

    /// What an address answers to a question, both of them JSON.
    pub async fn ask(&self, address: &str, question: Vec<u8>) -> Result<Vec<u8>, NotFetched> {
        let url = self.reachable(address)?;
        self.answer(self.client.post(url).header(CONTENT_TYPE, "application/json").body(question)).await
    }

    fn reachable(&self, address: &str) -> Result<Url, NotFetched> {
        let url = Url::parse(address).map_err(|_| NotFetched::NotAnAddress(address.to_owned()))?;
        self.reach.check(&url)?;
        Ok(url)
    }

    async fn answer(&self, question: RequestBuilder) -> Result<Vec<u8>, NotFetched> {
        let answer = question.send().await?;
        if !answer.status().is_success() {
            return Err(NotFetched::Status(answer.status().as_u16()));
        }
        self.bounded(answer).await
    }

    /// The length a server announces is believed only when it is too much.
    async fn bounded(&self, mut answer: Response) -> Result<Vec<u8>, NotFetched> {
        let announced = answer.content_length().and_then(|length| usize::try_from(length).ok());
        if let Some(length) = announced.filter(|&length| length > self.most_bytes) {
            return Err(NotKept::TooLarge(length).into());
        }
        let mut bytes = Vec::new();
        while let Some(chunk) = answer.chunk().await? {
            if bytes.len() + chunk.len() > self.most_bytes {
                return Err(NotKept::TooLarge(bytes.len() + chunk.len()).into());
            }
            bytes.extend_from_slice(&chunk);
        }
        Ok(bytes)
    }
}

fn redirect(reach: Reach, attempt: Attempt<'_>) -> reqwest::redirect::Action {
    if attempt.previous().len() > MOST_REDIRECTS {
        return attempt.error("it is sent on too often");
    }
    match reach.check(attempt.url()) {
        Ok(()) => attempt.follow(),
        Err(error) => attempt.error(error),
    }
}

/// The work of a `FetchPicture` job. Safe to run twice: a picture that is here is not fetched again, and what is
/// fetched twice is kept once. The reason of a failure is noted with the picture, too.
pub async fn fetch_job(db: &Database, media: &Media, fetcher: &Fetcher, id: PictureId) -> Result<(), NotFetched> {
    let Some(address) = db.read(|conn| db::goods::address(conn, id)).await.map_err(NotFetched::Shop)? else {
        return Ok(());
    };
    let outcome = bring(media, fetcher, &address).await;
    let reason = outcome.as_ref().err().map(ToString::to_string);
    let noted = db.write(move |tx| {
        match (&outcome, reason) {
            (Ok(stored), _) => db::goods::arrived(tx, id, stored)?,
            (Err(_), reason) => db::goods::trouble(tx, id, &reason.unwrap_or_default())?,
        }
        Ok::<_, Error<domain::Never>>(outcome.map(|_| ()))
    });
    match noted.await {
        Ok(outcome) => outcome,
        Err(Error::Fault(fault)) => Err(NotFetched::Shop(fault)),
        Err(Error::Refused(never)) => match never {},
    }
}

async fn bring(media: &Media, fetcher: &Fetcher, address: &str) -> Result<domain::goods::Stored, NotFetched> {
    let bytes = fetcher.fetch(address).await?;
    let media = media.clone();
    let stored = tokio::task::spawn_blocking(move || media.store(&bytes)).await;
    Ok(stored.map_err(|error| NotFetched::NoAnswer(error.to_string()))??)
}

#[cfg(test)]
mod tests;
