//! One product of its lines, whichever format they were in.

use std::collections::HashMap;

use domain::catalogue::{Shown, Slug};
use domain::contact::Country;
use domain::customs::TariffCode;
use domain::duty::GoodsClass;
use domain::goods::{Flaw, Incoming, IncomingPicture, IncomingVariant, Place, ProductWords, Stated};
use domain::lang::Lang;
use domain::money::Currency;
use domain::tax::TaxClass;

use super::columns::{Columns, Field, Line};
use super::files::Folder;
use super::formats::Group;
use super::own::Details;
use super::{Planned, Reason, cells, story};

mod choices;
mod offer;

/// Numbers met in the file so far, and the row they were met in.
pub type Taken = HashMap<String, usize>;

/// What reading needs to know of the file and the shop.
pub struct File<'a> {
    /// What the columns are called.
    pub columns: &'a Columns,
    /// Where its pictures are.
    pub folder: &'a Folder<'a>,
    /// What the shop's prices are in.
    pub currency: Currency,
    /// Whether this shop wrote it, so that every cell means itself.
    pub is_own: bool,
}

/// The product, or every reason it cannot be read.
pub fn read(group: &Group, lines: &[Line<'_>], file: &File<'_>, taken: &mut Taken) -> Result<Planned, Vec<Reason>> {
    let mut reader = Reader { file, reasons: Vec::new(), remarks: Vec::new() };
    let head = lines.iter().find(|line| !line.get(Field::Title).is_empty());
    let head = head.or(lines.first()).ok_or_else(Vec::new)?;
    let details = reader.details(head);
    let rows = offer::lines(lines, head);
    let names = match &details {
        Some(details) => details.choices.iter().map(|choice| choice.name.clone()).collect(),
        None => reader.choice_names(lines, &rows),
    };
    let mut pictures = reader.pictures(lines);
    let variants: Vec<_> = rows.iter().map(|line| reader.variant(line, head, names.len(), &mut pictures)).collect();
    let variant_rows: Vec<usize> = rows.iter().map(|line| line.number).collect();
    let mut goods = reader.product(group, lines, head, variants, pictures);
    goods.choices = choices::choices(&names, &goods.variants);
    let mut words = reader.words(head);
    let terms = choices::terms(&rows, &names);
    let publish_at = details.as_ref().and_then(|details| details.publish_at);
    if let Some(details) = details {
        words = details.complete(&mut goods).unwrap_or_else(|what| {
            reader.reasons.push(reader.reason(head, Field::Details, what));
            Vec::new()
        });
    }
    reader.one_title(lines, head);
    reader.free_numbers(&goods, &variant_rows, taken);
    let Reader { reasons, remarks, .. } = reader;
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let goods = goods.check(file.currency).map_err(|flaws| {
        let row = |flaw: &Flaw| flaw.variant.and_then(|at| variant_rows.get(at).copied()).unwrap_or(head.number);
        let reason = |flaw: Flaw| Reason { row: row(&flaw), column: String::new(), what: flaw.to_string() };
        flaws.into_iter().map(reason).collect::<Vec<_>>()
    })?;
    let numbered = goods.variants.iter().zip(&variant_rows).filter(|(variant, _)| !variant.sku.is_empty());
    taken.extend(numbered.map(|(variant, row)| (variant.sku.clone(), *row)));
    Ok(Planned { row: group.row(), goods, variant_rows, remarks, words, terms, publish_at })
}

struct Reader<'a> {
    file: &'a File<'a>,
    reasons: Vec<Reason>,
    remarks: Vec<Reason>,
}

impl Reader<'_> {
    fn reason(&self, line: &Line<'_>, field: Field, what: String) -> Reason {
        Reason { row: line.number, column: self.file.columns.name(field), what }
    }

    /// What a cell means, or nothing and one more reason.
    fn meant<T>(&mut self, line: &Line<'_>, field: Field, meaning: impl FnOnce(&str) -> Result<T, String>) -> Option<T> {
        match meaning(line.get(field)) {
            Ok(value) => Some(value),
            Err(what) => {
                self.reasons.push(self.reason(line, field, what));
                None
            }
        }
    }

    /// What this shop wrote beside Shopify's columns, in a file of its own.
    fn details(&mut self, head: &Line<'_>) -> Option<Details> {
        if head.get(Field::Details).is_empty() {
            return None;
        }
        self.meant(head, Field::Details, |cell| serde_json::from_str(cell).map_err(|error| error.to_string()))
    }

    /// Its pictures by their positions, then in the order of the rows; each once.
    fn pictures(&mut self, lines: &[Line<'_>]) -> Vec<IncomingPicture> {
        let mut named: Vec<(&Line<'_>, &str, u32)> = Vec::new();
        for line in lines {
            let position = line.get(Field::ImagePosition).parse().unwrap_or(u32::MAX);
            named.extend(line.all(Field::Image).map(|cell| (line, &*cell.text, position)));
        }
        named.sort_by_key(|(_, _, position)| *position);
        let mut pictures = Vec::new();
        for (line, cell, _) in named {
            let alt = line.get(Field::ImageAlt).to_owned();
            self.picture(line, Field::Image, cell, alt, &mut pictures);
        }
        pictures
    }

    /// The place of the picture a cell names, put behind the others if it is new. One that cannot be had is told of, once,
    /// and does not keep the product out.
    fn picture(
        &mut self,
        line: &Line<'_>,
        field: Field,
        cell: &str,
        alt: String,
        pictures: &mut Vec<IncomingPicture>,
    ) -> Option<usize> {
        if cell.is_empty() {
            return None;
        }
        match self.file.folder.picture(cell) {
            Ok(source) => {
                let known = pictures.iter().position(|picture| picture.source == source);
                Some(known.unwrap_or_else(|| {
                    pictures.push(IncomingPicture { source, alt });
                    pictures.len() - 1
                }))
            }
            Err(what) => {
                let remark = self.reason(line, field, what);
                if !self.remarks.iter().any(|known| known.what == remark.what) {
                    self.remarks.push(remark);
                }
                None
            }
        }
    }

    fn product(
        &mut self,
        group: &Group,
        lines: &[Line<'_>],
        head: &Line<'_>,
        variants: Vec<IncomingVariant>,
        pictures: Vec<IncomingPicture>,
    ) -> Incoming {
        let story = story::story(head.get(Field::Body));
        let published = head.get(Field::Published);
        let shown = self.meant(head, Field::Status, |status| cells::shown(status, published));
        let lead = head.get(Field::Lead);
        Incoming {
            slug: group.slug.clone(),
            name: head.get(Field::Title).to_owned(),
            maker: head.get(Field::Maker).to_owned(),
            lead: if lead.is_empty() { story::lead(&story) } else { story::lead(&story::story(lead)) },
            story,
            facts: facts(lines),
            place: self.place(head),
            shown: shown.unwrap_or(Shown::Draft),
            tax: if cells::yes(head.get(Field::GiftCard)) == Some(true) { TaxClass::Voucher } else { TaxClass::Standard },
            class: GoodsClass::General,
            tariff: self.said(lines, Field::Tariff, "is no HS code of six to ten digits; it is left out", |cell| {
                TariffCode::parse(cell).ok()
            }),
            origin: self
                .said(lines, Field::Origin, "is no country's code, such as LV; it is left out", |cell| Country::parse(cell).ok()),
            care: self.said(lines, Field::Care, "", |cell| Some(cell.to_owned())),
            popularity: None,
            rating: None,
            added: None,
            choices: Vec::new(),
            variants,
            pictures,
        }
    }

    /// What the first line says of it that says anything. What cannot be read does not keep the product out.
    fn said<T>(&mut self, lines: &[Line<'_>], field: Field, wrong: &str, read: impl Fn(&str) -> Option<T>) -> Stated<T> {
        let Some(line) = lines.iter().find(|line| !line.get(field).is_empty()) else { return Stated::Nothing };
        let known = read(line.get(field));
        if known.is_none() {
            let what = format!("`{}` {wrong}", line.get(field));
            self.remarks.push(self.reason(line, field, what));
        }
        known.map_or(Stated::Nothing, |known| Stated::That(Some(known)))
    }

    /// The merchant's own category, or else the first and the last part of a path.
    fn place(&mut self, head: &Line<'_>) -> Option<Place> {
        let (field, top, sub) = match head.get(Field::Type) {
            "" => {
                let (top, sub) = cells::path(head.get(Field::Category))?;
                (Field::Category, top, sub)
            }
            own => (Field::Type, own, None),
        };
        let place = Place::of(top, sub);
        if place.is_err() {
            let what = format!("`{}` cannot be a category; it is left without one", head.get(field));
            self.remarks.push(self.reason(head, field, what));
        }
        place.ok()
    }

    /// What it is called in other languages, where columns of the file say so.
    fn words(&mut self, head: &Line<'_>) -> Vec<ProductWords> {
        let spoken = |lang: &&Lang| !head.labelled(Field::Title, lang.code()).is_empty();
        let mut all = Vec::new();
        for &lang in Lang::ALL.iter().filter(spoken) {
            let said = |field| head.labelled(field, lang.code());
            let (name, slug) = (said(Field::Title), said(Field::Handle));
            let story = story::story(said(Field::Body));
            match Slug::of(if slug.is_empty() { name } else { slug }) {
                Ok(slug) => all.push(ProductWords {
                    lang,
                    slug,
                    name: name.to_owned(),
                    lead: story::lead(&story),
                    story,
                    facts: Vec::new(),
                    alts: Vec::new(),
                    care: Stated::Nothing,
                }),
                Err(error) => self.remarks.push(self.reason(head, Field::Title, format!("{}: {error}", lang.code()))),
            }
        }
        all
    }

    /// Two titles under one handle are two products that would be mixed up.
    fn one_title(&mut self, lines: &[Line<'_>], head: &Line<'_>) {
        let title = head.get(Field::Title);
        for line in lines {
            let other = line.get(Field::Title);
            if !other.is_empty() && other != title {
                let what = format!("`{other}` has the handle of `{title}`");
                self.reasons.push(self.reason(line, Field::Title, what));
            }
        }
    }

    fn free_numbers(&mut self, product: &Incoming, rows: &[usize], taken: &Taken) {
        for (variant, &row) in product.variants.iter().zip(rows).filter(|(variant, _)| !variant.sku.is_empty()) {
            if let Some(first) = taken.get(&variant.sku) {
                let what = format!("`{}` is the number of the variant in row {first}", variant.sku);
                self.reasons.push(Reason { row, column: self.file.columns.name(Field::Sku), what });
            }
        }
    }
}

/// What the lines say beside everything else. What variants say differently is said of the product, each text once.
fn facts(lines: &[Line<'_>]) -> Vec<(String, String)> {
    let mut facts: Vec<(String, Vec<&str>)> = Vec::new();
    for cell in lines.iter().flat_map(|line| line.all(Field::Fact)) {
        match facts.iter_mut().find(|(name, _)| *name == cell.label) {
            Some((_, values)) if values.contains(&&*cell.text) => {}
            Some((_, values)) => values.push(&cell.text),
            None => facts.push((cell.label.to_string(), vec![&cell.text])),
        }
    }
    facts.into_iter().map(|(name, values)| (name, values.join(", "))).collect()
}
