//! What somebody who has not said anything may want: the language their browser asks for, and the country it is set up for.

use domain::contact::Country;
use domain::lang::Lang;
use http::HeaderMap;
use http::header::ACCEPT_LANGUAGE;

use crate::cookies::Cookies;

/// The language for this request's answer, where its address does not say.
pub fn negotiated(cookies: Cookies, headers: &HeaderMap) -> Lang {
    let asked = headers.get(ACCEPT_LANGUAGE).and_then(|asked| asked.to_str().ok()).unwrap_or_default();
    cookies.prefs(headers).lang.or_else(|| best(asked)).unwrap_or_default()
}

/// The country of the browser's first language tag, as in `de-AT`. Browsers everywhere are installed as `en-US`, so that one
/// counts only where the time zone agrees.
pub fn country(headers: &HeaderMap, zone: Option<&str>) -> Option<Country> {
    let asked = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let tag = asked.split([',', ';']).next()?.trim();
    let american = zone.is_some_and(|zone| zone.starts_with("America/") || zone.starts_with("US/"));
    if tag.eq_ignore_ascii_case("en-US") && !american {
        return None;
    }
    let region = tag.split('-').skip(1).find(|part| part.len() == 2)?;
    Country::parse(region).ok()
}

/// The best of `Accept-Language` that the shop speaks (RFC 9110, 12.5.4: the highest `q` first, equals in their order; a
/// `q` of 0 is a no).
fn best(asked: &str) -> Option<Lang> {
    let mut wishes: Vec<(&str, u32)> = asked.split(',').take(32).filter_map(wish).collect();
    wishes.sort_by_key(|(_, weight)| std::cmp::Reverse(*weight));
    wishes.into_iter().find_map(|(tag, _)| spoken(tag))
}

/// A language tag and its weight in thousandths.
fn wish(text: &str) -> Option<(&str, u32)> {
    let mut parts = text.split(';').map(str::trim);
    let tag = parts.next().filter(|tag| !tag.is_empty())?;
    let quality = parts.find_map(|part| part.strip_prefix("q="));
    let weight = match quality {
        None => 1000,
        Some(text) => {
            let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
            let digits = format!("{fraction:0<3}");
            whole.parse::<u32>().ok()?.checked_mul(1000)? + digits.get(..3)?.parse::<u32>().ok()?
        }
    };
    (weight > 0).then_some((tag, weight))
}

/// The language of a tag, whatever country it names. Chinese in traditional script is not the one the shop writes, but is
/// read by those who asked for it more easily than English.
fn spoken(tag: &str) -> Option<Lang> {
    let exact = Lang::ALL.iter().find(|lang| lang.code().eq_ignore_ascii_case(tag));
    let primary = tag.split('-').next().unwrap_or_default();
    let family =
        || Lang::ALL.iter().find(|lang| lang.code().split('-').next().is_some_and(|code| code.eq_ignore_ascii_case(primary)));
    exact.or_else(family).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_a_browser_is_set_up_for_is_taken_unless_every_browser_is() {
        for (asked, zone, code) in [
            ("de-AT,de;q=0.9", None, Some("AT")),
            ("pt-PT", None, Some("PT")),
            ("zh-Hant-HK", None, Some("HK")),
            ("en-US,en", None, None),
            ("en-US,en", Some("Europe/Riga"), None),
            ("en-US,en", Some("America/New_York"), Some("US")),
            ("es-419", None, None),
            ("de", None, None),
            ("de-QQ", None, None),
            ("", None, None),
        ] {
            let headers = HeaderMap::from_iter([(ACCEPT_LANGUAGE, asked.parse().unwrap())]);
            assert_eq!(country(&headers, zone), code.map(|code| Country::parse(code).unwrap()), "{asked} {zone:?}");
        }
    }

    #[test]
    fn the_browsers_first_wish_that_the_shop_speaks_is_taken() {
        for (asked, lang) in [
            ("lv,en;q=0.8", Some(Lang::Lv)),
            ("et-EE,ru;q=0.9,en;q=0.8", Some(Lang::Ru)),
            ("en;q=0.2, de-AT;q=0.9", Some(Lang::De)),
            ("zh-TW,zh;q=0.9", Some(Lang::ZhHans)),
            ("pt-PT", Some(Lang::PtBr)),
            ("pt-br", Some(Lang::PtBr)),
            ("th;q=0,ja", Some(Lang::Ja)),
            ("fi", None),
            ("*", None),
            ("", None),
            (";;q=x,,", None),
            ("lv;q=99999999999", None),
        ] {
            assert_eq!(best(asked), lang, "{asked}");
        }
    }
}
