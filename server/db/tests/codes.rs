//! What a column may hold is what the shop has words for: no more, no less.

use db::outbox::Lane;
use db::testing::TestDb;
use domain::catalogue::{Selling, Shown};
use domain::codes::Coded;
use domain::delivery::Service;
use domain::desk::Subject;
use domain::documents::DocumentKind;
use domain::gift_cards::{CardEntry, CardOrigin};
use domain::notifications::Channel;
use domain::offers::{Given, Together};
use domain::orders::{CancellationState, ChangeState, OrderState};
use domain::payments::PaymentState;
use domain::problems::ProblemState;
use domain::tax::{TaxClass, Treatment};
use domain::tracking::{ChoiceState, CollectionState, ParcelState, VoidState, WishKind, WishState};

/// Columns with codes of the memory's own, which no type in `domain` names.
const OWN: &[(&str, &str)] = &[
    ("stock_ledger", "cause"),
    ("money_ledger", "account"),
    ("money_ledger", "cause"),
    ("outbox", "state"),
    ("notifications", "state"),
    ("dispatches", "outcome"),
];

/// Every column of the shop that says which codes it may hold: table, column, codes in order.
fn columns() -> Vec<(String, String, Vec<String>)> {
    let tables = TestDb::new().read(|conn| {
        conn.all("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL", &[], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })
    });
    let checks = tables.iter().flat_map(|(table, sql)| sql.split("CHECK (").skip(1).map(move |check| (table, check)));
    let listed = checks.filter_map(|(table, check)| {
        let (column, rest) = check.split_once(" IN (")?;
        let (codes, _) = rest.split_once(')')?;
        let mut codes: Vec<_> =
            codes.split(',').map(|code| code.trim().strip_prefix('\'')?.strip_suffix('\'')).collect::<Option<Vec<_>>>()?;
        codes.sort_unstable();
        Some((table.clone(), column.to_owned(), codes.into_iter().map(str::to_owned).collect()))
    });
    listed.collect()
}

fn check<C: Coded>(all: &[C], places: &[(&str, &str)]) {
    let mut known: Vec<_> = all.iter().map(|code| code.code().to_owned()).collect();
    known.sort_unstable();
    let columns = columns();
    for (table, column) in places {
        let found = columns.iter().find(|(in_table, named, _)| in_table == table && named == column);
        assert_eq!(found.map(|(_, _, codes)| codes), Some(&known), "{table}.{column}");
    }
}

const SHOWN: &[(&str, &str)] = &[("products", "shown")];
const SELLING: &[(&str, &str)] = &[("variants", "selling")];
const SERVICE: &[(&str, &str)] = &[
    ("drafts", "service"),
    ("orders", "service"),
    ("remembered_addresses", "service"),
    ("order_change_ways", "was_service"),
    ("order_change_ways", "service"),
];
const TAX: &[(&str, &str)] = &[("products", "tax_class")];
const TREATMENT: &[(&str, &str)] = &[("orders", "treatment")];
const ORDER: &[(&str, &str)] = &[("orders", "state")];
const CHANGE: &[(&str, &str)] = &[("order_changes", "state")];
const CANCELLATION: &[(&str, &str)] = &[("cancellations", "state")];
const PAYMENT: &[(&str, &str)] = &[("payments", "state")];
const TOGETHER: &[(&str, &str)] = &[("offers", "together")];
const GIVEN: &[(&str, &str)] = &[("offers", "given")];
const DOCUMENT: &[(&str, &str)] = &[("document_series", "kind"), ("documents", "kind")];
const CARD_ENTRY: &[(&str, &str)] = &[("gift_card_ledger", "entry")];
const CARD_ORIGIN: &[(&str, &str)] = &[("gift_cards", "origin")];
const PARCEL: &[(&str, &str)] = &[("parcels", "state")];
const WISH_KIND: &[(&str, &str)] = &[("wishes", "kind")];
const WISH_STATE: &[(&str, &str)] = &[("wishes", "state")];
const COLLECTION: &[(&str, &str)] = &[("collections", "state")];
const CHOICE: &[(&str, &str)] = &[("label_choices", "state")];
const VOID: &[(&str, &str)] = &[("voids", "state")];
const PROBLEM: &[(&str, &str)] = &[("problems", "state")];
const LANE: &[(&str, &str)] = &[("outbox", "lane")];
const CHANNEL: &[(&str, &str)] = &[("notifications", "channel")];

#[test]
fn goods_are_shown_and_sold_in_the_ways_the_shop_knows() {
    check(Shown::ALL, SHOWN);
    check(Selling::ALL, SELLING);
    check(TaxClass::ALL, TAX);
}

#[test]
fn a_checkout_keeps_the_services_the_shop_knows() {
    check(Service::ALL, SERVICE);
}

#[test]
fn orders_payments_and_parcels_stand_where_the_shop_knows() {
    check(OrderState::ALL, ORDER);
    check(ChangeState::ALL, CHANGE);
    check(CancellationState::ALL, CANCELLATION);
    check(Treatment::ALL, TREATMENT);
    check(PaymentState::ALL, PAYMENT);
    check(ParcelState::ALL, PARCEL);
    check(WishKind::ALL, WISH_KIND);
    check(WishState::ALL, WISH_STATE);
    check(CollectionState::ALL, COLLECTION);
    check(ChoiceState::ALL, CHOICE);
    check(VoidState::ALL, VOID);
    check(ProblemState::ALL, PROBLEM);
    check(DocumentKind::ALL, DOCUMENT);
}

#[test]
fn the_log_of_the_desk_tells_of_what_the_shop_knows() {
    const SUBJECTS: &str = "SELECT subject FROM desk_subjects ORDER BY subject";
    let shop = TestDb::new();
    let listed: Vec<String> = shop.read(|conn| conn.all(SUBJECTS, &[], |row| row.get("subject")));
    let mut known: Vec<_> = Subject::ALL.iter().map(|subject| subject.code().to_owned()).collect();
    known.sort_unstable();
    assert_eq!(listed, known);
    let noted = shop.write::<usize, domain::Never>(|tx| {
        const NOTE: &str = "INSERT INTO desk_log (at, staff, subject, subject_id, name, part, was, now)
            VALUES (1, 'ada', 'weather', 0, '', '', '', '')";
        Ok(tx.run(NOTE, &[])?)
    });
    assert!(noted.is_err(), "of nothing else");
}

#[test]
fn offers_go_together_as_the_shop_knows() {
    check(Together::ALL, TOGETHER);
    check(Given::ALL, GIVEN);
}

#[test]
fn gift_cards_are_issued_and_spent_as_the_shop_knows() {
    check(CardEntry::ALL, CARD_ENTRY);
    check(CardOrigin::ALL, CARD_ORIGIN);
}

#[test]
fn work_waits_in_the_lanes_the_shop_knows() {
    check(Lane::ALL, LANE);
}

#[test]
fn messages_go_by_the_channels_the_shop_knows() {
    check(Channel::ALL, CHANNEL);
}

#[test]
fn no_column_with_codes_goes_unwatched() {
    let parcels = [PARCEL, WISH_KIND, WISH_STATE, COLLECTION, CHOICE, VOID];
    let orders = [&[SERVICE, TREATMENT, ORDER, CHANGE, CANCELLATION, PAYMENT, PROBLEM, DOCUMENT][..], &parcels].concat().concat();
    let watched = [OWN, SHOWN, SELLING, TAX, TOGETHER, GIVEN, CARD_ENTRY, CARD_ORIGIN, CHANNEL, LANE, &orders].concat();
    let columns = columns();
    let of = |(table, column, _): &(String, String, Vec<String>)| (table.clone(), column.clone());
    let mut found: Vec<_> = columns.iter().map(of).collect();
    let mut named: Vec<_> = watched.iter().map(|(table, column)| ((*table).to_owned(), (*column).to_owned())).collect();
    found.sort();
    named.sort();
    assert_eq!(found, named);
}
