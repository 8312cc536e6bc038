//! For how long documents name their buyer: as long as the seller's country has books kept, from the end of the year of issue.
//!
//! | Years | Where | Law |
//! |---|---|---|
//! | 5 | DK, LV, PL | Bogføringsloven § 12; Grāmatvedības likums 28. p.; Ustawa o VAT art. 112, Ordynacja podatkowa art. 70 |
//! | 6 | ES, FI, GB, IE | Código de Comercio art. 30; Kirjanpitolaki 2:10; VAT Notice 700/21; Taxes Consolidation Act 1997 s. 886 |
//! | 7 | AT, EE, NL, SE | BAO § 132; Raamatupidamise seadus § 12; AWR art. 52; Bokföringslagen 7:2 |
//! | 8 | DE, HU | UStG § 14b(1); Számviteli törvény § 169 |
//! | 11 | HR | Zakon o računovodstvu čl. 10 |
//! | 10 | all others | BE Code de la TVA art. 60; CH OR art. 958f; FR Code de commerce L123-22; IT Codice civile art. 2220; PT CIVA art. 52 |
//!
//! What is taxed in another member state through the one-stop shop is kept for ten years (Directive 2006/112/EC art. 369k).

use super::Document;
use crate::contact::Country;
use crate::tax::in_union;
use crate::time::Day;

const ABROAD: i64 = 10;

/// The first day on which a document need not name its buyer any more.
pub fn books_kept_until(document: &Document) -> Day {
    let seller = document.seller.country;
    let abroad = document.taxed_in.is_some_and(|taxed| taxed != seller && in_union(taxed));
    let years = years(seller).max(if abroad { ABROAD } else { 0 });
    let (year, _, _) = document.issued.civil();
    // There is a 1 January in every year but those after 9999.
    Day::on(year + years + 1, 1, 1).unwrap_or(document.issued.plus((years + 1) * 366))
}

fn years(seller: Country) -> i64 {
    match seller.code() {
        "DK" | "LV" | "PL" => 5,
        "ES" | "FI" | "GB" | "IE" => 6,
        "AT" | "EE" | "NL" | "SE" => 7,
        "DE" | "HU" => 8,
        "HR" => 11,
        _ => 10,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn books_are_kept_for_five_years_at_the_least_and_eleven_at_the_most() {
        assert!(Country::all().all(|country| (5..=11).contains(&years(country))));
        assert_eq!(["LV", "DE", "FR", "US"].map(|code| years(Country::parse(code).unwrap())), [5, 8, 10, 10]);
    }
}
