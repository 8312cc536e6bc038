//! What a browser may ask of the goods it has seen.

use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages::seen, crate::i18n::Lang, crate::request};

/// Goods by their ids, drawn in this order with today's prices. Only the browser knows that they were seen.
#[server(endpoint = "catalogue/seen", input = server_fn::codec::GetUrl)]
pub async fn seen_goods(lang: String, ids: String) -> Result<String, Failure> {
    let market = request::market_in(Lang::from_code(&lang).unwrap_or_default());
    seen(market, &ids).await
}
