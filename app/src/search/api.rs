//! What a browser may ask while a search is being typed.

use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages::ideas, crate::i18n::Lang, crate::request, domain::search::Typed};

/// What the text may become: the options of the list under the field, drawn.
#[server(endpoint = "search/ideas", input = server_fn::codec::GetUrl)]
pub async fn search_ideas(lang: String, q: String) -> Result<String, Failure> {
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    ideas(market, &Typed::of(&q)).await
}
