//! What the columns of a file mean, and its rows by that meaning.

use std::borrow::Cow;

use domain::codes;

use super::Unreadable;
use super::table::{Row, Table};

codes! {
    /// What a column says; its code is its name in a file of `--map`.
    Field {
        /// The product's address.
        Handle = "handle",
        /// Its name.
        Title = "title",
        /// Its text.
        Body = "description",
        /// Its one sentence.
        Lead = "lead",
        /// Who made it.
        Maker = "maker",
        /// The merchant's own category.
        Type = "type",
        /// The category as a path, such as `Kitchen > Kettles`.
        Category = "category",
        /// Whether it is in the shop.
        Published = "published",
        /// Whether it is a gift card.
        GiftCard = "gift card",
        /// `active`, `draft`, `archived`, or another shop's word for these.
        Status = "status",
        /// The name of the first choice.
        ChoiceName1 = "choice1-name",
        /// The variant's value of it.
        ChoiceValue1 = "choice1-value",
        /// The name of the second choice.
        ChoiceName2 = "choice2-name",
        /// The variant's value of it.
        ChoiceValue2 = "choice2-value",
        /// The name of the third choice.
        ChoiceName3 = "choice3-name",
        /// The variant's value of it.
        ChoiceValue3 = "choice3-value",
        /// The merchant's number.
        Sku = "sku",
        /// The number under the bars.
        Barcode = "barcode",
        /// Weight; the label is its unit.
        Weight = "weight",
        /// The unit of the weight, where a cell says it.
        WeightUnit = "weight-unit",
        /// How long it is, packed; the label is the unit.
        Length = "length",
        /// How wide it is.
        Width = "width",
        /// How high it is.
        Height = "height",
        /// The unit of these, where a cell says it.
        SizeUnit = "size-unit",
        /// Working days it takes to be made before it can leave.
        Ready = "ready-days",
        /// Its code of the Harmonized System.
        Tariff = "hs-code",
        /// The country it was made in.
        Origin = "origin",
        /// How it is looked after.
        Care = "care",
        /// Who counts it; empty or no when nobody does.
        Tracker = "tracker",
        /// How many there are.
        Quantity = "quantity",
        /// Whether it is sold when there are none.
        Policy = "oversell",
        /// Price; the label is its currency, empty for the shop's.
        Price = "price",
        /// Price before a reduction; the label is its currency.
        Was = "price-before",
        /// The currency of the row's prices.
        Currency = "currency",
        /// How much is in it, for the price of a unit.
        Content = "content",
        /// What that is measured in.
        ContentUnit = "content-unit",
        /// A picture.
        Image = "picture",
        /// Its place.
        ImagePosition = "picture-position",
        /// Its words.
        ImageAlt = "picture-words",
        /// The variant's picture.
        VariantImage = "variant-picture",
        /// Anything else worth knowing; the label is its name.
        Fact = "fact",
        /// What kind of row it is, where a format says so.
        Kind = "kind",
        /// The row a variant belongs to, by its number or id.
        Parent = "parent",
        /// The row's own number in the other shop.
        Id = "id",
        /// Several pictures in one cell.
        Images = "pictures",
        /// Whether it can be had, without a count.
        InStock = "in-stock",
        /// A reduced price beside the usual one.
        Sale = "sale",
        /// The name of an attribute; the label is its place.
        AttributeName = "attribute-name",
        /// Its values; the label is its place.
        AttributeValues = "attribute-values",
        /// The names of all choices.
        Groups = "choices",
        /// The variant's values of all choices.
        Values = "values",
        /// Facets: `name:value`.
        Facets = "facets",
        /// What this shop knows of a product and Shopify's columns have no place for.
        Details = "details",
        /// A category of this shop.
        Shelf = "shelf",
        /// Words of this shop that many products share.
        Terms = "terms",
        /// Words of this shop that mean the same in a search.
        Synonyms = "synonyms",
    }
}

impl Field {
    /// The names of up to three choices.
    pub const CHOICE_NAMES: [Field; 3] = [Field::ChoiceName1, Field::ChoiceName2, Field::ChoiceName3];
    /// The values of them.
    pub const CHOICE_VALUES: [Field; 3] = [Field::ChoiceValue1, Field::ChoiceValue2, Field::ChoiceValue3];
    /// What rows say of the shop itself rather than of a product.
    pub const OWN: [Field; 3] = [Field::Shelf, Field::Terms, Field::Synonyms];
    /// The outer measures of a thing.
    pub const SIDES: [Field; 3] = [Field::Length, Field::Width, Field::Height];
}

/// A column's meaning, and a label where several columns mean the same: a currency, a unit, a language, a fact's name.
pub type Meaning = (Field, String);

/// A meaning without a label.
pub fn plainly(field: Field) -> Option<Meaning> {
    Some((field, String::new()))
}

/// The columns of a table.
pub struct Columns {
    names: Vec<String>,
    meanings: Vec<Option<Meaning>>,
}

impl Columns {
    /// Each column as `meaning` has it, told by its name and by that in lower case with single spaces. Of two that mean the
    /// same, the first that is filled counts; of two prices in a currency, the first.
    pub fn of(table: &Table, meaning: impl Fn(&str, &str) -> Option<Meaning>) -> Self {
        let mut meanings: Vec<Option<Meaning>> = Vec::with_capacity(table.columns.len());
        for name in &table.columns {
            let plain = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let meant = meaning(name, &plain);
            let is_price = matches!(meant, Some((Field::Price | Field::Was, _)));
            let repeated = is_price && meanings.contains(&meant);
            meanings.push(meant.filter(|_| !repeated));
        }
        Self { names: table.columns.clone(), meanings }
    }

    /// Whether the table has such a column, whatever its label.
    pub fn has(&self, field: Field) -> bool {
        self.meanings.iter().flatten().any(|(known, _)| *known == field)
    }

    /// What the file calls it; empty when the column is missing.
    pub fn name(&self, field: Field) -> String {
        let at = self.meanings.iter().position(|meaning| matches!(meaning, Some((known, _)) if *known == field));
        at.and_then(|at| self.names.get(at)).cloned().unwrap_or_default()
    }

    /// A row's cell; empty when the column is missing.
    pub fn cell<'a>(&self, row: &'a Row, field: Field) -> Cow<'a, str> {
        let at = self
            .meanings
            .iter()
            .position(|meaning| matches!(meaning, Some((known, label)) if *known == field && label.is_empty()));
        at.map(|at| row.cell(at)).unwrap_or_default()
    }

    /// The row's filled cells by what they mean.
    pub fn line<'a>(&'a self, row: &'a Row) -> Line<'a> {
        let cell = |(meaning, text): (&'a Option<Meaning>, Cow<'a, str>)| {
            let (field, label) = meaning.as_ref().filter(|_| !text.is_empty())?;
            Some(Cell { field: *field, label: Cow::Borrowed(label), text })
        };
        Line { number: row.number, cells: self.meanings.iter().zip(row.cells()).filter_map(cell).collect(), sells: true }
    }

    /// Columns that mean nothing here and hold something.
    pub fn unread(&self, table: &Table) -> Result<Vec<String>, Unreadable> {
        let mut filled = vec![false; self.names.len()];
        for row in table.rows() {
            filled.iter_mut().zip(row?.cells()).for_each(|(filled, cell)| *filled |= !cell.is_empty());
        }
        let unread =
            self.names.iter().zip(&self.meanings).zip(filled).filter(|((_, meaning), filled)| meaning.is_none() && *filled);
        Ok(unread.map(|((name, _), _)| name.clone()).collect())
    }
}

/// A row by what its filled cells mean.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The row; the header is row 1.
    pub number: usize,
    /// Its cells.
    pub cells: Vec<Cell<'a>>,
    /// Whether it may say something to buy; if it does is told by its cells.
    pub sells: bool,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell<'a> {
    /// What it means.
    pub field: Field,
    /// What it means more closely; empty for what the shop's own language and currency say.
    pub label: Cow<'a, str>,
    /// Its text; never empty.
    pub text: Cow<'a, str>,
}

impl<'a> Line<'a> {
    /// The first cell of this meaning without a label; empty when there is none.
    pub fn get(&self, field: Field) -> &str {
        self.labelled(field, "")
    }

    /// The first cell of this meaning and label; empty when there is none.
    pub fn labelled(&self, field: Field, label: &str) -> &str {
        self.all(field).find(|cell| cell.label == label).map_or("", |cell| &cell.text)
    }

    /// The cells of this meaning, in the file's order.
    pub fn all(&self, field: Field) -> impl Iterator<Item = &Cell<'a>> {
        self.cells.iter().filter(move |cell| cell.field == field)
    }

    /// Adds a cell, unless there is nothing to say.
    pub fn put(&mut self, field: Field, label: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) {
        let text = text.into();
        if !text.is_empty() {
            self.cells.push(Cell { field, label: label.into(), text });
        }
    }

    /// Puts a text in the place of what the line said; nothing said takes it away.
    pub fn set(&mut self, field: Field, text: impl Into<Cow<'a, str>>) {
        self.cells.retain(|cell| cell.field != field || !cell.label.is_empty());
        self.put(field, "", text);
    }
}
