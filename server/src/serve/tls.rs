//! HTTPS without a proxy: rustls with ring, HTTP/2 offered first.

use std::path::Path;
use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{ServerConfig, crypto};
use tokio_rustls::TlsAcceptor;

use super::Trouble;
use crate::config::TlsFiles;

/// Reads certificate and key and checks that they belong together.
pub fn load(files: &TlsFiles) -> Result<TlsAcceptor, Trouble> {
    let of_cert = |why: String| trouble("certificate", &files.cert, why);
    let of_key = |why: String| trouble("key", &files.key, why);
    let chain: Vec<CertificateDer<'static>> =
        CertificateDer::pem_file_iter(&files.cert).and_then(Iterator::collect).map_err(|error| of_cert(error.to_string()))?;
    if chain.is_empty() {
        return Err(of_cert("there is no certificate in it".to_owned()));
    }
    let key = PrivateKeyDer::from_pem_file(&files.key).map_err(|error| of_key(error.to_string()))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| of_key(error.to_string()))?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| of_key(error.to_string()))?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

fn trouble(what: &'static str, path: &Path, why: String) -> Trouble {
    Trouble::Tls { what, path: path.to_owned(), why }
}
