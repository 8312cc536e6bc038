//! What PayPal says of an order, and the report it makes. Sums are decimal text: `54.20`.

use domain::money::{Currency, Money};
use domain::payments::{Decline, Report, Reported};
use serde::Deserialize;

use crate::outside::Trouble;

/// An order: what a shopper is to approve, and the money that came of it.
#[derive(Deserialize)]
pub(super) struct Order {
    pub id: String,
    pub status: String,
    #[serde(default)]
    purchase_units: Vec<Unit>,
    #[serde(default)]
    links: Vec<Link>,
}

#[derive(Deserialize)]
struct Unit {
    custom_id: Option<String>,
    amount: Option<Amount>,
    #[serde(default)]
    payments: Payments,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Payments {
    authorizations: Vec<Piece>,
    captures: Vec<Piece>,
    refunds: Vec<Piece>,
}

#[derive(Deserialize)]
struct Piece {
    id: String,
    status: String,
    amount: Option<Amount>,
}

#[derive(Deserialize)]
struct Amount {
    currency_code: String,
    value: String,
}

#[derive(Deserialize)]
struct Link {
    rel: String,
    href: String,
}

impl Order {
    /// Where the shopper approves it; none once that is done.
    pub(super) fn page(&self) -> Option<String> {
        let open = matches!(self.status.as_str(), "CREATED" | "PAYER_ACTION_REQUIRED");
        let link = self.links.iter().find(|link| link.rel == "payer-action" || link.rel == "approve");
        link.filter(|_| open).map(|link| link.href.clone())
    }

    /// The shop's name for it.
    pub(super) fn key(&self) -> Option<&str> {
        self.purchase_units.first()?.custom_id.as_deref()
    }

    /// The reservation that can be taken or let go.
    pub(super) fn reserved(&self) -> Option<&str> {
        self.pieces(|payments| &payments.authorizations).find(|piece| piece.status == "CREATED").map(|piece| piece.id.as_str())
    }

    /// The money that was taken, to give back of.
    pub(super) fn taken(&self) -> Option<&str> {
        self.pieces(|payments| &payments.captures).find(|piece| piece.is_taken()).map(|piece| piece.id.as_str())
    }

    fn pieces<'a>(&'a self, of: impl Fn(&'a Payments) -> &'a Vec<Piece> + 'a) -> impl Iterator<Item = &'a Piece> {
        self.purchase_units.iter().flat_map(move |unit| of(&unit.payments))
    }

    /// What it means for the shop.
    pub(super) fn report(&self) -> Result<Report, Trouble> {
        let odd = || Trouble::Refused("PayPal reports a sum the shop cannot read".to_owned());
        let due = self.purchase_units.first().and_then(|unit| unit.amount.as_ref()?.money()).ok_or_else(odd)?;
        let sum = |pieces: Vec<&Piece>| {
            pieces.iter().try_fold(Money::zero(due.currency), |sum, piece| sum.plus(piece.amount.as_ref()?.money()?))
        };
        let taken = sum(self.pieces(|payments| &payments.captures).filter(|piece| piece.is_taken()).collect()).ok_or_else(odd)?;
        let returned =
            sum(self.pieces(|payments| &payments.refunds).filter(|piece| piece.is_returned()).collect()).ok_or_else(odd)?;
        let bounced =
            sum(self.pieces(|payments| &payments.refunds).filter(|piece| piece.status == "FAILED").collect()).ok_or_else(odd)?;
        let mut ended = self.pieces(|payments| &payments.authorizations).filter(|piece| piece.is_over()).peekable();
        let state = match self.status.as_str() {
            _ if taken.minor >= due.minor => Reported::Captured,
            // The last of it was taken, and the rest is free.
            _ if taken.minor > 0 && self.reserved().is_none() => Reported::Captured,
            _ if self.reserved().is_some() => Reported::Promised,
            "VOIDED" => Reported::Failed,
            _ if ended.peek().is_some() => Reported::Failed,
            _ => Reported::Open,
        };
        let decline = ended.next().map(|piece| if piece.status == "DENIED" { Decline::Refused } else { Decline::Expired });
        let decline = decline.filter(|_| state == Reported::Failed);
        let (taken, returned, bounced) = (taken.minor, returned.minor, bounced.minor);
        Ok(Report { state, taken, returned, bounced, decline, ..Report::open(due, self.id.clone()) })
    }
}

/// The same of a reservation of which nothing can be taken any more.
pub(super) fn expired(report: Report) -> Report {
    Report { state: Reported::Failed, decline: Some(Decline::Expired), ..report }
}

impl Piece {
    fn is_taken(&self) -> bool {
        matches!(self.status.as_str(), "COMPLETED" | "PARTIALLY_REFUNDED" | "REFUNDED")
    }

    /// Sent back, though it may not have arrived.
    fn is_returned(&self) -> bool {
        matches!(self.status.as_str(), "COMPLETED" | "PENDING" | "FAILED")
    }

    fn is_over(&self) -> bool {
        matches!(self.status.as_str(), "VOIDED" | "DENIED" | "EXPIRED")
    }
}

impl Amount {
    fn money(&self) -> Option<Money> {
        Money::parse(&self.value, Currency::parse(&self.currency_code).ok()?).ok()
    }
}
