//! What is in an order.

use domain::orders::{Order, OrderLine};
use leptos::prelude::*;

use crate::i18n::Words;
use crate::routes;
use crate::ui::Shot;

/// The lines of an order and its sums.
#[component]
pub fn Items(words: Words, order: Order) -> AnyView {
    let (goods, delivery, total) = (order.goods, order.delivery, order.total);
    view! {
        <section class="items" aria-labelledby="items">
            <h2 id="items">{words.say("order-items")}</h2>
            <ul>{order.lines.into_iter().map(|line| view! { <Item words line /> }).collect_view()}</ul>
            <dl class="sums-list">
                <div><dt>{words.say("sum-goods")}</dt><dd>{words.money(goods)}</dd></div>
                <div><dt>{words.say("sum-delivery")}</dt><dd>{if delivery.is_zero() { words.say("delivery-free") } else { words.money(delivery) }}</dd></div>
                <div class="total"><dt>{words.say("sum-total")}</dt><dd>{words.money(total)}</dd></div>
            </dl>
        </section>
    }
    .into_any()
}

#[component]
fn Item(words: Words, line: OrderLine) -> AnyView {
    view! {
        <li>
            <Shot picture=line.picture quiet=true />
            <span>
                <a href=routes::product(words.lang, &line.slug)>{line.name}</a>
                <small>{line.values.join(", ")}" × "{line.quantity}</small>
            </span>
            <span class="sum">{words.money(line.total)}</span>
        </li>
    }
    .into_any()
}
