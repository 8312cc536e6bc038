//! Where the shop's letters are laid until somebody carries them: each a file of the folder `mail` beside the books, in the form of
//! RFC 5322, for its owner alone.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use domain::contact::Email;
use domain::time::Timestamp;

/// A line of a header has 76 characters at most (RFC 2047 § 2); a byte of another script takes three of them.
const BYTES_A_WORD: usize = 18;

/// The folder, and the address the shop writes from.
#[derive(Clone, Debug)]
pub struct Letterbox {
    folder: PathBuf,
    origin: String,
}

/// A letter in plain text.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its file's name, and the left side of its Message-ID: the same letter written twice is one.
    pub name: String,
    /// Whom it goes to.
    pub to: Email,
    /// What it is about.
    pub subject: String,
    /// What it says.
    pub text: String,
    /// When it was written.
    pub at: Timestamp,
}

impl Letterbox {
    /// That of a data folder, for a shop of this address: `https://shop.example`.
    pub fn of(data: &Path, origin: &str) -> Self {
        Self { folder: data.join("mail"), origin: origin.to_owned() }
    }

    /// The shop's own address.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Lays a letter in the folder: whole, or not at all.
    pub fn lay(&self, letter: &Letter) -> std::io::Result<()> {
        let mut folder = std::fs::DirBuilder::new();
        folder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut folder, 0o700);
        folder.create(&self.folder)?;
        let (path, beside) = (self.folder.join(format!("{}.eml", letter.name)), self.folder.join(format!(".{}", letter.name)));
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&beside)?;
        file.write_all(self.written(letter).as_bytes())?;
        file.sync_all()?;
        std::fs::rename(&beside, &path)
    }

    fn written(&self, letter: &Letter) -> String {
        let host = self.origin.split_once("://").map_or(&*self.origin, |(_, host)| host);
        let host = host.split([':', '/']).next().unwrap_or_default();
        let date = jiff::Timestamp::from_millisecond(letter.at.0).unwrap_or_default();
        let date = jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_string(&date).unwrap_or_default();
        let (name, to, subject) = (&letter.name, letter.to.as_str(), worded(&letter.subject));
        let head = [
            format!("Message-ID: <{name}@{host}>"),
            format!("Date: {date}"),
            format!("From: shop@{host}"),
            format!("To: {to}"),
            format!("Subject: {subject}"),
            "Auto-Submitted: auto-generated".to_owned(),
            "MIME-Version: 1.0".to_owned(),
            "Content-Type: text/plain; charset=utf-8".to_owned(),
            "Content-Transfer-Encoding: 8bit".to_owned(),
        ];
        format!("{}\r\n\r\n{}\r\n", head.join("\r\n"), letter.text.lines().collect::<Vec<_>>().join("\r\n"))
    }
}

/// A text as a header holds it: as it is where it is plain, else in encoded words of whole characters.
fn worded(text: &str) -> String {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.to_owned();
    }
    let mut words: Vec<String> = vec![String::new()];
    let mut length = 0;
    for letter in text.chars() {
        if length + letter.len_utf8() > BYTES_A_WORD {
            words.push(String::new());
            length = 0;
        }
        length += letter.len_utf8();
        if let Some(word) = words.last_mut() {
            let mut bytes = [0_u8; 4];
            for byte in letter.encode_utf8(&mut bytes).bytes() {
                // Writing to a String does not fail.
                let _ = write!(word, "={byte:02X}");
            }
        }
    }
    words.iter().map(|word| format!("=?utf-8?q?{word}?=")).collect::<Vec<_>>().join("\r\n ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_of_another_script_is_one_any_reader_can_open() {
        let folder = tempfile::tempdir().unwrap();
        let letters = Letterbox::of(folder.path(), "https://shop.example:8443");
        let letter = Letter {
            name: "order-link-7".into(),
            to: Email::parse("ada@example.org").unwrap(),
            subject: "Заказ\r\nBcc: eve@example.org".into(),
            text: "Здравствуйте\nhttps://shop.example/ru/orders".into(),
            at: db::testing::FRIDAY_MORNING,
        };
        letters.lay(&letter).unwrap();
        letters.lay(&letter).unwrap();
        let all: Vec<_> = std::fs::read_dir(folder.path().join("mail")).unwrap().map(|one| one.unwrap().path()).collect();
        assert_eq!(all.len(), 1, "written twice, it is one: {all:?}");
        let text = std::fs::read_to_string(&all[0]).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        assert!(head.starts_with("Message-ID: <order-link-7@shop.example>\r\nDate: Fri, "), "{head}");
        assert!(head.contains("\r\nSubject: =?utf-8?q?=D0=97=D0=B0=D0=BA=D0=B0=D0=B7=0D=0A"), "{head}");
        assert!(!head.contains("\r\nBcc"), "nobody is written to who stands in a subject: {head}");
        assert!(head.lines().all(|line| line.len() <= 78), "{head}");
        assert_eq!(body, "Здравствуйте\r\nhttps://shop.example/ru/orders\r\n");
    }
}
