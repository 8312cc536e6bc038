//! Another engine behind the port: the shop's pages ask it instead of the shop's own index, and believe it no more than they must.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use app::failure::Failure;
use app::request::{Finder, Later};
use axum::body::Body;
use axum::http::StatusCode;
use cartwright::outside::finder::Remembering;
use domain::ids::{CategoryId, ProductId};
use domain::lang::Lang;
use domain::search::{Found, Ideas, Typed, Wish};

use crate::form::{between, in_order};
use crate::rig::{GOODS, Rig};

/// An engine elsewhere that knows a pan by a word nobody wrote down, is behind the goods, and repeats itself.
struct Elsewhere;

impl Finder for Elsewhere {
    fn find(&self, wish: Wish) -> Later<'_, Found> {
        Box::pin(async move {
            let goods = match wish.typed.as_str() {
                "skillet" => vec![ProductId(2), ProductId(9_999), ProductId(2), ProductId(7), ProductId(1)],
                "down" => return Err(Failure::Busy),
                _ => Vec::new(),
            };
            let corrected = (wish.typed.as_str() == "skillet" && !wish.exact).then(|| "frying pan".to_owned());
            Ok(Found { goods, corrected, shelves: vec![CategoryId(9_999)], ..Found::default() })
        })
    }

    fn ideas(&self, _: Lang, typed: &Typed) -> Later<'_, Ideas> {
        let completions = vec![format!("{}et", typed.as_str())];
        Box::pin(async {
            Ok(Ideas { completions, shelves: vec![CategoryId(9_999)], goods: vec![ProductId(9_999), ProductId(2)] })
        })
    }
}

async fn rig() -> Rig {
    Rig::fitted("", GOODS, |company| company.shop.finder = Arc::new(Elsewhere)).await
}

#[tokio::test]
async fn what_another_engine_finds_is_shown_in_its_order_less_what_shoppers_do_not_see() {
    let rig = rig().await;
    let ada = rig.shopper();
    let page = ada.read("/en/search?q=skillet").await;
    in_order(&page, &["Results for “skillet”", "frying pan", "2 things", "Carbon pan", "Ridge mug"]);
    assert_eq!(page.matches("<h3><a href=\"/en/products/carbon-pan\"").count(), 1, "each once");
    assert!(!page.contains("Past bowl"), "what is archived is not sold by being found");
    // It is narrowed and put in order like every list.
    let cheap = ada.read("/en/search?q=skillet&sort=price").await;
    in_order(&cheap, &["Ridge mug", "Carbon pan"]);
    assert!(ada.read("/en/search?q=nothing").await.contains("Nothing found for “nothing”"), "nothing leads on as well");
    let machines = ada.read("/api/v1/search?q=skillet").await;
    in_order(&machines, &["\"total\":2", "carbon-pan", "ridge-mug"]);
}

#[tokio::test]
async fn what_it_suggests_stands_in_the_list() {
    let rig = rig().await;
    let (ada, path) = (rig.shopper(), "/api/search/ideas?lang=en&q=skill");
    let answer = ada.keep(ada.request(path, "application/json").body(Body::empty()).unwrap()).await;
    assert_eq!(answer.status, StatusCode::OK);
    let list: String = serde_json::from_slice(&answer.body).unwrap();
    in_order(&list, &["/en/search?q=skillet", "/en/products/carbon-pan"]);
    assert!(!list.contains("9999"));
}

#[tokio::test]
async fn an_engine_that_is_down_is_no_empty_shop() {
    let rig = rig().await;
    let answer = rig.shopper().open("/en/search?q=down").await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(!between(answer.text(), "<title>", "</title>").is_empty() && answer.header("cache-control").contains("no-store"));
}

/// An engine that counts how often it is asked, and is now and then too slow to find all, or down.
#[derive(Default)]
struct Counting(AtomicU32);

impl Finder for Counting {
    fn find(&self, wish: Wish) -> Later<'_, Found> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Box::pin(async move {
            match wish.typed.as_str() {
                "down" => Err(Failure::Busy),
                typed => Ok(Found { goods: vec![ProductId(2), ProductId(1)], cut: typed == "slow", ..Found::default() }),
            }
        })
    }

    fn ideas(&self, _: Lang, _: &Typed) -> Later<'_, Ideas> {
        Box::pin(async { Ok(Ideas::default()) })
    }
}

#[tokio::test]
async fn an_engine_is_asked_once_for_all_pages_of_a_search_until_the_goods_change() {
    let engine = Arc::new(Counting::default());
    let asked = || engine.0.swap(0, Ordering::SeqCst);
    let behind = Arc::clone(&engine);
    let rig = Rig::fitted("", GOODS, |company| {
        company.shop.finder = Arc::new(Remembering::new(behind, &company.shop.db));
    })
    .await;
    let ada = rig.shopper();
    for narrowed in ["", "&sort=price", "&stock=now", "&most=900", "&sort=price&least=1"] {
        assert!(ada.read(&format!("/en/search?q=pan{narrowed}")).await.contains("Carbon pan"), "{narrowed}");
    }
    let questions = asked();
    assert!(
        questions <= 2,
        "five pages of one search are {questions} questions; two only where they take longer than it is kept"
    );
    ada.read("/en/search?q=pan&as=typed&stock=now").await;
    ada.read("/lv/search?q=pan&stock=now").await;
    assert_eq!(asked(), 2, "exactly so, and in another language, are other questions");
    for query in ["slow", "down"] {
        for _ in 0..2 {
            ada.open(&format!("/en/search?q={query}&stock=now")).await;
        }
        assert_eq!(asked(), 2, "{query}: what was no whole answer is asked again");
    }
    rig.take_in(&GOODS.replace("Carbon pan", "Iron pan")).await;
    for _ in 0..200 {
        let page = ada.read("/en/search?q=pan&stock=now").await;
        assert!(page.contains("Iron pan"), "{page}");
        if asked() == 1 {
            return;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    panic!("the goods changed, and the engine is not asked anew");
}
