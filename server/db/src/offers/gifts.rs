//! Gifts: what there still is of them for a cart, and which was chosen.

use domain::cart::{Cart, CartRefusal, GiftThing, Offering};
use domain::ids::{CartId, OfferId, VariantId};
use domain::lang::Lang;
use domain::market::Market;
use domain::offers::{Gives, Standing};
use rusqlite::Row;

use crate::cart::{id_of, touched};
use crate::catalogue::{said, term};
use crate::database::{Conn, Tx};
use crate::error::{Answer, Error, Result};
use crate::rows::Columns;
use crate::token::Token;

/// Takes from the offers of a cart what there is nothing left of, beside what the cart holds of it itself, and looks up what
/// the rest is.
pub(super) fn look_up(conn: &Conn, lang: Lang, cart: CartId, offering: &mut Offering) -> Result<()> {
    const CHOSEN: &str = "SELECT offer_id, variant_id FROM cart_gifts WHERE cart_id = $1";
    for Standing { offer, .. } in &mut offering.standing {
        let Gives::Gift(tiers) = &mut offer.gives else { continue };
        for tier in tiers {
            let mut there = Vec::new();
            for variant in std::mem::take(&mut tier.variants) {
                if let Some(thing) = thing(conn, lang, cart, variant)? {
                    there.push(variant);
                    offering.gifts.push(thing);
                }
            }
            tier.variants = there;
        }
    }
    if !offering.gifts.is_empty() {
        offering.chosen =
            conn.all(CHOSEN, &[&cart.0], |row| Ok((OfferId(row.get("offer_id")?), VariantId(row.get("variant_id")?))))?;
    }
    Ok(())
}

fn thing(conn: &Conn, lang: Lang, cart: CartId, variant: VariantId) -> Result<Option<GiftThing>> {
    const THING: &str =
        "SELECT v.id, coalesce(w.slug, p.slug) AS slug, p.name, w.name AS said_name, v.value1, v.value2, v.value3,
            (SELECT file FROM pictures i WHERE i.id = coalesce(v.picture_id, (SELECT picture_id FROM product_pictures pp
                WHERE pp.product_id = p.id ORDER BY pp.position LIMIT 1))) AS file
        FROM variants v JOIN products p ON p.id = v.product_id
        LEFT JOIN product_words w ON w.product_id = p.id AND w.lang = $1
        WHERE v.id = $2 AND v.retired = 0 AND p.shown = 'live' AND (v.selling = 'always' OR v.on_hand - v.held >
            coalesce((SELECT sum(quantity) FROM cart_lines WHERE cart_id = $3 AND variant_id = v.id AND saved = 0), 0))";
    let found = conn.one(THING, &[&lang.code(), &variant.0, &cart.0], |row| read(row, lang))?;
    let Some(mut thing) = found else { return Ok(None) };
    for value in &mut thing.values {
        *value = term(conn, lang, std::mem::take(value))?.text;
    }
    Ok(Some(thing))
}

fn read(row: &Row<'_>, lang: Lang) -> rusqlite::Result<GiftThing> {
    Ok(GiftThing {
        variant: VariantId(row.get("id")?),
        slug: row.text("slug")?,
        name: said(row, "name", "said_name", lang)?,
        values: row.values()?,
        picture: row.get("file")?,
    })
}

/// Chooses which gift an offer is to bring along. What it does not give is not chosen by that.
pub fn choose(tx: &Tx<'_>, market: Market, token: &Token, offer: OfferId, variant: VariantId) -> Answer<Cart, CartRefusal> {
    const CHOOSE: &str = "INSERT INTO cart_gifts (cart_id, offer_id, variant_id)
        SELECT $1, o.id, v.id FROM offers o, variants v WHERE o.id = $2 AND v.id = $3
        ON CONFLICT (cart_id, offer_id) DO UPDATE SET variant_id = excluded.variant_id";
    let id = id_of(tx, token)?.ok_or(Error::Refused(CartRefusal::NotSold))?;
    tx.run(CHOOSE, &[&id.0, &offer.0, &variant.0])?;
    touched(tx, market, id)
}
