//! The row of a product: compared with what came in, and changed where it differs.

use domain::catalogue::Shown;
use domain::customs::TariffCode;
use domain::duty::GoodsClass;
use domain::goods::{Checked, Stated};
use domain::ids::ProductId;
use domain::tax::TaxClass;
use domain::time::Day;

use super::{Change, Part, categories};
use crate::database::Tx;
use crate::error::{Fault, Result};
use crate::rows::Columns;

/// The row of a product, but for its address. What is not said is `None` and stays.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Head {
    name: String,
    maker: String,
    lead: String,
    story: String,
    category: Option<i64>,
    shown: Shown,
    tax: TaxClass,
    class: GoodsClass,
    tariff: Option<String>,
    origin: Option<String>,
    care: Option<String>,
    popularity: Option<i64>,
    rating: Option<(u8, u32)>,
    added: Option<Day>,
}

/// The row at the address the goods have.
pub(super) fn known(tx: &Tx<'_>, goods: &Checked) -> Result<Option<(ProductId, Head)>> {
    const BY_SLUG: &str = "SELECT id, name, maker, lead, story, category_id, shown, tax_class, goods_class, tariff_code, origin,
            care, popularity_given, rating_tenths, rating_count, added_day
        FROM products WHERE slug = $1";
    tx.one(BY_SLUG, &[&goods.slug.as_str()], |row| {
        let count: u32 = row.get("rating_count")?;
        let head = Head {
            name: row.get("name")?,
            maker: row.get("maker")?,
            lead: row.get("lead")?,
            story: row.get("story")?,
            category: row.get("category_id")?,
            shown: row.code("shown")?,
            tax: row.code("tax_class")?,
            class: row.code("goods_class")?,
            tariff: Some(row.get("tariff_code")?),
            origin: Some(row.get("origin")?),
            care: Some(row.get("care")?),
            popularity: row.get("popularity_given")?,
            rating: row.get::<_, Option<u8>>("rating_tenths")?.map(|tenths| (tenths, count)),
            added: row.maybe_day("added_day")?,
        };
        Ok((ProductId(row.get("id")?), head))
    })
}

/// What is said, as its column has it: nothing for what there is none of.
fn said<T>(said: &Stated<T>, text: impl Fn(&T) -> &str) -> Option<String> {
    match said {
        Stated::Nothing => None,
        Stated::That(known) => Some(known.as_ref().map(text).unwrap_or_default().to_owned()),
    }
}

impl Head {
    pub(super) fn wanted(tx: &Tx<'_>, goods: &Checked) -> Result<Self> {
        let category = goods.place.as_ref().map(|place| categories::place(tx, place)).transpose()?;
        Ok(Self {
            name: goods.name.clone(),
            maker: goods.maker.clone(),
            lead: goods.lead.clone(),
            story: goods.story.clone(),
            category: category.map(|id| id.0),
            shown: goods.shown,
            tax: goods.tax,
            class: goods.class,
            tariff: said(&goods.tariff, TariffCode::as_str),
            origin: said(&goods.origin, |country| country.code()),
            care: goods.care.text().map(str::to_owned),
            popularity: goods.popularity,
            rating: goods.rating,
            added: goods.added,
        })
    }

    pub(super) fn add(&self, tx: &Tx<'_>, goods: &Checked) -> Result<ProductId> {
        const ADD: &str = "INSERT INTO products
            (slug, name, maker, lead, story, category_id, shown, tax_class, goods_class, tariff_code, origin, popularity_given,
                popularity, rating_tenths, rating_count, added_day, care)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $13, $14, $15, $16) RETURNING id";
        let (tenths, count) = self.rating.unzip();
        let added = self.added.unwrap_or(tx.now().day()).0;
        let (popularity, count) = (self.popularity.unwrap_or(0), count.unwrap_or(0));
        let (tariff, origin) = (self.tariff.as_deref().unwrap_or_default(), self.origin.as_deref().unwrap_or_default());
        let row = tx.one(
            ADD,
            &[
                &goods.slug.as_str(),
                &self.name,
                &self.maker,
                &self.lead,
                &self.story,
                &self.category,
                &self.shown.code(),
                &self.tax.code(),
                &self.class.code(),
                &tariff,
                &origin,
                &popularity,
                &tenths,
                &count,
                &added,
                &self.care.as_deref().unwrap_or_default(),
            ],
            |row| row.get("id"),
        )?;
        row.map(ProductId).ok_or(Fault::NotFound("product"))
    }

    /// Whether shoppers find what they did not before.
    pub(super) fn is_shown_again(&self, known: &Self) -> bool {
        self.shown == Shown::Live && known.shown != Shown::Live
    }

    /// Writes what differs from `known`; says what did.
    pub(super) fn change(&self, tx: &Tx<'_>, id: ProductId, known: &Self) -> Result<Vec<Change>> {
        const CHANGE: &str = "UPDATE products SET name = $1, maker = $2, lead = $3, story = $4, category_id = $5, shown = $6,
            tax_class = $7, goods_class = $8, tariff_code = coalesce($9, tariff_code), origin = coalesce($10, origin),
            popularity_given = coalesce($11, popularity_given),
            popularity = CASE WHEN $11 IS NULL OR (popularity > popularity_given AND popularity > $11) THEN popularity ELSE $11 END,
            rating_tenths = coalesce($12, rating_tenths), rating_count = coalesce($13, rating_count),
            added_day = coalesce($14, added_day), care = coalesce($15, care) WHERE id = $16";
        let changes = self.changes(tx, known)?;
        if !changes.is_empty() {
            let (tenths, count) = self.rating.unzip();
            let added = self.added.map(|day| day.0);
            tx.run(
                CHANGE,
                &[
                    &self.name,
                    &self.maker,
                    &self.lead,
                    &self.story,
                    &self.category,
                    &self.shown.code(),
                    &self.tax.code(),
                    &self.class.code(),
                    &self.tariff,
                    &self.origin,
                    &self.popularity,
                    &tenths,
                    &count,
                    &added,
                    &self.care,
                    &id.0,
                ],
            )?;
        }
        Ok(changes)
    }

    fn changes(&self, tx: &Tx<'_>, known: &Self) -> Result<Vec<Change>> {
        let mut changes = Vec::new();
        for ((part, from), (_, to)) in known.parts().into_iter().zip(self.parts()) {
            match (from, to) {
                (from, Some(to)) if from.as_ref() != Some(&to) => {
                    changes.push(Change::Product { part, from: from.unwrap_or_default(), to });
                }
                _ => {}
            }
        }
        if self.category != known.category {
            let (from, to) = (categories::path(tx, known.category)?, categories::path(tx, self.category)?);
            changes.push(Change::Product { part: Part::Place, from, to });
        }
        Ok(changes)
    }

    /// Each part as a text; none where nothing is said.
    fn parts(&self) -> [(Part, Option<String>); 13] {
        [
            (Part::Name, Some(self.name.clone())),
            (Part::Maker, Some(self.maker.clone())),
            (Part::Lead, Some(self.lead.clone())),
            (Part::Story, Some(self.story.clone())),
            (Part::Shown, Some(self.shown.code().to_owned())),
            (Part::Tax, Some(self.tax.code().to_owned())),
            (Part::Class, Some(self.class.code().to_owned())),
            (Part::Tariff, self.tariff.clone()),
            (Part::Origin, self.origin.clone()),
            (Part::Care, self.care.clone()),
            (Part::Popularity, self.popularity.map(|number| number.to_string())),
            (Part::Rating, self.rating.map(|(tenths, count)| format!("{}.{} from {count}", tenths / 10, tenths % 10))),
            (Part::Added, self.added.map(|day| day.0.to_string())),
        ]
    }
}
