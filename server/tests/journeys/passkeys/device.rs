//! A device that makes passkeys and opens them, in software: real keys on P-256, real signatures, and as wrong as a test wants.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Its owner was there, and has opened it with a finger or a code.
pub const OPENED: u8 = 0x01 | 0x04;
/// Its owner was there.
pub const TOUCHED: u8 = 0x01;
/// What follows says which key was made.
const MADE: u8 = 0x40;

/// What stands in a question to be signed.
pub fn challenge_in(asks: &str) -> String {
    let asks: Value = serde_json::from_str(asks).unwrap();
    asks["publicKey"]["challenge"].as_str().unwrap().to_owned()
}

/// One passkey, with the device that holds it.
#[derive(Clone)]
pub struct Device {
    pub key: SigningKey,
    /// What it calls the passkey.
    pub id: [u8; 16],
    /// What it calls its owner, as it was told.
    pub handle: String,
    /// How often it has signed; 0 for one that does not count.
    pub counter: u32,
    /// What it knows of its owner while it signs.
    pub flags: u8,
    /// The page it thinks it is asked by.
    pub origin: &'static str,
    /// The name it keeps the passkey for.
    pub host: &'static str,
}

fn text(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

impl Device {
    /// Another one for each number.
    pub fn new(number: u8) -> Self {
        let key = SigningKey::from_slice(&[number; 32]).unwrap();
        let (origin, host) = ("http://localhost:3000", "localhost");
        Self { key, id: [number; 16], handle: String::new(), counter: 0, flags: OPENED, origin, host }
    }

    fn client_data(&self, kind: &str, challenge: &str) -> Vec<u8> {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false }).to_string().into_bytes()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The public key as COSE writes it (RFC 9053, 7.1): EC2, ES256, P-256, x, y.
    fn public(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20];
        key.extend(&point.as_bytes()[1..33]);
        key.extend([0x22, 0x58, 0x20]);
        key.extend(&point.as_bytes()[33..65]);
        key
    }

    /// Makes the passkey that is asked for.
    pub fn make(&mut self, asks: &str) -> String {
        let asks: Value = serde_json::from_str(asks).unwrap();
        let asks = &asks["publicKey"];
        assert_eq!((&asks["rp"]["id"], &asks["attestation"]), (&json!("localhost"), &json!("none")));
        assert_eq!(asks["authenticatorSelection"]["residentKey"], "required", "it is found without a name");
        assert_eq!(asks["authenticatorSelection"]["userVerification"], "required");
        self.handle = asks["user"]["id"].as_str().unwrap().to_owned();
        self.made(asks["challenge"].as_str().unwrap())
    }

    /// The passkey, made for this question.
    pub fn made(&self, challenge: &str) -> String {
        let mut data = self.data(self.flags | MADE);
        data.extend([0; 16]);
        data.extend(16_u16.to_be_bytes());
        data.extend(self.id);
        data.extend(self.public());
        // {"fmt": "none", "attStmt": {}, "authData": ..}
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend(data);
        let client = self.client_data("webauthn.create", challenge);
        self.answer(&json!({ "clientDataJSON": text(&client), "attestationObject": text(&object) }))
    }

    /// Signs what is asked.
    pub fn sign(&self, asks: &str) -> String {
        let asks: Value = serde_json::from_str(asks).unwrap();
        let asks = &asks["publicKey"];
        assert_eq!((&asks["rpId"], &asks["userVerification"]), (&json!("localhost"), &json!("required")));
        assert_eq!(asks["allowCredentials"], json!([]), "nobody is named");
        let client = self.client_data("webauthn.get", asks["challenge"].as_str().unwrap());
        let data = self.data(self.flags);
        let signed: DerSignature = self.key.sign(&[&data[..], &Sha256::digest(&client)[..]].concat());
        self.answer(&json!({
            "clientDataJSON": text(&client),
            "authenticatorData": text(&data),
            "signature": text(signed.as_bytes()),
            "userHandle": self.handle,
        }))
    }

    fn answer(&self, response: &Value) -> String {
        let id = text(&self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "clientExtensionResults": {} }).to_string()
    }
}
