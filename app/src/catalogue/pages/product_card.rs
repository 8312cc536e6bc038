//! A product in a list.

use domain::catalogue::{Picture, ProductCard};
use domain::contact::Country;
use leptos::prelude::*;

use crate::i18n::Words;
use crate::routes;
use crate::ui::{Price, Room, SaidIn, Shot, Stars, beside};

/// Cards side by side, for a shopper in this country. The first ones of a page are `eager`.
#[component]
pub fn CardGrid(words: Words, country: Country, cards: Vec<ProductCard>, #[prop(optional)] eager: usize) -> AnyView {
    let cards = cards.into_iter().enumerate();
    view! { <ul class="cards">{cards.map(move |(at, card)| view! { <Card words country card eager=at < eager /> }).collect_view()}</ul> }
        .into_any()
}

/// A card: one link for the whole of it, a second view on hovering.
#[component]
fn Card(words: Words, country: Country, card: ProductCard, eager: bool) -> AnyView {
    let facts = beside(words, country, card.price, card.content, card.lowest);
    let mut pictures = card.pictures.into_iter();
    // The second waits beneath the pointer, where nothing need stand in for it.
    let (first, second) = (pictures.next(), pictures.next().map(|second| Picture { blur: String::new(), ..second }));
    let badge = match (card.available, card.was.is_some(), card.new) {
        (false, _, _) => Some(("badge out", "badge-sold-out")),
        (_, true, _) => Some(("badge reduced", "badge-reduced")),
        (_, _, true) => Some(("badge", "badge-new")),
        _ => None,
    };
    let colours = card.swatches.len();
    let more = colours.saturating_sub(5);
    view! {
        <li class="card">
            <div class="card-shots">
                <Shot picture=first room=Room::Card eager quiet=true />
                {second.map(|second| view! { <Shot picture=Some(second) room=Room::Card quiet=true /> })}
                {badge.map(|(class, key)| view! { <span class=class>{words.say(key)}</span> })}
            </div>
            <h3><a href=routes::product(words.lang, &card.slug)><SaidIn words said=card.name /></a></h3>
            <p class="card-line">
                <Price words price=card.price was=card.was from=card.from />
                {card.rating.map(|(tenths, count)| view! { <Stars words tenths count /> })}
            </p>
            {facts.map(|fact| view! { <p class="card-fact">{fact}</p> }).collect_view()}
            {(colours > 0).then(|| view! {
                <ul class="dots" aria-label=words.with("card-colours", &[("count", colours.into())])>
                    {card.swatches.into_iter().take(5).map(|(swatch, name)| view! {
                        <li><svg viewBox="0 0 16 16" width="16" height="16" role="img" aria-label=name><circle cx="8" cy="8" r="7.5" fill=swatch /></svg></li>
                    }).collect_view()}
                    {(more > 0).then(|| view! { <li aria-hidden="true">{format!("+{more}")}</li> })}
                </ul>
            })}
        </li>
    }
    .into_any()
}
