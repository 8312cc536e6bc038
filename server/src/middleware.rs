//! What every request passes on its way in and out, one thing a file, in the order `pass` calls them.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Instant;

use app::i18n::Lang;
use app::request::Client;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use futures_util::FutureExt;

use crate::router::House;

pub mod body;
pub mod class;
pub mod client;
pub mod compress;
pub mod headers;
pub mod limits;
pub mod load;
pub mod location;
pub mod notice;
pub mod origin;
pub mod signed_in;
pub mod unanswered;

use class::Class;
use notice::{Asker, Notice};

/// What is known of a request before anything is done for it.
#[derive(Clone, Debug)]
struct Visit {
    id: String,
    class: Class,
    asker: Asker,
    /// The language to answer in.
    lang: Lang,
    began: Instant,
}

/// Lets a request through to the routes, or answers in their place, and dresses the answer.
pub async fn pass(State(house): State<Arc<House>>, mut request: Request, next: Next) -> Response {
    let visit = Visit {
        id: client::request_id(),
        class: Class::of(request.uri().path()),
        asker: Asker::of(request.headers()),
        lang: notice::language(house.cookies, &request),
        began: Instant::now(),
    };
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    let nonce = headers::mint(&mut request);
    let host = location::host(&request);
    let caught = AssertUnwindSafe(admit(&house, &visit, request, next)).catch_unwind().await;
    let answer = caught.unwrap_or_else(|_| Err(Notice::Broken));
    let mut answer = answer.unwrap_or_else(|notice| notice.answer(visit.asker, visit.lang, &house.site, &visit.id));
    location::guard(answer.headers_mut(), &house.config, host.as_deref());
    headers::dress(answer.headers_mut(), &house.dress, &nonce, &visit.id);
    let (status, ms) = (answer.status().as_u16(), visit.began.elapsed().as_secs_f64() * 1000.0);
    tracing::info!(id = visit.id, %method, path, status, ms = format_args!("{ms:.1}"), "request");
    answer
}

async fn admit(house: &House, visit: &Visit, mut request: Request, next: Next) -> Result<Response, Notice> {
    if request.uri().path_and_query().is_some_and(|address| address.as_str().len() > visit.class.longest_address()) {
        return Err(Notice::TooLong);
    }
    // A machine that asks how we are must hear it above all when there is much to do; a stream holds nothing up.
    let counted = !matches!(visit.class, Class::Machine | Class::Events);
    let _place = if counted { Some(house.load.place().ok_or(Notice::Busy)?) } else { None };
    let client = client::address(&request, &house.config);
    request.extensions_mut().insert(Client(client));
    house.limits.spend(client, visit.class, request.method()).map_err(|wait| Notice::TooMany { wait })?;
    origin::check(&request, visit.class, &house.config.origin)?;
    let watch = body::bound(&mut request, visit.class, visit.class.patience(house.config.body))?;
    let left = signed_in::note(house, visit.class, &mut request).await;
    let answer = match visit.class.deadline() {
        None => next.run(request).await,
        Some(limit) => tokio::time::timeout(limit, next.run(request)).await.map_err(|_| Notice::Late)?,
    };
    let mut answer = match watch.and_then(|watch| watch.trouble()) {
        Some(notice) => return Err(notice),
        None => unanswered::check(answer).await?,
    };
    if left.is_some() {
        signed_in::forget(house, &mut answer);
    }
    Ok(answer)
}
