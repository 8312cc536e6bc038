//! Who brings parcels, and who tells of them: the merchant's accounts at real carriers.

use super::{Origin, Reader, Wrong, wrong};
use crate::outside::line::Secret;
use crate::outside::signature::Key;
use crate::outside::{aftership, dhl, easypost};

/// The accounts there are.
#[derive(Clone, Debug)]
pub struct Brings {
    /// At EasyPost, which makes labels then.
    pub easypost: Option<easypost::Account>,
    /// At AfterShip, which follows what staff bring to a carrier.
    pub aftership: Option<aftership::Account>,
    /// At DHL, which tells of its own parcels.
    pub dhl: Option<dhl::Account>,
    /// Whether staff bring parcels to a carrier themselves, so that no labels are made.
    pub by_hand: bool,
    /// Whether staff choose how each parcel is brought, before its label is bought.
    pub by_choice: bool,
}

impl Reader<'_> {
    pub(super) fn brings(&self) -> Result<Brings, Wrong> {
        let labels = self.one_of("parcels", &["carrier", "by_hand", "by_choice"])?;
        let (by_hand, by_choice) = (labels == "by_hand", labels == "by_choice");
        Ok(Brings { easypost: self.easypost()?, aftership: self.aftership()?, dhl: self.dhl()?, by_hand, by_choice })
    }

    /// The account at EasyPost; none where no key is set. Without its webhook's secret nobody could write to the shop, and
    /// without an address no parcel could leave.
    fn easypost(&self) -> Result<Option<easypost::Account>, Wrong> {
        let all = ["easypost_key", "easypost_webhook_secret", "easypost_from"];
        let Some([key, secret, from]) =
            self.together(all, "is missing; EasyPost needs a key, its webhook's secret and an address")?
        else {
            return Ok(None);
        };
        if !from.starts_with("adr_") {
            return Err(wrong("easypost_from", "is not the id of an address at EasyPost: one begins with adr_"));
        }
        let api = self.api("easypost_api", "is not an origin such as https://api.easypost.com")?;
        Ok(Some(easypost::Account { key: Secret::new(key), webhook_secret: Key::of_text(secret), api, from: from.to_owned() }))
    }

    fn aftership(&self) -> Result<Option<aftership::Account>, Wrong> {
        let all = ["aftership_key", "aftership_webhook_secret"];
        let Some([key, secret]) = self.together(all, "is missing; AfterShip needs a key and its webhook's secret")? else {
            return Ok(None);
        };
        let api = self.api("aftership_api", "is not an origin such as https://api.aftership.com")?;
        Ok(Some(aftership::Account { key: Secret::new(key), webhook_secret: Key::of_text(secret), api }))
    }

    fn dhl(&self) -> Result<Option<dhl::Account>, Wrong> {
        let api = self.api("dhl_api", "is not an origin such as https://api-eu.dhl.com")?;
        Ok(self.0.get("dhl_key").map(|key| dhl::Account { key: Secret::new(key), api }))
    }

    /// Settings that are all there, or none of them.
    fn together<const N: usize>(&self, all: [&'static str; N], missing: &str) -> Result<Option<[&str; N]>, Wrong> {
        let texts = all.map(|key| self.0.get(key));
        if texts.iter().all(Option::is_none) {
            return Ok(None);
        }
        match all.iter().zip(&texts).find(|(_, text)| text.is_none()) {
            Some((key, _)) => Err(wrong(key, missing)),
            None => Ok(Some(texts.map(Option::unwrap_or_default))),
        }
    }

    fn api(&self, key: &str, wrong: &str) -> Result<String, Wrong> {
        let api: Origin = self.parsed(key, wrong)?;
        Ok(api.as_str().to_owned())
    }
}
