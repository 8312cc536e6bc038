//! Pictures: known by their content once they are here, by their address until then. A photo that came is made smaller
//! after the commit.

use std::collections::HashSet;

use domain::goods::{IncomingPicture, Source, Stored};
use domain::ids::{PictureId, ProductId};

use crate::database::{Conn, Event, Tx};
use crate::error::{Fault, Result};
use crate::outbox::Job;

/// The picture's row, made if it is missing. One at an address is fetched after the commit.
pub fn picture(tx: &Tx<'_>, source: &Source) -> Result<PictureId> {
    match source {
        Source::Stored(stored) => stored_picture(tx, stored),
        Source::Address(address) => awaited_picture(tx, address),
    }
}

fn stored_picture(tx: &Tx<'_>, stored: &Stored) -> Result<PictureId> {
    const KNOWN: &str = "SELECT id FROM pictures WHERE file = $1 AND source IS NULL";
    const ADD: &str = "INSERT INTO pictures (file, width, height, blur) VALUES ($1, $2, $3, $4) RETURNING id";
    if let Some(id) = tx.one(KNOWN, &[&stored.file], |row| row.get("id"))? {
        return Ok(PictureId(id));
    }
    let id = tx.one(ADD, &[&stored.file, &stored.width, &stored.height, &stored.blur], |row| row.get("id"))?;
    let id = PictureId(id.ok_or(Fault::NotFound("picture"))?);
    reduce(tx, id, stored)?;
    Ok(id)
}

/// A drawing has every size already.
fn reduce(tx: &Tx<'_>, id: PictureId, stored: &Stored) -> Result<()> {
    if stored.file.ends_with(".svg") { Ok(()) } else { tx.later(Job::ReducePicture, id.0, tx.now()) }
}

fn awaited_picture(tx: &Tx<'_>, address: &str) -> Result<PictureId> {
    const KNOWN: &str = "SELECT id, file IS NOT NULL AS here FROM pictures WHERE source = $1";
    const ADD: &str = "INSERT INTO pictures (source) VALUES ($1) RETURNING id, FALSE AS here";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get("id")?, row.get("here")?));
    let known = tx.one(KNOWN, &[&address], read)?;
    let found = if known.is_some() { known } else { tx.one(ADD, &[&address], read)? };
    let (id, here): (i64, bool) = found.ok_or(Fault::NotFound("picture"))?;
    if !here {
        // Saying it again also wakes one that was given up.
        tx.later(Job::FetchPicture, id, tx.now())?;
    }
    Ok(PictureId(id))
}

/// Where a picture is still to be fetched from; nothing when it is here.
pub fn address(conn: &Conn, id: PictureId) -> Result<Option<String>> {
    conn.one("SELECT source FROM pictures WHERE id = $1 AND file IS NULL", &[&id.0], |row| row.get("source"))
}

/// An awaited picture is here.
pub fn arrived(tx: &Tx<'_>, id: PictureId, stored: &Stored) -> Result<()> {
    const ARRIVED: &str = "UPDATE pictures SET file = $1, width = $2, height = $3, blur = $4, trouble = ''
        WHERE id = $5 AND file IS NULL";
    if tx.run(ARRIVED, &[&stored.file, &stored.width, &stored.height, &stored.blur, &id.0])? > 0 {
        reduce(tx, id, stored)?;
        tx.emit(Event::Catalogue);
    }
    Ok(())
}

/// Why an awaited picture did not come, or was not made smaller, for whoever looks after the shop.
pub fn trouble(tx: &Tx<'_>, id: PictureId, trouble: &str) -> Result<()> {
    tx.run("UPDATE pictures SET trouble = $1 WHERE id = $2 AND renditions IS NULL", &[&trouble, &id.0])?;
    Ok(())
}

/// A whole picture in the media folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// Its file.
    pub file: String,
    /// Its width in pixels.
    pub width: u32,
}

/// What is still to be made smaller; nothing when it has been, or has not come yet.
pub fn whole(conn: &Conn, id: PictureId) -> Result<Option<Whole>> {
    const WHOLE: &str = "SELECT file, width FROM pictures WHERE id = $1 AND file IS NOT NULL AND renditions IS NULL";
    conn.one(WHOLE, &[&id.0], |row| Ok(Whole { file: row.get("file")?, width: row.get("width")? }))
}

/// Every smaller one of this content is on disk, named after `hash`. Whatever else shows the same content has them too.
pub fn reduced(tx: &Tx<'_>, file: &str, hash: &str) -> Result<()> {
    const REDUCED: &str = "UPDATE pictures SET renditions = $1, trouble = '' WHERE file = $2";
    if tx.run(REDUCED, &[&hash, &file])? > 0 {
        tx.emit(Event::Catalogue);
    }
    Ok(())
}

/// Forgets the pictures that nothing shows, neither goods nor orders; answers with the files that stay and the hashes
/// the smaller ones are named after.
pub fn forget_unused(tx: &Tx<'_>) -> Result<HashSet<String>> {
    const FORGET: &str = "DELETE FROM pictures
        WHERE NOT EXISTS (SELECT 1 FROM product_pictures p WHERE p.picture_id = pictures.id)
          AND NOT EXISTS (SELECT 1 FROM variants v WHERE v.picture_id = pictures.id)
          AND NOT EXISTS (SELECT 1 FROM categories c WHERE c.picture_id = pictures.id)
          AND NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.picture = pictures.file)";
    const NAMES: &str = "SELECT file, renditions FROM pictures WHERE file IS NOT NULL";
    tx.run(FORGET, &[])?;
    let names = tx.all(NAMES, &[], |row| Ok((row.get::<_, String>("file")?, row.get::<_, Option<String>>("renditions")?)))?;
    Ok(names.into_iter().flat_map(|(file, hash)| [Some(file), hash]).flatten().collect())
}

/// How far the shop's photos are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// In every width and type.
    pub ready: u32,
    /// Here, and still to be made smaller; shown whole meanwhile.
    pub waiting: u32,
    /// Still to be fetched from their addresses.
    pub awaited: u32,
    /// Given up, or tried in vain so far: each says why in `pictures.trouble`.
    pub in_trouble: u32,
}

/// How far they are. Drawings are not counted.
pub fn progress(conn: &Conn) -> Result<Progress> {
    const PROGRESS: &str = "SELECT count(renditions) AS ready,
            count(CASE WHEN file IS NOT NULL AND renditions IS NULL AND trouble = '' THEN 1 END) AS waiting,
            count(CASE WHEN file IS NULL AND trouble = '' THEN 1 END) AS awaited,
            count(CASE WHEN renditions IS NULL AND trouble <> '' THEN 1 END) AS in_trouble
        FROM pictures WHERE file IS NULL OR file NOT LIKE '%.svg'";
    let read = |row: &rusqlite::Row<'_>| {
        let (ready, waiting) = (row.get("ready")?, row.get("waiting")?);
        Ok(Progress { ready, waiting, awaited: row.get("awaited")?, in_trouble: row.get("in_trouble")? })
    };
    Ok(conn.one(PROGRESS, &[], read)?.unwrap_or_default())
}

/// How many there were and are, if they differed.
pub(super) fn of_product(tx: &Tx<'_>, product: ProductId, pictures: &[IncomingPicture]) -> Result<Option<(String, String)>> {
    const KNOWN: &str = "SELECT picture_id, alt FROM product_pictures WHERE product_id = $1 ORDER BY position";
    const ADD: &str = "INSERT INTO product_pictures (product_id, position, picture_id, alt) VALUES ($1, $2, $3, $4)";
    let mut wanted = Vec::with_capacity(pictures.len());
    for one in pictures {
        wanted.push((picture(tx, &one.source)?.0, one.alt.clone()));
    }
    let known: Vec<(i64, String)> = tx.all(KNOWN, &[&product.0], |row| Ok((row.get("picture_id")?, row.get("alt")?)))?;
    if known == wanted {
        return Ok(None);
    }
    if !known.is_empty() {
        tx.run("DELETE FROM product_pictures WHERE product_id = $1", &[&product.0])?;
    }
    for (position, (id, alt)) in (0_i64..).zip(&wanted) {
        tx.run(ADD, &[&product.0, &position, id, alt])?;
    }
    let count = |pictures: &[(i64, String)]| format!("{} in their order and with their words", pictures.len());
    Ok(Some((count(&known), count(&wanted))))
}

#[cfg(test)]
mod tests {
    use domain::Never;
    use domain::time::Timestamp;

    use super::*;
    use crate::outbox::{self, Lane};
    use crate::testing::TestDb;

    fn photo(letter: &str, ending: &str) -> Source {
        Source::Stored(Stored {
            file: format!("{}.{ending}", letter.repeat(32)),
            width: 900,
            height: 600,
            blur: "iVBO".to_owned(),
        })
    }

    fn add(shop: &TestDb, source: Source) -> PictureId {
        shop.write(move |tx| Ok::<_, crate::error::Error<Never>>(picture(tx, &source)?)).unwrap()
    }

    fn subjects(shop: &TestDb, lane: Lane) -> Vec<i64> {
        let later = Timestamp(shop.db.now().0 + 1000);
        shop.read(|conn| outbox::due(conn, later, lane, 9)).into_iter().map(|due| due.subject).collect()
    }

    #[test]
    fn a_photo_waits_to_be_made_smaller_and_a_drawing_does_not() {
        let shop = TestDb::new();
        let vase = add(&shop, photo("a", "jpg"));
        let drawing = add(&shop, photo("b", "svg"));
        assert_eq!(subjects(&shop, Lane::Heavy), [vase.0]);
        assert_eq!(shop.read(|conn| whole(conn, vase)), Some(Whole { file: format!("{}.jpg", "a".repeat(32)), width: 900 }));
        assert_eq!(shop.read(progress), Progress { waiting: 1, ..Progress::default() });
        assert_ne!(vase, drawing);
    }

    #[test]
    fn what_is_made_of_one_content_is_made_of_it_everywhere() {
        let shop = TestDb::new();
        let near = add(&shop, photo("a", "jpg"));
        let far = add(&shop, Source::Address("https://pictures.example/a.jpg".to_owned()));
        assert_eq!(shop.read(progress), Progress { waiting: 1, awaited: 1, ..Progress::default() });
        let Source::Stored(here) = photo("a", "jpg") else { unreachable!() };
        let file = here.file.clone();
        let both = shop.write(move |tx| {
            arrived(tx, far, &here)?;
            Ok::<_, crate::error::Error<Never>>(reduced(tx, &file, "0f")?)
        });
        both.unwrap();
        assert_eq!(shop.read(progress), Progress { ready: 2, ..Progress::default() });
        assert_eq!((shop.read(|conn| whole(conn, near)), shop.read(|conn| whole(conn, far))), (None, None));
    }

    #[test]
    fn a_photo_in_trouble_says_so_until_it_is_ready() {
        let shop = TestDb::new();
        let far = add(&shop, Source::Address("https://pictures.example/a.jpg".to_owned()));
        shop.write(move |tx| Ok::<_, crate::error::Error<Never>>(trouble(tx, far, "the other side answers 404")?)).unwrap();
        assert_eq!(shop.read(progress), Progress { in_trouble: 1, ..Progress::default() });
    }

    #[test]
    fn a_catalogue_of_photos_keeps_no_orders_work_waiting() {
        let shop = TestDb::new();
        for number in 0..20 {
            add(&shop, Source::Address(format!("https://pictures.example/{number}.jpg")));
            add(&shop, photo(&char::from(b'a' + number).to_string(), "jpg"));
        }
        shop.write(|tx| Ok::<_, crate::error::Error<Never>>(tx.later(Job::AskPayment, 7, tx.now())?)).unwrap();
        assert_eq!(subjects(&shop, Lane::Prompt), [7]);
        assert_eq!((subjects(&shop, Lane::Fetching).len(), subjects(&shop, Lane::Heavy).len()), (9, 9));
    }

    #[test]
    fn a_picture_nothing_shows_is_forgotten() {
        let shop = TestDb::new();
        add(&shop, photo("a", "jpg"));
        let shown = add(&shop, photo("b", "jpg"));
        let named = shop.write(move |tx| {
            tx.run("INSERT INTO categories (slug, name, position, picture_id) VALUES ('cups', 'Cups', 0, $1)", &[&shown.0])?;
            reduced(tx, &format!("{}.jpg", "b".repeat(32)), "0f")?;
            Ok::<_, crate::error::Error<Never>>(forget_unused(tx)?)
        });
        let mut named: Vec<String> = named.unwrap().into_iter().collect();
        named.sort();
        assert_eq!(named, ["0f".to_owned(), format!("{}.jpg", "b".repeat(32))]);
    }
}
