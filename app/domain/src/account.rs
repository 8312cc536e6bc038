//! Somebody with an account: an address that was proven, and perhaps a password.

use crate::codes;
use crate::contact::{Country, Email};
use crate::ids::{AccountId, JoinId, SessionId};
use crate::lang::Lang;
use crate::money::Currency;
use crate::time::Timestamp;

mod goods_seen;
mod passkeys;

pub use goods_seen::GoodsSeen;
pub use passkeys::{CHALLENGE_SECONDS, MOST_PASSKEYS, NoName, Passkey, PasskeyName, PasskeyRefusal};

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Number.
    pub id: AccountId,
    /// Where letters go.
    pub email: Email,
    /// Of what its secrets are made.
    pub seed: String,
    /// How many of its carts became orders.
    pub carts: i64,
    /// Whether there is a password.
    pub has_password: bool,
    /// What they say of themselves.
    pub profile: Profile,
}

/// What somebody with an account says of themselves: on whatever device they sign in, the shop is as they have it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What they are called; empty where they do not say.
    pub name: String,
    /// The language they read.
    pub lang: Option<Lang>,
    /// Where things are sent to.
    pub country: Option<Country>,
    /// What they pay in.
    pub currency: Option<Currency>,
}

codes! {
    /// Why an account's e-mail address is not changed.
    MoveRefusal {
        /// The link is too old, was followed, or the change was refused or asked for anew.
        Over = "over",
        /// The address has an account already.
        Taken = "taken",
        /// It is the one there is.
        Same = "same",
        /// It was asked for too often today.
        Often = "often",
    }
}

/// So many seconds the letter to the new address of an account works: a day.
pub const CONFIRM_SECONDS: i64 = 24 * 3600;
/// So many days a change can be refused from the old one, confirmed or not.
pub const REFUSE_DAYS: i64 = 7;

/// A device somebody is signed in on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Number.
    pub id: SessionId,
    /// What it says it is (`User-Agent`).
    pub device: String,
    /// When somebody signed in.
    pub began_at: Timestamp,
    /// When somebody was there last, to the hour.
    pub seen_at: Timestamp,
}

/// What came to an account at a sign-in and has not gone back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joined {
    /// Number.
    pub id: JoinId,
    /// So many orders.
    pub orders: i64,
    /// So many lines of a cart.
    pub lines: i64,
    /// So many wish lists.
    pub lists: i64,
}

codes! {
    /// What is wrong with a password somebody chose.
    PasswordFlaw {
        /// It can be guessed.
        Short = "short",
        /// More than anybody types.
        Long = "long",
        /// Those who guess have it on their lists.
        Leaked = "leaked",
    }
}

const LEAST: usize = 8;
const MOST: usize = 512;

/// Whether a password is long enough and not too long; no other rules (NIST SP 800-63B-4, 3.1.1.2: no rules of composition).
/// Whether it is widely known is for a list to say.
pub fn fits(password: &str) -> Result<(), PasswordFlaw> {
    match password.chars().count() {
        count if count < LEAST => Err(PasswordFlaw::Short),
        count if count > MOST => Err(PasswordFlaw::Long),
        _ => Ok(()),
    }
}

/// So many seconds a link that signs in works.
pub const LINK_SECONDS: i64 = 15 * 60;

/// What a device is called: its browser and its system, in their own names, as far as its `User-Agent` tells. Its own first words
/// where it tells neither.
pub fn device(agent: &str) -> String {
    // In this order: all of them also say that they are those below.
    const BROWSERS: &[(&str, &str)] = &[
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser", "Samsung Internet"),
        ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"),
        ("CriOS", "Chrome"),
        ("Chrome", "Chrome"),
        ("Safari", "Safari"),
    ];
    const SYSTEMS: &[(&str, &str)] = &[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let told = |names: &[(&str, &'static str)]| names.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    match (told(BROWSERS), told(SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        (Some(name), None) | (None, Some(name)) => name.to_owned(),
        (None, None) => agent.chars().take(40).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_as_long_as_it_likes_and_of_whatever_it_likes() {
        for password in ["тайна это", "        ", "correct horse battery staple", &"ö".repeat(512)] {
            assert_eq!(fits(password), Ok(()), "{password}");
        }
        assert_eq!(fits("seven77"), Err(PasswordFlaw::Short));
        assert_eq!(fits(&"a".repeat(513)), Err(PasswordFlaw::Long));
    }

    #[test]
    fn a_device_has_the_name_its_owner_knows_it_by() {
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(device(phone), "Safari · iPhone");
        assert_eq!(device("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"), "Firefox · Linux");
        assert_eq!(device("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Safari/537.36 Edg/130.0"), "Edge · Windows");
        assert_eq!(device("lynx/2.9"), "lynx/2.9");
    }
}
