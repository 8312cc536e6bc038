//! The shop's words, from `locales/<lang>/*.ftl`.

use std::borrow::Cow;
use std::sync::OnceLock;

use domain::contact::Country;
use domain::lang::Lang;
use domain::money::Money;
use domain::payments::Way;
use domain::tax::Percent;
use domain::time::{Day, Timestamp};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};

use super::format;

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The words of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// Which.
    pub lang: Lang,
}

impl Words {
    /// The words of a language.
    pub const fn of(lang: Lang) -> Self {
        Self { lang }
    }

    /// What is said under this key.
    pub fn say(self, key: &str) -> String {
        self.with(key, &[])
    }

    /// What is said under this key about these.
    pub fn with(self, key: &str, about: &[(&str, FluentValue<'_>)]) -> String {
        if let Some(text) = said(self.lang, key, about) {
            return text;
        }
        // The tests find a key that a language does not have; a shopper reads English rather than nothing.
        tracing::error!(key, lang = self.lang.code(), "words are missing");
        said(Lang::FIRST, key, about).unwrap_or_else(|| key.to_owned())
    }
}

/// What people write, by the rules of the language: see [`format`].
impl Words {
    /// A sum: `€1,234.50`.
    pub fn money(self, money: Money) -> String {
        format::money(self.lang, money)
    }

    /// A sum without its cents when there are none: `€60`.
    pub fn round_money(self, money: Money) -> String {
        format::money_whole(self.lang, money)
    }

    /// A way to pay: `iDEAL`, `Card`.
    pub fn way(self, way: Way) -> String {
        way.brand().map_or_else(|| self.say(&format!("method-{}", way.code())), str::to_owned)
    }

    /// A number: `1,234`.
    pub fn number(self, number: u32) -> String {
        format::number(self.lang, i64::from(number))
    }

    /// A day with its weekday: `Tuesday 24 November`.
    pub fn day(self, day: Day) -> String {
        format::day(self.lang, day)
    }

    /// The days from one to another.
    pub fn days(self, from: Day, to: Day) -> String {
        if from == to { self.day(from) } else { format::days(self.lang, from, to) }
    }

    /// A date with its year: `24 November 2026`.
    pub fn date(self, day: Day) -> String {
        format::date(self.lang, day)
    }

    /// The time of day so many minutes east of UTC: `14:05`.
    pub fn clock(self, at: Timestamp, offset_minutes: i16) -> String {
        format::clock(self.lang, at.minute_of_day_at(offset_minutes))
    }

    /// How long ago it was, so many minutes east of UTC: `3 hours ago`, `yesterday`. None for more than a week, and for
    /// what is still to come.
    pub fn ago(self, at: Timestamp, now: Timestamp, offset_minutes: i16) -> Option<String> {
        let seconds = now.since(at) / 1000;
        let days = now.day_at(offset_minutes).0 - at.day_at(offset_minutes).0;
        match seconds {
            0..60 => Some(format::away(self.lang, 0, format::Unit::Second)),
            60..86_400 => Some(format::ago(self.lang, seconds)),
            86_400.. if days < 7 => Some(format::away(self.lang, -days, format::Unit::Day)),
            _ => None,
        }
    }

    /// A country's name.
    pub fn country(self, country: Country) -> String {
        format::country(self.lang, country)
    }

    /// A rate of tax: `21 %`.
    pub fn percent(self, percent: Percent) -> String {
        format::percent(self.lang, i64::from(percent.hundredths()))
    }
}

fn said(lang: Lang, key: &str, about: &[(&str, FluentValue<'_>)]) -> Option<String> {
    let bundle = bundle(lang);
    let pattern = bundle.get_message(key).and_then(|message| message.value())?;
    let mut args = FluentArgs::with_capacity(about.len());
    for (name, value) in about {
        args.set(Cow::Owned((*name).to_owned()), value.clone());
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "words do not fit");
    }
    Some(text)
}

type Bundle = FluentBundle<FluentResource>;

/// Each language is read when it is first spoken.
fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    BUNDLES[lang as usize].get_or_init(|| {
        let files = LOCALES.get_dir(lang.code()).into_iter().flat_map(Dir::files);
        bundled(lang.code(), files.filter_map(|file| file.contents_utf8()))
    })
}

fn bundled<'a>(code: &str, files: impl Iterator<Item = &'a str>) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(code.parse().into_iter().collect());
    // Values of another direction stand in `bdi` where they are shown; in titles and attributes marks would be read as letters.
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(resource, errors)| {
            tracing::error!(code, ?errors, "words cannot be read");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(code, ?errors, "words are said twice");
        }
    }
    bundle
}

#[cfg(test)]
mod tests;
