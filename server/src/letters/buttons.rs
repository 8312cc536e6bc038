//! What a letter leads to: its one button, with the secret only its reader has.

use app::i18n::Words;
use app::routes;
use db::account;
use db::notifications::Message;
use domain::notifications::Kind;

use super::Link;
use super::facts::Facts;
use super::words::{Sender, lists};

impl Sender {
    /// The button of a letter, where there is something to do.
    pub(super) fn button(&self, words: Words, message: &Message, facts: &Facts) -> Option<Link> {
        let link = |key: &str, href: String| Some(Link { label: words.say(key), href });
        let lang = message.lang;
        match (message.kind, &facts.order, &facts.thing) {
            (Kind::HowToReturn, ..) => link("letter-button-returns", self.whole(&routes::help(lang, "returns"))),
            (Kind::SignIn, ..) => {
                let key = account::secret(&*self.account, &message.about.pass);
                link("letter-button-sign_in", self.whole(&routes::enter(lang, &key)))
            }
            (Kind::EmailNew, ..) => {
                let key = account::confirming(&*self.account, &message.about.pass);
                link("letter-button-email_new", self.whole(&routes::confirm_email(lang, &key)))
            }
            (Kind::EmailOld, ..) => {
                let key = account::refusing(&*self.account, &message.about.pass);
                link("letter-button-email_old", self.whole(&routes::refuse_email(lang, &key)))
            }
            (Kind::PasskeyAdded | Kind::PasskeyRefused, ..) => link("passkeys-title", self.whole(&routes::passkeys(lang))),
            (Kind::PriceFell | Kind::ListConfirm, ..) => lists::button(self, words, message, facts),
            (Kind::CartLeft, ..) => link("letter-button-cart", self.whole(&routes::cart(lang))),
            (_, _, Some((_, slug))) => {
                let address = message.about.variant.map(|variant| routes::variant(lang, slug, variant));
                link("letter-button-thing", self.whole(&address.unwrap_or_else(|| routes::product(lang, slug))))
            }
            (Kind::HowWasIt, Some(order), _) => {
                let key = (self.order)(&order.number);
                let page = routes::with_key(&routes::opinion(lang, &order.number), key.secret());
                link("letter-button-how_was_it", self.whole(&page))
            }
            (Kind::PaymentPending | Kind::PaymentExpiring, Some(order), _) => {
                link("letter-button-pay", self.order_page(lang, &order.number))
            }
            (_, Some(order), _) => link("letter-button-order", self.order_page(lang, &order.number)),
            _ => None,
        }
    }
}
