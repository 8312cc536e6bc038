//! How a font shapes a script: worked out once, since that takes longer than the shaping.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use domain::lang::Lang;
use rustybuzz::ttf_parser::Tag;
use rustybuzz::{Face, Feature, ShapePlan, UnicodeBuffer};

use crate::documents::fonts::Font;

/// A plan is for a font, a direction, a script and a language.
type Key = (Font, bool, Tag, Lang);

/// The plan for what is in the buffer.
pub fn plan(font: Font, face: &Face<'static>, buffer: &UnicodeBuffer, backwards: bool, lang: Lang) -> Arc<ShapePlan> {
    static PLANS: LazyLock<Mutex<HashMap<Key, Arc<ShapePlan>>>> = LazyLock::new(Mutex::default);
    let script = buffer.script();
    let mut plans = PLANS.lock().unwrap_or_else(PoisonError::into_inner);
    let made = plans.entry((font, backwards, script.tag(), lang)).or_insert_with(|| {
        // Digits are as wide as each other, so that sums stand below each other.
        let figures = [Feature::new(Tag::from_bytes(b"tnum"), 1, ..)];
        Arc::new(ShapePlan::new(face, buffer.direction(), Some(script), buffer.language().as_ref(), &figures))
    });
    Arc::clone(made)
}
