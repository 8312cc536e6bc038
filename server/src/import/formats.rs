//! The formats catalogues come in: each says what its columns mean, which rows are one product, and how those rows say what
//! [`super::product`] reads. This shop's own file is Shopify's with columns of its own.

use std::collections::HashMap;

use domain::catalogue::Slug;
use domain::money::Currency;

use super::columns::{Columns, Field, Line, Meaning};
use super::table::{Place, Row, Table};
use super::{Format, LeftOut, Reason, Unreadable};

pub mod mapped;
pub mod medusa;
pub mod shopify;
pub mod spree;
pub mod vendure;
pub mod woocommerce;

use mapped::Map;

/// How a format writes products down.
pub struct Dialect {
    /// Whose it is.
    pub format: Format,
    /// What a column means, by its name and by that in lower case.
    pub meaning: fn(&str, &str) -> Option<Meaning>,
    /// Columns it is known by: each must be there, by its first name or another.
    pub needs: &'static [&'static [&'static str]],
    /// Which product each row belongs to.
    pub keys: fn(&Table, &Columns) -> Result<Vec<String>, Unreadable>,
    /// Says with the lines of one product what the product's reader understands.
    pub arrange: fn(&mut Vec<Line<'_>>, Currency) -> Result<(), Reason>,
}

/// In the order in which they are tried: the pickier first, as Shopify's needs little.
const ALL: [&Dialect; 5] = [&woocommerce::DIALECT, &vendure::DIALECT, &medusa::DIALECT, &spree::DIALECT, &shopify::DIALECT];

/// How to read a table: the format, and what its columns mean.
pub struct Reading {
    /// The columns.
    pub columns: Columns,
    dialect: &'static Dialect,
}

impl Reading {
    /// As the map says, or as the format named, or as the columns tell.
    pub fn of(table: &Table, format: Format, map: Option<&Map>) -> Result<Self, Unreadable> {
        if let Some(map) = map {
            return map.reading(table);
        }
        let wanted = |dialect: &&&Dialect| format == Format::Auto || dialect.format == format;
        let fits = |dialect: &&&Dialect| dialect.missing(table).is_empty();
        match ALL.iter().filter(wanted).find(fits) {
            Some(dialect) => Ok(Self { columns: Columns::of(table, dialect.meaning), dialect }),
            None => Err(unknown(table, ALL.iter().filter(wanted).copied())),
        }
    }

    /// What the reader of products understands.
    pub fn arrange(&self, lines: &mut Vec<Line<'_>>, home: Currency) -> Result<(), Reason> {
        (self.dialect.arrange)(lines, home)?;
        for cell in lines.iter_mut().flat_map(|line| &mut line.cells) {
            if matches!(cell.field, Field::Price | Field::Was) && cell.label == home.code() {
                cell.label = "".into();
            }
        }
        Ok(())
    }

    /// Rows by their product, in the order in which the products appear.
    pub fn groups(&self, table: &Table, left_out: &mut Vec<LeftOut>) -> Result<Vec<Group>, Unreadable> {
        let mut groups: Vec<Group> = Vec::new();
        let mut known: HashMap<Slug, usize> = HashMap::new();
        let keys = (self.dialect.keys)(table, &self.columns)?;
        for ((row, &place), key) in table.rows().zip(&table.places).zip(keys) {
            let row = row?;
            if self.is_ours_alone(&row) {
                continue;
            }
            let Ok(slug) = Slug::of(&key) else {
                left_out.push(self.nameless(&row, &key));
                continue;
            };
            let at = *known.entry(slug).or_insert_with_key(|slug| {
                groups.push(Group { slug: slug.clone(), handle: key, places: Vec::new() });
                groups.len() - 1
            });
            if let Some(group) = groups.get_mut(at) {
                group.places.push(place);
            }
        }
        Ok(groups)
    }

    /// Whether a row is about the shop, not about a product.
    fn is_ours_alone(&self, row: &Row) -> bool {
        Field::OWN.into_iter().any(|field| !self.columns.cell(row, field).is_empty())
    }

    fn nameless(&self, row: &Row, handle: &str) -> LeftOut {
        let what = match handle {
            "" => "the row has neither a handle nor a title, so it belongs to no product".to_owned(),
            handle => format!("`{handle}` cannot be an address"),
        };
        let reason = Reason { row: row.number, column: self.columns.name(Field::Handle), what };
        LeftOut { row: row.number, handle: handle.to_owned(), reasons: vec![reason] }
    }
}

/// Where the rows of one product stand.
pub struct Group {
    /// Its address.
    pub slug: Slug,
    /// The handle as the file has it.
    pub handle: String,
    /// The rows.
    pub places: Vec<Place>,
}

impl Group {
    /// The row it begins in.
    pub fn row(&self) -> usize {
        self.places.first().map_or(0, |place| place.number as usize)
    }
}

impl Dialect {
    /// The columns a table lacks, by their first names.
    fn missing(&self, table: &Table) -> Vec<&'static str> {
        let has = |name: &str| table.columns.iter().any(|column| column.eq_ignore_ascii_case(name));
        let lacks = |names: &&&[&'static str]| !names.iter().any(|name| has(name));
        self.needs.iter().filter(lacks).filter_map(|names| names.first().copied()).collect()
    }
}

/// The product a row belongs to, where rows name it: by its handle, or else by its title.
pub fn by_handle(table: &Table, columns: &Columns) -> Result<Vec<String>, Unreadable> {
    let key = |row: Row| {
        let handle = columns.cell(&row, Field::Handle);
        if handle.is_empty() { columns.cell(&row, Field::Title) } else { handle }.into_owned()
    };
    table.rows().map(|row| row.map(key)).collect()
}

/// Gives each price the currency its row names.
pub fn by_currency(lines: &mut [Line<'_>]) {
    for line in lines {
        let currency = line.get(Field::Currency).trim().to_uppercase();
        for cell in line.cells.iter_mut().filter(|cell| matches!(cell.field, Field::Price | Field::Was)) {
            cell.label = currency.clone().into();
        }
    }
}

/// The parts of a cell, trimmed, without the empty ones.
pub fn parts(text: &str, between: &str) -> Vec<String> {
    text.split(between).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn unknown<'a>(table: &Table, tried: impl Iterator<Item = &'a Dialect>) -> Unreadable {
    let lacks = |dialect: &Dialect| format!("{} ({})", dialect.format.code(), dialect.missing(table).join(", "));
    let missing = tried.map(lacks).collect::<Vec<_>>().join("; ");
    Unreadable::Columns { missing, found: table.columns.join(", ") }
}
