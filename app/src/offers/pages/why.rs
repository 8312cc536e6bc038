//! Why an offer is not given, in words.

use domain::cart::Offering;
use domain::ids::OfferId;
use domain::offers::{Best, Code, OfferRefusal, When};

use crate::i18n::{Words, format};
use crate::request;

/// The codes of a cart, each as people read it, with why it gives nothing; none where it gives something.
pub fn whys(words: Words, offering: &Offering, best: &Best) -> Vec<(String, Option<String>)> {
    let one = |code: &Code| (code.grouped(), best.why_not(code).map(|refusal| why(words, offering, refusal)));
    offering.codes.iter().map(one).collect()
}

/// Why an offer is not given.
pub fn why(words: Words, offering: &Offering, refusal: &OfferRefusal) -> String {
    let others = |ids: &[OfferId]| named(words, offering, ids);
    match refusal {
        OfferRefusal::Unknown => words.say("offer-not-unknown"),
        OfferRefusal::NotYet(from) => words.with("offer-not-yet", &[("date", date(words, *from).into())]),
        OfferRefusal::Over(until) => words.with("offer-not-over", &[("date", date(words, *until).into())]),
        OfferRefusal::UsedUp => words.say("offer-not-used-up"),
        OfferRefusal::UsedByYou => words.say("offer-not-again"),
        OfferRefusal::ForFriends => words.say("offer-not-yours"),
        OfferRefusal::FirstOrderOnly => words.say("offer-not-first"),
        OfferRefusal::NotTo(country) => words.with("offer-not-to", &[("country", words.country(*country).into())]),
        OfferRefusal::NothingOfIt => words.say("offer-not-these"),
        OfferRefusal::TooLittle { missing } => words.with("offer-not-enough", &[("missing", words.money(*missing).into())]),
        OfferRefusal::TooFew { missing } => words.with("offer-not-many", &[("count", (*missing).into())]),
        OfferRefusal::NotWith(ids) => words.with("offer-not-with", &[("others", others(ids).into())]),
        OfferRefusal::Outdone { by, more } => {
            words.with("offer-not-best", &[("others", others(by).into()), ("more", words.money(*more).into())])
        }
        OfferRefusal::NothingToTake(_) => words.say("offer-not-left"),
    }
}

fn named(words: Words, offering: &Offering, ids: &[OfferId]) -> String {
    let names: Vec<String> = ids.iter().filter_map(|id| offering.name(*id)).map(|name| name.text.clone()).collect();
    format::list(words.lang, &names)
}

fn date(words: Words, when: When) -> String {
    match when {
        When::On(day) => words.date(day),
        When::At(moment) => words.date(moment.day_at(request::shop_offset(moment))),
    }
}
