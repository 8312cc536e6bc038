//! Calls to EasyPost's API.

use domain::delivery::Packet;
use serde_json::{Value, json};

use super::{customs, told};
use crate::outside::Trouble;
use crate::outside::carriers::{Consignment, GivenBack, Known, Label, Paper};
use crate::outside::line::{Line, Reply, Secret};
use crate::outside::reading::{answered, text};

/// EasyPost's API, for one account.
pub(super) struct Calls {
    pub(super) line: Line,
    pub(super) key: Secret,
    pub(super) from: String,
}

impl Calls {
    pub(super) async fn get(&self, path: &str) -> Result<Reply, Trouble> {
        self.line.say(self.line.get(path).basic_auth(self.key.text(), None::<&str>)).await
    }

    pub(super) async fn post(&self, path: &str, body: &Value) -> Result<Value, Trouble> {
        let words = self.line.post(path).basic_auth(self.key.text(), None::<&str>).header("content-type", "application/json");
        self.read(&self.line.say(words.body(body.to_string())).await?)
    }

    pub(super) fn read(&self, reply: &Reply) -> Result<Value, Trouble> {
        answered("EasyPost", reply, &self.key)
    }

    /// The shipment of a piece that there is under its name, as it stands now.
    async fn found(&self, key: &str) -> Result<Option<Value>, Trouble> {
        let found = self.get(&format!("/v2/shipments/{key}")).await?;
        if found.status == 404 { Ok(None) } else { self.read(&found).map(Some) }
    }

    /// A new shipment of a piece, with the rates of this moment; under its name, where it is to be found again.
    async fn shipment(&self, sent: Consignment<'_>, key: Option<String>) -> Result<Value, Trouble> {
        let (to, email) = (&sent.order.address, sent.order.email.as_str());
        let to = json!({
            "name": to.name.as_str(), "street1": to.line1, "street2": to.line2, "city": to.city, "state": to.region, "zip": to.postcode,
            "country": to.country.code(), "phone": to.phone, "email": email,
        });
        let mut shipment = json!({ "to_address": to, "from_address": { "id": self.from }, "parcel": parcel(sent.packet) });
        if let Some(key) = key {
            shipment["reference"] = key.into();
        }
        if let Some(declaration) = sent.customs {
            shipment["customs_info"] = customs::info(declaration);
            shipment["options"] = json!({ "incoterm": customs::INCOTERM });
        }
        self.post("/v2/shipments", &json!({ "shipment": shipment })).await
    }

    /// What its carriers would take at this moment. Nothing is ordered: the shipment has no name by which it would be found.
    pub(super) async fn quotes(&self, sent: Consignment<'_>) -> Result<Value, Trouble> {
        self.shipment(sent, None).await
    }

    /// A label: the one that was bought, or one of the rate that is wanted.
    pub(super) async fn make(&self, sent: Consignment<'_>) -> Result<Label, Trouble> {
        let shipment = match self.found(&sent.key()).await? {
            Some(found) => match told::label(&found) {
                Some(label) => return Ok(label),
                None => self.anew(found, sent).await?,
            },
            None => self.shipment(sent, Some(sent.key())).await?,
        };
        let (id, days) = (text(&shipment, "id"), (sent.order.placed_at.day(), sent.order.due().1));
        let refusal = if sent.chosen.is_some() { "it is not offered any more" } else { "no carrier brings it there" };
        let rate = told::wanted(&shipment, sent.chosen, days).ok_or_else(|| Trouble::Refused(refusal.to_owned()))?;
        if !is_id(id) {
            return Err(Trouble::Unknown);
        }
        let bought = self.post(&format!("/v2/shipments/{id}/buy"), &json!({ "rate": { "id": rate } })).await?;
        // Bought, but not readable: it is looked for under its name the next time.
        told::label(&bought).ok_or(Trouble::Unknown)
    }

    /// A shipment whose rates may be old, with those of this moment where one of them was chosen.
    async fn anew(&self, found: Value, sent: Consignment<'_>) -> Result<Value, Trouble> {
        let id = text(&found, "id");
        if sent.chosen.is_none() || !is_id(id) {
            return Ok(found);
        }
        self.post(&format!("/v2/shipments/{id}/rerate"), &json!({})).await
    }

    pub(super) async fn label(&self, parcel: Known<'_>, paper: Paper) -> Result<String, Trouble> {
        let id = known(parcel)?;
        let (format, field) = match paper {
            Paper::Pdf => ("PDF", "label_pdf_url"),
            Paper::Zpl => ("ZPL", "label_zpl_url"),
        };
        let shipment = self.read(&self.get(&format!("/v2/shipments/{id}/label?file_format={format}")).await?)?;
        let address = text(&shipment["postage_label"], field);
        if address.starts_with("https://") { Ok(address.to_owned()) } else { Err(Trouble::Unknown) }
    }

    /// Gives a label back. Carriers that have seen the parcel do not take it.
    pub(super) async fn void(&self, parcel: Known<'_>) -> Result<bool, Trouble> {
        let id = known(parcel)?;
        let taken = |shipment: &Value| matches!(told::given_back(shipment), Some(GivenBack::Later | GivenBack::Yes));
        match self.post(&format!("/v2/shipments/{id}/refund"), &json!({})).await {
            Ok(shipment) => Ok(taken(&shipment)),
            // Asked before, it says that it was.
            Err(Trouble::Refused(_)) => Ok(taken(&self.read(&self.get(&format!("/v2/shipments/{id}")).await?)?)),
            Err(trouble) => Err(trouble),
        }
    }

    /// What has become of the money of a label that was given back.
    pub(super) async fn money_of(&self, parcel: Known<'_>) -> Result<GivenBack, Trouble> {
        let shipment = self.read(&self.get(&format!("/v2/shipments/{}", known(parcel)?)).await?)?;
        told::given_back(&shipment).ok_or(Trouble::Unknown)
    }

    /// The tracker of a parcel: its shipment's, or that of a number, which is followed from then on.
    pub(super) async fn tracker(&self, parcel: Known<'_>) -> Result<Value, Trouble> {
        if is_id(parcel.shipment) {
            let mut shipment = self.read(&self.get(&format!("/v2/shipments/{}", parcel.shipment)).await?)?;
            return Ok(shipment.get_mut("tracker").map(Value::take).unwrap_or_default());
        }
        let mut tracker = json!({ "tracking_code": parcel.number });
        if !parcel.brand.is_empty() {
            tracker["carrier"] = parcel.brand.into();
        }
        self.post("/v2/trackers", &json!({ "tracker": tracker })).await
    }
}

pub(super) fn known(parcel: Known<'_>) -> Result<&str, Trouble> {
    let id = Some(parcel.shipment).filter(|id| is_id(id));
    id.ok_or_else(|| Trouble::Refused(format!("EasyPost has made no label {}", parcel.number)))
}

/// Whether it is an id of theirs, which goes into an address.
pub(super) fn is_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= 80 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// Tenths, as EasyPost writes measures.
fn tenths(amount: u32) -> f64 {
    f64::from(amount) / 10.0
}

/// Grams in ounces, to the tenth, rounded up.
pub(super) fn ounces(grams: u32) -> f64 {
    /// Millionths of a gram in an ounce.
    const OUNCE: u64 = 28_349_523;
    let ounces = (u64::from(grams.max(1)) * 10_000_000).div_ceil(OUNCE);
    tenths(u32::try_from(ounces).unwrap_or(u32::MAX))
}

/// In ounces and inches, to the tenth, rounded up; what nobody has measured is left to the carrier.
fn parcel(packet: Packet) -> Value {
    let mut parcel = json!({ "weight": ounces(packet.grams) });
    if packet.sides.iter().all(|side| *side > 0) {
        for (name, side) in ["length", "width", "height"].into_iter().zip(packet.sides) {
            parcel[name] = json!(tenths((side * 100).div_ceil(254)));
        }
    }
    parcel
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grams_and_millimetres_are_ounces_and_inches() {
        let packet = Packet { grams: 437, sides: [254, 203, 101], ..Packet::default() };
        assert_eq!(parcel(packet), json!({ "weight": 15.5, "length": 10.0, "width": 8.0, "height": 4.0 }));
        assert_eq!(parcel(Packet::default()), json!({ "weight": 0.1 }));
    }

    #[test]
    fn only_an_id_goes_into_an_address() {
        assert!(is_id("shp_16578f588f9546ec914afd2474e24ff5"));
        assert!(["", "../trackers", "shp_1?x=1", "shp 1"].iter().all(|odd| !is_id(odd)));
    }
}
