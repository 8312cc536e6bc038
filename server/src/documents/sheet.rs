//! A paper laid out on pages: where each line of text and each rule stands.
//!
//! Lengths are in points, from the top of the page down and from the side where reading begins; [`Page`]s know left and right.

mod table;

use app::documents::{Fact, Paper, Party};

use super::text::{Line, Pen, lines, width};

/// A page as it is drawn.
#[derive(Debug, Default)]
pub struct Page {
    /// Its texts.
    pub texts: Vec<Text>,
    /// Its rules.
    pub rules: Vec<Rule>,
}

/// A line of text where it stands.
#[derive(Debug)]
pub struct Text {
    /// From the left.
    pub x: f32,
    /// Its base line, from the top.
    pub y: f32,
    /// The size of the em.
    pub size: f32,
    /// Its colour.
    pub ink: Ink,
    /// What stands on it.
    pub line: Line,
}

/// A horizontal rule.
#[derive(Debug)]
pub struct Rule {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
    /// How long.
    pub length: f32,
}

/// What text is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// What is to be read.
    Full,
    /// What names it.
    Quiet,
}

/// How a text is set.
#[derive(Clone, Copy, Debug)]
struct Style {
    size: f32,
    bold: bool,
    ink: Ink,
}

const TITLE: Style = Style { size: 20.0, bold: true, ink: Ink::Full };
const STRONG: Style = Style { size: 9.5, bold: true, ink: Ink::Full };
const TEXT: Style = Style { size: 9.5, bold: false, ink: Ink::Full };
const LABEL: Style = Style { size: 8.0, bold: false, ink: Ink::Quiet };
const TOTAL: Style = Style { size: 12.0, bold: true, ink: Ink::Full };

/// White around everything.
const MARGIN: f32 = 54.0;
/// From one base line to the next, in ems.
const LEADING: f32 = 1.45;
/// Between columns.
const GAP: f32 = 14.0;

/// Lays a paper out, on as many pages as it needs.
pub fn lay_out(paper: &Paper) -> Vec<Page> {
    let (wide, high) = paper.size.tenths();
    let mut hand = Hand::new(paper, wide as f32 / 10.0, high as f32 / 10.0);
    let all = hand.room();
    let [seller, _] = &paper.parties;
    hand.put(seller.lines.first().map_or("", String::as_str), STRONG, 0.0, all, Side::Start);
    hand.down(14.0);
    hand.put(&format!("{} {}", paper.title, paper.number), TITLE, 0.0, all, Side::Start);
    hand.down(10.0);
    hand.facts(&paper.facts);
    hand.down(18.0);
    hand.parties(&paper.parties);
    hand.down(22.0);
    hand.table(&paper.lines, 0.0, all);
    hand.down(16.0);
    hand.end(paper);
    hand.down(16.0);
    for note in &paper.notes {
        hand.put(note, LABEL, 0.0, all.min(400.0), Side::Start);
        hand.down(4.0);
    }
    hand.finished(&paper.number)
}

/// At which side of its room a text stands, as it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Start,
    End,
}

/// What writes down the page.
struct Hand {
    pages: Vec<Page>,
    pen: Pen,
    wide: f32,
    high: f32,
    y: f32,
}

impl Hand {
    fn new(paper: &Paper, wide: f32, high: f32) -> Self {
        Self { pages: vec![Page::default()], pen: Pen { lang: paper.lang, bold: false }, wide, high, y: MARGIN }
    }

    fn room(&self) -> f32 {
        self.wide - 2.0 * MARGIN
    }

    fn down(&mut self, by: f32) {
        self.y += by;
    }

    /// Begins a new page where less than this is left. Whether it did.
    fn keep(&mut self, height: f32) -> bool {
        let full = self.y + height > self.high - MARGIN - 20.0;
        if full {
            self.pages.push(Page::default());
            self.y = MARGIN;
        }
        full
    }

    fn set(&self, text: &str, style: Style, room: f32) -> Vec<Line> {
        lines(text, Pen { bold: style.bold, ..self.pen }, room * 1000.0 / style.size)
    }

    fn width(&self, text: &str, style: Style) -> f32 {
        width(text, Pen { bold: style.bold, ..self.pen }) * style.size / 1000.0
    }

    fn height(&self, text: &str, style: Style, room: f32) -> f32 {
        self.set(text, style, room).len() as f32 * style.size * LEADING
    }

    /// Puts a text at `from` and goes on below it, on the next page where this one is full.
    fn put(&mut self, text: &str, style: Style, from: f32, room: f32, side: Side) {
        for line in self.set(text, style, room) {
            self.keep(style.size * LEADING);
            self.stand(line, style, from, room, side);
        }
    }

    /// Puts a line on this page, however full it is.
    fn stand(&mut self, line: Line, style: Style, from: f32, room: f32, side: Side) {
        self.y += style.size * LEADING;
        let long = line.width * style.size / 1000.0;
        let inward = if side == Side::End { from + room - long } else { from };
        let y = self.y - style.size * (LEADING - 1.05);
        let x = if self.pen.lang.dir() == "rtl" { self.room() - inward - long } else { inward };
        let text = Text { x: MARGIN + x, y, size: style.size, ink: style.ink, line };
        self.page().texts.push(text);
    }

    fn rule(&mut self, from: f32, length: f32) {
        let x = if self.pen.lang.dir() == "rtl" { self.room() - from - length } else { from };
        let rule = Rule { x: MARGIN + x, y: self.y, length };
        self.page().rules.push(rule);
    }

    fn page(&mut self) -> &mut Page {
        if self.pages.is_empty() {
            self.pages.push(Page::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Side by side, each going down from here; goes on below the longest. They stay on one page.
    fn beside(&mut self, parts: &[&dyn Fn(&mut Self)]) {
        let top = self.y;
        let mut bottom = top;
        for part in parts {
            self.y = top;
            part(self);
            bottom = bottom.max(self.y);
        }
        self.y = bottom;
    }

    fn facts(&mut self, facts: &[Fact]) {
        let column = (self.room() + GAP) / facts.len().max(1) as f32;
        let one = |(nth, fact): (usize, &Fact)| {
            let (fact, from) = (fact.clone(), nth as f32 * column);
            move |hand: &mut Self| {
                hand.put(&fact.label, LABEL, from, column - GAP, Side::Start);
                hand.put(&fact.value, TEXT, from, column - GAP, Side::Start);
            }
        };
        let all: Vec<_> = facts.iter().enumerate().map(one).collect();
        self.beside(&all.iter().map(|part| part as &dyn Fn(&mut Self)).collect::<Vec<_>>());
    }

    fn parties(&mut self, [seller, buyer]: &[Party; 2]) {
        let half = (self.room() + GAP) / 2.0;
        let one = |party: &Party, from: f32| {
            let party = party.clone();
            move |hand: &mut Self| {
                hand.put(&party.title, LABEL, from, half - GAP, Side::Start);
                for (nth, line) in party.lines.iter().enumerate() {
                    hand.put(line, if nth == 0 { STRONG } else { TEXT }, from, half - GAP, Side::Start);
                }
            }
        };
        self.beside(&[&one(seller, 0.0), &one(buyer, half)]);
    }

    /// The taxes, and the sums beside them, on one page.
    fn end(&mut self, paper: &Paper) {
        let half = (self.room() + 2.0 * GAP) / 2.0;
        let rows = paper.taxes.rows.len().max(paper.sums.len()) as f32;
        self.keep((rows + 2.0) * TEXT.size * LEADING * 1.6);
        let (taxes, sums) = (paper.taxes.clone(), paper.sums.clone());
        let left = move |hand: &mut Self| hand.table(&taxes, 0.0, half - 2.0 * GAP);
        let right = move |hand: &mut Self| hand.sums(&sums, half, half - 2.0 * GAP);
        self.beside(&[&left, &right]);
    }

    fn sums(&mut self, sums: &[Fact], from: f32, room: f32) {
        for (nth, sum) in sums.iter().enumerate() {
            let last = nth + 1 == sums.len();
            if last {
                self.down(4.0);
                self.rule(from, room);
                self.down(4.0);
            }
            let style = if last { TOTAL } else { TEXT };
            let long = self.width(&sum.value, style) + GAP;
            let name = |hand: &mut Self| hand.put(&sum.label, style, from, room - long, Side::Start);
            let value = |hand: &mut Self| hand.put(&sum.value, style, from + room - long, long, Side::End);
            self.beside(&[&name, &value]);
        }
    }

    /// Numbers the pages.
    fn finished(mut self, number: &str) -> Vec<Page> {
        let count = self.pages.len();
        let (room, pages) = (self.room(), std::mem::take(&mut self.pages));
        let mut done = Vec::with_capacity(count);
        for (nth, page) in pages.into_iter().enumerate() {
            self.pages = vec![page];
            for (text, side) in [(number, Side::Start), (&*format!("{} / {count}", nth + 1), Side::End)] {
                self.y = self.high - MARGIN;
                for line in self.set(text, LABEL, room) {
                    self.stand(line, LABEL, 0.0, room, side);
                }
            }
            done.append(&mut self.pages);
        }
        done
    }
}
