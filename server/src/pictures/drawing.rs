//! Drawings from outside: an SVG is kept only if all it does is draw. One that carries a script, a link, a style sheet or
//! anything from elsewhere is refused by the name of what it carries.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// What may stand in a drawing.
const ELEMENTS: [&str; 27] = [
    "svg",
    "g",
    "defs",
    "title",
    "desc",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "linearGradient",
    "radialGradient",
    "stop",
    "clipPath",
    "mask",
    "pattern",
    "use",
    "symbol",
    "filter",
    "feGaussianBlur",
    "feOffset",
    "feBlend",
    "feFlood",
    "feMerge",
    "feMergeNode",
];

/// The width and height of a drawing that only draws, or what it has that it must not.
pub fn only_draws(bytes: &[u8]) -> Result<(u32, u32), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| error.to_string())?;
    let mut reader = Reader::from_str(text);
    let mut size = None;
    let mut depth = 0_u32;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            event @ (Event::Start(_) | Event::Empty(_)) => {
                depth += u32::from(matches!(event, Event::Start(_)));
                let (Event::Start(element) | Event::Empty(element)) = event else { continue };
                harmless(&element)?;
                size = Some(size.map_or_else(|| root_size(&element), Ok)?);
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            Event::Text(_) | Event::Comment(_) | Event::Decl(_) | Event::GeneralRef(_) => {}
            Event::Eof if depth > 0 => return Err("it ends in the middle".to_owned()),
            Event::Eof => return size.ok_or_else(|| "it is empty".to_owned()),
            Event::DocType(_) | Event::PI(_) | Event::CData(_) => return Err("it has more than elements in it".to_owned()),
        }
    }
}

fn harmless(element: &BytesStart<'_>) -> Result<(), String> {
    let name = element.name();
    let name: &str = name.as_ref();
    if !ELEMENTS.contains(&name) {
        return Err(format!("it has `<{name}>` in it"));
    }
    for attribute in element.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let (key, value) = (attribute.key.as_ref().to_lowercase(), attribute.value.to_lowercase());
        // What leads out of the drawing: `href` to anywhere but a part of it, `url(..)` likewise.
        let leads_out = key.ends_with("href") && !value.starts_with('#')
            || value.split("url(").skip(1).any(|part| !part.trim_start_matches(['\'', '"', ' ']).starts_with('#'));
        // A value may be spelt with references, so that what is looked for here does not stand in it.
        if key.starts_with("on") || key == "style" || leads_out || value.contains('&') {
            return Err(format!("it has `{key}` in it"));
        }
    }
    Ok(())
}

/// As large as it says, or as its view is.
fn root_size(element: &BytesStart<'_>) -> Result<(u32, u32), String> {
    if element.name().as_ref() != "svg" {
        return Err("it is not an SVG drawing".to_owned());
    }
    let said = |name: &str| {
        let attribute = element.try_get_attribute(name).ok()??;
        Some(attribute.value.trim_end_matches("px").to_owned())
    };
    let side = |text: &str| text.split('.').next().and_then(|whole| whole.parse::<u32>().ok()).filter(|side| *side > 0);
    let view: Vec<u32> = said("viewBox").unwrap_or_default().split([' ', ',']).filter_map(side).collect();
    let width = said("width").and_then(|width| side(&width)).or(view.iter().rev().nth(1).copied());
    let height = said("height").and_then(|height| side(&height)).or(view.last().copied());
    width.zip(height).ok_or_else(|| "it does not say how large it is".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_that_only_draws_is_taken() {
        let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 600\"><defs><linearGradient id=\"a\"/></defs>\
            <g fill=\"url(#a)\"><use href=\"#b\"/><path d=\"M0 0\"/></g></svg>";
        assert_eq!(only_draws(svg.as_bytes()), Ok((800, 600)));
        assert_eq!(only_draws(b"<svg width='12px' height='9' viewBox='0 0 800 600'/>"), Ok((12, 9)));
    }

    #[test]
    fn what_does_more_is_refused_by_name() {
        for (inside, why) in [
            ("<script>alert(1)</script>", "it has `<script>` in it"),
            ("<foreignObject/>", "it has `<foreignObject>` in it"),
            ("<image href='https://a.example/x.png'/>", "it has `<image>` in it"),
            ("<a href='#x'/>", "it has `<a>` in it"),
            ("<style>*{}</style>", "it has `<style>` in it"),
            ("<g onload='x()'/>", "it has `onload` in it"),
            ("<g style='fill:url(https://a.example)'/>", "it has `style` in it"),
            ("<g fill='url(https://a.example)'/>", "it has `fill` in it"),
            ("<use xlink:href='other.svg#a'/>", "it has `xlink:href` in it"),
            ("<use href='&#106;avascript:x()'/>", "it has `href` in it"),
        ] {
            let svg = format!("<svg viewBox='0 0 8 8'>{inside}</svg>");
            assert_eq!(only_draws(svg.as_bytes()), Err(why.to_owned()), "{inside}");
        }
        for text in [
            "",
            "<html/>",
            "<svg/>",
            "<svg viewBox='0 0 8 8'>",
            "<!DOCTYPE svg><svg viewBox='0 0 8 8'/>",
            "<svg viewBox='0 0 0 0'/>",
        ] {
            assert!(only_draws(text.as_bytes()).is_err(), "{text}");
        }
    }
}
