//! What a browser may tell of an order.

use domain::problems::TypedProblem;
use leptos::prelude::*;

use crate::failure::Failure;
#[cfg(feature = "ssr")]
use {super::pages::tell, crate::request};

/// Tells what is wrong with an order. `key` is the secret of the order's link, when it was reached by that.
#[server(endpoint = "orders/problem")]
pub async fn tell_problem(
    lang: String,
    number: String,
    #[server(default)] key: String,
    #[server(default)] problem: TypedProblem,
) -> Result<(), Failure> {
    request::shop()?;
    tell(&lang, &number, &key, problem).await
}
