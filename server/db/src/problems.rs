//! Problems with orders: told on the order's page, answered at the desk; the answer stands on the page and goes by letter.
//! `problems/photos.rs` has their pictures.

use domain::Never;
use domain::ids::{OrderId, ProblemId};
use domain::notifications::{Kind, Particulars};
use domain::problems::{MOST_OPEN, Problem, ProblemRefusal, ProblemRow, ProblemState, Report, TypedProblem};
use domain::staff::Staff;
use rusqlite::Row;

use crate::database::{Conn, Event, Tx};
use crate::error::{Answer, Error, Fault, Result};
use crate::notifications;
use crate::rows::Columns;

pub mod photos;

/// Rows on a page of the desk.
pub const PAGE: u32 = 50;

/// Takes a problem, with the pictures that wait beside its order. The same, told again while it waits for its answer, is taken once;
/// pictures it has not yet are added to it.
pub fn tell(tx: &Tx<'_>, order: OrderId, report: &Report) -> Answer<(), ProblemRefusal> {
    const TELL: &str = "INSERT INTO problems (order_id, trouble, piece, said, told_at) VALUES ($1, $2, $3, $4, $5) RETURNING id";
    const LINE: &str = "INSERT INTO problem_lines (problem_id, position) VALUES ($1, $2)";
    tx.run("DELETE FROM typed_problems WHERE order_id = $1", &[&order.0])?;
    let open: Vec<Problem> = of_order(tx, order)?.into_iter().filter(|problem| problem.answer.is_none()).collect();
    if let Some(known) = open.iter().find(|problem| problem.report == *report) {
        return Ok(photos::attach(tx, order, known.id)?);
    }
    if open.len() >= MOST_OPEN {
        return Err(Error::Refused(ProblemRefusal::TooMany));
    }
    let written = tx.one(TELL, &[&order.0, &report.trouble.code(), &report.piece, &report.said, &tx.now().0], |row| {
        row.get::<_, i64>("id")
    })?;
    let id = written.ok_or_else(|| Fault::Books("a problem was not written".to_owned()))?;
    for line in &report.lines {
        tx.run(LINE, &[&id, line])?;
    }
    Ok(photos::attach(tx, order, ProblemId(id))?)
}

/// Answers a problem: its shopper is written to, and reads it on the order's page.
pub fn answer(tx: &Tx<'_>, id: ProblemId, said: &str, staff: &Staff) -> Answer<(), ProblemRefusal> {
    const OF: &str = "SELECT order_id, state FROM problems WHERE id = $1";
    const ANSWER: &str = "UPDATE problems SET state = $1, answer = $2, answered_at = $3, staff_id = $4 WHERE id = $5";
    let found = tx.one(OF, &[&id.0], |row| Ok((OrderId(row.get("order_id")?), row.code::<ProblemState>("state")?)))?;
    let (order, state) = found.ok_or(Fault::NotFound("problem"))?;
    let next = state.answered().ok_or(Error::Refused(ProblemRefusal::Answered))?;
    tx.run(ANSWER, &[&next.code(), &said, &tx.now().0, &staff.id.0, &id.0])?;
    let about = Particulars { said: said.to_owned(), ..Particulars::default() };
    notifications::say_of(tx, Kind::ProblemAnswered, order, id, &about)?;
    tx.emit(Event::Order(order));
    Ok(())
}

/// The problems of an order, the newest first.
pub fn of_order(conn: &Conn, order: OrderId) -> Result<Vec<Problem>> {
    const OF: &str =
        "SELECT id, trouble, piece, said, told_at, answer, answered_at FROM problems WHERE order_id = $1 ORDER BY id DESC";
    let found = conn.all(OF, &[&order.0], read)?;
    found.into_iter().map(|problem| whole(conn, order, problem)).collect()
}

/// A page of all problems, those that wait for an answer first, the longest waiting before the others; one more than the page
/// where there are more.
pub fn all(conn: &Conn, page: u32) -> Result<Vec<ProblemRow>> {
    const ALL: &str = "SELECT p.id, p.order_id, p.trouble, p.piece, p.said, p.told_at, p.answer, p.answered_at, o.number
        FROM problems p JOIN orders o ON o.id = p.order_id
        ORDER BY CASE p.state WHEN 'open' THEN p.id - 9000000000000000 ELSE -p.id END LIMIT $1 OFFSET $2";
    const THING: &str = "SELECT l.name FROM order_lines l JOIN problem_lines p ON p.position = l.position
        WHERE p.problem_id = $1 AND l.order_id = $2 ORDER BY l.position";
    let from = page.saturating_sub(1).saturating_mul(PAGE);
    let found = conn.all(ALL, &[&(PAGE + 1), &from], |row| {
        Ok((row.get::<_, i64>("order_id")?, ProblemRow { order: row.text("number")?, things: Vec::new(), problem: read(row)? }))
    })?;
    let fill = |(order, row): (i64, ProblemRow)| {
        let things = conn.all(THING, &[&row.problem.id.0, &order], |row| row.get::<_, String>("name"))?;
        Ok(ProblemRow { things, problem: whole(conn, OrderId(order), row.problem)?, order: row.order })
    };
    found.into_iter().map(fill).collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<Problem> {
    let answered: Option<i64> = row.get("answered_at")?;
    let said: String = row.get("answer")?;
    Ok(Problem {
        id: ProblemId(row.get("id")?),
        report: Report { trouble: row.code("trouble")?, piece: row.get("piece")?, lines: Vec::new(), said: row.get("said")? },
        photos: Vec::new(),
        told_at: row.time("told_at")?,
        answer: answered.map(|at| (said, domain::time::Timestamp(at))),
    })
}

/// A problem with its lines and pictures.
fn whole(conn: &Conn, order: OrderId, mut problem: Problem) -> Result<Problem> {
    const LINES: &str = "SELECT position FROM problem_lines WHERE problem_id = $1 ORDER BY position";
    problem.report.lines = conn.all(LINES, &[&problem.id.0], |row| row.get("position"))?;
    problem.photos = photos::of_problem(conn, order, problem.id)?;
    Ok(problem)
}

/// Keeps what was typed for an order and could not be taken.
pub fn keep_typed(tx: &Tx<'_>, order: OrderId, typed: &TypedProblem) -> Answer<(), Never> {
    const KEEP: &str = "INSERT INTO typed_problems (order_id, typed) VALUES ($1, $2)
        ON CONFLICT (order_id) DO UPDATE SET typed = excluded.typed";
    let typed = serde_json::to_string(typed).map_err(|error| Fault::Books(format!("a problem cannot be kept: {error}")))?;
    tx.run(KEEP, &[&order.0, &typed])?;
    Ok(())
}

/// What was typed last for an order and could not be taken.
pub fn typed(conn: &Conn, order: OrderId) -> Result<Option<TypedProblem>> {
    const TYPED: &str = "SELECT typed FROM typed_problems WHERE order_id = $1";
    let typed = conn.one(TYPED, &[&order.0], |row| row.get::<_, String>("typed"))?;
    Ok(typed.and_then(|typed| serde_json::from_str(&typed).ok()))
}
