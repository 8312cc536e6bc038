//! Exchange rates: where they come from, and that a bad file never makes a wrong price.
//!
//! The embedded source is the European Central Bank's reference rates of one day, carried along. The real one is the bank's
//! own daily file (published on working days about 16:00 CET, free to use with the source named). What is read is checked
//! before it is kept, and the last good rates stay until better ones come.

use std::sync::Arc;
use std::time::Duration;

use db::Database;
use db::error::Error;
use domain::exchange::{Rate, Rates};
use domain::money::Currency;
use domain::time::Day;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Soon, Stop, ended};
use crate::pictures::Fetcher;

/// The bank publishes once a working day.
const ROUND: Duration = Duration::from_secs(6 * 3600);
/// Rates of more days ago are told to whoever looks after the shop: longer than any run of holidays.
const STALE_DAYS: i64 = 7;
/// A file with fewer currencies is a broken one: there have been thirty for years.
const FEWEST: usize = 15;
/// From one file to the next no currency halves or doubles; a file that says so is not believed.
const LEAP: i64 = 2;

const BUNDLED: &str = include_str!("rates/bundled.xml");

/// Why rates were not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nobody answered.
    #[error("the rates cannot be had: {0}")]
    Unreachable(String),
    /// Not a file of rates.
    #[error("this is not a file of rates: {0}")]
    Unreadable(String),
    /// A file that must be broken, by what it says.
    #[error("these rates are not believed: {0}")]
    Unbelievable(String),
}

/// Where rates come from.
pub trait Source: Send + Sync {
    /// The newest there are, as the bank writes them.
    fn newest(&self) -> Soon<'_, Result<String, Refused>>;
}

/// The rates carried along.
pub struct Bundled;

impl Source for Bundled {
    fn newest(&self) -> Soon<'_, Result<String, Refused>> {
        Box::pin(async { Ok(BUNDLED.to_owned()) })
    }
}

/// The European Central Bank's daily file.
pub struct Ecb {
    /// Where it is: `https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml`.
    pub address: String,
    /// How it is fetched.
    pub fetcher: Fetcher,
}

impl Source for Ecb {
    fn newest(&self) -> Soon<'_, Result<String, Refused>> {
        Box::pin(async {
            let bytes = self.fetcher.fetch(&self.address).await.map_err(|error| Refused::Unreachable(error.to_string()))?;
            String::from_utf8(bytes).map_err(|_| Refused::Unreadable("it is not text".to_owned()))
        })
    }
}

/// Reads the bank's daily file.
pub fn read(text: &str) -> Result<Rates, Refused> {
    let broken = |why: &dyn std::fmt::Display| Refused::Unreadable(why.to_string());
    let (mut reader, mut day, mut each) = (Reader::from_str(text), None, Vec::new());
    loop {
        match reader.read_event().map_err(|error| broken(&error))? {
            Event::Eof => break,
            Event::Start(cube) | Event::Empty(cube) if cube.local_name().as_ref() == "Cube" => {
                if let Some(time) = attribute(&cube, "time") {
                    day = Some(Day::parse(&time).ok_or_else(|| broken(&"its day is none"))?);
                }
                if let Some((code, rate)) = attribute(&cube, "currency").zip(attribute(&cube, "rate")) {
                    let currency = Currency::parse(&code).map_err(|error| broken(&error))?;
                    each.push((currency, Rate::parse(&rate).map_err(|error| broken(&error))?));
                }
            }
            _ => {}
        }
    }
    let day = day.ok_or_else(|| broken(&"it names no day"))?;
    if each.len() < FEWEST {
        return Err(Refused::Unbelievable(format!("it has {} currencies only", each.len())));
    }
    Ok(Rates { day, each })
}

fn attribute(cube: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = cube.try_get_attribute(name).ok()??;
    Some(found.value.into_owned())
}

/// Whether new rates can be believed beside the last good ones.
fn believed(rates: &Rates, before: Option<&Rates>, today: Day) -> Result<(), Refused> {
    if rates.day.0 > today.0 + 1 {
        return Err(Refused::Unbelievable(format!("they are of {}, which has not come", rates.day)));
    }
    let Some(before) = before else { return Ok(()) };
    for &(currency, _) in &rates.each {
        let euro = domain::money::Money::new(1_000_000, Currency::EUR);
        let (Some(old), Some(new)) = (before.worth(euro, currency), rates.worth(euro, currency)) else { continue };
        if new.minor > old.minor.saturating_mul(LEAP) || old.minor > new.minor.saturating_mul(LEAP) {
            return Err(Refused::Unbelievable(format!("{} leaps from {} to {}", currency.code(), old.plain(), new.plain())));
        }
    }
    Ok(())
}

/// Asks a source once, and keeps what it says if that can be believed. Says how many rates are new.
pub async fn refresh(db: &Database, source: &dyn Source) -> Result<usize, Refused> {
    let today = db.now().day();
    let rates = read(&source.newest().await?)?;
    let shop = |fault: db::Fault| Refused::Unreachable(fault.to_string());
    let before = db.read(move |conn| db::market::rates(conn, today)).await.map_err(shop)?;
    believed(&rates, before.as_ref(), today)?;
    let kept = db.write(move |tx| Ok::<_, Error<domain::Never>>(db::market::save_rates(tx, rates.day, &rates.each)?));
    kept.await.map_err(|error| shop(error.into()))
}

/// Asks again and again until told to stop. What cannot be had or believed is logged, and the last good rates stay.
pub async fn keep(db: Database, source: Arc<dyn Source>, mut stop: Stop) {
    loop {
        if let Err(refused) = refresh(&db, source.as_ref()).await {
            tracing::warn!(%refused, "the last good exchange rates stay");
        }
        warn_if_stale(&db).await;
        tokio::select! {
            () = tokio::time::sleep(ROUND) => {}
            () = ended(&mut stop) => return,
        }
    }
}

async fn warn_if_stale(db: &Database) {
    let today = db.now().day();
    if let Ok(Some(rates)) = db.read(move |conn| db::market::rates(conn, today)).await
        && today.0 - rates.day.0 > STALE_DAYS
    {
        tracing::warn!(day = %rates.day, "the exchange rates are old; set `rates` to the address of the bank's daily file");
    }
}

#[cfg(test)]
mod tests;
