//! The footer: help, and what to expect, in the same place on every page.

use leptos::prelude::*;

use crate::i18n::Words;
use crate::routes;

/// The footer of the shop.
#[component]
pub fn Footer(words: Words, trial: bool) -> AnyView {
    let lang = words.lang;
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
                        <li><a href=routes::help(lang, "payment")>{words.say("help-payment-title")}</a></li>
                        <li><a href=routes::help(lang, "privacy")>{words.say("help-privacy-title")}</a></li>
                        <li><a href=routes::orders(lang)>{words.say("menu-orders")}</a></li>
                    </ul>
                </nav>
            </div>
        </footer>
    }
    .into_any()
}
