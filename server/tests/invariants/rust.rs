//! What Rust code may say where.

use super::nothing;
use super::source::{Source, code, files, literals};

/// Longest component or page file; what has no view may be longer.
const VIEW_LINES: usize = 200;
const FILE_LINES: usize = 300;
/// Longest server function: it asks, it does not think.
const ANSWER_LINES: usize = 12;

const SQL: &[&str] =
    &["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "CREATE TABLE ", "PRAGMA ", "BEGIN IMMEDIATE", "ON CONFLICT"];

#[test]
fn only_the_memory_speaks_to_the_database() {
    nothing(files(&["app", "frontend/src", "server/src"], ".rs").iter().flat_map(sql).collect());
    assert_eq!(sql(&file("a.rs", r#"one("SELECT id FROM carts")"#)).len(), 1);
    assert_eq!(sql(&file("a.rs", r#"label("UPDATED") // SELECT a FROM b"#)).len(), 0);
}

fn sql(source: &Source) -> Vec<String> {
    let is_sql = |text: &String| SQL.iter().any(|word| text.trim_start().starts_with(word));
    literals(&source.text)
        .iter()
        .filter(|text| is_sql(text))
        .map(|text| format!("{}: SQL outside server/db: {text}", source.path))
        .collect()
}

#[test]
fn every_server_function_asks_the_request_first() {
    let all: Vec<_> = files(&["app/src"], ".rs").iter().flat_map(answers).collect();
    assert!(!all.is_empty(), "no server function was found");
    nothing(
        all.iter()
            .filter(|answer| !is_guarded(&answer.body))
            .map(|answer| format!("{}: no guard in its first line", answer.name))
            .collect(),
    );

    let [bad, good] = [
        answers(&file("a.rs", "#[server]\npub async fn f(a: A) -> Result<B, C> {\n let b = work(a);\n request::db() }")),
        answers(&file("a.rs", "#[server(endpoint = \"f\")]\nasync fn f() -> R { let db = request::db()?; Ok(()) }")),
    ];
    assert!(!is_guarded(&bad[0].body) && is_guarded(&good[0].body));
}

#[test]
fn every_server_function_is_tampered_with() {
    let forms = files(&["server/rehearsal/src/torture"], "forms.rs");
    let known: Vec<String> = forms.iter().flat_map(|source| literals(&source.text)).collect();
    let missed = |text: &str| -> Vec<String> {
        let named = text.split("endpoint = \"").skip(1).filter_map(|rest| rest.split('"').next());
        named.filter(|name| !known.iter().any(|form| form == name)).map(|name| format!("{name}: no tampered form")).collect()
    };
    let all = files(&["app/src"], "api.rs");
    assert!(all.iter().any(|source| source.text.contains("endpoint = \"")), "no server function was found");
    nothing(all.iter().flat_map(|source| missed(&source.text)).collect());
    assert_eq!(missed("#[server(endpoint = \"free/money\")]").len(), 1);
}

fn is_guarded(body: &str) -> bool {
    body.split(';').next().is_some_and(|first| first.contains("request::"))
}

#[test]
fn a_server_function_is_short() {
    let long = |answer: &Answer| answer.body.trim().lines().count() > ANSWER_LINES;
    let all: Vec<_> = files(&["app/src"], ".rs").iter().flat_map(answers).collect();
    nothing(
        all.iter()
            .filter(|answer| long(answer))
            .map(|answer| format!("{}: more than {ANSWER_LINES} lines", answer.name))
            .collect(),
    );
    assert!(long(&Answer { name: String::new(), body: "a;\n".repeat(ANSWER_LINES + 1) }));
}

/// A server function: where it is, and what stands between its braces.
struct Answer {
    name: String,
    body: String,
}

fn answers(source: &Source) -> Vec<Answer> {
    let code = code(&source.text);
    let of = |part: &str| {
        let signature = &part[part.find("fn ")?..];
        let inside = &signature[signature.find('{')? + 1..];
        let mut depth = 1;
        let end = inside.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        })?;
        let name = signature[3..].split('(').next()?;
        Some(Answer { name: format!("{}: {name}", source.path), body: inside[..end].to_owned() })
    };
    code.split("#[server").skip(1).filter(|part| part.starts_with([']', '('])).filter_map(of).collect()
}

#[test]
fn which_side_code_is_for_is_said_in_few_places() {
    nothing(
        files(&["app/src", "frontend/src", "server/src", "server/db/src", "app/domain/src"], ".rs")
            .iter()
            .filter_map(sides)
            .collect(),
    );
    let noisy = "#[cfg(feature = \"ssr\")]\nfn a() {}\n#[cfg(not(feature = \"ssr\"))]\nfn b() {}";
    assert!(sides(&file("app/src/cart/view.rs", noisy)).is_some());
    assert!(sides(&file("app/src/cart/api.rs", noisy)).is_some());
    assert!(sides(&file("app/src/failure.rs", noisy)).is_none());
    assert!(sides(&file("app/src/cart.rs", "#[cfg(feature = \"ssr\")]\npub mod pages;")).is_none());
    assert!(sides(&file("app/src/cart.rs", "#[cfg(feature = \"ssr\")]\npub fn a() {}")).is_some());
}

/// `lib.rs`, `request.rs` and `failure.rs` say it freely, an `api.rs` once, a door once, for its `pages`.
fn sides(source: &Source) -> Option<String> {
    let code = code(&source.text);
    let lines: Vec<_> = code.lines().collect();
    let said: Vec<_> = (0..lines.len()).filter(|at| lines[*at].contains("cfg") && lines[*at].contains("feature =")).collect();
    let (folder, name) = source.path.rsplit_once('/')?;
    let may = match name {
        "lib.rs" => usize::MAX,
        "request.rs" | "failure.rs" if folder == "app/src" => usize::MAX,
        "api.rs" => 1,
        _ if folder == "app/src" && said.iter().all(|at| lines.get(at + 1).is_some_and(|next| next.ends_with("mod pages;"))) => 1,
        _ => 0,
    };
    (said.len() > may).then(|| format!("{}: cfg(feature) stands {} times, {may} allowed", source.path, said.len()))
}

#[test]
fn no_file_is_a_heap() {
    nothing(files(&["app", "frontend", "server"], ".rs").iter().filter_map(heap).collect());
    nothing(files(&["style"], ".css").iter().filter_map(heap).collect());
    nothing(files(&["server/db/migrations"], ".sql").iter().filter_map(heap).collect());
    let lines = "//\n".repeat(VIEW_LINES + 1);
    assert!(heap(&file("app/src/cart/cart_page.rs", &format!("#[component]\n{lines}"))).is_some());
    assert!(heap(&file("server/db/src/cart.rs", &format!("{lines}#[cfg(test)]\n{lines}"))).is_none());
}

fn heap(source: &Source) -> Option<String> {
    let before_tests = source.text.split("\n#[cfg(test)]").next()?;
    let shows = source.path.contains("/pages/") || ["#[component]", "#[island]"].iter().any(|mark| before_tests.contains(mark));
    let most = if shows && source.path.starts_with("app/src") { VIEW_LINES } else { FILE_LINES };
    let lines = before_tests.lines().count();
    (lines > most).then(|| format!("{}: {lines} lines, {most} at most", source.path))
}

fn file(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}
