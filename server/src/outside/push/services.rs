//! The push services of browsers' makers, each spoken to at the address it gave the device.

use std::sync::Arc;
use std::time::Duration;

use app::request::Devices;
use db::Fault;
use db::notifications::Device;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use p256::SecretKey;
use reqwest::{Client, Url};

use super::local::Local;
use super::sealed::{keys_of, point, seal, secret, text};
use super::vapid::authorization;
use super::{Notice, Push, Unheard};
use crate::outside::Soon;
use crate::pictures::Reach;
use crate::serve::Clock;

const CONNECT: Duration = Duration::from_secs(2);
const WHOLE: Duration = Duration::from_secs(8);
/// No push service's addresses are longer.
const LONGEST: usize = 1000;
/// What has to wait longer than a day by a push service's word is looked at after one.
const LONGEST_WAIT: i64 = 24 * 3600;

/// All push services there are.
#[derive(Clone)]
pub struct Services {
    key: SecretKey,
    /// The shop's address: whoever runs a push service finds the shop there.
    origin: Arc<str>,
    reach: Reach,
    client: Client,
    clock: Clock,
    local: Option<Local>,
}

impl Services {
    /// Spoken to with this key, in the shop's name. `reach` keeps the shop from knocking at its neighbours' doors: whoever adds a
    /// device chooses the address. `local` stands in for one beside them.
    pub fn new(key: SecretKey, origin: &str, reach: Reach, clock: Clock, local: Option<Local>) -> db::Result<Self> {
        // The program may have chosen its TLS already; the first choice stands.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .connect_timeout(CONNECT)
            .timeout(WHOLE)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .dns_resolver(reach)
            .user_agent(concat!("Cartwright/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| Fault::Books(format!("no HTTP client: {error}")))?;
        Ok(Self { key, origin: origin.into(), reach, client, clock, local })
    }

    /// The push service that stands in for others, in a shop to try out.
    pub fn local(&self) -> Option<&Local> {
        self.local.as_ref()
    }

    fn reachable(&self, endpoint: &str) -> Option<Url> {
        let url = Url::parse(endpoint).ok().filter(|_| endpoint.len() <= LONGEST)?;
        let plain = url.username().is_empty() && url.password().is_none();
        let sealed = url.scheme() == "https" || self.reach == Reach::Anywhere;
        (plain && sealed && self.reach.check(&url).is_ok()).then_some(url)
    }

    async fn tell(&self, device: &Device, notice: &Notice) -> Result<String, Unheard> {
        let broken = |what: &str| Unheard::Refused(what.to_owned());
        let keys = keys_of(&device.p256dh, &device.auth).ok_or_else(|| broken("its keys are none"))?;
        let mut chance = || {
            let mut bytes = [0; 32];
            getrandom::fill(&mut bytes).ok().map(|()| bytes)
        };
        let salt = chance().and_then(|bytes| bytes[..16].try_into().ok());
        let (once, salt) = secret(&mut chance).zip(salt).ok_or(Unheard::Later("no chance".to_owned(), None))?;
        let body = seal(&notice.says, &keys, &once, salt).ok_or_else(|| broken("it cannot be sealed"))?;
        let local = self.local.as_ref().and_then(|local| Some((local, local.id_of(&device.endpoint)?)));
        if let Some((local, id)) = local {
            let headers = self.headers(&self.origin, notice).ok_or_else(|| broken("its headers are none"))?;
            let (status, wait) = local.receive(id, &headers, &body, (self.clock)());
            return told(status, wait);
        }
        let url = self.reachable(&device.endpoint).ok_or_else(|| broken("its address is not gone to"))?;
        let headers = self.headers(&url.origin().ascii_serialization(), notice).ok_or_else(|| broken("its headers are none"))?;
        let sent = self.client.post(url).headers(headers).body(body).send().await;
        // The address is the device's secret: it stands in no log.
        let answer = sent.map_err(|error| Unheard::Later(error.without_url().to_string(), None))?;
        let wait = answer.headers().get(header::RETRY_AFTER).and_then(|wait| wait.to_str().ok()?.parse().ok());
        told(answer.status(), wait)
    }

    fn headers(&self, audience: &str, notice: &Notice) -> Option<HeaderMap> {
        let said = authorization(&self.key, audience, &self.origin, (self.clock)());
        let own = |name: &'static str| HeaderName::from_static(name);
        let value = |text: &str| HeaderValue::from_str(text).ok();
        Some(HeaderMap::from_iter([
            (header::AUTHORIZATION, value(&said)?),
            (header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream")),
            (header::CONTENT_ENCODING, HeaderValue::from_static("aes128gcm")),
            (own("ttl"), HeaderValue::from(notice.seconds)),
            (own("urgency"), HeaderValue::from_static(notice.urgency.code())),
            (own("topic"), value(&notice.topic)?),
        ]))
    }
}

/// What an answer means (RFC 8030, 5 and 8.4).
fn told(status: StatusCode, wait: Option<i64>) -> Result<String, Unheard> {
    let said = status.as_u16().to_string();
    match status.as_u16() {
        200..=299 => Ok(said),
        404 | 410 => Err(Unheard::Gone(said)),
        408 | 429 | 500..=599 => Err(Unheard::Later(said, wait.map(|seconds| seconds.clamp(1, LONGEST_WAIT)))),
        _ => Err(Unheard::Refused(said)),
    }
}

impl Push for Services {
    fn push<'a>(&'a self, device: &'a Device, notice: &'a Notice) -> Soon<'a, Result<String, Unheard>> {
        Box::pin(self.tell(device, notice))
    }
}

impl Devices for Services {
    fn key(&self) -> String {
        text(&point(&self.key.public_key()))
    }

    fn takes(&self, device: &Device) -> bool {
        let local = self.local.as_ref().is_some_and(|local| local.id_of(&device.endpoint).is_some());
        keys_of(&device.p256dh, &device.auth).is_some() && (local || self.reachable(&device.endpoint).is_some())
    }
}
