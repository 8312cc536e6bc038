//! What can be chosen of a product, and what that is called in other languages.

use db::words::Terms;
use domain::catalogue::{Choice, ChoiceValue};
use domain::goods::IncomingVariant;
use domain::lang::Lang;

use super::Reader;
use crate::import::colours;
use crate::import::columns::{Field, Line};
use crate::import::formats::parts;

impl Reader<'_> {
    /// The names of its choices. A single choice `Title` with the value `Default Title` is how Shopify writes none.
    pub(super) fn choice_names(&mut self, lines: &[Line<'_>], rows: &[&Line<'_>]) -> Vec<String> {
        let named = |field| lines.iter().map(|line| line.get(field)).find(|name| !name.is_empty());
        let names: Vec<String> = Field::CHOICE_NAMES.into_iter().map_while(named).map(str::to_owned).collect();
        let is_default = |line: &&Line<'_>| line.get(Field::ChoiceValue1).eq_ignore_ascii_case("Default Title");
        if rows.iter().all(is_default) && names.iter().all(|name| name.eq_ignore_ascii_case("Title")) {
            return Vec::new();
        }
        self.unnamed_values(rows, names.len());
        names
    }

    fn unnamed_values(&mut self, rows: &[&Line<'_>], named: usize) {
        for (line, &field) in rows.iter().flat_map(|line| Field::CHOICE_VALUES.iter().skip(named).map(move |field| (line, field)))
        {
            let value = line.get(field);
            if !value.is_empty() {
                let what = format!("`{value}` is the value of a choice without a name");
                self.reasons.push(self.reason(line, field, what));
            }
        }
    }
}

/// The choices with every value the variants have, in the order they appear.
pub fn choices(names: &[String], variants: &[IncomingVariant]) -> Vec<Choice> {
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

/// What the choices and their values are in the languages the lines say them in.
pub fn terms(rows: &[&Line<'_>], names: &[String]) -> Vec<Terms> {
    let mut all = Vec::new();
    for &lang in Lang::ALL {
        let mut known: Vec<(String, String)> = Vec::new();
        for line in rows {
            let said = |field| parts(line.labelled(field, lang.code()), "|");
            let values = Field::CHOICE_VALUES.into_iter().map(|field| line.get(field).to_owned());
            let pairs = names.iter().cloned().zip(said(Field::Groups)).chain(values.zip(said(Field::Values)));
            for (word, text) in pairs {
                if !known.iter().any(|(earlier, _)| *earlier == word) {
                    known.push((word, text));
                }
            }
        }
        if !known.is_empty() {
            all.push((lang, known));
        }
    }
    all
}
