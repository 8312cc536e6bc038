//! Text as a table: separators, quotes, and the row each record stands in.

use csv::{ReaderBuilder, StringRecord};

use super::{Reason, Unreadable};

/// A table with a header.
#[derive(Debug)]
pub struct Table {
    /// The header's cells, trimmed.
    pub columns: Vec<String>,
    /// The rows under it that are not blank, each as long as the header.
    pub rows: Vec<Row>,
    /// How it was read: encoding and separator.
    pub read_as: String,
    /// Rows with more in them than the header has names for.
    pub remarks: Vec<Reason>,
}

/// A row.
#[derive(Debug)]
pub struct Row {
    /// The line of the file it begins in; the header's is 1.
    pub number: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

impl Table {
    /// Reads a table whose line ends are `\n`.
    pub fn read(text: &str, encoding: &str) -> Result<Self, Unreadable> {
        let (separator, named) = separator(text);
        let mut reader = ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes());
        let mut lines = Lines { text, seen: 0, line: 1 };
        let mut table = Self {
            columns: Vec::new(),
            rows: Vec::new(),
            read_as: format!("{encoding}, separated by {named}"),
            remarks: Vec::new(),
        };
        for record in reader.records() {
            let record = record.map_err(|error| Unreadable::Broken(error.to_string()))?;
            let number = lines.of(&record);
            table.take(number, record.iter().map(|cell| cell.trim().to_owned()).collect());
        }
        if table.columns.is_empty() { Err(Unreadable::Empty) } else { Ok(table) }
    }

    fn take(&mut self, number: usize, mut cells: Vec<String>) {
        if cells.iter().all(String::is_empty) {
            return;
        }
        if self.columns.is_empty() {
            self.columns = cells;
            return;
        }
        let beyond: Vec<&String> = cells.iter().skip(self.columns.len()).filter(|cell| !cell.is_empty()).collect();
        if !beyond.is_empty() {
            let what = format!("{} cells beyond the last column, not read: {beyond:?}", beyond.len());
            self.remarks.push(Reason { row: number, column: String::new(), what });
        }
        cells.resize(self.columns.len(), String::new());
        self.rows.push(Row { number, cells });
    }
}

/// The sign that is found most often in the header, outside quotes.
fn separator(text: &str) -> (u8, &'static str) {
    let mut counts = [(0, b',', "commas"), (0, b';', "semicolons"), (0, b'\t', "tabs")];
    let mut quoted = false;
    for byte in text.trim_start().bytes().take_while(|&byte| byte != b'\n') {
        quoted ^= byte == b'"';
        if let Some(count) = counts.iter_mut().find(|count| count.1 == byte && !quoted) {
            count.0 += 1;
        }
    }
    // The first of equals, so that a single column counts as separated by commas.
    let [commas, others @ ..] = counts;
    let most = others.into_iter().fold(commas, |most, other| if other.0 > most.0 { other } else { most });
    (most.1, most.2)
}

/// The reader says where a record begins before the blank lines it skips, so lines are counted here.
struct Lines<'a> {
    text: &'a str,
    seen: usize,
    line: usize,
}

impl Lines<'_> {
    fn of(&mut self, record: &StringRecord) -> usize {
        let begin = record.position().and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.seen);
        let bytes = self.text.as_bytes();
        let blank = bytes.iter().skip(begin).take_while(|&&byte| byte == b'\n').count();
        let passed = bytes.get(self.seen..begin + blank).unwrap_or_default();
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count();
        self.seen = begin + blank;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        Table::read(text, "UTF-8").unwrap().rows.into_iter().map(|row| (row.number, row.cells)).collect()
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
    fn rows_are_numbered_as_an_editor_numbers_them() {
        check("\n\na,b\n1,\"two\nlines\"\n\n,\n3,4", &[(4, ["1", "two\nlines"]), (8, ["3", "4"])]);
    }

    #[test]
    fn short_rows_are_filled_and_long_ones_told_of() {
        check("a,b\n1\n", &[(2, ["1", ""])]);
        let table = Table::read("a,b\n1,2,,\n1,2,3,4\n", "UTF-8").unwrap();
        assert_eq!(table.rows.len(), 2);
        let told: Vec<String> = table.remarks.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["row 3: 2 cells beyond the last column, not read: [\"3\", \"4\"]"]);
    }
}
