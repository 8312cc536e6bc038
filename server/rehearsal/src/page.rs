//! What stands on a page, as far as a rehearsal reads it.

/// Whether an answer to `place` says that there is an order.
pub fn is_acknowledged(to: &str) -> bool {
    to.starts_with("/testpay/pay/") || to.starts_with("/en/orders/")
}

/// Whether an order's page, opened on the way back from the provider, says that the money is there.
pub fn says_paid(html: &str) -> bool {
    html.contains("class=\"thanks\"")
}

/// The value of a form's field.
pub fn field(html: &str, name: &str) -> Option<String> {
    let rest = html.split(&format!("name=\"{name}\"")).nth(1)?;
    between(rest.split('>').next()?, "value=\"", "\"")
}

/// The first link that holds this, as a path of the shop.
pub fn link(html: &str, holds: &str) -> Option<String> {
    let all = html.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let found = all.into_iter().find(|href| href.contains(holds))?;
    let path = &found[found.find(holds)?..];
    Some(path.replace("&amp;", "&"))
}

/// What stands between two marks.
pub fn between(text: &str, from: &str, to: &str) -> Option<String> {
    let begin = text.find(from)? + from.len();
    let rest = &text[begin..];
    Some(rest[..rest.find(to)?].to_owned())
}

/// A text as it stands in a form that is sent.
pub fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
