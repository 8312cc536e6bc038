//! Taking a wish, and what the page says then.

use db::{Database, Error, restock};
use domain::codes;
use domain::contact::{Email, Flaw};
use domain::ids::VariantId;
use domain::restock::WishRefusal;

use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::{request, routes};

codes! {
    /// What became of a wish; its code is in the page's address.
    Heard {
        /// It is kept.
        Kept = "kept",
        /// There is nothing to wait for.
        InStock = "in-stock",
        /// No address was typed.
        Empty = "empty",
        /// More than an address holds.
        Long = "long",
        /// What was typed has not the form of one.
        Shape = "shape",
    }
}

impl Heard {
    /// What the address of this page says, if a form led to it.
    pub fn here() -> Option<Self> {
        Self::from_code(&request::query("wish")?)
    }

    /// What is wrong with what was typed, if anything is.
    pub fn flaw(self, words: Words) -> Option<String> {
        matches!(self, Self::Empty | Self::Long | Self::Shape).then(|| words.say(&format!("error-email-{}", self.code())))
    }

    /// Where on the page it is said.
    const fn place(self) -> &'static str {
        match self {
            Self::Kept => "#restock",
            Self::InStock => "#back",
            Self::Empty | Self::Long | Self::Shape => "",
        }
    }
}

impl From<Flaw> for Heard {
    fn from(flaw: Flaw) -> Self {
        match flaw {
            Flaw::Empty => Self::Empty,
            Flaw::TooLong => Self::Long,
            _ => Self::Shape,
        }
    }
}

/// Keeps a wish, and leads back to the variant's page, which says what became of it. What was typed wrong is typed there
/// still: the browser keeps it until then, so that it stands in no address.
pub async fn wish(db: &Database, lang: &str, variant: &str, typed: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let variant = VariantId(variant.parse().unwrap_or(0));
    let slug = db.read(move |conn| restock::address(conn, lang, variant)).await?;
    let zone = request::zone().unwrap_or_default();
    let heard = match Email::parse(typed) {
        Ok(email) => match db.write(move |tx| restock::wish(tx, variant, &email, (lang, &zone))).await {
            Ok(()) => Heard::Kept,
            Err(Error::Refused(WishRefusal::InStock)) => Heard::InStock,
            Err(Error::Fault(fault)) => return Err(fault.into()),
        },
        Err(flaw) => {
            request::keep_typed(typed)?;
            flaw.into()
        }
    };
    request::go(&format!("{}{}", routes::wished(lang, &slug, variant, heard.code()), heard.place()));
    Ok(())
}
