//! Numbers, money, dates and countries as people write them.

use std::sync::LazyLock;

use domain::contact::Country;
use domain::money::Money;
use domain::time::{Day, Timestamp};
use fixed_decimal::Decimal;
use icu_calendar::Iso;
use icu_datetime::fieldsets::{MDE, T, YMD};
use icu_datetime::input::{Date, Time};
use icu_datetime::{DateTimeFormatter, NoCalendarFormatter};
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;
use jiff::tz::TimeZone;

use super::words::{Lang, Words};

/// What is needed to write in one language; made once.
struct Pens {
    decimal: DecimalFormatter,
    weekday: DateTimeFormatter<MDE>,
    date: DateTimeFormatter<YMD>,
    time: NoCalendarFormatter<T>,
}

/// None only if the program was built without its data, which the tests would show.
fn pens(lang: Lang) -> Option<&'static Pens> {
    // English as Europe writes it: the day before the month, and a clock of 24 hours.
    static EN: LazyLock<Option<Pens>> = LazyLock::new(|| made("en-GB"));
    match lang {
        Lang::En => EN.as_ref(),
    }
}

fn made(locale: &str) -> Option<Pens> {
    let locale: Locale = locale.parse().ok()?;
    Some(Pens {
        decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).ok()?,
        weekday: DateTimeFormatter::try_new((&locale).into(), MDE::long()).ok()?,
        date: DateTimeFormatter::try_new((&locale).into(), YMD::long()).ok()?,
        time: NoCalendarFormatter::try_new((&locale).into(), T::hm()).ok()?,
    })
}

impl Words {
    /// A sum: `€1,234.50`.
    pub fn money(self, money: Money) -> String {
        let symbol = match money.currency.code() {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            "JPY" => "¥",
            other => return format!("{other}\u{a0}{}", self.amount(money)),
        };
        format!("{symbol}{}", self.amount(money))
    }

    /// A sum without its cents when there are none: `€60`.
    pub fn round_money(self, money: Money) -> String {
        let unit = 10_i64.pow(money.currency.exponent());
        let text = self.money(money);
        match (money.minor % unit, text.rsplit_once('.')) {
            (0, Some((whole, _))) => whole.to_owned(),
            _ => text,
        }
    }

    fn amount(self, money: Money) -> String {
        let mut decimal = Decimal::from(money.minor);
        decimal.multiply_pow10(-(money.currency.exponent() as i16));
        pens(self.lang).map_or_else(|| money.plain(), |pens| pens.decimal.format(&decimal).to_string())
    }

    /// A number: `1,234`.
    pub fn number(self, number: u32) -> String {
        pens(self.lang).map_or_else(|| number.to_string(), |pens| pens.decimal.format(&Decimal::from(number)).to_string())
    }

    /// A day with its weekday: `Tuesday 24 November`.
    pub fn day(self, day: Day) -> String {
        written(day).zip(pens(self.lang)).map(|(date, pens)| pens.weekday.format(&date).to_string()).unwrap_or_default()
    }

    /// The days from one to another: `Tuesday 24 November to Thursday 26 November`.
    pub fn days(self, from: Day, to: Day) -> String {
        if from == to {
            return self.day(from);
        }
        self.with("days-from-to", &[("from", self.day(from).into()), ("to", self.day(to).into())])
    }

    /// A date with its year: `24 November 2026`.
    pub fn date(self, at: Timestamp) -> String {
        written(at.day()).zip(pens(self.lang)).map(|(date, pens)| pens.date.format(&date).to_string()).unwrap_or_default()
    }

    /// The time of day so many minutes east of UTC: `14:05`.
    pub fn clock(self, at: Timestamp, offset_minutes: i16) -> String {
        let minute = at.plus_seconds(i64::from(offset_minutes) * 60).minute_of_day();
        let time = Time::try_new((minute / 60) as u8, (minute % 60) as u8, 0, 0).ok();
        time.zip(pens(self.lang)).map(|(time, pens)| pens.time.format(&time).to_string()).unwrap_or_default()
    }

    /// A country's name.
    pub fn country(self, country: Country) -> String {
        self.say(&format!("country-{}", country.code().to_ascii_lowercase()))
    }
}

fn written(day: Day) -> Option<Date<Iso>> {
    let epoch = jiff::civil::date(1970, 1, 1);
    let date = epoch.checked_add(jiff::Span::new().try_days(day.0).ok()?).ok()?;
    Date::try_new_iso(i32::from(date.year()), date.month() as u8, date.day() as u8).ok()
}

/// Minutes east of UTC at the shop's own door then.
pub fn shop_offset(at: Timestamp) -> i16 {
    static RIGA: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get("Europe/Riga").unwrap_or(TimeZone::UTC));
    let moment = jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    i16::try_from(RIGA.to_offset(moment).seconds() / 60).unwrap_or(0)
}

/// Machine form of a moment: `2026-11-20T09:00:00Z`.
pub fn machine(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).map(|at| at.to_string()).unwrap_or_default()
}
