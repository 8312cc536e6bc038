//! Text as a table: separators, quotes, and the row each record stands in. Rows are known by their places in the text and read
//! when somebody asks for them.
//!
//! A table this shop wrote is read to the letter (see [`guarded`]); any other is trimmed, its line ends become `\n`, and an
//! apostrophe that kept a spreadsheet from reckoning with a cell goes.

use std::borrow::Cow;
use std::io::BufReader;

use csv::{ByteRecord, Position, ReaderBuilder};

use super::text::Text;
use super::{Reason, Unreadable};

/// A table with a header.
pub struct Table {
    /// The header's cells, trimmed.
    pub columns: Vec<String>,
    /// Where the rows under it stand that are not blank.
    pub places: Vec<Place>,
    /// How it was read: encoding and separator.
    pub read_as: String,
    /// Rows with more in them than the header has names for.
    pub remarks: Vec<Reason>,
    /// Whether this shop wrote it.
    pub is_own: bool,
    text: Text,
}

/// Where a row stands in the text.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The line of the file it begins in; the header's is 1.
    pub number: u32,
    length: u32,
    at: u64,
}

/// A row, as it stands in the file: a large catalogue has millions of cells, most of them empty, so they are told apart when
/// somebody asks for them.
pub struct Row {
    /// The line of the file it begins in; the header's is 1.
    pub number: usize,
    text: String,
    separator: u8,
    is_own: bool,
}

impl Row {
    /// Its cells, up to the last one the file has.
    pub fn cells(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let read = if self.is_own { own_cell } else { foreign_cell };
        Cells { rest: Some(&self.text), separator: self.separator }.map(read)
    }

    /// The cell in a column; empty when the row is shorter.
    pub fn cell(&self, at: usize) -> Cow<'_, str> {
        self.cells().nth(at).unwrap_or_default()
    }
}

/// The cells of one record, without their quotes.
struct Cells<'a> {
    rest: Option<&'a str>,
    separator: u8,
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cow<'a, str>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.rest.take()?;
        let length = if rest.starts_with('"') { quoted(rest) } else { 0 };
        let behind = &rest.as_bytes()[length..];
        let end = behind.iter().position(|&byte| byte == self.separator).map(|at| length + at);
        self.rest = end.map(|end| &rest[end + 1..]);
        Some(unquoted(&rest[..length], &rest[length..end.unwrap_or(rest.len())]))
    }
}

/// What stands in quotes, and behind them. Quotes that are not closed end with the text.
fn unquoted<'a>(inside: &'a str, behind: &'a str) -> Cow<'a, str> {
    let inside = inside.strip_prefix('"').unwrap_or(inside);
    let inside = inside.strip_suffix('"').unwrap_or(inside);
    match (inside.contains('"'), inside.is_empty(), behind.is_empty()) {
        (false, _, true) => Cow::Borrowed(inside),
        (false, true, false) => Cow::Borrowed(behind),
        _ => Cow::Owned(inside.replace("\"\"", "\"") + behind),
    }
}

/// How the columns end in which this shop says what Shopify's have no place for.
pub const OWN: &str = "(cartwright)";

/// A cell as it is written so that no spreadsheet reckons with it: an apostrophe stands before what would begin a formula,
/// before another apostrophe, and before a blank, and whoever reads takes it away. (Formulas begin with `=`, `+`, `-`, `@`,
/// a tab or a carriage return: OWASP, "CSV Injection".)
pub fn guarded(text: &str) -> Cow<'_, str> {
    let begins = |first: char| is_sign(first) || first == '\'' || first.is_whitespace();
    if text.starts_with(begins) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

fn is_sign(first: char) -> bool {
    matches!(first, '=' | '+' | '-' | '@' | '\t' | '\r')
}

fn own_cell(cell: Cow<'_, str>) -> Cow<'_, str> {
    within(cell, |cell| cell.strip_prefix('\'').unwrap_or(cell))
}

fn foreign_cell(cell: Cow<'_, str>) -> Cow<'_, str> {
    let cell = within(cell, |cell| {
        let cell = cell.trim();
        cell.strip_prefix('\'').filter(|rest| rest.starts_with(is_sign)).unwrap_or(cell)
    });
    if cell.contains('\r') { Cow::Owned(cell.replace("\r\n", "\n").replace('\r', "\n")) } else { cell }
}

/// A part of a text, copied only where the text is a copy.
fn within<'a>(text: Cow<'a, str>, part: impl Fn(&str) -> &str) -> Cow<'a, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(part(text)),
        Cow::Owned(text) => Cow::Owned(part(&text).to_owned()),
    }
}

impl Table {
    /// Finds the rows of a text.
    pub fn read(text: Text) -> Result<Self, Unreadable> {
        let mut how = ReaderBuilder::new();
        how.has_headers(false).flexible(true).delimiter(text.separator);
        let mut reader = how.from_reader(BufReader::new(text.all()?));
        let mut lines = Lines { seen: 0, line: 1 };
        let mut table = Self {
            columns: Vec::new(),
            places: Vec::new(),
            read_as: format!("{}, separated by {}", text.encoding, named(text.separator)),
            remarks: Vec::new(),
            is_own: false,
            text,
        };
        let mut record = ByteRecord::new();
        while reader.read_byte_record(&mut record).map_err(|error| Unreadable::Broken(error.to_string()))? {
            let place = lines.of(&table.text, &record, reader.position())?;
            table.take(place, &record);
        }
        if table.columns.is_empty() { Err(Unreadable::Empty) } else { Ok(table) }
    }

    /// The rows, one after the other.
    pub fn rows(&self) -> impl Iterator<Item = Result<Row, Unreadable>> {
        self.places.iter().map(|&place| self.row(place))
    }

    /// The row at a place.
    pub fn row(&self, place: Place) -> Result<Row, Unreadable> {
        let text = self.text.part(place.at, place.length as usize)?;
        Ok(Row { number: place.number as usize, text, separator: self.text.separator, is_own: self.is_own })
    }

    fn take(&mut self, place: Place, record: &ByteRecord) {
        let cells = || record.iter().map(String::from_utf8_lossy);
        if cells().all(|cell| cell.trim().is_empty()) {
            return;
        }
        if self.columns.is_empty() {
            self.columns = cells().map(|cell| cell.trim().to_owned()).collect();
            self.is_own = self.columns.iter().any(|column| column.ends_with(OWN));
            return;
        }
        let beyond = cells().skip(self.columns.len()).map(|cell| cell.trim().to_owned()).filter(|cell| !cell.is_empty());
        let beyond: Vec<String> = beyond.collect();
        if !beyond.is_empty() {
            let what = format!("{} cells beyond the last column, not read: {beyond:?}", beyond.len());
            self.remarks.push(Reason { row: place.number as usize, column: String::new(), what });
        }
        self.places.push(place);
    }
}

/// The sign that is found most often in the header, outside quotes; the first of equals, so that a single column counts as
/// separated by commas.
pub fn separator(text: &str) -> u8 {
    let mut counts = [(0, b','), (0, b';'), (0, b'\t')];
    let mut quoted = false;
    for byte in text.trim_start().bytes().take_while(|&byte| !matches!(byte, b'\n' | b'\r')) {
        quoted ^= byte == b'"';
        if let Some(count) = counts.iter_mut().find(|count| count.1 == byte && !quoted) {
            count.0 += 1;
        }
    }
    let [commas, others @ ..] = counts;
    others.into_iter().fold(commas, |most, other| if other.0 > most.0 { other } else { most }).1
}

fn named(separator: u8) -> &'static str {
    match separator {
        b';' => "semicolons",
        b'\t' => "tabs",
        _ => "commas",
    }
}

/// How long the quoted text at the start is, with both quotes; a doubled quote does not end it.
fn quoted(cell: &str) -> usize {
    let bytes = cell.as_bytes();
    let mut at = 1;
    while let Some(&byte) = bytes.get(at) {
        match (byte, bytes.get(at + 1)) {
            (b'"', Some(b'"')) => at += 2,
            (b'"', _) => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// The reader says where a record begins before the blank lines it skips, so lines are counted here.
struct Lines {
    seen: u64,
    line: usize,
}

impl Lines {
    /// Where a record stands, without the end of its last line.
    fn of(&mut self, text: &Text, record: &ByteRecord, end: &Position) -> Result<Place, Unreadable> {
        let begin = record.position().map_or(self.seen, Position::byte);
        let passed = text.part(self.seen, (end.byte() - self.seen) as usize)?;
        let (before, own) = passed.split_at_checked((begin - self.seen) as usize).unwrap_or((&passed, ""));
        let record = own.trim_start_matches(['\n', '\r']);
        let blank = own.len() - record.len();
        self.line += line_ends(passed.get(..before.len() + blank).unwrap_or_default().as_bytes());
        self.seen = begin + blank as u64;
        let length = record.trim_end_matches(['\n', '\r']).len();
        Ok(Place { number: self.line as u32, length: length as u32, at: self.seen })
    }
}

/// Lines end with `\n`, `\r` or both in this order.
fn line_ends(bytes: &[u8]) -> usize {
    let ends = |(at, &byte): (usize, &u8)| byte == b'\n' || byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    bytes.iter().enumerate().filter(|&end| ends(end)).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::table;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let table = table(text).unwrap();
        let cells = |row: &Row| (0..table.columns.len()).map(|at| row.cell(at).into_owned()).collect();
        table.rows().map(Result::unwrap).map(|row| (row.number, cells(&row))).collect()
    }

    #[track_caller]
    fn check(text: &str, expected: &[(usize, [&str; 2])]) {
        let expected: Vec<_> = expected.iter().map(|(number, cells)| (*number, cells.map(str::to_owned).to_vec())).collect();
        assert_eq!(rows(text), expected);
    }

    #[test]
    fn commas_semicolons_and_tabs_separate() {
        check("a,b\n1,\"2;3\"\n", &[(2, ["1", "2;3"])]);
        check("a;b\n1;2,3\n", &[(2, ["1", "2,3"])]);
        check("a\tb\n1\t2\n", &[(2, ["1", "2"])]);
        check("\"a,b,c\";b\n1;2\n", &[(2, ["1", "2"])]);
    }

    #[test]
    fn cells_are_read_without_what_pads_them() {
        check("a   , b\n1  , \"two, \"\"2\"\" \nlines\"  \n 3,4\n", &[(2, ["1", "two, \"2\" \nlines"]), (4, ["3", "4"])]);
        check("a,b\r\n1,\"x\r\ny\"\r\n2,3\r\n", &[(2, ["1", "x\ny"]), (4, ["2", "3"])]);
        check("a,b\n'=1,'tis\n", &[(2, ["=1", "'tis"])]);
    }

    #[test]
    fn what_this_shop_wrote_is_read_to_the_letter() {
        for text in ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1", "'", "'=1", " a", "a ", "a\r\nb", "\"", ""] {
            let mut writer = csv::Writer::from_writer(Vec::new());
            writer.write_record(["a", "b (cartwright)"]).unwrap();
            let written = guarded(text);
            assert!(!written.starts_with(is_sign), "{written:?}");
            writer.write_record([&*written, "x"]).unwrap();
            let file = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            assert_eq!(rows(&file), [(2, vec![text.to_owned(), "x".to_owned()])], "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn cells_are_those_the_reader_of_records_sees(text in "[abc\"\"\",\r\n ;\u{e9}]{0,60}") {
            let text = format!("a,b,c,d\n{text}");
            let table = table(&text).unwrap();
            let text = table.text.part(0, table.text.length as usize).unwrap();
            let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
            let records: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let filled = records.iter().filter(|cells| cells.iter().any(|cell| !cell.trim().is_empty()));
            for (row, cells) in table.rows().map(Result::unwrap).zip(filled) {
                let expected: Vec<_> = cells.iter().map(|cell| foreign_cell(Cow::Borrowed(cell)).into_owned()).collect();
                prop_assert_eq!(row.cells().collect::<Vec<_>>(), expected, "{:?}", text);
            }
        }
    }

    #[test]
    fn rows_are_numbered_as_an_editor_numbers_them() {
        check("\n\na,b\n1,\"two\nlines\"\n\n,\n3,4", &[(4, ["1", "two\nlines"]), (8, ["3", "4"])]);
    }

    #[test]
    fn short_rows_are_filled_and_long_ones_told_of() {
        check("a,b\n1\n", &[(2, ["1", ""])]);
        let table = table("a,b\n1,2,,\n1,2,3,4\n").unwrap();
        assert_eq!(table.places.len(), 2);
        let told: Vec<String> = table.remarks.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["row 3: 2 cells beyond the last column, not read: [\"3\", \"4\"]"]);
    }
}
