//! Where something of a person stands under the number of their account. They are erased in this order, after the rooms of
//! `personal/rooms.rs`, and the account last.

use super::{By, Room, own, secret};

/// Where something of a person stands under the number of their account.
pub const ACCOUNT_ROOMS: &[Room] = &[
    Room {
        table: "account_join_orders",
        by: By::Account,
        rows: "SELECT a.at, o.number AS order_number FROM account_joins a JOIN account_join_orders j ON j.join_id = a.id
            JOIN orders o ON o.id = j.order_id WHERE a.account_id = $1 ORDER BY a.id, o.id",
        erase: &["DELETE FROM account_joins WHERE account_id = $1"],
        columns: &[secret("browser_before", "where an order was before it came to the account")],
    },
    Room {
        table: "email_changes",
        by: By::Account,
        rows: "SELECT before, email, asked_at, confirmed_at FROM email_changes WHERE account_id = $1 ORDER BY id",
        erase: &["DELETE FROM email_changes WHERE account_id = $1"],
        columns: &[
            own("before", "the address an account had"),
            own("email", "the one it was to have"),
            secret("confirm_hash", "what the new address's link is known by"),
            secret("refuse_hash", "what the old one's is"),
        ],
    },
    Room {
        table: "passkeys",
        by: By::Account,
        rows: "SELECT name, added_at, used_at, refused_at FROM passkeys WHERE account_id = $1 ORDER BY id",
        erase: &["DELETE FROM passkeys WHERE account_id = $1"],
        columns: &[
            own("name", "what a passkey is called"),
            secret("credential_id", "what the device calls it"),
            secret("checked_by", "what its signatures are checked by"),
        ],
    },
    Room {
        table: "kept_cards",
        by: By::Account,
        rows: "SELECT provider, brand, tail, month, year, kept_at FROM kept_cards WHERE account_id = $1 ORDER BY id",
        erase: &["DELETE FROM kept_cards WHERE account_id = $1"],
        columns: &[
            own("provider", "who keeps a card"),
            own("brand", "whose card it is"),
            own("tail", "its last four digits"),
            secret("token", "what the provider calls it"),
        ],
    },
    Room {
        table: "purses",
        by: By::Account,
        rows: "SELECT provider FROM purses WHERE account_id = $1 ORDER BY provider",
        erase: &["DELETE FROM purses WHERE account_id = $1"],
        columns: &[own("provider", "who keeps cards"), secret("name", "what the provider calls the account")],
    },
    Room {
        table: "goods_seen",
        by: By::Account,
        rows: "SELECT p.name, g.at FROM goods_seen g JOIN products p ON p.id = g.product_id WHERE g.account_id = $1
            ORDER BY g.at DESC, g.product_id",
        erase: &["DELETE FROM goods_seen WHERE account_id = $1"],
        columns: &[],
    },
    Room {
        table: "goods_seen_keepers",
        by: By::Account,
        rows: "SELECT since FROM goods_seen_keepers WHERE account_id = $1",
        erase: &["DELETE FROM goods_seen_keepers WHERE account_id = $1"],
        columns: &[],
    },
    Room {
        table: "passkey_challenges",
        by: By::Account,
        rows: "SELECT asked_at FROM passkey_challenges WHERE account_id = $1 ORDER BY id",
        erase: &["DELETE FROM passkey_challenges WHERE account_id = $1"],
        columns: &[
            secret("token_hash", "what a question to a device is known by"),
            secret("asked", "what the answer to it is checked by"),
        ],
    },
    Room {
        table: "account_sessions",
        by: By::Account,
        rows: "SELECT device, by_letter, began_at, seen_at FROM account_sessions WHERE account_id = $1 ORDER BY id",
        erase: &["DELETE FROM account_sessions WHERE account_id = $1"],
        columns: &[own("device", "what a device says it is"), secret("token_hash", "what its secret is known by")],
    },
    Room {
        table: "accounts",
        by: By::Account,
        rows: "SELECT email, name, lang, country, currency, made_at FROM accounts WHERE id = $1",
        erase: &["DELETE FROM accounts WHERE id = $1"],
        columns: &[
            own("email", "the address of the account"),
            own("name", "what its holder is called"),
            own("lang", "their language"),
            own("country", "their country"),
            own("currency", "what they pay in"),
            secret("person", "the address in small letters"),
            secret("seed", "of what the account's secrets are made"),
            secret("owner_hash", "what they are known by"),
            secret("password", "what the password is checked by"),
        ],
    },
];
