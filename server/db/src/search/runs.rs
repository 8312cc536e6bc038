//! A text cut into what is looked for: words, numbers with their units, stretches of scripts without spaces.

use std::sync::OnceLock;

use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

use super::letters::{Kind, fold, kind};
use super::units;

/// How a run is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// One word.
    Word,
    /// Words without spaces between them, as a dictionary cuts them.
    Unspaced,
    /// Signs, one behind the other.
    Signs,
    /// So much of a unit; its first token is the same for every way to say it.
    Quantity,
}

/// A stretch of a text between spaces, or between two scripts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// How it is looked for.
    pub sort: Sort,
    /// As it was written.
    pub shown: String,
    /// Folded.
    pub word: String,
    /// As the index has it.
    pub tokens: Vec<String>,
}

/// Cuts a text.
pub(super) fn runs(text: &str) -> Vec<Run> {
    let atoms = atoms(text);
    let mut runs = Vec::new();
    let mut at = 0;
    while let Some(atom) = atoms.get(at) {
        let (run, used) = match atom.kind {
            Kind::Digit => number(text, &atoms, at),
            Kind::Letter => (atom.run(text, Sort::Word, vec![bare(&atom.folded).to_owned()]), 1),
            Kind::Unspaced => (atom.run(text, Sort::Unspaced, segments(&atom.folded)), 1),
            Kind::Sign => (atom.run(text, Sort::Signs, signs(&atom.folded)), 1),
            Kind::Gap => (None, 1),
        };
        runs.extend(run);
        at += used;
    }
    runs
}

/// The tokens of a text, as the index has them.
pub(super) fn tokens(text: &str) -> String {
    let tokens: Vec<String> = runs(text).into_iter().flat_map(|run| run.tokens).collect();
    tokens.join(" ")
}

/// The parts of a run's sort: a dictionary's words, signs, or the word itself.
pub(super) fn parts(sort: Sort, word: &str) -> Vec<String> {
    match sort {
        Sort::Unspaced => segments(word),
        Sort::Signs => signs(word),
        Sort::Word | Sort::Quantity => vec![bare(word).to_owned()],
    }
}

/// A word without the Arabic article, which is written with it or not.
pub(super) fn bare(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() >= 3).unwrap_or(word)
}

/// Letters of one kind in a row. A gap is one only where it joins numbers: `21 × 14.8 cm`.
struct Atom {
    kind: Kind,
    folded: String,
    from: usize,
    to: usize,
}

impl Atom {
    fn run(&self, text: &str, sort: Sort, tokens: Vec<String>) -> Option<Run> {
        let shown = text.get(self.from..self.to).unwrap_or_default().to_owned();
        (!tokens.is_empty()).then(|| Run { sort, shown, word: self.folded.clone(), tokens })
    }
}

fn atoms(text: &str) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::new();
    let mut open = false;
    let mut letters = text.char_indices().peekable();
    while let Some((from, letter)) = letters.next() {
        let mut folded = String::new();
        fold(letter, &mut folded);
        let to = from + letter.len_utf8();
        let next = letters.peek().map(|(_, next)| kind(*next));
        match folded.chars().next() {
            Some(first) => open = add(&mut atoms, open, Atom { kind: kind(first), folded, from, to }, letter, next),
            // An accent belongs to the letter before it.
            None => atoms.last_mut().filter(|_| open).iter_mut().for_each(|atom| atom.to = to),
        }
    }
    atoms
}

/// Adds a letter to the last atom, if that is open, or as a new one; whether the last one is open then.
fn add(atoms: &mut Vec<Atom>, open: bool, one: Atom, letter: char, next: Option<Kind>) -> bool {
    let last = atoms.last_mut().filter(|_| open);
    match (one.kind, last) {
        (Kind::Gap, Some(last)) if goes_on(last, letter, next) => {
            last.to = one.to;
            if last.kind == Kind::Digit {
                last.folded.push('.');
            }
            true
        }
        (Kind::Gap, Some(last)) if last.kind == Kind::Digit && matches!(letter, '"' | '″' | '”') => {
            atoms.push(Atom { kind: Kind::Letter, folded: "in".to_owned(), ..one });
            false
        }
        (Kind::Gap, _) => {
            if matches!(letter, '×' | '*' | '-' | '–' | '/') {
                atoms.push(one);
            }
            false
        }
        (here, Some(last)) if last.kind == here || (last.kind, here) == (Kind::Letter, Kind::Digit) => {
            last.to = one.to;
            last.folded.push_str(&one.folded);
            true
        }
        _ => {
            atoms.push(one);
            true
        }
    }
}

/// `cook's` is one word, `l'eau` two; `14.8` is one number.
fn goes_on(last: &Atom, letter: char, next: Option<Kind>) -> bool {
    match last.kind {
        Kind::Letter => matches!(letter, '\'' | '’' | 'ʼ') && next == Some(Kind::Letter) && last.folded.chars().nth(2).is_some(),
        Kind::Digit => matches!(letter, '.' | ',') && next == Some(Kind::Digit) && !last.folded.contains('.'),
        _ => false,
    }
}

/// A number with its unit, if it has one; and how many atoms that took.
fn number(text: &str, atoms: &[Atom], at: usize) -> (Option<Run>, usize) {
    let atom = &atoms[at];
    let digits = atom.folded.split('.').map(str::to_owned);
    let next = atoms.get(at + 1);
    let glued = next.filter(|next| next.from == atom.to && next.kind == Kind::Letter);
    let Some((unit, used)) = unit_of(atoms, at) else {
        if let Some(next) = glued {
            let word = format!("{}{}", atom.folded.replace('.', ""), next.folded);
            let whole = Atom { kind: Kind::Letter, folded: word.clone(), from: atom.from, to: next.to };
            return (whole.run(text, Sort::Word, vec![word]), 2);
        }
        let word = atom.folded.replace('.', "");
        let tokens: Vec<String> = digits.collect();
        let sort = if tokens.len() > 1 { Sort::Signs } else { Sort::Word };
        return (Atom { folded: word, ..*atom }.run(text, sort, tokens), 1);
    };
    let Some(quantity) = units::word(&atom.folded, unit) else {
        return (atom.run(text, Sort::Word, digits.collect()), 1);
    };
    let spelled = next.filter(|_| used == 2);
    let tokens = std::iter::once(quantity).chain(digits).chain(spelled.iter().flat_map(|unit| unit.tokens()));
    let whole = Atom { kind: Kind::Digit, folded: atom.folded.clone(), from: atom.from, to: spelled.unwrap_or(atom).to };
    (whole.run(text, Sort::Quantity, tokens.collect()), used)
}

/// The unit of a number, its own or that of the last one of `21 × 14.8 cm`, and how many atoms number and unit are.
fn unit_of(atoms: &[Atom], at: usize) -> Option<(units::Unit, usize)> {
    let next = atoms.get(at + 1)?;
    match next.kind {
        Kind::Letter if next.folded == "x" => unit_of_joined(atoms, at + 2),
        // `15-inch`: the unit stays a word of its own.
        Kind::Gap => match atoms.get(at + 2).filter(|after| after.kind == Kind::Letter) {
            Some(spelled) => Some((units::unit(&spelled.folded)?, 1)),
            None => unit_of_joined(atoms, at + 2),
        },
        Kind::Letter => Some((units::unit(&next.folded)?, 2)),
        // What follows the unit without a space is a word of its own, so the stretch is not used up.
        Kind::Unspaced | Kind::Sign => {
            let (unit, end) = units::unit_before(&next.folded)?;
            Some((unit, if end == next.folded.len() { 2 } else { 1 }))
        }
        Kind::Digit => None,
    }
}

fn unit_of_joined(atoms: &[Atom], at: usize) -> Option<(units::Unit, usize)> {
    atoms.get(at).filter(|atom| atom.kind == Kind::Digit)?;
    unit_of(atoms, at).map(|(unit, _)| (unit, 1))
}

impl Atom {
    fn tokens(&self) -> Vec<String> {
        match self.kind {
            Kind::Unspaced => segments(&self.folded),
            Kind::Sign => signs(&self.folded),
            _ => vec![self.folded.clone()],
        }
    }
}

fn signs(text: &str) -> Vec<String> {
    text.chars().map(String::from).collect()
}

fn segments(text: &str) -> Vec<String> {
    static WORDS: OnceLock<WordSegmenterBorrowed<'static>> = OnceLock::new();
    let words = WORDS.get_or_init(|| WordSegmenter::new_dictionary(WordBreakInvariantOptions::default()));
    let ends: Vec<usize> = words.segment_str(text).collect();
    let words = ends.windows(2).filter_map(|pair| text.get(pair[0]..pair[1]));
    words.filter(|word| word.chars().any(|letter| kind(letter) != Kind::Gap)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_as_people_read_it() {
        for (text, cut) in [
            ("Cook’s knife, l'eau", "cooks knife l eau"),
            ("12 mm", "120len 12 mm"),
            ("12mm", "120len 12 mm"),
            ("21 × 14,8 cm", "2100len 21 1480len 14 8 cm"),
            ("7.5 x 14 cm", "750len 7 5 x 1400len 14 cm"),
            ("RIDGE-MUG-MOSS-250-ML", "ridge mug moss 250vol 250 ml"),
            ("E27 3D 15\"", "e27 3d 3810len 15 in"),
            ("350毫升马克杯", "350vol 350 毫 升 马 克 杯"),
            ("แก้วมัค 350 มล.", "แก้ว มัค 350vol 350 มล"),
            ("المصباح", "مصباح"),
            ("\"a\" NEAR(b*) \u{202E}مظلة\u{0}🙂", "a near b مظله"),
        ] {
            assert_eq!(tokens(text), cut, "{text}");
        }
    }

    #[test]
    fn what_was_written_is_remembered() {
        let shown: Vec<String> = runs("Krūze «Rīts» 320 ml").into_iter().map(|run| run.shown).collect();
        assert_eq!(shown, ["Krūze", "Rīts", "320 ml"]);
    }
}
