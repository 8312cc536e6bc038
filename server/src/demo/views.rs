//! The pictures of a product: from the front, in use, close up, and all its colours together.

use super::Trouble;
use super::paint::{Colour, numbered, paint, small};
use super::sheet::{Category, Product, Slots};

/// Pictures are squares of so many pixels.
pub const SIDE: u32 = 1000;

/// A picture and what it is told as.
pub struct View {
    /// The document.
    pub svg: String,
    /// What it shows, for whoever writes it in words.
    pub shows: Shows,
}

/// What a picture shows of a product, each in one of its colours, if it has several.
pub enum Shows {
    /// The front.
    Front(Option<String>),
    /// It in use.
    InUse(Option<String>),
    /// A part of it.
    CloseUp(Option<String>),
    /// Several colours together.
    Family(Vec<String>),
}

/// The pictures of a product, in the order of its page: from the front, in use, close up, its family if it has
/// several colours, then the other colours from the front.
pub fn views(product: &Product, category: &Category) -> Result<Vec<View>, Trouble> {
    let drawing = product.drawing()?;
    let wall = Colour::parse(&category.backdrop).ok_or_else(|| Trouble::Data(format!("{} has no wall", category.slug)))?;
    let mut coats = Vec::new();
    for (colour, slots) in product.coats() {
        coats.push(Coat { colour, painted: coat(product, drawing, &slots)? });
    }
    let Some((first, others)) = coats.split_first() else { return Ok(Vec::new()) };
    let mut views = vec![front(first, wall), in_use(product, first, wall)?, close_up(product, first, wall)];
    if !others.is_empty() {
        views.push(family(&coats, wall));
    }
    views.extend(others.iter().map(|coat| front(coat, wall)));
    Ok(views)
}

/// Where the front view in a colour stands among a product's pictures.
pub fn front_of(colour: usize) -> usize {
    if colour == 0 { 0 } else { 3 + colour }
}

/// A drawing in one of its colours.
struct Coat<'a> {
    colour: Option<&'a str>,
    painted: String,
}

impl Coat<'_> {
    fn colour(&self) -> Option<String> {
        self.colour.map(str::to_owned)
    }
}

fn coat(product: &Product, drawing: &str, slots: &Slots) -> Result<String, Trouble> {
    paint(drawing, slots).map_err(|error| Trouble::Data(format!("{}: {error}", product.slug)))
}

fn front(coat: &Coat<'_>, wall: Colour) -> View {
    let svg = document(&room(&coat.painted), wall, "0 0 1000 1000");
    View { svg, shows: Shows::Front(coat.colour()) }
}

fn close_up(product: &Product, coat: &Coat<'_>, wall: Colour) -> View {
    let [x, y, size] = product.detail.map(number);
    let svg = document(&room(&coat.painted), wall, &format!("{x} {y} {size} {size}"));
    View { svg, shows: Shows::CloseUp(coat.colour()) }
}

fn in_use(product: &Product, coat: &Coat<'_>, wall: Colour) -> Result<View, Trouble> {
    const MARK: &str = "<!--object-->";
    let wrong = |what: &str| Trouble::Data(format!("scene {} {what}", product.scene));
    let scene = product.scene()?;
    if !scene.contains(MARK) {
        return Err(wrong("has no place for a thing"));
    }
    let [x, y, scale] = product.place;
    let svg = document(&scene.replacen(MARK, &stood(&coat.painted, x, y, scale), 1), wall, "0 0 1000 1000");
    Ok(View { svg, shows: Shows::InUse(coat.colour()) })
}

/// Up to three colours, the first two behind.
fn family(coats: &[Coat<'_>], wall: Colour) -> View {
    const PLACES: [(f64, f64); 3] = [(280.0, 770.0), (720.0, 770.0), (500.0, 880.0)];
    let mut things = String::new();
    for (at, (coat, (x, y))) in coats.iter().zip(PLACES).enumerate() {
        things.push_str(&stood(&numbered(&coat.painted, at), x, y, 0.58));
    }
    let colours = coats.iter().take(PLACES.len()).filter_map(Coat::colour).collect();
    View { svg: document(&room(&things), wall, "0 0 1000 1000"), shows: Shows::Family(colours) }
}

/// A thing so placed that the point it stands on, (500, 840) in its drawing, is at (x, y).
fn stood(painted: &str, x: f64, y: f64, scale: f64) -> String {
    let (left, top) = (number(x - 500.0 * scale), number(y - 840.0 * scale));
    format!("<g transform=\"translate({left} {top}) scale({})\">{painted}</g>", number(scale))
}

/// A wall and a floor behind it.
fn room(things: &str) -> String {
    format!(
        "<rect width=\"1000\" height=\"1000\" fill=\"url(#wall)\"/>\
         <rect y=\"760\" width=\"1000\" height=\"240\" fill=\"url(#floor)\"/>{things}"
    )
}

fn document(inner: &str, wall: Colour, frame: &str) -> String {
    let (pale, shade) = (wall.mixed(Colour::WHITE, 55), wall.shaded(7));
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{frame}\" width=\"{SIDE}\" height=\"{SIDE}\"><defs>\
         <radialGradient id=\"ground\"><stop offset=\"0\" stop-color=\"#2b2018\" stop-opacity=\".34\"/>\
         <stop offset=\".6\" stop-color=\"#2b2018\" stop-opacity=\".12\"/>\
         <stop offset=\"1\" stop-color=\"#2b2018\" stop-opacity=\"0\"/></radialGradient>\
         <linearGradient id=\"wall\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"1\"><stop offset=\"0\" stop-color=\"{pale}\"/>\
         <stop offset=\"1\" stop-color=\"{wall}\"/></linearGradient>\
         <linearGradient id=\"floor\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"1\"><stop offset=\"0\" stop-color=\"{shade}\"/>\
         <stop offset=\"1\" stop-color=\"{wall}\"/></linearGradient></defs>{inner}</svg>"
    );
    small(&svg)
}

/// Three decimals are finer than any screen: scales are multiplied by at most a thousand.
fn number(value: f64) -> String {
    format!("{value:.3}").trim_end_matches('0').trim_end_matches('.').to_owned()
}
