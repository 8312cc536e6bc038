//! The rules of each country at its border, by day.
//!
//! Thresholds, valuation and import tax are `data/duty.tsv`, duty by class `data/duty_rates.tsv`. They are this project's
//! own reading of the laws below, as of early 2026, and no tariff: rates are the usual ones of a class. Where VAT is the
//! country's own it is that of [`crate::tax::rates`].
//!
//! | Country | Rules |
//! |---|---|
//! | GB | UK Global Tariff; no duty up to 135 GBP, VAT from the first penny (VATA 1994 s. 16; Finance Act 2021 sch. 18) |
//! | CH, LI | no industrial duties since 2024-01-01; a VAT of no more than 5 CHF is not collected (SR 641.204) |
//! | NO | VAT from the first krone (VOEC aside); duty on clothes (10.7 %) and food only |
//! | IS | no industrial duties; VAT on all |
//! | US | 800 USD free until 2025-08-28 (19 USC 1321); since 2025-08-29 nothing is: 15 % on goods from the Union (EU-US framework of 2025-08-21), after *Learning Resources v. Trump* the tariff and 10 % under section 122 from 2026-02-24 for 150 days, then the tariff alone; books are free (informational materials). No federal tax; a state's use tax is not collected at the border. Section 232 duties on steel and upholstery come on top and are left out |
//! | CA | 20 CAD free from overseas (Postal and Courier Imports Remission Orders); value without delivery; the province's tax ([`crate::tax::sales`]), books 5 % |
//! | AU | 1000 AUD (Customs Act s. 68); 5 % on the goods, 10 % GST on goods, delivery and duty |
//! | NZ | 1000 NZD (GST Act s. 10B); 5 and 10 %, GST 15 % |
//! | JP | 60 % of a private buyer's price counts (Customs Tariff Act basic circular 4-6); 10 000 JPY free (art. 14 no. 18); the simplified tariff up to 200 000 JPY (art. 3-3) |
//! | KR | 150 USD free (Customs Act art. 94 no. 4); 8 and 13 %, VAT 10 % |
//! | CN | the parcel tax of 13 and 20 % on personal articles, waived up to 50 CNY (Notice 2019/17 of the Tariff Commission) |
//! | HK | no duty, no tax |
//! | TW | 2000 TWD (Customs Act art. 49); business tax 5 % |
//! | SG | 400 SGD; no duties on such goods; GST 7, 8, 9 % |
//! | TH | 1500 THB free of duty until 2025, of VAT until 2024-07-04; VAT 7 % |
//! | MY | 500 MYR (Customs Duties (Exemption) Order 2017); sales tax 10 % |
//! | ID | 3 USD free of duty; 7.5 % flat and more on clothes and bags (PMK 199/2019, 4/2025); VAT 11 % |
//! | VN | one million VND free of duty; VAT from the first dong since 2025-02-18 (Decision 01/2025) |
//! | PH | 10 000 PHP (CMTA s. 423); VAT 12 % |
//! | IN | personal imports under heading 9804: 20 % with a tenth on top, 10 % from 2026-04-01; IGST 28 %, 18 % from 2025-09-22; books 5 % and none |
//! | AE, SA, BH, QA | GCC common tariff, mostly 5 % (SA more since 2020-06-10); free of duty up to 300 AED, 1000 SAR, 300 BHD, 1000 QAR; VAT 5, 15, 10, none |
//! | IL | 75 USD free of VAT, 500 USD of duty; VAT 17, since 2025-01-01 18 % |
//! | TR | one single rate for parcels until 2026-02-05 (18, then 30 % from the Union), then VAT, the customs union freeing the goods |
//! | BR | 60 % (Remessa outside the conforming programme), ICMS 17 % reckoned inside its own base: 20.48 % on top; books are immune |
//! | MX | 50 USD until 2024; then one single rate, 19 and since 2025-08-15 33.5 % (Reglas Generales de Comercio Exterior 3.7.35) |
//! | CL | 41 USD, since 2025-10-25 500 USD free of duty and VAT on all (Ley 21.713); 6 %, IVA 19 % |
//! | ZA | no threshold; VAT 15 % on the value with a tenth on top and the duty (VAT Act s. 13) |
//! | RS, UA, MD, GE | 50, 150, 200 EUR, 300 GEL free of both |

use std::sync::LazyLock;

use super::{GoodsClass, Valuation};
use crate::contact::Country;
use crate::money::{Currency, Money};
use crate::tax::treatment::fiscal;
use crate::tax::{Percent, TaxClass, rate, sales_tax, table};
use crate::time::Day;

/// The rules of one country on one day.
#[derive(Clone, Copy)]
pub(super) struct Law {
    country: Country,
    /// Since when they hold.
    pub since: Day,
    /// Worth up to which no duty is due; none where there is none at all.
    pub duty_free: Option<Money>,
    /// Worth up to which no tax is due; none where there is none at all.
    pub tax_free: Option<Money>,
    pub valuation: Valuation,
    pub tax_on_delivery: bool,
    /// How much of the price counts.
    pub counted: Percent,
    /// What is added to the value before tax.
    pub uplift: Percent,
    /// A duty or a tax of no more than this is not collected.
    pub waived: Money,
    /// On goods, on books, on food.
    taxes: [Levy; 3],
    duties: [Percent; GoodsClass::ALL.len()],
}

#[derive(Clone, Copy)]
enum Levy {
    Rate(Percent),
    Vat,
    Region,
}

struct Duties {
    country: &'static str,
    from: Day,
    rates: [Percent; GoodsClass::ALL.len()],
}

static LAWS: LazyLock<Vec<Law>> =
    LazyLock::new(|| table::rows(include_str!("../../data/duty.tsv")).filter_map(|cells| law(&cells)).collect());

static DUTIES: LazyLock<Vec<Duties>> =
    LazyLock::new(|| table::rows(include_str!("../../data/duty_rates.tsv")).filter_map(|cells| duties(&cells)).collect());

fn law(cells: &[&'static str]) -> Option<Law> {
    let &[country, from, currency, duty_free, tax_free, valuation, delivery, counted, uplift, waived, goods, books, food] = cells
    else {
        return None;
    };
    let currency = Currency::parse(currency).ok()?;
    let amount = |text: &str| Money::parse(text, currency).ok();
    let free = |text: &str| if text == "-" { Some(None) } else { amount(text).map(Some) };
    Some(Law {
        country: Country::parse(country).ok()?,
        since: table::day(from)?,
        duty_free: free(duty_free)?,
        tax_free: free(tax_free)?,
        valuation: Valuation::from_code(valuation)?,
        tax_on_delivery: delivery == "yes",
        counted: Percent::parse(counted).ok()?,
        uplift: Percent::parse(uplift).ok()?,
        waived: amount(waived)?,
        taxes: [levy(goods)?, levy(books)?, levy(food)?],
        duties: [Percent::ZERO; GoodsClass::ALL.len()],
    })
}

fn levy(text: &str) -> Option<Levy> {
    match text {
        "vat" => Some(Levy::Vat),
        "region" => Some(Levy::Region),
        rate => Percent::parse(rate).ok().map(Levy::Rate),
    }
}

fn duties(cells: &[&'static str]) -> Option<Duties> {
    let (&country, rest) = cells.split_first()?;
    let (&from, rest) = rest.split_first()?;
    let rates: Vec<Percent> = rest.iter().filter_map(|text| Percent::parse(text).ok()).collect();
    Some(Duties { country, from: table::day(from)?, rates: rates.try_into().ok()? })
}

impl Law {
    /// The rules of `country` on `day` (Great Britain's for the Isle of Man); none where we know of none.
    pub fn of(country: Country, day: Day) -> Option<Self> {
        let country = fiscal(country);
        let laws = LAWS.iter().filter(|law| law.country == country && law.since <= day);
        let duties = DUTIES.iter().filter(|duties| duties.country == country.code() && duties.from <= day);
        let (law, duties) = (laws.max_by_key(|law| law.since)?, duties.max_by_key(|duties| duties.from)?);
        Some(Self { since: law.since.max(duties.from), duties: duties.rates, ..*law })
    }

    /// The duty on goods of a class.
    pub fn duty(&self, class: GoodsClass) -> Percent {
        GoodsClass::ALL.iter().position(|&of| of == class).map_or(Percent::ZERO, |at| self.duties[at])
    }

    /// The import tax on goods of a class; where a region has no rate of its own, what the country takes on books: Canada's
    /// federal tax.
    pub fn tax(&self, class: GoodsClass, region: &str, day: Day) -> Option<Percent> {
        let (at, kind) = match class {
            GoodsClass::Paper => (1, TaxClass::Books),
            GoodsClass::Food => (2, TaxClass::Food),
            _ => (0, TaxClass::Standard),
        };
        match (self.taxes[at], self.taxes[1]) {
            (Levy::Rate(percent), _) => Some(percent),
            (Levy::Vat, _) => rate(self.country, kind, day),
            (Levy::Region, Levy::Rate(federal)) => Some(sales_tax(self.country, region, day).unwrap_or(federal)),
            (Levy::Region, _) => sales_tax(self.country, region, day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_the_tables_is_lost() {
        assert_eq!(LAWS.len(), table::rows(include_str!("../../data/duty.tsv")).count());
        assert_eq!(DUTIES.len(), table::rows(include_str!("../../data/duty_rates.tsv")).count());
    }

    #[test]
    fn every_country_with_a_threshold_has_rates_from_the_same_day_and_a_tax_for_every_class() {
        for law in LAWS.iter() {
            assert!(Law::of(law.country, law.since).is_some(), "{}", law.country.code());
            for &class in GoodsClass::ALL {
                assert!(law.tax(class, "", law.since).is_some(), "{} {class:?}", law.country.code());
            }
        }
        for duties in DUTIES.iter() {
            assert!(LAWS.iter().any(|law| law.country.code() == duties.country), "{}", duties.country);
        }
    }

    #[test]
    fn the_countries_parcels_go_to_are_known() {
        let day = table::day("2026-03-02").unwrap();
        for code in "GB CH NO IS US CA AU NZ JP KR CN HK TW SG TH MY IN AE SA BR MX TR ZA IL".split(' ') {
            assert!(Law::of(Country::parse(code).unwrap(), day).is_some(), "{code}");
        }
        assert!(Law::of(Country::parse("DE").unwrap(), day).is_none());
    }
}
