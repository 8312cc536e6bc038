//! The goods, drafts and all.

use db::desk::{PAGE, Row, list};
use domain::catalogue::Shown;
use domain::staff::Staff;
use leptos::prelude::*;

use super::frame::{Frame, desk};
use crate::i18n::{Lang, Words};
use crate::ui::Shot;
use crate::{request, routes};

/// `/desk/catalogue`
#[component]
pub fn GoodsPage() -> impl IntoView {
    desk(async move |words, staff| {
        let typed: String = request::query("q").unwrap_or_default().chars().take(80).collect();
        let shown = request::query("shown").and_then(|code| Shown::from_code(&code));
        let page = request::query("page").and_then(|page| page.parse().ok()).unwrap_or(1_u32).max(1);
        let asked = typed.clone();
        let (rows, count) = request::db()?.read(move |conn| list(conn, &asked, shown, page)).await?;
        Ok(goods(words, staff, rows, Asked { typed, shown, page, count }))
    })
}

/// What is asked of the list, and how many there are.
struct Asked {
    typed: String,
    shown: Option<Shown>,
    page: u32,
    count: u32,
}

impl Asked {
    fn at(&self, page: u32) -> String {
        let one = |name: &str, value: String| (name.to_owned(), value);
        let mut all = vec![one("q", self.typed.clone())];
        all.extend(self.shown.map(|shown| one("shown", shown.code().to_owned())));
        all.push(one("page", page.to_string()));
        routes::with(&routes::desk_goods(), &all)
    }
}

fn goods(words: Words, staff: Staff, rows: Vec<Row>, asked: Asked) -> impl IntoView {
    let last = asked.count.div_ceil(PAGE).max(1);
    let (page, shown, typed) = (asked.page, asked.shown, asked.typed.clone());
    let options = std::iter::once((String::new(), "desk-shown-any".to_owned()))
        .chain(Shown::ALL.iter().map(|shown| (shown.code().to_owned(), format!("desk-shown-{}", shown.code()))));
    let options = options.map(move |(code, key)| {
        let selected = shown.map_or("", Shown::code) == code;
        view! { <option value=code selected=selected>{words.say(&key)}</option> }
    });
    view! {
        <Frame words title=words.say("desk-goods") staff>
            <div class="desk-head">
                <h1>{words.say("desk-goods")}</h1>
                <a class="button" href=routes::desk_product(None)>{words.say("desk-new-product")}</a>
            </div>
            <form method="get" action=routes::desk_goods() class="desk-find" role="search">
                <label><span class="unseen">{words.say("desk-find")}</span><input type="search" name="q" value=typed placeholder=words.say("desk-find") /></label>
                <label><span class="unseen">{words.say("desk-shown")}</span><select name="shown">{options.collect_view()}</select></label>
                <button class="button quiet" type="submit">{words.say("search-go")}</button>
            </form>
            <p class="calm" role="status">{words.with("list-count", &[("count", asked.count.into())])}</p>
            <div class="desk-wide" tabindex="0" role="region" aria-label=words.say("desk-goods")>
                <table class="desk-table">
                    <thead><tr>
                        <th scope="col"><span class="unseen">{words.say("desk-pictures")}</span></th>
                        {["desk-label-name", "desk-label-category", "desk-shown", "desk-label-price", "desk-label-stock", "desk-languages"]
                            .map(|key| view! { <th scope="col">{words.say(key)}</th> }).collect_view()}
                    </tr></thead>
                    <tbody>{rows.into_iter().map(|row| view! { <GoodsRow words row /> }).collect_view()}</tbody>
                </table>
            </div>
            {(last > 1).then(|| view! {
                <nav class="pages" aria-label=words.say("pages-label")>
                    {(page > 1).then(|| view! { <a class="button quiet" rel="prev" href=asked.at(page - 1)>{words.say("pages-previous")}</a> })}
                    <span>{words.with("pages-here", &[("page", page.into()), ("last", last.into())])}</span>
                    {(page < last).then(|| view! { <a class="button quiet" rel="next" href=asked.at(page + 1)>{words.say("pages-more")}</a> })}
                </nav>
            })}
        </Frame>
    }
}

#[component]
fn GoodsRow(words: Words, row: Row) -> AnyView {
    let state = words.say(&format!("desk-shown-{}", if row.publish_at.is_some() { "later" } else { row.shown.code() }));
    view! {
        <tr>
            <td class="desk-thumb"><Shot picture=row.picture quiet=true /></td>
            <th scope="row"><a href=routes::desk_product(Some(row.id))>{row.name}</a></th>
            <td>{row.category}</td>
            <td>{state}</td>
            <td class="number">{row.price.map(|price| words.money(price))}</td>
            <td class="number">{row.stock}</td>
            <td class="number">{format!("{}/{}", row.languages, Lang::ALL.len())}</td>
        </tr>
    }
    .into_any()
}
