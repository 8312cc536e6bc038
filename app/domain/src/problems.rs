//! What is wrong with an order, told by whoever waits for it, and what staff answered.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::codes;
use crate::ids::ProblemId;
use crate::orders::{Order, OrderNumber};
use crate::time::Timestamp;

mod photos;

pub use photos::{MOST_PHOTOS, Photo, PhotoFlaw, PhotoSize, RefusedPhoto};

codes! {
    /// What is wrong.
    Trouble {
        /// It did not come, though it should have.
        NotArrived = "not_arrived",
        /// It came broken.
        Damaged = "damaged",
        /// It is not what was ordered.
        Wrong = "wrong",
        /// Something of it was not in the parcel.
        Missing = "missing",
        /// Something else.
        Other = "other",
    }
}

codes! {
    /// How far a problem has come.
    ProblemState {
        /// Somebody waits for an answer.
        Open = "open",
        /// It was answered.
        Answered = "answered",
    }
}

impl ProblemState {
    /// What an answer makes of it: the only way it changes. None where somebody was faster. The books hold to it too, by a trigger.
    pub const fn answered(self) -> Option<Self> {
        match self {
            Self::Open => Some(Self::Answered),
            Self::Answered => None,
        }
    }
}

/// So many problems of an order wait for an answer at most.
pub const MOST_OPEN: usize = 3;

/// So many pictures that were not taken are named.
const MOST_REFUSED: usize = 10;

/// So many characters are told at most, and answered.
pub const MOST_SAID: usize = 1000;

/// What was told, read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What is wrong.
    pub trouble: Trouble,
    /// The piece of the order it is about, where that was said.
    pub piece: Option<u32>,
    /// The lines of the order it is about, by their place in it.
    pub lines: Vec<u32>,
    /// In the shopper's words; empty where the rest says it all.
    pub said: String,
}

/// A problem of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Id.
    pub id: ProblemId,
    /// What was told.
    pub report: Report,
    /// Pictures of it, at most [`MOST_PHOTOS`].
    pub photos: Vec<Photo>,
    /// When.
    pub told_at: Timestamp,
    /// The answer, and when it was given.
    pub answer: Option<(String, Timestamp)>,
}

/// A problem as the desk sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemRow {
    /// The order.
    pub order: OrderNumber,
    /// What the lines it is about are called.
    pub things: Vec<String>,
    /// It.
    pub problem: Problem,
}

codes! {
    /// What is wrong with a form that tells of a problem.
    ReportFlaw {
        /// It does not say what is wrong.
        Trouble = "trouble",
        /// It says that something else is wrong, and not what.
        Silent = "silent",
        /// It says more than is read.
        Long = "long",
    }
}

codes! {
    /// Why a problem is not taken, or not answered.
    ProblemRefusal {
        /// As many as may be wait for an answer already.
        TooMany = "too_many",
        /// Somebody else has answered it.
        Answered = "answered",
        /// The answer says nothing, or more than is read.
        Unsaid = "unsaid",
    }
}

/// A problem as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TypedProblem {
    /// What is wrong, its code.
    pub trouble: String,
    /// The piece, its number.
    pub piece: String,
    /// A tick for each line, by its place in the order.
    pub lines: BTreeMap<String, String>,
    /// In the shopper's words.
    pub said: String,
    /// The pictures that came with it and were not taken.
    pub refused: Vec<RefusedPhoto>,
}

impl TypedProblem {
    /// Reads it. What it names and the order does not have is left out.
    pub fn parse(&self, order: &Order) -> Result<Report, Vec<ReportFlaw>> {
        let (said, trouble) = (plain(&self.said), Trouble::from_code(&self.trouble));
        let mut flaws = Vec::new();
        if trouble.is_none() {
            flaws.push(ReportFlaw::Trouble);
        }
        if trouble == Some(Trouble::Other) && said.is_empty() {
            flaws.push(ReportFlaw::Silent);
        }
        if said.chars().count() > MOST_SAID {
            flaws.push(ReportFlaw::Long);
        }
        let piece = self.piece.parse().ok().filter(|piece| order.pieces.iter().any(|known| known.number == *piece));
        let lines = (0..).zip(&order.lines).map(|(at, _): (u32, _)| at).filter(|at| self.lines.contains_key(&at.to_string()));
        match (trouble, flaws.is_empty()) {
            (Some(trouble), true) => Ok(Report { trouble, piece, lines: lines.collect(), said }),
            _ => Err(flaws),
        }
    }

    /// As much of it as is kept until it can be taken.
    #[must_use]
    pub fn cut(self) -> Self {
        let cut = |text: &str, most: usize| text.chars().take(most).collect::<String>();
        Self {
            trouble: cut(&self.trouble, 40),
            piece: cut(&self.piece, 10),
            lines: self.lines.into_iter().take(200).map(|(at, _)| (cut(&at, 10), "yes".to_owned())).collect(),
            said: cut(&self.said, 4 * MOST_SAID),
            refused: self.refused.into_iter().take(MOST_REFUSED).map(RefusedPhoto::cut).collect(),
        }
    }
}

/// Reads an answer.
pub fn answer_typed(typed: &str) -> Result<String, ProblemRefusal> {
    let said = plain(typed);
    if said.is_empty() || said.chars().count() > MOST_SAID { Err(ProblemRefusal::Unsaid) } else { Ok(said) }
}

/// A text without what is no text; lines end in one way, however the browser ends them.
pub(crate) fn plain(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|c| *c == '\n' || !c.is_control()).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_answered_once() {
        assert_eq!(ProblemState::Open.answered(), Some(ProblemState::Answered));
        assert_eq!(ProblemState::Answered.answered(), None);
    }

    #[test]
    fn an_answer_says_something_and_is_read_to_its_end() {
        assert_eq!(answer_typed(" A new one\r\nis on its way. "), Ok("A new one\nis on its way.".to_owned()));
        assert_eq!(answer_typed(" \r\n\u{0} "), Err(ProblemRefusal::Unsaid));
        assert_eq!(answer_typed(&"x".repeat(MOST_SAID + 1)), Err(ProblemRefusal::Unsaid));
    }
}
