//! Countries, all of them.

use serde::{Deserialize, Serialize};

use super::Flaw;
use crate::addresses::{Slot, sheet};

/// A country, by its ISO 3166-1 alpha-2 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country([u8; 2]);

/// The 249 codes of ISO 3166-1.
const COUNTRIES: &str = "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT \
        BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH \
        ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT \
        HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS \
        LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI \
        NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG \
        SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG \
        UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Their alpha-3 codes, in the same order.
const THREE: &str = "AND ARE AFG ATG AIA ALB ARM AGO ATA ARG ASM AUT AUS ABW ALA AZE BIH BRB BGD BEL BFA BGR BHR BDI BEN BLM \
        BMU BRN BOL BES BRA BHS BTN BVT BWA BLR BLZ CAN CCK COD CAF COG CHE CIV COK CHL CMR CHN COL CRI CUB CPV \
        CUW CXR CYP CZE DEU DJI DNK DMA DOM DZA ECU EST EGY ESH ERI ESP ETH FIN FJI FLK FSM FRO FRA GAB GBR GRD \
        GEO GUF GGY GHA GIB GRL GMB GIN GLP GNQ GRC SGS GTM GUM GNB GUY HKG HMD HND HRV HTI HUN IDN IRL ISR IMN \
        IND IOT IRQ IRN ISL ITA JEY JAM JOR JPN KEN KGZ KHM KIR COM KNA PRK KOR KWT CYM KAZ LAO LBN LCA LIE LKA \
        LBR LSO LTU LUX LVA LBY MAR MCO MDA MNE MAF MDG MHL MKD MLI MMR MNG MAC MNP MTQ MRT MSR MLT MUS MDV MWI \
        MEX MYS MOZ NAM NCL NER NFK NGA NIC NLD NOR NPL NRU NIU NZL OMN PAN PER PYF PNG PHL PAK POL SPM PCN PRI \
        PSE PRT PLW PRY QAT REU ROU SRB RUS RWA SAU SLB SYC SDN SWE SGP SHN SVN SJM SVK SLE SMR SEN SOM SUR SSD \
        STP SLV SXM SYR SWZ TCA TCD ATF TGO THA TJK TKL TLS TKM TUN TON TUR TTO TUV TWN TZA UKR UGA UMI USA URY \
        UZB VAT VCT VEN VGB VIR VNM VUT WLF WSM YEM MYT ZAF ZMB ZWE";

/// Which of the codes from AA to ZZ are a country's.
const KNOWN: [bool; 26 * 26] = {
    let (codes, mut known, mut at) = (COUNTRIES.as_bytes(), [false; 26 * 26], 0);
    while at + 1 < codes.len() {
        if let Some(place) = place([codes[at], codes[at + 1]]) {
            known[place] = true;
        }
        at += 3;
    }
    known
};

/// Where a code of two capital letters stands among all of them.
const fn place([a, b]: [u8; 2]) -> Option<usize> {
    if a.is_ascii_uppercase() && b.is_ascii_uppercase() { Some((a - b'A') as usize * 26 + (b - b'A') as usize) } else { None }
}

impl Country {
    /// Where the demo shop's goods leave from.
    pub const LATVIA: Country = Country(*b"LV");

    /// Reads a code, in either case.
    pub fn parse(code: &str) -> Result<Self, Flaw> {
        match *code.trim().as_bytes() {
            [] => Err(Flaw::Empty),
            [a, b] => {
                let code = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
                // A page reads one for each row that has one: it is looked up, not searched for.
                place(code).filter(|&place| KNOWN[place]).map(|_| Self(code)).ok_or(Flaw::Unknown)
            }
            _ => Err(Flaw::Unknown),
        }
    }

    /// Reads an ISO 3166-1 alpha-3 code, such as `LVA`, in either case.
    pub fn of_three(code: &str) -> Result<Self, Flaw> {
        let code = code.trim();
        let found = Self::all().zip(THREE.split(' ')).find(|(_, three)| three.eq_ignore_ascii_case(code));
        found.map(|(country, _)| country).ok_or(if code.is_empty() { Flaw::Empty } else { Flaw::Unknown })
    }

    /// Every country there is, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        COUNTRIES.split(' ').filter_map(|code| match code.as_bytes() {
            &[a, b] => Some(Self([a, b])),
            _ => None,
        })
    }

    /// The two-letter code.
    pub fn code(&self) -> &str {
        // ASCII by construction.
        std::str::from_utf8(&self.0).unwrap_or("ZZ")
    }

    /// Whether its addresses carry a postcode.
    pub fn has_postcode(self) -> bool {
        sheet(self).has(Slot::Postcode)
    }

    /// Whether its addresses have a place for a state, province or the like; whether it must be filled, and with what, says
    /// [`form`](crate::addresses::form).
    pub fn has_region(self) -> bool {
        sheet(self).has(Slot::Region)
    }
}

impl TryFrom<String> for Country {
    type Error = Flaw;
    fn try_from(code: String) -> Result<Self, Flaw> {
        Self::parse(&code)
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.code().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_known_by_its_code() {
        assert_eq!(Country::all().count(), 249);
        assert_eq!(Country::parse("lv"), Ok(Country::LATVIA));
        assert_eq!(Country::parse("XX"), Err(Flaw::Unknown));
        assert_eq!(Country::parse("Latvia"), Err(Flaw::Unknown));
    }

    #[test]
    fn a_country_is_known_by_its_three_letters_too_and_no_two_share_them() {
        let three: std::collections::BTreeSet<&str> = THREE.split(' ').collect();
        assert_eq!((three.len(), THREE.split(' ').count()), (249, 249));
        assert!(three.iter().all(|code| code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase())));
        // Those whose two letters are not the beginning of their three, and the ends of the list.
        let pairs = "AND=AD ARE=AE LVA=LV EST=EE DEU=DE AUT=AT CHE=CH DNK=DK SWE=SE POL=PL PRT=PT TUR=TR UKR=UA GBR=GB IRL=IE \
            ISL=IS ESP=ES SVK=SK SVN=SI SRB=RS BIH=BA MNE=ME XKX=-- CHN=CN JPN=JP KOR=KR PRK=KP THA=TH USA=US CAN=CA MEX=MX \
            CHL=CL AUS=AU ZAF=ZA COM=KM GNQ=GQ GUF=GF PYF=PF MAC=MO MDG=MG TCD=TD ZMB=ZM ZWE=ZW";
        for (three, two) in pairs.split_whitespace().filter_map(|pair| pair.split_once('=')) {
            assert_eq!(Country::of_three(three).map(|country| country.code().to_owned()).unwrap_or("--".into()), two, "{three}");
        }
        assert_eq!(Country::of_three(" lva "), Ok(Country::LATVIA));
        assert_eq!((Country::of_three("LV"), Country::of_three("")), (Err(Flaw::Unknown), Err(Flaw::Empty)));
    }

    #[test]
    fn what_an_address_has_is_read_from_the_data() {
        let with = |has: fn(Country) -> bool| move |codes: &str| codes.split(' ').all(|code| has(Country::parse(code).unwrap()));
        assert!(with(Country::has_postcode)("LV DE US JP IN TH GB SG"));
        assert!(with(|country| !country.has_postcode())("AE HK QA UG"));
        assert!(with(Country::has_region)("US JP AE HK KR LV"));
        assert!(with(|country| !country.has_region())("DE GB SG VA"));
    }
}
