//! The footer: help, what to expect, and the shopper's settings, in the same place on every page.

use leptos::prelude::*;

use crate::i18n::Words;
use crate::settings::pages::{LanguageLinks, Languages};
use crate::{request, routes};

/// The footer of the shop; in the checkout only what does not lead away from it, and on a page whose address is a secret
/// no forms.
#[component]
pub fn Footer(words: Words, trial: bool, checkout: bool, secret: bool) -> AnyView {
    let lang = words.lang;
    if secret {
        return view! { <footer class="footer"><div class="footer-settings"><LanguageLinks words /></div></footer> }.into_any();
    }
    if checkout {
        return view! { <footer class="footer"><div class="footer-settings"><Languages words /></div></footer> }.into_any();
    }
    view! {
        <footer class="footer">
            <div class="footer-bar">
                <div>
                    <p class="footer-name">{words.say("shop-name")}</p>
                    <p>{words.say("footer-about")}</p>
                    {trial.then(|| view! { <p class="footer-trial">{words.say("footer-trial")}</p> })}
                </div>
                <nav aria-label=words.say("footer-label")>
                    <ul>
                        <li><a href=routes::help(lang, "delivery")>{words.say("help-delivery-title")}</a></li>
                        <li><a href=routes::help(lang, "returns")>{words.say("help-returns-title")}</a></li>
                        <li><a href=routes::help(lang, "withdrawal")>{words.say("help-withdrawal-title")}</a></li>
                        <li><a href=routes::help(lang, "payment")>{words.say("help-payment-title")}</a></li>
                        <li><a href=routes::help(lang, "privacy")>{words.say("help-privacy-title")}</a></li>
                        <li><a href=routes::help(lang, "imprint")>{words.say("help-imprint-title")}</a></li>
                        <li><a href=routes::orders(lang)>{words.say("menu-orders")}</a></li>
                        <li><a href=routes::wishlists(lang)>{words.say("wishlists-title")}</a></li>
                        <li><a href=routes::account(lang)>{words.say("account-title")}</a></li>
                        <li><a href=routes::track(lang)>{words.say("track-link")}</a></li>
                    </ul>
                </nav>
            </div>
            <div class="footer-settings">
                <Languages words />
                <Market words />
            </div>
        </footer>
    }
    .into_any()
}

/// Where things go and what is paid in, and the way to change it.
#[component]
fn Market(words: Words) -> AnyView {
    let market = request::market();
    let says = words.with(
        "settings-now",
        &[("country", words.country(market.country).into()), ("currency", market.currency.code().to_owned().into())],
    );
    view! { <p class="footer-market">{says}" "<a href=routes::settings(words.lang)>{words.say("change")}<span class="unseen">" "{words.say("settings-title")}</span></a></p> }
        .into_any()
}
