//! Suggestions, drawn: what the text may become, categories, goods with picture and price.

use domain::catalogue::{ProductCard, Slug};
use domain::lang::Said;
use domain::market::Market;
use domain::search::Typed;
use leptos::prelude::*;

use crate::failure::Failure;
use crate::i18n::Words;
use crate::ui::{Price, SaidIn, Shot};
use crate::{request, routes};

/// The options of the list for a text; nothing for no text.
pub async fn ideas(market: Market, typed: &Typed) -> Result<String, Failure> {
    if typed.is_empty() {
        return Ok(String::new());
    }
    let words = Words::of(market.lang);
    let ideas = request::shop()?.finder.ideas(market.lang, typed).await?;
    let (goods, shelves) = (ideas.goods, ideas.shelves);
    let (goods, shelves) = request::ask_in(market, move |conn, view| {
        Ok((db::catalogue::cards(conn, view, &goods)?, db::catalogue::shelves(conn, view.lang, &shelves)?))
    })
    .await?;
    let count = ideas.completions.len() + goods.len() + shelves.len();
    if count == 0 {
        return Ok(String::new());
    }
    let says = words.with("search-ideas-count", &[("count", count.into())]);
    let drawn = view! {
        <span data-says=says hidden=true></span>
        {group(words, "search-completions", ideas.completions, |text| completion(words, typed, text))}
        {group(words, "search-shelves", shelves, |shelf| category(words, shelf))}
        {group(words, "search-goods", goods, |card| thing(words, card))}
    };
    Ok(drawn.to_html())
}

fn group<T, V: IntoView + 'static>(words: Words, key: &'static str, of: Vec<T>, each: impl Fn(T) -> V) -> Option<AnyView> {
    (!of.is_empty()).then(|| {
        let name = words.say(key);
        let options = of.into_iter().map(each).collect_view();
        view! {
            <div role="group" aria-label=name.clone()>
                <p aria-hidden="true">{name.clone()}</p>
                {options}
            </div>
        }
        .into_any()
    })
}

/// What the text may become; what is not typed yet stands out.
fn completion(words: Words, typed: &Typed, text: String) -> impl IntoView + use<> {
    let at = text.to_lowercase().starts_with(&typed.as_str().to_lowercase()).then_some(typed.as_str().len());
    let (same, rest) = at.and_then(|at| text.split_at_checked(at)).unwrap_or(("", text.as_str()));
    let (same, rest) = (same.to_owned(), rest.to_owned());
    view! {
        <a role="option" tabindex="-1" class="idea" href=routes::searched(words.lang, &text, false) data-q=text>
            <span dir="auto">{same}<b>{rest}</b></span>
        </a>
    }
}

fn category(words: Words, (slug, name): (Slug, Said)) -> impl IntoView {
    view! { <a role="option" tabindex="-1" class="idea" href=routes::category(words.lang, &slug)><SaidIn words said=name /></a> }
}

fn thing(words: Words, card: ProductCard) -> impl IntoView {
    view! {
        <a role="option" tabindex="-1" class="idea idea-thing" href=routes::product(words.lang, &card.slug)>
            <Shot picture=card.pictures.into_iter().next() quiet=true />
            <span><SaidIn words said=card.name /></span>
            <Price words price=card.price was=None from=card.from />
        </a>
    }
}
