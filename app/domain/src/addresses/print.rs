//! An address as it stands on a parcel.

use super::letters::{capitals, is_latin};
use super::sheet::{Format, Piece, Sheet, Slot, sheet};
use crate::contact::Address;

impl Address {
    /// The lines of a label at home: the country's own order, in capitals where its post wants them, without the country.
    /// Who wrote in Latin letters gets the order of Latin letters.
    pub fn lines(&self) -> Vec<String> {
        let label = Envelope { address: self, sheet: sheet(self.country), latin: self.is_latin(), capitals: true };
        label.lines()
    }

    /// The lines of a label for a parcel from abroad: the order of Latin letters, the region by its Latin name, in capitals
    /// where the country's post wants them; the country's name, in the sender's language, comes below.
    pub fn latin_lines(&self) -> Vec<String> {
        Envelope { address: self, sheet: sheet(self.country), latin: true, capitals: true }.lines()
    }

    /// The lines of [`Address::lines`] for reading on a page, without the capitals.
    pub fn page_lines(&self) -> Vec<String> {
        Envelope { address: self, sheet: sheet(self.country), latin: self.is_latin(), capitals: false }.lines()
    }

    fn is_latin(&self) -> bool {
        [&self.line1, &self.line2, &self.city, &self.district].iter().all(|text| is_latin(text)) && is_latin(self.name.as_str())
    }
}

struct Envelope<'a> {
    address: &'a Address,
    sheet: &'static Sheet,
    latin: bool,
    capitals: bool,
}

impl Envelope<'_> {
    fn lines(&self) -> Vec<String> {
        let format: &Format = self.sheet.latin.as_ref().filter(|_| self.latin).unwrap_or(&self.sheet.format);
        let lines = format.iter().flat_map(|line| match line.as_slice() {
            [Piece::Slot(Slot::Street)] => vec![self.street(&self.address.line1), self.street(&self.address.line2)],
            line => vec![self.line(line)],
        });
        lines.filter(|line| !line.is_empty()).collect()
    }

    /// What stands before or between parts goes with them, so that no comma hangs in the air where one is empty.
    fn line(&self, pieces: &[Piece]) -> String {
        let mut line = String::new();
        let mut between = "";
        for (at, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Text(text) if at == 0 || !line.is_empty() => between = text,
                Piece::Text(_) => {}
                Piece::Slot(slot) => match self.text(*slot) {
                    text if !text.is_empty() => line.extend([std::mem::take(&mut between), &text]),
                    _ if line.is_empty() => between = "",
                    _ => {}
                },
            }
        }
        // A line without parts is a name: `JERSEY`, `GIBRALTAR`.
        if let [Piece::Text(name)] = pieces { (*name).to_owned() } else { line.trim().to_owned() }
    }

    fn text(&self, slot: Slot) -> String {
        let address = self.address;
        let text = match slot {
            Slot::Name => address.name.as_str(),
            Slot::Street if address.line2.is_empty() => &address.line1,
            Slot::Street => return self.street(&format!("{}, {}", address.line1, address.line2)),
            Slot::District => &address.district,
            Slot::City => &address.city,
            Slot::Region => match self.sheet.regions.find(&address.region) {
                Some(region) if self.latin => region.abroad(),
                Some(region) => region.at_home(),
                None => &address.region,
            },
            Slot::Postcode => &address.postcode,
        };
        self.written(slot, text)
    }

    fn street(&self, text: &str) -> String {
        self.written(Slot::Street, text)
    }

    fn written(&self, slot: Slot, text: &str) -> String {
        if self.capitals && self.sheet.capitals.contains(&slot) {
            capitals(text, self.address.country.code())
        } else {
            text.to_owned()
        }
    }
}
