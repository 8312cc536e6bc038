//! What letters about wish lists say: what costs less, and where it is.

use app::i18n::Words;
use app::routes;
use db::notifications::Message;
use db::wishlists::{self, Fallen};
use domain::notifications::Kind;

use super::super::facts::Facts;
use super::super::{Fact, Link};
use super::{Sender, apart};

/// Each thing that costs less, with what it costs now, what it did, and beside that the lowest price of thirty days where the law
/// wants it said.
pub(super) fn fallen(words: Words, all: &[Fallen]) -> Vec<Fact> {
    let fact = |one: &Fallen| {
        let prices = [("price", words.money(one.price).into()), ("before", words.money(one.before).into())];
        let now = words.with("letter-price_fell-now", &prices);
        let lowest = one.lowest.map(|lowest| words.with("price-lowest", &[("price", words.money(lowest).into())]));
        Fact { label: apart(&one.name), value: [now].into_iter().chain(lowest).collect::<Vec<_>>().join(" · ") }
    };
    all.iter().map(fact).collect()
}

/// To the one thing that costs less, or to the lists; and where an address is confirmed.
pub(in crate::letters) fn button(sender: &Sender, words: Words, message: &Message, facts: &Facts) -> Option<Link> {
    let lang = message.lang;
    let (key, path) = match (message.kind, &facts.fallen[..]) {
        (Kind::ListConfirm, _) => {
            let link = wishlists::secret(&*sender.account, &message.about.pass);
            ("letter-button-list_confirm", routes::confirm_list_by(lang, &link))
        }
        (_, [one]) => ("letter-button-thing", routes::variant(lang, &one.slug, one.variant)),
        _ => ("letter-button-lists", routes::wishlists(lang)),
    };
    Some(Link { label: words.say(key), href: sender.whole(&path) })
}
