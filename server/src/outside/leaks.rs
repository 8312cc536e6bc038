//! Passwords that were stolen somewhere: the embedded list is the 30,000 most used ones of known thefts, as `zxcvbn` brings it (MIT). A
//! service that is asked by the first digits of a hash, so that it does not learn the password, is one more `impl Leaks`.

use app::request::{Later, Leaks};
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::zxcvbn;

/// The list in a box.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bundled;

/// No password on the list is longer; what is longer need not be looked at.
const LONGEST: usize = 40;

impl Leaks for Bundled {
    fn know<'a>(&'a self, password: &'a str) -> Later<'a, bool> {
        Box::pin(async move { Ok(is_listed(password)) })
    }
}

/// Whether all of it is one entry of a list, or so little more that guessing it takes no longer: fewer than a hundred thousand guesses.
fn is_listed(password: &str) -> bool {
    if password.chars().count() > LONGEST {
        return false;
    }
    let found = zxcvbn(password, &[]);
    let whole = found.sequence();
    let listed = matches!(whole, [one] if matches!(one.pattern, MatchPattern::Dictionary(_)));
    listed || found.guesses() < 100_000
}

#[cfg(test)]
mod tests {
    use super::is_listed;

    #[test]
    fn what_everybody_takes_is_listed_and_what_nobody_takes_is_not() {
        for password in ["password", "12345678", "qwertyuiop", "iloveyou1", "P@ssw0rd", "football", "aaaaaaaaaa"] {
            assert!(is_listed(password), "{password}");
        }
        for password in ["teapot under the moon", "тихая гавань", "j7Rkq2wP", &"long ".repeat(100)] {
            assert!(!is_listed(password), "{password}");
        }
    }
}
