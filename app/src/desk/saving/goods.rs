//! Saving a product, and arranging its pictures.

use db::desk::{Meant, NotSaved, Opened};
use db::{Conn, Error};
use domain::catalogue::Slug;
use domain::desk::{FieldFlaw, TypedProduct, TypedVariant, When, Wrong};
use domain::goods::{Incoming, IncomingPicture, Place};
use domain::ids::ProductId;
use domain::staff::Staff;
use domain::time::Timestamp;

use super::{done, product_place, refuse};
use crate::desk::api::TypedPicture;
use crate::desk::product_id;
use crate::failure::Failure;
use crate::{request, routes};

/// Saves a product, or keeps the form with what is wrong.
pub async fn product(staff: &Staff, id: &str, mut typed: TypedProduct) -> Result<(), Failure> {
    let id = if id.is_empty() { None } else { Some(product_id(id)?) };
    let (place, back) = (product_place(id), routes::desk_product(id));
    // The page puts an empty row behind the last one itself.
    typed.drop_empty_end();
    let shelf = typed.category.clone();
    let (opened, shelf) = request::db()?.read(move |conn| before(conn, id, &shelf)).await?;
    let meant = match meant(&typed, opened.as_ref(), shelf) {
        Ok(meant) => meant,
        Err(flaws) => return refuse(staff, &place, &back, typed, flaws).await,
    };
    let who = staff.name.as_str().to_owned();
    match request::db()?.write(move |tx| db::desk::save(tx, &who, id, &meant)).await {
        Ok(id) => done(staff, &place, &routes::desk_product(Some(id))).await,
        Err(Error::Refused(why)) => {
            let flaw = refused(&mut typed, why);
            refuse(staff, &place, &back, typed, vec![flaw]).await
        }
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// The product as it is, and where the form wants it to stand.
fn before(conn: &Conn, id: Option<ProductId>, shelf: &str) -> db::Result<(Option<Opened>, Option<Place>)> {
    let opened = id.map(|id| db::desk::open(conn, id)).transpose()?;
    let all = db::goods::shelves(conn)?;
    let find = |slug: &str| all.iter().map(|(category, _)| category).find(|category| category.named.slug.as_str() == slug);
    let place = find(shelf).map(|category| match category.parent.as_ref().and_then(|parent| find(parent.as_str())) {
        Some(parent) => Place { top: parent.named.clone(), sub: Some(category.named.clone()) },
        None => Place { top: category.named.clone(), sub: None },
    });
    Ok((opened, place))
}

fn meant(typed: &TypedProduct, opened: Option<&Opened>, place: Option<Place>) -> Result<Meant, Vec<FieldFlaw>> {
    let shop = request::shop().map_err(|_| Vec::new())?;
    let (now, currency) = (shop.db.now(), shop.db.currency());
    let base = match opened {
        Some(opened) => opened.goods.clone(),
        None => Incoming::blank(Slug::of(&typed.name).map_err(|_| vec![FieldFlaw::new("name", Wrong::Empty)])?),
    };
    let (goods, when) = typed.parse(&base, place, shop.clean, currency)?;
    let publish_at = match when {
        When::Now(_) => None,
        When::At(local) => Some(by_the_shops_clock(local)),
    };
    if publish_at.is_some_and(|at| at <= now) {
        return Err(vec![FieldFlaw::new("at", Wrong::Moment)]);
    }
    Ok(Meant { goods, publish_at, seen: typed.seen.clone(), counted: counted(typed) })
}

/// What the shop's clock shows, as a moment: an hour that comes twice is the first of the two.
fn by_the_shops_clock(local: Timestamp) -> Timestamp {
    let at = |guess: Timestamp| Timestamp(local.0 - i64::from(request::shop_offset(guess)) * 60_000);
    at(at(local))
}

/// What each variant that is counted anew held when the form was opened.
fn counted(typed: &TypedProduct) -> Vec<(Vec<String>, u32)> {
    let anew = typed.variants.iter().filter(|row| row.gone.is_empty() && row.stock.trim() != row.stock_was);
    let values = |row: &TypedVariant| row.values.iter().map(|value| value.trim().to_owned()).collect();
    anew.filter_map(|row| Some((values(row), row.stock_was.parse().ok()?))).collect()
}

/// Why it was refused, beside the field it is about. A form that was overtaken may be sent again once it was looked at.
fn refused(typed: &mut TypedProduct, why: NotSaved) -> FieldFlaw {
    let row = |is: &dyn Fn(&TypedVariant) -> bool| typed.variants.iter().position(is).unwrap_or(0);
    let of = |title: &str| row(&|row| row.values.join(" / ") == title);
    match why {
        NotSaved::Changed => FieldFlaw::new("seen", Wrong::Changed),
        NotSaved::AddressTaken => FieldFlaw::about("name", Wrong::Taken, typed.name.clone()),
        NotSaved::SkuTaken(taken) => {
            FieldFlaw::about(format!("variants-{}-sku", row(&|row| row.sku.trim() == taken.sku)), Wrong::Taken, taken.product)
        }
        NotSaved::Promised { title, held } => {
            FieldFlaw::about(format!("variants-{}-stock", of(&title)), Wrong::Promised, held.to_string())
        }
        NotSaved::Moved { title, now } => {
            let at = of(&title);
            typed.variants.get_mut(at).into_iter().for_each(|row| row.stock_was = now.to_string());
            FieldFlaw::about(format!("variants-{at}-stock"), Wrong::Moved, now.to_string())
        }
    }
}

/// Puts a product's pictures in order, names what they show, takes some away.
pub async fn pictures(staff: &Staff, id: &str, typed: Vec<TypedPicture>) -> Result<(), Failure> {
    let (id, who) = (product_id(id)?, staff.name.as_str().to_owned());
    let arranged = request::db()?.write(move |tx| db::desk::change(tx, &who, id, |goods| arrange(goods, &typed))).await;
    match arranged {
        Ok(()) => done(staff, "", &routes::desk_product(Some(id))).await,
        Err(Error::Refused(_)) => Err(Failure::Broken),
        Err(Error::Fault(fault)) => Err(fault.into()),
    }
}

/// Those that are not named in the form stay as they are, behind the others.
fn arrange(goods: &mut Incoming, typed: &[TypedPicture]) {
    let place = |at: usize| typed.get(at).and_then(|one| one.place.trim().parse::<usize>().ok()).unwrap_or(usize::MAX);
    let mut order: Vec<usize> =
        (0..goods.pictures.len()).filter(|&at| typed.get(at).is_none_or(|one| one.gone.is_empty())).collect();
    order.sort_by_key(|&at| (place(at), at));
    let alt = |at: usize, known: &str| typed.get(at).map_or(known, |one| one.alt.trim()).chars().take(200).collect();
    let pictures = order.iter().filter_map(|&at| {
        let known = goods.pictures.get(at)?;
        Some(IncomingPicture { source: known.source.clone(), alt: alt(at, &known.alt) })
    });
    let pictures = pictures.collect();
    for variant in &mut goods.variants {
        variant.picture = variant.picture.and_then(|at| order.iter().position(|&kept| kept == at));
    }
    goods.pictures = pictures;
}
