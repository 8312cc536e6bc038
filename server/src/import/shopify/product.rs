//! One product of its rows.

use std::collections::HashMap;

use domain::catalogue::{Choice, ChoiceValue, Selling};
use domain::delivery::Measures;
use domain::duty::GoodsClass;
use domain::goods::{Incoming, IncomingPicture, IncomingVariant, Place};
use domain::money::{Currency, Money};
use domain::tax::TaxClass;

use super::Group;
use super::columns::{Columns, Field};
use crate::import::table::Row;
use crate::import::{Folder, Planned, Reason, cells, colours, story};

/// Numbers met in the file so far, and the row they were met in.
pub type Taken = HashMap<String, usize>;

/// The product, or every reason it cannot be read.
pub fn read(
    group: &Group<'_>,
    columns: &Columns,
    folder: &Folder<'_>,
    currency: Currency,
    taken: &mut Taken,
) -> Result<Planned, Vec<Reason>> {
    let mut reader = Reader { columns, folder, currency, reasons: Vec::new(), remarks: Vec::new() };
    let head = group.rows.iter().find(|row| !columns.cell(row, Field::Title).is_empty());
    let head: &Row = head.or(group.rows.first()).ok_or_else(Vec::new)?;
    let rows = reader.variant_rows(group, head);
    let names = reader.choice_names(group, &rows);
    let mut pictures = reader.pictures(group);
    let variants: Vec<_> = rows.iter().map(|row| reader.variant(row, names.len(), &mut pictures)).collect();
    let incoming = reader.product(group, head, &names, variants, pictures);
    let variant_rows: Vec<usize> = rows.iter().map(|row| row.number).collect();
    reader.one_title(group, head);
    reader.free_numbers(&incoming, &variant_rows, taken);
    let Reader { mut reasons, remarks, .. } = reader;
    if reasons.is_empty() {
        match incoming.check(currency) {
            Ok(goods) => {
                let mine = |(variant, row): (&IncomingVariant, &usize)| (variant.sku.clone(), *row);
                taken.extend(goods.variants.iter().zip(&variant_rows).map(mine));
                return Ok(Planned { row: group.row(), goods, variant_rows, remarks });
            }
            Err(flaws) => reasons.extend(flaws.into_iter().map(|flaw| {
                let row = flaw.variant.and_then(|at| variant_rows.get(at).copied()).unwrap_or(head.number);
                Reason { row, column: String::new(), what: flaw.to_string() }
            })),
        }
    }
    Err(reasons)
}

struct Reader<'a> {
    columns: &'a Columns,
    folder: &'a Folder<'a>,
    currency: Currency,
    reasons: Vec<Reason>,
    remarks: Vec<Reason>,
}

impl Reader<'_> {
    fn cell<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        self.columns.cell(row, field)
    }

    fn reason(&self, row: &Row, field: Field, what: String) -> Reason {
        Reason { row: row.number, column: self.columns.name(field), what }
    }

    /// What a cell means, or nothing and one more reason.
    fn meant<T>(&mut self, row: &Row, field: Field, meaning: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        match meaning(self.cell(row, field)) {
            Ok(value) => Some(value),
            Err(what) => {
                self.reasons.push(self.reason(row, field, what));
                None
            }
        }
    }

    /// The rows that say something to buy; the head alone if none does, so that what it lacks is told.
    fn variant_rows<'r>(&self, group: &Group<'r>, head: &'r Row) -> Vec<&'r Row> {
        const SIGNS: [Field; 5] = [Field::Price, Field::Sku, Field::ChoiceValue(0), Field::ChoiceValue(1), Field::ChoiceValue(2)];
        let sells = |row: &&&'r Row| SIGNS.iter().any(|&field| !self.cell(row, field).is_empty());
        let rows: Vec<&Row> = group.rows.iter().filter(sells).copied().collect();
        if rows.is_empty() { vec![head] } else { rows }
    }

    /// The names of its choices. A single choice `Title` with the value `Default Title` is how Shopify writes none.
    fn choice_names(&mut self, group: &Group<'_>, rows: &[&Row]) -> Vec<String> {
        let named = |at| group.rows.iter().map(|row| self.cell(row, Field::ChoiceName(at))).find(|name| !name.is_empty());
        let names: Vec<String> = (0..3).map_while(named).map(str::to_owned).collect();
        let is_default = |row: &&Row| self.cell(row, Field::ChoiceValue(0)).eq_ignore_ascii_case("Default Title");
        if rows.iter().all(is_default) && names.iter().all(|name| name.eq_ignore_ascii_case("Title")) {
            return Vec::new();
        }
        self.unnamed_values(rows, names.len());
        names
    }

    fn unnamed_values(&mut self, rows: &[&Row], named: usize) {
        for (row, at) in rows.iter().flat_map(|row| (named..3).map(move |at| (row, at))) {
            let value = self.cell(row, Field::ChoiceValue(at));
            if !value.is_empty() {
                let what = format!("`{value}` is the value of a choice without a name");
                self.reasons.push(self.reason(row, Field::ChoiceValue(at), what));
            }
        }
    }

    /// Its pictures by their positions, then in the order of the rows; each once.
    fn pictures(&mut self, group: &Group<'_>) -> Vec<IncomingPicture> {
        let mut rows: Vec<(&Row, u32)> = Vec::new();
        for row in group.rows.iter().filter(|row| !self.cell(row, Field::Image).is_empty()) {
            rows.push((row, self.cell(row, Field::ImagePosition).parse().unwrap_or(u32::MAX)));
        }
        rows.sort_by_key(|(_, position)| *position);
        let mut pictures = Vec::new();
        for (row, _) in rows {
            let alt = self.cell(row, Field::ImageAlt).to_owned();
            self.picture(row, Field::Image, alt, &mut pictures);
        }
        pictures
    }

    /// The place of the picture a cell names, put behind the others if it is new. One that cannot be had is told of
    /// and does not keep the product out.
    fn picture(&mut self, row: &Row, field: Field, alt: String, pictures: &mut Vec<IncomingPicture>) -> Option<usize> {
        let cell = self.cell(row, field);
        if cell.is_empty() {
            return None;
        }
        match self.folder.picture(cell) {
            Ok(source) => {
                let known = pictures.iter().position(|picture| picture.source == source);
                Some(known.unwrap_or_else(|| {
                    pictures.push(IncomingPicture { source, alt });
                    pictures.len() - 1
                }))
            }
            Err(what) => {
                self.remarks.push(self.reason(row, field, what));
                None
            }
        }
    }

    fn variant(&mut self, row: &Row, choices: usize, pictures: &mut Vec<IncomingPicture>) -> IncomingVariant {
        let currency = self.currency;
        let price = self.meant(row, Field::Price, |cell| cells::price(cell, currency)).unwrap_or(Money::zero(currency));
        let was = self.meant(row, Field::Was, |cell| cells::was(cell, price)).flatten();
        let grams = self.meant(row, Field::Grams, cells::grams).unwrap_or(0);
        IncomingVariant {
            values: (0..choices).map(|at| self.cell(row, Field::ChoiceValue(at)).to_owned()).collect(),
            sku: cells::number(self.cell(row, Field::Sku)),
            barcode: cells::number(self.cell(row, Field::Barcode)),
            price,
            was,
            own: None,
            content: None,
            grams,
            measures: self.measures(row),
            selling: self.selling(row),
            stock: self.stock(row),
            picture: self.picture(row, Field::VariantImage, String::new(), pictures),
        }
    }

    /// Its outer measures, if all three are said.
    fn measures(&mut self, row: &Row) -> Option<Measures> {
        let columns = self.columns;
        let side = |at| self.meant(row, Field::Side(at), |cell| cells::side(cell, &columns.name(Field::Side(at)))).flatten();
        let known: Vec<u32> = (0..3).filter_map(side).collect();
        let told: Vec<Field> = (0..3).map(Field::Side).filter(|&field| !self.cell(row, field).is_empty()).collect();
        let first = *told.first()?;
        let measures = match (<[u32; 3]>::try_from(known), told.len()) {
            (Ok(sides), _) => Measures::of(sides).map_err(|odd| odd.to_string()),
            // One that cannot be read is told of already.
            (Err(_), 3) => return None,
            (Err(_), _) => Err("length, width and height are told together, or none of them".to_owned()),
        };
        measures.map_err(|what| self.reasons.push(self.reason(row, first, what))).ok()
    }

    /// What nobody counts can always be sold. A file that does not say who counts says it by the count.
    fn selling(&self, row: &Row) -> Selling {
        let counted = if self.columns.has(Field::Tracker) { Field::Tracker } else { Field::Quantity };
        let goes_on = cells::yes(self.cell(row, Field::Policy)) == Some(true);
        if goes_on || self.cell(row, counted).is_empty() { Selling::Always } else { Selling::WhileInStock }
    }

    fn stock(&mut self, row: &Row) -> Option<u32> {
        let count = self.meant(row, Field::Quantity, cells::quantity).flatten()?;
        if count < 0 {
            let what = format!("{count} counts as 0");
            self.remarks.push(self.reason(row, Field::Quantity, what));
        }
        // A larger count was refused with its cell.
        Some(u32::try_from(count.max(0)).unwrap_or(u32::MAX))
    }

    fn product(
        &mut self,
        group: &Group<'_>,
        head: &Row,
        names: &[String],
        variants: Vec<IncomingVariant>,
        pictures: Vec<IncomingPicture>,
    ) -> Incoming {
        let story = story::story(self.cell(head, Field::Body));
        let published = self.cell(head, Field::Published);
        let shown = self.meant(head, Field::Status, |status| cells::shown(status, published));
        Incoming {
            slug: group.slug.clone(),
            name: self.cell(head, Field::Title).to_owned(),
            maker: self.cell(head, Field::Vendor).to_owned(),
            lead: story::lead(&story),
            story,
            facts: Vec::new(),
            place: self.place(head),
            shown: shown.unwrap_or(domain::catalogue::Shown::Draft),
            tax: TaxClass::Standard,
            class: GoodsClass::General,
            popularity: None,
            rating: None,
            added: None,
            choices: choices(names, &variants),
            variants,
            pictures,
        }
    }

    /// The merchant's own category, or else the end of Shopify's.
    fn place(&mut self, head: &Row) -> Option<Place> {
        let own = self.cell(head, Field::Type);
        let (field, name) = match own {
            "" => (Field::Category, cells::last_of_path(self.cell(head, Field::Category))),
            own => (Field::Type, own),
        };
        if name.is_empty() {
            return None;
        }
        let place = Place::of(name, None);
        if place.is_err() {
            self.remarks.push(self.reason(head, field, format!("`{name}` cannot be a category; it is left without one")));
        }
        place.ok()
    }

    /// Two titles under one handle are two products that would be mixed up.
    fn one_title(&mut self, group: &Group<'_>, head: &Row) {
        let title = self.cell(head, Field::Title);
        for row in &group.rows {
            let other = self.cell(row, Field::Title);
            if !other.is_empty() && other != title {
                let what = format!("`{other}` has the handle of `{title}`");
                self.reasons.push(self.reason(row, Field::Title, what));
            }
        }
    }

    fn free_numbers(&mut self, product: &Incoming, rows: &[usize], taken: &Taken) {
        for (variant, &row) in product.variants.iter().zip(rows).filter(|(variant, _)| !variant.sku.is_empty()) {
            if let Some(first) = taken.get(&variant.sku) {
                let what = format!("`{}` is the number of the variant in row {first}", variant.sku);
                self.reasons.push(Reason { row, column: self.columns.name(Field::Sku), what });
            }
        }
    }
}

/// The choices with every value its variants have, in the order they appear.
fn choices(names: &[String], variants: &[IncomingVariant]) -> Vec<Choice> {
    let choice = |(at, name): (usize, &String)| {
        let mut values: Vec<ChoiceValue> = Vec::new();
        for value in variants.iter().filter_map(|variant| variant.values.get(at)) {
            if !value.is_empty() && !values.iter().any(|known| known.name == *value) {
                let swatch = colours::is_colour(name).then(|| colours::swatch(value)).flatten();
                values.push(ChoiceValue { name: value.clone(), swatch });
            }
        }
        Choice { name: name.clone(), values }
    };
    names.iter().enumerate().map(choice).collect()
}
