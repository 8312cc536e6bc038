//! The document of the desk: its own header, no script.

use std::future::Future;

use domain::staff::Staff;
use leptos::prelude::*;

use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::trouble;
use crate::{request, routes};

/// A page of the desk: who looks at it, what it asks for, and what it shows.
pub fn desk<V, F>(asked: impl FnOnce(Words, Staff) -> F + Send + 'static) -> impl IntoView
where
    V: IntoView + 'static,
    F: Future<Output = Result<V, Failure>> + Send + 'static,
{
    Suspend::new(async move {
        let words = Words::of(request::lang());
        let shown = async {
            Ok::<_, Failure>(match request::staff_page().await? {
                Some(staff) => Some(asked(words, staff).await?),
                None => None,
            })
        };
        match shown.await {
            Ok(view) => view.into_any(),
            Err(failure) => trouble(failure).into_any(),
        }
    })
}

/// The document.
#[component]
pub fn Frame(words: Words, title: String, #[prop(optional)] staff: Option<Staff>, children: Children) -> AnyView {
    let lang = words.lang;
    let pkg = request::shop().map(|shop| shop.pkg).unwrap_or_default();
    let shown = words.with("desk-page-title", &[("title", title.into())]);
    view! {
        <html lang=lang.code() dir=lang.dir()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{shown}</title>
                <meta name="robots" content="noindex" />
                <meta name="color-scheme" content="light dark" />
                <link rel="stylesheet" href=format!("/{pkg}/cartwright.css") />
                <link rel="stylesheet" href=format!("/{pkg}/buying.css") />
                <link rel="stylesheet" href=format!("/{pkg}/desk.css") />
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml" />
            </head>
            <body class="desk">
                <a class="skip" href="#main">{words.say("skip-to-content")}</a>
                {staff.map(|staff| view! { <DeskHeader words staff /> })}
                <main id="main" tabindex="-1">{children()}</main>
            </body>
        </html>
    }
    .into_any()
}

#[component]
fn DeskHeader(words: Words, staff: Staff) -> AnyView {
    let here = request::path();
    let link = |href: String, key: &str| {
        let current = (here == href).then_some("page");
        view! { <li><a href=href aria-current=current>{words.say(key)}</a></li> }
    };
    view! {
        <header class="desk-header">
            <nav aria-label=words.say("desk-menu")>
                <ul>
                    {link(routes::desk_goods(), "desk-goods")}
                    {link(routes::desk_categories(None, None), "desk-categories")}
                    {link(routes::desk_synonyms(Lang::FIRST), "desk-synonyms")}
                    {link(routes::desk_orders(), "desk-orders")}
                    {link(routes::desk_cancellations(1), "desk-cancellations")}
                    {link(routes::desk_problems(1), "desk-problems")}
                    {link(routes::desk_opinions(1), "desk-opinions")}
                    {link(routes::desk_offers(), "desk-offers")}
                    {link(routes::desk_delays(), "desk-delays")}
                    {link(routes::desk_messages(1), "desk-messages")}
                    {link(routes::desk_log(1), "desk-log")}
                </ul>
            </nav>
            <form method="post" action="/api/desk/sign-out">
                <a href=routes::home(words.lang)>{words.say("to-the-shop")}</a>
                <span class="calm">{staff.name.as_str().to_owned()}</span>
                <button class="link" type="submit">{words.say("desk-sign-out")}</button>
            </form>
        </header>
    }
    .into_any()
}

/// What was done, said once on top of the page.
#[component]
pub fn Told(
    words: Words,
    /// The words for it, where it is not the shop that changed.
    #[prop(default = "desk-saved")]
    says: &'static str,
) -> impl IntoView {
    request::query("saved").is_some().then(|| view! { <p class="notice" role="status">{words.say(says)}</p> })
}
