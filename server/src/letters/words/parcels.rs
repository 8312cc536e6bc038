//! Which parcel of an order a letter is about, and where that is kept.

use app::i18n::Words;
use db::notifications::Message;
use domain::ids::ParcelId;
use domain::notifications::Kind;
use domain::orders::Order;
use domain::tracking::{Parcel, Piece, Wish};

use super::super::facts::Facts;

/// What is said, with which of its order's parcels it is said of, where there are several: no two letters about one order read alike.
pub(super) fn which(words: Words, message: &Message, facts: &Facts, says: String) -> String {
    let Some(((at, count), _)) = piece_of(message, facts) else { return says };
    let parcel = words.with("parcel-heading", &[("at", at.into()), ("count", count.into())]);
    format!("{says} ({parcel})")
}

/// By which words a message is said: its kind's, or, where a carrier says that a parcel is delayed and names no day, others.
pub(super) fn said_as(message: &Message) -> &'static str {
    if is_undated(message) { "delayed_undated" } else { message.kind.code() }
}

/// Whether it tells of a delay whose end nobody knows.
pub(super) fn is_undated(message: &Message) -> bool {
    message.kind == Kind::Delayed && message.about.day.is_none()
}

/// The piece of an order of several that a message is about, with its place among them, from 1, and how many there are.
pub(super) fn piece_of<'a>(message: &Message, facts: &'a Facts) -> Option<((usize, usize), &'a Piece)> {
    let (pieces, id) = (&facts.order.as_ref()?.pieces, message.about.parcel?);
    let at = pieces.iter().position(|piece| piece.parcel.as_ref().is_some_and(|parcel| parcel.id == id))?;
    (pieces.len() > 1).then(|| pieces.get(at).map(|piece| ((at + 1, pieces.len()), piece))).flatten()
}

/// Where a parcel is kept until it is fetched: where its shopper has had it sent on the way, else where it was to go.
pub(super) fn kept_at(message: &Message, order: &Order, facts: &Facts) -> Option<String> {
    let parcel = parcel_of(order, message.about.parcel).map(|parcel| parcel.id);
    let sent = facts.wishes.iter().find_map(|(of, wish)| match wish {
        Wish::Redirect(point) if Some(*of) == parcel => Some(point.whole()),
        _ => None,
    });
    sent.or_else(|| (!order.pickup.is_empty()).then(|| order.pickup.clone()))
}

/// The parcel a letter is about: that one, or the first there is.
pub(super) fn parcel_of(order: &Order, id: Option<ParcelId>) -> Option<&Parcel> {
    let mut all = order.pieces.iter().filter_map(|piece| piece.parcel.as_ref());
    all.find(|parcel| id.is_none_or(|id| parcel.id == id))
}
