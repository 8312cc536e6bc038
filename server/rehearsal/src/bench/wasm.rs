//! What each crate weighs in a WebAssembly module: the bytes of its functions' bodies, by the names the compiler left.

use std::collections::HashMap;

use crate::trouble::{Outcome, wrong};

const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
/// In the custom section `name`: the names of functions.
const FUNCTIONS: u8 = 1;

/// Bytes by crate, the heaviest first.
pub fn weights(module: &[u8]) -> Outcome<Vec<(String, u64)>> {
    let mut reader = Reader { bytes: module, at: 8 };
    let (mut imported, mut bodies, mut names) = (0, Vec::new(), HashMap::new());
    while reader.at < module.len() {
        let id = reader.byte()?;
        let mut section = reader.part()?;
        match id {
            IMPORTS => imported = functions_imported(&mut section)?,
            CODE => {
                for _ in 0..section.number()? {
                    bodies.push(section.part()?.bytes.len() as u64);
                }
            }
            CUSTOM if section.text()? == "name" => names = function_names(&mut section)?,
            _ => {}
        }
    }
    if names.is_empty() {
        return wrong("the module has no names: it was stripped".to_owned());
    }
    let mut sums: HashMap<String, u64> = HashMap::new();
    for (index, bytes) in (imported..).zip(bodies) {
        let of = names.get(&index).map_or("without a name", |name| crate_of(name));
        *sums.entry(of.to_owned()).or_default() += bytes;
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
    Ok(sums)
}

/// What tells wasm-bindgen the types of imports and exports; it reads them and leaves them out.
pub const DESCRIPTIONS: &str = "descriptions for wasm-bindgen";

/// The crate a symbol is of: `<app::cart::A as core::fmt::B>::c`, `_ZN3app4cart..` and `_RNvCs1234_3app..` are `app`'s.
fn crate_of(name: &str) -> &str {
    if name.contains("WasmDescribe") || name.starts_with("__wbindgen_describe") {
        return DESCRIPTIONS;
    }
    if let Some(rest) = name.strip_prefix("_ZN") {
        return legacy(rest).unwrap_or("other");
    }
    if let Some(rest) = name.strip_prefix("_R") {
        return modern(rest).unwrap_or("other");
    }
    let start = name.trim_start_matches(['<', '&', '*', '(', '[']).trim_start_matches("mut ").trim_start_matches("dyn ");
    match start.split_once("::") {
        Some((first, _)) if first.chars().all(|letter| letter.is_alphanumeric() || letter == '_') => first,
        _ if name.contains("wasm_bindgen") || name.contains("wbindgen") => "wasm_bindgen",
        _ => "other",
    }
}

/// `3app4cart..`: a length, then that many bytes. `_$LT$app..cart..A$u20$as$u20$..` is an `impl`.
fn legacy(rest: &str) -> Option<&str> {
    let digits = rest.find(|letter: char| !letter.is_ascii_digit())?;
    let length: usize = rest[..digits].parse().ok()?;
    let first = rest.get(digits..digits + length)?;
    let Some(mut inside) = first.strip_prefix("_$LT$") else { return Some(first) };
    // An `impl` for every type is its trait's.
    if let Some((of, rest)) = inside.split_once("$u20$as$u20$")
        && of.len() == 1
    {
        inside = rest;
    }
    for mark in ["$LT$", "$RF$", "mut$u20$", "dyn$u20$", "$LP$", "$BP$const$u20$"] {
        inside = inside.trim_start_matches(mark);
    }
    let end = inside.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(inside.len());
    (end > 0).then(|| &inside[..end])
}

/// The first crate root (`C`, a disambiguator `s.._`, a length, the name) in a v0 symbol.
fn modern(rest: &str) -> Option<&str> {
    let mut from = rest;
    while let Some(at) = from.find('C') {
        let after = &from[at + 1..];
        let after = match after.strip_prefix('s') {
            Some(marked) => marked.split_once('_')?.1,
            None => after,
        };
        let digits = after.find(|letter: char| !letter.is_ascii_digit())?;
        if let Ok(length) = after[..digits].parse::<usize>() {
            return after[digits..].trim_start_matches('_').get(..length);
        }
        from = after;
    }
    None
}

fn functions_imported(section: &mut Reader<'_>) -> Outcome<u64> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                functions += 1;
                section.number()?;
            }
            // A table: its type, then its limits.
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 => {
                section.byte()?;
                section.byte()?;
            }
            _ => return wrong("an import of a kind nobody knows".to_owned()),
        }
    }
    Ok(functions)
}

fn function_names(section: &mut Reader<'_>) -> Outcome<HashMap<u64, String>> {
    let mut names = HashMap::new();
    while section.at < section.bytes.len() {
        let id = section.byte()?;
        let mut part = section.part()?;
        if id == FUNCTIONS {
            for _ in 0..part.number()? {
                let index = part.number()?;
                names.insert(index, part.text()?);
            }
        }
    }
    Ok(names)
}

/// Bytes, read from the front.
struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Outcome<u8> {
        let byte = self.bytes.get(self.at).copied().ok_or("the module ends too soon")?;
        self.at += 1;
        Ok(byte)
    }

    /// LEB128, unsigned.
    fn number(&mut self) -> Outcome<u64> {
        let (mut number, mut shift) = (0_u64, 0_u32);
        loop {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f).checked_shl(shift).ok_or("a number too long")?;
            shift += 7;
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
    }

    /// A length and that many bytes.
    fn part(&mut self) -> Outcome<Reader<'a>> {
        let length = self.number()? as usize;
        let bytes = self.bytes.get(self.at..self.at + length).ok_or("the module ends too soon")?;
        self.at += length;
        Ok(Reader { bytes, at: 0 })
    }

    fn text(&mut self) -> Outcome<String> {
        Ok(String::from_utf8_lossy(self.part()?.bytes).into_owned())
    }

    fn limits(&mut self) -> Outcome<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_names_its_crate_in_every_spelling() {
        for (name, of) in [
            ("_ZN3app4cart5store17h0123456789abcdefE", "app"),
            ("_ZN68_$LT$leptos..Foo$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE", "leptos"),
            ("_ZN50_$LT$T$u20$as$u20$core..convert..Into$LT$U$GT$$GT$4into17h0123456789abcdefE", "core"),
            ("_ZN99_$LT$js_sys..A$u20$as$u20$wasm_bindgen..describe..WasmDescribe$GT$8describe17h1E", DESCRIPTIONS),
            ("_RNvNtCs1234_3app4cart5store", "app"),
            ("_RNvXs_NtCsAbC_6leptos3fooNtB4_3Foo3fmt", "leptos"),
            ("<app::cart::Line as core::fmt::Debug>::fmt", "app"),
            ("core::fmt::write", "core"),
            ("__wbindgen_malloc", "wasm_bindgen"),
            ("memcpy", "other"),
        ] {
            assert_eq!(crate_of(name), of, "{name}");
        }
    }

    #[test]
    fn bodies_are_summed_under_their_names_after_the_imports() {
        // One import, two functions: `core::a` of 2 bytes, `app::b` of 4.
        let imports = [1, 1, b'm', 1, b'f', 0, 0];
        let code = [2, 2, 0, 11, 4, 0, 1, 1, 11];
        let mut names = vec![4, b'n', b'a', b'm', b'e', FUNCTIONS, 19, 2, 1, 7];
        names.extend(b"core::a");
        names.extend([2, 6]);
        names.extend(b"app::b");
        names[6] = (names.len() - 7) as u8;
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        for (id, bytes) in [(IMPORTS, &imports[..]), (CODE, &code[..]), (CUSTOM, &names[..])] {
            module.extend([id, bytes.len() as u8]);
            module.extend(bytes);
        }
        assert_eq!(weights(&module).unwrap(), [("app".to_owned(), 4), ("core".to_owned(), 2)]);
    }
}
