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
