//! Sealing for one device: `aes128gcm` (RFC 8188) under keys agreed with it (RFC 8291).

use aes_gcm::aead::{Aead, KeyInit};
use aes_gcm::{Aes128Gcm, Key, Nonce};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use hkdf::Hkdf;
use p256::{PublicKey, SecretKey};
use sha2::Sha256;

/// What is sealed is one record, of no more bytes (RFC 8291, 4).
const RECORD: u32 = 4096;
/// The salt, the size of a record, the length of the key.
const HEAD: usize = 16 + 4 + 1;
/// A public key as a point, uncompressed.
const POINT: usize = 65;

/// Bytes as RFC 7515 writes them; what is filled up with `=` is read too.
pub fn bytes(text: &str) -> Option<Vec<u8>> {
    BASE64_URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok()
}

/// And written.
pub fn text(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// A secret key of chance.
pub fn secret(chance: &mut dyn FnMut() -> Option<[u8; 32]>) -> Option<SecretKey> {
    // One in 2^32 draws is no key.
    (0..4).find_map(|_| SecretKey::from_slice(&chance()?).ok())
}

/// A device's keys, if they are keys.
pub fn keys_of(p256dh: &str, auth: &str) -> Option<(PublicKey, [u8; 16])> {
    let point = bytes(p256dh).filter(|point| point.len() == POINT)?;
    Some((PublicKey::from_sec1_bytes(&point).ok()?, bytes(auth)?.try_into().ok()?))
}

/// A public key as a point.
pub fn point(key: &PublicKey) -> Box<[u8]> {
    use p256::elliptic_curve::sec1::ToSec1Point;
    key.to_sec1_point(false).as_bytes().into()
}

/// The key and the nonce of one message (RFC 8291, 3.4).
fn keys(shared: &[u8], auth: &[u8; 16], salt: &[u8], device: &[u8], sender: &[u8]) -> Option<([u8; 16], [u8; 12])> {
    let mut agreed = [0; 32];
    Hkdf::<Sha256>::new(Some(auth), shared).expand(&[b"WebPush: info\0", device, sender].concat(), &mut agreed).ok()?;
    let of_message = Hkdf::<Sha256>::new(Some(salt), &agreed);
    let (mut key, mut nonce) = ([0; 16], [0; 12]);
    of_message.expand(b"Content-Encoding: aes128gcm\0", &mut key).ok()?;
    of_message.expand(b"Content-Encoding: nonce\0", &mut nonce).ok()?;
    Some((key, nonce))
}

/// Seals a text for a device. `once` is a key, and `salt` chance, of this message alone.
pub fn seal(says: &[u8], device: &(PublicKey, [u8; 16]), once: &SecretKey, salt: [u8; 16]) -> Option<Vec<u8>> {
    let (theirs, auth) = device;
    let (theirs_point, ours_point) = (point(theirs), point(&once.public_key()));
    let shared = once.diffie_hellman(theirs);
    let (key, nonce) = keys(shared.raw_secret_bytes(), auth, &salt, &theirs_point, &ours_point)?;
    // The record's end.
    let record = [says, &[2]].concat();
    let sealed = Aes128Gcm::new(&Key::<Aes128Gcm>::from(key)).encrypt(&Nonce::from(nonce), record.as_slice()).ok()?;
    let length = u8::try_from(ours_point.len()).ok()?;
    Some([&salt[..], &RECORD.to_be_bytes(), &[length], &ours_point, &sealed].concat())
}

/// Opens what was sealed for a device, as its browser does.
pub fn open(sealed: &[u8], device: &SecretKey, auth: &[u8; 16]) -> Option<Vec<u8>> {
    let (head, rest) = sealed.split_at_checked(HEAD)?;
    let (theirs, record) = rest.split_at_checked(usize::from(head[HEAD - 1]))?;
    let shared = device.diffie_hellman(&PublicKey::from_sec1_bytes(theirs).ok()?);
    let (key, nonce) = keys(shared.raw_secret_bytes(), auth, &head[..16], &point(&device.public_key()), theirs)?;
    let mut says = Aes128Gcm::new(&Key::<Aes128Gcm>::from(key)).decrypt(&Nonce::from(nonce), record).ok()?;
    // Zeros may stand behind the end, so that the length tells nothing.
    while says.last() == Some(&0) {
        says.pop();
    }
    (says.pop() == Some(2)).then_some(says)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUTH: &str = "BTBZMqHH6r4Tts7J_aSIgg";
    const DEVICE: &str = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94";
    const DEVICE_POINT: &str = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";
    const SEALED: &str = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";

    fn key(text: &str) -> SecretKey {
        SecretKey::from_slice(&bytes(text).unwrap()).unwrap()
    }

    /// RFC 8291, appendix A.
    #[test]
    fn the_example_of_the_standard_is_sealed_to_the_letter_and_opened_again() {
        let once = key("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").unwrap().try_into().unwrap();
        let says = b"When I grow up, I want to be a watermelon";
        let sealed = seal(says, &keys_of(DEVICE_POINT, AUTH).unwrap(), &once, salt).unwrap();
        assert_eq!(text(&sealed), SEALED);
        let (device, auth) = (key(DEVICE), bytes(AUTH).unwrap().try_into().unwrap());
        assert_eq!(open(&sealed, &device, &auth).as_deref(), Some(&says[..]));
        assert_eq!(open(&sealed, &once, &auth), None, "another device reads nothing");
        let mut broken = sealed.clone();
        broken[100] ^= 1;
        assert_eq!((open(&broken, &device, &auth), open(&sealed[..20], &device, &auth)), (None, None));
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for (p256dh, auth) in
            [("", AUTH), (DEVICE_POINT, ""), (DEVICE, AUTH), (&"A".repeat(87)[..], AUTH), ("*", "*"), (DEVICE_POINT, DEVICE)]
        {
            assert_eq!(keys_of(p256dh, auth), None, "{p256dh} {auth}");
        }
        assert!(keys_of(&format!("{DEVICE_POINT}="), AUTH).is_some());
    }
}
