//! The shop put together from its rooms: memory, pictures, secrets, the world outside, and what pages see of them.

use std::sync::Arc;
use std::time::Duration;

use app::request::{Devices, Letters, Passkeys, Shop};
use axum::Router;
use db::database::{Database, Options};
use domain::delivery::TARIFF_CURRENCY;
use domain::money::Currency;
use domain::notifications::Kind;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::config::Config;
use crate::jobs::{self, Pictures, Tools};
use crate::letters::templates::Templates;
use crate::letters::words::Sender;
use crate::outside::aftership::AfterShip;
use crate::outside::dhl::Dhl;
use crate::outside::easypost::EasyPost;
use crate::outside::lockers::Lockers;
use crate::outside::mail::files::Files;
use crate::outside::mail::smtp::Smtp;
use crate::outside::mail::{Mail, Post, viewer};
use crate::outside::payments::Provider;
use crate::outside::paypal::PayPal;
use crate::outside::push::local::Local;
use crate::outside::push::{Push, Services};
use crate::outside::secrets::Secrets;
use crate::outside::simcarrier::Story;
use crate::outside::stripe::Stripe;
use crate::outside::texts::Texts;
use crate::outside::texts::twilio::Twilio;
use crate::outside::texts::written::Written;
use crate::outside::{Settings, World, finder, leaks, rates, register, streets};
use crate::passkeys::Door;
use crate::pictures::{Darkroom, Fetcher, Media, Reach, sweep};
use crate::places;
use crate::router::House;
use crate::serve::{Clock, Site, Trouble, data_folder};

/// Everything that is not the way in.
pub struct Company {
    /// Who takes the money and who brings the parcels.
    pub world: World,
    /// Where the pictures are.
    pub media: Media,
    /// How letters are written and carried.
    pub mail: Mail,
    /// How devices are told.
    pub push: Services,
    /// Whether the letters the shop writes are there to look at.
    shows_mail: bool,
    secrets: Arc<Secrets>,
    data: std::path::PathBuf,
    /// Where exchange rates come from.
    pub rates: Arc<dyn rates::Source>,
    /// What pages and server functions see.
    pub shop: Shop,
}

impl Company {
    /// Opens the rooms in the data folder.
    pub fn open(config: &Config, db: &Database, clock: Clock, site: &Site) -> Result<Self, Trouble> {
        let secrets = Arc::new(Secrets::load_or_make(&config.data).map_err(Trouble::room("the secrets"))?);
        let media = Media::open(&config.data, &Darkroom::own()).map_err(Trouble::room("the pictures"))?;
        let settings = Settings {
            origin: config.origin.as_str().to_owned(),
            merchant: config.seller.name.clone(),
            books: Options { readers: 2, ..data_folder::options(config, Arc::clone(&clock)) },
            zone: config.zone.clone(),
            carrier_speed: config.carrier_speed,
            carrier_story: Story::from_code(&config.carrier_story).unwrap_or(Story::Auto),
            slow: Duration::from_secs(9),
        };
        let world = World::open(&config.data, db.clone(), &secrets, &settings).map_err(Trouble::room("the embedded provider"))?;
        let (world, trial) = in_earnest(with_carriers(world, config)?, config, db)?;
        let fetcher = fetcher();
        let rates: Arc<dyn rates::Source> = match (&config.rates, fetcher.clone()) {
            (Some(address), Some(fetcher)) => Arc::new(rates::Ecb { address: address.clone(), fetcher }),
            _ => Arc::new(rates::Bundled),
        };
        let push = push(config, &secrets, clock).map_err(Trouble::room("the push services"))?;
        let mail = mail(config, &secrets, &push).map_err(Trouble::room("the letters"))?;
        let preferences = Arc::clone(&mail.sender.preferences);
        let shop = Shop {
            db: db.clone(),
            till: Arc::new(world.desk.clone()),
            places: match (&config.streets, fetcher.clone()) {
                (Some(address), Some(fetcher)) => Arc::new(streets::Photon { address: address.clone(), fetcher }),
                _ => Arc::new(streets::Embedded(db.clone())),
            },
            bringers: Arc::new(Lockers { db: db.clone(), carriers: world.carriers.clone(), by_hand: world.by_hand }),
            atlas: &places::atlas::Embedded,
            finder: Arc::new(finder::Remembering::new(Arc::new(finder::Embedded(db.clone())), db)),
            register: match (&config.register, fetcher.clone()) {
                (Some(address), Some(fetcher)) => {
                    Arc::new(register::Vies { address: address.clone(), asker: config.vat_number.clone(), fetcher })
                }
                _ => Arc::new(register::Embedded),
            },
            link: Arc::clone(&mail.sender.order),
            letters: Arc::new(mail.templates.clone()),
            preferences,
            devices: Arc::new(push.clone()),
            account: Arc::clone(&mail.sender.account),
            leaks: Arc::new(leaks::Bundled),
            passkeys: Door::at(&config.origin, &config.seller.name).map(|door| Arc::new(door) as Arc<dyn Passkeys>),
            clean: crate::import::story,
            origin: settings.origin.into(),
            pkg: site.package().into(),
            zone: config.zone.as_str().into(),
            trial,
        };
        let shows_mail = config.demo && config.mail.server.is_none();
        Ok(Self { world, media, mail, push, shows_mail, secrets, data: config.data.clone(), rates, shop })
    }

    /// What is no page: the provider's pages, everyone's webhooks, what machines read, and what the desk takes in.
    pub fn routes(&self, house: &Arc<House>) -> Router {
        let db = &self.shop.db;
        // The same key, should it be set before.
        let _ = house.account.set(Arc::clone(&self.shop.account));
        let letters = if self.shows_mail { viewer::routes(&self.data) } else { Router::new() };
        let notices = self.push.local().map(Local::routes).unwrap_or_default();
        let testpay = if self.shop.trial { self.world.testpay.router() } else { Router::new() };
        testpay
            .merge(letters)
            .merge(notices)
            .merge(crate::router::short::routes(db.clone(), Arc::clone(&self.secrets)))
            .merge(crate::webhooks::router(db.clone(), &self.world))
            .merge(crate::webhooks::messages(db.clone(), self.mail.sender.clone()))
            .merge(crate::api::routes(house, &self.shop.finder))
            .merge(crate::problems::routes(house, self.media.album()))
            .merge(crate::desk::routes(db.clone(), self.media.clone(), house.cookies))
            .merge(crate::desk::customs::routes(db.clone(), house.cookies))
            .merge(crate::desk::labels::routes(db.clone(), Arc::clone(&self.world.carriers), house.cookies))
            .merge(crate::desk::letters::routes(db.clone(), self.mail.templates.clone(), house.cookies))
    }

    /// Fills an empty shop with the demo goods, if that is wished; and takes the first rates, so that the first page can
    /// show every currency.
    pub async fn stock_up(&self, wished: bool) -> Result<(), Trouble> {
        let db = &self.shop.db;
        if let Err(refused) = rates::refresh(db, &rates::Bundled).await {
            tracing::warn!(%refused, "prices are in the shop's own currency only");
        }
        self.priced().await?;
        crate::search::bring_up(db).await.map_err(Trouble::room("the search index"))?;
        let empty = db.read(db::catalogue::is_empty).await.map_err(Trouble::room("the catalogue"))?;
        if wished && empty {
            println!("The shop is empty; filling it with the demo goods");
            crate::demo::fill(db, &self.media).await.map_err(Trouble::room("the demo goods"))?;
            places::stock_up(db).await.map_err(Trouble::room("the places"))?;
        }
        Ok(())
    }

    /// Whether what delivery costs can be told in the shop's currency.
    async fn priced(&self) -> Result<(), Trouble> {
        let (db, home) = (&self.shop.db, self.shop.db.currency());
        let today = db.now().day();
        let rates = db.read(|conn| db::market::rates(conn, today)).await.map_err(Trouble::room("the exchange rates"))?;
        let known = rates.as_ref().is_some_and(|rates| rates.exchange(TARIFF_CURRENCY, home).is_some());
        if known || home == TARIFF_CURRENCY {
            return Ok(());
        }
        let offered = rates.map(|rates| rates.offered(TARIFF_CURRENCY)).unwrap_or_default();
        let offered = offered.iter().map(Currency::code).collect::<Vec<_>>().join(", ");
        Err(Trouble::NoRate { tariff: TARIFF_CURRENCY, home, offered })
    }

    /// Sets the jobs and the embedded companies to work until told to stop.
    pub fn start(&self, stop: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
        let pictures = Pictures { media: self.media.clone(), fetcher: fetcher() };
        let tools = Tools::new(self.shop.db.clone(), &self.world, Some(pictures)).with_mail(self.mail.clone());
        let mut all = self.world.start(stop);
        all.push(jobs::start(tools, stop.clone()));
        all.push(tokio::spawn(sweep::keep(self.shop.db.clone(), self.media.clone(), stop.clone())));
        all.push(tokio::spawn(rates::keep(self.shop.db.clone(), Arc::clone(&self.rates), stop.clone())));
        all.push(tokio::spawn(crate::search::keep(self.shop.db.clone(), stop.clone())));
        all
    }
}

/// A world that takes real money where there are accounts for it, and whether the shop is one to try out. What PayPal takes
/// itself, Stripe does not take for it.
fn in_earnest(world: World, config: &Config, db: &Database) -> Result<(World, bool), Trouble> {
    let mut providers: Vec<Arc<dyn Provider>> = Vec::new();
    if let Some(account) = config.paypal.clone() {
        providers.push(Arc::new(PayPal::new(account).map_err(Trouble::room("the line to PayPal"))?));
    }
    if let Some(account) = config.stripe.clone() {
        providers.push(Arc::new(Stripe::new(account).map_err(Trouble::room("the line to Stripe"))?));
    }
    Ok(if providers.is_empty() { (world, true) } else { (world.in_earnest(db.clone(), providers), false) })
}

/// How letters are written, and who carries them.
fn mail(config: &Config, secrets: &Arc<Secrets>, push: &Services) -> Result<Mail, Box<dyn std::error::Error>> {
    let [order, short, seeds, accounts] = [(); 4].map(|()| Arc::clone(secrets));
    let head = config.mail.head.clone();
    let post: Arc<dyn Post> = match config.mail.server.clone() {
        Some(server) => Arc::new(Smtp::new(server, &head.host)),
        None => Arc::new(Files::new(&config.data)),
    };
    let texts: Arc<dyn Texts> = match config.mail.texts.clone() {
        Some(account) => Arc::new(Twilio::new(account)?),
        None => Arc::new(Written::new(&config.data)),
    };
    let sender = Sender {
        origin: config.origin.as_str().into(),
        zone: config.zone.as_str().into(),
        order: Arc::new(move |number| order.link(number)),
        short: Arc::new(move |number| crate::router::short::path(&short, number)),
        preferences: Arc::new(move |seed| seeds.preferences(seed)),
        account: Arc::new(move |text| accounts.account(text)),
    };
    let push: Arc<dyn Push> = Arc::new(push.clone());
    Ok(Mail { post, texts, push, head, sender, templates: Templates::open(&config.data)? })
}

/// How devices are told: through their push services, and in a shop to try out through one in a box beside them.
fn push(config: &Config, secrets: &Secrets, clock: Clock) -> Result<Services, Box<dyn std::error::Error>> {
    let (key, origin) = (secrets.push().ok_or("no key for push services")?, config.origin.as_str());
    let services = |local| Services::new(key.clone(), origin, Reach::Public, Arc::clone(&clock), local);
    let public = Devices::key(&services(None)?);
    Ok(services(config.demo.then(|| Local::new(origin, public)))?)
}

/// A world whose parcels are brought by whom there is an account with, and followed by whoever can.
fn with_carriers(world: World, config: &Config) -> Result<World, Trouble> {
    let world = if config.brings.by_hand { world.by_hand() } else { world };
    let mut world = if config.brings.by_choice { world.by_choice() } else { world };
    if let Some(account) = config.brings.dhl.clone() {
        world = world.followed_by(Arc::new(Dhl::new(account).map_err(Trouble::room("the line to DHL"))?));
    }
    if let Some(account) = config.brings.aftership.clone() {
        world = world.followed_by(Arc::new(AfterShip::new(account).map_err(Trouble::room("the line to AfterShip"))?));
    }
    if let Some(account) = config.brings.easypost.clone() {
        world = world.brought_by(Arc::new(EasyPost::new(account).map_err(Trouble::room("the line to EasyPost"))?));
    }
    Ok(world)
}

/// How things are had from other machines; never from private networks.
fn fetcher() -> Option<Fetcher> {
    Fetcher::new(false).inspect_err(|error| tracing::error!(%error, "nothing can be fetched")).ok()
}

/// Fills a shop with the demo goods, or with so many made up of them; says what that did.
pub async fn demo(config: &Config, db: &Database, products: Option<usize>) -> Result<String, Trouble> {
    let media = Media::open(&config.data, &Darkroom::own()).map_err(Trouble::room("the pictures"))?;
    let filled = match products {
        Some(count) => crate::demo::fill_many(db, &media, count).await,
        None => crate::demo::fill(db, &media).await,
    };
    let filled = filled.map_err(Trouble::room("the demo goods"))?;
    Ok(format!("{} products added, {} changed, {} as they were", filled.added, filled.changed, filled.same))
}

impl Letters for Templates {
    fn used(&self, kind: Kind) -> Option<String> {
        Templates::used(self, kind)
    }

    fn flaws(&self) -> Vec<(String, String)> {
        Templates::flaws(self).into_iter().map(|flaw| (flaw.file, flaw.says)).collect()
    }
}
