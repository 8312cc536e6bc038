//! What leptos writes behind a page.

use bytes::Bytes;

/// After the document leptos writes a script with what resources hold. Islands have no resources, so it is four empty
/// lists, 200 bytes and a nonce, which would keep the page from being everyone's. Anything else is left in place.
pub fn without(page: Bytes) -> Bytes {
    const END: &str = "</html>";
    const NOTHING: [&str; 5] = [
        "__RESOLVED_RESOURCES=[];",
        "__SERIALIZED_ERRORS=[];",
        "__PENDING_RESOURCES=[];",
        "__RESOURCE_RESOLVERS=[];",
        "__INCOMPLETE_CHUNKS=[];",
    ];
    let Some((at, rest)) = std::str::from_utf8(&page).ok().and_then(|text| {
        let at = text.rfind(END)? + END.len();
        Some((at, &text[at..]))
    }) else {
        return page;
    };
    let scripts = rest.split("</script>").map(|script| script.split_once('>').map_or(script, |(_, code)| code));
    let left =
        scripts.map(|code| NOTHING.iter().fold(code.to_owned(), |code, empty| code.replace(empty, ""))).collect::<String>();
    if left.trim().is_empty() { page.slice(..at) } else { page }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leptos_leaves_behind_a_page_goes_only_when_it_is_empty() {
        let empty = "<html></html><script nonce=\"a\">__RESOLVED_RESOURCES=[];__SERIALIZED_ERRORS=[];__PENDING_RESOURCES=[];\
            __RESOURCE_RESOLVERS=[];</script><script nonce=\"a\">__INCOMPLETE_CHUNKS=[];</script>";
        assert_eq!(without(Bytes::from_static(empty.as_bytes())), "<html></html>");
        let full = "<html></html><script nonce=\"a\">__RESOLVED_RESOURCES=[\"7\",];</script>";
        assert_eq!(without(Bytes::from_static(full.as_bytes())), full);
    }
}
