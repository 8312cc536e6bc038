//! Built and public files. Built ones are in a folder named after their content, so browsers keep them for good.

use std::path::{Path, PathBuf};

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::header::{CACHE_CONTROL, HeaderValue};
use http::{Request, StatusCode};
use tower::ServiceExt;
use tower_http::services::{ServeDir, ServeFile};

use super::pocket::WORKER;
use crate::serve::Site;

/// For what never changes under its name.
pub const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const FOR_A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");
/// The worker decides what a page gets offline, so a stale one is worse than a slow one.
pub const ASK_AGAIN: HeaderValue = HeaderValue::from_static("public, no-cache");

/// A route for each public file and for each package.
pub fn routes(site: &Site) -> Router {
    let mut router = Router::new();
    for package in &site.packages {
        let folder = ServeDir::new(site.root.join(package)).precompressed_br().precompressed_gzip();
        let serve = move |request: Request<Body>| {
            let folder = folder.clone();
            async move {
                let Ok(response) = folder.oneshot(inside(request)).await;
                kept(response.into_response(), &FOR_GOOD)
            }
        };
        router = router.route(&format!("/{package}/{{*file}}"), get(serve));
    }
    for path in public_files(&site.root) {
        router = public_file(router, &site.root, &path);
    }
    router
}

/// The request as the package's folder sees it, without the folder's name.
fn inside(mut request: Request<Body>) -> Request<Body> {
    let path = request.uri().path().trim_start_matches('/');
    let rest = path.split_once('/').map_or("/", |(_, rest)| rest);
    if let Ok(uri) = format!("/{rest}").parse() {
        *request.uri_mut() = uri;
    }
    request
}

fn public_file(router: Router, root: &Path, file: &Path) -> Router {
    let Some(name) = file.strip_prefix(root).ok().and_then(Path::to_str).filter(|name| *name != WORKER) else { return router };
    let keep = match name {
        _ if has_hash(name) => FOR_GOOD,
        _ => FOR_A_DAY,
    };
    let service = ServeFile::new(file).precompressed_br().precompressed_gzip();
    let serve = move |request: Request<Body>| {
        let (service, keep) = (service.clone(), keep.clone());
        async move {
            let Ok(response) = service.oneshot(request).await;
            kept(response.into_response(), &keep)
        }
    };
    router.route(&format!("/{name}"), get(serve))
}

fn kept(mut response: Response, keep: &HeaderValue) -> Response {
    if response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED {
        response.headers_mut().insert(CACHE_CONTROL, keep.clone());
    }
    response
}

/// Names such as `work-sans-0123456789ab.woff2`.
fn has_hash(name: &str) -> bool {
    let stem = name.rsplit('/').next().and_then(|last| last.split('.').next()).unwrap_or_default();
    let tail = stem.rsplit(['-', '_']).next().unwrap_or_default();
    tail.len() >= 8 && tail.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Every file that is in no package; a compressed twin is no file of its own.
fn public_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect());
    let entries: Vec<PathBuf> = entries.unwrap_or_default();
    let is_named = |path: &Path, ok: fn(&str) -> bool| path.file_name().and_then(|name| name.to_str()).is_some_and(ok);
    let plain = |name: &str| !name.starts_with("pkg") && !name.starts_with('.') && !name.contains(['{', '}']);
    entries
        .into_iter()
        .filter(|path| is_named(path, plain) && !is_named(path, |name| name.ends_with(".br") || name.ends_with(".gz")))
        .flat_map(|path| if path.is_dir() { public_files(&path) } else { vec![path] })
        .collect()
}
