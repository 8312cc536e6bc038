//! A product at the desk: opened, changed, shown when its moment comes.

use domain::catalogue::{Shown, Slug};
use domain::desk::{Subject, write_moment};
use domain::goods::{Checked, Incoming, ProductWords};
use domain::ids::ProductId;
use domain::time::Timestamp;
use sha2::{Digest, Sha256};

use super::log::{Line, note};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::goods::{self, Change, Outgoing, Saved, SkuTaken};
use crate::outbox::Job;
use crate::token::hex;

/// A product as the desk shows it.
#[derive(Clone, Debug)]
pub struct Opened {
    /// The product.
    pub goods: Incoming,
    /// What it is called in other languages.
    pub words: Vec<ProductWords>,
    /// When it will be shown.
    pub publish_at: Option<Timestamp>,
    /// A digest of all of it but its stock, which moves by itself.
    pub seen: String,
}

/// Opens a product.
pub fn open(conn: &Conn, id: ProductId) -> Result<Opened> {
    let Outgoing { goods, words, publish_at, .. } = goods::whole_product(conn, id)?;
    let seen = digest(&goods, publish_at);
    Ok(Opened { goods, words, publish_at, seen })
}

fn digest(goods: &Incoming, publish_at: Option<Timestamp>) -> String {
    let text = format!("{:?} {publish_at:?}", without_stock(goods.clone()));
    hex(&Sha256::digest(text.as_bytes()))[..16].to_owned()
}

/// The same with nothing said of its stock, so that saving it counts nothing.
fn without_stock(mut goods: Incoming) -> Incoming {
    goods.variants.iter_mut().for_each(|variant| variant.stock = None);
    goods
}

/// What is to be saved.
#[derive(Clone, Debug)]
pub struct Meant {
    /// The product.
    pub goods: Checked,
    /// When it is to be shown; a draft until then.
    pub publish_at: Option<Timestamp>,
    /// [`Opened::seen`] of the form; nothing for a new product.
    pub seen: String,
    /// What each variant, known by its values, held when the form was opened; only those that are counted anew.
    pub counted: Vec<(Vec<String>, u32)>,
}

/// Why it is not.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotSaved {
    /// Somebody else has changed it meanwhile.
    #[error("it was changed meanwhile")]
    Changed,
    /// Another product has the number.
    #[error(transparent)]
    SkuTaken(#[from] SkuTaken),
    /// Things were sold or came in while the form was open.
    #[error("`{title}` holds {now} by now")]
    Moved {
        /// The variant.
        title: String,
        /// What it holds.
        now: u32,
    },
    /// Fewer than are promised to orders.
    #[error("{held} of `{title}` are promised")]
    Promised {
        /// The variant.
        title: String,
        /// How many are promised.
        held: i64,
    },
    /// A new product whose address is another's.
    #[error("there is a product at this address")]
    AddressTaken,
}

/// Saves a product, a new one without an id; `who` does it.
pub fn save(tx: &Tx<'_>, who: &str, id: Option<ProductId>, meant: &Meant) -> Answer<ProductId, NotSaved> {
    let before = match id {
        Some(id) => Some(open(tx, id)?),
        None if by_slug(tx, &meant.goods)?.is_some() => return Err(Error::Refused(NotSaved::AddressTaken)),
        None => None,
    };
    if let Some(before) = &before {
        unmoved(before, meant).map_err(Error::Refused)?;
    }
    let saved = put(tx, &meant.goods)?;
    if let Some(short) = saved.short.first() {
        return Err(Error::Refused(NotSaved::Promised { title: short.title.clone(), held: short.held }));
    }
    let id = by_slug(tx, &meant.goods)?.ok_or(Fault::NotFound("product"))?;
    let log = Log { who, id, name: &meant.goods.name };
    log.changes(tx, saved)?;
    let was = before.and_then(|before| before.publish_at);
    if was != meant.publish_at {
        schedule(tx, id, meant.publish_at)?;
        let text = |at: Option<Timestamp>| at.map(|at| format!("{}Z", write_moment(at))).unwrap_or_default();
        log.line(tx, "publish", &text(was), &text(meant.publish_at))?;
    }
    Ok(id)
}

/// Changes a product as it is now, whatever it was when somebody looked: for changes that stand for themselves.
pub fn change(tx: &Tx<'_>, who: &str, id: ProductId, how: impl FnOnce(&mut Incoming)) -> Answer<(), NotSaved> {
    let mut goods = without_stock(open(tx, id)?.goods);
    how(&mut goods);
    // What was saved before is in order; where what this makes of it is not, the mistake is ours.
    let goods = goods.check(tx.currency()).map_err(|flaws| Fault::Books(format!("{flaws:?}")))?;
    let saved = put(tx, &goods)?;
    Ok(Log { who, id, name: &goods.name }.changes(tx, saved)?)
}

/// Shows a product whose moment has come. Safe to run twice; answers with its moment where that is still to come.
pub fn publish(tx: &Tx<'_>, id: ProductId) -> Answer<Option<Timestamp>, NotSaved> {
    const AT: &str = "SELECT publish_at FROM products WHERE id = $1";
    let Some(at) = tx.one(AT, &[&id.0], |row| row.get::<_, Option<i64>>("publish_at"))?.flatten() else { return Ok(None) };
    if at > tx.now().0 {
        return Ok(Some(Timestamp(at)));
    }
    schedule(tx, id, None)?;
    // Nobody does it: the moment was set by whom the log names before.
    change(tx, "", id, |goods| goods.shown = Shown::Live)?;
    Ok(None)
}

fn put(tx: &Tx<'_>, goods: &Checked) -> Answer<Saved, NotSaved> {
    goods::save(tx, goods).map_err(|error| match error {
        Error::Refused(taken) => Error::Refused(NotSaved::SkuTaken(taken)),
        Error::Fault(fault) => Error::Fault(fault),
    })
}

fn by_slug(tx: &Tx<'_>, goods: &Incoming) -> Result<Option<ProductId>> {
    tx.one("SELECT id FROM products WHERE slug = $1", &[&goods.slug.as_str()], |row| row.get("id").map(ProductId))
}

/// Whether nobody has changed what the form is about.
fn unmoved(before: &Opened, meant: &Meant) -> std::result::Result<(), NotSaved> {
    for (values, was) in &meant.counted {
        let known = before.goods.variants.iter().find(|known| known.values == *values);
        if let Some((known, now)) = known.and_then(|known| Some((known, known.stock?))).filter(|(_, now)| now != was) {
            return Err(NotSaved::Moved { title: known.title(), now });
        }
    }
    if before.seen == meant.seen { Ok(()) } else { Err(NotSaved::Changed) }
}

/// Keeps the moment a file says a product is to be shown at; the same moment again is no change.
pub fn announce(tx: &Tx<'_>, slug: &Slug, at: Timestamp) -> Result<()> {
    const OTHER: &str = "SELECT id FROM products WHERE slug = $1 AND publish_at IS DISTINCT FROM $2";
    let other = tx.one(OTHER, &[&slug.as_str(), &at.0], |row| row.get("id").map(ProductId))?;
    other.map_or(Ok(()), |id| schedule(tx, id, Some(at)))
}

/// Writes down when a product is to be shown.
fn schedule(tx: &Tx<'_>, id: ProductId, at: Option<Timestamp>) -> Result<()> {
    tx.run("UPDATE products SET publish_at = $1 WHERE id = $2", &[&at.map(|at| at.0), &id.0])?;
    match at {
        Some(at) => tx.later_instead(Job::Publish, id.0, at),
        None => Ok(()),
    }
}

/// Whose lines are written.
struct Log<'a> {
    who: &'a str,
    id: ProductId,
    name: &'a str,
}

impl Log<'_> {
    fn line(&self, tx: &Tx<'_>, part: &str, was: &str, now: &str) -> Result<()> {
        let (subject, id) = (Subject::Product, self.id.0);
        note(tx, self.who, Line { subject, id, name: self.name, part, was, now })
    }

    /// A line for each thing that is different.
    fn changes(&self, tx: &Tx<'_>, saved: Saved) -> Result<()> {
        if saved.added {
            self.line(tx, "added", "", self.name)?;
        }
        for change in saved.changes {
            match change {
                Change::Product { part, from, to } => self.line(tx, part.code(), &from, &to)?,
                Change::Words(lang) => self.line(tx, &format!("words {}", lang.code()), "", "")?,
                Change::Variant { title, part, from, to } => {
                    self.line(tx, format!("{title} {}", part.code()).trim(), &from, &to)?
                }
                Change::VariantAdded(title) => self.line(tx, "variant", "", &title)?,
                Change::VariantRetired(title) => self.line(tx, "variant", &title, "")?,
            }
        }
        Ok(())
    }
}
