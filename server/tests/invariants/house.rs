//! What stands at the top of the house.

use std::fs;

use super::nothing;
use super::source::root;

const ROOMS: &[&str] = &["app", "frontend", "server", "style", "public", "end2end"];
const PAPERS: &[&str] = &["Cargo.toml", "Cargo.lock", "README.md", "LICENSE", "NOTICE", "Makefile", "rust-toolchain.toml"];
/// Made by building and running; git does not keep them.
const MADE: &[&str] = &["target", "data"];

#[test]
fn the_top_of_the_house_is_tidy() {
    let names = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let strange = names.filter(|name| !name.starts_with('.') && ![ROOMS, PAPERS, MADE].concat().contains(&name.as_str()));
    nothing(strange.map(|name| format!("{name}: not at the top of the house")).collect());
}

#[test]
fn every_room_is_there() {
    let missing = ROOMS.iter().filter(|room| !root().join(room).is_dir());
    nothing(missing.map(|room| format!("{room}/ is missing")).collect());
}
