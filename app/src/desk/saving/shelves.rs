//! Saving categories, words in other languages, and what words are also called.

use db::Error;
use db::desk::CategoryRefusal;
use domain::Never;
use domain::desk::{FieldFlaw, TypedCategory, TypedWords, Wrong};
use domain::goods::CategoryWords;
use domain::staff::Staff;

use super::{category_place, done, product_place, refuse, words_place};
use crate::desk::{other_language, product_id, shelf};
use crate::failure::Failure;
use crate::i18n::Lang;
use crate::{request, routes};

/// A line of synonyms has so many at most, and a language so many lines.
const MOST_SAME: usize = 20;
const MOST_LINES: usize = 2_000;

/// Saves a category, or keeps the form with what is wrong.
pub async fn category(staff: &Staff, slug: &str, typed: TypedCategory) -> Result<(), Failure> {
    let known = if slug.is_empty() { None } else { Some(shelf(slug).await?.0) };
    let at = known.as_ref().map(|known| known.named.slug.clone());
    let (place, back) = (category_place(at.as_ref()), routes::desk_categories(at.as_ref(), None));
    let wanted = match typed.parse(known.as_ref()) {
        Ok(wanted) => wanted,
        Err(flaws) => return refuse(staff, &place, &back, typed, flaws).await,
    };
    let (who, to) = (staff.name.as_str().to_owned(), routes::desk_categories(Some(&wanted.named.slug), None));
    match request::db()?.write(move |tx| db::desk::save_category(tx, &who, &wanted, known.is_none())).await {
        Ok(_) => done(staff, &place, &to).await,
        Err(Error::Refused(why)) => {
            let flaw = match why {
                CategoryRefusal::Taken => FieldFlaw::about("name", Wrong::Taken, typed.name.clone()),
                CategoryRefusal::Parent => FieldFlaw::new("parent", Wrong::Address),
            };
            refuse(staff, &place, &back, typed, vec![flaw]).await
        }
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Saves what a product is called in a language.
pub async fn words(staff: &Staff, id: &str, lang: &str, typed: TypedWords) -> Result<(), Failure> {
    let (id, lang) = (product_id(id)?, other_language(lang)?);
    let (place, back) = (words_place(&product_place(Some(id)), lang), routes::desk_words(id, lang));
    let shop = request::shop()?;
    let goods = shop.db.read(move |conn| db::desk::open(conn, id)).await?.goods;
    let said = match typed.parse(lang, (goods.facts.len(), goods.pictures.len()), shop.clean) {
        Ok(said) => said,
        Err(flaws) => return refuse(staff, &place, &back, typed, flaws).await,
    };
    let who = staff.name.as_str().to_owned();
    match shop.db.write(move |tx| db::desk::save_words(tx, &who, id, &said)).await {
        Ok(()) => done(staff, &place, &back).await,
        Err(Error::Refused(_)) => {
            let flaw = FieldFlaw::about("slug", Wrong::Taken, typed.slug.clone());
            refuse(staff, &place, &back, typed, vec![flaw]).await
        }
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Saves what a category is called in a language.
pub async fn category_words(staff: &Staff, slug: &str, lang: &str, typed: TypedWords) -> Result<(), Failure> {
    let (known, lang) = (shelf(slug).await?.0, other_language(lang)?);
    let at = Some(&known.named.slug);
    let (place, back) = (words_place(&category_place(at), lang), routes::desk_categories(at, Some(lang)));
    let said = match typed.parse(lang, (0, 0), str::to_owned) {
        Ok(said) => CategoryWords { lang, slug: said.slug, name: said.name, blurb: said.lead },
        Err(flaws) => return refuse(staff, &place, &back, typed, flaws).await,
    };
    let who = staff.name.as_str().to_owned();
    match request::db()?.write(move |tx| db::desk::save_category_words(tx, &who, &known, &said)).await {
        Ok(()) => done(staff, &place, &back).await,
        Err(Error::Refused(_)) => {
            let flaw = FieldFlaw::about("slug", Wrong::Taken, typed.slug.clone());
            refuse(staff, &place, &back, typed, vec![flaw]).await
        }
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Saves what words are also called.
pub async fn synonyms(staff: &Staff, lang: &str, groups: &str) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).ok_or(Failure::NotFound)?;
    let group = |line: &str| {
        let words = line.split(',').map(str::trim).filter(|word| !word.is_empty());
        words.take(MOST_SAME).map(|word| word.chars().take(60).collect()).collect::<Vec<String>>()
    };
    let groups: Vec<Vec<String>> = groups.lines().map(group).filter(|group| group.len() > 1).take(MOST_LINES).collect();
    let who = staff.name.as_str().to_owned();
    request::db()?.write::<_, Never>(move |tx| Ok(db::desk::save_synonyms(tx, &who, lang, &groups)?)).await?;
    done(staff, "", &routes::desk_synonyms(lang)).await
}
