//! The shop's secrets: made at the first start, kept in a file only the shop may read.

use std::io::Write;
use std::path::Path;

use db::token::Token;
use domain::orders::OrderNumber;
use p256::SecretKey;
use serde::{Deserialize, Serialize};

use super::signature::Key;

/// The file in the data folder.
const FILE: &str = "secrets.toml";

/// Every secret the shop has with others, and with itself.
#[derive(Clone, Debug)]
pub struct Secrets {
    /// Makes the links of orders and the codes of gift cards.
    pub link: Key,
    /// Shared with TestPay.
    pub testpay: Key,
    /// Shared with SimCarrier.
    pub simcarrier: Key,
}

/// The file's form.
#[derive(Serialize, Deserialize)]
struct Written {
    link: String,
    testpay: String,
    simcarrier: String,
}

impl Secrets {
    /// Reads the file, or makes it where there is none. A file that cannot be read is never replaced:
    /// with the link key every order link ever sent would be lost.
    pub fn load_or_make(data: &Path) -> std::io::Result<Self> {
        let path = data.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Self::parse(&text).ok_or_else(|| broken(&path)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::make(data, &path),
            Err(error) => Err(error),
        }
    }

    /// The secret of an order's link: whoever holds it may see the order.
    pub fn link(&self, number: &OrderNumber) -> Token {
        Token::of(&self.link.hash(&[b"order:", number.as_str().as_bytes()]))
    }

    /// The secret of somebody's choices of messages, made of the seed the books keep for them: 32 hexadecimal digits of the seed,
    /// by which they are found, and 32 that only the shop can make. None where that is no seed.
    ///
    /// So the books alone open nobody's choices, and a letter can carry the same secret however often it is written. The same
    /// holds for an order's link ([`Secrets::link`]), of which the books hold the hash alone: a letter's is made anew from the
    /// order's number.
    pub fn preferences(&self, seed: &str) -> Option<Token> {
        let shaped = seed.len() == 32 && seed.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let hash = self.link.hash(&[b"messages:", seed.as_bytes()]);
        shaped.then(|| Token::parse(&format!("{seed}{}", db::token::hex(&hash[..16])))).flatten()
    }

    /// A secret of an account, made of what it is for and of the account's seed: of its links, its cart, its orders.
    pub fn account(&self, text: &str) -> Token {
        Token::of(&self.link.hash(&[b"account:", text.as_bytes()]))
    }

    /// The end of an order's short address in a text message: 8 letters and digits, which are 40 bits beside the 45 of its number.
    pub fn short(&self, number: &OrderNumber) -> String {
        const SIGNS: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
        let hash = self.link.hash(&[b"short:", number.as_str().as_bytes()]);
        hash[..8].iter().map(|byte| char::from(SIGNS[usize::from(byte % 32)])).collect()
    }

    /// What the code of a gift card is made of: whoever has the code may spend it.
    pub fn gift_card(&self, seed: &[u8; 16]) -> [u8; 16] {
        let hash = self.link.hash(&[b"gift card:", seed]);
        std::array::from_fn(|at| hash[at])
    }

    /// The key by which push services know the shop: another one, and every device there is would have to be asked again.
    pub fn push(&self) -> Option<SecretKey> {
        let mut draws = 0_u8..;
        let mut draw = || Some(self.link.hash(&[b"push:", &[draws.next()?]]));
        super::push::sealed::secret(&mut draw)
    }

    fn parse(text: &str) -> Option<Self> {
        let written: Written = toml::from_str(text).ok()?;
        Some(Self {
            link: Key::parse(&written.link)?,
            testpay: Key::parse(&written.testpay)?,
            simcarrier: Key::parse(&written.simcarrier)?,
        })
    }

    fn make(data: &Path, path: &Path) -> std::io::Result<Self> {
        let secrets = Self { link: chance()?, testpay: chance()?, simcarrier: chance()? };
        let written = Written { link: secrets.link.hex(), testpay: secrets.testpay.hex(), simcarrier: secrets.simcarrier.hex() };
        let text = toml::to_string(&written).map_err(std::io::Error::other)?;
        // Written beside and then linked: a start that dies here leaves no half file, and of two starts one wins.
        let beside = data.join(format!(".{FILE}.{}", std::process::id()));
        let mut file = private().open(&beside)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        let linked = std::fs::hard_link(&beside, path);
        std::fs::remove_file(&beside)?;
        match linked {
            Ok(()) => Ok(secrets),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Self::load_or_make(data),
            Err(error) => Err(error),
        }
    }
}

fn private() -> std::fs::OpenOptions {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn chance() -> std::io::Result<Key> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
    Ok(Key::of(bytes))
}

fn broken(path: &Path) -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidData, format!("{} is not a file of secrets", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_outlive_a_restart_and_nobody_else_may_read_them() {
        let folder = tempfile::tempdir().unwrap();
        let number = OrderNumber::of(42);
        let before = Secrets::load_or_make(folder.path()).unwrap();
        let after = Secrets::load_or_make(folder.path()).unwrap();
        assert_eq!(before.link(&number), after.link(&number));
        assert_ne!(before.link(&number), before.link(&OrderNumber::of(43)));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(folder.path().join(FILE)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn choices_are_opened_by_their_own_secret_alone() {
        let folder = tempfile::tempdir().unwrap();
        let secrets = Secrets::load_or_make(folder.path()).unwrap();
        let (ada, ben) = (secrets.preferences(&"a".repeat(32)).unwrap(), secrets.preferences(&"b".repeat(32)).unwrap());
        assert!(ada.secret().starts_with(&"a".repeat(32)) && ada.secret()[32..] != ben.secret()[32..]);
        assert_eq!(secrets.preferences(&"A".repeat(32)), None);
        assert_eq!(secrets.preferences("a"), None);
        let other = Secrets::load_or_make(tempfile::tempdir().unwrap().path()).unwrap();
        assert_ne!(other.preferences(&"a".repeat(32)), Some(ada), "another shop's key makes another");
        assert_eq!(secrets.short(&OrderNumber::of(42)).len(), 8);
        assert_ne!(secrets.short(&OrderNumber::of(42)), secrets.short(&OrderNumber::of(43)));
    }

    #[test]
    fn a_broken_file_is_not_replaced() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(FILE), "link = 'short'").unwrap();
        assert!(Secrets::load_or_make(folder.path()).is_err());
        assert_eq!(std::fs::read_to_string(folder.path().join(FILE)).unwrap(), "link = 'short'");
    }
}
