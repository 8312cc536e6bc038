//! TestPay's way in: its pages under `/testpay`, with security headers of their own.

use std::sync::Arc;

use app::i18n::{Lang, Words};
use axum::Router;
use axum::extract::rejection::FormRejection;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use db::outside::testpay::{Session, SessionState};
use domain::payments::Way;
use serde::Deserialize;

use super::TestPay;
use super::cards::{grouped, named, story};
use super::form::Typed;
use super::pages::{self, Above};
use super::play::Play;
use super::till::Outcome;

type Till = State<Arc<TestPay>>;

pub(super) fn router(testpay: Arc<TestPay>) -> Router {
    Router::new()
        .route("/testpay/pay/{session}", get(show).post(pay))
        .route("/testpay/pay/{session}/saved", post(saved))
        .route("/testpay/pay/{session}/challenge", post(answer))
        .route("/testpay/pay/{session}/agree", post(agree))
        .route("/testpay/pay/{session}/play", get(bank).post(play))
        .route("/testpay/style.css", get(style))
        .layer(DefaultBodyLimit::max(16 * 1024))
        .with_state(testpay)
}

/// The test card to fill in, when one was chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Chosen {
    card: String,
}

/// What the card's owner answered.
#[derive(Deserialize)]
struct Answered {
    answer: String,
}

/// The card of the purse that was chosen.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Saved {
    card: String,
}

/// Which story the tester chose for a wallet or a bank.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Agreed {
    story: String,
}

/// What the tester lets a bank do.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Played {
    play: String,
}

async fn show(State(testpay): Till, Path(reference): Path<String>, Query(chosen): Query<Chosen>) -> Response {
    let session = match found(&testpay, &reference).await {
        Ok(session) => session,
        Err(other) => return other,
    };
    if session.way != Way::Card {
        return form(&testpay, &session, StatusCode::OK, &Typed::default(), &Above::Nothing).await;
    }
    if session.state == SessionState::Challenged && chosen.card.is_empty() {
        return page(&testpay, &session, StatusCode::OK, pages::challenge(&testpay.merchant, &session));
    }
    // Only a test card is filled in; whatever else a link carries is left out.
    let typed = match story(&chosen.card) {
        Some(_) => Typed { number: grouped(&chosen.card), expiry: "12/34".to_owned(), ..Typed::default() },
        None => Typed::default(),
    };
    form(&testpay, &session, StatusCode::OK, &typed, &Above::Nothing).await
}

async fn pay(State(testpay): Till, Path(reference): Path<String>, typed: Result<Form<Typed>, FormRejection>) -> Response {
    let session = match found(&testpay, &reference).await {
        Ok(session) => session,
        Err(other) => return other,
    };
    let typed = typed.map(|Form(typed)| typed).unwrap_or_default();
    let story = match typed.read(testpay.books.now()) {
        Ok(story) => story,
        Err(flaws) => return form(&testpay, &session, StatusCode::UNPROCESSABLE_ENTITY, &typed, &Above::Flaws(&flaws)).await,
    };
    if let Err(fault) = testpay.put(&session, &typed).await {
        return broken(&fault);
    }
    let outcome = testpay.pay(&session, story).await;
    follow(&testpay, &session, &typed, outcome).await
}

/// Pays with a card that is kept.
async fn saved(State(testpay): Till, Path(reference): Path<String>, Form(saved): Form<Saved>) -> Response {
    let session = match found(&testpay, &reference).await {
        Ok(session) => session,
        Err(other) => return other,
    };
    match testpay.pay_with(&session, &saved.card).await {
        Ok(Some(outcome)) => follow(&testpay, &session, &Typed::default(), Ok(outcome)).await,
        Ok(None) => back_to_page(&session),
        Err(fault) => broken(&fault),
    }
}

async fn answer(State(testpay): Till, Path(reference): Path<String>, Form(answered): Form<Answered>) -> Response {
    let session = match found(&testpay, &reference).await {
        Ok(session) => session,
        Err(other) => return other,
    };
    // Without a question nobody has approved anything.
    if session.state != SessionState::Challenged {
        return back_to_page(&session);
    }
    let outcome = testpay.approve(&session, answered.answer == "approve").await;
    follow(&testpay, &session, &Typed::default(), outcome).await
}

async fn agree(State(testpay): Till, Path(reference): Path<String>, Form(agreed): Form<Agreed>) -> Response {
    let session = match found(&testpay, &reference).await {
        Ok(session) => session,
        Err(other) => return other,
    };
    let Some(story) = named(&agreed.story) else { return back_to_page(&session) };
    let outcome = testpay.pay(&session, story).await;
    follow(&testpay, &session, &Typed::default(), outcome).await
}

/// The bank's page is there whatever has become of the session: banks are late, and fetch back.
async fn bank(State(testpay): Till, Path(reference): Path<String>) -> Response {
    match known(&testpay, &reference).await {
        Ok(session) => page(&testpay, &session, StatusCode::OK, super::play::bank(&testpay.merchant, &session)),
        Err(other) => other,
    }
}

async fn play(State(testpay): Till, Path(reference): Path<String>, Form(played): Form<Played>) -> Response {
    let session = match known(&testpay, &reference).await {
        Ok(session) => session,
        Err(other) => return other,
    };
    let Some(play) = Play::from_code(&played.play) else { return back_to_page(&session) };
    match testpay.play(&session, play).await {
        Ok(_) => guarded(&testpay, &session, Redirect::to(&session.done)),
        Err(fault) => broken(&fault),
    }
}

/// Where an outcome leads.
async fn follow(testpay: &TestPay, session: &Session, typed: &Typed, outcome: db::Result<Outcome>) -> Response {
    match outcome {
        Ok(Outcome::Paid) => guarded(testpay, session, Redirect::to(&session.done)),
        Ok(Outcome::Declined(why)) => form(testpay, session, StatusCode::PAYMENT_REQUIRED, typed, &Above::Declined(why)).await,
        Ok(Outcome::Challenge | Outcome::Over) => back_to_page(session),
        Err(fault) => broken(&fault),
    }
}

/// The session, whatever its state.
async fn known(testpay: &TestPay, reference: &str) -> Result<Session, Response> {
    let session = testpay.session(reference).await.map_err(|fault| broken(&fault))?;
    let unknown = || (StatusCode::NOT_FOUND, headers("'self'"), Html(pages::unknown(Words::of(Lang::FIRST)))).into_response();
    session.ok_or_else(unknown)
}

/// The session while it can be paid on its page; else the answer that says why it cannot, or leads to where it can.
async fn found(testpay: &TestPay, reference: &str) -> Result<Session, Response> {
    let session = known(testpay, reference).await?;
    if session.way.flow().waits() {
        return Err(guarded(testpay, &session, Redirect::to(&format!("/testpay/pay/{}/play", session.reference))));
    }
    match session.state {
        SessionState::Paid | SessionState::Promised => Err(guarded(testpay, &session, Redirect::to(&session.done))),
        SessionState::LetGo => Err(page(testpay, &session, StatusCode::GONE, pages::over(&testpay.merchant, &session))),
        SessionState::Open | SessionState::Challenged if session.expires_at <= testpay.books.now() => {
            Err(page(testpay, &session, StatusCode::GONE, pages::over(&testpay.merchant, &session)))
        }
        SessionState::Open | SessionState::Challenged => Ok(session),
    }
}

async fn form(testpay: &TestPay, session: &Session, status: StatusCode, typed: &Typed, above: &Above<'_>) -> Response {
    let cards = match testpay.kept(session).await {
        Ok(cards) => cards,
        Err(fault) => return broken(&fault),
    };
    let html = match session.way {
        Way::Card => pages::pay(&testpay.merchant, session, &cards, (typed, above)),
        _ => super::play::agree(&testpay.merchant, session, above, testpay.books.now()),
    };
    page(testpay, session, status, html)
}

fn page(testpay: &TestPay, session: &Session, status: StatusCode, html: String) -> Response {
    guarded(testpay, session, (status, Html(html)))
}

/// Forms go to TestPay and, after the redirect, to the shop: browsers hold the redirect to the page's policy too.
fn guarded(testpay: &TestPay, session: &Session, answer: impl IntoResponse) -> Response {
    let shop = session.done.starts_with(&testpay.origin).then_some(testpay.origin.as_str());
    (headers(&format!("'self' {}", shop.unwrap_or_default())), answer).into_response()
}

fn back_to_page(session: &Session) -> Response {
    (headers("'self'"), Redirect::to(&format!("/testpay/pay/{}", session.reference))).into_response()
}

fn broken(fault: &db::Fault) -> Response {
    tracing::error!(%fault, "TestPay's page broke");
    (StatusCode::SERVICE_UNAVAILABLE, headers("'self'"), Html(pages::broken(Words::of(Lang::FIRST)))).into_response()
}

fn headers(forms: &str) -> HeaderMap {
    let policy = format!(
        "default-src 'none'; style-src 'self'; img-src data:; form-action {forms}; base-uri 'none'; frame-ancestors 'none'"
    );
    let fixed = |text| HeaderValue::from_static(text);
    HeaderMap::from_iter([
        (header::CONTENT_SECURITY_POLICY, HeaderValue::try_from(policy).unwrap_or(fixed("default-src 'none'"))),
        (header::X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
        (header::X_FRAME_OPTIONS, fixed("DENY")),
        (header::REFERRER_POLICY, fixed("same-origin")),
        (header::CACHE_CONTROL, fixed("private, no-store")),
    ])
}

async fn style() -> impl IntoResponse {
    let kind = (header::CONTENT_TYPE, "text/css; charset=utf-8");
    ([kind, (header::CACHE_CONTROL, "public, max-age=300"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")], pages::STYLE)
}
