//! The forms of accounts, as `forms.rs` has all others.

use super::forms::Fields;

/// Every server function of accounts.
pub const ACCOUNTS: &[(&str, bool, Fields)] = &[
    ("account/link", false, &[("lang", "en"), ("email", "thief@example.com")]),
    ("account/enter", false, &[("lang", "en"), ("key", "~long")]),
    ("account/sign-in", false, &[("lang", "en"), ("email", "thief@example.com"), ("password", "a thief's password")]),
    ("account/sign-out", false, &[("lang", "en"), ("session", "1"), ("everywhere", "true")]),
    ("account/password", false, &[("lang", "en"), ("current", ""), ("password", "a thief's password")]),
    ("account/card-remove", false, &[("lang", "en"), ("card", "1")]),
    ("account/passkey-new", false, &[]),
    (
        "account/passkey-add",
        false,
        &[("lang", "en"), ("name", "A thief's key"), ("challenge", "~long"), ("answer", "{\"id\":\"AA\",\"rawId\":\"AA\"}")],
    ),
    ("account/passkey-remove", false, &[("lang", "en"), ("passkey", "1")]),
    ("account/passkey-ask", false, &[]),
    ("account/passkey-enter", false, &[("lang", "en"), ("challenge", "~long"), ("answer", "{\"id\":\"AA\",\"rawId\":\"AA\"}")]),
    ("account/seen-keep", false, &[("lang", "en"), ("keep", "true")]),
    ("account/seen-join", false, &[("lang", "en"), ("ids", "1,2,3"), ("list", "true")]),
    ("account/seen-undo", false, &[("lang", "en"), ("join", "1")]),
    ("account/seen-forget", false, &[("lang", "en")]),
    ("account/undo", false, &[("lang", "en"), ("join", "1")]),
    ("account/prove", false, &[("lang", "en"), ("password", "a thief's password"), ("then", "data")]),
    ("account/delete", false, &[("lang", "en"), ("sure", "true")]),
    (
        "account/profile",
        false,
        &[("lang", "en"), ("name", "A Thief"), ("language", "en"), ("country", "LV"), ("currency", "EUR")],
    ),
    (
        "account/address",
        false,
        &[
            ("lang", "en"),
            ("id", "1"),
            ("address[country]", "LV"),
            ("address[name]", "A Thief"),
            ("address[line1]", "Brivibas iela 12"),
            ("address[postcode]", "LV-1010"),
            ("address[city]", "Riga"),
            ("relay", ""),
            ("take", ""),
        ],
    ),
    ("account/address-kept", false, &[("lang", "en"), ("id", "1"), ("remove", "true")]),
    ("account/email", false, &[("lang", "en"), ("email", "thief@example.com")]),
    ("account/email-confirm", false, &[("lang", "en"), ("key", "~long")]),
    ("account/email-refuse", false, &[("lang", "en"), ("key", "~long")]),
];
