//! Tables: columns as wide as what stands in them, the first one as wide as is left.

use app::documents::{Row, Table};

use super::{GAP, Hand, LABEL, LEADING, Side, TEXT};

/// A column of numbers is at least as wide as the words of its name may be.
const NAME: f32 = 58.0;
/// Above and below what stands in a row.
const AIR: f32 = 4.0;

/// A column: where it begins, and how wide it is.
#[derive(Clone, Copy)]
struct Column {
    from: f32,
    room: f32,
}

impl Hand {
    /// Draws a table at `from`; its head stands again on each new page.
    pub(super) fn table(&mut self, table: &Table, from: f32, room: f32) {
        if table.rows.is_empty() {
            return;
        }
        let columns = self.columns(table, from, room);
        self.head(table, &columns, from, room);
        for row in &table.rows {
            let high = columns.first().map_or(0.0, |first| self.row_height(row, first.room));
            if self.keep(high + 2.0 * AIR) {
                self.head(table, &columns, from, room);
            }
            self.row(row, &columns);
            self.rule(from, room);
        }
    }

    fn columns(&self, table: &Table, from: f32, room: f32) -> Vec<Column> {
        let names = table.head.iter().skip(1).enumerate();
        let wide = names.map(|(at, name)| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
            let widest = cells.map(|cell| self.width(cell, TEXT)).fold(0.0, f32::max);
            widest.max(self.width(name, LABEL).min(NAME)) + 1.0
        });
        let wide: Vec<f32> = wide.collect();
        let mut at = from + room - wide.iter().map(|wide| wide + GAP).sum::<f32>();
        let mut columns = vec![Column { from, room: at - from }];
        for wide in wide {
            columns.push(Column { from: at + GAP, room: wide });
            at += wide + GAP;
        }
        columns
    }

    fn row_height(&self, row: &Row, room: f32) -> f32 {
        let small = if row.small.is_empty() { 0.0 } else { self.height(&row.small, LABEL, room) };
        (self.height(&row.text, TEXT, room) + small).max(TEXT.size * LEADING)
    }

    fn head(&mut self, table: &Table, columns: &[Column], from: f32, room: f32) {
        let name = |(nth, (name, column)): (usize, (&String, &Column))| {
            let (name, column, side) = (name.clone(), *column, side(nth));
            move |hand: &mut Self| hand.put(&name, LABEL, column.from, column.room, side)
        };
        let all: Vec<_> = table.head.iter().zip(columns).enumerate().map(name).collect();
        self.beside(&all.iter().map(|part| part as &dyn Fn(&mut Self)).collect::<Vec<_>>());
        self.down(AIR);
        self.rule(from, room);
    }

    fn row(&mut self, row: &Row, columns: &[Column]) {
        self.down(AIR);
        let cell = |(nth, (cell, column)): (usize, (&String, &Column))| {
            let (cell, column) = (cell.clone(), *column);
            move |hand: &mut Self| hand.put(&cell, TEXT, column.from, column.room, side(nth + 1))
        };
        let cells: Vec<_> = row.cells.iter().zip(columns.iter().skip(1)).enumerate().map(cell).collect();
        let first = |hand: &mut Self| {
            let Some(column) = columns.first() else { return };
            hand.put(&row.text, TEXT, column.from, column.room, Side::Start);
            if !row.small.is_empty() {
                hand.put(&row.small, LABEL, column.from, column.room, Side::Start);
            }
        };
        let mut parts: Vec<&dyn Fn(&mut Self)> = vec![&first];
        parts.extend(cells.iter().map(|part| part as &dyn Fn(&mut Self)));
        self.beside(&parts);
        self.down(AIR);
    }
}

fn side(nth: usize) -> Side {
    if nth == 0 { Side::Start } else { Side::End }
}
