//! Templates: MJML for the HTML, Jinja for what differs from letter to letter.
//!
//! The shop's own is in this program. The merchant's files in the folder `letters` of the data folder come before it: one of a
//! kind's name, such as `shipped.mjml`, then `letter.mjml`; for the plain text `shipped.txt`, then `letter.txt`. A file is tried
//! with a letter of its kind when it is first needed and after each change; one that does not come out well is left aside and
//! named at the desk, and the next in line is used. Compiled templates are kept: MJML takes a millisecond, a letter then some
//! tens of microseconds.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::SystemTime;

use app::i18n::{Lang, Words};
use domain::notifications::Kind;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, State, UndefinedBehavior};
use mrml::prelude::render::RenderOptions;

use super::{Letter, Rendered, sample};

/// The shop's own.
pub const BUILT_IN: [(&str, &str); 2] =
    [("letter.mjml", include_str!("templates/letter.mjml")), ("letter.txt", include_str!("templates/letter.txt"))];
/// Mail programs cut off what is longer, in bytes.
const LONGEST: usize = 102 * 1024;
/// No file of a merchant's is as long as this.
const LONGEST_FILE: u64 = 1024 * 1024;

/// A file that is left aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Its name.
    pub file: String,
    /// What is wrong with it.
    pub says: String,
}

/// Every template, compiled when it is first needed. Cheap to clone.
#[derive(Clone)]
pub struct Templates(Arc<Inner>);

struct Inner {
    folder: PathBuf,
    own: Environment<'static>,
    theirs: RwLock<HashMap<String, Theirs>>,
}

/// A file of the merchant's as it was last looked at.
#[derive(Clone)]
struct Theirs {
    seen: Option<(SystemTime, u64)>,
    /// What it was made into; none where it is left aside.
    made: Option<Arc<Environment<'static>>>,
    flaw: Option<String>,
}

/// Why a template is of no use.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// It is no MJML.
    #[error("it is not MJML: {0}")]
    Mjml(String),
    /// Its placeholders do not fit.
    #[error("{0:#}")]
    Jinja(#[from] minijinja::Error),
    /// What it makes is cut off by mail programs.
    #[error("it makes {0} bytes, and mail programs cut letters off at {LONGEST}")]
    Long(usize),
    /// It cannot be read.
    #[error("it cannot be read: {0}")]
    File(String),
}

/// The name of what a compiled template is kept under.
const NAME: &str = "letter";

impl Templates {
    /// The templates of a shop with this data folder.
    pub fn open(data: &Path) -> Result<Self, Broken> {
        let mut own = environment()?;
        for (name, source) in BUILT_IN {
            own.add_template_owned(name, compiled(name, source)?)?;
        }
        Ok(Self(Arc::new(Inner { folder: data.join("letters"), own, theirs: RwLock::default() })))
    }

    /// A letter as HTML and as plain text.
    pub fn render(&self, letter: &Letter) -> Result<Rendered, Broken> {
        Ok(Rendered { html: self.part(letter, "mjml")?, text: self.part(letter, "txt")? })
    }

    fn part(&self, letter: &Letter, ending: &str) -> Result<String, Broken> {
        for name in [format!("{}.{ending}", letter.kind), format!("letter.{ending}")] {
            let Some(made) = self.theirs(&name) else { continue };
            match made.get_template(NAME).and_then(|template| template.render(Serde(letter))) {
                Ok(text) if text.len() <= LONGEST => return Ok(text),
                Ok(text) => self.leave_aside(&name, &Broken::Long(text.len())),
                Err(error) => self.leave_aside(&name, &error.into()),
            }
        }
        Ok(self.0.own.get_template(&format!("letter.{ending}"))?.render(Serde(letter))?)
    }

    /// Which file a kind's letters are made with; none for the shop's own.
    pub fn used(&self, kind: Kind) -> Option<String> {
        [format!("{}.mjml", kind.code()), "letter.mjml".to_owned()].into_iter().find(|name| self.theirs(name).is_some())
    }

    /// Every file of the merchant's that is left aside, and why.
    pub fn flaws(&self) -> Vec<Flaw> {
        let kinds = Kind::ALL.iter().map(|kind| kind.code()).chain([NAME]);
        let names = kinds.flat_map(|name| [format!("{name}.mjml"), format!("{name}.txt")]);
        let flawed = names.filter_map(|file| {
            let _ = self.theirs(&file);
            let all = self.0.theirs.read().unwrap_or_else(PoisonError::into_inner);
            let says = all.get(&file)?.flaw.clone()?;
            Some(Flaw { file, says })
        });
        flawed.collect()
    }

    /// A file of the merchant's, compiled; none where there is none, or it is left aside.
    fn theirs(&self, name: &str) -> Option<Arc<Environment<'static>>> {
        let path = self.0.folder.join(name);
        let seen = std::fs::metadata(&path).ok().and_then(|data| Some((data.modified().ok()?, data.len())));
        {
            let all = self.0.theirs.read().unwrap_or_else(PoisonError::into_inner);
            match all.get(name) {
                Some(known) if known.seen == seen => return known.made.clone(),
                None if seen.is_none() => return None,
                _ => {}
            }
        }
        let made = seen.map(|(_, length)| tried(&path, name, length));
        let (made, flaw) = match made {
            Some(Ok(made)) => (Some(Arc::new(made)), None),
            Some(Err(broken)) => {
                tracing::error!(file = name, %broken, "a template of the merchant's is left aside");
                (None, Some(broken.to_string()))
            }
            None => (None, None),
        };
        let mut all = self.0.theirs.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(name.to_owned(), Theirs { seen, made: made.clone(), flaw });
        made
    }

    /// A file that came out well when it was tried does not with this letter.
    fn leave_aside(&self, name: &str, broken: &Broken) {
        let mut all = self.0.theirs.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = all.get_mut(name).filter(|known| known.made.is_some()) {
            tracing::error!(file = name, %broken, "a template of the merchant's is left aside");
            (known.made, known.flaw) = (None, Some(broken.to_string()));
        }
    }
}

/// Reads a file, compiles it, and tries it with letters of its kind, or of every kind, in languages of both directions.
fn tried(path: &Path, name: &str, length: u64) -> Result<Environment<'static>, Broken> {
    if length > LONGEST_FILE {
        return Err(Broken::File(format!("it has {length} bytes")));
    }
    let source = std::fs::read_to_string(path).map_err(|error| Broken::File(error.to_string()))?;
    let mut made = environment()?;
    made.add_template_owned(NAME, compiled(name, &source)?)?;
    let of = name.split('.').next().and_then(Kind::from_code);
    for &kind in Kind::ALL.iter().filter(|kind| of.is_none_or(|of| of == **kind)) {
        for lang in [Lang::En, Lang::Ar] {
            let length = made.get_template(NAME)?.render(Serde(&sample::letter(kind, lang)))?.len();
            if length > LONGEST {
                return Err(Broken::Long(length));
            }
        }
    }
    Ok(made)
}

/// MJML as HTML, its placeholders untouched; plain text as it is.
fn compiled(name: &str, source: &str) -> Result<String, Broken> {
    if !name.ends_with(".mjml") {
        return Ok(source.to_owned());
    }
    let parsed = mrml::parse(source).map_err(|error| Broken::Mjml(error.to_string()))?;
    // A name of a font that its reader has brings no font from another company, who would hear that the letter is read.
    let options = RenderOptions { fonts: HashMap::new(), ..RenderOptions::default() };
    parsed.element.render(&options).map_err(|error| Broken::Mjml(error.to_string()))
}

/// Jinja where a name that nobody knows is an error, and what goes into HTML is escaped.
fn environment() -> Result<Environment<'static>, Broken> {
    let mut made = Environment::new();
    made.set_undefined_behavior(UndefinedBehavior::Strict);
    made.set_auto_escape_callback(|name| if name.ends_with(".txt") { AutoEscape::None } else { AutoEscape::Html });
    made.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    made.add_function("say", say);
    Ok(made)
}

/// `say("shop-name")`: the shop's own words in the reader's language.
fn say(state: &State<'_, '_>, key: &str) -> String {
    let lang = state.lookup("lang").and_then(|lang| lang.as_str().and_then(Lang::from_code)).unwrap_or_default();
    Words::of(lang).say(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_comes_out_in_every_language_whole_short_and_from_the_right_side() {
        let data = tempfile::tempdir().unwrap();
        let templates = Templates::open(data.path()).unwrap();
        for &kind in Kind::ALL {
            for &lang in Lang::ALL {
                let letter = sample::letter(kind, lang);
                let Rendered { html, text } = templates.render(&letter).unwrap();
                let which = format!("{kind:?} {lang:?}");
                for part in [&html, &text] {
                    assert!(
                        !part.contains("{{") && !part.contains("{%") && !part.contains(&format!("letter-{}", kind.code())),
                        "{which}: {part}"
                    );
                    assert!(!part.contains("\u{2068}\u{2069}"), "{which}: something is not said: {part}");
                }
                assert!(html.len() < LONGEST, "{which}: {}", html.len());
                let plain = html.replace("&#x2f;", "/");
                let elsewhere =
                    ["src=\"http", "url(http", "rel=\"stylesheet\"", "@import"].iter().find(|load| plain.contains(**load));
                assert_eq!(elsewhere, None, "{which}: somebody else hears that it is read");
                assert!(
                    html.contains(&format!("lang=\"{}\"", lang.code())) && html.contains(&format!("dir=\"{}\"", lang.dir())),
                    "{which}"
                );
                assert!(text.contains(&letter.heading) && text.contains(&letter.why), "{which}: {text}");
                assert!(!letter.subject.contains("\u{2068}"), "{which}");
                assert!(!letter.preheader.is_empty(), "{which}");
                assert!(html.replace("&#x2f;", "/").contains("https://shop.example/"), "{which}: {html}");
                assert!(letter.button.is_some_and(|button| text.contains(&button.href)), "{which}");
            }
        }
    }

    #[test]
    fn what_somebody_is_called_runs_nowhere() {
        let templates = Templates::open(tempfile::tempdir().unwrap().path()).unwrap();
        let mut letter = sample::letter(Kind::Received, Lang::En);
        letter.heading = "Thank you, <script>alert(1)</script>{{ 7 * 7 }}".to_owned();
        letter.lines[0].name = "\"><img src=x>".to_owned();
        let html = templates.render(&letter).unwrap().html;
        assert!(!html.contains("<script>") && !html.contains("<img src=x>") && html.contains("{{ 7 * 7 }}"), "{html}");
    }

    #[test]
    fn several_messages_are_one_letter_and_the_newest_is_its_headline() {
        let templates = Templates::open(tempfile::tempdir().unwrap().path()).unwrap();
        let mut letter = sample::letter(Kind::Delivered, Lang::En);
        let facts = vec![super::super::Fact { label: "Parcel number".to_owned(), value: "SC7".to_owned() }];
        letter.also =
            vec![super::super::Section { heading: "It is late".to_owned(), paragraphs: vec!["Customs.".to_owned()], facts }];
        let Rendered { html, text } = templates.render(&letter).unwrap();
        for part in [html, text] {
            let (first, then) = (part.find("It is with you").unwrap(), part.find("It is late").unwrap());
            assert!(first < then && part.contains("Customs.") && part[then..].contains("SC7"));
        }
    }
}
