//! The shop's words, from `locales/<lang>/*.ftl`.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

/// A language the shop speaks. Its code is the first part of every page's address.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: &'static [Lang] = &[Lang::En];

    /// As in addresses and in `lang`.
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
        }
    }

    /// Which way it is written.
    pub const fn dir(self) -> &'static str {
        match self {
            Lang::En => "ltr",
        }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|lang| lang.code() == code)
    }

    /// The language of a page's path.
    pub fn of_path(path: &str) -> Option<Self> {
        path.split('/').nth(1).and_then(Self::from_code)
    }

    /// Its words.
    pub const fn words(self) -> Words {
        Words { lang: self }
    }
}

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Which.
    pub lang: Lang,
}

impl Words {
    /// What is said under this key.
    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// What is said under this key about these.
    pub fn with(self, key: &str, about: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = bundle(self.lang);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "words are missing");
            return key.to_owned();
        };
        let mut args = FluentArgs::with_capacity(about.len());
        for (name, value) in about {
            args.set(Cow::Owned((*name).to_owned()), value.clone());
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "words do not fit");
        }
        text
    }
}

type Bundle = FluentBundle<FluentResource>;

fn bundle(lang: Lang) -> &'static Bundle {
    static EN: LazyLock<Bundle> = LazyLock::new(|| {
        bundled(
            "en",
            &[
                include_str!("../../locales/en/shop.ftl"),
                include_str!("../../locales/en/catalogue.ftl"),
                include_str!("../../locales/en/cart.ftl"),
                include_str!("../../locales/en/checkout.ftl"),
                include_str!("../../locales/en/orders.ftl"),
                include_str!("../../locales/en/help.ftl"),
            ],
        )
    });
    match lang {
        Lang::En => &EN,
    }
}

fn bundled(code: &str, files: &[&str]) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(code.parse().into_iter().collect());
    // Values of another direction stand in `bdi` where they are shown; in titles and attributes marks would be read as letters.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new((*file).to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(code, ?errors, "words cannot be read");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(code, ?errors, "words are said twice");
        }
    }
    bundle
}
