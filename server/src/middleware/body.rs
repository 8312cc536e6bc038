//! How much a request may send, and how long it may take to.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::Request;
use bytes::{Buf, Bytes};
use hyper::body::{Frame, SizeHint};
use tokio::time::Sleep;

use super::class::Class;
use super::notice::Notice;

/// Sees what became of a body, whatever the route made of it.
pub struct Watch(Arc<AtomicU8>);

const TOO_LARGE: u8 = 1;
const TOO_SLOW: u8 = 2;

impl Watch {
    /// Why the body was cut off, if it was.
    pub fn trouble(&self) -> Option<Notice> {
        match self.0.load(Ordering::Relaxed) {
            TOO_LARGE => Some(Notice::TooLarge),
            TOO_SLOW => Some(Notice::TooSlow),
            _ => None,
        }
    }
}

/// Bounds a request's body. One that says beforehand that it is too large is refused at once.
pub fn bound(request: &mut Request, class: Class, time: Duration) -> Result<Option<Watch>, Notice> {
    if request.body().is_end_stream() {
        return Ok(None);
    }
    let most = class.most_bytes();
    if request.body().size_hint().lower() > most as u64 {
        return Err(Notice::TooLarge);
    }
    let state = Arc::new(AtomicU8::new(0));
    let body = std::mem::take(request.body_mut());
    *request.body_mut() = Body::new(Bounded { body, left: most, time, over: None, state: Arc::clone(&state) });
    Ok(Some(Watch(state)))
}

struct Bounded {
    body: Body,
    left: usize,
    time: Duration,
    over: Option<Pin<Box<Sleep>>>,
    state: Arc<AtomicU8>,
}

impl Bounded {
    fn cut(&self, why: u8) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        self.state.store(why, Ordering::Relaxed);
        Poll::Ready(Some(Err(axum::Error::new("the body was cut off"))))
    }
}

impl HttpBody for Bounded {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        if let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) {
            let size = match &frame {
                Some(Ok(frame)) => frame.data_ref().map_or(0, Buf::remaining),
                _ => 0,
            };
            return match self.left.checked_sub(size) {
                Some(left) => {
                    self.left = left;
                    Poll::Ready(frame)
                }
                None => self.cut(TOO_LARGE),
            };
        }
        let time = self.time;
        let over = self.over.get_or_insert_with(|| Box::pin(tokio::time::sleep(time)));
        if over.as_mut().poll(cx).is_ready() { self.cut(TOO_SLOW) } else { Poll::Pending }
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
