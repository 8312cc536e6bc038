//! What EasyPost tells customs of a parcel: `customs_info` of a shipment (docs.easypost.com/docs/customs-infos,
//! docs.easypost.com/docs/customs-items). Sums are those of all of a line, weights in ounces.

use domain::customs::{Declaration, Declared};
use serde_json::{Value, json};

use super::calls::ounces;

/// So many characters of what a thing is called carriers print.
const MOST: usize = 50;

/// The paragraph of the rules of the United States that lets a parcel of less than 2,500 dollars out without a filing
/// (15 CFR 30.37(a)).
const NO_FILING: &str = "NOEEI 30.37(a)";

/// What a shipment declares.
pub(super) fn info(declaration: &Declaration) -> Value {
    let mut info = json!({
        "contents_type": "merchandise",
        "contents_explanation": "",
        "restriction_type": "none",
        "non_delivery_option": "return",
        "customs_certify": true,
        "customs_signer": declaration.sender.name,
        "customs_items": declaration.lines.iter().map(item).collect::<Vec<_>>(),
    });
    if declaration.sender.country.code() == "US" {
        info["eel_pfc"] = NO_FILING.into();
    }
    info
}

fn item(line: &Declared) -> Value {
    let what: String = line.known.name.chars().take(MOST).collect();
    let mut item = json!({
        "description": what, "quantity": line.quantity, "value": line.value.plain(), "currency": line.value.currency.code(),
        "weight": ounces(line.grams), "code": line.sku,
    });
    if let Some(tariff) = &line.known.tariff {
        item["hs_tariff_number"] = tariff.as_str().into();
    }
    if let Some(origin) = line.known.origin {
        item["origin_country"] = origin.code().into();
    }
    item
}

/// Who pays what is due at the border: whoever receives the parcel.
pub(super) const INCOTERM: &str = "DAP";
