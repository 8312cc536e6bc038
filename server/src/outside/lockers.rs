//! Pickup points, asked of whoever brings new parcels. A carrier that is silent, slow or talks nonsense keeps nobody from buying:
//! the points it has named before are offered then.

use std::time::Duration;

use app::failure::Failure;
use app::request::{Bringers, Later, Offered};
use db::{Database, Fault, pickup};
use domain::contact::Country;
use domain::delivery::PickupPoint;
use domain::orders::Order;
use domain::tracking::WishKind;

use super::{Carriers, quotes};

/// How long a shopper waits for a carrier.
const PATIENCE: Duration = Duration::from_millis(1500);

/// So many are offered.
const OFFERED: usize = 12;

/// A text of a point is no longer than this, in characters.
const LONGEST: usize = 120;

/// The carriers, and what the shop knows of them.
pub struct Lockers {
    /// What the shop remembers.
    pub db: Database,
    /// The first is asked.
    pub carriers: Carriers,
    /// Whether staff bring parcels to a carrier themselves.
    pub by_hand: bool,
}

impl Lockers {
    /// What the carrier names; none where it has given no answer that can be used.
    async fn named(&self, country: Country, postcode: &str, city: &str) -> Option<Vec<PickupPoint>> {
        let carrier = self.carriers.first()?;
        let asked = tokio::time::timeout(PATIENCE, carrier.points(country, postcode, city)).await;
        let told = match asked {
            Ok(Ok(told)) => told,
            Ok(Err(trouble)) => {
                tracing::warn!(carrier = carrier.name(), %trouble, "no pickup points are named");
                return None;
            }
            Err(_) => {
                tracing::warn!(carrier = carrier.name(), "pickup points are named too late");
                return None;
            }
        };
        let none = told.is_empty();
        let mut points: Vec<PickupPoint> = told.into_iter().filter(|point| is_one(point, country)).collect();
        points.truncate(OFFERED);
        // That there is none is an answer; that all of them are nonsense is not.
        (none || !points.is_empty()).then_some(points)
    }

    async fn offered(&self, country: Country, postcode: String, city: String) -> Result<Vec<PickupPoint>, Failure> {
        match self.named(country, &postcode, &city).await {
            Some(points) => {
                let asked = points.clone();
                let news = self.db.read(move |conn| pickup::news(conn, &asked)).await?;
                if !news.is_empty() {
                    self.db.write(move |tx| pickup::keep(tx, &news)).await.map_err(Fault::from)?;
                }
                Ok(points)
            }
            None => Ok(self.db.read(move |conn| pickup::near(conn, (country, &postcode, &city), OFFERED)).await?),
        }
    }
}

impl Bringers for Lockers {
    fn grants(&self, carrier: &str) -> &'static [WishKind] {
        self.carriers.iter().find(|known| known.name() == carrier).map_or(&[], |known| known.grants())
    }

    fn grants_new(&self) -> &'static [WishKind] {
        self.carriers.first().filter(|_| !self.by_hand).map_or(&[], |carrier| carrier.grants())
    }

    fn collects(&self, carrier: &str) -> bool {
        self.carriers.iter().any(|known| known.name() == carrier && known.collects())
    }

    fn rates<'a>(&'a self, order: &'a Order, piece: u32) -> Later<'a, Option<Vec<Offered>>> {
        Box::pin(async move {
            match self.carriers.first() {
                Some(carrier) => quotes::of(&self.db, carrier.as_ref(), order, piece).await,
                None => Ok(None),
            }
        })
    }

    fn near<'a>(&'a self, country: Country, postcode: &'a str, city: &'a str) -> Later<'a, Vec<PickupPoint>> {
        Box::pin(self.offered(country, postcode.to_owned(), city.to_owned()))
    }
}

/// Whether a parcel can be sent there: it has a name, a place, and is in the country that was asked about.
fn is_one(point: &PickupPoint, country: Country) -> bool {
    let told = [&point.id, &point.name, &point.line, &point.city];
    let fits = |text: &&String| text.chars().count() <= LONGEST && !text.chars().any(char::is_control);
    point.country == country
        && told.iter().all(|text| !text.trim().is_empty())
        && told.iter().copied().chain([&point.postcode]).all(|text| fits(&text))
}
