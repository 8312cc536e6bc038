//! A code to scan, drawn (ISO/IEC 18004).

use std::fmt::Write;

use leptos::prelude::*;
use qrcode::{Color, QrCode};

/// How many modules stay empty around it: what the standard asks for.
const QUIET: usize = 4;

/// A text as a code to scan; nothing for one that is too long for any.
#[component]
pub fn Scannable(text: String, label: String) -> Option<AnyView> {
    let code = QrCode::new(text.as_bytes()).ok()?;
    let width = code.width();
    let side = width + 2 * QUIET;
    Some(view! {
        <svg class="scannable" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") width="200" height="200" shape-rendering="crispEdges">
            <rect width=side height=side fill="#fff" />
            <path d=dark(&code.to_colors(), width) fill="#000" />
        </svg>
    }
    .into_any())
}

/// The dark modules of each row, neighbours as one.
fn dark(modules: &[Color], width: usize) -> String {
    let mut path = String::new();
    for (y, row) in modules.chunks(width).enumerate() {
        let mut x = 0;
        while let Some(begin) = row.iter().skip(x).position(|module| *module == Color::Dark).map(|at| at + x) {
            let length = row.iter().skip(begin).take_while(|module| **module == Color::Dark).count();
            let _ = write!(path, "M{} {}h{length}v1h-{length}z", begin + QUIET, y + QUIET);
            x = begin + length;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_drawn_as_one() {
        use Color::{Dark as D, Light as L};
        assert_eq!(dark(&[D, D, L, D, L, L, L, L, L], 3), "M4 4h2v1h-2zM4 5h1v1h-1z");
    }
}
