//! The program itself: how it opens, why it does not, how it closes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::support::{Shop, build_site, pages};

fn program(folder: &Path, port: u16) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cartwright"));
    command.env_clear().current_dir(folder).env("CARTWRIGHT_ADDR", format!("127.0.0.1:{port}"));
    command.env("CARTWRIGHT_DEMO", "off").stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// A folder with a built site in it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    build_site(&folder.path().join("site"));
    folder
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Waits until the shop says that it is open.
fn opened(mut command: Command) -> Child {
    let mut child = command.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("Cartwright is open at http://127.0.0.1:"), "{line}");
    child
}

fn ask(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

fn tell_to_stop(child: &Child) {
    let pid = child.id().to_string();
    assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
}

fn check_refused(output: &Output, code: i32, words: &[&str]) {
    let text = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{text}");
    for word in words {
        assert!(text.contains(word), "`{word}` is not in: {text}");
    }
}

#[test]
fn who_works_there_is_taken_in_once_and_let_in_by_the_password_that_was_typed() {
    let (folder, port) = (folder(), free_port());
    let staff = |words: &[&str], typed: &str| {
        let mut child = program(folder.path(), port).arg("staff").args(words).stdin(Stdio::piped()).spawn().unwrap();
        write!(child.stdin.take().unwrap(), "{typed}").unwrap();
        child.wait_with_output().unwrap()
    };
    let said = |output: &Output| String::from_utf8_lossy(&output.stdout).into_owned();
    let output = staff(&["add", "ada"], "four plain words here\n");
    assert!(output.status.success() && said(&output).contains("ada may sign in at"), "{output:?}");
    let output = staff(&["add", "ada"], "four other words here\n");
    assert!(!output.status.success() && String::from_utf8_lossy(&output.stderr).contains("taken"), "{output:?}");
    assert!(!staff(&["add", "bob"], "secret\n").status.success(), "a password everybody guesses is none");
    assert_eq!(said(&staff(&["list"], "")).trim(), "ada");
    let mut shop = opened(program(folder.path(), port));
    let knock = |password: &str| {
        let form = format!("name=ada&password={}", password.replace(' ', "+"));
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        write!(
            stream,
            "POST /api/desk/sign-in HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nOrigin: http://127.0.0.1:{port}\r\nAccept: text/html\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}",
            form.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer.to_lowercase()
    };
    assert!(!knock("four other words here").contains("staff="), "not by another's password");
    let answer = knock("four plain words here");
    assert!(answer.contains("location: /desk") && answer.contains("staff="), "{answer}");
    tell_to_stop(&shop);
    shop.wait().unwrap();
}

#[test]
fn the_shop_opens_answers_and_closes_when_told() {
    let (folder, port) = (folder(), free_port());
    let mut child = opened(program(folder.path(), port));
    assert!(ask(port, "/healthz").starts_with("HTTP/1.1 200"));
    assert!(ask(port, "/readyz").ends_with("ready\n"));
    let began = Instant::now();
    tell_to_stop(&child);
    assert!(child.wait().unwrap().success());
    assert!(began.elapsed() < Duration::from_secs(3), "nobody was being served");
    let left: Vec<_> = std::fs::read_dir(folder.path().join("data")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with("-wal")), "the log is folded in: {left:?}");
}

#[test]
fn a_port_that_is_taken_is_named_with_another() {
    let (folder, taken) = (folder(), TcpListener::bind("127.0.0.1:0").unwrap());
    let port = taken.local_addr().unwrap().port();
    let output = program(folder.path(), port).output().unwrap();
    check_refused(&output, 69, &[&format!("127.0.0.1:{port} is taken"), "CARTWRIGHT_ADDR="]);
}

#[test]
fn a_data_folder_that_cannot_be_written_is_named() {
    let folder = folder();
    std::fs::write(folder.path().join("file"), "").unwrap();
    let output = program(folder.path(), free_port()).env("CARTWRIGHT_DATA", "file/data").output().unwrap();
    check_refused(&output, 73, &["file/data cannot be written", "CARTWRIGHT_DATA"]);
}

#[test]
fn two_shops_do_not_share_a_folder() {
    let (folder, port) = (folder(), free_port());
    let mut child = opened(program(folder.path(), port));
    let output = program(folder.path(), free_port()).output().unwrap();
    check_refused(&output, 75, &["another Cartwright uses"]);
    tell_to_stop(&child);
    child.wait().unwrap();
}

#[test]
fn a_database_from_a_newer_program_is_left_alone() {
    let folder = folder();
    std::fs::create_dir(folder.path().join("data")).unwrap();
    let file = folder.path().join("data/shop.sqlite");
    // A SQLite header whose `user_version` (bytes 60 to 63) is 9999, on a page that is otherwise empty.
    let mut page = vec![0_u8; 4096];
    page[..16].copy_from_slice(b"SQLite format 3\0");
    page[16..24].copy_from_slice(&[0x10, 0, 1, 1, 0, 64, 32, 32]);
    page[28..32].copy_from_slice(&1_u32.to_be_bytes());
    page[44..48].copy_from_slice(&4_u32.to_be_bytes());
    page[56..60].copy_from_slice(&1_u32.to_be_bytes());
    page[60..64].copy_from_slice(&9999_u32.to_be_bytes());
    page[100] = 0x0d;
    page[105..107].copy_from_slice(&4096_u16.to_be_bytes());
    std::fs::write(&file, &page).unwrap();
    let output = program(folder.path(), free_port()).output().unwrap();
    check_refused(&output, 76, &["newer Cartwright"]);
    assert_eq!(std::fs::read(&file).unwrap()[60..64], 9999_u32.to_be_bytes());
}

#[test]
fn a_missing_site_and_a_bad_certificate_are_named() {
    let folder = folder();
    let output = program(folder.path(), free_port()).env("CARTWRIGHT_SITE", "nowhere").output().unwrap();
    check_refused(&output, 78, &["the site folder nowhere is missing", "make build"]);
    std::fs::write(folder.path().join("cert.pem"), "no certificate").unwrap();
    let tls = [("CARTWRIGHT_TLS_CERT", "cert.pem"), ("CARTWRIGHT_TLS_KEY", "key.pem")];
    let output = program(folder.path(), free_port()).envs(tls).output().unwrap();
    check_refused(&output, 78, &["cert.pem cannot be used"]);
}

#[test]
fn settings_that_cannot_be_used_are_named() {
    let folder = folder();
    std::fs::write(folder.path().join("shop.toml"), "currensy = 'EUR'").unwrap();
    let output = program(folder.path(), free_port()).args(["serve", "--config", "shop.toml"]).output().unwrap();
    check_refused(&output, 78, &["did you mean `currency`?"]);
    let output = program(folder.path(), 0).env("CARTWRIGHT_ADDR", "0.0.0.0:3000").output().unwrap();
    check_refused(&output, 78, &["plain HTTP", "tls_cert", "proxy"]);
}

#[test]
fn a_backup_is_made_while_the_shop_is_open_and_put_back_when_it_is_closed() {
    let (folder, port) = (folder(), free_port());
    let mut child = opened(program(folder.path(), port));
    let run = |words: &[&str]| program(folder.path(), port).args(words).output().unwrap();
    assert!(run(&["backup", "copy.sqlite"]).status.success());
    check_refused(&run(&["backup", "copy.sqlite"]), 74, &["overwrites nothing"]);
    let audit = run(&["audit"]);
    assert!(audit.status.success() && String::from_utf8_lossy(&audit.stdout).contains("The books are right."));
    check_refused(&run(&["restore", "copy.sqlite"]), 75, &["another Cartwright uses"]);
    tell_to_stop(&child);
    child.wait().unwrap();
    std::fs::write(folder.path().join("broken.sqlite"), "not a database at all, but some text").unwrap();
    check_refused(&run(&["restore", "broken.sqlite"]), 66, &["broken.sqlite is not a backup"]);
    let whole = std::fs::read(folder.path().join("copy.sqlite")).unwrap();
    for part in [0, 60, 3_000, whole.len() / 2, whole.len() - 1] {
        std::fs::write(folder.path().join("part.sqlite"), &whole[..part]).unwrap();
        check_refused(&run(&["restore", "part.sqlite"]), 66, &["part.sqlite is not a backup", "broke off"]);
    }
    assert!(run(&["restore", "copy.sqlite"]).status.success());
    let names =
        std::fs::read_dir(folder.path().join("data")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<String> = names.collect();
    assert!(names.iter().any(|name| name.starts_with("shop.before-")), "{names:?}");
    assert!(!names.iter().any(|name| name.contains("restoring")), "{names:?}");
    assert!(run(&["audit"]).status.success());
}

#[tokio::test]
async fn who_is_being_served_is_served_to_the_end() {
    let shop = Shop::with("pause = 5", pages());
    let addr = shop.open().await;
    let slow = tokio::spawn(crate::support::talk(addr, b"GET /odd/slow HTTP/1.1\r\nHost: x\r\n\r\n"));
    tokio::time::sleep(Duration::from_millis(100)).await;
    shop.house.life.enter(cartwright::serve::life::Stage::Leaving);
    let ready = crate::support::talk(addr, b"GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").await;
    assert!(ready.starts_with("HTTP/1.1 503") && ready.contains("closing"), "{ready}");
    let answer = slow.await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    for _ in 0..100 {
        if tokio::net::TcpStream::connect(addr).await.is_err() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the door is still open");
}

#[tokio::test]
async fn https_is_spoken_with_http_2() {
    let folder = tempfile::tempdir().unwrap();
    let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
    let (cert, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    std::fs::write(&cert, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let shop = Shop::with(&format!("tls_cert = {cert:?}\ntls_key = {key:?}"), pages());
    let addr = shop.open().await;
    let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
    let mut roots = rustls::RootCertStore::empty();
    roots.add(made.cert.der().clone()).unwrap();
    let client = rustls::ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let mut client = client.with_root_certificates(roots).with_no_client_auth();
    client.alpn_protocols = vec![b"h2".to_vec()];
    let connector = tokio_rustls::TlsConnector::from(std::sync::Arc::new(client));
    let stream = tokio::net::TcpStream::connect(addr).await.unwrap();
    let stream = connector.connect("localhost".try_into().unwrap(), stream).await.unwrap();
    assert_eq!(stream.get_ref().1.alpn_protocol(), Some(&b"h2"[..]));
    let io = hyper_util::rt::TokioIo::new(stream);
    let executor = hyper_util::rt::TokioExecutor::new();
    let (mut sender, connection) = hyper::client::conn::http2::handshake(executor, io).await.unwrap();
    tokio::spawn(connection);
    let request = axum::http::Request::get("https://localhost/healthz").body(axum::body::Body::empty()).unwrap();
    let answer = sender.send_request(request).await.unwrap();
    assert_eq!((answer.status().as_u16(), answer.version()), (200, axum::http::Version::HTTP_2));
    assert!(answer.headers().contains_key("strict-transport-security"));
}
