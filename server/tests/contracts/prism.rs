//! Prism, started on a free port with an OpenAPI document.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// How often a start is looked at, a tenth of a second apart.
const LOOKS: u32 = 600;

/// A company that keeps to its document. It closes with the test.
pub struct Prism {
    pub url: String,
    _process: Child,
}

impl Prism {
    /// `document` lies below `tests/fixtures`.
    pub async fn with(document: &str) -> Self {
        let server = Path::new(env!("CARGO_MANIFEST_DIR"));
        let named = std::env::var_os("PRISM").map(PathBuf::from);
        let prism = named.unwrap_or_else(|| server.join("../end2end/node_modules/.bin/prism"));
        assert!(prism.exists(), "{} is not there: run .ci/setup tests, or name another in PRISM", prism.display());
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut process = Command::new(prism)
            .args(["mock", "--host", "127.0.0.1", "--errors", "--port", &port.to_string()])
            .arg(server.join("tests/fixtures").join(document))
            .env("NODE_ENV", "test")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        for _ in 0..LOOKS {
            if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Self { url: format!("http://127.0.0.1:{port}"), _process: process };
            }
            assert!(process.try_wait().unwrap().is_none(), "Prism does not start with {document}");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("Prism was not ready within a minute");
    }
}
