//! Lists narrowed: by addresses, by a form, and by whatever else stands in an address.

use axum::http::StatusCode;

use crate::form::{between, in_order, plain};
use crate::rig::Rig;

/// Shirts in two colours and two sizes, of which a large ink one is sold out; a scarf; and a bag that was dearer.
const CLOTHES: &str = "\
Handle,Title,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Price,Variant Compare At Price,Variant Inventory Tracker,Variant Inventory Qty
shirt,Shirt,Clothes,Colour,Ink,Size,Small,30.00,,shopify,3
shirt,,,,Ink,,Large,30.00,,shopify,0
shirt,,,,Moss,,Large,30.00,,shopify,2
scarf,Scarf,Clothes,Colour,Ink,Size,Large,20.00,,shopify,4
bag,Bag,Clothes,Colour,Moss,Size,Small,45.00,60.00,shopify,0
";

/// The address of a list of clothes.
fn clothes(query: &str) -> String {
    format!("/en/c/clothes{query}")
}

/// The count that stands beside a box of the form.
fn beside<'a>(page: &'a str, name: &str, value: &str) -> &'a str {
    let tick = between(page, &format!("name=\"{name}\" value=\"{value}\""), "</label>");
    between(tick, "<small class=\"how-many\">(", ")")
}

#[tokio::test]
async fn each_step_of_a_filter_says_where_it_leads() {
    let rig = Rig::selling(CLOTHES).await;
    let ada = rig.shopper();
    let page = plain(&ada.read(&clothes("")).await);
    assert_eq!(
        (beside(&page, "is.Colour", "Ink"), beside(&page, "is.Size", "Large"), beside(&page, "stock", "now")),
        ("2", "2", "2")
    );
    let page = plain(&ada.read(&clothes("?is.Colour=Ink")).await);
    in_order(&page, &["Filter (1 chosen)", "Colour: Ink", "Clear all", "2 things", "Scarf"]);
    // Of the colour itself every value is still there to be had as well; the bag is not of this size any more.
    assert_eq!((beside(&page, "is.Colour", "Moss"), beside(&page, "is.Size", "Small")), ("2", "1"));
    assert!(page.contains("name=\"is.Colour\" value=\"Ink\" checked") && !page.contains(">Bag<"), "{page}");
    let both = plain(&ada.read(&clothes("?is.Colour=Ink&is.Colour=Moss")).await);
    assert!(both.contains("3 things"), "one colour or the other");
    // The shirt is there in ink and in large, and is in stock; but not as a large one in ink.
    let page = plain(&ada.read(&clothes("?stock=now&is.Colour=Ink&is.Size=Large")).await);
    assert!(page.contains("One thing") && page.contains(">Scarf<") && !page.contains(">Shirt<"), "{page}");
}

#[tokio::test]
async fn what_is_chosen_is_taken_away_one_by_one_or_all_at_once() {
    let rig = Rig::selling(CLOTHES).await;
    let ada = rig.shopper();
    let page = plain(&ada.read(&clothes("?sort=price&is.Size=Large&is.Colour=Ink&least=10&most=25&stock=now")).await);
    let chips = between(&page, "id=\"chosen\"", "</ul>").replace("&amp;", "&");
    in_order(&chips, &["€10 to €25", "In stock", "Colour: Ink", "Size: Large", "Clear all"]);
    let links: Vec<_> = chips.split("href=\"").skip(1).map(|link| link.split('"').next().unwrap().to_owned()).collect();
    assert_eq!(links[0], clothes("?stock=now&is.Colour=Ink&is.Size=Large&sort=price"));
    assert_eq!(links[2], clothes("?least=10&most=25&stock=now&is.Size=Large&sort=price"));
    assert_eq!(links[4], clothes("?sort=price"));
    assert!(chips.contains("aria-label=\"Remove filter: Colour: Ink\""), "{chips}");
}

#[tokio::test]
async fn an_empty_list_says_what_to_give_up() {
    let rig = Rig::selling(CLOTHES).await;
    let page = plain(&rig.shopper().read(&clothes("?least=40&is.Colour=Ink")).await);
    in_order(
        &page,
        &["Nothing is all of that at once.", "Without from €40: 2 things", "Without Colour: Ink: One thing", "Clear all"],
    );
    assert!(!page.contains("class=\"pages\""));
}

#[tokio::test]
async fn a_price_is_the_one_the_shopper_sees() {
    let rig = Rig::selling(CLOTHES).await;
    rig.takes_rates().await;
    let yen = rig.shopper().with("prefs", "en.US.JPY");
    let page = plain(&yen.read(&clothes("?sort=price")).await);
    let prices: Vec<_> = page.split("class=\"price-now\">").skip(1).map(|price| price.split('<').next().unwrap()).collect();
    assert!(prices.len() == 3 && prices[0].contains('¥'), "{prices:?}");
    let most: u32 = prices[0].chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap();
    let page = plain(&yen.read(&clothes(&format!("?most={most}"))).await);
    assert!(page.contains("One thing") && page.contains(">Scarf<"), "{page}");
    assert!(yen.read(&clothes(&format!("?most={}", most - 1))).await.contains("Nothing is all of that at once."));
}

#[tokio::test]
async fn the_most_reduced_comes_first_when_that_is_asked() {
    let rig = Rig::selling(CLOTHES).await;
    in_order(&rig.shopper().read(&clothes("?sort=saving")).await, &[">Bag<", ">Shirt<", ">Scarf<"]);
}

#[tokio::test]
async fn only_the_whole_list_is_for_search_engines() {
    let rig = Rig::selling(CLOTHES).await;
    let ada = rig.shopper();
    let stands_for = |at: &str| format!("<link rel=\"canonical\" href=\"http://127.0.0.1:3000/en/c/clothes{at}\"");
    let page = plain(&ada.read(&clothes("")).await);
    assert!(page.contains(&stands_for("")) && !page.contains("noindex"));
    for part in ["?is.Colour=Ink", "?sort=price", "?stock=now", "?least=5", "?is.Colour=None"] {
        let page = plain(&ada.read(&clothes(part)).await);
        assert!(page.contains("noindex") && !page.contains("canonical") && !page.contains("rel=\"alternate\""), "{part}");
    }
}

#[tokio::test]
async fn every_page_of_a_list_stands_for_itself() {
    let mut file = "Title,Type,Price\n".to_owned();
    (0..50).for_each(|at| file.push_str(&format!("Thing {at:02},Things,10.00\n")));
    let rig = Rig::selling(&file).await;
    let page = plain(&rig.shopper().read("/en/c/things?page=2").await);
    for said in [
        "<link rel=\"canonical\" href=\"http://127.0.0.1:3000/en/c/things?page=2\"",
        "hreflang=\"de\" href=\"http://127.0.0.1:3000/de/c/things?page=2\"",
        "hreflang=\"x-default\" href=\"http://127.0.0.1:3000/en/c/things?page=2\"",
    ] {
        assert!(page.contains(said), "{said} is not in {page}");
    }
    assert!(!page.contains("noindex"));
    let together = plain(&rig.shopper().read("/en/c/things?page=1-2").await);
    assert!(together.contains("noindex") && !together.contains("canonical"), "both pages are there by themselves");
}

#[tokio::test]
async fn what_many_choose_is_one_click_away_and_no_value_is_out_of_reach() {
    let mut file =
        "Handle,Title,Type,Option1 Name,Option1 Value,Price,Variant Inventory Tracker,Variant Inventory Qty\n".to_owned();
    (0..40).for_each(|at| file.push_str(&format!("t-{at},Thing {at},Things,Wood,Kind {:02},10.00,shopify,{}\n", at / 2, at % 2)));
    let rig = Rig::selling(&file).await;
    let ada = rig.shopper();
    let page = plain(&ada.read("/en/c/things").await);
    let promoted = between(&page, "class=\"chips promoted\"", "</ul>");
    in_order(promoted, &["href=\"/en/c/things?stock=now\"", "In stock", "(20)"]);
    assert!(promoted.matches("<li>").count() <= 3, "{promoted}");
    assert_eq!(page.matches("name=\"is.Wood\"").count(), 12);
    in_order(&page, &["name=\"whole\" value=\"Wood\"", "Show all (20)"]);
    // What the button of the form sends, beside what is ticked already.
    let page = plain(&ada.read("/en/c/things?is.Wood=Kind+03&whole=Wood").await);
    assert_eq!(page.matches("name=\"is.Wood\"").count(), 20);
    assert!(between(&page, "<details", ">").contains("open"), "the form stays open");
    assert!(!page.contains("name=\"whole\"") && page.contains("2 things"));
}

#[tokio::test]
async fn a_form_without_script_leads_to_a_tidy_address() {
    let rig = Rig::selling(CLOTHES).await;
    let answer =
        rig.shopper().open(&clothes("?sort=price&least=&most=40&stars=&is.Size=Small&is.Colour=Moss&is.Colour=Ink")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    assert_eq!(answer.header("location"), clothes("?most=40&is.Colour=Ink&is.Colour=Moss&is.Size=Small&sort=price"));
}

#[tokio::test]
async fn whatever_stands_in_an_address_there_are_goods() {
    let rig = Rig::selling(CLOTHES).await;
    let ada = rig.shopper();
    let long = "x".repeat(1500);
    let odd = [
        "?is.Colour=Plaid",
        "?is.Nothing=Ink",
        "?in=none&in=..%2F..&stars=9&stock=yes&sort=id;drop",
        "?least=-1&most=NaN",
        "?least=99999999999999999999",
        "?page=0",
        "?page=1-99999999",
        "?is.Colour=%00&is.Colour=%FF&is.Colour=%",
        "?is.Colour=%27%20OR%201%3D1--",
        "?is.Colour=%3Cscript%3Ealert(1)%3C/script%3E",
        "?&&&==&=x",
        &format!("?is.Colour={long}"),
    ];
    for query in odd {
        let mut answer = ada.open(&clothes(query)).await;
        if answer.status == StatusCode::SEE_OTHER {
            answer = ada.open(answer.header("location")).await;
        }
        let page = plain(answer.text());
        assert_eq!(answer.status, StatusCode::OK, "{query}");
        assert!(page.contains("3 things") && !page.contains("id=\"chosen\""), "{query}: {page}");
        assert!(!page.contains("<script>alert"), "{query}");
    }
}

#[tokio::test]
async fn what_was_bought_most_comes_first_where_nothing_else_is_known_and_makes_room_again() {
    let goods: String = (0..6).map(|at| format!("thing-{at},Thing {at},Things,{}.00\n", 10 + at)).collect();
    let rig = Rig::selling(&format!("Handle,Title,Type,Price\n{goods}")).await;
    let first = async |path: &str| {
        let page = plain(&rig.shopper().read(path).await);
        between(&page, "<li class=\"card\">", "</li>").to_owned()
    };
    assert!(first("/en/c/things").await.contains("thing-0"));
    for slug in ["thing-4", "thing-4", "thing-4", "thing-2"] {
        let buyer = rig.shopper();
        buyer.put(&rig.variant(slug, "").await, "1").await;
        buyer.buy().await;
    }
    rig.wait(3601);
    rig.work().await;
    for path in ["/en/c/things", "/en/c/things?sort=popular", "/en/search?q=thing", "/en/search?q=thing&sort=popular"] {
        assert!(first(path).await.contains("thing-4"), "{path}");
    }
    in_order(&rig.shopper().read("/en/c/things").await, &["thing-4", "thing-2", "thing-0"]);
    // A season later nobody buys it any more.
    for _ in 0..4 {
        rig.wait(30 * 24 * 3600);
        rig.work().await;
    }
    assert!(first("/en/c/things").await.contains("thing-0"));
}

#[tokio::test]
async fn a_search_that_finds_more_than_is_counted_says_so_and_shows_no_wrong_numbers() {
    let goods: String = (0..1_050).map(|at| format!("thing-{at},Thing {at},Things,9.00\n")).collect();
    let rig = Rig::selling(&format!("Handle,Title,Type,Price\n{goods}")).await;
    let page = plain(&rig.shopper().read("/en/search?q=thing").await);
    in_order(&page, &["class=\"narrow uncounted\"", "At least 1000 things"]);
    let narrowed = plain(&rig.shopper().read("/en/search?q=thing&stock=now").await);
    in_order(&narrowed, &["class=\"narrow uncounted\"", "At least 1000 things"]);
    let exact = plain(&rig.shopper().read("/en/search?q=thing+1049").await);
    assert!(!exact.contains("uncounted") && !exact.contains("At least"), "{exact}");
}

#[tokio::test]
async fn more_of_a_list_is_added_page_by_page() {
    let goods: String = (0..60).map(|at| format!("thing-{at:02},Thing {at:02},Things,{}.00\n", 10 + at)).collect();
    let rig = Rig::selling(&format!("Handle,Title,Type,Price\n{goods}")).await;
    let ada = rig.shopper();
    let first = plain(&ada.read("/en/c/things?sort=price").await);
    let way = between(&first, "rel=\"next\"", "</a>").replace("&amp;", "&");
    assert!(way.contains("href=\"/en/c/things?sort=price&page=2\""), "{way}");
    assert!(way.contains("data-more=\"/en/c/things?sort=price&page=1-2\"") && way.contains("Show more"), "{way}");
    let added = plain(&ada.read("/en/c/things?sort=price&page=1-2&only=last").await);
    in_order(&added, &["Thing 24", "Thing 47", "Page 1–2 of 3", "page=1-3"]);
    assert!(!added.contains("Thing 23") && !added.contains("Thing 48"));
    let together = plain(&ada.read("/en/c/things?sort=price&page=1-3").await);
    in_order(&together, &["60 things", "Thing 00", "Thing 59", "Page 1–3 of 3"]);
    assert!(!together.contains("rel=\"next\""));
}
