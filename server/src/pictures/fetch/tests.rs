//! Pictures are fetched from a server on this machine.

use std::net::SocketAddr;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::response::Redirect;
use axum::routing::get;
use db::testing::TestDb;
use domain::goods::Source;

use super::*;
use crate::pictures::NotAPicture;
use crate::pictures::tests::darkroom;

/// A 1x1 GIF.
const DOT: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

async fn neighbour() -> SocketAddr {
    let endless = || async {
        let chunk = || Ok::<_, std::io::Error>(Bytes::from_static(&[0x55; 1000]));
        Body::from_stream(futures_util::stream::repeat_with(chunk))
    };
    let silent = || async { std::future::pending::<()>().await };
    let routes = Router::new()
        .route("/dot.gif", get(|| async { DOT }))
        .route("/page.jpg", get(|| async { "<html>not a picture</html>" }))
        .route("/long.gif", get(|| async { vec![0; 5000] }))
        .route("/endless.gif", get(endless))
        .route("/silent.gif", get(silent))
        .route("/moved.gif", get(|| async { Redirect::to("/dot.gif") }))
        .route("/file.gif", get(|| async { Redirect::to("file:///etc/passwd") }))
        .route("/round.gif", get(|| async { Redirect::to("/round.gif") }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await });
    address
}

fn anywhere() -> Fetcher {
    Fetcher::with(Reach::Anywhere, Duration::from_millis(500), 2000).unwrap()
}

#[tokio::test]
async fn a_picture_is_fetched_also_from_where_it_moved() {
    let to = neighbour().await;
    for path in ["dot.gif", "moved.gif"] {
        assert_eq!(anywhere().fetch(&format!("http://{to}/{path}")).await.unwrap(), DOT, "{path}");
    }
}

#[tokio::test]
async fn too_much_too_slow_and_too_far_are_given_up() {
    let to = neighbour().await;
    let fetch = async |path: &str| anywhere().fetch(&format!("http://{to}/{path}")).await.unwrap_err();
    assert!(matches!(fetch("long.gif").await, NotFetched::NotKept(NotKept::TooLarge(5000))));
    assert!(matches!(fetch("endless.gif").await, NotFetched::NotKept(NotKept::TooLarge(_))));
    assert!(matches!(fetch("none.gif").await, NotFetched::Status(404)));
    assert!(matches!(fetch("file.gif").await, NotFetched::Status(303)), "what is no web address is not followed");
    for path in ["silent.gif", "round.gif"] {
        let error = fetch(path).await;
        assert!(matches!(error, NotFetched::NoAnswer(_)), "{path}: {error:?}");
    }
    assert!(matches!(anywhere().fetch("mug.jpg").await, Err(NotFetched::NotAnAddress(_))));
}

#[tokio::test]
async fn the_shops_own_network_is_out_of_reach() {
    let to = neighbour().await;
    let public = Fetcher::new(false).unwrap();
    assert!(matches!(public.fetch(&format!("http://{to}/dot.gif")).await, Err(NotFetched::OutOfReach(_))));
    let by_name = public.fetch(&format!("http://localhost:{}/dot.gif", to.port())).await.unwrap_err();
    assert!(by_name.to_string().contains("not a public address"), "{by_name}");
}

#[test]
fn an_awaited_picture_arrives_and_a_wrong_one_says_why() {
    let shop = TestDb::new();
    let data = tempfile::tempdir().unwrap();
    let media = Media::open(data.path(), &darkroom()).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let to = runtime.block_on(neighbour());
    let awaited = |path: &str| {
        let source = Source::Address(format!("http://{to}/{path}"));
        shop.write(move |tx| Ok::<_, Error<()>>(db::goods::picture(tx, &source)?)).unwrap()
    };
    let (dot, page) = (awaited("dot.gif"), awaited("page.jpg"));
    let job = |id| runtime.block_on(fetch_job(&shop.db, &media, &anywhere(), id));
    assert!(job(dot).is_ok() && job(dot).is_ok());
    assert_eq!(shop.read(|conn| db::goods::address(conn, dot)), None);
    assert!(matches!(job(page), Err(NotFetched::NotKept(NotKept::NotAPicture(NotAPicture::OtherKind)))));
    assert!(shop.read(|conn| db::goods::address(conn, page)).is_some());
    let here = shop.read(db::goods::progress);
    assert_eq!((here.waiting, here.in_trouble), (1, 1));
}
