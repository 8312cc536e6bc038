//! The languages the shop speaks.

use crate::codes;

codes! {
    /// A language the shop speaks. Its code (BCP 47) is the first part of every page's address.
    Lang {
        /// English.
        En = "en",
        /// Latvian.
        Lv = "lv",
        /// Russian.
        Ru = "ru",
        /// Thai.
        Th = "th",
        /// Arabic.
        Ar = "ar",
        /// German.
        De = "de",
        /// Spanish.
        Es = "es",
        /// French.
        Fr = "fr",
        /// Chinese in simplified script.
        ZhHans = "zh-Hans",
        /// Japanese.
        Ja = "ja",
        /// Portuguese as Brazil writes it.
        PtBr = "pt-BR",
        /// Hindi.
        Hi = "hi",
    }
}

impl Lang {
    /// The language goods are described in first; others fall back to it.
    pub const FIRST: Lang = Lang::En;

    /// Which way it is written.
    pub const fn dir(self) -> &'static str {
        match self {
            Lang::Ar => "rtl",
            _ => "ltr",
        }
    }

    /// What its speakers call it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Lv => "Latviešu",
            Lang::Ru => "Русский",
            Lang::Th => "ไทย",
            Lang::Ar => "العربية",
            Lang::De => "Deutsch",
            Lang::Es => "Español",
            Lang::Fr => "Français",
            Lang::ZhHans => "简体中文",
            Lang::Ja => "日本語",
            Lang::PtBr => "Português (Brasil)",
            Lang::Hi => "हिन्दी",
        }
    }

    /// A language by the code other shops use: `de`, `de-DE`, `de_DE`, `zh-CN`.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let tag = tag.trim().replace('_', "-");
        let first = |code: &str| code.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let exact = Self::ALL.iter().find(|lang| lang.code().eq_ignore_ascii_case(&tag));
        exact.or_else(|| Self::ALL.iter().find(|lang| first(lang.code()) == first(&tag))).copied()
    }

    /// The language of a page's path.
    pub fn of_path(path: &str) -> Option<Self> {
        path.split('/').nth(1).and_then(Self::from_code)
    }
}

impl Default for Lang {
    fn default() -> Self {
        Self::FIRST
    }
}

/// A text of the catalogue, and the language it is in: the reader's, or the shop's first where nobody has translated it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Said {
    /// The text.
    pub text: String,
    /// Its language.
    pub lang: Lang,
}

impl Said {
    /// The translation, or the first text where there is none.
    pub fn of(first: String, translated: Option<String>, lang: Lang) -> Self {
        match translated.filter(|text| !text.is_empty()) {
            Some(text) => Self { text, lang },
            // Nothing said is nothing in any language.
            None if first.is_empty() => Self { text: first, lang },
            None => Self { text: first, lang: Lang::FIRST },
        }
    }

    /// Its `lang` attribute on a page of that language: none where it is the page's own.
    pub fn apart_from(&self, page: Lang) -> Option<&'static str> {
        (self.lang != page).then(|| self.lang.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_translated_says_which_language_it_is_in() {
        let said = Said::of("Ridge mug".to_owned(), None, Lang::Th);
        assert_eq!(said.apart_from(Lang::Th), Some("en"));
        assert_eq!(said.apart_from(Lang::En), None);
        assert_eq!(Said::of("Ridge mug".to_owned(), Some("Kausa".to_owned()), Lang::Lv).apart_from(Lang::Lv), None);
        assert_eq!(Said::of(String::new(), None, Lang::Lv).apart_from(Lang::Lv), None);
    }

    #[test]
    fn a_language_is_known_by_the_codes_other_shops_use() {
        let known = |tag| Lang::of_tag(tag);
        assert_eq!((known("de-AT"), known("pt_BR"), known("zh_Hans")), (Some(Lang::De), Some(Lang::PtBr), Some(Lang::ZhHans)));
        assert_eq!((known(""), known("xx"), known("e")), (None, None, None));
    }

    #[test]
    fn a_path_begins_with_its_language() {
        assert_eq!(Lang::of_path("/zh-Hans/cart"), Some(Lang::ZhHans));
        assert_eq!(Lang::of_path("/xx/cart"), None);
        assert_eq!(Lang::of_path("/"), None);
    }
}
