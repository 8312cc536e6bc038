//! What can be wished of a parcel of SimCarrier's on its way. What it has planned and not told yet is planned anew; wished twice,
//! it is the same plan.

use app::i18n::format::offset;
use db::Answer;
use db::database::Tx;
use db::outside::deliveries::{self, Letter};
use domain::Never;
use domain::delivery::zone_name;
use domain::time::{Day, Timestamp};
use domain::tracking::{Checkpoint, CheckpointKind, Wish};

use super::told;
use crate::outside::carriers::Granted;

const HOUR_SECONDS: i64 = 3600;

/// A checkpoint, and when it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Planned {
    checkpoint: Checkpoint,
    told: Timestamp,
}

/// Does what is wished of a parcel while the van does not have it.
pub(super) fn wish(tx: &Tx<'_>, number: &str, wish: &Wish, speed: u32) -> Answer<Granted, Never> {
    let happened = deliveries::happened(tx, number, tx.now())?;
    let mut so_far = happened.iter().filter_map(|body| read(body)).map(|checkpoint| checkpoint.kind);
    let at_the_door = |kind: &CheckpointKind| {
        matches!(kind, CheckpointKind::OutForDelivery | CheckpointKind::AttemptFailed)
            || matches!(kind, CheckpointKind::PickupReady | CheckpointKind::Delivered)
    };
    let last = so_far.rfind(at_the_door);
    if !matches!(last, None | Some(CheckpointKind::AttemptFailed)) {
        return Ok(Granted::TooLate);
    }
    let planned = deliveries::planned(tx, number, tx.now())?;
    let planned: Vec<Planned> =
        planned.iter().filter_map(|(body, told)| Some(Planned { checkpoint: read(body)?, told: *told })).collect();
    let Some(van) = planned.iter().position(|one| one.checkpoint.kind == CheckpointKind::OutForDelivery) else {
        return Ok(Granted::TooLate);
    };
    let anew = anew(&planned, van, wish, i64::from(speed), tx.now());
    deliveries::withdraw(tx, number, tx.now())?;
    for one in anew {
        let letter = Letter { subject: number.to_owned(), body: told::write(number, &one.checkpoint), at: one.told };
        deliveries::write(tx, &letter)?;
    }
    Ok(Granted::Yes)
}

fn read(body: &str) -> Option<Checkpoint> {
    told::read(body.as_bytes())?.into_iter().next().map(|told| told.checkpoint)
}

/// The plan with a wish in it; `van` is the place of the checkpoint at which the van has it.
fn anew(planned: &[Planned], van: usize, wish: &Wish, speed: i64, now: Timestamp) -> Vec<Planned> {
    let (before, after) = planned.split_at(van);
    let Some(out) = after.first() else { return planned.to_vec() };
    let mut anew = before.to_vec();
    match wish {
        Wish::Redirect(point) => {
            let place = format!("{}, {}", point.city, point.country.code());
            let kept = |hours: i64, kind: CheckpointKind, mark: &str| {
                let at = out.checkpoint.at.plus_seconds(hours * HOUR_SECONDS);
                let event = format!("{}-{mark}", out.checkpoint.event);
                let offset_minutes = offset(zone_name(point.country), at);
                let checkpoint = Checkpoint { event, kind, at, place: place.clone(), offset_minutes, ..out.checkpoint.clone() };
                Planned { checkpoint, told: Timestamp(out.told.0 + hours * HOUR_SECONDS * 1000 / speed) }
            };
            anew.push(out.clone());
            anew.push(kept(3, CheckpointKind::PickupReady, "kept"));
            anew.push(kept(27, CheckpointKind::Delivered, "fetched"));
        }
        Wish::Reschedule(day) => {
            let local = Timestamp(out.checkpoint.at.0 + i64::from(out.checkpoint.offset_minutes) * 60_000);
            let later = (day.0 - local.day().0).max(0) * 24 * HOUR_SECONDS;
            anew.retain(|one| one.checkpoint.expected.is_none());
            anew.insert(0, said(out, *day, now));
            anew.extend(after.iter().map(|one| Planned {
                checkpoint: Checkpoint {
                    at: one.checkpoint.at.plus_seconds(later),
                    expected: one.checkpoint.expected.map(|day| day.plus(later / (24 * HOUR_SECONDS))),
                    ..one.checkpoint.clone()
                },
                told: Timestamp(one.told.0 + later * 1000 / speed),
            }));
        }
        // Somebody takes it: nobody has to be in.
        Wish::Instruct(_) => {
            let failed = after.iter().position(|one| one.checkpoint.kind == CheckpointKind::AttemptFailed);
            let kept = failed.map_or(after.len(), |at| at + 1);
            anew.extend(after.iter().take(kept).cloned().map(|mut one| {
                if one.checkpoint.kind == CheckpointKind::AttemptFailed {
                    one.checkpoint.kind = CheckpointKind::Delivered;
                    one.checkpoint.expected = None;
                }
                one
            }));
        }
    }
    anew
}

/// That it comes on another day, told at once.
fn said(out: &Planned, day: Day, now: Timestamp) -> Planned {
    let event = format!("{}-on-{}", out.checkpoint.event, day.0);
    let checkpoint = Checkpoint { event, kind: CheckpointKind::Unknown, expected: Some(day), at: now, ..out.checkpoint.clone() };
    Planned { checkpoint, told: now.plus_seconds(1) }
}
