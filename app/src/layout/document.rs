//! The document: head, header, main, footer. A page is a whole document, so that its title and its status are its own.

use leptos::prelude::*;

use super::footer::Footer;
use super::header::{CheckoutHeader, Header};
use crate::i18n::{Lang, Words};
use crate::{request, routes};

/// What a page says of itself.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Title, without the shop's name.
    pub title: String,
    /// A sentence for search results; empty for pages that are not to be found.
    pub description: String,
    /// Whether search engines may show it.
    pub indexed: bool,
    /// Which page of a list it is, counted from 1; 0 for no list. Each page stands for itself: what is on the second is not on
    /// the first.
    pub page: u32,
    /// Seconds after which a browser without script loads it again; 0 for never.
    pub refresh: u32,
    /// The checkout: no way out but forward and back.
    pub checkout: bool,
    /// The script of its own it has, if any; a page with one is loaded as a whole, not swapped in.
    pub script: Option<&'static str>,
    /// Its address is a secret: nobody is told of it, and no form leaves it, since browsers would not say whose it is.
    pub secret: bool,
    /// The same page in other languages, where its address there is not this one with another beginning.
    pub alternates: Vec<(Lang, String)>,
    /// The file of the picture that stands for the page where it is shared; the shop's own when there is none.
    pub picture: Option<String>,
    /// Machine-readable facts (JSON-LD), already safe to stand in a script element.
    pub facts: String,
}

impl Head {
    /// What stands behind the path of its address.
    fn behind(&self) -> String {
        if self.page > 1 { format!("?page={}", self.page) } else { String::new() }
    }
}

/// A whole document.
#[component]
pub fn Document(head: Head, lang: Lang, children: Children) -> AnyView {
    let words = Words::of(lang);
    let shop = request::shop();
    let (pkg, origin, trial) = shop.map(|shop| (shop.pkg, shop.origin, shop.trial)).unwrap_or_default();
    let canonical = format!("{origin}{}{}", request::path(), head.behind());
    let title = words.with("page-title", &[("title", head.title.clone().into())]);
    let (checkout, secret, script) = (head.checkout, head.secret, head.script);
    if secret {
        request::secretly();
    }
    let alternates = head.indexed.then(|| alternates(&origin, &head));
    // Letters are there in the system's font until another comes, and that need not be the first thing that is loaded.
    let thrifty = request::saves_data();
    let fonts = fonts(lang).iter().filter(|_| !thrifty).map(|font| {
        view! { <link rel="preload" href=format!("/fonts/{font}.woff2") r#as="font" r#type="font/woff2" crossorigin="anonymous" /> }
    });
    view! {
        <html lang=lang.code() dir=lang.dir() data-thrifty=thrifty.then_some("")>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                {(!head.description.is_empty()).then(|| view! { <meta name="description" content=head.description.clone() /> })}
                {if head.indexed {
                    view! { <link rel="canonical" href=canonical /> {alternates} }.into_any()
                } else {
                    view! { <meta name="robots" content="noindex" /> }.into_any()
                }}
                {head.indexed.then(|| view! { <Shared words head=head.clone() origin=origin.to_string() /> })}
                <meta name="color-scheme" content="light dark" />
                <meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#151412" media="(prefers-color-scheme: dark)" />
                {fonts.collect_view()}
                <link rel="stylesheet" href=format!("/{pkg}/cartwright.css") />
                {routes::is_buying(&request::path()).then(|| view! { <link rel="stylesheet" href=format!("/{pkg}/buying.css") /> })}
                <link rel="icon" href="/favicon.svg" r#type="image/svg+xml" />
                <link rel="manifest" href=format!("/{}/manifest.webmanifest", lang.code()) />
                <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
                <script r#type="module" src=format!("/{pkg}/boot.js")></script>
                {script.map(|script| view! { <script r#type="module" src=format!("/{pkg}/{script}.js")></script> })}
                {(head.refresh > 0).then(|| view! {
                    <noscript inner_html=format!("<meta http-equiv=\"refresh\" content=\"{}\">", head.refresh)></noscript>
                })}
                {(!head.facts.is_empty()).then(|| view! { <script r#type="application/ld+json" inner_html=head.facts.clone()></script> })}
            </head>
            <body data-pkg=script.map_or_else(|| pkg.to_string(), |_| format!("{pkg}{}", request::path()))>
                <a class="skip" href="#main">{words.say("skip-to-content")}</a>
                {if checkout { view! { <CheckoutHeader words secret /> }.into_any() } else { view! { <Header words /> }.into_any() }}
                <main id="main" tabindex="-1" class:checkout=checkout>{children()}</main>
                <Footer words trial checkout secret />
                <div id="announcer" class="unseen" aria-live="polite"></div>
            </body>
        </html>
    }
    .into_any()
}

/// How the page looks where it is shared (Open Graph), and what came last for feed readers. Others draw no drawings, so
/// a page with one is shared under the shop's own picture.
#[component]
fn Shared(words: Words, head: Head, origin: String) -> impl IntoView {
    let photo = head.picture.clone().filter(|file| !file.ends_with(".svg")).map(|file| routes::media(&file));
    let picture = format!("{origin}{}", photo.unwrap_or_else(|| "/icons/share.jpg".to_owned()));
    view! {
        {meant("og:site_name", words.say("shop-name"))}
        {meant("og:title", head.title.clone())}
        {meant("og:description", head.description.clone())}
        {meant("og:url", format!("{origin}{}{}", request::path(), head.behind()))}
        {meant("og:image", picture)}
        <link rel="alternate" r#type="application/atom+xml" title=words.say("home-new") href=routes::news(words.lang) />
    }
}

/// An Open Graph property; the view macro knows no such attribute.
fn meant(property: &'static str, content: String) -> impl IntoView {
    leptos::html::meta().attr("property", property).content(content)
}

/// Links to the page in every language, and in the first one for readers of none of them.
fn alternates(origin: &str, head: &Head) -> impl IntoView + use<> {
    let here = request::path();
    let mut all = head.alternates.clone();
    if all.is_empty() {
        all = Lang::ALL.iter().map(|&lang| (lang, routes::in_language(&here, lang))).collect();
    }
    let first = all.iter().find(|(lang, _)| *lang == Lang::FIRST).map(|(_, at)| format!("{origin}{at}{}", head.behind()));
    let behind = head.behind();
    let each = all.into_iter().map(|(lang, at)| (lang.code(), format!("{origin}{at}{behind}")));
    let each = each.chain(first.map(|at| ("x-default", at)));
    each.map(|(lang, href)| view! { <link rel="alternate" hreflang=lang href=href /> }).collect_view()
}

/// The fonts a page in this language begins with. Others come when a letter needs them; Chinese, Japanese and Hindi are
/// written in the system's.
const fn fonts(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::Lv => &["manrope-latin", "manrope-latin-ext"],
        Lang::Ru => &["manrope-cyrillic"],
        Lang::Th => &["noto-sans-thai"],
        Lang::Ar => &["noto-sans-arabic"],
        Lang::ZhHans | Lang::Ja | Lang::Hi => &[],
        Lang::En | Lang::De | Lang::Es | Lang::Fr | Lang::PtBr => &["manrope-latin"],
    }
}
