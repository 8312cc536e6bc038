//! Forms that are sent in parts, as browsers send those with files.

use crate::chance::Chance;
use crate::page::percent;

/// The kind of a form with files in it.
pub(super) const PARTS: &str = "multipart/form-data; boundary=cut";

/// Fields and a picture that is none, as a browser sends them; one in five breaks off.
pub(super) fn in_parts(fields: &[(String, String)], chance: &mut Chance) -> Vec<u8> {
    let part = |name: &str, text: &str| format!("--cut\r\nContent-Disposition: form-data; {name}\r\n\r\n{text}\r\n");
    let fields = fields.iter().map(|(name, text)| part(&format!("name=\"{}\"", percent(name)), text));
    let picture = part("name=\"photos\"; filename=\"../mine.png\"", "\u{89}PNG\r\n\u{1a}\n");
    let mut body = [fields.collect::<String>(), picture, "--cut--\r\n".to_owned()].concat().into_bytes();
    if chance.between(0, 4) == 0 {
        body.truncate(body.len() / 2);
    }
    body
}
