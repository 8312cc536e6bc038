//! The page that asks how it was, and keeping the answer.

use db::opinions;
use domain::ids::OrderId;
use domain::opinions::{MOST_SAID, Mark, Opinion};
use domain::orders::OrderNumber;
use leptos::prelude::*;

use crate::failure::Failure;
use crate::i18n::{Lang, Words};
use crate::layout::{Document, Head, page};
use crate::orders::pages::keys;
use crate::ui::lines_of;
use crate::{request, routes};

/// `/{lang}/orders/{number}/opinion`
#[component]
pub fn OpinionPage() -> impl IntoView {
    let lang = request::lang();
    page(async move {
        let number = OrderNumber::parse(&request::segment(2)?).map_err(|_| Failure::NotFound)?;
        let key = request::query("key").unwrap_or_default();
        let (asked, of) = (keys(&key), number.clone());
        let db = request::db()?;
        let found = db.read(move |conn| {
            let id: OrderId = db::orders::id_for(conn, &of, &asked)?;
            opinions::of_order(conn, id)
        });
        let told = found.await?;
        Ok(shown(Words::of(lang), number, told, key))
    })
}

fn shown(words: Words, number: OrderNumber, told: Option<Opinion>, key: String) -> impl IntoView {
    let title = words.with("opinion-title", &[("number", number.as_str().into())]);
    let head = Head { title: title.clone(), ..Head::default() };
    let back = routes::with_key(&routes::order(words.lang, &number), &key);
    let kept = request::query("told").is_some();
    let nothing = request::query("nothing").is_some();
    let (mark, said) = told.map(|told| (told.mark, told.said)).unwrap_or_default();
    view! {
        <Document head lang=words.lang>
            <div class="prose">
                {kept.then(|| view! { <p class="notice done" role="status">{words.say("opinion-thanks")}</p> })}
                {nothing.then(|| view! { <p class="notice bad" role="alert">{words.say("opinion-nothing")}</p> })}
                <h1>{title}</h1>
                <p>{words.say("opinion-text")}</p>
                <form class="stack problem-form" method="post" action="/api/orders/opinion" data-once="">
                    <input type="hidden" name="lang" value=words.lang.code() />
                    <input type="hidden" name="number" value=number.as_str().to_owned() />
                    <input type="hidden" name="key" value=key />
                    <Marks words mark />
                    <div class="field">
                        <label for="said">{words.say("opinion-words")}</label>
                        <textarea id="said" name="said" rows="5" dir="auto" autocomplete="off" maxlength=MOST_SAID inner_html=lines_of(&said)></textarea>
                    </div>
                    <div><button class="button" type="submit">{words.say("opinion-button")}</button></div>
                </form>
                <p><a href=back>{words.say("cancel-not-follow")}</a></p>
            </div>
        </Document>
    }
}

#[component]
fn Marks(words: Words, mark: Option<Mark>) -> AnyView {
    let each = Mark::ALL.into_iter().map(|one| {
        let count = one.count();
        view! {
            <label class="tick">
                <input type="radio" name="mark" value=count.to_string() checked={mark == Some(one)} />
                <span>{words.say(&format!("opinion-{count}"))}</span>
            </label>
        }
    });
    view! {
        <fieldset class="field">
            <legend>{words.say("opinion-mark")}</legend>
            {each.collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Keeps an answer, and leads back to it.
pub async fn tell(lang: &str, (number, key): (&str, &str), (mark, said): (&str, &str)) -> Result<(), Failure> {
    let lang = Lang::from_code(lang).unwrap_or_default();
    let number = OrderNumber::parse(number).map_err(|_| Failure::NotFound)?;
    let (asked, of, db) = (keys(key), number.clone(), request::db()?);
    let order = db.read(move |conn| db::orders::id_for(conn, &of, &asked)).await?;
    let heard = match Opinion::parse(mark, said) {
        Ok(opinion) => {
            db.write(move |tx| opinions::tell(tx, order, &opinion)).await?;
            "told"
        }
        Err(_) => "nothing",
    };
    request::go(&routes::with_key(&format!("{}?{heard}", routes::opinion(lang, &number)), key));
    Ok(())
}
